"""The statements that PostgreSQL alone runs answer as their plain equals do, whatever is asked of them."""

from datetime import timedelta
from functools import partial
from types import SimpleNamespace

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accounts.models import SignIn, User
from chat import log, services
from chat import postgres as statements
from chat.models import Event, Message, MessageBody, Room, ScreeningRecord
from chat.services import committing, facts
from core import clock
from core import postgres as here
from core.ids import new_id
from core.transactions import unit
from custody.models import Tablet
from groups import services as groups
from groups.models import Membership, SupportGroup
from tests import factories as make
from tests.chat.conftest import Talk, post
from tests.racing import threads

pytestmark = pytest.mark.db_real
WRITERS = ("ana", "ben", "fay")
MANY = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def plainly(monkeypatch):
    """Do this as any other database would."""

    def do(work):
        with monkeypatch.context() as patched:
            patched.setattr(here, "is_here", lambda: False)
            return work()

    return do


class Undo(Exception):
    """What was tried is taken back."""


def tried(work):
    """What this answers, and how the rows look then; after that, as if it had never been."""
    found = []
    try:
        with transaction.atomic():
            found += [work(), rows()]
            raise Undo
    except Undo:
        return found


def rows():
    """All that a post writes, without what is random in it."""
    return {
        "rooms": list(Room.objects.order_by("pk").values("pk", "head", "authority", "epoch")),
        "events": list(Event.objects.order_by("room", "seq").values()),
        "messages": list(Message.objects.order_by("pk").values()),
        "bodies": list(
            MessageBody.objects.order_by("message", "revision").values(
                "message_id", "revision", "author_id", "client_id", "key_id"
            )
        ),
        "records": [
            {name: value for name, value in record.items() if name not in ("id", "took_ms")}
            for record in ScreeningRecord.objects.order_by("message", "revision").values()
        ],
    }


def without_ids(found):
    """Numbers that a sequence gives go on, also where a transaction is taken back."""
    answer, seen = found
    seen["events"] = [{name: value for name, value in event.items() if name != "id"} for event in seen["events"]]
    return answer, seen


# What is known of posts before they are judged


@pytest.fixture
def spoken(talk: Talk, monkeypatch):
    """Some words of everybody, here and next door; some changed since. Three messages a minute are the pace."""
    said = [(who, talk.say(who, f"{who} says {number}")) for number in range(2) for who in WRITERS]
    said += [
        ("ana", talk.say("ana", "and again", at=clock.now() - timedelta(seconds=seconds))) for seconds in (70, 300)
    ]
    talk.remove(said[0][1])
    services.withdraw(seat=talk.seats["ben"], message_id=said[1][1].message)
    make.member(talk.cast.next_door, talk.cast.persons.ben)
    there = make.seat(talk.cast.next_door, talk.cast.caller("ben"))
    make.open_session(talk.cast.next_door, watched_by=talk.seats["fay"])
    said.append(("ben", services.say(seat=there, post=post("From next door."))))
    monkeypatch.setattr(facts, "PACE", 3)
    return SimpleNamespace(talk=talk, there=there, clients=[posted.client_id for _, posted in said])


@MANY
@given(data=st.data())
def test_the_facts_of_any_posts(spoken, plainly, data):
    talk = spoken.talk
    callers = {name: talk.cast.caller(name) for name in WRITERS}
    seats = [make.seat(talk.group, callers[name]) for name in data.draw(st.permutations(WRITERS))]
    if data.draw(st.booleans()):
        seats = [spoken.there if seat.person_id == spoken.there.person_id else seat for seat in seats]
    ids = st.one_of(st.sampled_from(spoken.clients), st.builds(new_id))
    posts = [(seat, data.draw(ids)) for seat in seats[: data.draw(st.integers(1, 3))]]
    at = clock.now() + timedelta(seconds=data.draw(st.sampled_from([0, 30, 59, 599, 700])))
    with transaction.atomic():
        _disturb(data, callers)
        found, plain = facts.facts_of(posts, at=at), plainly(lambda: facts.facts_of(posts, at=at))
        assert [_shown(one) for one in found] == [_shown(one) for one in plain]
        transaction.set_rollback(True)


def _shown(found):
    room = found.room
    its = (room.pk, room.epoch, room.head, room.authority, room.group_id, room.group.mode, room.group.paced)
    return its, found.member_version, found.said, found.paced_since, found.recent


def test_what_a_room_has_become_is_known_at_once(spoken):
    seat = spoken.talk.seats["ana"]
    facts.facts_of([(seat, new_id())], at=clock.now())
    SupportGroup.objects.filter(pk=seat.group_id).update(mode="hold_all", paced=False)
    Room.objects.filter(group=seat.group_id).update(authority=7)
    (found,) = facts.facts_of([(seat, new_id())], at=clock.now())
    assert (found.room.group.mode, found.room.group.paced, found.room.authority) == ("hold_all", False, 7)


def _disturb(data, callers):
    for caller in callers.values():
        state = data.draw(st.sampled_from(User.State.values))
        why = "left" if state == User.State.DISABLED else ""
        User.objects.filter(pk=caller.user.pk).update(state=state, disabled_because=why)
        if caller.tablet:
            state = data.draw(st.sampled_from(Tablet.State.values))
            why = "staff" if state == Tablet.State.SUSPENDED else ""
            Tablet.objects.filter(pk=caller.tablet.pk).update(state=state, why_suspended=why)
        if data.draw(st.booleans()):
            SignIn.objects.filter(pk=caller.sign_in.pk).update(ended_at=clock.now(), ended_because="sign_out")
        Membership.objects.filter(person=caller.person).update(authority=data.draw(st.integers(1, 9)))


# Committing


@MANY
@given(data=st.data())
def test_a_commit_of_any_posts_among_which_some_have_moved(talk, plainly, data):
    """Both ways store the same rows, number them densely, and give each the same answer. (Those for whom something has
    moved come after the others, where that is one statement.)"""
    whose = data.draw(st.permutations(WRITERS))[: data.draw(st.integers(1, 3))]
    prepared = [services.prepare(seat=talk.seats[who], post=post(f"{who} speaks"), at=clock.now()) for who in whose]
    moved = data.draw(st.lists(st.sampled_from(WRITERS), unique=True))
    room_moved = data.draw(st.booleans())

    def commit():
        for who in moved:
            Membership.objects.filter(pk=talk.seats[who].membership_id).update(authority=99)
        if room_moved:
            Room.objects.filter(pk=talk.room.pk).update(authority=99)
        return [_said(outcome) for outcome in committing.commit_posts(prepared)]

    quick = unordered(without_ids(tried(commit)))
    for each in prepared:
        each.message.state, each.message.seq, each.message._state.adding = Message.State.HELD, None, True
    assert quick == unordered(without_ids(plainly(lambda: tried(commit))))


def _said(outcome):
    return type(outcome) if isinstance(outcome, Exception) else outcome


def unordered(found):
    """Who has which of the numbers is left out; that they are dense is not."""
    answers, seen = found
    seqs = sorted(event["seq"] for event in seen["events"])
    assert seqs == list(range(1, len(seqs) + 1)) or len({event["room_id"] for event in seen["events"]}) > 1
    events = [{name: value for name, value in event.items() if name != "seq"} for event in seen["events"]]
    seen["events"] = sorted(events, key=str)
    seen["messages"] = [{**message, "seq": message["seq"] is not None} for message in seen["messages"]]
    plain = [one if isinstance(one, type) else (one.state, one.rev, one.message) for one in answers]
    return plain, seen, seqs


def test_a_post_whose_moment_has_passed_is_read_anew_and_not_stored_by_the_statement(talk):
    if not here.is_here():
        return  # only PostgreSQL has these statements
    prepared = services.prepare(seat=talk.seats["ana"], post=post("Late"), at=clock.now())
    with transaction.atomic():
        statements.hold([talk.room.pk])
        assert statements.store([prepared.row(0)], now=prepared.authority.valid_until) == {}
        just_before = prepared.authority.valid_until - timedelta(microseconds=1)
        assert list(statements.store([prepared.row(0)], now=just_before)) == [0]


@MANY
@given(which=st.lists(st.integers(0, 3), max_size=4, unique=True))
def test_the_rooms_that_are_held(cast, which):
    if not here.is_here():
        return  # only PostgreSQL has these statements
    rooms = [cast.room.pk, cast.next_door.room.pk, new_id(), new_id()]
    asked = [rooms[place] for place in which]
    with transaction.atomic():
        plain = {pk: (room.epoch, room.authority) for pk, room in log.lock_free(asked).items()}
        assert {pk: tuple(held) for pk, held in statements.hold(asked).items()} == plain


def test_reading_does_not_wait_for_a_room_that_somebody_holds(live_talk):
    """Nor does who posts wait for a member who is just marked."""
    ben, head = live_talk.seats["ben"], live_talk.room.head

    def elsewhere(work):
        try:
            return work()
        finally:
            connection.close()

    with threads(1) as pool, unit():
        log.lock(live_talk.room.pk)
        mark = partial(services.mark_read, seat=ben, room_id=live_talk.room.pk, seq=head)
        assert pool.submit(elsewhere, mark).result(timeout=20) is None
    assert Membership.objects.get(pk=ben.membership_id).read_seq == head
    with threads(1) as pool, unit():
        groups.read_up_to({ben.membership_id: head + 1})
        said = pool.submit(elsewhere, lambda: live_talk.say("ben", "Hello")).result(timeout=20)
    assert said.state == "delivered"
