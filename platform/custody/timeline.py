"""A person's custody status: a projection of their timeline, the same whatever the order of arrival."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import takewhile
from uuid import UUID

from django.db.models import Case, Count, IntegerField, OuterRef, QuerySet, Subquery, Value, When

from custody.models import CustodyEvent, Facility, Person, Unit


@dataclass(frozen=True, slots=True)
class Status:
    """Where somebody is. An empty timeline means in the community, treated as released. `since`: when they came into
    custody and have not been released since; or when they were released last; None without a timeline."""

    in_custody: bool
    facility: Facility | None = None
    unit: Unit | None = None
    since: datetime | None = None

    @property
    def facility_id(self) -> str | None:
        return str(self.facility.pk) if self.facility else None

    @property
    def door(self) -> str:
        """Which door follows from this status: nobody sets it by hand."""
        return "tablet" if self.in_custody else "online"


IN_COMMUNITY = Status(in_custody=False)


def project(events: Iterable[CustodyEvent]) -> Status:
    """The status that these events end in: the last by when they occurred decides."""
    latest_first = sorted(events, key=place, reverse=True)
    if not latest_first:
        return IN_COMMUNITY
    last = latest_first[0]
    if _is_release(last):
        return Status(in_custody=False, since=last.occurred_at)
    inside = list(takewhile(lambda event: not _is_release(event), latest_first))
    return Status(in_custody=True, facility=last.facility, unit=last.unit, since=inside[-1].occurred_at)


def _is_release(event: CustodyEvent) -> bool:
    return event.kind == CustodyEvent.Kind.RELEASED


def place(event: CustodyEvent) -> tuple[object, ...]:
    """An event's place in the timeline, independent of when it was recorded."""
    rank = CustodyEvent.RANK.index(CustodyEvent.Kind(event.kind))
    return (event.occurred_at, rank, event.source, event.source_id)


def status_of(person: Person) -> Status:
    return statuses([person.pk])[person.pk]


def statuses(persons: Iterable[UUID]) -> dict[UUID, Status]:
    """The status of each of these persons, in one query."""
    by_person: dict[UUID, list[CustodyEvent]] = {pk: [] for pk in persons}
    events = CustodyEvent.objects.filter(person__in=by_person).select_related("facility", "unit")
    for event in events:
        by_person[event.person_id].append(event)
    return {pk: project(timeline) for pk, timeline in by_person.items()}


def held_at(facility_ids: Iterable[UUID]) -> QuerySet[CustodyEvent]:
    """Of everybody who is inside at one of these facilities now, the event that says so."""
    rank = Case(
        *(When(kind=kind, then=Value(at)) for at, kind in enumerate(CustodyEvent.RANK)), output_field=IntegerField()
    )
    theirs = CustodyEvent.objects.filter(person=OuterRef("person")).alias(rank=rank)
    last = theirs.order_by("-occurred_at", "-rank", "-source", "-source_id").values("pk")[:1]
    return CustodyEvent.objects.filter(facility__in=list(facility_ids), pk=Subquery(last))


def count_inside(facility_ids: Iterable[UUID]) -> dict[tuple[UUID, UUID | None], int]:
    """How many people each unit of these facilities holds (None: no unit is known): one query."""
    counted = held_at(facility_ids).order_by().values("facility", "unit").annotate(people=Count("person"))
    return {(row["facility"], row["unit"]): row["people"] for row in counted}
