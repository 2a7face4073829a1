"""Who is writing just now: told to those who sit in the room, kept nowhere, left out first where others wait."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from chat import addresses, wire
from chat.live.connections import Connection
from chat.live.frames import Frame
from chat.live.rooms import LiveRoom, Rooms
from core import clock, wakeups

#: That somebody writes is told no more often than this (protocol: at most every 10 s).
EVERY = timedelta(seconds=10)


class Typists:
    """In this process at once; to others as a wake-up, which may be lost."""

    def __init__(self, rooms: Rooms) -> None:
        self._rooms = rooms
        self._here = uuid4().hex

    def say(self, connection: Connection, *, on: bool) -> None:
        """Somebody writes, or has stopped. Whoever may not post writes nothing that anybody waits for."""
        member = connection.guest.seat.membership_id
        room = self._rooms.get(connection.room_id)
        if member is None or room is None or not connection.may_post or not _is_news(connection, on=on):
            return
        connection.types = on
        if on:
            connection.typed_at = clock.now()
        self._tell(room, member, on=on, but=connection)
        wake = {"room": str(room.id), "typing": str(member), "on": on, "from": self._here}
        wakeups.send([(addresses.room(room.id), wake)])

    def hear(self, room: LiveRoom, wake: Mapping[str, Any]) -> None:
        if wake.get("from") != self._here:
            self._tell(room, UUID(str(wake["typing"])), on=wake.get("on") is True)

    def _tell(self, room: LiveRoom, member: UUID, *, on: bool, but: Connection | None = None) -> None:
        frame = Frame.of(wire.Typed(member=member, on=on))
        for connection in room.joined():
            if connection is not but:
                connection.offer(frame, droppable=True)


def _is_news(connection: Connection, *, on: bool) -> bool:
    """That somebody writes is told again after a while, also if they stopped in between; that they stopped, once."""
    if not on:
        return connection.types
    return connection.typed_at is None or clock.now() - connection.typed_at >= EVERY
