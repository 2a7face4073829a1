"""One process: pages, sockets and polls on one event loop, and the worker's thread where that is inside."""

import asyncio
import gc
import os
import threading
import time
from typing import Any

import structlog
from daphne.server import Server as Daphne
from daphne.ws_protocol import WebSocketProtocol
from django.conf import settings
from twisted.internet import defer

from config.server import bodies, preframed
from core import steps

logger = structlog.get_logger(__name__)

#: Seconds for a WebSocket handshake; five, the default, turn away half of those who come back after a restart.
HANDSHAKE_S = 30
#: Seconds of silence after which the server asks a socket whether it is there. A page says so every 25 s by itself.
PING_S = 30
#: Bytes of one inbound frame that we read at all. The protocol allows 32 KiB; what is a little longer gets a
#: proper refusal, what is much longer only a closed line.
FRAME_READ = 128 * 1024
#: Seconds that requests in progress may take to end once the server goes.
DRAIN_S = 8.0
#: Close codes that are the server's to give: restart, try again later.
SERVERS_CODES = (1012, 1013)
#: Seconds in which a client that is told of the close may answer it. After one, the default, a line that is only slow
#: was cut before it had read why.
CLOSE_S = 5
#: Seconds that closed sockets may take to be gone.
HANG_UP_S = 2.0
#: New objects after which the youngest are looked through for cycles; and after how many of those the next older.
COLLECT_AFTER = (20_000, 50, 100)
#: Seconds that threads may take to end when nothing is left to serve; after that the process ends without them.
THREADS_S = 3.0


class Server(Daphne):  # type: ignore[misc]  # daphne has no types
    """Daphne as we run it."""

    def __init__(self, application: Any, endpoints: list[str]) -> None:
        super().__init__(
            application,
            endpoints=endpoints,
            verbosity=0,
            server_name="",
            ping_interval=PING_S,
            websocket_timeout=-1,
            websocket_connect_timeout=HANDSHAKE_S,
            websocket_handshake_timeout=HANDSHAKE_S,
            websocket_max_message_size=FRAME_READ,
            websocket_max_frame_size=FRAME_READ,
        )
        self.failed = False
        self._stop_worker = threading.Event()
        self._worker: threading.Thread | None = None

    def run(self) -> None:
        if settings.WORKER_INSIDE:
            self._worker = threading.Thread(target=steps.run_forever, args=[self._stop_worker], name="worker")
            self._worker.start()
        _collect_seldom()
        try:
            super().run()
        finally:
            self._stop_worker.set()
            _end_anyway()

    def create_application(self, protocol: Any, scope: dict[str, Any]) -> Any:
        """Sockets are offered pre-framed writing."""
        if scope["type"] == "websocket":
            preframed.keep_little(protocol)
            line = preframed.offer(protocol) if settings.FRAMES_MADE_ONCE else None
            if line is not None:
                scope["extensions"] = {**scope.get("extensions", {}), preframed.NAME: line}
        return super().create_application(protocol, scope)

    async def handle_reply(self, protocol: Any, message: dict[str, Any]) -> None:
        """Autobahn lets applications close with 1000 and 3000 to 4999 only; a server that restarts says 1012."""
        code = message.get("code") if message["type"] == "websocket.close" else None
        if code in SERVERS_CODES and getattr(protocol, "state", None) == WebSocketProtocol.STATE_OPEN:
            protocol.sendCloseFrame(code=code, isReply=False)
        else:
            await super().handle_reply(protocol, message)

    def listen_success(self, port: Any) -> Any:
        """Answers the port, so that whoever asks for this listener later gets it (Daphne's own answers nothing)."""
        super().listen_success(port)
        bodies.limit(self.http_factory)
        self.ws_factory.protocol = preframed.Protocol
        self.ws_factory.setProtocolOptions(closeHandshakeTimeout=CLOSE_S)
        logger.info("listening", at=str(port.getHost()))
        return port

    def listen_error(self, failure: Any) -> None:
        """The port is taken, or not ours to open: say so and end with a failure."""
        self.failed = True
        logger.error("cannot listen", why=failure.getErrorMessage())
        self.stop()

    # Going

    def kill_all_applications(self) -> Any:
        """Daphne calls this when it goes (SIGTERM, SIGINT), and waits for the answer."""
        return defer.Deferred.fromFuture(asyncio.ensure_future(self._go()))

    async def _go(self) -> None:
        """No new connections; sockets and polls are told to come back; what was begun is finished."""
        from chat.live import draining

        self._stop_worker.set()
        for listening in self.listeners:
            listening.addCallback(lambda port: port.stopListening())
        draining.drain()
        await self._finish()
        await self._hang_up()
        if self._worker:
            await asyncio.to_thread(self._worker.join, DRAIN_S)

    async def _finish(self) -> None:
        """What is in progress, and what a connection that is open still begins meanwhile."""
        give_up = time.monotonic() + DRAIN_S
        while (running := self._in_progress()) and time.monotonic() < give_up:
            await asyncio.wait(running, timeout=give_up - time.monotonic())
        late = self._in_progress()
        for application in late:
            application.cancel()
        await asyncio.gather(*late, return_exceptions=True)

    async def _hang_up(self) -> None:
        """Until what was written last is sent and the other side has closed too; autobahn waits a second for each."""
        give_up = time.monotonic() + HANG_UP_S
        while self._open_sockets() and time.monotonic() < give_up:
            await asyncio.sleep(0.02)

    def _open_sockets(self) -> bool:
        found = self.connections.items()
        return any(isinstance(line, WebSocketProtocol) and "disconnected" not in state for line, state in found)

    def _in_progress(self) -> list["asyncio.Future[Any]"]:
        found = (details.get("application_instance") for details in self.connections.values())
        return [application for application in found if application and not application.done()]


def _collect_seldom() -> None:
    """What was loaded stays for good, and thousands of lines stay for hours: looking through all of it again and again
    for cycles stops everybody for a tenth of a second each time, and makes a screener late."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*COLLECT_AFTER)


def _end_anyway() -> None:
    """A thread in the middle of a page waits for an event loop that is over, and would keep the process for ever."""
    timer = threading.Timer(THREADS_S, os._exit, [0])
    timer.daemon = True
    timer.start()
