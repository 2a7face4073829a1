"""Wake-ups: hints that something was committed. They may be lost, doubled or late; the database is the truth.

`publish` puts a wake-up into a bounded queue after the commit; one task of the process sends them to the channel
layer, those that wait for one address together, with a limit of one second, and drops on failure (counted). No request
and no commit waits for the layer.
"""

import asyncio
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import structlog
from channels.layers import get_channel_layer
from django.db import transaction

logger = structlog.get_logger(__name__)

#: Wake-ups waiting to be sent; past that the oldest are dropped (the two-second beat makes up for them).
QUEUE = 10_000
#: Wake-ups that travel together at most.
TOGETHER = 200
#: Seconds that one send may take.
SEND_LIMIT = 1.0

Wake = Mapping[str, Any]


class _Postman:
    """Carries wake-ups from any thread to the one event loop that sends them."""

    def __init__(self) -> None:
        self.queue: deque[tuple[str, Wake]] = deque(maxlen=QUEUE)
        self.loop: asyncio.AbstractEventLoop | None = None
        self.dropped = 0
        self._lock = threading.Lock()
        self._sending = False
        self._failing = False  # said once, until one gets through again
        self._task: asyncio.Future[None] | None = None

    def offer(self, address: str, wake: Wake) -> None:
        if len(self.queue) == QUEUE:
            self.dropped += 1
        self.queue.append((address, wake))
        loop = self._loop()
        try:
            loop.call_soon_threadsafe(self._kick)
        except RuntimeError:  # the loop has just closed: the process is going away
            self.dropped += 1

    def _loop(self) -> asyncio.AbstractEventLoop:
        """The server's loop, else (a command, a worker) one of our own in a daemon thread."""
        with self._lock:
            if self.loop is None or self.loop.is_closed():
                self.loop = asyncio.new_event_loop()
                threading.Thread(target=self.loop.run_forever, name="wakeups", daemon=True).start()
            return self.loop

    def _kick(self) -> None:
        if not self._sending:
            self._sending = True
            self._task = asyncio.ensure_future(self._send_all())

    async def _send_all(self) -> None:
        try:
            while self.queue:
                for address, wakes in self._next().items():
                    await self._send(address, wakes)
        finally:
            self._sending = False

    def _next(self) -> dict[str, list[Wake]]:
        """What goes next, by address, in the order in which it was offered."""
        together: dict[str, list[Wake]] = {}
        for _ in range(min(TOGETHER, len(self.queue))):
            address, wake = self.queue.popleft()
            together.setdefault(address, []).append(wake)
        return together

    async def _send(self, address: str, wakes: list[Wake]) -> None:
        layer = get_channel_layer()
        if layer is None:
            return
        try:
            async with asyncio.timeout(SEND_LIMIT):
                await layer.group_send(address, {"type": "wake", "wakes": wakes})
            self._failing = False
        except Exception as error:  # whatever the layer throws: a wake-up is only a hint
            self.dropped += len(wakes)
            if not self._failing:
                logger.warning("wake-ups are dropped", address=address, error=type(error).__name__)
            self._failing = True


postman = _Postman()
_kept = threading.local()


def use_loop(loop: asyncio.AbstractEventLoop) -> None:
    """The server says which loop its channel layer lives on (the in-memory layer is bound to one)."""
    postman.loop = loop
    postman._sending = False


def publish(address: str, wake: Wake) -> None:
    """Wake whoever listens at `address`, once what it speaks of is committed. Never waits, never fails the caller."""
    transaction.on_commit(lambda: _offer(address, wake), robust=True)


@contextmanager
def kept() -> Iterator[list[tuple[str, Wake]]]:
    """What is published and committed in this thread meanwhile is kept here, for a caller who has something to do
    with it before it sends it on by `send`."""
    wakes: list[tuple[str, Wake]] = []
    _kept.wakes = wakes
    try:
        yield wakes
    finally:
        del _kept.wakes


def send(wakes: Iterable[tuple[str, Wake]]) -> None:
    """Wake-ups that hang on no transaction (any more)."""
    for address, wake in wakes:
        postman.offer(address, wake)


def _offer(address: str, wake: Wake) -> None:
    wakes = getattr(_kept, "wakes", None)
    if wakes is None:
        postman.offer(address, wake)
    else:
        wakes.append((address, wake))
