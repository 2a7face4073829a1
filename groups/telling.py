"""Who reads what, circle by circle, and what the words on it depend on."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from custody.models import Person
from custody.timeline import Status
from groups import selectors
from groups.approvals import approvals_of
from groups.models import SupportGroup
from records import schedule


def told_to(person: Person, status: Status) -> dict[str, Any]:
    """What the words on who reads and on danger depend on: for how many days words are kept in this person's circles
    (None: they have none yet), and which side of the wall they are on."""
    approvals = approvals_of([group.pk for group in _groups(person)])
    days = schedule.days_each("ordinary", [_texts(found) for found in approvals.values()])
    return {"days": max(days, default=None), "inside": status.in_custody}


@dataclass(frozen=True)
class ReadBy:
    """A circle of mine, who reads there, and for how many days its words stay."""

    name: str
    readers: str
    days: int


def circles_of(person: Person) -> list[ReadBy]:
    groups = _groups(person)
    ids = [group.pk for group in groups]
    approvals = approvals_of(ids)
    readers = selectors.readers_of_each(groups, selectors.members_of_each(ids), approvals)
    days = schedule.days_each("ordinary", [_texts(approvals[pk]) for pk in ids])
    return [ReadBy(group.name, readers[group.pk].text, kept) for group, kept in zip(groups, days, strict=True)]


def _texts(ids: Iterable[UUID]) -> list[str]:
    return [str(each) for each in ids]


def _groups(person: Person) -> list[SupportGroup]:
    return [seat.group for seat in selectors.groups_of(person)]
