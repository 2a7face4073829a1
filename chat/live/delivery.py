"""Reading once and handing over: the log, page by page, to everybody whose window is open."""

import asyncio
from collections.abc import Iterable

import structlog

from chat.live import reading
from chat.live.chores import Chores
from chat.live.connections import Connection
from chat.live.frames import Frame
from chat.live.keeper import Keeper
from chat.live.lane import visit
from chat.live.rooms import AUTHORITY, LOG, PRESENT, LiveRoom
from chat.live.runs import Run
from core import clock

logger = structlog.get_logger(__name__)

#: Events of one reading.
PAGE = 64
#: Connections served before others get the loop.
BREATH = 256
#: Who is here is told no more often than this: when many come at once, nobody needs each of them.
PRESENT_EVERY_S = 1.0


class Delivery:
    """One task per room reads what the room needs, one thing after the other; what is asked for meanwhile is one more
    round. Whoever is behind reads pages by themselves."""

    def __init__(self, keeper: Keeper, chores: Chores) -> None:
        self._keeper = keeper
        self._chores = chores

    def need(self, room: LiveRoom, what: str) -> None:
        """Something has to be read for this room: once, however often it is asked for meanwhile."""
        room.needs.add(what)
        self.attend(room)

    def attend(self, room: LiveRoom) -> None:
        room.wake_polls()
        if room.tending is None:
            room.tending = asyncio.create_task(self._tend(room))

    def offer(self, room: LiveRoom, run: Run) -> None:
        """What this process has just committed, as it would be read: handed over at once if it is just what follows
        and nobody's right has changed; else the log is read."""
        room.wake_polls()
        follows = room.epoch == run.epoch and room.head == run.after and room.authority == run.authority
        if follows:
            room.head = run.last
            everybody = room.joined()
            if len(everybody) > BREATH:
                self._chores.begin(self._hand_over(room, run))
            else:
                self._hand_to(everybody, room, run)
        elif room.head < run.last or room.epoch != run.epoch:
            self.need(room, LOG)

    async def _tend(self, room: LiveRoom) -> None:
        """Whatever this room needs, until it needs no more. What fails is tried again by the next beat."""
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
        work = {LOG: self._read_log, PRESENT: self._tell_present, AUTHORITY: self._keeper.check_room}[what]
        try:
            await work(room)
        except Exception:
            room.needs.add(what)
            raise

    # The log

    async def _read_log(self, room: LiveRoom) -> None:
        """New events, page by page. If what people may do here has changed, that is settled before any of them is
        handed over: nothing after the event that ended a right reaches that connection."""
        while True:
            if not room.joined():
                await self._keep_place(room)
                return
            run = await visit(reading.run_after, room.id, room.head, PAGE)
            if run.after != room.head:
                continue  # the room's place has moved meanwhile
            if run.epoch != room.epoch:
                await self._keeper.check_room(room)
                self._start_over(room, run)
                return
            if run.authority != room.authority:
                await self._keeper.check_room(room)
                room.authority = run.authority
                if run.after != room.head:
                    continue
            if run.last == run.after:
                return
            room.head = run.last
            room.own |= run.own
            await self._hand_over(room, run)

    async def _keep_place(self, room: LiveRoom) -> None:
        """Only polls wait here, and they read for themselves."""
        state = (await visit(reading.states, [room.id])).get(room.id)
        if state is not None and not room.joined():
            room.epoch, room.head, room.authority = state.epoch, state.head, state.authority

    async def _hand_over(self, room: LiveRoom, run: Run) -> None:
        everybody = room.joined()
        for start in range(0, len(everybody), BREATH):
            self._hand_to(everybody[start : start + BREATH], room, run)
            if start + BREATH < len(everybody):
                await asyncio.sleep(0)

    def _hand_to(self, connections: Iterable[Connection], room: LiveRoom, run: Run) -> None:
        now = clock.now()
        for connection in connections:
            if connection.catching_up:
                continue
            if connection.take(run):
                connection.heard_head_at = now
            if connection.sent != room.head:
                self._catch_up(room, connection)

    def _start_over(self, room: LiveRoom, run: Run) -> None:
        """The log was restored or rebuilt: cursors of the old epoch mean nothing any more."""
        room.epoch, room.head, room.authority = run.epoch, run.head, run.authority
        self.catch_up(room, room.joined())

    # Those who are behind

    def catch_up(self, room: LiveRoom, connections: Iterable[Connection]) -> None:
        for connection in connections:
            self._catch_up(room, connection)

    def _catch_up(self, room: LiveRoom, connection: Connection) -> None:
        if not connection.catching_up and connection.room_left and connection.is_behind(room.epoch, room.head):
            connection.catching_up = True
            self._chores.begin(self._read_pages(room, connection))

    async def _read_pages(self, room: LiveRoom, connection: Connection) -> None:
        """What one connection lacks, from the log, as its window allows. Runs pass it by meanwhile; the last thing it
        does is to look whether they left it behind."""
        try:
            while connection.room_left and connection.is_behind(room.epoch, room.head):
                if connection.epoch != room.epoch:
                    await self._reset(connection)
                    continue
                limit = min(PAGE, connection.room_left)
                run = await visit(reading.run_after, room.id, connection.sent, limit)
                if not connection.take(run):
                    return
        except Exception as error:
            logger.warning("catching up failed; the next beat tries again", error=type(error).__name__)
        finally:
            connection.catching_up = False

    async def _reset(self, connection: Connection) -> None:
        """The right to be here is read after the room: nothing that was said after its end is among what is shown."""
        reset = await visit(reading.reset, connection.guest)
        await self._keeper.check([connection])
        if connection.over is None:
            connection.resume_at(reset.epoch, reset.seq)
            connection.tell(reset)

    # Beside the log

    async def _tell_present(self, room: LiveRoom) -> None:
        """Who is here, to everybody, if that has changed; not before its time."""
        wait = room.present_at + PRESENT_EVERY_S - asyncio.get_running_loop().time()
        if room.present is not None and wait > 0:
            self._chores.begin(self._later(room, wait))
            return
        present = await visit(reading.present, room.id)
        if room.present and (present.members, present.monitor) == (room.present.members, room.present.monitor):
            return
        room.present, room.present_at = present, asyncio.get_running_loop().time()
        frame = Frame.of(present)
        for connection in room.joined():
            connection.offer(frame, droppable=True)

    async def _later(self, room: LiveRoom, seconds: float) -> None:
        if not room.present_later:
            room.present_later = True
            try:
                await asyncio.sleep(seconds)
            finally:
                room.present_later = False
            self.need(room, PRESENT)

    async def _tell_own(self, room: LiveRoom) -> None:
        """The present state of their own messages, to those persons for whom one of them has moved."""
        persons = set(room.own)
        for connection in room.joined():
            if connection.guest.seat.person_id in persons:
                for posted in await visit(reading.own, connection.guest):
                    connection.tell_posted(posted)
        room.own -= persons
