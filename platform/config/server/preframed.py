"""Pre-framed writing (docs/pre-framed.md): whoever serves a socket may write frames that are made already.

The same bytes go to any number of sockets: no coroutine, no copy and no encoding for each of them. The socket is tried
first; what it does not take at once waits in the transport's buffer, behind what waits there already, so that nothing
overtakes anything.
"""

import socket
from typing import Any

from daphne.ws_protocol import WebSocketProtocol
from twisted.internet import tcp, unix

OPEN = WebSocketProtocol.STATE_OPEN
#: The extension's name in the scope.
NAME = "samecircle.preframed"
#: Bytes that the kernel may hold for one socket (it doubles the figure). By itself it takes 2.2 MiB before anybody
#: learns that a reader has stopped.
SEND_BUFFER = 32 * 1024


class Protocol(WebSocketProtocol):  # type: ignore[misc]  # daphne has no types
    """Daphne's, without autobahn's signals for each message, to which nobody listens; and with a limit for what clients
    send that is none for what they are sent."""

    maxMessagePayloadSize: int  # noqa: N815  (autobahn's name)

    def sendMessage(self, payload: bytes, isBinary: bool = False, **how: Any) -> None:  # noqa: N802, N803  (autobahn's)
        limit, self.maxMessagePayloadSize = self.maxMessagePayloadSize, 0
        try:
            super().sendMessage(payload, isBinary, **how)
        finally:
            self.maxMessagePayloadSize = limit

    def onMessageEnd(self) -> None:  # noqa: N802  (autobahn's name)
        if not self.failedByMe:
            self.onMessage(b"".join(self.message_data or ()), self.message_is_binary)
        self.message_data: list[bytes] | None = None


def offer(protocol: Any) -> "Line | None":
    """The extension for this socket; None where its bytes go through something else on their way (TLS)."""
    transport = getattr(protocol, "transport", None)
    if not isinstance(transport, tcp.Connection | unix.Server) or getattr(transport, "TLS", False):
        return None
    return Line(protocol, transport)


def keep_little(protocol: Any) -> None:
    """Let the kernel hold little for this socket."""
    transport = getattr(protocol, "transport", None)
    if isinstance(transport, tcp.Connection | unix.Server):
        transport.getHandle().setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SEND_BUFFER)


class Line:
    """One socket's way out."""

    __slots__ = ("_protocol", "_socket", "_transport")

    def __init__(self, protocol: WebSocketProtocol, transport: Any) -> None:
        self._protocol = protocol
        self._transport = transport
        self._socket: socket.socket = transport.getHandle()

    def write(self, framed: bytes) -> None:
        """Whole frames, as RFC 6455 has them on the line. Never waits; on a socket that is not open (any more) nothing
        happens."""
        if self._protocol.state != OPEN:
            return
        taken = 0
        if not self.waiting():
            try:
                taken = self._socket.send(framed)
            except OSError:
                pass  # it is full, or broken: the transport finds out for itself
        if taken < len(framed):
            self._transport.write(framed[taken:] if taken else framed)

    def waiting(self) -> int:
        """Bytes that the kernel has not taken yet."""
        transport = self._transport
        waiting: int = len(transport.dataBuffer) - transport.offset + transport._tempDataLen
        return waiting
