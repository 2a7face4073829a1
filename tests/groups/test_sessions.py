"""The leader opens, pauses, resumes and closes; each move happens once and is told to the room."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from audit.models import AuditEvent
from chat.models import Event
from core import clock
from groups.errors import NotYours, SessionMoved
from groups.models import GroupSession
from groups.presence import services as presence
from groups.sessions import services as sessions
from tests import factories as make
from tests.racing import threads

State = GroupSession.State


@pytest.fixture
def fay(cast):
    """Fay, in the room."""
    seat = cast.seat("fay")
    presence.take(seat=seat, tab="one")
    return seat


def test_a_session_is_opened_paused_resumed_and_closed(cast, fay):
    for move in (sessions.open_session, sessions.pause, sessions.resume, sessions.close_session):
        move(seat=fay)
    told = Event.objects.filter(room=cast.room).exclude(kind__startswith="member").order_by("seq")
    assert list(told.values_list("kind", flat=True)) == [
        "session_opened",
        "posting_paused",
        "posting_resumed",
        "session_closed",
    ]
    recorded = AuditEvent.objects.filter(kind__startswith="groups.session_").values_list("actor", flat=True)
    assert set(recorded) == {f"person:{cast.persons.fay.pk}"}
    assert GroupSession.objects.get().state == State.CLOSED


def test_the_session_that_is_due_is_the_one_that_opens(cast, fay):
    now = clock.now()
    due = sessions.schedule(
        group=cast.group, starts_at=now + timedelta(minutes=10), ends_at=now + timedelta(hours=1), by=cast.pat
    )
    sessions.schedule(
        group=cast.group, starts_at=now + timedelta(days=7), ends_at=now + timedelta(days=7, hours=1), by=cast.pat
    )
    assert sessions.open_session(seat=fay).pk == due.pk


def test_a_session_opened_from_afar_waits_for_somebody_who_watches(cast):
    session = sessions.open_session(seat=cast.seat("fay"))
    assert session.unwatched_since is not None


@pytest.mark.parametrize("who", ["ana", "mo"])
def test_only_a_leader_of_the_circle_commands_its_session(cast, who):
    with pytest.raises(NotYours):
        sessions.open_session(seat=cast.seat(who))


@pytest.mark.parametrize("move", ["pause", "resume", "close_session"])
def test_a_move_that_the_state_does_not_have_is_refused(cast, fay, move):
    with pytest.raises(SessionMoved):
        getattr(sessions, move)(seat=fay)


def test_opened_twice_is_opened_once(cast, fay):
    sessions.open_session(seat=fay)
    with pytest.raises(SessionMoved):
        sessions.open_session(seat=fay)


def test_two_live_sessions_are_refused_by_the_database(cast):
    make.open_session(cast.group)
    with pytest.raises(IntegrityError), transaction.atomic():
        make.open_session(cast.group)


def test_two_leaders_close_at_once_and_one_wins(live_cast):
    seat = live_cast.seat("fay")
    sessions.open_session(seat=seat)

    def close(_):
        try:
            sessions.close_session(seat=seat)
        except SessionMoved as error:
            return error.code
        finally:
            connection.close()

    with threads(2) as pool:
        outcomes = list(pool.map(close, range(2)))
    assert sorted(map(str, outcomes)) == ["None", "session.moved_on"]
    assert Event.objects.filter(kind="session_closed").count() == 1


@pytest.mark.parametrize("half", [{"state": State.CLOSED, "phase": ""}, {"closed_at": "now"}])
def test_a_half_closed_session_is_refused_by_the_database(cast, half):
    make.open_session(cast.group)
    values = {key: clock.now() if value == "now" else value for key, value in half.items()}
    with pytest.raises(IntegrityError), transaction.atomic():
        GroupSession.objects.update(**values)
