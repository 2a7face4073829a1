"""Rooms that somebody of this process looks at, and who looks."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from chat import wire
from chat.live.connections import Connection
from chat.live.guests import Guest
from chat.live.reading import RoomState

#: What a room may need to have read.
LOG, PRESENT, AUTHORITY = "log", "present", "authority"


@dataclass(eq=False)
class Waiting:
    """A poll that waits for something to happen in its room."""

    room_id: UUID
    guest: Guest
    lease: UUID | None = None
    signal: asyncio.Event = field(default_factory=asyncio.Event)


@dataclass(eq=False)
class LiveRoom:
    """`head`: everything up to it was handed over, or is read by those behind."""

    id: UUID
    epoch: str = ""
    head: int = 0
    authority: int = 0
    connections: set[Connection] = field(default_factory=set)
    waiting: set[Waiting] = field(default_factory=set)
    needs: set[str] = field(default_factory=set)
    own: set[UUID] = field(default_factory=set)  # persons whose own messages have moved
    present: wire.Present | None = None  # as last told
    present_at: float = 0.0  # when, by the loop's clock
    present_later: bool = False  # it will be told when its time has come
    here: object = None  # who was here when that was looked at last
    tending: "asyncio.Task[None] | None" = None
    left_at: datetime | None = None

    @property
    def state(self) -> RoomState:
        return RoomState(self.epoch, self.head, self.authority)

    def joined(self) -> list[Connection]:
        return [connection for connection in self.connections if connection.joined and connection.over is None]

    def lines(self) -> Iterator[Connection | Waiting]:
        yield from self.connections
        yield from self.waiting

    def wake_polls(self) -> None:
        for waiting in self.waiting:
            waiting.signal.set()

    def held_by(self, holder: str) -> list[Connection]:
        return [connection for connection in self.connections if connection.guest.seat.holder == holder]


class Rooms(dict[UUID, LiveRoom]):
    """All of them, by id."""

    def connections(self) -> list[Connection]:
        return [connection for room in self.values() for connection in room.connections]

    def waiting(self) -> list[Waiting]:
        return [waiting for room in self.values() for waiting in room.waiting]

    def lines(self) -> Iterator[Connection | Waiting]:
        for room in self.values():
            yield from room.lines()
