"""Weekly hours by a wall clock, on the days of changed clocks too: against a clock that is looked at every minute."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from core import clock
from core.clock import ENDLESS
from custody.models import DoorWindow
from custody.windows.hours import MIDNIGHT, Hours
from custody.windows.selectors import door_hours
from tests import factories as make

CHICAGO = ZoneInfo("America/Chicago")
#: Clocks that are changed by an hour, by half an hour, and never.
ZONES = st.sampled_from([CHICAGO, ZoneInfo("Australia/Lord_Howe"), ZoneInfo("America/Phoenix")])
#: Sundays on which clocks are changed, and a day on which none are.
DAYS = st.sampled_from([datetime(2026, *day, tzinfo=UTC) for day in ((3, 8), (11, 1), (4, 5), (10, 4), (6, 10))])
TIMES = st.builds(time, st.integers(0, 23), st.sampled_from([0, 1, 30, 59]))
WINDOWS = st.lists(
    st.tuples(st.integers(0, 6), TIMES, st.one_of(TIMES, st.just(MIDNIGHT))).filter(lambda it: it[1] < it[2]),
    min_size=1,
    max_size=8,
).map(tuple)
#: The reference looks no further.
FAR = 15 * 24 * 60


def shows(hours, at):
    """Whether the clock on the wall shows an hour that is inside."""
    here = at.astimezone(hours.zone)
    return any(
        day == here.weekday() and opens <= here.time() and (here.time() < closes or closes == MIDNIGHT)
        for day, opens, closes in hours.windows
    )


def first_minute(hours, at, *, inside):
    return next(
        (then for minute in range(1, FAR) if shows(hours, then := at + timedelta(minutes=minute)) == inside), None
    )


@settings(max_examples=60, deadline=None)
@given(windows=WINDOWS, zone=ZONES, day=DAYS, minutes=st.integers(-2880, 2880))
def test_hours_end_and_begin_when_a_clock_that_is_looked_at_every_minute_says_so(windows, zone, day, minutes):
    hours, at = Hours(windows, zone), day + timedelta(minutes=minutes)
    if shows(hours, at):
        assert hours.open_until(at) == (first_minute(hours, at, inside=False) or ENDLESS)
        assert hours.opens_at(at) is None
    else:
        assert hours.open_until(at) is None
        found, opens = first_minute(hours, at, inside=True), hours.opens_at(at)
        assert opens == found if found else opens is None or opens > at + timedelta(minutes=FAR - 1)


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=CHICAGO)


def test_hours_across_midnight_are_one():
    hours = Hours(((0, time(20), MIDNIGHT), (1, time(0), time(6))), CHICAGO)
    assert hours.open_until(at("2026-11-23T21:00")) == at("2026-11-24T06:00")


def test_the_last_moment_is_inside_and_the_end_is_not():
    hours = Hours(((0, time(8), time(20)),), CHICAGO)
    end = at("2026-11-23T20:00")
    assert (hours.open_until(end - timedelta(microseconds=1)), hours.open_until(end)) == (end, None)
    assert hours.opens_at(end) == at("2026-11-30T08:00")


def test_an_hour_that_comes_twice_is_open_twice():
    hours = Hours(((6, time(1), time(1, 30)),), CHICAGO)
    first = datetime(2026, 11, 1, 6, 10, tzinfo=UTC)  # 1:10 for the first time
    assert hours.open_until(first) == datetime(2026, 11, 1, 6, 30, tzinfo=UTC)
    assert hours.opens_at(datetime(2026, 11, 1, 6, 40, tzinfo=UTC)) == datetime(2026, 11, 1, 7, 0, tzinfo=UTC)
    again = datetime(2026, 11, 1, 7, 10, tzinfo=UTC)  # 1:10 for the second time
    assert hours.open_until(again) == datetime(2026, 11, 1, 7, 30, tzinfo=UTC)


def test_an_hour_that_is_left_out_opens_nothing_before_the_week_after():
    hours = Hours(((6, time(2, 10), time(2, 50)),), CHICAGO)
    assert hours.opens_at(at("2026-03-08T01:00")) == at("2026-03-15T02:10")


def test_without_hours_it_is_always_open():
    assert (Hours((), CHICAGO).open_until(clock.now()), Hours((), CHICAGO).opens_at(clock.now())) == (ENDLESS, None)


def test_open_all_week_has_no_end():
    always = tuple((day, time.min, MIDNIGHT) for day in range(7))
    assert Hours(always, CHICAGO).open_until(clock.now()) == ENDLESS


# Whose hours


def window(facility, day=0, opens=time(8), closes=time(20), *, unit=None):
    return DoorWindow.objects.create(
        facility=facility, unit=unit, day=day, opens=opens, closes=closes, given_by="system", given_at=clock.now()
    )


def test_the_hours_of_a_unit_stand_in_place_of_its_facilitys(db):
    facility = make.facility()
    east, west = make.unit(facility), make.unit(facility)
    window(facility)
    window(facility, 1, unit=east)
    assert [day for day, _, _ in door_hours(facility, east.pk).windows] == [1]
    for unit_id in (west.pk, None):
        assert [day for day, _, _ in door_hours(facility, unit_id).windows] == [0]


@pytest.mark.parametrize(
    ("values", "allowed"),
    [
        ({"day": 6}, True),
        ({"day": 7}, False),
        ({"opens": time(20), "closes": time(20)}, False),
        ({"opens": time(21), "closes": time(20)}, False),
    ],
)
def test_the_database_takes_days_of_a_week_and_hours_that_go_forward(db, values, allowed):
    facility = make.facility()
    if allowed:
        assert window(facility, **values).pk
        return
    with pytest.raises(IntegrityError), transaction.atomic():
        window(facility, **values)


def test_hours_that_begin_together_stand_once_for_a_facility_and_once_for_a_unit(db):
    facility = make.facility()
    east = make.unit(facility)
    window(facility)
    window(facility, unit=east)
    for unit in (None, east):
        with pytest.raises(IntegrityError), transaction.atomic():
            window(facility, closes=time(9), unit=unit)
