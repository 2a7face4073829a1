"""The list of all rules, staff's and built-in ones, in the same few queries however many there are."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import F, Sum
from django.urls import reverse

from accounts.models import User
from core import clock
from moderation.rules import places, words
from moderation.rules.compiling import scope_of
from moderation.rules.models import BuiltInOverride, RuleTraffic, RuleVersion, StaffRule
from moderation.rules.permissions import rules_of, versions_seen_by
from moderation.rules.precision import Precision, precision
from moderation.rules.selectors import BuiltInView, built_ins
from moderation.rules.traffic import SHADOW
from moderation.screening.rules import EVERYWHERE, Scope

DAY = timedelta(hours=24)
_ORDER = ("tripped", "live", "shadow", "draft", "retired")


@dataclass(frozen=True, slots=True)
class Tag:
    words: str
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One rule in the list. `hits`: texts of the last 24 hours; `watched`: those that it hit in shadow."""

    url: str
    code: str
    is_built_in: bool
    purpose: str
    category: str
    tier: str
    place: Scope
    where: str
    states: Collection[str]
    tags: Sequence[Tag]
    hits: int
    watched: int
    precision: Precision | None

    @property
    def category_words(self) -> str:
        return words.category(self.category)

    @property
    def tier_words(self) -> str:
        return words.tier(self.category, self.tier)

    @property
    def agreed(self) -> str:
        return f"{round(100 * self.precision.share)} %" if self.precision else ""

    @property
    def interval(self) -> str:
        low, high = self.precision.interval if self.precision else (0.0, 0.0)
        return f"{round(100 * low)} to {round(100 * high)}"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody looks for; empty: anything. `kind`: `staff` or `built_in`."""

    text: str = ""
    kind: str = ""
    category: str = ""
    state: str = ""
    place: str = ""
    pack: str = ""
    by_hits: bool = False

    def fits(self, row: Row) -> bool:
        return (
            self.kind in ("", "built_in" if row.is_built_in else "staff")
            and self.category in ("", row.category)
            and (not self.state or self.state in row.states)
            and self.place in ("", row.place.kind)
            and self.pack in ("", words.pack_of(row.code))
            and all(part in f"{row.code} {row.purpose}".lower() for part in self.text.lower().split())
        )


@dataclass(frozen=True, slots=True)
class _Figures:
    loud: Mapping[str, int]
    shadow: Mapping[str, int]
    precise: Mapping[str, Precision]


def rows_of(user: User, wanted: Wanted) -> list[Row]:
    figures = _figures(since=clock.now() - DAY)
    rows = [row for row in (*_staffs(user, figures), *_built_in(user, figures)) if wanted.fits(row)]
    return sorted(rows, key=lambda row: -(row.hits + row.watched)) if wanted.by_hits else rows


def latest(found: Iterable[Precision]) -> Mapping[str, Precision]:
    """Of each rule its newest version that had a part in a decided case."""
    newest: dict[str, Precision] = {}
    for one in found:
        newest.setdefault(one.rule, one)
    return newest


def _figures(*, since: datetime) -> _Figures:
    rows = RuleTraffic.objects.filter(minute__gte=since, hits__gt=0)
    loud = rows.exclude(outcome=SHADOW).values("rule").annotate(n=Sum("hits")).order_by("rule")
    shadow = rows.filter(outcome=SHADOW).values("rule").annotate(n=Sum("hits")).order_by("rule")
    return _Figures(dict(loud.values_list("rule", "n")), dict(shadow.values_list("rule", "n")), latest(precision()))


def _staffs(user: User, figures: _Figures) -> list[Row]:
    rules = list(rules_of(user))
    newest = RuleVersion.objects.filter(rule__in=rules, number=F("rule__newest"))
    newest_of = {version.rule_id: version for version in newest}
    lives = [rule.live_id for rule in rules if rule.live_id]
    seen = set(versions_seen_by(user).filter(pk__in=lives).values_list("pk", flat=True))
    shown = [(rule, rule.live if rule.live and rule.live.pk in seen else newest_of[rule.pk]) for rule in rules]
    where = places.labels(scope_of(version) for _, version in shown)
    rows = [_staff_row(rule, version, where, figures) for rule, version in shown]
    return sorted(rows, key=lambda row: (min(map(_ORDER.index, row.states)), row.code))


def _staff_row(rule: StaffRule, shown: RuleVersion, where: Mapping[Scope, str], figures: _Figures) -> Row:
    place = scope_of(shown)
    return Row(
        url=reverse("rules:rule", args=[rule.pk]),
        code=rule.code,
        is_built_in=False,
        purpose=shown.purpose,
        category=shown.category,
        tier=shown.tier,
        place=place,
        where=where[place],
        states={str(rule.state), *(["tripped"] if rule.tripped_at else []), *(["shadow"] if rule.shadow else [])},
        tags=tags_of(rule),
        hits=figures.loud.get(rule.code, 0),
        watched=figures.shadow.get(rule.code, 0),
        precision=figures.precise.get(rule.code),
    )


def tags_of(rule: StaffRule) -> list[Tag]:
    """The state of a rule, and what else of it is under way."""
    tags = [Tag(words.STATES[rule.state], words.TONES.get(rule.state, ""))]
    if rule.tripped_at:
        tags.append(Tag("Only flags: hit too much", "clay"))
    if rule.shadow and rule.state != StaffRule.State.SHADOW:
        tags.append(Tag(f"Version {rule.shadow.number} in shadow", "dusk"))
    if rule.draft and rule.state != StaffRule.State.DRAFT:
        tags.append(Tag(f"Draft of version {rule.draft.number}"))
    return tags


def _built_in(user: User, figures: _Figures) -> list[Row]:
    return [_built_in_row(view, figures) for view in built_ins(user)]


def _built_in_row(view: BuiltInView, figures: _Figures) -> Row:
    rule = view.rule
    return Row(
        url=reverse("rules:built_in", args=[rule.code]),
        code=rule.code,
        is_built_in=True,
        purpose=rule.purpose,
        category=rule.category,
        tier=rule.tier,
        place=EVERYWHERE,
        where="Everywhere",
        states=_built_in_states(view.overrides),
        tags=tags_of_built_in(view.overrides),
        hits=figures.loud.get(rule.code, 0),
        watched=figures.shadow.get(rule.code, 0),
        precision=figures.precise.get(rule.code),
    )


def _built_in_states(overrides: Sequence[BuiltInOverride]) -> set[str]:
    standing = [one for one in overrides if one.state == BuiltInOverride.State.STANDING]
    everywhere = {one.to for one in standing if scope_of(one) == EVERYWHERE}
    tripped = {"tripped"} if BuiltInOverride.To.FLAG_ONLY in everywhere else set()
    runs = everywhere & {"shadow", "retired"} or {"live"}
    by_people = {"overridden"} if any(one.to != BuiltInOverride.To.FLAG_ONLY for one in overrides) else set()
    return {*map(str, runs), *tripped, *by_people}


def tags_of_built_in(overrides: Sequence[BuiltInOverride]) -> list[Tag]:
    states = _built_in_states(overrides)
    tags = [
        Tag(words.STATES[state], words.TONES.get(state, ""))
        for state in ("live", "shadow", "retired")
        if state in states
    ]
    tags += [Tag("Only flags: hit too much", "clay")] if "tripped" in states else []
    elsewhere = sum(scope_of(one) != EVERYWHERE and one.state == BuiltInOverride.State.STANDING for one in overrides)
    tags += [Tag(f"Overridden at {elsewhere} place{'s' if elsewhere > 1 else ''}", "clay")] if elsewhere else []
    everywhere = {"shadow", "retired"} & states
    tags += [Tag("Overridden", "clay")] if everywhere else []
    asked = any(one.state == BuiltInOverride.State.ASKED for one in overrides)
    return [*tags, Tag("Waits for a second person", "dusk")] if asked else tags
