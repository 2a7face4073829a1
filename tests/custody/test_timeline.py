"""A person's status is a projection of their timeline, whatever the order of arrival."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from itertools import permutations
from uuid import UUID, uuid4

import pytest
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from custody.merging import root_id
from custody.models import CustodyEvent, Facility, Person, Unit
from custody.timeline import (
    IN_COMMUNITY,
    State,
    Status,
    count_inside,
    held_at,
    last_held_at,
    project,
    status_of,
    statuses,
    timelines_of,
)
from custody.timeline import place as place_in_time
from tests import factories as make

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
Kind = CustodyEvent.Kind
ALDER, BIRCH = Facility(name="Alder"), Facility(name="Birch")


def event(
    kind: str,
    minutes: int,
    *,
    at: Facility | None = None,
    source_id: str = "",
    taken_back: bool = False,
    **where: object,
) -> CustodyEvent:
    place = None if kind in CustodyEvent.NOWHERE else at or ALDER
    return CustodyEvent(
        kind=kind,
        facility=place,
        occurred_at=NOON + timedelta(minutes=minutes),
        source="feed",
        source_id=source_id or uuid4().hex,
        taken_back_at=NOON if taken_back else None,
        **where,
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


OUT = [Kind.TO_COURT, Kind.TO_HOSPITAL, Kind.TEMPORARY_ABSENCE]


@pytest.mark.parametrize("kind", OUT)
def test_out_for_a_while_is_held_by_the_facility_and_has_no_door(kind):
    status = project([event(Kind.ADMITTED, 0), event(kind, 10)])
    assert (status.state, status.facility, status.reason, status.since) == (
        State.TEMPORARILY_OUT,
        ALDER,
        kind,
        _minutes(0),
    )
    assert (status.held, status.in_custody, status.door) == (True, False, "")


@pytest.mark.parametrize("kind", OUT)
def test_who_returns_is_in_custody_as_before(kind):
    events = [event(Kind.ADMITTED, 0), event(kind, 10), event(Kind.RETURNED, 20)]
    assert project(events) == Status(State.IN_CUSTODY, ALDER, since=_minutes(0))


def test_nothing_comes_after_a_death():
    events = [event(Kind.ADMITTED, 0), event(Kind.DIED, 10), event(Kind.RELEASED, 20), event(Kind.ADMITTED, 30)]
    status = project(events)
    assert status == Status(State.DECEASED, since=_minutes(10))
    assert (status.door, status.held, status.is_released) == ("", False, False)


def test_what_was_taken_back_counts_as_never_told():
    events = [event(Kind.ADMITTED, 0), event(Kind.DIED, 10, taken_back=True), event(Kind.RELEASED, 20, taken_back=True)]
    assert project(events) == project(events[:1])


def test_who_goes_out_and_comes_back_lives_where_they_lived():
    east = Unit(name="East")
    home = event(Kind.ADMITTED, 0, unit=east, housing="E-14")
    events = [home, event(Kind.TO_COURT, 10), event(Kind.RETURNED, 20)]
    for told in (events[:2], events):
        assert (project(told).unit, project(told).housing) == (east, "E-14")


def test_an_admission_told_by_a_second_record_does_not_make_known_housing_unknown():
    home = event(Kind.ADMITTED, 0, unit=Unit(name="East"), housing="E-14")
    assert project([home, event(Kind.ADMITTED, 20)]).housing == "E-14"
    assert project([home, event(Kind.RELEASED, 10), event(Kind.ADMITTED, 20)]).housing == ""


def test_who_comes_back_to_another_place_does_not_live_where_they_lived():
    home = event(Kind.ADMITTED, 0, unit=Unit(name="East"), housing="E-14")
    for later in ([event(Kind.RETURNED, 20, at=BIRCH)], [event(Kind.TRANSFERRED, 20)]):
        status = project([home, event(Kind.TO_COURT, 10), *later])
        assert (status.unit, status.housing) == (None, "")


def test_of_what_happens_at_one_moment_the_rank_of_the_model_decides():
    at_once = [event(kind, 0) for kind in Kind if kind != Kind.DIED]
    assert project(at_once).in_custody
    assert project([each for each in at_once if each.kind != Kind.RETURNED]).reason == Kind.TEMPORARY_ABSENCE


def _minutes(minutes: int) -> datetime:
    return NOON + timedelta(minutes=minutes)


events = st.lists(
    st.builds(
        event,
        st.sampled_from([kind.value for kind in Kind]),
        st.integers(0, 3),
        at=st.sampled_from([ALDER, BIRCH]),
        source_id=st.uuids().map(str),
        taken_back=st.booleans(),
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


@pytest.mark.parametrize("half", [{"taken_back_at": NOON}, {"taken_back_by": "system"}])
def test_an_event_that_is_half_taken_back_is_refused_by_the_database(db, half):
    told = make.custody_event(make.person(), "admitted", at=make.facility())
    with pytest.raises(IntegrityError), transaction.atomic():
        CustodyEvent.objects.filter(pk=told.pk).update(**half)


@pytest.mark.parametrize("kind", CustodyEvent.NOWHERE)
@pytest.mark.parametrize("where", ["unit", "housing"])
def test_who_is_nowhere_lives_nowhere_as_the_database_says(db, kind, where):
    unit = make.unit(make.facility())
    told = make.custody_event(make.person(), kind)
    with pytest.raises(IntegrityError), transaction.atomic():
        CustodyEvent.objects.filter(pk=told.pk).update(**({"unit": unit} if where == "unit" else {"housing": "E-14"}))


# What SQL says of many is what the projection says of each


told_of_some = st.lists(
    st.tuples(
        st.integers(0, 3),  # of whom
        st.sampled_from([kind.value for kind in Kind]),
        st.integers(0, 3),  # minutes
        st.sampled_from(["alder", "birch"]),
        st.booleans(),  # with a unit
        st.sampled_from([False, False, False, True]),  # taken back
    ),
    max_size=10,
)


@pytest.fixture
def places(db):
    return {name: (place := make.facility(code=name, name=name), make.unit(place)) for name in ("alder", "birch")}


@pytest.mark.db_real
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(told=told_of_some, merged=st.sampled_from([None, 0, 2]))
def test_what_is_read_of_many_agrees_with_each_timeline(places, told, merged):
    with _undone():
        persons = [make.person() for _ in range(4)]
        for who, kind, minutes, name, with_unit, taken_back in told:
            place, unit = (None, None) if kind in CustodyEvent.NOWHERE else places[name]
            row = make.custody_event(
                persons[who], kind, at=place, in_unit=unit if with_unit else None, occurred_at=_minutes(minutes)
            )
            if taken_back:
                CustodyEvent.objects.filter(pk=row.pk).update(taken_back_at=NOON, taken_back_by="system")
        if merged is not None:
            Person.objects.filter(pk=persons[1].pk).update(merged_into=persons[merged])
        _agree([place for place, _ in places.values()])


def _agree(places: list[Facility]) -> None:
    roots = Person.objects.filter(merged_into=None).values_list("pk", flat=True)
    where = statuses(Person.objects.values_list("pk", flat=True))
    held = {pk: where[pk] for pk in roots if where[pk].held}
    for asked in (places, places[:1]):
        ids = [place.pk for place in asked]
        here = {pk: status for pk, status in held.items() if status.facility in asked}
        events = list(held_at(ids).select_related("person"))
        assert {(root_id(row.person), row.facility_id) for row in events} == {
            (pk, status.facility.pk) for pk, status in here.items()
        }
        assert len(events) == len(here)
        assert count_inside(ids) == Counter(
            (status.facility.pk, status.unit.pk if status.unit else None) for status in here.values()
        )
        last = {pk for pk in roots if (place := _last_place(pk)) and place in ids}
        assert {root_id(row.person) for row in last_held_at(ids).select_related("person")} == last


def _last_place(root: UUID) -> UUID | None:
    told = [each for each in timelines_of([root])[root] if each.facility_id]
    return max(told, key=place_in_time).facility_id if told else None


@contextmanager
def _undone() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def test_who_is_moved_to_another_facility_is_counted_in_no_unit_of_the_first(cast):
    moved = make.person(at=cast.alder, in_unit=cast.unit)
    make.custody_event(moved, Kind.RETURNED, at=cast.birch, occurred_at=NOON + timedelta(days=9))
    assert status_of(moved).unit is None
    assert (cast.birch.pk, cast.unit.pk) not in count_inside([cast.alder.pk, cast.birch.pk])
