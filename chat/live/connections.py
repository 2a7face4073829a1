"""One socket in one room: what it was handed, what it has applied, and how much more it may get."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from chat import wire
from chat.live.guests import Guest
from chat.live.lines import close
from chat.live.runs import Cut, Message, Run, message
from core import clock

Send = Callable[[Message], Awaitable[None]]

#: Bytes of events that one connection may hold unapplied; the count of them is `wire.WINDOW`.
WINDOW_BYTES = 256 * 1024
#: A full window of which nothing is applied for so long closes the connection (4408).
PATIENCE = timedelta(seconds=30)
#: A connection hears of the head at least this often.
HEAD_EVERY = timedelta(seconds=18)


@dataclass(eq=False, slots=True)
class Connection:
    """What the hub knows of one socket. `sent` is the last seq handed over: only what follows it is handed next."""

    guest: Guest
    room_id: UUID
    tab: str
    transmit: Send
    reader: "asyncio.Task[None]"
    epoch: str = ""
    sent: int = 0
    applied: int = 0
    lease: UUID | None = None
    #: The head when its right to read was last read: what ended a right before that has been got over.
    cleared: int = 0
    #: It has its `ready`: from now on the hub hands over.
    joined: bool = False
    #: It is reading pages of the log by itself; runs pass it by meanwhile.
    catching_up: bool = False
    #: The close code, once it has one. Nothing follows it.
    over: int | None = None
    full_since: datetime | None = None
    heard_head_at: datetime | None = None
    #: What its last `ready` said that may change, and until when that may be believed.
    standing: object = None
    check_at: datetime | None = None
    #: client_id -> the highest rev that was told.
    told: dict[UUID, int] = field(default_factory=dict)
    _flying: deque[tuple[int, int]] = field(default_factory=deque)
    _bytes: int = 0
    _queue: deque[Message] = field(default_factory=deque)
    _writer: "asyncio.Task[None] | None" = None

    # Frames out

    def offer(self, frame: Message, *, droppable: bool = False) -> None:
        """Put a frame in line. `droppable`: leave it out where others wait already."""
        if self.over is not None or (droppable and self._queue):
            return
        self._put(frame)

    def tell(self, frame: wire.Outbound) -> None:
        self.offer(message(frame))

    def tell_posted(self, posted: wire.Posted) -> None:
        """The state of an own message, unless it was told already."""
        if posted.rev > self.told.get(posted.client_id, 0):
            self.told[posted.client_id] = posted.rev
            self.tell(posted)

    def end(self, code: int, notice: wire.Notice | None = None) -> None:
        """Close with this code, once. What the client is to know of why goes before it."""
        if self.over is not None:
            return
        if notice is not None:
            self.tell(notice)
        self.over = code
        self._start_writing()

    async def flush(self) -> None:
        """Until everything in line is handed to the server."""
        while self._writer is not None:
            await asyncio.wait({self._writer})

    def _put(self, frame: Message) -> None:
        self._queue.append(frame)
        self._start_writing()

    def _start_writing(self) -> None:
        if self._writer is None:
            self._writer = asyncio.create_task(self._write())

    async def _write(self) -> None:
        try:
            while self._queue:
                await self.transmit(self._queue.popleft())
            if self.over is not None:
                await close(self.transmit, self.over)
        except Exception:  # whatever the server throws, the line is gone: its own disconnect tells us
            self._queue.clear()
        finally:
            self._writer = None
            if self.over is not None:
                self.reader.cancel()

    # The window

    @property
    def audience(self) -> str:
        return self.guest.audience

    @property
    def room_left(self) -> int:
        """How many more events may fly now."""
        return max(0, wire.WINDOW - (self.sent - self.applied)) if self._bytes < WINDOW_BYTES else 0

    def is_behind(self, epoch: str, head: int) -> bool:
        return self.joined and self.over is None and (self.epoch != epoch or self.sent < head)

    def resume_at(self, epoch: str, seq: int) -> None:
        """Its client holds everything up to there, or was just told to forget what it holds."""
        self.epoch, self.sent, self.applied, self.full_since = epoch, seq, seq, None
        self._flying.clear()
        self._bytes = 0

    def take(self, run: Run) -> bool:
        """Hand over what follows `sent`, as far as the window allows. False: nothing could be."""
        fits = run.epoch == self.epoch and run.after == self.sent and run.last > run.after
        if self.over is not None or not fits:
            return False
        until = run.end_of(self.guest.seat.membership_id, after=self.cleared)
        cut = self._fitting(run, until)
        if cut is None:
            self._note_full()
            return False
        self._hand(cut)
        if until is not None and cut.last >= until:
            self.end(4403, self.guest.no_longer_here())
        return True

    def has_applied(self, seq: int) -> None:
        """The client has applied everything up to `seq`. What it was never handed does not count."""
        if not self.applied < seq <= self.sent:
            return
        self.applied = seq
        while self._flying and self._flying[0][0] <= seq:
            self._bytes -= self._flying.popleft()[1]
        self.full_since = None

    def is_stuck(self, *, at: datetime) -> bool:
        return self.full_since is not None and at - self.full_since >= PATIENCE

    def _fitting(self, run: Run, until: int | None) -> Cut | None:
        whole = run.whole(self.audience) if until is None else None
        if whole and whole.last - self.sent <= self.room_left and self._bytes + whole.size <= WINDOW_BYTES:
            return whole
        left = WINDOW_BYTES - self._bytes if self._flying else 2 * WINDOW_BYTES
        return run.cut(self.audience, events=self.room_left, size=left, until=until)

    def _hand(self, cut: Cut) -> None:
        self.sent = cut.last
        self._flying.append((cut.last, cut.size))
        self._bytes += cut.size
        self.offer(cut.message)
        if not self.room_left:
            self._note_full()

    def _note_full(self) -> None:
        self.full_since = self.full_since or clock.now()
