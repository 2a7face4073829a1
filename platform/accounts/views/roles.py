"""Roles: who has which, who gave them, what waits for a second person."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.doors import DoorRequest
from accounts.gates import SeeOther, proved, staff
from accounts.grants import selectors, services
from accounts.grants.forms import GrantForm
from accounts.grants.rules import BY_TWO, GIVERS
from accounts.models import GrantProposal, User
from core.errors import NotThere, RuleError


@require_safe
@staff(*GIVERS)
def role_list(request: DoorRequest) -> HttpResponse:
    """Who has which role at the places that this administrator looks after, and what waits."""
    viewer = _viewer(request)
    context = {"holders": selectors.holders(viewer), "proposals": selectors.proposals(viewer)}
    return render(request, "accounts/staff/roles.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*GIVERS)
@proved
def give_role(request: DoorRequest) -> HttpResponse:
    form = GrantForm(request.POST or None, viewer=_viewer(request))
    if request.method == "POST" and form.is_valid() and _given(request, form):
        return SeeOther(reverse("accounts:roles"))
    status = 400 if request.method == "POST" else 200
    return render(request, "accounts/staff/give_role.html", {"form": form}, status=status)


def _given(request: DoorRequest, form: GrantForm) -> bool:
    asked, by = form.asked(), _viewer(request)
    try:
        if asked["scope"] in BY_TWO:
            services.ask_role(**asked, by=by)
            messages.success(request, "You asked for it. The role is in force when a second person agrees.")
        else:
            services.grant_role(**asked, by=by)
            messages.success(request, "The role is in force now.")
    except NotThere:
        form.add_error("role", "This role is not yours to give there.")
    except RuleError as error:
        form.add_error("until" if error.code == "role.ends_before_it_begins" else "role", str(error.text))
    return not form.errors


@require_POST
@staff(*GIVERS)
@proved
def end_role(request: DoorRequest, grant_id: UUID) -> HttpResponse:
    grant = selectors.grant_for(_viewer(request), grant_id)
    return _done(
        request,
        lambda: services.end_role(grant=grant, by=_viewer(request)),
        f"The role has ended. What it opened for {grant.user.name} is closed.",
    )


def _agree(proposal: GrantProposal, by: User) -> None:
    services.agree(proposal=proposal, by=by)


def _refuse(proposal: GrantProposal, by: User) -> None:
    services.refuse(proposal=proposal, by=by)


def _withdraw(proposal: GrantProposal, by: User) -> None:
    services.withdraw(proposal=proposal, by=by)


MOVES: dict[str, tuple[Callable[[GrantProposal, User], None], str]] = {
    "agree": (_agree, "You agreed. The role is in force now."),
    "refuse": (_refuse, "You did not agree. The role is not given."),
    "withdraw": (_withdraw, "You took it back."),
}


@require_POST
@staff(*GIVERS)
@proved
def move_proposal(request: DoorRequest, proposal_id: UUID, move: str) -> HttpResponse:
    proposal = selectors.proposal_for(_viewer(request), proposal_id)
    if move not in MOVES:
        raise NotThere
    act, words = MOVES[move]
    return _done(request, lambda: act(proposal, _viewer(request)), words)


def _done(request: DoorRequest, act: Callable[[], object], words: str) -> HttpResponse:
    """Do it, and back to the list; a refusal is said there."""
    try:
        act()
        messages.success(request, words)
    except NotThere:
        raise
    except RuleError as error:
        messages.warning(request, str(error.text))
    return SeeOther(reverse("accounts:roles"))


def _viewer(request: DoorRequest) -> User:
    assert request.caller.user is not None
    return request.caller.user
