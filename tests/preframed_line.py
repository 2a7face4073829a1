"""A stand-in for the server's side of pre-framed writing (docs/pre-framed.md), as strict as a browser.

It takes whole frames of RFC 6455 only, and puts what they say where an ASGI communicator is read: so the same tests
hold on both ways out.
"""

import asyncio
from collections.abc import Iterator
from typing import Any

FINAL_TEXT = 0x81


class NotAFrame(AssertionError):
    """What was written is no row of whole, final, unmasked text frames."""


class PreframedLine:
    """The extension of one line. `held`: bytes that the kernel is said not to have taken."""

    def __init__(self, output: "asyncio.Queue[dict[str, Any]]") -> None:
        self._output = output
        self.held = 0
        self.written = 0

    def write(self, framed: bytes) -> None:
        for text in texts(framed):
            self.written += 1
            self._output.put_nowait({"type": "websocket.send", "text": text})

    def waiting(self) -> int:
        return self.held


def texts(framed: bytes) -> Iterator[str]:
    """What these frames say. Raises `NotAFrame`, or `UnicodeDecodeError` where it is no text."""
    if not framed:
        raise NotAFrame("nothing was written")
    while framed:
        start, length = _head(framed)
        if len(framed) < start + length:
            raise NotAFrame(f"{len(framed) - start} of {length} bytes")
        yield framed[start : start + length].decode()
        framed = framed[start + length :]


def _head(framed: bytes) -> tuple[int, int]:
    """Where the payload begins, and its length, in the shortest form that says it."""
    if len(framed) < 2 or framed[0] != FINAL_TEXT or framed[1] & 0x80:
        raise NotAFrame(framed[:10].hex())
    width, least = {126: (2, 126), 127: (8, 1 << 16)}.get(framed[1], (0, 0))
    length = int.from_bytes(framed[2 : 2 + width], "big") if width else framed[1]
    if length < least or len(framed) < 2 + width or length >= 1 << 63:
        raise NotAFrame(framed[:10].hex())
    return 2 + width, length
