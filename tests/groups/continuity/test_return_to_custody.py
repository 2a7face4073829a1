"""Hal, released and at home in his circle, is booked at another facility, and comes back to the same seat there."""

import pytest

from accounts import services as accounts
from accounts.doors import still_valid
from accounts.errors import OtherDoor
from accounts.models import SignIn
from chat.models import Event
from custody.timeline import status_of
from groups import selectors
from groups.continuity import services
from groups.models import Membership
from groups.seats import seat_of
from tests import factories as make
from tests.groups.continuity.helpers import Kind, seat_state, tell

State = Membership.State


@pytest.fixture
def hal(cast):
    """Ben plays Hal; his facility of old knew him by a number, and he has a PIN from then."""
    services.give_number(person=cast.persons.ben, facility=cast.birch, number="990017", by=cast.pat)
    accounts.set_pin(user=cast.users.ben, pin=make.PIN, by=cast.pat)
    return cast.persons.ben


def test_a_return_to_custody_keeps_seat_and_name_and_closes_the_online_door_at_once(cast, hal):
    at_home = cast.caller("ben")
    before = (cast.seats.ben.pk, cast.seats.ben.seat, cast.seats.ben.from_seq, hal.alias)

    tell(hal, Kind.ADMITTED, cast.birch, source="county-jail", source_id="b-17")
    assert SignIn.objects.get(pk=at_home.sign_in.pk).ended_because == "custody"
    assert not still_valid(at_home.sign_in.pk)
    with pytest.raises(OtherDoor):
        accounts.sign_in_online(name=cast.users.ben.sign_in, password=make.PASSWORD, browser=_browser())

    assert seat_state(cast.seats.ben) == (State.AWAY, "custody")
    told = Event.objects.filter(room=cast.room, kind="member_away").get()
    assert told.data == {"member": str(cast.seats.ben.pk)}
    as_peers_see_him = next(view for view in selectors.members_of(cast.group.pk) if view.person_id == hal.pk)
    assert (as_peers_see_him.alias, as_peers_see_him.away) == ("Stillwater", True)

    make.approve(cast.group, cast.birch)
    services.settle(person=hal, by="system")
    sign_in = accounts.sign_in_tablet(tablet=make.tablet(cast.birch), number="990017", pin=make.PIN)
    seat = Membership.objects.get(person=hal)
    assert (seat.pk, seat.seat, seat.from_seq, seat.person.alias) == before
    assert seat.state == State.ACTIVE
    assert seat_of(make.caller(sign_in.user, on=sign_in.tablet), cast.group.pk).membership_id == seat.pk


def test_the_same_person_at_court_keeps_the_seat_and_is_back_in_it_afterwards(cast):
    caller = cast.caller("ana")
    tell(cast.persons.ana, Kind.TO_COURT, cast.alder, minutes_ago=9, source_id="c-1")
    assert seat_state(cast.seats.ana) == (State.AWAY, "custody")
    assert not still_valid(caller.sign_in.pk)
    number = cast.persons.ana.numbers.get().number
    with pytest.raises(OtherDoor):
        accounts.sign_in_tablet(tablet=make.tablet(cast.alder), number=number, pin=make.PIN)
    tell(cast.persons.ana, Kind.RETURNED, cast.alder, minutes_ago=2, source_id="c-2")
    assert seat_state(cast.seats.ana) == (State.ACTIVE, "")
    assert accounts.sign_in_tablet(tablet=make.tablet(cast.alder), number=number, pin=make.PIN)


def test_released_straight_from_court_the_online_door_opens(cast):
    tell(cast.persons.ana, Kind.TO_COURT, cast.alder, minutes_ago=9, source_id="c-1")
    tell(cast.persons.ana, Kind.RELEASED, minutes_ago=2, source_id="c-2")
    assert status_of(cast.persons.ana).door == "online"


def test_after_a_death_no_door_is_open_and_the_seat_is_kept_until_it_proves_wrong(cast):
    from groups.continuity.taking_back import take_back

    died = tell(cast.persons.ana, Kind.DIED)
    assert (status_of(cast.persons.ana).door, seat_state(cast.seats.ana)) == ("", (State.AWAY, "custody"))
    take_back(event=died, reason="wrong_person", by=cast.ada)
    assert seat_state(cast.seats.ana) == (State.ACTIVE, "")


def test_who_died_outside_is_taken_in_by_no_group(cast):
    tell(cast.persons.ben, Kind.DIED)
    assert seat_state(cast.seats.ben) == (State.AWAY, "custody")


def _browser():
    from accounts import browsers

    return browsers.read_or_new(None)
