"""A sign to a message: one of four, given and taken back. Nobody is ranked by them."""

from datetime import datetime
from typing import Any
from uuid import UUID

from chat import authority, log, wire
from chat.authority import Authority
from chat.errors import MessageNotThere, MonitorsDoNotPost, prevented
from chat.models import Event, Message, Reaction, Room
from chat.selectors.room import room_for
from chat.selectors.shown import one
from core import clock
from core.transactions import Rank, before_commit, unit
from groups import authority as groups
from groups.seats import Seat


@unit()
def react(*, seat: Seat, react: wire.React, at: datetime | None = None) -> None:
    """Give a reaction to a message that this seat may read, or take it back. The same again is no event."""
    now = at or clock.now()
    room = room_for(seat)
    if seat.person_id is None:
        raise MonitorsDoNotPost
    read = authority.read(seat, room.pk, at=now)
    _allow(read.of)
    if one(room, seat, react.message, at=now) is None:
        raise MessageNotThere
    before_commit(Rank.ROOM, str(room.pk), lambda: _place(seat, react, read, room.pk, at=now))


def _place(seat: Seat, react: wire.React, read: Authority, room_id: UUID, *, at: datetime) -> None:
    """With the room's row held: what was allowed still is, and the log has reactions in the order of their rows."""
    room = log.lock(room_id)
    _confirm(seat, read, room, at=at)
    if not Message.objects.filter(pk=react.message, state__in=Message.SHOWN).exists():
        raise MessageNotThere
    if _set(seat, react):
        data = {"member_id": str(seat.membership_id), "reaction": react.kind, "on": react.on}
        log.append(room, [Event(kind="reaction", at=at, message_id=react.message, data=data)])


def _set(seat: Seat, react: wire.React) -> bool:
    """Whether anything changed."""
    mine: dict[str, Any] = {"message_id": react.message, "person_id": seat.person_id, "kind": react.kind}
    if react.on:
        return Reaction.objects.get_or_create(**mine)[1]
    return bool(Reaction.objects.filter(**mine).delete()[0])


def _confirm(seat: Seat, read: Authority, room: Room, *, at: datetime) -> None:
    """What has moved since it was read is read anew."""
    version = authority.member_versions([seat]).get(seat.membership_id) if seat.membership_id else None
    if version is None or not read.stands(member_version=version, room_version=room.authority, at=at):
        _allow(groups.reading(seat, at=at))


def _allow(reading: groups.Reading) -> None:
    if "react" not in reading.can:
        raise prevented(reading.why_not)
