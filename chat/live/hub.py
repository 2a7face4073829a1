"""The hub: what one process knows of the rooms that it serves live.

It subscribes before it reads, reads what is new once, encodes it once per audience and hands the same bytes to every
connection whose window is open. Wake-ups only make it look sooner: every two seconds it compares with the database
whatever it has heard.
"""

import asyncio
from collections.abc import Callable, Coroutine, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import structlog
from channels.db import database_sync_to_async
from channels.layers import get_channel_layer

from chat import addresses, wire
from chat.live import reading
from chat.live.connections import HEAD_EVERY, Connection
from chat.live.guests import Guest
from chat.live.lines import Pace
from chat.live.reading import Fate
from chat.live.runs import Run, message
from core import changes, clock, wakeups
from core.errors import RuleError
from groups.errors import SignedOut

logger = structlog.get_logger(__name__)

BEAT_S = 2.0
CHANGES_S = 1.0
LEASES_S = 10.0
#: Seconds that subscribing may take before we go on without.
LAYER_LIMIT_S = 1.0
#: Seconds before the layer is tried again.
LAYER_PAUSE_S = 1.0
#: The in-memory layer forgets group members after a day.
SUBSCRIBE_AGAIN = timedelta(hours=1)
#: A room that nobody looks at is kept so long: a poll comes back at once.
IDLE_ROOM = timedelta(minutes=1)
#: Events of one reading.
PAGE = 64
#: Connections served before others get the loop.
BREATH = 256
#: Seats whose authority is read in one visit to the database's lane.
SEATS_AT_ONCE = 16

LOG, PRESENT, AUTHORITY = "log", "present", "authority"


@dataclass(eq=False)
class Waiting:
    """A poll that waits for something to happen in its room."""

    room_id: UUID
    guest: Guest | None = None
    lease: UUID | None = None
    signal: asyncio.Event = field(default_factory=asyncio.Event)


@dataclass(eq=False)
class LiveRoom:
    """A room that somebody here looks at. `head`: everything up to it was handed over, or is read by those behind."""

    id: UUID
    epoch: str = ""
    head: int = 0
    authority: int = 0
    connections: set[Connection] = field(default_factory=set)
    waiting: set[Waiting] = field(default_factory=set)
    needs: set[str] = field(default_factory=set)
    own: set[UUID] = field(default_factory=set)  # persons whose own messages have moved
    present: wire.Present | None = None  # as last told
    tending: "asyncio.Task[None] | None" = None
    subscribed_at: datetime | None = None
    left_at: datetime | None = None

    @property
    def state(self) -> reading.RoomState:
        return reading.RoomState(self.epoch, self.head, self.authority)

    def joined(self) -> list[Connection]:
        return [connection for connection in self.connections if connection.joined and connection.over is None]


class Hub:
    """One per process and event loop. `ticking=False`: tests drive its clockwork by hand."""

    def __init__(self, *, ticking: bool = True) -> None:
        self.ticking = ticking
        self.loop = asyncio.get_running_loop()
        self.rooms: dict[UUID, LiveRoom] = {}
        self.reader = changes.Reader()
        self.paces: dict[UUID, Pace] = {}
        self.draining = False
        self.channel: str | None = None
        self._deaf = False
        self._changes_wanted = False
        self._tasks: set[asyncio.Task[None]] = set()
        self._started = asyncio.Lock()
        self._is_started = False

    async def start(self) -> None:
        """Before the first connection is admitted: the place in the change table is taken now, so that nothing which
        ends a right after this moment is missed."""
        async with self._started:
            if self._is_started:
                return
            wakeups.use_loop(self.loop)
            await database_sync_to_async(self.reader.read)()
            await self._tune_in()
            self._spawn(self._listen())
            if self.ticking:
                self._spawn(self._every(BEAT_S, self.beat))
                self._spawn(self._every(CHANGES_S, self.read_changes))
                self._spawn(self._every(LEASES_S, self.renew_leases))
            self._is_started = True

    async def stop(self) -> None:
        """Let go of everything. Tests; a process just ends."""
        tending = [room.tending for room in self.rooms.values() if room.tending]
        tasks = [*self._tasks, *tending]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        self.rooms.clear()

    async def drain(self) -> None:
        """The process goes: sockets and polls are told to come back, elsewhere or soon."""
        self.draining = True
        for connection in self._connections():
            connection.end(1012)
        for waiting in self._waiting():
            waiting.signal.set()
        for connection in self._connections():
            await connection.flush()

    # Coming and going

    async def join(self, connection: Connection) -> LiveRoom:
        """Take in a connection. It is subscribed to before anything is read for it, and nothing is handed to it before
        `welcome`."""
        room = await self._room(connection.room_id)
        room.connections.add(connection)
        return room

    def welcome(self, connection: Connection, state: reading.RoomState) -> None:
        """The connection has had its `ready`, which was made when the room was like this; what follows may be handed
        over."""
        room = self.rooms[connection.room_id]
        if not room.epoch:
            room.epoch, room.head, room.authority = state.epoch, state.head, state.authority
        elif state.epoch != room.epoch or state.head > room.head:
            self.need(room, LOG)
        connection.joined = True
        self._catch_up(room, connection)
        if state.authority != room.authority:
            self._spawn(self._check([connection]))

    def leave(self, connection: Connection) -> None:
        room = self.rooms.get(connection.room_id)
        if room is not None:
            room.connections.discard(connection)

    @contextmanager
    def waiting(self, waiting: Waiting) -> Iterator[Waiting]:
        """While a poll waits. Call `prepare` before, so that it is subscribed before it reads."""
        room = self.rooms[waiting.room_id]
        room.waiting.add(waiting)
        try:
            yield waiting
        finally:
            room.waiting.discard(waiting)

    async def prepare(self, room_id: UUID) -> None:
        await self._room(room_id)

    def count(self, sign_in_id: UUID) -> int:
        """Lines that this sign-in has open here."""
        return sum(1 for line in self._lines() if line.guest and line.guest.seat.sign_in_id == sign_in_id)

    def pace_of(self, sign_in_id: UUID, limit: int) -> Pace:
        """The polls of one sign-in, counted here for as long as they come."""
        return self.paces.setdefault(sign_in_id, Pace(limit))

    async def _room(self, room_id: UUID) -> LiveRoom:
        room = self.rooms.get(room_id)
        if room is None:
            room = self.rooms[room_id] = LiveRoom(room_id)
        if room.subscribed_at is None and not self._deaf:
            await self._subscribe(room)
        return room

    # What wakes it

    def need(self, room: LiveRoom, what: str) -> None:
        """Something has to be read for this room: once, however often it is asked for meanwhile."""
        room.needs.add(what)
        self._attend(room)

    def _attend(self, room: LiveRoom) -> None:
        for waiting in room.waiting:
            waiting.signal.set()
        if room.tending is None:
            room.tending = self.loop.create_task(self._tend(room))

    def hear(self, wake: dict[str, Any]) -> None:
        """A wake-up. Whatever it lacks or has too much of, nothing worse happens than a look at the database."""
        for room in self._rooms_of(wake.get("room")):
            if "lease" in wake:
                self._spawn(self._check_leases(_held_by(room, str(wake["lease"]))))
            elif wake.get("present"):
                self.need(room, PRESENT)
            elif wake.get("authority"):
                self.need(room, AUTHORITY)
            elif wake.get("epoch") != room.epoch or int(wake.get("head") or 0) > room.head:
                self.need(room, LOG)

    def _rooms_of(self, room_id: object) -> list[LiveRoom]:
        if room_id is None:
            return list(self.rooms.values())
        room = self.rooms.get(UUID(str(room_id)))
        return [room] if room else []

    async def _listen(self) -> None:
        """The layer's wake-ups, for as long as the layer lives; then, until it is back, the beat alone."""
        while True:
            layer = get_channel_layer()
            try:
                if self.channel is None:
                    await self._tune_in()
                if self.channel is None or layer is None:
                    await asyncio.sleep(LAYER_PAUSE_S)
                    continue
                heard = await layer.receive(self.channel)
                self._take_in(heard)
            except Exception as error:
                self._note_deaf(error)
                self.channel = None
                await asyncio.sleep(LAYER_PAUSE_S)

    def _take_in(self, heard: dict[str, Any]) -> None:
        try:
            if "change" in heard:
                self._want_changes()
            else:
                self.hear(heard)
        except (TypeError, ValueError):
            logger.warning("wake-up not understood")

    async def _tune_in(self) -> None:
        """A channel of our own, subscribed to the change table's address and to all rooms here."""
        layer = get_channel_layer()
        if layer is None:
            return
        try:
            async with asyncio.timeout(LAYER_LIMIT_S):
                channel = await layer.new_channel()
                await layer.group_add(changes.ADDRESS, channel)
        except Exception as error:
            self._note_deaf(error)
            return
        self.channel = channel
        self._note_hearing()
        for room in list(self.rooms.values()):
            await self._subscribe(room)

    async def _subscribe(self, room: LiveRoom) -> None:
        layer = get_channel_layer()
        if layer is None or self.channel is None:
            return
        try:
            async with asyncio.timeout(LAYER_LIMIT_S):
                await layer.group_add(addresses.room(room.id), self.channel)
        except Exception as error:
            self._note_deaf(error)
            return
        room.subscribed_at = clock.now()
        self._note_hearing()

    def _note_deaf(self, error: Exception) -> None:
        if not self._deaf:
            logger.warning("no wake-ups: the beat goes on alone", error=type(error).__name__)
        self._deaf = True

    def _note_hearing(self) -> None:
        if self._deaf:
            logger.info("wake-ups are back")
        self._deaf = False

    # Clockwork

    async def beat(self) -> None:
        """Compare the heads of all rooms here with the database, in one query; then what hangs on time."""
        now = clock.now()
        self._forget_idle_rooms(now)
        states = await database_sync_to_async(reading.states)(list(self.rooms))
        for room in list(self.rooms.values()):
            state = states.get(room.id)
            if state and state != room.state:
                self.need(room, LOG)
            elif room.needs or room.own:
                self._attend(room)
        for room in list(self.rooms.values()):
            self._mind_time(room, now)
        self._spawn(self._subscribe_where_missing(now))

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
            self._catch_up(room, connection)
        if due:
            self._spawn(self._check(due))

    async def _subscribe_where_missing(self, now: datetime) -> None:
        if self.channel is None:
            return
        for room in list(self.rooms.values()):
            if room.subscribed_at is None or now - room.subscribed_at >= SUBSCRIBE_AGAIN:
                await self._subscribe(room)

    def _forget_idle_rooms(self, now: datetime) -> None:
        for room in list(self.rooms.values()):
            if room.connections or room.waiting or room.tending is not None:
                room.left_at = None
            elif room.left_at is None:
                room.left_at = now
            elif now - room.left_at >= IDLE_ROOM:
                del self.rooms[room.id]
                self._spawn(self._unsubscribe(room.id))

    async def _unsubscribe(self, room_id: UUID) -> None:
        layer = get_channel_layer()
        if layer is None or self.channel is None or room_id in self.rooms:
            return
        try:
            async with asyncio.timeout(LAYER_LIMIT_S):
                await layer.group_discard(addresses.room(room_id), self.channel)
        except Exception as error:
            self._note_deaf(error)

    def _want_changes(self) -> None:
        if not self._changes_wanted:
            self._changes_wanted = True
            self._spawn(self.read_changes())

    async def read_changes(self) -> None:
        """What ended or narrowed rights, from the change table in one query: whoever hangs on it is looked at anew."""
        self._changes_wanted = False
        found = await database_sync_to_async(self.reader.read)()
        affected: list[Connection] = []
        for kind, subject in found:
            for line in self._lines():
                if line.guest is None or not line.guest.depends_on(kind, subject):
                    continue
                if isinstance(line, Waiting):
                    line.signal.set()
                elif line not in affected:
                    affected.append(line)
        await self._check(affected)

    async def renew_leases(self) -> None:
        """All leases held here, in one statement; presence is read again where it has changed."""
        await self._check_leases(self._connections())
        self.paces = {whose: pace for whose, pace in self.paces.items() if not pace.is_over(clock.now())}
        polled = [waiting.lease for waiting in self._waiting() if waiting.lease]
        if polled:
            await database_sync_to_async(reading.renew_polled)(polled)
        for room in list(self.rooms.values()):
            if room.connections:
                self.need(room, PRESENT)

    async def _check_leases(self, connections: Iterable[Connection]) -> None:
        held = {c.lease: c for c in connections if c.lease is not None and c.over is None}
        if not held:
            return
        asked = {lease: (connection.guest, connection.tab) for lease, connection in held.items()}
        fates = await database_sync_to_async(reading.renew)(asked)
        for lease, fate in fates.items():
            self._suffer(held[lease], fate)

    def _suffer(self, connection: Connection, fate: Fate | UUID) -> None:
        if isinstance(fate, UUID):
            connection.lease = fate  # it had lapsed, nobody took it, and it was taken anew
        elif fate == Fate.ELSEWHERE:
            connection.lease = None
            connection.end(4409)
        elif fate == Fate.REPLACED:
            connection.lease = None
            connection.end(1000)

    # Reading and handing over

    async def _tend(self, room: LiveRoom) -> None:
        """Whatever this room needs, one thing after the other, until it needs no more. What fails is tried again by the
        next beat."""
        try:
            while room.needs or room.own:
                if room.needs:
                    await self._do(room, room.needs.pop())
                else:
                    await self._tell_own(room)
        except Exception as error:
            logger.warning("room not served; the next beat tries again", room=str(room.id), error=repr(type(error)))
        finally:
            room.tending = None

    async def _do(self, room: LiveRoom, what: str) -> None:
        try:
            await {LOG: self._read_log, PRESENT: self._tell_present, AUTHORITY: self._check_room}[what](room)
        except Exception:
            room.needs.add(what)
            raise

    async def _read_log(self, room: LiveRoom) -> None:
        """New events, page by page. If what people may do here has changed, that is settled before any of them is
        handed over: nothing after the event that ended a right reaches that connection."""
        while True:
            if not room.joined():
                await self._keep_place(room)
                return
            run = await database_sync_to_async(reading.run_after)(room.id, room.head, PAGE)
            if run.after != room.head:
                continue  # somebody came meanwhile, and the room's place was taken from them
            if run.epoch != room.epoch:
                await self._start_over(room, run)
                return
            if run.authority != room.authority:
                await self._check_room(room)
                room.authority = run.authority
            if run.last == run.after:
                return
            room.head = run.last
            room.own |= run.own
            await self._hand_over(room, run)

    async def _keep_place(self, room: LiveRoom) -> None:
        """Only polls wait here, and they read for themselves."""
        state = (await database_sync_to_async(reading.states)([room.id])).get(room.id)
        if state is not None and not room.joined():
            room.epoch, room.head, room.authority = state.epoch, state.head, state.authority

    async def _hand_over(self, room: LiveRoom, run: Run) -> None:
        now = clock.now()
        for number, connection in enumerate(room.joined(), 1):
            if not connection.catching_up:
                connection.take(run)
                connection.heard_head_at = now
                self._catch_up(room, connection)
            if number % BREATH == 0:
                await asyncio.sleep(0)

    async def _start_over(self, room: LiveRoom, run: Run) -> None:
        """The log was restored or rebuilt: cursors of the old epoch mean nothing any more."""
        room.epoch, room.head, room.authority = run.epoch, run.head, run.authority
        for connection in room.joined():
            self._catch_up(room, connection)

    def catch_up(self, connection: Connection) -> None:
        """Its window may be open again."""
        room = self.rooms.get(connection.room_id)
        if room is not None:
            self._catch_up(room, connection)

    def _catch_up(self, room: LiveRoom, connection: Connection) -> None:
        if not connection.catching_up and connection.room_left and connection.is_behind(room.epoch, room.head):
            connection.catching_up = True
            self._spawn(self._read_pages(room, connection))

    async def _read_pages(self, room: LiveRoom, connection: Connection) -> None:
        """What one connection lacks, from the log, as its window allows. Runs pass it by meanwhile; the last thing it
        does is to look whether they left it behind."""
        try:
            while connection.room_left and connection.is_behind(room.epoch, room.head):
                if connection.epoch != room.epoch:
                    await self._reset(connection)
                    continue
                limit = min(PAGE, connection.room_left)
                run = await database_sync_to_async(reading.run_after)(room.id, connection.sent, limit)
                if not connection.take(run):
                    return
        except Exception as error:
            logger.warning("catching up failed; the next beat tries again", error=type(error).__name__)
        finally:
            connection.catching_up = False

    async def _reset(self, connection: Connection) -> None:
        reset = await database_sync_to_async(reading.reset)(connection.guest)
        connection.resume_at(reset.epoch, reset.seq)
        connection.tell(reset)

    async def _tell_present(self, room: LiveRoom) -> None:
        """Who is here, to everybody, if that has changed."""
        present = await database_sync_to_async(reading.present)(room.id)
        if room.present and (present.members, present.monitor) == (room.present.members, room.present.monitor):
            return
        room.present = present
        frame = message(present)
        for connection in room.joined():
            connection.offer(frame, droppable=True)

    async def _tell_own(self, room: LiveRoom) -> None:
        """The present state of their own messages, to those persons for whom one of them has moved."""
        persons = set(room.own)
        for connection in room.joined():
            if connection.guest.seat.person_id in persons:
                for posted in await database_sync_to_async(reading.own)(connection.guest):
                    connection.tell_posted(posted)
        room.own -= persons

    # Authority

    async def _check_room(self, room: LiveRoom) -> None:
        await self._check(room.joined())

    async def _check(self, connections: list[Connection]) -> None:
        """Read their authority anew: close those who lost it, tell those for whom it changed."""
        for start in range(0, len(connections), SEATS_AT_ONCE):
            some = [c for c in connections[start : start + SEATS_AT_ONCE] if c.over is None]
            asked = [(connection.guest, connection.standing) for connection in some]
            answers = await database_sync_to_async(reading.check)(asked)
            for connection, answer in zip(some, answers, strict=True):
                self._tell_standing(connection, answer)

    def _tell_standing(self, connection: Connection, answer: reading.Standing | RuleError) -> None:
        if isinstance(answer, SignedOut):
            connection.end(4401)
        elif isinstance(answer, RuleError):
            connection.end(4403, connection.guest.notice(answer))
        else:
            connection.standing, connection.check_at = answer.key, answer.check_at
            for frame in answer.frames:
                connection.tell(frame)

    # Small things

    def _connections(self) -> list[Connection]:
        return [connection for room in self.rooms.values() for connection in room.connections]

    def _waiting(self) -> list[Waiting]:
        return [waiting for room in self.rooms.values() for waiting in room.waiting]

    def _lines(self) -> Iterator[Connection | Waiting]:
        for room in self.rooms.values():
            yield from _lines_of(room)

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        task = self.loop.create_task(_logged(work))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _every(self, seconds: float, work: Callable[[], Coroutine[Any, Any, None]]) -> None:
        while True:
            await asyncio.sleep(seconds)
            await _logged(work())


async def _logged(work: Coroutine[Any, Any, None]) -> None:
    """Whatever fails here (the database is away) is looked at again by the next tick."""
    try:
        await work
    except Exception as error:
        logger.warning(
            "not done; the next tick tries again", work=getattr(work, "__name__", ""), error=type(error).__name__
        )


def _lines_of(room: LiveRoom) -> list[Connection | Waiting]:
    return [*room.connections, *room.waiting]


def _held_by(room: LiveRoom, holder: str) -> list[Connection]:
    return [connection for connection in room.connections if connection.guest.seat.holder == holder]


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


async def drain() -> None:
    """The process goes. Without a hub there is nobody to tell."""
    if _hub is not None and _hub.loop is asyncio.get_running_loop():
        await _hub.drain()
