"""Staff accounts: who they are, whether they can sign in, and the switches."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from accounts import services as doors_services
from accounts.colleagues import selectors, services
from accounts.doors import DoorRequest
from accounts.gates import SeeOther, proved, staff
from accounts.models import SignIn, User
from core.errors import NotThere, RuleError

STOPS: dict[str, tuple[Callable[..., bool], str]] = {
    "kill": (services.kill, "{name} is out: every sign-in has ended, and none can begin."),
    "disable": (services.disable, "{name} can't sign in any more."),
}
RESTORES: dict[str, tuple[Callable[..., bool], str]] = {
    "enable": (services.enable, "{name} can sign in again."),
    "unlock": (doors_services.unlock_staff, "{name} can sign in again."),
}
FOR_PARTICIPANTS = ("kill", "enable")


def _account(request: DoorRequest, user_id: UUID) -> User:
    found = selectors.visible_staff(request.caller.user).filter(pk=user_id).first()
    if found is None:
        raise NotThere
    return found


@require_safe
@staff(*services.ADMINISTRATORS)
def account_list(request: DoorRequest) -> HttpResponse:
    users = selectors.visible_staff(request.caller.user).order_by("name")
    context = {
        "accounts": selectors.accounts(users),
        "soon": {u.pk for u in selectors.soon_unused(request.caller.user)},
    }
    return render(request, "accounts/staff/accounts.html", context)


@require_safe
@staff(*services.ADMINISTRATORS)
def account(request: DoorRequest, user_id: UUID) -> HttpResponse:
    user, by = _account(request, user_id), request.caller.user
    standing = SignIn.objects.filter(user=user, ended_at=None).order_by("-active_at")
    context = {
        "account": selectors.accounts([user])[0],
        "sign_ins": doors_services.still_standing(standing),
        "may_stop": services.may_stop(by, user),
        "may_restore": services.may_restore(by, user),
    }
    return render(request, "accounts/staff/account.html", context)


@require_POST
@staff(*services.ADMINISTRATORS)
def stop_account(request: DoorRequest, user_id: UUID, act: str) -> HttpResponse:
    return _do(request, user_id, STOPS, act)


@require_POST
@staff(*services.ADMINISTRATORS)
@proved
def restore_account(request: DoorRequest, user_id: UUID, act: str) -> HttpResponse:
    return _do(request, user_id, RESTORES, act)


def _anybody(request: DoorRequest, user_id: UUID) -> User:
    """A colleague, or a participant whom this administrator looks after."""
    found = User.objects.filter(pk=user_id, person__isnull=False).select_related("person").first()
    if found is None:
        return _account(request, user_id)
    if not services.may_stop(request.caller.user, found):
        raise NotThere
    return found


def _page_of(user: User) -> str:
    if user.person_id:
        return reverse("groups:person", args=[user.person_id])
    return reverse("accounts:account", args=[user.pk])


def _do(
    request: DoorRequest, user_id: UUID, acts: dict[str, tuple[Callable[..., bool], str]], name: str
) -> HttpResponse:
    user = _anybody(request, user_id)
    if name not in acts or (user.person_id and name not in FOR_PARTICIPANTS):
        raise NotThere
    act, words = acts[name]
    try:
        act(user=user, by=request.caller.user)
        messages.success(request, words.format(name=user.person or user.name))
    except NotThere:
        raise
    except RuleError as refused:
        messages.warning(request, str(refused.text))
    return SeeOther(_page_of(user))


@require_POST
@staff(*services.ADMINISTRATORS)
@proved
def reset_factors(request: DoorRequest, user_id: UUID) -> HttpResponse:
    """The code, big, this once: it is nowhere else, and this page can't be loaded again."""
    user = _account(request, user_id)
    try:
        code = services.reset_factors(user=user, by=request.caller.user)
    except NotThere:
        raise
    except RuleError as refused:
        messages.warning(request, str(refused.text))
        return SeeOther(reverse("accounts:account", args=[user.pk]))
    hours = int(services.SET_UP_LASTS.total_seconds() // 3600)
    return render(request, "accounts/staff/set_up_code.html", {"user": user, "code": code, "hours": hours})


@require_POST
@staff(*services.ADMINISTRATORS)
def end_sign_in(request: DoorRequest, user_id: UUID, sign_in_id: UUID) -> HttpResponse:
    user = _account(request, user_id)
    sign_in = SignIn.objects.filter(pk=sign_in_id, user=user).first()
    if sign_in is None:
        raise NotThere
    services.end_sign_in(sign_in=sign_in, by=request.caller.user)
    messages.success(request, "That sign-in has ended.")
    return SeeOther(reverse("accounts:account", args=[user.pk]))
