"""A reading of earlier is believed only while nothing that it rests on has moved."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.db.models import F

from accounts import services as accounts
from accounts.models import User
from chat import authority, beliefs
from chat.authority import Authority
from chat.beliefs import Believed
from chat.services.facts import facts_of
from core import clock
from core.ids import new_id
from custody.models import Tablet
from groups import services as groups
from groups.errors import RoomUnavailable, SignedOut
from groups.models import Membership
from groups.sessions import services as sessions
from tests import factories as make

pytestmark = pytest.mark.db_real


@pytest.fixture
def known(cast):
    """Ana and Ben in an open session that Fay watches, and what was read of both; Ana sits at a tablet."""
    make.open_session(cast.group, watched_by=cast.seat("fay"))
    callers = {name: cast.caller(name) for name in ("ana", "ben")}
    seats = {name: make.seat(cast.group, caller) for name, caller in callers.items()}
    at = clock.now()
    read = {name: authority.read(seat, cast.room.pk, at=at) for name, seat in seats.items()}
    return SimpleNamespace(cast=cast, callers=callers, seats=seats, read=read, at=at)


def asked(known, *, at=None):
    """What is found of Ana and of Ben, with everything as it is now."""
    seats = [known.seats[name] for name in ("ana", "ben")]
    found = facts_of([(seat, new_id()) for seat in seats], at=at or known.at)
    believed = [
        Believed(seat, facts.room, facts.member_version, known.read[name])
        for name, seat, facts in zip(("ana", "ben"), seats, found, strict=True)
    ]
    return beliefs.read_all(believed, at=at or known.at)


def test_while_nothing_has_moved_it_is_believed_and_not_read_again(known, monkeypatch):
    monkeypatch.setattr(authority, "readings", _never)
    ana, ben = asked(known)
    assert ana is known.read["ana"]
    assert ben is known.read["ben"]


def _never(*args, **kwargs):
    raise AssertionError("it was read again")


# What moves it, and what is found then


def _their_version(known):
    Membership.objects.filter(pk=known.cast.seats.ana.pk).update(authority=F("authority") + 1)


def _seat_is_taken(known):
    groups.end_membership(membership=known.cast.seats.ana, to=Membership.State.REMOVED, by="system")


def _signs_out(known):
    accounts.end_sign_in(sign_in=known.callers["ana"].sign_in, because="sign_out", by=known.callers["ana"].user)


def _is_locked(known):
    User.objects.filter(pk=known.callers["ana"].user.pk).update(state=User.State.LOCKED)


def _tablet_is_suspended(known):
    Tablet.objects.filter(pk=known.callers["ana"].tablet.pk).update(state=Tablet.State.SUSPENDED, why_suspended="staff")


@pytest.mark.parametrize(
    ("moves", "found"),
    [
        (_their_version, Authority),
        (_seat_is_taken, RoomUnavailable),
        (_signs_out, SignedOut),
        (_is_locked, SignedOut),
        (_tablet_is_suspended, SignedOut),
    ],
)
def test_what_ends_it_for_one_is_found_and_others_are_believed(known, moves, found):
    moves(known)
    ana, ben = asked(known)
    assert ana is not known.read["ana"]
    assert isinstance(ana, found)
    if moves is not _seat_is_taken:  # that is an event of the room, and moves its version
        assert ben is known.read["ben"]


def test_what_moves_the_room_moves_it_for_everybody(known):
    sessions.pause(seat=known.cast.seat("fay"))
    ana, ben = asked(known)
    assert (known.read["ana"].may_post, known.read["ben"].may_post) == (True, True)
    assert (ana.may_post, ben.may_post) == (False, False)


@pytest.mark.parametrize(("late", "believed"), [(timedelta(microseconds=-1), True), (timedelta(0), False)])
def test_it_stands_until_its_moment_and_not_at_it(known, late, believed):
    at = known.read["ana"].valid_until + late
    ana, _ = asked(known, at=at)
    assert (ana is known.read["ana"]) == believed


def test_the_version_of_another_room_counts_for_nothing(known):
    other = known.cast.next_door.room
    other.authority = known.read["ana"].room_version + 1
    other.save(update_fields=["authority"])
    reading = known.read["ana"]
    believed = Believed(known.seats["ana"], other, reading.of.member_version, reading)
    assert not believed.stands(at=known.at)


def test_whoever_was_never_read_is_read(known):
    seat, room = known.seats["ana"], known.cast.room
    version = known.read["ana"].of.member_version
    (ana,) = beliefs.read_all([Believed(seat, room, version, None)], at=known.at)
    assert ana.may_post


def test_only_those_whose_belief_does_not_stand_are_read(known, monkeypatch):
    read, readings = [], authority.readings
    monkeypatch.setattr(authority, "readings", lambda asked, *, at: read.extend(asked) or readings(asked, at=at))
    _their_version(known)
    asked(known)
    assert [seat.membership_id for seat, _ in read] == [known.seats["ana"].membership_id]
