"""What can happen to a session. Its leader opens, pauses, resumes and closes it in the room."""

from datetime import datetime, timedelta
from typing import Any

from audit.services import record
from core import clock
from core.transactions import unit
from groups import kinds
from groups.authority import leading, live_session, reading
from groups.errors import NotYours, SessionMoved
from groups.models import GroupSession, Lease, SupportGroup
from groups.ports import herald
from groups.seats import Seat

#: A planned session may be opened this long before it starts.
EARLY = timedelta(minutes=15)
#: How long a session lasts that was not planned.
UNPLANNED = timedelta(minutes=90)


@unit()
def schedule(*, group: SupportGroup, starts_at: datetime, ends_at: datetime, by: object) -> GroupSession:
    """Plan a session."""
    session = GroupSession.objects.create(group=group, starts_at=starts_at, ends_at=ends_at)
    record(kinds.SESSION_SCHEDULED, by=by, subject=f"session:{session.pk}", group=group.pk)
    return session


@unit()
def open_session(*, seat: Seat) -> GroupSession:
    """Open the session that is due now, or one that was not planned. `SessionMoved` when one is open already."""
    now = clock.now()
    group = _led_group(seat, at=now)
    if live_session(group) is not None:
        raise SessionMoved
    session = _due(group, at=now) or _unplanned(group, at=now)
    watched = Lease.objects.filter(group=group, watches=True, until__gt=now).exists()
    needs_watch = group.monitor_rule == SupportGroup.MonitorRule.PRESENT
    _move(
        session,
        to=GroupSession.State.OPEN,
        opened_at=now,
        unwatched_since=now if needs_watch and not watched else None,
    )
    _tell(session, "session_opened", kinds.SESSION_OPENED, seat=seat, at=now)
    return session


@unit()
def pause(*, seat: Seat) -> GroupSession:
    """Nobody can post until it is resumed; reading goes on."""
    return _change(seat, "pause", GroupSession.State.PAUSED, "posting_paused", kinds.SESSION_PAUSED)


@unit()
def resume(*, seat: Seat) -> GroupSession:
    return _change(seat, "resume", GroupSession.State.OPEN, "posting_resumed", kinds.SESSION_RESUMED)


@unit()
def close_session(*, seat: Seat) -> GroupSession:
    return _change(
        seat, "close_session", GroupSession.State.CLOSED, "session_closed", kinds.SESSION_CLOSED, closed=True
    )


def _change(
    seat: Seat, command: str, to: GroupSession.State, event: str, kind: str, *, closed: bool = False
) -> GroupSession:
    now = clock.now()
    session = live_session(_led_group(seat, at=now))
    if session is None or command not in leading(session):
        raise SessionMoved
    _move(session, to=to, **({"closed_at": now} if closed else {}))
    _tell(session, event, kind, seat=seat, at=now)
    return session


def _led_group(seat: Seat, *, at: datetime) -> SupportGroup:
    """The seat's group, if its holder leads it and may be in it now."""
    reading(seat, at=at)
    if seat.role != "facilitator":
        raise NotYours
    return SupportGroup.objects.get(pk=seat.group_id)


def _due(group: SupportGroup, *, at: datetime) -> GroupSession | None:
    planned = group.sessions.filter(state=GroupSession.State.SCHEDULED, starts_at__lte=at + EARLY, ends_at__gt=at)
    return planned.order_by("starts_at").first()


def _unplanned(group: SupportGroup, *, at: datetime) -> GroupSession:
    return GroupSession.objects.create(group=group, starts_at=at, ends_at=at + UNPLANNED)


def _move(session: GroupSession, *, to: GroupSession.State, **values: Any) -> None:
    sources = [state for state, targets in GroupSession.MOVES.items() if to in targets]
    moved = GroupSession.objects.filter(pk=session.pk, state__in=sources).update(state=to, **values)
    if not moved:
        raise SessionMoved
    session.refresh_from_db()


def _tell(session: GroupSession, event: str, kind: str, *, seat: Seat, at: datetime) -> None:
    data: dict[str, Any] = {
        "session": str(session.pk),
        "state": session.state,
        "ends_at": clock.wire(session.ends_at),
    }
    if event.startswith("posting_"):
        data["why"] = "leader"
    herald().tell(session.group_id, event, data, audience="everybody", authority=True)
    record(kind, by=f"person:{seat.person_id}", subject=f"session:{session.pk}", at=at)
