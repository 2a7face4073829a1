"""What can happen to a session. Its leader opens, pauses, resumes and closes it in the room."""

from datetime import datetime, timedelta
from typing import Any

from audit.services import record
from core import clock
from core.transactions import unit
from groups import kinds
from groups.approvals import all_have_agreed
from groups.authority import live_session
from groups.errors import FacilityNotAgreed, SessionMoved
from groups.models import GroupSession, Lease, SupportGroup
from groups.seats import Seat
from groups.sessions.leading import change, led_group, led_session, put_on_record, tell

#: A planned session may be opened this long before it starts.
EARLY = timedelta(minutes=15)
#: How long a session lasts that was not planned.
UNPLANNED = timedelta(minutes=90)
#: What a session has only while it is live.
AT_REST: dict[str, Any] = {"phase": "", "turn": None, "listen_only": False, "end_told": None}


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
    group = led_group(seat, at=now)
    if live_session(group) is not None:
        raise SessionMoved
    if not all_have_agreed(group, at=now):
        raise FacilityNotAgreed
    session = _due(group, at=now) or _unplanned(group, at=now)
    watched = Lease.objects.filter(group=group, watches=True, until__gt=now).exists()
    needs_watch = group.monitor_rule == SupportGroup.MonitorRule.PRESENT
    _move(
        session,
        to=GroupSession.State.OPEN,
        opened_at=now,
        phase=GroupSession.Phase.OPENING,
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


@unit()
def set_phase(*, seat: Seat, phase: str) -> None:
    """In which part of the session the circle is now: any part may follow any other."""
    now = clock.now()
    session = led_session(seat, "phase", at=now)
    if change(session, phase=phase):
        tell(session, "phase")
        put_on_record(session, kinds.PHASE_SET, seat=seat, at=now, phase=phase)


@unit()
def set_listen_only(*, seat: Seat, on: bool) -> None:
    """Members listen and do not write; leaders may write, and everybody may react."""
    now = clock.now()
    session = led_session(seat, "listen_only", at=now)
    if change(session, listen_only=on):
        tell(session, "posting_paused" if on else "posting_resumed", authority=True, why="listen_only")
        kind = kinds.LISTENING_BEGAN if on else kinds.LISTENING_ENDED
        put_on_record(session, kind, seat=seat, at=now)


def _change(
    seat: Seat, command: str, to: GroupSession.State, event: str, kind: str, *, closed: bool = False
) -> GroupSession:
    now = clock.now()
    session = led_session(seat, command, at=now)
    if closed:
        session.hands.all().delete()
    _move(session, to=to, **({"closed_at": now, **AT_REST} if closed else {}))
    _tell(session, event, kind, seat=seat, at=now)
    return session


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
    why = {"why": "leader"} if event.startswith("posting_") else {}
    tell(session, event, authority=True, **why)
    put_on_record(session, kind, seat=seat, at=at)
