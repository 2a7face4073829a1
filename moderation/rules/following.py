"""The table of what follows, as a page shows it: by category, with the rows of staff that its reader may see."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from accounts.models import User
from moderation.records.selectors import names_of
from moderation.rules import places, words
from moderation.rules.compiling import scope_of
from moderation.rules.models import OutcomeRow
from moderation.rules.permissions import outcomes_seen_by
from moderation.screening.policy import AT_RISK, TABLE, TIERS, Decision
from moderation.screening.rules import EVERYWHERE

#: Ended rows that the page shows.
MOST_ENDED: Final = 50
_ORDER: Final = [(category, tier) for category, tiers in TIERS.items() for tier in tiers]


@dataclass(frozen=True, slots=True)
class Follows:
    outcome: str
    tone: str
    is_crisis: bool


@dataclass(frozen=True, slots=True)
class RowView:
    """A row of staff, with whether its reader may end it."""

    row: OutcomeRow
    category: str
    tier: str
    where: str
    days: str
    follows: Follows
    asked_by: str
    ended_by: str
    may_end: bool


@dataclass(frozen=True, slots=True)
class TierView:
    """What follows by the built-in table; `at_risk` None: the same in days of risk."""

    name: str
    standard: Follows
    at_risk: Follows | None
    changes: Sequence[RowView]


@dataclass(frozen=True, slots=True)
class CategoryView:
    name: str
    tiers: Sequence[TierView]


@dataclass(frozen=True, slots=True)
class Table:
    categories: Sequence[CategoryView]
    standing: Sequence[RowView]
    ended: Sequence[RowView]


def table_for(user: User) -> Table:
    """In the same few queries however many rows there are."""
    seen = outcomes_seen_by(user)
    standing = sorted(seen.filter(ended_at=None).order_by("at", "pk"), key=_position)
    ended = list(seen.exclude(ended_at=None).order_by("-ended_at", "-pk")[:MOST_ENDED])
    views = _views([*standing, *ended], user)
    shown = views[: len(standing)]
    return Table([_category(category, shown) for category in TABLE], shown, views[len(standing) :])


def _position(row: OutcomeRow) -> int:
    """As the table has it; what this release does not know any more comes last."""
    key = (row.category, row.tier)
    return _ORDER.index(key) if key in _ORDER else len(_ORDER)


def _views(rows: Sequence[OutcomeRow], user: User) -> list[RowView]:
    where = places.labels(map(scope_of, rows))
    names = names_of(name for row in rows for name in (row.asked_by, row.ended_by) if name)
    own = {value for _, choices in places.for_outcomes(user) for value, _ in choices}
    return [
        RowView(
            row=row,
            category=words.category(row.category),
            tier=words.tier(row.category, row.tier),
            where=where[scope_of(row)],
            days=words.DAYS[row.days],
            follows=_follows(row.outcome, is_crisis=_calls_help(row)),
            asked_by=names.get(row.asked_by, row.asked_by),
            ended_by=names.get(row.ended_by, row.ended_by),
            may_end=not own.isdisjoint({EVERYWHERE.kind, places.value_of(scope_of(row))}),
        )
        for row in rows
    ]


def _category(category: str, rows: Iterable[RowView]) -> CategoryView:
    own = [view for view in rows if view.row.category == category]
    tiers = [_tier(category, tier, standard, own) for tier, standard in TABLE[category].items()]
    return CategoryView(words.category(category), tiers)


def _tier(category: str, tier: str, standard: Decision, rows: Iterable[RowView]) -> TierView:
    at_risk = AT_RISK.get((category, tier))
    return TierView(
        name=words.tier(category, tier),
        standard=_follows(standard.outcome, is_crisis=standard.crisis),
        at_risk=_follows(at_risk.outcome, is_crisis=at_risk.crisis) if at_risk else None,
        changes=[view for view in rows if view.row.tier == tier],
    )


def _calls_help(row: OutcomeRow) -> bool:
    """Whether somebody comes stays with the built-in table."""
    key = (row.category, row.tier)
    standard = TABLE.get(row.category, {}).get(row.tier)
    decision = AT_RISK.get(key, standard) if row.days == OutcomeRow.Days.RISK else standard
    return decision is not None and decision.crisis


def _follows(outcome: str, *, is_crisis: bool) -> Follows:
    return Follows(words.OUTCOMES[outcome], words.tone_of(outcome, is_crisis=is_crisis), is_crisis)
