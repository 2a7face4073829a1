"""Back-tests: ask for one, watch it, read what it hit. Counts come first; words only on an explicit press, on the
record, and only from rooms that the reader may read."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from accounts.doors import DoorRequest
from accounts.gates import SeeOther, quiet, staff
from accounts.models import User
from core import clock
from core.errors import BadInput, NotThere, RuleError
from core.typed import whole
from moderation.cases.selectors import Part, parts_of
from moderation.requests import staff_of
from moderation.rules import places, words
from moderation.rules.backtests.services import (
    KEPT,
    MOST,
    PAGE,
    HitView,
    ask_back_test,
    back_test_for,
    cancel_back_test,
    read_hits,
)
from moderation.rules.compiling import scope_of
from moderation.rules.forms import BackTestForm
from moderation.rules.models import BackTest, RuleVersion
from moderation.rules.permissions import DRAFTING, readable_rooms, rule_for, rules_of, versions_seen_by

OUTCOMES = ("deliver", "flag", "nudge", "hold", "refuse", "unknown")


@dataclass(frozen=True, slots=True)
class Line:
    """How many messages of one kind of change, by what became of them; `told`: what that means."""

    change: str
    name: str
    told: str
    cells: Sequence[int]

    @property
    def total(self) -> int:
        return sum(self.cells)


@dataclass(frozen=True, slots=True)
class Shown:
    """A message that was hit, its words marked."""

    hit: HitView
    state: str
    parts: Sequence[Part]


@require_POST
@staff(*DRAFTING)
def ask(request: DoorRequest, rule_id: UUID, number: int) -> HttpResponse:
    user = staff_of(request)
    rule = rule_for(user, rule_id)
    version = versions_seen_by(user).filter(rule=rule, number=number).select_related("rule__live").first()
    if version is None:
        raise NotThere
    form = BackTestForm(request.POST, user=user)
    test = _asked(request, form, version, user) if form.is_valid() else None
    if test is None:
        messages.error(request, _first_error(form))
        return SeeOther(reverse("rules:version", args=[rule.pk, number]))
    return SeeOther(reverse("rules:back_test", args=[test.pk]))


@require_safe
@staff(*DRAFTING)
def back_test(request: DoorRequest, test_id: UUID) -> HttpResponse:
    """Its counts; nobody's words."""
    user = staff_of(request)
    return render(request, "moderation/staff/rules/back_test.html", _context(back_test_for(user, test_id), user))


@require_safe
@quiet
@staff(*DRAFTING)
def progress(request: DoorRequest, test_id: UUID) -> HttpResponse:
    """The counts again, for the page that shows them."""
    user = staff_of(request)
    return render(request, "moderation/staff/rules/_progress.html", _context(back_test_for(user, test_id), user))


@require_POST
@staff(*DRAFTING)
def cancel(request: DoorRequest, test_id: UUID) -> HttpResponse:
    user = staff_of(request)
    test = back_test_for(user, test_id)
    try:
        cancel_back_test(test=test, by=user)
        messages.success(request, "The back-test is cancelled. What was counted so far stays.")
    except NotThere:
        raise
    except RuleError as error:
        messages.warning(request, str(error.text))
    return SeeOther(reverse("rules:back_test", args=[test.pk]))


@require_POST
@staff(*DRAFTING)
def read(request: DoorRequest, test_id: UUID) -> HttpResponse:
    """A page of the words that were hit: this is a reading, on the record."""
    user = staff_of(request)
    test = back_test_for(user, test_id)
    change, page = request.POST.get("change", ""), whole(request.POST.get("page", "1"))
    if change not in words.CHANGES or not page:
        raise BadInput
    hits = read_hits(test=test, by=user, change=change, page=page)
    reading = {
        "change": change,
        "name": words.CHANGES[change].lower(),
        "page": page,
        "shown": [_shown(hit) for hit in hits],
        "earlier": page - 1,
        "later": page + 1 if len(hits) == PAGE else 0,
    }
    return render(request, "moderation/staff/rules/back_test.html", {**_context(test, user), "reading": reading})


def _asked(request: DoorRequest, form: BackTestForm, version: RuleVersion, user: User) -> BackTest | None:
    since = clock.now() - timedelta(days=form.cleaned_data["days"])
    scope = places.of_value(form.cleaned_data["scope"])
    try:
        return ask_back_test(version=version, by=user, scope=scope, since=since)
    except NotThere:
        raise
    except RuleError as error:
        form.add_error(None, str(error.text))
        return None


def _first_error(form: BackTestForm) -> str:
    return next((str(error) for errors in form.errors.values() for error in errors), "That did not work.")


def _context(test: BackTest, user: User) -> dict[str, Any]:
    lines = [_line(test, change) for change in (words.CHANGES if test.compared else ["new"])]
    there = {outcome for counts in test.counts.values() for outcome in counts}
    columns = [name for name in OUTCOMES if name in there]
    return {
        "test": test,
        "rule_is_seen": rules_of(user).filter(pk=test.version.rule_id).exists(),
        "state": words.BACK_TESTS[test.state],
        "is_open": test.state in BackTest.OPEN,
        "where": "all rooms within your reach" if test.scope_kind == "everywhere" else places.label(scope_of(test)),
        "columns": [words.OUTCOMES[name] for name in columns],
        "lines": [(line, [line.cells[OUTCOMES.index(name)] for name in columns]) for line in lines],
        "total": sum(line.total for line in lines),
        "most": MOST,
        "is_cut": test.seen >= MOST,
        "may_read": readable_rooms(user).exists() and test.asked_at > clock.now() - KEPT,
        "kept_days": KEPT.days,
    }


def _line(test: BackTest, change: str) -> Line:
    counts = test.counts.get(change, {})
    new, old = test.version.number, test.compared.number if test.compared else 0
    told = {
        "new": f"Version {new} hits them, version {old} does not" if old else f"Version {new} hits them",
        "gone": f"Version {old} hits them, version {new} does not any more",
        "same": "Both hit them",
    }
    return Line(change, words.CHANGES[change], told[change], _cells(counts.get(name, 0) for name in OUTCOMES))


def _cells(counts: Iterable[int]) -> Sequence[int]:
    return tuple(counts)


def _shown(hit: HitView) -> Shown:
    marks = [(start, end, 1) for start, end in hit.spans]
    return Shown(hit, words.MESSAGE_STATES.get(hit.state, hit.state), parts_of(hit.body, marks))
