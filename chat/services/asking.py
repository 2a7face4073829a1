"""Calling for somebody: a report of a message, and *Help now*. Both reach the desk, and nobody in the room."""

from datetime import datetime
from uuid import UUID

from django.utils import translation

from chat import authority, ports, wire
from chat.errors import MessageNotThere, ReasonUnknown
from chat.models import Message
from chat.ports import desk
from chat.selectors.room import room_for
from chat.selectors.shown import one
from chat.services.prepared import stored_ref
from core import clock
from core.errors import NotAllowed
from core.transactions import unit
from groups.seats import Seat


@unit()
def report(*, seat: Seat, report: wire.Report, at: datetime | None = None) -> wire.Done:
    """A message that this seat may read, reported to the desk. The same `client_id` again reports nothing twice."""
    now = at or clock.now()
    room = room_for(seat)
    if seat.person_id is None or "report" not in authority.read(seat, room.pk, at=now).can:
        raise NotAllowed
    if report.reason not in ports.REPORT_REASONS:
        raise ReasonUnknown
    if one(room, seat, report.message, at=now) is None:
        raise MessageNotThere
    message = Message.objects.select_related("room").get(pk=report.message)
    told = ports.Report(client_id=report.client_id, reporter_id=seat.person_id, reason=report.reason, note=report.note)
    with translation.override(seat.language):
        text = desk().reported(stored_ref(message), told)
    return wire.Done(client_id=report.client_id, for_="report", text=text)


@unit()
def ask_help(
    *, person_id: UUID | None, client_id: UUID, room_id: UUID | None = None, at: datetime | None = None
) -> wire.Done:
    """Somebody pressed *Help now*. Never limited, paused, muted or sanctioned away; a retry asks once.
    A monitor (no person) is staff on duty, and has the duty page."""
    if person_id is None:
        raise NotAllowed
    text = desk().help_asked(person_id=person_id, client_id=client_id, room_id=room_id, at=at or clock.now())
    return wire.Done(client_id=client_id, for_="help", text=text)
