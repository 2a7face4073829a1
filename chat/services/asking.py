"""Calling for somebody: a report of a message, and *Help now*. Both reach the desk, and nobody in the room."""

from datetime import datetime
from uuid import UUID

from django.utils import translation

from chat import authority, ports, screening, wire
from chat.errors import MessageNotThere, ReasonUnknown
from chat.models import Message
from chat.ports import Draft, Verdict, desk
from chat.selectors.room import room_for
from chat.selectors.shown import one
from chat.services.prepared import stored_ref
from core import clock
from core.errors import NotAllowed
from core.transactions import unit
from groups.seats import Seat


def report(*, seat: Seat, report: wire.Report, at: datetime | None = None) -> wire.Done:
    """A message that this seat may read, reported to the desk. The same `client_id` again reports nothing twice.
    Its note is screened, never held: it may be a cry for help."""
    now = at or clock.now()
    return _report(seat, report, _verdict_of_note(seat, report), at=now)


def _verdict_of_note(seat: Seat, report: wire.Report) -> Verdict | None:
    if not report.note or seat.person_id is None:
        return None
    room = room_for(seat)
    draft = Draft(body=report.note, lang=seat.language, author_id=seat.person_id, room_id=room.pk, kind="note")
    return screening.screen(draft)


@unit()
def _report(seat: Seat, report: wire.Report, verdict: Verdict | None, *, at: datetime) -> wire.Done:
    room = room_for(seat)
    if seat.person_id is None or "report" not in authority.read(seat, room.pk, at=at).can:
        raise NotAllowed
    if report.reason not in ports.REPORT_REASONS:
        raise ReasonUnknown
    if one(room, seat, report.message, at=at) is None:
        raise MessageNotThere
    message = Message.objects.select_related("room").get(pk=report.message)
    told = ports.Report(
        client_id=report.client_id,
        reporter_id=seat.person_id,
        reason=report.reason,
        note=report.note,
        verdict=verdict,
    )
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
