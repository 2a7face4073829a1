"""The page of one rule that staff wrote, and what can be done with it. Complete without script: plain forms."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from accounts.doors import DoorRequest
from accounts.gates import SeeOther, proved, staff
from accounts.models import User
from core.errors import BadInput, NotThere, RuleError
from core.typed import whole
from moderation.errors import ExamplesFail, ExamplesMissing, NeedsSecond, RuleIsBroken, RuleMovedOn
from moderation.requests import staff_of
from moderation.rules import acts as doing
from moderation.rules.backtests.services import back_tests_of
from moderation.rules.compiling import scope_of
from moderation.rules.forms import BackTestForm
from moderation.rules.listing import tags_of
from moderation.rules.models import BackTest, RuleVersion, StaffRule
from moderation.rules.permissions import DRAFTING, may_draft, publishers_of, rule_for
from moderation.rules.reading import DAYS, VersionView, days_of, figures_of, shown, version_in, versions_for

#: Back-tests that a page lists.
TESTS = 10


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why something was not done, and what to do about it. `missed` and `hit`: examples, by number and text."""

    text: str
    advice: str
    missed: list[tuple[int, str]]
    hit: list[tuple[int, str]]
    may_edit: bool


@require_safe
@staff(*DRAFTING)
def rule_page(request: DoorRequest, rule_id: UUID) -> HttpResponse:
    return _page(request, rule_for(staff_of(request), rule_id))


@require_safe
@staff(*DRAFTING)
def version_page(request: DoorRequest, rule_id: UUID, number: int) -> HttpResponse:
    """One version as it was written."""
    user = staff_of(request)
    rule = rule_for(user, rule_id)
    view = version_in(versions_for(user, rule), number)
    context = {
        "rule": rule,
        "view": view,
        "test_form": _test_form(user, view.version),
        "tests": list(back_tests_of(user).filter(version=view.version)[:TESTS]),
    }
    return render(request, "moderation/staff/rules/version.html", context)


@require_POST
@staff(*DRAFTING)
@proved
def act(request: DoorRequest, rule_id: UUID, act: str) -> HttpResponse:
    """Do it as of the version that the page showed; when it can't be done, say why on the page as it is now."""
    user = staff_of(request)
    rule = rule_for(user, rule_id)
    version = whole(request.POST.get("version", ""))
    if act not in doing.DONE:
        raise NotThere
    if version is None:
        raise BadInput
    try:
        messages.success(request, doing.do(act, rule=rule, version=version, by=user))
    except NotThere:
        raise
    except RuleError as error:
        fresh = rule_for(user, rule_id)
        return _page(request, fresh, refusal=refusal_of(error, fresh, version, user), status=error.status)
    return SeeOther(reverse("rules:rule", args=[rule.pk]))


def refusal_of(error: RuleError, rule: StaffRule, number: int, user: User) -> Refusal:
    version = rule.versions.filter(number=number).first()
    missed, hit = (error.missed, error.hit) if isinstance(error, ExamplesFail) else ([], [])
    return Refusal(
        text=str(error.text),
        advice=_advice(error, version, user),
        missed=_examples(missed, version.must_match if version else []),
        hit=_examples(hit, version.must_not_match if version else []),
        may_edit=isinstance(error, ExamplesFail | ExamplesMissing | RuleIsBroken),
    )


def _advice(error: RuleError, version: RuleVersion | None, user: User) -> str:
    if isinstance(error, RuleMovedOn):
        return "Below is the rule as it is now. Read what is new, then do what still fits."
    if isinstance(error, ExamplesFail | ExamplesMissing):
        return "Change the rule or its examples, and publish it again."
    if isinstance(error, NeedsSecond) and version is not None:
        able = [one for one in publishers_of(scope_of(version)) if one.pk not in (user.pk, version.written_by_id)]
        return f"Ask one of them to open this page and agree: {doing.names(able)}." if able else _NOBODY
    return ""


_NOBODY = "Nobody else may publish here. A programme administrator of the whole installation has to be added."


def _examples(numbers: list[int], texts: list[str]) -> list[tuple[int, str]]:
    return [(number, texts[number - 1]) for number in numbers if number <= len(texts)]


def _page(request: DoorRequest, rule: StaffRule, *, refusal: Refusal | None = None, status: int = 200) -> HttpResponse:
    user = staff_of(request)
    views = versions_for(user, rule)
    newest = RuleVersion.objects.get(rule=rule, number=rule.newest)
    days = days_of(request.GET.get("days", ""))
    context = {
        "rule": rule,
        "tags": tags_of(rule),
        "newest": newest,
        "shown": shown(rule, views),
        "views": views,
        "acts": doing.acts_for(user, rule, newest),
        "refusal": refusal,
        "figures": figures_of(rule.code, days),
        "periods": DAYS.items(),
        **_tests(user, rule, views),
    }
    return render(request, "moderation/staff/rules/rule.html", context, status=status)


def _tests(user: User, rule: StaffRule, views: list[VersionView]) -> dict[str, Any]:
    """One's own back-tests, and the form for the next one of the version that waits."""
    waiting = rule.draft or rule.shadow
    is_seen = any(view.version == waiting for view in views)
    return {
        "tests": list(back_tests_of(user).filter(version__rule=rule)[:TESTS]),
        "test_version": waiting,
        "test_form": _test_form(user, waiting) if waiting and is_seen else None,
    }


def _test_form(user: User, version: RuleVersion) -> BackTestForm | None:
    if not may_draft(user, scope_of(version)):
        return None
    return None if _is_testing(user, version) else BackTestForm(user=user, initial={"days": "7"})


def _is_testing(user: User, version: RuleVersion) -> bool:
    return back_tests_of(user).filter(version=version, state__in=BackTest.OPEN).exists()
