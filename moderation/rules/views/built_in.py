"""The page of one built-in rule: to be read, and to be put into shadow or retired where it does not fit."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from accounts.doors import DoorRequest
from accounts.gates import SeeOther, staff
from accounts.models import User
from audit.services import actor
from core.errors import NotThere, RuleError
from moderation.records.selectors import names_of
from moderation.requests import staff_of
from moderation.rules import acts, places, words
from moderation.rules.compiling import scope_of
from moderation.rules.forms import OverrideForm, refuse
from moderation.rules.listing import tags_of_built_in
from moderation.rules.models import BuiltInOverride
from moderation.rules.overrides import bring_back_built_in, is_crisis, override_built_in
from moderation.rules.permissions import DRAFTING, may_publish, publishers_of
from moderation.rules.reading import DAYS, Said, days_of, figures_of
from moderation.rules.selectors import BuiltInView, built_in_for

State = BuiltInOverride.State


@dataclass(frozen=True, slots=True)
class OverrideView:
    """An override, with what its reader may do about it."""

    override: BuiltInOverride
    to: str
    where: str
    value: str
    asked_by: str
    approved_by: str
    may_agree: bool
    may_end: bool
    others: str

    @property
    def waits(self) -> bool:
        return self.override.state == State.ASKED


@require_safe
@staff(*DRAFTING)
def built_in_rule(request: DoorRequest, code: str) -> HttpResponse:
    user = staff_of(request)
    return _page(request, built_in_for(user, code), OverrideForm(user=user, initial={"to": "shadow"}))


@require_POST
@staff(*DRAFTING)
def override(request: DoorRequest, code: str) -> HttpResponse:
    """Put it into shadow or retire it in a place; of a crisis rule this asks a second person, or agrees."""
    user = staff_of(request)
    view = built_in_for(user, code)
    form = OverrideForm(request.POST, user=user)
    if not form.fields["scope"].choices:  # type: ignore[attr-defined]
        raise NotThere
    done = _overridden(form, code, user) if form.is_valid() else None
    if done is None:
        return _page(request, view, form, status=400)
    waits = done.state == State.ASKED
    said = "You asked for it. It holds when a second person agrees." if waits else "It holds within five seconds."
    messages.success(request, said)
    return SeeOther(reverse("rules:built_in", args=[code]))


@require_POST
@staff(*DRAFTING)
def bring_back(request: DoorRequest, override_id: UUID) -> HttpResponse:
    user = staff_of(request)
    found = BuiltInOverride.objects.filter(pk=override_id).first()
    if found is None:
        raise NotThere
    bring_back_built_in(override=found, by=user)
    messages.success(request, "The built-in rule works in full there again.")
    return SeeOther(reverse("rules:built_in", args=[found.code]))


def _overridden(form: OverrideForm, code: str, user: User) -> BuiltInOverride | None:
    said = form.cleaned_data
    try:
        return override_built_in(code=code, to=said["to"], by=user, scope=places.of_value(said["scope"]))
    except RuleError as refusal:
        refuse(form, refusal)
    return None


def _page(request: DoorRequest, view: BuiltInView, form: OverrideForm, *, status: int = 200) -> HttpResponse:
    user = staff_of(request)
    days = days_of(request.GET.get("days", ""))
    context = {
        "view": view,
        "rule": view.rule,
        "said": Said(view.rule, "Everywhere"),
        "pack": words.PACKS.get(words.pack_of(view.rule.code), words.ANY_PACK),
        "tags": tags_of_built_in(view.overrides),
        "overrides": _overrides(view, user),
        "is_crisis": is_crisis(view.rule),
        "form": form if form.fields["scope"].choices else None,  # type: ignore[attr-defined]
        "figures": figures_of(view.rule.code, days),
        "periods": DAYS.items(),
    }
    return render(request, "moderation/staff/rules/built_in.html", context, status=status)


def _overrides(view: BuiltInView, user: User) -> list[OverrideView]:
    where = places.labels(map(scope_of, view.overrides))
    names = names_of(name for one in view.overrides for name in (one.asked_by, one.approved_by) if name)
    return [_override(one, where[scope_of(one)], names, user) for one in view.overrides]


def _override(one: BuiltInOverride, where: str, names: dict[str, str], user: User) -> OverrideView:
    publishes = may_publish(user, scope_of(one))
    waits, own = one.state == State.ASKED, one.asked_by == actor(user)
    able = publishers_of(scope_of(one)) if waits else []
    return OverrideView(
        override=one,
        to=words.OVERRIDES[one.to],
        where=where,
        value=places.value_of(scope_of(one)),
        asked_by=names.get(one.asked_by, one.asked_by),
        approved_by=names.get(one.approved_by, one.approved_by),
        may_agree=waits and publishes and not own,
        may_end=publishes,
        others=acts.names([other for other in able if actor(other) != one.asked_by]),
    )
