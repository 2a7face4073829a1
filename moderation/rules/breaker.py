"""The circuit breaker: a rule that suddenly hits everything only flags from then on, and somebody is told.

Any rule that staff wrote, and built-in ones that are new here. A built-in rule that brings help is never capped: a cry
for help is not swallowed because many call.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.db.models import Sum

from accounts.models import User
from accounts.permissions import staff_covering
from audit.services import SYSTEM, record
from core import clock
from core.transactions import unit
from moderation import kinds
from moderation.rules.book import change_book
from moderation.rules.models import BuiltInOverride, KnownRule, RuleNotice, RuleTraffic, ScopeKind, StaffRule
from moderation.rules.overrides import BUILT_IN, is_crisis
from moderation.rules.permissions import PROGRAMME
from moderation.rules.traffic import ALL_TEXTS, SHADOW
from moderation.screening.rules import RULES, Rule

#: How far back it looks, the share of texts that is too much, and how many texts it takes to say so.
WINDOW: Final = timedelta(minutes=10)
TOO_MUCH: Final = 0.05
FEWEST: Final = 50
#: How long a built-in rule counts as new here.
NEW: Final = timedelta(days=7)
#: Nobody is told again of the same within this time.
QUIET: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Load:
    """Texts that a version ran on in the window, and those that it hit."""

    rule: str
    version: int
    seen: int
    hits: int

    @property
    def is_too_much(self) -> bool:
        return self.seen >= FEWEST and self.hits > TOO_MUCH * self.seen


def trip() -> bool:
    """Cap what hits too much, and tell. One round; False: look again at the next."""
    now = clock.now()
    for load in _loads(since=now - WINDOW):
        if load.is_too_much:
            _answer(load, at=now)
    return False


def remember_built_in(*, at: datetime) -> int:
    """Note which versions of built-in rules are here. Those of the first time are not new: they were measured before
    anybody came."""
    known = set(KnownRule.objects.values_list("code", "version"))
    since = at if known else None
    missing = [
        KnownRule(code=r.code, version=r.version, since=since) for r in RULES if (r.code, r.version) not in known
    ]
    KnownRule.objects.bulk_create(missing, ignore_conflicts=True)
    return len(missing)


def dismiss_notice(*, notice: RuleNotice, by: User) -> None:
    """Its reader has seen it."""
    RuleNotice.objects.filter(pk=notice.pk, user=by, read_at=None).update(read_at=clock.now())


def _answer(load: Load, *, at: datetime) -> None:
    rule = BUILT_IN.get(load.rule)
    if rule is None:
        _cap_staffs(load, at=at)
    elif is_crisis(rule):
        _tell_of_crisis(load, at=at)
    elif _is_new(rule, at=at):
        _cap_built_in(load, at=at)


@unit()
def _cap_staffs(load: Load, *, at: datetime) -> None:
    change_book()
    locked = StaffRule.objects.select_for_update(of=("self",)).select_related("owner", "live")
    rule = locked.filter(code=load.rule, live__number=load.version, tripped_at=None).first()
    if rule is None or not _since(load, rule.reset_at).is_too_much:
        return
    StaffRule.objects.filter(pk=rule.pk).update(tripped_at=at)
    _record(kinds.RULE_TRIPPED, f"rule:{rule.pk}", load, at=at)
    _tell([rule.owner], RuleNotice.Kind.TRIPPED, load, at=at)


@unit()
def _cap_built_in(load: Load, *, at: datetime) -> None:
    change_book()
    here = BuiltInOverride.objects.filter(code=load.rule, scope_kind=ScopeKind.EVERYWHERE)
    last = here.filter(state=BuiltInOverride.State.ENDED).order_by("-ended_at").first()
    stands = here.exclude(state=BuiltInOverride.State.ENDED).exists()
    if stands or not _since(load, last.ended_at if last else None).is_too_much:
        return
    override = BuiltInOverride.objects.create(
        code=load.rule,
        to=BuiltInOverride.To.FLAG_ONLY,
        state=BuiltInOverride.State.STANDING,
        asked_by=SYSTEM,
        asked_at=at,
    )
    _record(kinds.RULE_TRIPPED, f"override:{override.pk}", load, at=at)
    _tell(staff_covering(*PROGRAMME), RuleNotice.Kind.TRIPPED, load, at=at)


@unit()
def _tell_of_crisis(load: Load, *, at: datetime) -> None:
    told = RuleNotice.objects.filter(kind=RuleNotice.Kind.HITS_MUCH, rule=load.rule, at__gt=at - QUIET)
    if not told.exists():
        _record(kinds.RULE_HITS_MUCH, f"rule:{load.rule}", load, at=at)
        _tell(staff_covering(*PROGRAMME), RuleNotice.Kind.HITS_MUCH, load, at=at)


def _tell(users: Iterable[User], kind: str, load: Load, *, at: datetime) -> None:
    told = {"rule": load.rule, "version": load.version, "seen": load.seen, "hits": load.hits}
    notices = [RuleNotice(user=user, kind=kind, at=at, **told) for user in users]
    RuleNotice.objects.bulk_create(notices, ignore_conflicts=True)


def _record(kind: str, subject: str, load: Load, *, at: datetime) -> None:
    told = {"code": load.rule, "version": load.version, "seen": load.seen, "hits": load.hits}
    record(kind, by=SYSTEM, subject=subject, at=at, **told)


def _is_new(rule: Rule, *, at: datetime) -> bool:
    return KnownRule.objects.filter(code=rule.code, version=rule.version, since__gt=at - NEW).exists()


def _loads(*, since: datetime) -> list[Load]:
    """What each version did in whole minutes since then. A built-in rule runs on all texts."""
    rows = RuleTraffic.objects.filter(minute__gte=since).exclude(outcome=SHADOW)
    sums = rows.values("rule", "version").annotate(texts=Sum("seen"), found=Sum("hits")).order_by("rule", "version")
    counted = {(row["rule"], row["version"]): (row["texts"], row["found"]) for row in sums}
    everything, _ = counted.pop(ALL_TEXTS, (0, 0))
    return [
        Load(code, version, everything if code in BUILT_IN else seen, hits)
        for (code, version), (seen, hits) in counted.items()
    ]


def _since(load: Load, looked_at: datetime | None) -> Load:
    """The same without what came before somebody looked at it."""
    if looked_at is None:
        return load
    after = [one for one in _loads(since=looked_at) if (one.rule, one.version) == (load.rule, load.version)]
    return after[0] if after else Load(load.rule, load.version, 0, 0)
