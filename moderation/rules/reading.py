"""What the page of one rule shows: its versions as people read them, what came of it, who did what."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from typing import Final

from accounts.models import User
from core import clock
from core.errors import NotThere
from moderation.rules import content as contents
from moderation.rules import places, words
from moderation.rules.compiling import rule_of, scope_of
from moderation.rules.models import RuleVersion, StaffRule
from moderation.rules.permissions import versions_seen_by
from moderation.rules.precision import precision
from moderation.rules.selectors import Traffic, outcomes_of, traffic_of, versions_of
from moderation.screening.decide import TABLE
from moderation.screening.rules import Rule
from moderation.screening.scores import SPEAKS

#: What a changed field of a version is called.
FIELDS: Final[Mapping[str, str]] = {
    "kind": "how it looks",
    "category": "what it finds",
    "tier": "what it finds",
    "purpose": "purpose",
    "scope": "where",
    "score": "weight",
    "literals": "words",
    "pattern": "pattern",
    "steps": "steps",
    "gap": "words between",
    "not_before": "unless before",
    "not_after": "unless after",
    "detector": "detector",
    "must_match": "examples",
    "must_not_match": "examples",
}
DAYS: Final = {1: "24 h", 7: "7 days", 30: "30 days"}


@dataclass(frozen=True, slots=True)
class GuardView:
    """Words around a match that change what it means, of a built-in rule."""

    name: str
    side: str
    effect: str
    pattern: str
    unless: str


@dataclass(frozen=True, slots=True)
class Said:
    """A rule as people read it. `outcome`: what follows by itself when it speaks."""

    rule: Rule
    where: str

    @property
    def kind(self) -> str:
        return words.KINDS[self.rule.kind]

    @property
    def category(self) -> str:
        return words.category(self.rule.category)

    @property
    def tier(self) -> str:
        return words.tier(self.rule.category, self.rule.tier)

    @property
    def outcome(self) -> str:
        decision = TABLE[self.rule.category][self.rule.tier]
        told = words.OUTCOMES[decision.outcome]
        return f"{told}, and somebody on duty is told at once" if decision.crisis else told

    @property
    def guards(self) -> list[GuardView]:
        return [
            GuardView(guard.name, guard.side, self._effect(guard.lowers_to), guard.pattern, guard.unless)
            for guard in self.rule.guards
        ]

    def _effect(self, lowers_to: str) -> str:
        return f"it counts as “{words.tier(self.rule.category, lowers_to)}”" if lowers_to else "no hit"

    @property
    def is_weak(self) -> bool:
        return self.rule.score < SPEAKS

    @property
    def weight(self) -> str:
        return f"{self.rule.score:g}"


@dataclass(frozen=True, slots=True)
class VersionView:
    version: RuleVersion
    said: Said
    state: str
    agreed: Sequence[str]
    changed: Sequence[str]

    @property
    def tone(self) -> str:
        return words.TONES.get(self.state.lower(), "")


@dataclass(frozen=True, slots=True)
class Figures:
    """What came of a rule in these last days."""

    days: int
    traffic: Sequence[Traffic]
    outcomes: Sequence[tuple[str, int]]
    precise: Sequence[tuple[int, str]]


def versions_for(user: User, rule: StaffRule) -> list[VersionView]:
    """Those that this user may see, newest first."""
    seen = set(versions_seen_by(user).filter(rule=rule).values_list("pk", flat=True))
    versions = [version for version in versions_of(rule) if version.pk in seen]
    where = places.labels(map(scope_of, versions))
    before: Sequence[RuleVersion | None] = [*versions[1:], None]
    return [
        VersionView(
            version=version,
            said=Said(rule_of(version, code=rule.code), where[scope_of(version)]),
            state=_state(rule, version),
            agreed=[approval.by.name for approval in version.approvals.all()],
            changed=_changed(version, earlier),
        )
        for version, earlier in zip(versions, before, strict=True)
    ]


def version_in(views: Sequence[VersionView], number: int) -> VersionView:
    found = [view for view in views if view.version.number == number]
    if not found:
        raise NotThere
    return found[0]


def shown(rule: StaffRule, views: Sequence[VersionView]) -> list[VersionView]:
    """What a page shows in full: the versions that run or wait, or of a retired rule its newest."""
    pointed = {version.pk for version in (rule.draft, rule.shadow, rule.live) if version is not None}
    return [view for view in views if view.version.pk in pointed] or list(views[:1])


def figures_of(code: str, days: int) -> Figures:
    since: datetime = clock.now() - timedelta(days=days)
    return Figures(
        days=days,
        traffic=traffic_of(code, since=since),
        outcomes=[(words.OUTCOMES.get(name, name), n) for name, n in outcomes_of(code, since=since).items()],
        precise=[(one.version, words.precision(one)) for one in precision([code])],
    )


def days_of(text: str) -> int:
    """As an address asks for it; a day where it makes no sense."""
    return int(text) if text in map(str, DAYS) else 1


def _state(rule: StaffRule, version: RuleVersion) -> str:
    names = ((rule.live_id, "Live"), (rule.shadow_id, "Shadow"), (rule.draft_id, "Draft"))
    if rule.state == StaffRule.State.RETIRED and version.number == rule.newest:
        return "Retired"
    return next((name for pk, name in names if pk == version.pk), "Earlier")


def _changed(version: RuleVersion, earlier: RuleVersion | None) -> list[str]:
    if earlier is None:
        return []
    now, before = contents.of(version), contents.of(earlier)
    names = [FIELDS[f.name] for f in fields(now) if getattr(now, f.name) != getattr(before, f.name)]
    return list(dict.fromkeys(names))
