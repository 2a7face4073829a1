"""What this app adds to the search of staff: cases by number, rules, and doing something with either."""

from collections.abc import Iterable

from django.db.models import F, Q
from django.urls import reverse

from accounts.doors import Caller
from accounts.permissions import holds
from core import finding
from core.finding import Found, matches
from core.typed import whole
from moderation.cases import words
from moderation.models import Case
from moderation.permissions import MODERATING, ROTA, cases_of
from moderation.records.permissions import OFFICER, keeps_everything
from moderation.requests import user_of
from moderation.rules.models import RuleVersion
from moderation.rules.overrides import BUILT_IN
from moderation.rules.permissions import rules_of, works_with_rules


def find_acts(caller: Caller, text: str) -> Iterable[Found]:
    return [act for act in _acts(caller) if matches(text, act.words)]


def _acts(caller: Caller) -> Iterable[Found]:
    user = user_of(caller)
    if works_with_rules(user):
        yield Found("New rule", reverse("rules:new"))
        yield Found("Try a text", reverse("rules:try"))
        yield Found("What follows", reverse("rules:outcomes"))
    if holds(user, *ROTA):
        yield Found("Duty lists", reverse("moderation:duty_lists"))
    if holds(user, *OFFICER):
        yield Found("Legal holds", reverse("records_pages:holds"))
    if keeps_everything(user):
        yield Found("Purges", reverse("records_pages:certificates"))
        yield Found("Audit trail", reverse("records_pages:audit"))


def find_cases(caller: Caller, text: str) -> Iterable[Found]:
    """By its whole number; its title says no words of people."""
    number, user = whole(text.lstrip("#")), user_of(caller)
    if number is None or not holds(user, *MODERATING):
        return []
    cases = cases_of(user).filter(number=number).select_related("group", "message")[:1]
    return [_case(case) for case in cases]


def _case(case: Case) -> Found:
    state = "" if case.state == Case.State.OPEN else f", {words.OUTCOMES.get(case.outcome, case.outcome).lower()}"
    page = reverse("moderation:case", args=[case.number])
    return Found(f"Case {case.number}: {words.title(case)}", page, f"{case.group.name}{state}")


def find_rules(caller: Caller, text: str) -> Iterable[Found]:
    """By code, and those that staff wrote by what they are for."""
    user = user_of(caller)
    if not works_with_rules(user):
        return []
    built_in = [rule for rule in BUILT_IN.values() if matches(text, rule.code)]
    return [*_written(caller, text), *(_built_in(rule.code) for rule in built_in[: finding.MOST])]


def _written(caller: Caller, text: str) -> Iterable[Found]:
    newest = RuleVersion.objects.filter(number=F("rule__newest"), purpose__icontains=text)
    rules = rules_of(user_of(caller)).filter(Q(code__icontains=text) | Q(pk__in=newest.values("rule")))
    return [
        Found(rule.code, reverse("rules:rule", args=[rule.pk]), rule.get_state_display().lower())
        for rule in rules.order_by("code")[: finding.MOST]
    ]


def _built_in(code: str) -> Found:
    return Found(code, reverse("rules:built_in", args=[code]), "built in")


finding.register("Do", find_acts, rank=21, unasked=True)
finding.register("Cases", find_cases, rank=35)
finding.register("Rules", find_rules, rank=50)
