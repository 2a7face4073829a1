"""Two at once: rows are committed, threads have connections of their own. Also on the real servers."""

from collections.abc import Callable
from threading import Barrier
from typing import Any

import pytest
from django.db import connection, connections

from chat import errors, selectors, services
from chat import postgres as statements
from chat.models import Event, Message
from chat.services import committing
from core import clock
from core.errors import RuleError
from core.transactions import unit
from custody.models import CustodyEvent
from groups import services as groups
from groups.continuity.services import record_custody_event
from groups.sessions import services as sessions
from tests import factories as make
from tests.chat.conftest import Talk, post
from tests.racing import threads

TRIES = 4


def at_once(*acts: Callable[[], Any]) -> list[Any]:
    """What each of these, begun together in threads, answered or refused with."""
    start = Barrier(len(acts))

    def run(act: Callable[[], Any]) -> Any:
        try:
            start.wait()
            return act()
        except RuleError as refusal:
            return refusal.code
        finally:
            connections.close_all()

    with threads(len(acts)) as pool:
        return list(pool.map(run, acts))


def is_dense(talk: Talk) -> bool:
    seqs = list(Event.objects.filter(room=talk.room).order_by("seq").values_list("seq", flat=True))
    return seqs == list(range(1, talk.room.head + 1))


def test_two_moderators_release_at_once_and_one_wins(live_talk: Talk):
    for _ in range(TRIES):
        held = live_talk.say("ana", "hold this")
        outcomes = at_once(*[lambda held=held: live_talk.release(held)] * 2)
        assert sorted(map(str, outcomes)) == ["None", "message.moved_on"]
        assert Event.objects.filter(message_id=held.message).count() == 1
    assert is_dense(live_talk)


def test_a_release_and_a_withdrawal_at_once_end_in_one_of_both(live_talk: Talk):
    for _ in range(TRIES):
        held = live_talk.say("ana", "hold this")
        at_once(
            lambda held=held: live_talk.release(held),
            lambda held=held: services.withdraw(seat=live_talk.seats["ana"], message_id=held.message),
        )
        message = live_talk.message(held)
        assert message.state in ("delivered", "withdrawn")
        assert (live_talk.read() != []) == (message.state == "delivered")
        live_talk.remove(held) if message.state == "delivered" else None
    assert is_dense(live_talk)


def test_everybody_talks_at_once_and_the_log_is_dense(live_talk: Talk):
    def talk(who: str) -> list[int]:
        return [live_talk.say(who, f"{how} {number}").seq for number in range(4) for how in ("Number", "flag")]

    seqs = at_once(*[lambda who=who: talk(who) for who in ("ana", "ben", "fay")])
    flat = [seq for one in seqs for seq in one]
    assert len(flat) == len(set(flat)) == 24
    assert all(one == sorted(one) for one in seqs)
    assert is_dense(live_talk)
    assert len(live_talk.read()) == 24


@pytest.mark.parametrize("body", ["Hello", "hold this", "flag this"])
def test_the_same_post_twice_at_once_is_said_once(live_talk: Talk, body: str):
    for _ in range(TRIES):
        frame = post(body)
        first, second = at_once(*[lambda frame=frame: services.say(seat=live_talk.seats["ana"], post=frame)] * 2)
        assert first == second
        assert Message.objects.filter(client_id=frame.client_id).count() == 1
    assert is_dense(live_talk)


def test_returned_words_sent_again_twice_at_once_are_one_revision(live_talk: Talk):
    held = live_talk.say("ana", "hold this")
    live_talk.give_back(held)
    outcomes = at_once(
        *[lambda n=n: live_talk.say("ana", f"hold other {n}", replaces=held.message).state for n in range(2)]
    )
    assert sorted(outcomes) == ["held", "message.moved_on"]
    assert live_talk.message(held).revision == 2


def between(monkeypatch: pytest.MonkeyPatch, act: Callable[[], Any]) -> None:
    """Do this after the posts are prepared and before they are committed."""
    commit = committing._commit

    def late(batch: Any) -> Any:
        monkeypatch.setattr(committing, "_commit", commit)
        act()
        return commit(batch)

    monkeypatch.setattr(committing, "_commit", late)


def test_a_post_that_was_allowed_before_a_pause_is_not_taken_after_it(live_talk: Talk, monkeypatch: pytest.MonkeyPatch):
    between(monkeypatch, lambda: sessions.pause(seat=live_talk.seats["fay"]))
    with pytest.raises(errors.Paused):
        live_talk.say("ana", "Hello")
    assert live_talk.read() == []


def test_a_post_that_was_allowed_before_a_removal_is_not_taken_after_it(
    live_talk: Talk, monkeypatch: pytest.MonkeyPatch
):
    gone = live_talk.cast.seats.ana
    between(monkeypatch, lambda: groups.end_membership(membership=gone, to="removed", by="system"))
    with pytest.raises(RuleError) as refusal:
        live_talk.say("ana", "Hello")
    assert (refusal.value.code, live_talk.read()) == ("room.unavailable", [])


@pytest.mark.parametrize("body", ["Hello", "flag this", "hold this"])
def test_posts_and_pauses_at_once_leave_no_post_behind_the_pause(live_talk: Talk, body: str):
    for _ in range(TRIES):
        at_once(
            lambda: live_talk.say("ana", body),
            lambda: sessions.pause(seat=live_talk.seats["fay"]),
        )
        paused = Event.objects.filter(kind="posting_paused").latest("seq").seq
        assert not Event.objects.filter(kind="message", seq__gt=paused).exists()
        sessions.resume(seat=live_talk.seats["fay"])
    assert is_dense(live_talk)


def test_posts_and_a_removal_at_once_leave_no_post_behind_it(live_talk: Talk):
    gone = live_talk.cast.seats.ana
    at_once(
        lambda: [live_talk.say("ana", f"Number {number}") for number in range(5)],
        lambda: groups.end_membership(membership=gone, to="removed", by="system"),
    )
    left = Event.objects.get(kind="member_left").seq
    assert not Event.objects.filter(kind="message", seq__gt=left).exists()
    assert is_dense(live_talk)


def test_a_membership_is_compared_as_it_is_when_the_lock_is_had(live_talk: Talk):
    """A post waits for the room's row while a removal commits: it must see that removal, not its older snapshot."""
    if connection.vendor != "postgresql":
        return  # writers stand in line there, and each sees all that was before it
    prepared = services.prepare(seat=live_talk.seats["ana"], post=post("Hello"), at=clock.now())
    locked, done = Barrier(2), Barrier(2)

    def remove() -> None:
        with unit():
            from chat import log

            log.lock(live_talk.room.pk)
            locked.wait()
            groups._move(live_talk.cast.seats.ana, to="removed", ended_at=clock.now())
            done.wait()

    def commit() -> Any:
        locked.wait()
        with threads(1) as pool:
            waiting = pool.submit(_commit_and_close, prepared)
            while not _somebody_waits():
                pass
            done.wait()
            return waiting.result()

    _, (outcome,) = at_once(remove, commit)
    assert isinstance(outcome, RuleError)
    assert live_talk.read() == []


def _commit_and_close(prepared: Any) -> Any:
    try:
        return services.commit_posts([prepared])
    finally:
        connections.close_all()


def _somebody_waits() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_locks WHERE NOT granted")
        return bool(cursor.fetchone()[0])


def test_a_batch_leaves_out_a_room_whose_row_is_held_and_waits_for_none(live_talk: Talk):
    if connection.vendor != "postgresql":
        return  # no rows are locked there: writers stand in line
    group = live_talk.cast.next_door
    make.member(group, live_talk.cast.persons.ben)
    there = make.seat(group, live_talk.cast.caller("ben"))
    make.open_session(group, watched_by=live_talk.seats["fay"])
    batch = [
        services.prepare(seat=seat, post=post("Hello"), at=clock.now()) for seat in (live_talk.seats["ana"], there)
    ]
    held, done = Barrier(2), Barrier(2)

    def hold() -> None:
        from chat import log

        with unit():
            log.lock(live_talk.room.pk)
            held.wait()
            done.wait()

    def commit() -> Any:
        held.wait()
        try:
            return services.commit_posts(batch)
        finally:
            done.wait()

    _, (busy, taken) = at_once(hold, commit)
    assert (busy, taken.state) == (None, "delivered")
    assert selectors.own_states(live_talk.room, live_talk.cast.persons.ana.pk, at=clock.now()) == []
    (again,) = services.commit_posts(batch[:1])
    assert again.state == "delivered"


def test_a_post_and_a_custody_event_of_its_writer_do_not_lock_each_other_out(
    live_talk: Talk, monkeypatch: pytest.MonkeyPatch
):
    """The event holds the person and wants the room; the post holds the room and refers to the person."""
    if connection.vendor != "postgresql":
        return  # no rows are locked there: writers stand in line
    prepared = services.prepare(seat=live_talk.seats["ben"], post=post("Hello"), at=clock.now())
    both = Barrier(2)
    store = statements.store

    def when_both_hold(*args: Any, **values: Any) -> Any:
        both.wait()
        return store(*args, **values)

    monkeypatch.setattr(statements, "store", when_both_hold)

    def admit() -> None:
        with unit():
            record_custody_event(
                person=live_talk.cast.persons.ben,
                kind=CustodyEvent.Kind.ADMITTED,
                facility=live_talk.cast.alder,
                occurred_at=clock.now(),
                source="test",
                source_id="one",
                by="system",
            )
            both.wait()

    _, (outcome,) = at_once(admit, lambda: services.commit_posts([prepared]))
    assert outcome.state == "delivered"
