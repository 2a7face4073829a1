"""The statements that PostgreSQL alone runs answer as their plain equals do, whatever is asked of them."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accounts.models import SignIn, User
from accounts.selectors import unended
from chat import authority, log, services
from chat import postgres as statements
from chat.models import Event, Message, MessageBody, Room, ScreeningRecord
from chat.services import committing, known, retries
from core import clock
from core import postgres as here
from core.ids import new_id
from custody.models import Tablet
from groups.models import Membership
from tests import factories as make
from tests.chat.conftest import Talk, post

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


# Whether a belief stands


@MANY
@given(data=st.data())
def test_the_standing_of_seats(cast, data):
    callers = {name: cast.caller(name) for name in ("ana", "ben", "fay", "tam")}
    seats = [seat for name, caller in callers.items() if name != "tam" for seat in [make.seat(cast.group, caller)]]
    seats.append(cast.seat("mo"))
    with transaction.atomic():
        _disturb(data, callers)
        asked = data.draw(st.lists(st.sampled_from(seats), max_size=6, unique=True))
        plain = authority.member_versions(asked), unended(seat.sign_in_id for seat in asked)
        found = statements.standing(asked)
        versions = {key: one.member_version for key, one in found.items()}
        signed_in = {seat.sign_in_id for seat in asked if seat.membership_id and found[seat.membership_id].signed_in}
        members = {seat.sign_in_id for seat in asked if seat.membership_id}
        assert (versions, signed_in) == (plain[0], plain[1] & members)
        transaction.set_rollback(True)


def _disturb(data, callers):
    for caller in callers.values():
        state = data.draw(st.sampled_from(User.State.values))
        User.objects.filter(pk=caller.user.pk).update(state=state)
        if caller.tablet:
            Tablet.objects.filter(pk=caller.tablet.pk).update(state=data.draw(st.sampled_from(Tablet.State.values)))
        if data.draw(st.booleans()):
            SignIn.objects.filter(pk=caller.sign_in.pk).update(ended_at=clock.now(), ended_because="sign_out")
        Membership.objects.filter(person=caller.person).update(authority=data.draw(st.integers(1, 9)))


# What was said before


@pytest.fixture
def spoken(talk: Talk):
    """Some words of everybody, here and next door; some changed since."""
    said = [(who, talk.say(who, f"{who} says {number}")) for number in range(4) for who in WRITERS]
    talk.remove(said[0][1])
    talk.give_back(talk.say("ana", "hold this"))
    services.withdraw(seat=talk.seats["ben"], message_id=said[1][1].message)
    oz = make.seat(talk.cast.next_door, talk.cast.caller("oz"))
    make.open_session(talk.cast.next_door, watched_by=oz)
    return SimpleNamespace(talk=talk, clients=[(talk.seats[who].person_id, posted.client_id) for who, posted in said])


@MANY
@given(data=st.data())
def test_what_was_said_with_which_id(spoken, plainly, data):
    writers = [seat.person_id for seat in spoken.talk.seats.values() if seat.person_id]
    strangers = st.tuples(st.sampled_from(writers), st.builds(new_id))
    mixed = st.tuples(st.sampled_from(writers), st.sampled_from([client for _, client in spoken.clients]))
    asked = data.draw(st.lists(st.one_of(st.sampled_from(spoken.clients), strangers, mixed), max_size=8, unique=True))
    found = {key: row.pk for key, row in retries.said_before(asked).items() if key in asked}
    plain = {key: row.pk for key, row in plainly(lambda: retries.said_before(asked)).items() if key in asked}
    assert found == plain


@MANY
@given(data=st.data())
def test_what_writers_said_last(spoken, plainly, data):
    talk = spoken.talk
    persons = [talk.seats[name].person_id for name in WRITERS] + [talk.cast.persons.oz.pk, talk.cast.persons.xan.pk]
    rooms = st.sampled_from([talk.room, Room.objects.select_related("group").get(group=talk.cast.next_door)])
    writers = [(person, data.draw(rooms)) for person in data.draw(st.lists(st.sampled_from(persons), unique=True))]
    at = clock.now() + timedelta(seconds=data.draw(st.sampled_from([0, 1, 599, 700])))
    found, plain = known.known_of(writers, at=at), plainly(lambda: known.known_of(writers, at=at))
    assert _by_writer(found, writers) == _by_writer(plain, writers)


def _by_writer(found, writers):
    return [
        (
            list(found.latest[person]),
            found.recent(person, room.pk),
            found.too_fast_until(person, at=clock.now()) is None,
        )
        for person, room in writers
    ]


# Committing


@MANY
@given(data=st.data())
def test_a_commit_of_any_posts_among_which_some_have_moved(talk, plainly, data):
    """Both ways store the same rows, number them alike, and give each the same answer."""
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

    quick = without_ids(tried(commit))
    for each in prepared:
        each.message.state, each.message.seq, each.message._state.adding = Message.State.HELD, None, True
    assert quick == without_ids(plainly(lambda: tried(commit)))


def _said(outcome):
    return type(outcome) if isinstance(outcome, Exception) else outcome


def test_a_post_whose_moment_has_passed_is_read_anew_and_not_stored_by_the_statement(talk):
    prepared = services.prepare(seat=talk.seats["ana"], post=post("Late"), at=clock.now())
    with transaction.atomic():
        statements.hold([talk.room.pk])
        assert statements.store([prepared.row()], now=prepared.authority.valid_until) == {}
        just_before = prepared.authority.valid_until - timedelta(microseconds=1)
        assert list(statements.store([prepared.row()], now=just_before)) == [prepared.message.pk]


@MANY
@given(which=st.lists(st.integers(0, 3), max_size=4, unique=True))
def test_the_rooms_that_are_held(cast, which):
    rooms = [cast.room.pk, cast.next_door.room.pk, new_id(), new_id()]
    asked = [rooms[place] for place in which]
    with transaction.atomic():
        plain = {pk: (room.epoch, room.authority) for pk, room in log.lock_free(asked).items()}
        assert {pk: tuple(held) for pk, held in statements.hold(asked).items()} == plain
