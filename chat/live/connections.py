"""One socket in one room: what it was handed, what it has applied, and how much more it may get."""

import asyncio
from collections import deque
from datetime import datetime, timedelta
from uuid import UUID

from chat import wire
from chat.authority import Authority
from chat.live.frames import Frame
from chat.live.guests import Guest
from chat.live.outlets import Outlet
from chat.live.runs import Cut, Run
from chat.live.standing import Key
from core import clock

#: Bytes of events that one connection may hold unapplied; the count of them is `wire.WINDOW`.
WINDOW_BYTES = 256 * 1024
#: Bytes that may wait in this process for a line: more than a window and a whole `reset` is nobody who reads.
BACKLOG_BYTES = 512 * 1024
#: A full window of which nothing is applied for so long closes the connection (4408).
PATIENCE = timedelta(seconds=30)
#: A connection hears of the head at least this often.
HEAD_EVERY = timedelta(seconds=18)


class Connection:
    """What the hub knows of one socket. `sent` is the last seq handed over: only what follows it is handed next."""

    __slots__ = (
        *("applied", "audience", "believed", "busy", "bytes", "catching_up", "check_at", "cleared", "epoch", "flying"),
        *("full_since", "guest", "heard_head_at", "joined", "lease", "outlet", "over", "reader", "room_id", "sent"),
        *("standing", "tab", "told", "typed_at", "types"),
    )

    def __init__(self, guest: Guest, outlet: Outlet, reader: "asyncio.Task[None]") -> None:
        self.guest = guest
        self.room_id: UUID = guest.room_id
        self.audience: str = guest.audience
        self.outlet = outlet
        self.reader = reader
        self.tab = ""
        self.epoch = ""
        self.sent = 0
        self.applied = 0
        self.flying: deque[tuple[int, int]] = deque()
        self.bytes = 0
        self.lease: UUID | None = None
        #: The head when its right to read was last read: what ended a right before that has been got over.
        self.cleared = 0
        #: It has its `ready`: from now on the hub hands over.
        self.joined = False
        #: It is reading pages of the log by itself; runs pass it by meanwhile.
        self.catching_up = False
        #: The close code, once it has one. Nothing follows it.
        self.over: int | None = None
        self.full_since: datetime | None = None
        self.heard_head_at: datetime | None = None
        #: What its last `ready` said that may change, and until when that may be believed.
        self.standing: Key | None = None
        self.check_at: datetime | None = None
        #: The reading that its last words rested on.
        self.believed: Authority | None = None
        #: client_id -> the highest rev that was told; made when there is one.
        self.told: dict[UUID, int] | None = None
        #: When it was told last that this person writes, and whether that still stands.
        self.typed_at: datetime | None = None
        self.types = False
        #: A frame of it is being answered.
        self.busy = False

    @property
    def may_post(self) -> bool:
        """As its last `ready` said."""
        return self.standing is not None and "post" in self.standing.can

    # Frames out

    def offer(self, frame: Frame, *, droppable: bool = False) -> None:
        """Put a frame in line. `droppable`: leave it out where others wait already. Whoever lets too much wait is sent
        away (4408): memory is bounded, whatever a client does."""
        if self.over is not None:
            return
        waiting = self.outlet.waiting
        if waiting > BACKLOG_BYTES:
            self.end(4408)
        elif not (droppable and waiting):
            self.outlet.put(frame)

    def tell(self, frame: wire.Outbound) -> None:
        self.offer(Frame.of(frame))

    def tell_posted(self, posted: wire.Posted) -> None:
        """The state of an own message, unless it was told already."""
        if self.note_told(posted):
            self.tell(posted)

    def note_told(self, posted: wire.Posted) -> bool:
        """Whether this is news."""
        self.told = {} if self.told is None else self.told
        is_news = posted.rev > self.told.get(posted.client_id, 0)
        if is_news:
            self.told[posted.client_id] = posted.rev
        return is_news

    def end(self, code: int, notice: wire.Notice | None = None) -> None:
        """Close with this code, once. What the client is to know of why goes before it."""
        if self.over is not None:
            return
        if notice is not None:
            self.tell(notice)
        if self.over is None:
            self.over = code
            self.outlet.close(code, self._stop_reading)

    def _stop_reading(self) -> None:
        self.reader.cancel()

    # The window

    @property
    def room_left(self) -> int:
        """How many more events may fly now."""
        return max(0, wire.WINDOW - (self.sent - self.applied)) if self.bytes < WINDOW_BYTES else 0

    def is_behind(self, epoch: str, head: int) -> bool:
        return self.joined and self.over is None and (self.epoch != epoch or self.sent < head)

    def resume_at(self, epoch: str, seq: int) -> None:
        """Its client holds everything up to there, or was just told to forget what it holds."""
        self.epoch, self.sent, self.applied, self.full_since = epoch, seq, seq, None
        self.flying.clear()
        self.bytes = 0

    def take(self, run: Run) -> bool:
        """Hand over what follows `sent`, as far as the window allows. False: nothing could be."""
        fits = run.after == self.sent and run.epoch == self.epoch and run.last > run.after
        if self.over is not None or not fits:
            return False
        until = run.end_of(self.guest.seat.membership_id, after=self.cleared) if run.ends else None
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
        while self.flying and self.flying[0][0] <= seq:
            self.bytes -= self.flying.popleft()[1]
        self.full_since = None if self.room_left else clock.now()

    def is_stuck(self, *, at: datetime) -> bool:
        return self.full_since is not None and at - self.full_since >= PATIENCE

    def _fitting(self, run: Run, until: int | None) -> Cut | None:
        if until is None:
            whole = run.whole(self.audience)
            if whole.last - self.applied <= wire.WINDOW and self.bytes + whole.size <= WINDOW_BYTES:
                return whole
        return run.cut(self.audience, events=self.room_left, size=WINDOW_BYTES - self.bytes, until=until)

    def _hand(self, cut: Cut) -> None:
        self.sent = cut.last
        self.flying.append(cut.mark)
        self.bytes += cut.size
        self.offer(cut.frame)
        if not self.room_left:
            self._note_full()

    def _note_full(self) -> None:
        self.full_since = self.full_since or clock.now()
