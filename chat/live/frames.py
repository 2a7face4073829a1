"""Frames to clients, encoded once: the same object goes to any number of lines, whatever way they are written."""

from typing import Any

from chat import wire

_FINAL_TEXT = 0x81


class Frame:
    """One frame, as the wire writes it (`text`), as ASGI sends it, and as it stands on the line (RFC 6455)."""

    __slots__ = ("_asgi", "_framed", "text")

    def __init__(self, text: bytes) -> None:
        self.text = text
        self._asgi: dict[str, Any] | None = None
        self._framed: bytes | None = None

    @classmethod
    def of(cls, frame: wire.Outbound) -> "Frame":
        return cls(wire.encode(frame))

    @property
    def asgi(self) -> dict[str, Any]:
        if self._asgi is None:
            self._asgi = {"type": "websocket.send", "text": self.text.decode()}
        return self._asgi

    @property
    def framed(self) -> bytes:
        if self._framed is None:
            self._framed = _header(len(self.text)) + self.text
        return self._framed


def _header(length: int) -> bytes:
    """Of one unmasked text frame that is whole."""
    if length < 126:
        return bytes((_FINAL_TEXT, length))
    if length < 1 << 16:
        return bytes((_FINAL_TEXT, 126)) + length.to_bytes(2, "big")
    return bytes((_FINAL_TEXT, 127)) + length.to_bytes(8, "big")
