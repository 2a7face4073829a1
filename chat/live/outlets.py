"""How frames get onto a line. The plain way is ASGI's `send`, which every server has. Where the server offers
pre-framed writing (docs/pre-framed.md), the same bytes go straight to the socket; nothing else about a line differs."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from typing import Any, Protocol

import structlog

from chat.live.frames import Frame
from chat.live.lines import close

logger = structlog.get_logger(__name__)

Send = Callable[[dict[str, Any]], Awaitable[None]]

#: The name of the server's extension in the scope of a socket.
EXTENSION = "samecircle.preframed"
#: Seconds that a server may take for the last frames of a line and its close; then the line ends without them.
CLOSE_WITHIN_S = 5.0


class Outlet(Protocol):
    """One line's way out. Frames keep their order; nothing follows the close."""

    @property
    def waiting(self) -> int:
        """Bytes in this process that the line has not taken yet, as far as that can be known."""

    def put(self, frame: Frame) -> None:
        """Never waits."""

    def close(self, code: int, then: Callable[[], None]) -> None:
        """Close with this code once everything is out; then call `then`."""

    async def flush(self) -> None:
        """Until everything is handed to the server."""


def outlet(scope: Mapping[str, Any], send: Send) -> "Outlet":
    """The best way out that the server of this line has."""
    offered = (scope.get("extensions") or {}).get(EXTENSION)
    return FramedOutlet(offered, send) if offered is not None else PlainOutlet(send)


class PlainOutlet:
    """By ASGI's `send`, one frame after the other. A server that makes us wait makes frames wait here."""

    __slots__ = ("_close", "_is_broken", "_queue", "_send", "_writer", "waiting")

    def __init__(self, send: Send) -> None:
        self.waiting = 0
        self._send = send
        self._queue: deque[Frame] = deque()
        self._close: tuple[int, Callable[[], None]] | None = None
        self._is_broken = False
        self._writer: asyncio.Task[None] | None = None

    def put(self, frame: Frame) -> None:
        if self._is_broken:
            return
        self._queue.append(frame)
        self.waiting += len(frame.text)
        self._start()

    def close(self, code: int, then: Callable[[], None]) -> None:
        self._close = (code, then)
        self._start()
        asyncio.get_running_loop().call_later(CLOSE_WITHIN_S, self._give_up)

    async def flush(self) -> None:
        while self._writer is not None:
            await asyncio.wait({self._writer})

    def _start(self) -> None:
        if self._writer is None:
            self._writer = asyncio.create_task(self._write())

    def _give_up(self) -> None:
        if self._writer is not None:
            self._writer.cancel()

    async def _write(self) -> None:
        try:
            await self._write_all()
        except Exception as error:
            logger.info("line broken", error=repr(type(error)))  # never the error itself: it may quote a frame
            await self._break()
        finally:
            self._let_go()

    async def _write_all(self) -> None:
        while self._queue:
            frame = self._queue.popleft()
            await self._send(frame.asgi)
            self.waiting -= len(frame.text)
        if self._close is not None:
            await close(self._send, self._close[0])

    async def _break(self) -> None:
        """What the server did not take would be a hole: nothing follows it, and the client comes back by its cursor."""
        self._is_broken = True
        with suppress(Exception):  # the line may be gone: then its own disconnect tells us
            await close(self._send, 1011)

    def _let_go(self) -> None:
        """Whatever was not taken is not going to be."""
        self._writer = None
        self._queue.clear()
        self.waiting = 0
        if self._close is not None:
            self._close[1]()


class PreFramed(Protocol):
    """What the server offers for one line: docs/pre-framed.md."""

    def write(self, framed: bytes) -> None: ...

    def waiting(self) -> int: ...


class FramedOutlet:
    """By the server's pre-framed writing: no task, no copy, no waiting."""

    __slots__ = ("_closer", "_line", "_send")

    def __init__(self, line: PreFramed, send: Send) -> None:
        self._line = line
        self._send = send
        self._closer: asyncio.Task[None] | None = None

    @property
    def waiting(self) -> int:
        return self._line.waiting()

    def put(self, frame: Frame) -> None:
        self._line.write(frame.framed)

    def close(self, code: int, then: Callable[[], None]) -> None:
        self._closer = asyncio.create_task(close(self._send, code))
        self._closer.add_done_callback(lambda _: then())

    async def flush(self) -> None:
        if self._closer is not None:
            await asyncio.wait({self._closer})
