"""RFC 6455 as a client needs it: writing masked frames, and taking apart what came in one read.

The mask is zero: the RFC lets a client choose any, and XOR with zero costs nothing here or there.
"""

from base64 import b64encode

TEXT, CLOSE, PING, PONG = 0x1, 0x8, 0x9, 0xA
#: opcode, payload
Frame = tuple[int, bytes]

_FIN, _MASKED = 0x80, 0x80
_NO_MASK = bytes(4)


class BadFrame(Exception):
    """A frame that no server of ours may send: fragmented, masked or of an unknown shape."""


def write(payload: bytes, opcode: int = TEXT) -> bytes:
    """One whole frame, as a client sends it."""
    size = len(payload)
    if size < 126:
        head = bytes((_FIN | opcode, _MASKED | size))
    elif size < 65536:
        head = bytes((_FIN | opcode, _MASKED | 126)) + size.to_bytes(2, "big")
    else:
        head = bytes((_FIN | opcode, _MASKED | 127)) + size.to_bytes(8, "big")
    return head + _NO_MASK + payload


def split(data: bytes) -> tuple[list[Frame], bytes]:
    """The whole frames at the start of `data`, and the rest, which is the beginning of the next one."""
    found: list[Frame] = []
    at, end = 0, len(data)
    while end - at >= 2:
        start, size = _extent(data, at)
        if size < 0 or start + size > end:
            break
        found.append((data[at] & 0x0F, data[start : start + size]))
        at = start + size
    return found, data[at:]


def _extent(data: bytes, at: int) -> tuple[int, int]:
    """Where the payload starts, and its size; -1 while the head is not complete."""
    if not data[at] & _FIN or data[at + 1] & _MASKED:
        raise BadFrame(data[at : at + 2].hex())
    size = data[at + 1]
    if size < 126:
        return at + 2, size
    width = 2 if size == 126 else 8
    raw = data[at + 2 : at + 2 + width]
    return at + 2 + width, int.from_bytes(raw, "big") if len(raw) == width else -1


def upgrade(path: str, headers: dict[str, str]) -> bytes:
    """The request that opens a WebSocket. The key is constant: nobody between us caches anything."""
    ours = {
        "Upgrade": "websocket",
        "Connection": "Upgrade",
        "Sec-WebSocket-Key": b64encode(bytes(16)).decode(),
        "Sec-WebSocket-Version": "13",
    }
    lines = [f"GET {path} HTTP/1.1", *(f"{name}: {value}" for name, value in {**ours, **headers}.items())]
    return "\r\n".join([*lines, "", ""]).encode()


def close_code(payload: bytes) -> int:
    """What a close frame says; 1005 where it says nothing."""
    return int.from_bytes(payload[:2], "big") if len(payload) >= 2 else 1005
