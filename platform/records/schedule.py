"""The retention schedule: which classes there are, and how long each is kept.

The longest rule of the facilities that share a room wins, and the room says so.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import chain

from records.models import RetentionRule

YEAR = 365
#: The most days that a rule may say.
MOST = 100 * YEAR


@dataclass(frozen=True)
class Kind:
    """A class of content: its code, what is in it, and the days it is kept where no rule says otherwise. No rule may
    say less than `least`."""

    code: str
    meaning: str
    days: int | None  # None: kept while the seat or the case that it belongs to is there
    least: int = 1


KINDS = {
    kind.code: kind
    for kind in (
        Kind("ordinary", "Room text", YEAR),
        Kind("held_removed", "Held, returned and removed messages", 2 * YEAR),
        Kind("sanctions_appeals", "Cases, sanctions and appeals", 7 * YEAR),
        Kind("abuse", "Abuse reports (28 CFR 115.71: while held or employed, plus five years)", 10 * YEAR, 5 * YEAR),
        Kind("attendance", "Presence and attendance", 7 * YEAR),
        Kind("audit", "Audit and legal holds", 7 * YEAR),
        Kind("drafts", "Drafts", 0, 0),
        Kind("identity", "Who a person is, and how they sign in", None),
    )
}


def days(kind: str, *, facilities: Iterable[str] = (), at: datetime | None = None) -> int:
    """Days that `kind` is kept in a place that these facilities share: the longest of their rules."""
    return days_each(kind, [list(facilities)], at=at)[0]


def days_each(kind: str, shared: Sequence[Collection[str]], *, at: datetime | None = None) -> list[int]:
    """The same for each of these places, named by the facilities that share them: one query."""
    default = KINDS[kind].days
    assert default is not None, f"{kind} is kept by its owner's life, not by days"
    rules = RetentionRule.objects.filter(kind=kind, facility__in={"", *chain.from_iterable(shared)})
    if at is not None:
        rules = rules.filter(set_at__lte=at)
    newest = dict(rules.order_by("set_at", "id").values_list("facility", "days"))
    fallback = newest.get("", default)
    return [max((newest.get(place, fallback) for place in set(places) - {""}), default=fallback) for places in shared]


def own_days(kind: str, *, facility: str) -> int | None:
    """What this facility's own newest rule says (empty: the installation's); None: it has none."""
    newest = RetentionRule.objects.filter(kind=kind, facility=facility).order_by("-set_at", "-id").first()
    return newest.days if newest else None


def own_rules() -> dict[tuple[str, str], int]:
    """Every rule that holds now, by class and facility (empty: the installation's)."""
    rules = RetentionRule.objects.order_by("set_at", "id").values_list("kind", "facility", "days")
    return {(kind, facility): days for kind, facility, days in rules}


def history(*, facility: str) -> list[RetentionRule]:
    """Every rule that this facility ever had, newest first."""
    return list(RetentionRule.objects.filter(facility=facility).order_by("-set_at", "-id"))


def cutoff(kind: str, *, at: datetime, facilities: Iterable[str] = ()) -> datetime:
    """What is older than this has reached its end, at `at`."""
    return at - timedelta(days=days(kind, facilities=facilities, at=at))


def shortest(kind: str, *, at: datetime) -> int:
    """The fewest days that any place ever kept `kind`: before that, nothing can have reached its end."""
    default = KINDS[kind].days
    assert default is not None, f"{kind} is kept by its owner's life, not by days"
    rules = RetentionRule.objects.filter(kind=kind, set_at__lte=at)
    return min([default, *rules.values_list("days", flat=True)])
