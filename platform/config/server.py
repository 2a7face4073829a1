"""The default server: Daphne, with a deeper backlog, patience for slow handshakes, and an orderly way to go.

`daphne config.asgi:application` serves the same application on the same paths; it only goes less politely.
"""

import asyncio
import threading
import time
from typing import Any

import structlog
from daphne.server import Server as Daphne
from daphne.ws_protocol import WebSocketProtocol
from django.conf import settings
from twisted.internet import defer

from core import steps

logger = structlog.get_logger(__name__)

#: Connections that the kernel holds for us while we answer others: a whole facility may come back at once.
BACKLOG = 4096
#: Seconds for a WebSocket handshake; five, the default, turn away half of those who come back after a restart.
HANDSHAKE_S = 30
#: Bytes of one inbound frame that we read at all. The protocol allows 32 KiB; what is a little longer gets a
#: proper refusal, what is much longer only a closed line.
FRAME_READ = 128 * 1024
#: Seconds that requests in progress may take to end once the server goes.
DRAIN_S = 8.0
#: Close codes that are the server's to give: restart, try again later.
SERVERS_CODES = (1012, 1013)
#: Seconds that closed sockets may take to be gone.
HANG_UP_S = 2.0


class Server(Daphne):  # type: ignore[misc]  # daphne has no types
    """One process: pages, sockets and polls on one event loop, and the worker's thread where that is inside."""

    def __init__(self, application: Any, endpoints: list[str]) -> None:
        super().__init__(
            application,
            endpoints=endpoints,
            verbosity=0,
            server_name="",
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
        try:
            super().run()
        finally:
            self._stop_worker.set()

    async def handle_reply(self, protocol: Any, message: dict[str, Any]) -> None:
        """Autobahn lets applications close with 1000 and 3000 to 4999 only; a server that restarts says 1012."""
        code = message.get("code") if message["type"] == "websocket.close" else None
        if code in SERVERS_CODES and getattr(protocol, "state", None) == WebSocketProtocol.STATE_OPEN:
            protocol.sendCloseFrame(code=code, isReply=False)
        else:
            await super().handle_reply(protocol, message)

    def listen_success(self, port: Any) -> None:
        super().listen_success(port)
        logger.info("listening", at=str(port.getHost()))

    def listen_error(self, failure: Any) -> None:
        """The port is taken, or not ours to open: say so and end with a failure."""
        self.failed = True
        logger.error("cannot listen", why=failure.getErrorMessage())
        self.stop()

    def kill_all_applications(self) -> Any:
        """Daphne calls this when it goes (SIGTERM, SIGINT), and waits for the answer."""
        return defer.Deferred.fromFuture(asyncio.ensure_future(self._go()))

    async def _go(self) -> None:
        """No new connections; sockets are told to come back (1012); what is in progress may end."""
        from chat.live import draining

        self._stop_worker.set()
        for listening in self.listeners:
            listening.addCallback(lambda port: port.stopListening())
        draining.drain()
        await self._finish(self._in_progress())
        await self._hang_up()
        if self._worker:
            await asyncio.to_thread(self._worker.join, DRAIN_S)

    async def _finish(self, running: list["asyncio.Future[Any]"]) -> None:
        if not running:
            return
        _, late = await asyncio.wait(running, timeout=DRAIN_S)
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


def tcp(host: str, port: int) -> str:
    """A TCP endpoint as Twisted writes it."""
    return f"tcp:port={port}:interface={host.replace(':', chr(92) + ':')}:backlog={BACKLOG}"


def unix(path: str) -> str:
    return f"unix:address={path.replace(':', chr(92) + ':')}:backlog={BACKLOG}:lockfile=0"


def inherited(descriptor: int) -> str:
    """A TCP socket that a supervisor has opened for us and listens on."""
    return f"fd:fileno={descriptor}"
