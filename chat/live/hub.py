"""The hub: what one process knows of the rooms that it serves live.

It is subscribed before it reads, reads what is new once, encodes it once per audience and hands the same bytes to every
connection whose window is open. Wake-ups only make it look sooner: every two seconds it compares with the database
whatever it has heard.
"""

import asyncio
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from chat import wire
from chat.live import reading
from chat.live.chores import Chores
from chat.live.connections import HEAD_EVERY, Connection
from chat.live.delivery import Delivery
from chat.live.hearing import Ear
from chat.live.keeper import Keeper
from chat.live.lane import visit
from chat.live.lines import Pace
from chat.live.marks import Marks
from chat.live.rooms import LOG, PRESENT, LiveRoom, Rooms, Waiting
from chat.live.saying import Sayings
from chat.live.typing import Typists
from core import clock, wakeups

BEAT_S = 2.0
CHANGES_S = 1.0
LEASES_S = 10.0
#: A room that nobody looks at is kept so long: a poll comes back at once.
IDLE_ROOM = timedelta(minutes=1)


class Hub:
    """One per process and event loop. `ticking=False`: tests drive its clockwork by hand."""

    def __init__(self, *, ticking: bool = True) -> None:
        self.ticking = ticking
        self.loop = asyncio.get_running_loop()
        self.rooms = Rooms()
        self.paces: dict[UUID, Pace] = {}
        self._open_lines: Counter[UUID] = Counter()  # by sign-in
        #: Seconds over which all are to come back, once the process goes.
        self.draining = 0
        self.chores = Chores()
        self.keeper = Keeper(self.rooms, self.chores)
        self.delivery = Delivery(self.keeper, self.chores)
        self.sayings = Sayings(self.rooms, self.delivery)
        self.marks = Marks()
        self.typists = Typists(self.rooms)
        self.ear = Ear(changed=self.keeper.want_changes, heard=self.hear)
        self._starting = asyncio.Lock()
        self._is_started = False

    async def start(self) -> None:
        """Before the first connection is admitted: we are subscribed and have our place in the change table, so that
        nothing which happens after this moment is missed."""
        async with self._starting:
            if self._is_started:
                return
            wakeups.use_loop(self.loop)
            await self.keeper.begin()
            await self.ear.tune_in()
            self.chores.begin(self.ear.listen())
            if self.ticking:
                self.chores.every(BEAT_S, self.beat)
                self.chores.every(CHANGES_S, self.read_changes)
                self.chores.every(LEASES_S, self.renew_leases)
            self._is_started = True

    async def stop(self) -> None:
        """Let go of everything. Tests; a process just ends."""
        tending = [room.tending for room in self.rooms.values() if room.tending]
        for task in tending:
            task.cancel()
        await asyncio.gather(*tending, return_exceptions=True)
        await self.chores.stop()
        self.rooms.clear()

    # Coming and going

    def join(self, connection: Connection) -> LiveRoom:
        """Take in a connection, before anything is read for it. Nothing is handed to it before `welcome`."""
        room = self.room(connection.room_id)
        room.connections.add(connection)
        return room

    def welcome(self, connection: Connection, state: reading.RoomState) -> None:
        """The connection has had its `ready`, which was made when the room was like this; what follows may be handed
        over."""
        room = self.rooms[connection.room_id]
        if not room.epoch:
            room.epoch, room.head, room.authority = state.epoch, state.head, state.authority
        elif state.epoch != room.epoch or state.head > room.head:
            self.delivery.need(room, LOG)
        connection.joined = True
        self.delivery.catch_up(room, [connection])
        if state.authority != room.authority:
            self.keeper.check_soon([connection])

    def leave(self, connection: Connection) -> None:
        room = self.rooms.get(connection.room_id)
        if room is not None:
            room.connections.discard(connection)

    @contextmanager
    def line_of(self, sign_in_id: UUID) -> Iterator[None]:
        """While this sign-in has one line more open here."""
        self._open_lines[sign_in_id] += 1
        try:
            yield
        finally:
            self._open_lines[sign_in_id] -= 1
            if not self._open_lines[sign_in_id]:
                del self._open_lines[sign_in_id]

    @contextmanager
    def waiting(self, waiting: Waiting) -> Iterator[Waiting]:
        """While a poll waits."""
        room = self.room(waiting.room_id)
        room.waiting.add(waiting)
        try:
            with self.line_of(waiting.guest.seat.sign_in_id):
                yield waiting
        finally:
            room.waiting.discard(waiting)

    def room(self, room_id: UUID) -> LiveRoom:
        return self.rooms.setdefault(room_id, LiveRoom(room_id))

    def count(self, sign_in_id: UUID) -> int:
        """Lines that this sign-in has open here."""
        return self._open_lines[sign_in_id]

    def pace_of(self, sign_in_id: UUID, limit: int) -> Pace:
        """The polls of one sign-in, counted here for as long as they come."""
        return self.paces.setdefault(sign_in_id, Pace(limit))

    def has_applied(self, connection: Connection, seq: int) -> None:
        """Its window may be open again."""
        connection.has_applied(seq)
        room = self.rooms.get(connection.room_id)
        if room is not None:
            self.delivery.catch_up(room, [connection])

    # What wakes it

    def hear(self, wake: Mapping[str, Any]) -> None:
        """A wake-up about one room, or about all."""
        for room in self._rooms_of(wake.get("room")):
            if "lease" in wake:
                self.keeper.check_leases_soon(room.held_by(str(wake["lease"])))
            elif wake.get("present"):
                self.delivery.need(room, PRESENT)
            elif "typing" in wake:
                self.typists.hear(room, wake)
            elif wake.get("epoch") != room.epoch or int(wake.get("head") or 0) > room.head:
                self.delivery.need(room, LOG)

    def _rooms_of(self, room_id: object) -> list[LiveRoom]:
        if room_id is None:
            return list(self.rooms.values())
        room = self.rooms.get(UUID(str(room_id)))
        return [room] if room else []

    # Clockwork

    async def beat(self) -> None:
        """Compare the heads of all rooms here with the database, in one query; then what hangs on time."""
        now = clock.now()
        self._forget_idle_rooms(now)
        states = await visit(reading.states, list(self.rooms))
        for room in list(self.rooms.values()):
            state = states.get(room.id)
            if state and state != room.state:
                self.delivery.need(room, LOG)
            elif room.needs or room.own:
                self.delivery.attend(room)
        for room in list(self.rooms.values()):
            self._mind_time(room, now)
        await self.ear.stay_subscribed()

    async def read_changes(self) -> None:
        await self.keeper.read_changes()

    async def renew_leases(self) -> None:
        """All leases held here; and who is in which room is looked at again."""
        await self.keeper.renew_leases()
        self.paces = {whose: pace for whose, pace in self.paces.items() if not pace.is_over(clock.now())}
        watched = [room for room in self.rooms.values() if room.connections]
        here = await visit(reading.here, [room.id for room in watched])
        for room in watched:
            if room.here != here.get(room.id):
                room.here = here.get(room.id)
                self.delivery.need(room, PRESENT)

    def _mind_time(self, room: LiveRoom, now: datetime) -> None:
        due = []
        for connection in room.joined():
            if connection.is_stuck(at=now):
                connection.end(4408)
            elif connection.heard_head_at is None or now - connection.heard_head_at >= HEAD_EVERY:
                connection.heard_head_at = now
                connection.tell(wire.Head(epoch=room.epoch, seq=room.head))
            if connection.check_at is not None and connection.check_at <= now:
                due.append(connection)
            self.delivery.catch_up(room, [connection])
        self.keeper.check_soon(due)

    def _forget_idle_rooms(self, now: datetime) -> None:
        for room in list(self.rooms.values()):
            if room.connections or room.waiting or room.tending is not None:
                room.left_at = None
            elif room.left_at is None:
                room.left_at = now
            elif now - room.left_at >= IDLE_ROOM:
                del self.rooms[room.id]


_hub: Hub | None = None
#: Tests set this: no timers, no surprises.
ticking = True


async def current() -> Hub:
    """This process's hub; it starts with the first socket or poll."""
    global _hub
    if _hub is None or _hub.loop is not asyncio.get_running_loop():
        _hub = Hub(ticking=ticking)
    await _hub.start()
    return _hub


def running() -> Hub | None:
    """The hub of this loop, if anybody ever came."""
    return _hub if _hub is not None and _hub.loop is asyncio.get_running_loop() else None
