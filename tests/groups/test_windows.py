"""Hours of tablets' doors and of rooms: who is out when they end, who is not, and who changes them."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.db import IntegrityError, connection, transaction
from django.utils.translation import override

from accounts import doors, services, tasks
from accounts.doors import lasts_until, still_valid
from accounts.errors import DoorClosed, OtherDoor, SignInFailed
from accounts.models import SignIn
from audit.models import AuditEvent
from chat.models import Room
from core import clock
from core.errors import NotThere, RuleError
from core.models import Change
from custody.models import DoorWindow
from custody.timeline import status_of
from groups.authority import reading
from groups.errors import RoomUnavailable, SignedOut
from groups.models import GroupWindow, Membership
from groups.seats import seat_of
from groups.windows.errors import RoomClosedNow, WindowBackwards, WindowOverlaps, WindowWithoutDay
from groups.windows.services import Place, add_windows, remove_window
from tests import factories as make
from tests.accounts.helpers import at_door, enrolled, number_of
from tests.browsing import browser
from tests.racing import threads

CHICAGO = ZoneInfo("America/Chicago")
#: Monday, an hour before the tablets close.
EVENING = datetime(2026, 11, 23, 19, tzinfo=CHICAGO)
CLOSED = datetime(2026, 11, 23, 20, tzinfo=CHICAGO)
WEEK = range(7)

pytestmark = pytest.mark.django_db


@pytest.fixture
def evening():
    with time_machine.travel(EVENING, tick=False) as moment:
        yield moment


def opened(place, *, days=WEEK, opens=time(8), closes=time(20), by="system"):
    return add_windows(place=place, days=days, opens=opens, closes=closes, by=by)


@pytest.fixture
def hours(evening, cast):
    """Alder's tablets are open from 8:00 to 20:00 every day, and it is 19:00."""
    opened(Place(cast.alder))
    return evening


def come_in(cast, who="ana", pin=make.PIN):
    tablet, _ = enrolled(cast.alder)
    return services.sign_in_tablet(tablet=tablet, number=number_of(getattr(cast.users, who)), pin=pin)


# The door


def test_inside_of_the_hours_people_come_in_and_outside_of_them_nobody_does(cast, hours):
    assert come_in(cast)
    hours.move_to(CLOSED)
    with pytest.raises(DoorClosed) as refused:
        come_in(cast)
    assert str(refused.value.text) == "The tablets are closed now. Open again: Tuesday, 8:00\N{NO-BREAK SPACE}am"
    with override("es"):
        told = str(refused.value.text)
    assert told == "Las tabletas están cerradas ahora. Abierto de nuevo: martes, 8:00\N{NO-BREAK SPACE}a. m."


def test_only_who_proved_the_pin_is_told_of_their_own_hours_and_tries_count_as_ever(cast, hours):
    hours.move_to(CLOSED)
    with pytest.raises(SignInFailed):
        come_in(cast, pin="000000")


def test_who_may_not_come_in_by_this_door_at_all_is_told_that(cast, hours):
    hours.move_to(CLOSED)
    make.custody_event(cast.persons.ana, "released", occurred_at=clock.now() - timedelta(hours=1))
    with pytest.raises(OtherDoor):
        come_in(cast)


def test_a_sign_in_is_over_when_the_hours_are(cast, hours):
    sign_in = come_in(cast)
    custody = status_of(cast.persons.ana)
    assert lasts_until(sign_in, custody, at=clock.now()) == CLOSED
    hours.move_to(CLOSED - timedelta(microseconds=1))
    assert still_valid(sign_in.pk)
    hours.move_to(CLOSED)
    assert not still_valid(sign_in.pk)
    tasks.end_lapsed_sign_ins()
    assert SignIn.objects.get(pk=sign_in.pk).ended_because == "window"


def test_the_unit_where_somebody_lives_has_the_say_wherever_the_tablet_stands(cast, hours):
    """Ana lives in East 2, which is closed all day; Oz lives in no unit that is known."""
    opened(Place(cast.alder, unit=cast.unit), days=[6])
    with pytest.raises(DoorClosed):
        come_in(cast)
    assert come_in(cast, "oz")


def test_of_whom_no_unit_is_known_the_tablets_counts(cast, hours):
    opened(Place(cast.alder, unit=cast.unit), days=[6])
    tablet, _ = enrolled(cast.alder)
    tablet.unit = cast.unit
    tablet.save()
    with pytest.raises(DoorClosed):
        services.sign_in_tablet(tablet=tablet, number=number_of(cast.users.oz), pin=make.PIN)


def test_who_is_out_has_no_hours(cast, hours):
    hours.move_to(CLOSED)
    assert still_valid(cast.caller("ben").sign_in.pk)


def test_the_hours_cost_one_query_for_any_number_of_tablets(cast, hours, django_assert_num_queries):
    sign_ins = [cast.caller(who).sign_in.pk for who in ("ana", "oz")]
    with django_assert_num_queries(2):
        found = doors.standing(sign_ins)
        assert [doors.hours_at(one.tablet, None).windows for one in found.values()]


def test_the_sign_in_page_says_the_hours_and_a_tablets_own_clock_plays_no_part(cast, hours):
    client = at_door("tablet", HTTP_DATE="Sat, 01 Jan 2000 12:00:00 GMT")
    client.cookies["sc_device"] = enrolled(cast.alder)[1]
    assert "closed now" not in client.get("/sign-in/").content.decode()
    hours.move_to(CLOSED)
    page = client.get("/sign-in/").content.decode()
    assert "The tablets are closed now. Open again: Tuesday, 8:00" in page
    answer = client.post("/sign-in/", {"number": number_of(cast.users.ana), "pin": make.PIN})
    assert (answer.status_code, 'data-code="door.closed_now"' in answer.content.decode()) == (403, True)


def test_new_hours_put_out_at_once_who_is_outside_of_them_and_nobody_else(cast, evening):
    ana, oz = come_in(cast), come_in(cast, "oz")
    opened(Place(cast.alder, unit=cast.unit), closes=time(18))
    assert (still_valid(ana.pk), still_valid(oz.pk)) == (False, True)
    assert SignIn.objects.get(pk=ana.pk).ended_because == "window"
    assert Change.objects.filter(kind="sign_in.ended", subject=str(ana.pk)).exists()
    assert Change.objects.filter(kind="tablet.changed", subject=str(oz.tablet_id)).exists()


def test_a_reading_ends_with_the_hours_and_the_seat_with_it(cast, hours):
    caller = cast.caller("ana")
    seat = seat_of(caller, cast.group.pk)
    hours.move_to(CLOSED - timedelta(minutes=1))
    found = reading(seat, at=clock.now())
    assert (found.valid_until, found.seated_until) == (CLOSED, CLOSED)
    hours.move_to(CLOSED)
    with pytest.raises(SignedOut):
        reading(seat, at=clock.now())


def test_a_page_says_ten_minutes_before_that_the_tablets_close_by_the_servers_clock(cast, hours):
    """Before that it is there for the script, which counts seconds and asks no clock."""
    for left, is_hidden in ((timedelta(minutes=30), True), (timedelta(minutes=9), False)):
        hours.move_to(CLOSED - left)
        answer = browser(cast, "ana").get("/home/", headers={"Date": "Sat, 01 Jan 2000 12:00:00 GMT"})
        page = answer.content.decode()
        assert "Tablets close at 8:00\N{NO-BREAK SPACE}pm" in page
        assert f'data-closes="{int(left.total_seconds())}"{" hidden" if is_hidden else ""}>' in page
    assert "Tablets close" not in browser(cast, "ben").get("/home/").content.decode()


# The room


@pytest.fixture
def room_hours(evening, cast):
    """Alder's people may be in the Monday Evening Circle from 8:00 to 20:00."""
    opened(Place(cast.alder, group=cast.group))
    return evening


def test_the_room_takes_people_of_that_facility_at_its_hours_and_others_always(cast, room_hours):
    ana, ben = cast.caller("ana"), cast.caller("ben")
    seat = seat_of(ana, cast.group.pk)
    assert reading(seat, at=CLOSED - timedelta(minutes=1)).seated_until == CLOSED
    room_hours.move_to(CLOSED)
    with pytest.raises(RoomClosedNow) as refused:
        seat_of(ana, cast.group.pk)
    assert str(refused.value.text) == "This room is closed to you now. Open again: Tuesday, 8:00\N{NO-BREAK SPACE}am"
    with pytest.raises(RoomClosedNow):
        reading(seat, at=clock.now())
    assert seat_of(ben, cast.group.pk)
    assert seat_of(cast.caller("oz"), cast.next_door.pk)


def test_nobodys_seat_turns_away_for_the_hour_of_the_day(cast, room_hours):
    from groups.continuity.services import settle

    room_hours.move_to(CLOSED)
    settle(person=cast.persons.ana, by="system")
    assert Membership.objects.get(pk=cast.seats.ana.pk).state == Membership.State.ACTIVE


def test_whoever_the_room_does_not_take_at_all_is_told_that_and_no_hours(cast, room_hours):
    """Tam's facility never approved: the same refusal as ever, whatever the hour."""
    opened(Place(cast.birch, group=cast.group), closes=time(9))
    tam = cast.caller("tam")
    with pytest.raises(RoomUnavailable) as refused:
        seat_of(tam, cast.group.pk)
    assert refused.value.code == "room.unavailable"


def test_home_and_room_say_when_it_opens_again(cast, room_hours):
    room_hours.move_to(CLOSED)
    ask = browser(cast, "ana")
    room = Room.objects.get(group=cast.group)
    assert "Open again: Tuesday, 8:00" in ask.get("/home/").content.decode()
    assert f"/rooms/{room.pk}/" not in ask.get("/home/").content.decode()
    answer = ask.get(f"/rooms/{room.pk}/")
    assert (answer.status_code, "Open again: Tuesday" in answer.content.decode()) == (403, True)


def test_new_hours_of_a_room_move_its_version_and_wake_whoever_is_in_it(cast, evening):
    before = Room.objects.get(group=cast.group).authority
    [window] = opened(Place(cast.alder, group=cast.group), days=[0])
    assert Room.objects.get(group=cast.group).authority == before + 1
    assert Change.objects.filter(kind="group.changed", subject=str(cast.group.pk)).count() == 1
    remove_window(place=Place(cast.alder, group=cast.group), window_id=window.pk, by="system")
    assert Room.objects.get(group=cast.group).authority == before + 2


# Who changes them


def test_several_days_at_once_are_on_the_record_with_who(cast, evening):
    made = opened(Place(cast.alder, unit=cast.unit), days=[4, 0, 0], by=cast.ada)
    assert [window.day for window in made] == [0, 4]
    event = AuditEvent.objects.get(kind="groups.window_added")
    assert (event.actor, event.subject) == (f"user:{cast.ada.pk}", f"facility:{cast.alder.pk}")
    assert event.detail == {"days": [0, 4], "hours": "08:00-20:00", "unit": str(cast.unit.pk)}
    remove_window(place=Place(cast.alder, unit=cast.unit), window_id=made[0].pk, by=cast.ada)
    assert AuditEvent.objects.get(kind="groups.window_removed").detail["days"] == [0]


@pytest.mark.parametrize(
    ("more", "error"),
    [
        ({"days": []}, WindowWithoutDay),
        ({"opens": time(21), "closes": time(20)}, WindowBackwards),
        ({"opens": time(20), "closes": time(20)}, WindowBackwards),
        ({"opens": time(19, 59), "closes": time(21)}, WindowOverlaps),
        ({"opens": time(9), "closes": time(10)}, WindowOverlaps),
    ],
)
def test_hours_that_say_nothing_or_twice_the_same_are_refused_as_a_whole(cast, hours, more, error):
    with pytest.raises(error):
        opened(Place(cast.alder), **more)
    assert DoorWindow.objects.count() == 7
    assert opened(Place(cast.alder), opens=time(20), closes=time(0))


def test_a_window_is_removed_once_and_only_from_its_own_place(cast, hours):
    window = DoorWindow.objects.first()
    for place in (Place(cast.birch), Place(cast.alder, unit=cast.unit), Place(cast.alder, group=cast.group)):
        with pytest.raises(NotThere):
            remove_window(place=place, window_id=window.pk, by="system")
    remove_window(place=Place(cast.alder), window_id=window.pk, by=cast.ada)
    with pytest.raises(NotThere):
        remove_window(place=Place(cast.alder), window_id=window.pk, by=cast.ada)


def test_only_administrators_of_the_facility_change_them(cast, hours):
    window = DoorWindow.objects.first()
    for who in (cast.mo, cast.dov, cast.rue, make.staff("Bo", "facility_administrator", scope=cast.birch)):
        with pytest.raises(NotThere):
            opened(Place(cast.alder), opens=time(20), closes=time(21), by=who)
        with pytest.raises(NotThere):
            remove_window(place=Place(cast.alder), window_id=window.pk, by=who)
    with pytest.raises(NotThere):
        opened(Place(cast.birch, unit=cast.unit), by=cast.pat)


def test_of_two_who_add_the_same_hours_at_once_one_does(live_cast):
    def add(closes):
        try:
            return opened(Place(live_cast.alder), days=[0], closes=closes) and ""
        except RuleError as error:
            return error.code
        finally:
            connection.close()

    with threads(2) as pool:
        assert sorted(pool.map(add, [time(20), time(21)])) == ["", "window.overlaps"]


@pytest.mark.parametrize("values", [{"day": 7}, {"opens": time(20), "closes": time(8)}])
def test_the_database_takes_no_hours_of_a_room_that_make_no_sense(cast, values):
    fields = {"day": 0, "opens": time(8), "closes": time(20), "given_by": "system", "given_at": clock.now(), **values}
    with pytest.raises(IntegrityError), transaction.atomic():
        GroupWindow.objects.create(group=cast.group, facility=cast.alder, **fields)


def test_hours_of_a_room_that_begin_together_stand_once(cast):
    fields = {"day": 0, "opens": time(8), "closes": time(20), "given_by": "system", "given_at": clock.now()}
    GroupWindow.objects.create(group=cast.group, facility=cast.alder, **fields)
    GroupWindow.objects.create(group=cast.next_door, facility=cast.alder, **fields)
    with pytest.raises(IntegrityError), transaction.atomic():
        GroupWindow.objects.create(group=cast.group, facility=cast.alder, **{**fields, "closes": time(9)})


# The page


def test_hours_are_added_and_removed_on_a_page(cast, evening):
    ask, page = browser(cast, "ada"), f"/facilities/{cast.alder.pk}/windows/"
    assert "Always open" in ask.get(page).content.decode()
    for key in ("facility", f"unit:{cast.unit.pk}", f"group:{cast.group.pk}"):
        answer = ask.post(page, {"place": key, "days": ["0", "1"], "opens": "08:00", "closes": "00:00"})
        assert (answer.status_code, answer["Location"]) == (303, page)
    assert ask.get(page).content.decode().count("08:00–24:00") == 6
    window = DoorWindow.objects.filter(unit=None).first()
    ask.post(f"{page}remove/", {"place": "facility", "window": window.pk})
    assert DoorWindow.objects.filter(unit=None).count() == 1


def test_what_is_wrong_is_told_with_its_code_and_nothing_typed_is_lost(cast, hours):
    ask, page = browser(cast, "ada"), f"/facilities/{cast.alder.pk}/windows/"
    answer = ask.post(page, {"place": "facility", "days": ["2"], "opens": "19:00", "closes": "21:00"})
    body = answer.content.decode()
    assert (answer.status_code, 'data-code="window.overlaps"' in body) == (400, True)
    assert ('value="19:00"' in body, 'value="21:00"' in body) == (True, True)
    other = make.unit(cast.birch)
    wrong = {"place": f"unit:{other.pk}", "days": ["2"], "opens": "21:00", "closes": "22:00"}
    assert ask.post(page, wrong).status_code == 400
    assert ask.post(f"{page}remove/", {"place": "facility", "window": "x"}).status_code == 404
    assert ask.get(f"/facilities/{cast.birch.pk}/windows/").status_code == 404


def test_the_page_costs_the_same_for_few_and_for_many_units(cast, evening, django_assert_max_num_queries):
    ask = browser(cast, "ada")
    for _ in range(20):
        opened(Place(cast.alder, unit=make.unit(cast.alder)))
    with django_assert_max_num_queries(26):
        ask.get(f"/facilities/{cast.alder.pk}/windows/")
