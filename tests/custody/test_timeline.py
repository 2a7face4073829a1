"""A person's status is a projection of their timeline, whatever the order of arrival."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from itertools import permutations
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from custody.models import CustodyEvent, Facility, Person, Unit
from custody.timeline import IN_COMMUNITY, State, Status, count_inside, project, statuses
from tests import factories as make

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
Kind = CustodyEvent.Kind
ALDER, BIRCH = Facility(name="Alder"), Facility(name="Birch")


def event(kind: str, minutes: int, *, at: Facility | None = None, source_id: str = "") -> CustodyEvent:
    place = None if kind in CustodyEvent.NOWHERE else at or ALDER
    occurred = NOON + timedelta(minutes=minutes)
    return CustodyEvent(
        kind=kind, facility=place, occurred_at=occurred, source="feed", source_id=source_id or uuid4().hex
    )


def test_an_empty_timeline_is_in_the_community():
    assert project([]) == IN_COMMUNITY
    assert IN_COMMUNITY.door == "online"


def test_the_last_by_when_it_occurred_decides():
    late_news = [event(Kind.RELEASED, 60), event(Kind.ADMITTED, 0), event(Kind.TRANSFERRED, 30, at=BIRCH)]
    assert project(late_news) == Status(State.RELEASED, since=_minutes(60))
    assert project(late_news[1:]) == Status(State.IN_CUSTODY, BIRCH, since=_minutes(0))
    assert project(late_news[1:]).door == "tablet"


def test_a_return_is_custody_again():
    events = [event(Kind.ADMITTED, 0), event(Kind.RELEASED, 10), event(Kind.RETURNED, 20, at=BIRCH)]
    assert project(events) == Status(State.IN_CUSTODY, BIRCH, since=_minutes(20))


def test_a_transfer_does_not_begin_the_time_in_custody_anew():
    events = [event(Kind.ADMITTED, 0), event(Kind.TRANSFERRED, 30, at=BIRCH), event(Kind.TRANSFERRED, 60)]
    assert project(events).since == _minutes(0)


def test_the_time_since_release_counts_from_the_last_one():
    events = [event(Kind.RELEASED, 10), event(Kind.ADMITTED, 0), event(Kind.RETURNED, 20), event(Kind.RELEASED, 40)]
    assert project(events).since == _minutes(40)


def _minutes(minutes: int) -> datetime:
    return NOON + timedelta(minutes=minutes)


events = st.lists(
    st.builds(
        event,
        st.sampled_from([kind.value for kind in Kind]),
        st.integers(0, 3),
        at=st.sampled_from([ALDER, BIRCH]),
        source_id=st.uuids().map(str),
    ),
    max_size=4,
)


@given(events)
def test_events_end_in_the_same_status_in_any_order_and_doubled(timeline):
    ends = {project(order) for order in permutations(timeline + timeline[:1])}
    assert len(ends) == 1


def test_statuses_of_many_cost_one_query(db, django_assert_num_queries):
    alder = make.facility()
    unit = Unit.objects.create(facility=alder, name="East")
    inside = [make.person(at=alder, in_unit=unit) for _ in range(3)]
    out = make.person()
    with django_assert_num_queries(1):
        found = statuses([*(person.pk for person in inside), out.pk])
    assert found[out.pk] == IN_COMMUNITY
    assert {(found[person.pk].facility, found[person.pk].unit) for person in inside} == {(alder, unit)}


@pytest.mark.parametrize("half", [{"kind": "released", "at": True}, {"kind": "admitted", "at": False}])
def test_an_event_without_its_place_or_a_release_with_one_is_refused_by_the_database(db, half):
    person, alder = make.person(), make.facility()
    with pytest.raises(IntegrityError), transaction.atomic():
        make.custody_event(person, half["kind"], at=alder if half["at"] else None)


def test_a_source_tells_an_event_once(db):
    person, alder = make.person(), make.facility()
    make.custody_event(person, "admitted", at=alder, source_id="77")
    with pytest.raises(IntegrityError), transaction.atomic():
        make.custody_event(person, "admitted", at=alder, source_id="77")


def test_who_is_inside_is_counted_as_each_timeline_says(cast):
    """Also where events of the same moment, or told late, decide."""
    at, unit = NOON, make.unit(cast.birch)
    twice = make.person(at=cast.alder)
    make.custody_event(twice, Kind.RELEASED, occurred_at=at, source_id="z")
    make.custody_event(twice, Kind.RETURNED, at=cast.birch, in_unit=unit, occurred_at=at, source_id="a")
    gone = make.person(at=cast.alder)
    make.custody_event(gone, Kind.RELEASED, occurred_at=at)
    for source in ("a", "b"):
        make.custody_event(gone, Kind.RELEASED, occurred_at=at, source_id=f"gone {source}")
    where = statuses(Person.objects.values_list("pk", flat=True)).values()
    inside = Counter(
        (status.facility.pk, status.unit.pk if status.unit else None) for status in where if status.facility
    )
    assert count_inside([cast.alder.pk, cast.birch.pk]) == inside
    assert inside[cast.birch.pk, unit.pk] == 1
    assert {key[0] for key in count_inside([cast.alder.pk])} == {cast.alder.pk}
