"""Coming in together: the same answers as one by one, at the price of one."""

from functools import partial
from uuid import uuid4

import pytest
from django.conf import settings
from django.db import DatabaseError, OperationalError

from accounts.doors import Door, cookie_name
from accounts.services import end_sign_in
from accounts.sessions import cookie_for
from chat import wire
from chat.live import standing
from chat.live.entering import Entering, Entry, enter_many
from chat.live.entrance import each_for_itself
from chat.live.guests import Guest, Knock, admit, admit_many
from chat.live.polling import poll
from core.errors import NotThere, RuleError
from groups import services
from groups.errors import RoomUnavailable, SignedOut
from groups.models import GroupSession, Lease
from groups.presence import services as presence
from tests import factories as make
from tests.racing import together

EVERYBODY = ("ana", "ben", "fay", "oz", "tam", "xan", "mo", "mia", "dov", "ada", "pat", "rue")


def knock(caller, room_id, *, door=None):
    """This caller's browser at this door (else at their own)."""
    name, key = cookie_for(caller.sign_in)
    door = door or caller.door
    return Knock(host=settings.DOOR_HOSTS[door], cookies={name: key, cookie_name(door): key}, room_id=room_id)


def entered(guest, tab="tab", cursor=None):
    return Entering(guest, tab, cursor)


def seen(answer):
    """An answer, as it can be compared: leases and wordings of refusals differ by time, not by company."""
    if isinstance(answer, RuleError):
        return type(answer)
    if isinstance(answer, Entry):
        frames = [*answer.standing.frames, *answer.own, answer.reset]
        return [answer.standing.key, answer.state, answer.start, *(wire.encode(frame) for frame in frames if frame)]
    return answer


@pytest.fixture
def knocks(cast):
    """Every caller of the cast at every door of every room, and of none."""
    callers = [cast.caller(who) for who in EVERYBODY]
    rooms = (cast.room.pk, cast.next_door.room.pk, uuid4())
    return [knock(caller, room, door=door) for caller in callers for door in Door for room in rooms]


def test_whoever_knocks_gets_the_answer_that_they_get_alone(knocks):
    answers = [seen(answer) for answer in admit_many(knocks)]
    assert answers == [seen(admit_many([one])[0]) for one in knocks]
    assert {type(answer) for answer in answers} == {Guest, type}
    assert {answer for answer in answers if isinstance(answer, type)} == {SignedOut, NotThere, RoomUnavailable}


def test_whoever_says_hello_gets_the_answer_that_they_get_alone(cast, knocks):
    make.open_session(cast.group, watched_by=cast.seat("fay"))
    guests = [guest for guest in admit_many(knocks) if isinstance(guest, Guest)]
    cursors = (None, wire.Cursor(epoch=cast.room.epoch, seq=cast.room.head), wire.Cursor(epoch="other", seq=0))
    asked = [entered(guest, uuid4().hex, cursor) for guest in guests for cursor in cursors]
    enter_many(asked)  # so that all are there, whoever is asked about
    cast.room.refresh_from_db()
    assert [seen(answer) for answer in enter_many(asked)] == [seen(enter_many([one])[0]) for one in asked]


def test_a_strangers_cookie_harms_nobody_in_the_batch(cast):
    odd = Knock(host=settings.DOOR_HOSTS["online"], cookies={"sc_online": "\0" * 32}, room_id=cast.room.pk)
    refusal, guest = admit_many([odd, knock(cast.caller("ben"), cast.room.pk)])
    assert isinstance(refusal, SignedOut)
    assert isinstance(guest, Guest)


def guests_of(cast, *names):
    return [admit(knock(cast.caller(name), cast.room.pk)) for name in names]


def test_whoever_lost_their_right_since_has_no_lease_and_the_others_have_theirs(cast):
    ana, ben, fay, mo = guests_of(cast, "ana", "ben", "fay", "mo")
    caller = cast.caller("ana")
    signed_out = admit(knock(caller, cast.room.pk))
    services.end_membership(membership=cast.seats.ben, to="left", by=cast.pat)
    end_sign_in(sign_in=caller.sign_in, because="sign_out", by=caller.user)
    cast.mo.grants.all().delete()
    answers = enter_many([entered(guest) for guest in (signed_out, ben, fay, mo)])
    assert [seen(answer) for answer in answers if isinstance(answer, RuleError)] == [
        SignedOut,
        RoomUnavailable,
        RoomUnavailable,
    ]
    assert isinstance(answers[2], Entry)
    assert [lease.holder for lease in Lease.objects.all()] == [fay.seat.holder]
    assert isinstance(enter_many([entered(ana)])[0], Entry)


def test_a_poll_of_somebody_who_lost_their_right_takes_no_lease(cast):
    (ben,) = guests_of(cast, "ben")
    services.end_membership(membership=cast.seats.ben, to="left", by=cast.pat)
    with pytest.raises(RoomUnavailable):
        poll(ben, "tab", None, "")
    assert not Lease.objects.exists()


def test_with_a_leader_in_the_batch_all_of_it_may_post(cast):
    make.open_session(cast.group)
    ana, fay = enter_many([entered(guest) for guest in guests_of(cast, "ana", "fay")])
    assert "post" in ana.standing.frames[0].can
    assert "post" in fay.standing.frames[0].can
    assert GroupSession.objects.get().unwatched_since is None


def test_of_two_tabs_in_one_batch_the_later_has_the_lease(cast):
    (ben,) = guests_of(cast, "ben")
    first, second = enter_many([entered(ben, "one"), entered(ben, "two")])
    assert first.lease != second.lease
    assert [(lease.tab, lease.connection) for lease in Lease.objects.all()] == [("two", second.lease)]


def test_each_is_spoken_to_in_their_own_language(cast):
    type(cast.users.ben).objects.filter(pk=cast.users.ben.pk).update(language="es")
    ana, ben = enter_many([entered(guest) for guest in guests_of(cast, "ana", "ben")])
    assert ana.standing.frames[0].readers.startswith("Who can read")
    assert not ben.standing.frames[0].readers.startswith("Who can read")


@pytest.mark.parametrize("inside", [True, False])
def test_fifty_come_in_with_as_many_queries_as_one(cast, inside, django_assert_num_queries):
    outside = 0 if inside else 1  # who is under supervision
    make.open_session(cast.group, watched_by=cast.seat("fay"))
    crowd = make.crowd(cast.group, 50, at=cast.alder if inside else None)
    knocks = [knock(caller, cast.room.pk) for caller in crowd]
    hours = 2 if inside else 0  # of a tablet's door, and of a room
    for some in (knocks[:1], knocks):
        with django_assert_num_queries(11 + hours + outside):
            guests = admit_many(some)
        enter_many([entered(guest, "before") for guest in guests])
        with django_assert_num_queries(40 + hours + outside):
            entries = enter_many([entered(guest) for guest in guests])
        with django_assert_num_queries(27 + hours + outside):  # the last two: who has a hand up, and who is here
            standing.check([(guest, None) for guest in guests])
        assert all(isinstance(entry, Entry) for entry in entries)


def test_many_rooms_cost_as_many_queries_as_one(cast, django_assert_num_queries):
    groups = [make.group(cast.programme) for _ in range(5)]
    callers = [(make.crowd(group, 1)[0], group.room) for group in groups]
    guests = [admit(knock(caller, room.pk)) for caller, room in callers]
    cursors = [wire.Cursor(epoch=room.epoch, seq=0) for _, room in callers]
    asked = [entered(*one, cursor) for one, cursor in zip([(guest, "tab") for guest in guests], cursors, strict=True)]
    for some in (asked[:1], asked[1:]):
        with django_assert_num_queries(34):
            assert all(isinstance(entry, Entry) for entry in enter_many(some))


def test_batches_in_opposite_order_end_with_one_tab_of_each_holder(live_cast):
    guests = guests_of(live_cast, "ana", "ben", "fay", "mo")
    make.open_session(live_cast.group)
    orders = {"one": guests, "two": guests[::-1], "three": guests[2:] + guests[:2]}
    batches = [[entered(guest, tab) for guest in order] for tab, order in orders.items()]
    first = {entry.lease for entry in enter_many(batches[0])}
    renew = partial(presence.renew, connections=first)
    *answers, kept = together(*(partial(enter_many, batch) for batch in batches), renew)
    assert kept <= first
    leases = {entry.lease for batch in answers for entry in batch}
    assert len(leases) == 12
    assert Lease.objects.count() == 4
    assert {lease.connection for lease in Lease.objects.all()} < leases


def test_whoever_breaks_a_batch_breaks_it_for_themselves_alone():
    def work(asked):
        return [10 // number for number in asked]

    assert each_for_itself(work)([1, 2, 5]) == [10, 5, 2]
    answers = each_for_itself(work)([1, 0, 5])
    assert (answers[0], answers[2]) == (10, 2)
    assert isinstance(answers[1], ZeroDivisionError)


def test_while_the_database_is_away_nobody_waits_for_it_in_turn():
    tried = []

    def work(asked):
        tried.append(list(asked))
        raise OperationalError

    answers = each_for_itself(work)([1, 2, 3])
    assert all(isinstance(answer, DatabaseError) for answer in answers)
    assert tried == [[1, 2, 3], [1]]
