"""How much a request may bring along. Daphne takes what comes, on disk if it is long, before anybody asks whose."""

from typing import Any

from daphne.http_protocol import WebRequest

from custody.roster.files import MIB, MOST_BYTES

#: The largest form of ours, a facility's list, and what is wrapped around it. Somewhat more is still answered by the
#: page, in words.
MOST_BODY = MOST_BYTES + 4 * MIB
REFUSED = b"HTTP/1.1 413 Content Too Large\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"


class Request(WebRequest):  # type: ignore[misc]  # daphne has no types
    """A request whose body ends, or is cut off: by the length it names, or by what really comes."""

    left = MOST_BODY

    def gotLength(self, length: int | None) -> None:  # noqa: N802  (Twisted's)
        super().gotLength(length)
        if length is not None and length > MOST_BODY:
            self._refuse()

    def handleContentChunk(self, data: bytes) -> None:  # noqa: N802
        self.left -= len(data)
        if self.left >= 0:
            super().handleContentChunk(data)
        else:
            self._refuse()

    def _refuse(self) -> None:
        if self.channel is not None and not self.channel.transport.disconnecting:
            self.channel.transport.write(REFUSED)
            self.channel.transport.loseConnection()


def limit(factory: Any) -> None:
    """From here on this factory's connections make such requests."""
    build = factory.buildProtocol

    def limited(address: Any) -> Any:
        protocol = build(address)
        protocol.requestFactory = Request
        return protocol

    factory.buildProtocol = limited
