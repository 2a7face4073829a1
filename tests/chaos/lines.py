"""The ways to a real process: a WebSocket, a request over HTTP, and the unkind things that networks do to both."""

import asyncio
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake
from websockets.frames import Frame, Opcode

PROTOCOL = "samecircle.v1"
HOST = "127.0.0.1"
OPEN_WITHIN_S, CLOSE_WITHIN_S = 10.0, 2.0
#: A token that a page would have been given: any will do, as long as cookie and header are the same.
TOKEN = "c" * 32
#: What a network or a dying process throws at whoever is on the line.
FAILURES = (OSError, EOFError, TimeoutError, ConnectionClosed, InvalidHandshake)


@dataclass
class Port:
    """One web process, as clients see it."""

    number: int
    site: str

    @property
    def host(self) -> str:
        """`*.localhost` does not resolve in libc: dial the address and send this as Host."""
        return f"online.{self.site}"


@dataclass
class Holder:
    """Somebody with a seat. `version` is raised when a right is given back: whoever was sent away tries again."""

    room: str
    member: str
    person: str
    cookie: str
    sign_in: str
    leads: bool = False
    version: int = 0
    _changed: asyncio.Event = field(default_factory=asyncio.Event)

    def changed(self) -> None:
        self.version += 1
        self._changed.set()
        self._changed = asyncio.Event()

    async def newer_than(self, version: int) -> None:
        while self.version <= version:
            await self._changed.wait()


def socket(port: Port, holder: Holder) -> connect:
    return connect(
        f"ws://{port.host}/ws/rooms/{holder.room}/",
        host=HOST,
        port=port.number,
        origin=f"http://{port.host}",  # type: ignore[arg-type]
        additional_headers={"Cookie": holder.cookie},
        subprotocols=[PROTOCOL],  # type: ignore[list-item]
        proxy=None,
        compression=None,
        ping_interval=None,
        open_timeout=OPEN_WITHIN_S,
        close_timeout=CLOSE_WITHIN_S,
        max_queue=4,
    )


def cut(line: ClientConnection) -> None:
    """The network is gone in this moment, without a goodbye."""
    line.transport.abort()


async def half_a_frame(line: ClientConnection, frame: Mapping[str, Any], *, share: float) -> None:
    """The first part of a text frame goes out, and the rest never."""
    whole = Frame(Opcode.TEXT, json.dumps(frame).encode()).serialize(mask=True)
    line.transport.write(whole[: max(1, int(len(whole) * share))])
    await asyncio.sleep(0)
    line.transport.close()  # what was written is sent before that


@dataclass(frozen=True)
class Answer:
    status: int
    body: Any
    retry_after: float


async def ask(
    port: Port, holder: Holder, path: str, frame: Mapping[str, Any] | None = None, *, within: float
) -> Answer:
    """GET, or POST of one frame. Raises one of `FAILURES` when the line breaks or nothing comes in time."""
    body = b"" if frame is None else json.dumps(frame).encode()
    headers = {"Cookie": f"{holder.cookie}; csrftoken={TOKEN}"}
    if frame is not None:
        headers |= {"X-CSRFToken": TOKEN, "Content-Type": "application/json", "Content-Length": str(len(body))}
    line = f"{'GET' if frame is None else 'POST'} /rooms/{holder.room}/{path}"
    return await _request(port, line, headers, body, within=within)


async def health(port: Port, *, within: float) -> Answer:
    """Answered by way of the database, as everything else is: how long that takes says how busy the machine is."""
    return await _request(port, "GET /healthz", {}, b"", within=within)


async def _request(port: Port, line: str, headers: Mapping[str, str], body: bytes, *, within: float) -> Answer:
    async with asyncio.timeout(within):
        reader, writer = await asyncio.open_connection(HOST, port.number)
        try:
            lines = {"Host": port.host, "Connection": "close", **headers}
            head = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
            writer.write(f"{line} HTTP/1.1\r\n{head}\r\n".encode() + body)
            return await _answer(reader)
        finally:
            writer.transport.abort()


async def _answer(reader: asyncio.StreamReader) -> Answer:
    head, *lines = (await reader.readuntil(b"\r\n\r\n")).decode("latin1").split("\r\n")
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    length = headers.get("content-length")
    raw = await (reader.read() if length is None else reader.readexactly(int(length)))
    return Answer(int(head.split()[1]), _read(raw), float(headers.get("retry-after") or 0))


def _read(raw: bytes) -> Any:
    """A frame; a page of a proxy or of Django says nothing."""
    try:
        return json.loads(raw) if raw else {}
    except ValueError:
        return {}
