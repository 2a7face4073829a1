"""Staff record that a person is an adult, is under supervision, and what their officer said for each group."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from accounts.doors import DoorRequest
from accounts.gates import SeeOther, staff
from core.errors import NotThere, RuleError
from custody.models import Person
from groups.continuity.adults import confirm_adult
from groups.continuity.selectors import PEOPLE_ROLES, person_for
from groups.continuity.views import person_page
from groups.forms import AdultForm
from groups.models import Supervision, SupervisionApproval
from groups.supervision import services
from groups.supervision.forms import AskForm, GrantForm, SupervisionForm
from groups.supervision.part import Part, part_of

Again = Callable[[Form], dict[str, Any]]


@require_POST
@staff(*PEOPLE_ROLES)
def adult(request: DoorRequest, person_id: UUID) -> HttpResponse:
    who, form = person_for(request.caller.user, person_id), AdultForm(request.POST)
    return _done(
        request,
        who,
        form,
        lambda: confirm_adult(person=who, checked_by=form.cleaned_data["adult"], by=request.caller.user),
        "It is on the record that this person is an adult.",
        lambda form: {"adult_form": form},
    )


@require_POST
@staff(*PEOPLE_ROLES)
def record(request: DoorRequest, person_id: UUID) -> HttpResponse:
    who, form = person_for(request.caller.user, person_id), SupervisionForm(request.POST)
    return _done(
        request,
        who,
        form,
        lambda: services.record_supervision(person=who, by=request.caller.user, **form.said()),
        "Recorded. In each group this person now needs their officer's approval.",
        lambda form: _with(request, who, record_form=form),
    )


@require_POST
@staff(*PEOPLE_ROLES)
def end(request: DoorRequest, person_id: UUID) -> HttpResponse:
    who = person_for(request.caller.user, person_id)
    standing = Supervision.objects.filter(person=who, ended_at=None).first()
    if standing is None:
        raise NotThere
    services.end_supervision(supervision=standing, by=request.caller.user)
    return _back(request, who, "The supervision has ended. Nobody's approval is needed.")


@require_POST
@staff(*PEOPLE_ROLES)
def ask(request: DoorRequest, person_id: UUID) -> HttpResponse:
    who = person_for(request.caller.user, person_id)
    groups = [row.group for row in part_of(who, request.caller.user).rows]
    form = AskForm(request.POST, groups=groups)
    return _done(
        request,
        who,
        form,
        lambda: services.ask_approval(person=who, by=request.caller.user, **form.cleaned_data),
        "It is on the record that the officer was asked.",
        lambda form: _with(request, who, ask_form=form),
    )


@require_POST
@staff(*PEOPLE_ROLES)
def grant(request: DoorRequest, person_id: UUID, approval_id: UUID) -> HttpResponse:
    who = person_for(request.caller.user, person_id)
    approval, form = _approval(who, approval_id), GrantForm(request.POST)
    return _done(
        request,
        who,
        form,
        lambda: services.grant_approval(approval=approval, by=request.caller.user, **form.said()),
        "The officer's approval is on the record.",
        lambda form: _typed(request, who, approval, form),
    )


@require_POST
@staff(*PEOPLE_ROLES)
def revoke(request: DoorRequest, person_id: UUID, approval_id: UUID) -> HttpResponse:
    who = person_for(request.caller.user, person_id)
    services.revoke_approval(approval=_approval(who, approval_id), by=request.caller.user)
    return _back(request, who, "The officer's no is on the record. The person can read for 7 days.")


def _approval(who: Person, approval_id: UUID) -> SupervisionApproval:
    found = SupervisionApproval.objects.select_related("person", "group").filter(pk=approval_id, person=who).first()
    if found is None:
        raise NotThere
    return found


def _done(
    request: DoorRequest, who: Person, form: Form, act: Callable[[], object], words: str, again: Again
) -> HttpResponse:
    """Do it, and back to the person; what is not right yet is shown where it was typed."""
    if form.is_valid():
        try:
            act()
        except RuleError as error:
            form.add_error(None, str(error.text))
            return person_page(request, who, status=error.status, **again(form))
        return _back(request, who, words)
    return person_page(request, who, status=400, **again(form))


def _back(request: DoorRequest, who: Person, words: str) -> HttpResponse:
    messages.success(request, words)
    return SeeOther(reverse("groups:person", args=[who.pk]))


def _with(request: DoorRequest, who: Person, **forms: Any) -> dict[str, Part]:
    return {"part": replace(part_of(who, request.caller.user), **forms)}


def _typed(request: DoorRequest, who: Person, approval: SupervisionApproval, form: Form) -> dict[str, Part]:
    """The form of one group, among those of all."""
    part = part_of(who, request.caller.user)
    assert isinstance(form, GrantForm)
    form.auto_id = f"id_{approval.group_id.hex[:8]}_%s"
    rows = [replace(row, form=form) if row.group.pk == approval.group_id else row for row in part.rows]
    return {"part": replace(part, rows=rows)}
