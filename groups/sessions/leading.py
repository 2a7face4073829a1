"""What every act in a session goes through: whose it is, the session held, the room told."""

from datetime import datetime
from typing import Any
from uuid import UUID

from audit.services import record
from groups.authority import leading, reading
from groups.errors import NotYours, SessionMoved, SupervisionPending
from groups.models import GroupSession, SupportGroup
from groups.ports import herald
from groups.seats import Seat
from groups.sessions.selectors import told


def led_group(seat: Seat, *, at: datetime) -> SupportGroup:
    """The seat's group, if its holder leads it and may be in it now."""
    if reading(seat, at=at).reads_only:
        raise SupervisionPending
    if seat.role != "facilitator":
        raise NotYours
    return SupportGroup.objects.get(pk=seat.group_id)


def led_session(seat: Seat, command: str, *, at: datetime) -> GroupSession:
    """The live session of the seat's group, held, if its state has this command for who leads it."""
    session = live(led_group(seat, at=at).pk)
    if session is None or command not in leading(session):
        raise SessionMoved
    return session


def live(group_id: UUID) -> GroupSession | None:
    """The group's live session, its row held: what is told of it is then in the order in which it happened."""
    rows = GroupSession.objects.select_for_update(no_key=True).filter(group=group_id, state__in=GroupSession.LIVE)
    return rows.first()


def change(session: GroupSession, **values: Any) -> bool:
    """Compare-and-set in a live session. False: it was so already, and nothing happens."""
    rows = GroupSession.objects.filter(pk=session.pk, state__in=GroupSession.LIVE)
    changed = rows.exclude(**values).update(**values)
    session.refresh_from_db()
    return bool(changed)


def tell(session: GroupSession, event: str, *, authority: bool = False, **more: Any) -> None:
    herald().tell(session.group_id, event, told(session) | more, audience="everybody", authority=authority)


def put_on_record(session: GroupSession, kind: str, *, seat: Seat, at: datetime, **detail: Any) -> None:
    """What a leader did, beside the event that tells the room."""
    record(kind, by=f"person:{seat.person_id}", subject=f"session:{session.pk}", at=at, **detail)
