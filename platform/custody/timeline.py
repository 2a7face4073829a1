"""A person's custody status: a projection of their timeline, the same whatever the order of arrival.

What was taken back counts as never told. The timeline is that of the human: all records that were merged share it.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import takewhile
from typing import Any
from uuid import UUID

from django.db.models import (
    BooleanField,
    Case,
    Exists,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Value,
    When,
    Window,
)
from django.db.models.expressions import OrderBy
from django.db.models.functions import FirstValue, RowNumber

from custody.merging import ROOT_OF_ROW, records_of, roots_of
from custody.models import CustodyEvent, Facility, Person, Unit

Kind = CustodyEvent.Kind
#: Whoever is moved lives where that event says, or it is not known; other events may leave out what was told before.
PLACING = (Kind.TRANSFERRED, *CustodyEvent.NOWHERE)


class State(StrEnum):
    IN_CUSTODY = "in_custody"
    TEMPORARILY_OUT = "temporarily_out"  # at court, in hospital, absent: held by its facility, and not there
    RELEASED = "released"
    DECEASED = "deceased"


@dataclass(frozen=True, slots=True)
class Status:
    """Where somebody is. An empty timeline means in the community, treated as released. `since`: when they came into
    custody and have not been released since; or when they were released last, or died; None without a timeline."""

    state: State
    facility: Facility | None = None  # that holds them, also while they are temporarily out
    unit: Unit | None = None
    housing: str = ""  # cell or bed: for those on duty, when somebody needs help
    reason: str = ""  # why temporarily out: the kind of event that says so
    since: datetime | None = None

    @property
    def in_custody(self) -> bool:
        return self.state == State.IN_CUSTODY

    @property
    def held(self) -> bool:
        """A facility answers for them, whether or not they are in the building."""
        return self.state in (State.IN_CUSTODY, State.TEMPORARILY_OUT)

    @property
    def is_out(self) -> bool:
        return self.state == State.TEMPORARILY_OUT

    @property
    def is_released(self) -> bool:
        return self.state == State.RELEASED

    @property
    def facility_id(self) -> str | None:
        return str(self.facility.pk) if self.facility else None

    @property
    def door(self) -> str:
        """Which door follows from this status: nobody sets it by hand. Empty: none does."""
        return {State.IN_CUSTODY: "tablet", State.RELEASED: "online"}.get(self.state, "")


IN_COMMUNITY = Status(State.RELEASED)


def project(events: Iterable[CustodyEvent]) -> Status:
    """The status that these events end in: the last by when they occurred decides, but nothing comes after a death."""
    latest_first = sorted(standing(events), key=place, reverse=True)
    died = next((event for event in latest_first if event.kind == Kind.DIED), None)
    if died is not None:
        return Status(State.DECEASED, since=died.occurred_at)
    if not latest_first:
        return IN_COMMUNITY
    last = latest_first[0]
    if last.kind == Kind.RELEASED:
        return Status(State.RELEASED, since=last.occurred_at)
    return _held(last, list(takewhile(lambda event: event.kind != Kind.RELEASED, latest_first)))


def _held(last: CustodyEvent, inside: Sequence[CustodyEvent]) -> Status:
    is_out = last.kind in CustodyEvent.OUT
    home = _lives_by(last, inside)
    return Status(
        State.TEMPORARILY_OUT if is_out else State.IN_CUSTODY,
        facility=last.facility,
        unit=home.unit if home else None,
        housing=home.housing if home else "",
        reason=last.kind if is_out else "",
        since=inside[-1].occurred_at,
    )


def _lives_by(last: CustodyEvent, inside: Iterable[CustodyEvent]) -> CustodyEvent | None:
    """The event that says where they live: who goes to court and comes back, or is told of twice, lives where they
    lived, unless it is said anew."""
    placing = next((event for event in inside if event.kind in PLACING or event.unit_id or event.housing), None)
    return placing if placing is not None and placing.facility_id == last.facility_id else None


def standing(events: Iterable[CustodyEvent]) -> list[CustodyEvent]:
    """Those that nobody has taken back."""
    return [event for event in events if event.taken_back_at is None]


def place(event: CustodyEvent) -> tuple[object, ...]:
    """An event's place in the timeline, independent of when it was recorded."""
    rank = CustodyEvent.RANK.index(Kind(event.kind))
    return (event.occurred_at, rank, event.source, event.source_id)


def status_of(person: Person) -> Status:
    return statuses([person.pk])[person.pk]


def statuses(persons: Iterable[UUID]) -> dict[UUID, Status]:
    """The status of each of these persons, in one query; one more where records were merged."""
    asked = set(persons)
    timelines = timelines_of(asked)
    return {pk: project(timelines[pk]) for pk in asked}


def timelines_of(persons: Collection[UUID]) -> Mapping[UUID, Sequence[CustodyEvent]]:
    """All events that stand, of each of these persons' humans: one query; one more where records were merged."""
    told: dict[UUID, list[CustodyEvent]] = defaultdict(list)
    events = list(_standing().filter(person__in=records_of(persons)).annotate(root=ROOT_OF_ROW, joined=_JOINED))
    for event in events:
        told[event.root].append(event)
    roots = roots_of(persons) if any(event.joined for event in events) else {}
    return {pk: told.get(roots.get(pk, pk), []) for pk in persons}


def _standing() -> QuerySet[CustodyEvent]:
    return CustodyEvent.objects.filter(taken_back_at=None).select_related("facility", "unit")


#: Whether other records were merged into an event's root.
_JOINED = Exists(Person.objects.filter(merged_into=OuterRef("root")))
_RANK = Case(
    *(When(kind=kind, then=Value(at)) for at, kind in enumerate(CustodyEvent.RANK)), output_field=IntegerField()
)
_IS_DEATH = Case(When(kind=Kind.DIED, then=Value(True)), default=Value(False), output_field=BooleanField())
_LATEST_FIRST: tuple[OrderBy, ...] = (
    F("occurred_at").desc(),
    F("rank").desc(),
    F("source").desc(),
    F("source_id").desc(),
)


def held_at(facility_ids: Iterable[UUID]) -> QuerySet[CustodyEvent]:
    """Of everybody whom one of these facilities holds now, the event that says so."""
    last = _last(_of_humans_at(facility_ids), F("death").desc(), *_LATEST_FIRST)
    return CustodyEvent.objects.filter(facility__in=list(facility_ids), pk__in=last)


def last_held_at(facility_ids: Iterable[UUID]) -> QuerySet[CustodyEvent]:
    """Of everybody whose last place in custody is one of these, the event that says so: a facility looks after whom it
    released, until somebody else takes them in."""
    last = _last(_of_humans_at(facility_ids).exclude(facility=None), *_LATEST_FIRST)
    return CustodyEvent.objects.filter(facility__in=list(facility_ids), pk__in=last)


def _of_humans_at(facility_ids: Iterable[UUID]) -> QuerySet[CustodyEvent]:
    """All events that stand of whoever ever was at one of these facilities."""
    events = CustodyEvent.objects.filter(taken_back_at=None).annotate(root=ROOT_OF_ROW, rank=_RANK, death=_IS_DEATH)
    return events.filter(root__in=events.filter(facility__in=list(facility_ids)).values("root"))


def _last(events: QuerySet[CustodyEvent], *order: OrderBy) -> QuerySet[CustodyEvent]:
    """The first of each human's in this order, as ids."""
    at = Window(RowNumber(), partition_by=F("root"), order_by=order)
    return events.annotate(at=at).filter(at=1).values("pk")  # type: ignore[return-value]


def count_inside(facility_ids: Iterable[UUID]) -> dict[tuple[UUID, UUID | None], int]:
    """How many people each unit of these facilities holds, also those who are out for a while (None: no unit is known):
    one query."""
    ids = set(facility_ids)
    says_where = Case(When(_SAYS_WHERE, then=Value(True)), default=Value(False), output_field=BooleanField())
    lives_by: dict[str, Any] = {"partition_by": F("root"), "order_by": (F("says").desc(), *_LATEST_FIRST)}
    events = _of_humans_at(ids).annotate(
        says=says_where,
        at=Window(RowNumber(), partition_by=F("root"), order_by=(F("death").desc(), *_LATEST_FIRST)),
        home=Window(FirstValue("facility"), **lives_by),
        lives_in=Window(FirstValue("unit"), **lives_by),
    )
    rows = events.filter(at=1).values_list("facility", "home", "lives_in")
    return Counter((here, unit if home == here else None) for here, home, unit in rows if here in ids)


#: What `_lives_by` asks of an event.
_SAYS_WHERE = Q(kind__in=PLACING) | Q(unit__isnull=False) | ~Q(housing="")
