"""What pages of rules show: built-in rules as they run, traffic, notices."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet, Sum
from django.urls import reverse

from accounts.models import User
from core.errors import NotThere
from moderation.rules import permissions
from moderation.rules.codes import PREFIX
from moderation.rules.compiling import scope_of
from moderation.rules.models import BuiltInOverride, RuleNotice, RuleTraffic, RuleVersion, StaffRule
from moderation.rules.overrides import BUILT_IN
from moderation.rules.traffic import ALL_TEXTS, SHADOW
from moderation.screening.rules import Rule


@dataclass(frozen=True, slots=True)
class BuiltInView:
    """A built-in rule with its overrides that this reader may see; none: it works in full."""

    rule: Rule
    overrides: Sequence[BuiltInOverride]


@dataclass(frozen=True, slots=True)
class Traffic:
    """Texts that a version ran on and that it hit; `shadow`: while it only looked."""

    version: int
    seen: int
    hits: int
    shadow_seen: int
    shadow_hits: int


def built_ins(user: User) -> list[BuiltInView]:
    """All of them, in the order of the tables; nothing for who does not work with rules."""
    if not permissions.works_with_rules(user):
        return []
    there: dict[str, list[BuiltInOverride]] = {}
    for override in BuiltInOverride.objects.exclude(state=BuiltInOverride.State.ENDED).order_by("asked_at"):
        if permissions.may_see(user, scope_of(override)):
            there.setdefault(override.code, []).append(override)
    return [BuiltInView(rule, there.get(code, ())) for code, rule in BUILT_IN.items()]


def built_in_for(user: User, code: str) -> BuiltInView:
    """`NotThere` for no such rule, or no reader of rules."""
    found = [view for view in built_ins(user) if view.rule.code == code]
    if not found:
        raise NotThere
    return found[0]


def pages_of(user: User, codes: Iterable[str]) -> dict[str, str]:
    """The address of each of these rules that has a page which this reader may open."""
    wanted = set(codes) if permissions.works_with_rules(user) else set()
    built_in = {code: reverse("rules:built_in", args=[code]) for code in wanted if code in BUILT_IN}
    others = wanted - set(built_in)
    written = permissions.rules_of(user).filter(code__in=others) if others else []
    return {**built_in, **{rule.code: reverse("rules:rule", args=[rule.pk]) for rule in written}}


def purposes_of(codes: Iterable[str]) -> dict[tuple[str, int], str]:
    """What each version of these rules is for, in one sentence; of those that staff wrote."""
    staffs = [code for code in set(codes) if code.startswith(PREFIX)]
    if not staffs:
        return {}
    versions = RuleVersion.objects.filter(rule__code__in=staffs)
    return {
        (code, number): purpose for code, number, purpose in versions.values_list("rule__code", "number", "purpose")
    }


def versions_of(rule: StaffRule) -> QuerySet[RuleVersion]:
    """Newest first, with who wrote them and who agreed."""
    return rule.versions.select_related("written_by").prefetch_related("approvals__by").order_by("-number")


def traffic_of(code: str, *, since: datetime) -> list[Traffic]:
    """Of each version of this rule, newest first. A built-in rule ran on all texts."""
    rows = RuleTraffic.objects.filter(minute__gte=since)
    everything = rows.filter(rule=ALL_TEXTS[0]).aggregate(texts=Sum("seen"))["texts"] or 0
    loud = _sums(rows.filter(rule=code).exclude(outcome=SHADOW))
    shadow = _sums(rows.filter(rule=code, outcome=SHADOW))
    return [_traffic(n, loud, shadow, everything if code in BUILT_IN else None) for n in _newest_first(loud, shadow)]


def outcomes_of(code: str, *, since: datetime) -> dict[str, int]:
    """Texts that this rule hit, by what became of them."""
    rows = RuleTraffic.objects.filter(minute__gte=since, rule=code, hits__gt=0)
    return dict(rows.values("outcome").annotate(n=Sum("hits")).order_by("outcome").values_list("outcome", "n"))


def notices_of(user: User) -> QuerySet[RuleNotice]:
    """What this user has not put aside yet, newest first."""
    return RuleNotice.objects.filter(user=user, read_at=None).order_by("-at", "-pk")


_Sums = Mapping[int, tuple[int, int]]


def _sums(rows: QuerySet[RuleTraffic]) -> _Sums:
    sums = rows.values("version").annotate(texts=Sum("seen"), found=Sum("hits")).order_by("version")
    return {row["version"]: (row["texts"], row["found"]) for row in sums}


def _newest_first(*sums: _Sums) -> list[int]:
    return sorted(set().union(*sums), reverse=True)


def _traffic(version: int, loud: _Sums, shadow: _Sums, everything: int | None) -> Traffic:
    seen, hits = loud.get(version, (0, 0))
    return Traffic(version, seen if everything is None else everything, hits, *shadow.get(version, (0, 0)))
