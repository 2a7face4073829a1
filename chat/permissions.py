"""Who may be in a room: one question, asked the same way by pages, frames and polls."""

from uuid import UUID

from accounts.doors import Caller
from chat.errors import RoomNotThere
from chat.models import Room
from groups.seats import Seat, seat_of


def seat_in(caller: Caller, room_id: UUID) -> tuple[Room, Seat]:
    """The room and the caller's seat in it. `RoomNotThere` for no such room and for one that this caller may not know
    of; `RoomUnavailable` for a member whom the room can't take in now."""
    room = Room.objects.select_related("group__programme").filter(pk=room_id).first()
    if room is None:
        raise RoomNotThere
    return room, seat_of(caller, room.group_id)
