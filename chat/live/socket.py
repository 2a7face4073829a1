"""The room's WebSocket: parses, asks, answers. Rules are the services'.

Whoever is refused is accepted first and closed with a code of ours: a browser tells its page nothing about a
handshake that failed.
"""

import asyncio
from typing import Any
from uuid import UUID

import structlog
from django.conf import settings
from django.db import Error as DatabaseError
from django.utils.translation import override

from accounts.middleware import TOUCH_EVERY, note_there
from chat import wire
from chat.errors import FrameMalformed, FrameTooEarly
from chat.live import entrance, leases, lines, reading
from chat.live import hub as hubs
from chat.live.connections import Connection
from chat.live.draining import send_away
from chat.live.entering import Entering, Entry
from chat.live.errors import TooManyFrames, TooManyLines, TryLater
from chat.live.frames import Frame
from chat.live.guests import Guest
from chat.live.hub import Hub
from chat.live.lane import visit
from chat.live.lines import PROTOCOL, Pace, Scope
from chat.live.outlets import Outlet, outlet
from chat.live.standing import ENDS_THE_LINE
from core import clock
from core.errors import RuleError
from groups.errors import RoomUnavailable

logger = structlog.get_logger(__name__)

HELLO_WITHIN_S = 5.0
#: Frames that can't be read, after which the line is closed.
BROKEN_FRAMES = 3
#: Frames that say or ask something, in ten seconds; twice as many tried, and the line is closed for a while.
FRAMES = 20
#: Pings in ten seconds that are answered. A page sends one every 25 s.
PINGS = 10
_PONG = Frame.of(wire.Pong())


async def application(scope: Scope, receive: Any, send: Any) -> None:
    """One socket, from connect to disconnect. So many at a time are let in: when a whole facility comes back at once,
    each is served quickly in its turn, instead of all of them slowly."""
    await receive()  # websocket.connect
    async with entrance.current().gate:
        offered = PROTOCOL in scope["subprotocols"]
        await send({"type": "websocket.accept", "subprotocol": PROTOCOL if offered else None})
        visit = await _visit(scope, receive, send)
    if visit is not None:
        await visit.run()


async def _visit(scope: Scope, receive: Any, send: Any) -> "_Visit | None":
    """Who comes in; None: they were refused."""
    room_id = lines.socket_room(scope)
    if room_id is None:
        await _close(send, 4404)
        return None
    if PROTOCOL not in scope["subprotocols"] or not lines.same_origin(scope):
        await _close(send, 4400)
        return None
    try:
        hub = await hubs.current()
        return _Visit(hub, await _admit(scope, room_id), receive, outlet(scope, send))
    except RoomUnavailable as refusal:
        await _close(send, 4403, wire.error(refusal))
    except RuleError as refusal:
        await _close(send, lines.code_of(refusal))
    except DatabaseError:
        await _close(send, 1013)
    return None


async def _admit(scope: Scope, room_id: UUID) -> Guest:
    return await entrance.current().admitting.ask(lines.knock(scope, room_id))


async def _close(send: Any, code: int, frame: wire.Outbound | None = None) -> None:
    if frame is not None:
        await send(Frame.of(frame).asgi)
    await lines.close(send, code)


class _Left(Exception):
    """The client is gone, or was sent away."""


class _Visit:
    """One guest's time on this socket."""

    def __init__(self, hub: Hub, guest: Guest, receive: Any, way_out: Outlet) -> None:
        task = asyncio.current_task()
        assert task is not None
        self.hub = hub
        self.guest = guest
        self.receive = receive
        self.line = Connection(guest, way_out, task)
        self.broken = 0
        self.pace = Pace(FRAMES)
        self.pings = Pace(PINGS)
        self.there_at = clock.now()
        self.close_code = 1006

    async def run(self) -> None:
        sign_in_id = self.guest.seat.sign_in_id
        try:
            self._leave_if_too_many(self.hub.count(sign_in_id))
            with self.hub.line_of(sign_in_id):
                await self._stay()
        except _Left:
            pass
        except asyncio.CancelledError:
            if self.line.over is None:
                raise  # the server ends us, not we this line
        finally:
            self.hub.leave(self.line)
        await self._part()

    async def _stay(self) -> None:
        self._leave_if_draining()
        hello = await self._hello()
        self._leave_if_draining()
        await self._enter(hello)
        while True:
            await self._frame(await self._text())
            self._leave_if_draining()

    def _leave_if_too_many(self, there: int) -> None:
        if there >= lines.LINES_OF_A_SIGN_IN:
            self._leave(4429, self.guest.notice(TooManyLines(retry_after=10)))

    def _leave_if_draining(self) -> None:
        if self.hub.draining:
            send_away(self.line, self.hub.draining)
            raise _Left

    async def _part(self) -> None:
        """Whoever leaves on purpose has left; a line that was lost may be back before its lease ends."""
        await self.line.outlet.flush()
        if self.line.lease is not None and self.close_code in (1000, 1001) and self.line.over in (None, 1000):
            await visit(leases.release, self.guest, lease=self.line.lease)

    def _leave(self, code: int, notice: wire.Notice | None = None) -> None:
        self.line.end(code, notice)
        raise _Left

    # Frames in

    async def _text(self) -> str:
        """The next text frame. Anything else that arrives is a frame that can't be read."""
        while True:
            event = await self.receive()
            if event["type"] == "websocket.disconnect":
                self.close_code = event.get("code") or 1006
                raise _Left
            text: str | None = event.get("text")
            if text is not None:
                return text
            self._broken(FrameMalformed(), None)

    async def _hello(self) -> wire.Hello:
        try:
            async with asyncio.timeout(HELLO_WITHIN_S):
                while True:
                    frame = self._read(await self._text())
                    if isinstance(frame, wire.Hello):
                        return frame
                    if frame is not None:
                        self._broken(FrameTooEarly(), getattr(frame, "client_id", None))
        except TimeoutError:
            self._leave(4400)
            raise

    def _read(self, text: str) -> wire.AnyInbound | None:
        try:
            return wire.decode(text)
        except RuleError as refusal:
            self._broken(refusal, wire.client_id_of(text))
            return None

    def _broken(self, refusal: RuleError, client_id: UUID | None) -> None:
        self._refuse(refusal, client_id)
        self.broken += 1
        if self.broken >= BROKEN_FRAMES:
            self._leave(4400)

    def _refuse(self, refusal: RuleError, client_id: UUID | None) -> None:
        with override(self.guest.seat.language):
            self.line.tell(wire.error(refusal, client_id=client_id))

    # Entering

    async def _enter(self, hello: wire.Hello) -> None:
        self.line.tab = hello.tab
        self.hub.join(self.line)
        try:
            entry = await entrance.current().entering.ask(Entering(self.guest, hello.tab, hello.cursor))
        except RuleError as refusal:
            self._leave(lines.code_of(refusal), self.guest.notice(refusal))
            raise
        except DatabaseError:
            self._leave(1013)
            raise
        self.line.lease = entry.lease
        self._say_hello_back(entry)
        self.hub.welcome(self.line, entry.state)

    def _say_hello_back(self, entry: Entry) -> None:
        line, standing = self.line, entry.standing
        line.standing, line.believed, line.check_at = standing.key, standing.authority, standing.check_at
        line.cleared, line.heard_head_at = entry.state.head, clock.now()
        for frame in standing.frames:
            line.tell(frame)
        for posted in entry.own:
            line.tell_posted(posted)
        if entry.reset is not None:
            line.tell(entry.reset)
        line.resume_at(entry.state.epoch, entry.start)
        line.tell(entry.present)

    # Being there

    async def _frame(self, text: str) -> None:
        frame = self._read(text)
        if isinstance(frame, wire.Applied):
            self.hub.has_applied(self.line, frame.seq)
        elif isinstance(frame, wire.Ping):
            self._pong()
        elif isinstance(frame, wire.Typing):
            self.hub.typists.say(self.line, on=frame.on)
        elif isinstance(frame, wire.Hello):
            self._broken(FrameMalformed(), None)
        elif frame is not None and self._in_pace(frame):
            await self._ask(frame)

    def _pong(self) -> None:
        """Whoever asks without listening gets no answers that pile up: first none, then the door."""
        if self.pings.step(clock.now()):
            self.line.offer(_PONG)
        elif self.pings.is_wild:
            self._leave(4429, self.guest.notice(TooManyFrames(retry_after=int(Pace.SPAN.total_seconds()))))

    def _in_pace(self, frame: wire.Asking) -> bool:
        """A person's pace. A call for help has none."""
        if isinstance(frame, wire.Help) or settings.RATES_LIFTED or not self.guest.seat.paced:
            return True
        if self.pace.step(clock.now()):
            return True
        refusal = TooManyFrames(retry_after=int(Pace.SPAN.total_seconds()))
        if self.pace.is_wild:
            self._leave(4429, self.guest.notice(refusal))
        self._refuse(refusal, getattr(frame, "client_id", None))
        return False

    async def _ask(self, frame: wire.Asking) -> None:
        """One service; its answer. Authority is read there, for every frame."""
        client_id = getattr(frame, "client_id", None)
        self.line.busy = True
        try:
            answer = await self._service(frame)
        except RuleError as refusal:
            self._refused(refusal, client_id)
        except DatabaseError as error:
            logger.warning("frame not taken", frame=type(frame).__name__, error=type(error).__name__)
            self._refuse(TryLater(retry_after=2), client_id)
        else:
            self._answer(answer)
            self._note_there(frame)
        finally:
            self.line.busy = False

    def _note_there(self, frame: wire.Asking) -> None:
        """What somebody does in the room counts as being there, noted as seldom as for pages."""
        now = clock.now()
        if wire.is_by_hand(frame) and now - self.there_at >= TOUCH_EVERY:
            self.there_at = now
            self.hub.chores.begin(visit(note_there, self.guest.seat.sign_in_id))

    async def _service(self, frame: wire.Asking) -> wire.Outbound | None:
        if isinstance(frame, wire.Post):
            return await self.hub.sayings.say(self.line, frame)
        if isinstance(frame, wire.Read):
            await self.hub.marks.say(self.guest, frame)
            return None
        return await visit(reading.act, self.guest, frame)

    def _answer(self, answer: wire.Outbound | None) -> None:
        if isinstance(answer, wire.Posted):
            self.line.note_told(answer)
        if answer is not None:
            self.line.tell(answer)

    def _refused(self, refusal: RuleError, client_id: UUID | None) -> None:
        """Whoever may not be here any more is sent away; any other refusal is an answer."""
        if isinstance(refusal, ENDS_THE_LINE):
            self._leave(lines.code_of(refusal), self.guest.notice(refusal))
        self._refuse(refusal, client_id)
