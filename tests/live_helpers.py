"""Sockets and polls in tests: two people in a room, and no sleeping.

The hub's clockwork is driven by hand (`beat`, `read_changes`, `renew_leases`), the clock by a file.
"""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any
from uuid import uuid4

from asgiref.testing import ApplicationCommunicator
from channels.db import database_sync_to_async
from channels.testing import WebsocketCommunicator
from django.conf import settings

from accounts.doors import Caller
from accounts.sessions import cookie_for
from chat import wire
from chat.live import hub
from chat.live.lines import PROTOCOL
from chat.live.outlets import EXTENSION
from chat.services import say
from config.asgi import application
from tests.preframed_line import PreframedLine

#: Only how long a test that is going to fail waits before it says so.
PATIENCE_S = 20.0

#: Whether the server of these sockets offers pre-framed writing; `each_way` sets it.
is_preframed = False

Frame = dict[str, Any]


async def in_database(work: Callable[..., Any], *args: Any, **values: Any) -> Any:
    """Do something with rows, in the thread that has the connection."""
    return await database_sync_to_async(work)(*args, **values)


async def headers_of(caller: Caller, **other: str) -> list[tuple[bytes, bytes]]:
    """What the browser of this caller sends; `other` replaces (`origin="…"`) or leaves out (`cookie=""`)."""
    host = settings.DOOR_HOSTS[caller.door]
    cookie = "=".join(await in_database(cookie_for, caller.sign_in)) if caller.sign_in else ""
    sent = {"host": host, "origin": f"http://{host}", "cookie": cookie, **other}
    return [(name.encode(), value.encode()) for name, value in sent.items() if value]


class Closed(Exception):
    """The line was closed while a frame was waited for."""

    def __init__(self, code: int, seen: list[Frame]) -> None:
        super().__init__(f"closed with {code} after {seen}")
        self.code = code
        self.seen = seen


class Line:
    """One person's socket, seen from their page."""

    def __init__(self, communicator: WebsocketCommunicator, tab: str) -> None:
        self.communicator = communicator
        self.tab = tab
        self.seen: list[Frame] = []
        self.waiting: list[Frame] = []
        self.ready: Frame = {}
        #: What the server offers for this line; None: plain sends.
        self.preframed: PreframedLine | None = None

    async def send(self, kind: str, /, **fields: Any) -> None:
        await self.communicator.send_json_to({"type": kind, **fields})

    async def hello(self, cursor: Frame | None = None) -> Frame:
        await self.send("hello", tab=self.tab, cursor=cursor)
        self.ready = await self.receive("ready")
        return self.ready

    async def post(self, body: str, *, client_id: str = "", lang: str = "en") -> str:
        client_id = client_id or str(uuid4())
        await self.send("post", client_id=client_id, body=body, lang=lang)
        return client_id

    async def receive(self, kind: str, *, where: Callable[[Frame], bool] = lambda frame: True) -> Frame:
        """The first frame of this type (that is so) which was not received yet; others keep waiting for their turn."""
        while True:
            found = next((frame for frame in self.waiting if frame["type"] == kind and where(frame)), None)
            if found is not None:
                self.waiting.remove(found)
                return found
            await self.next()

    async def next(self) -> Frame:
        event = await self.communicator.receive_output(PATIENCE_S)
        if event["type"] == "websocket.close":
            raise Closed(event["code"], self.seen)
        frame: Frame = json.loads(event["text"])
        self.seen.append(frame)
        self.waiting.append(frame)
        return frame

    async def events(self, *, through: int) -> list[Frame]:
        """All events handed over until this seq."""
        found: list[Frame] = []
        while not found or found[-1].get("through", found[-1]["seq"]) < through:
            found += (await self.receive("events"))["events"]
        return found

    async def event(self, kind: str) -> Frame:
        """The next event of this kind."""
        while True:
            for event in (await self.receive("events"))["events"]:
                if event["kind"] == kind:
                    found: Frame = event
                    return found

    async def close_code(self) -> int:
        """With which code the line is closed; frames before that are in `seen`."""
        while True:
            try:
                await self.next()
            except Closed as closed:
                return closed.code

    async def nothing(self, *kinds: str) -> bool:
        """No frame of these types is waiting, and none comes: the hub is given time to do all it has to do."""
        await settle()
        while not await self.communicator.receive_nothing(timeout=0.05):
            await self.next()
        return not any(frame["type"] in kinds for frame in self.waiting)

    async def leave(self, code: int = 1001) -> None:
        """Close the tab (1001), or lose the line (1006)."""
        await self.communicator.send_input({"type": "websocket.disconnect", "code": code})
        await self.communicator.wait(PATIENCE_S)


async def settle() -> None:
    """Until the hub has done what it has to do, and all wake-ups in this process are sent and heard."""
    live = await hub.current()
    for _ in range(5):
        await database_sync_to_async(lambda: None)()  # behind whatever waits in the database's lane
        for _ in range(20):
            await asyncio.sleep(0)
        while busy := [room.tending for room in live.rooms.values() if room.tending]:
            await asyncio.wait(busy)


@asynccontextmanager
async def at_the_door(
    caller: Caller, room_id: object, *, tab: str = "", protocols: tuple[str, ...] = (PROTOCOL,), **headers: str
) -> AsyncIterator[Line]:
    """A socket that is open and has said nothing yet."""
    sent = await headers_of(caller, **headers)
    path = f"/ws/rooms/{room_id}/"
    communicator = WebsocketCommunicator(application, path, headers=sent, subprotocols=list(protocols))
    line = Line(communicator, tab or uuid4().hex)
    if is_preframed:
        line.preframed = PreframedLine(communicator.output_queue)
        communicator.scope["extensions"] = {EXTENSION: line.preframed}
    opened, protocol = await communicator.connect(PATIENCE_S)
    assert opened, "whoever is refused is accepted first"
    assert protocol == (PROTOCOL if PROTOCOL in protocols else None)
    try:
        yield line
    finally:
        if not communicator.future.done():
            await communicator.send_input({"type": "websocket.disconnect", "code": 1001})
        await communicator.wait(PATIENCE_S)


@asynccontextmanager
async def in_room(caller: Caller, room: Any, *, cursor: Frame | None = None, tab: str = "") -> AsyncIterator[Line]:
    """A socket that has had its `ready`."""
    async with at_the_door(caller, room.pk, tab=tab) as line:
        await line.hello(cursor)
        yield line


class Poll:
    """One long-poll on its way."""

    def __init__(self, communicator: ApplicationCommunicator) -> None:
        self.communicator = communicator
        self.headers: dict[str, str] = {}

    async def answer(self) -> tuple[int, Frame]:
        start = await self.communicator.receive_output(PATIENCE_S)
        body = await self.communicator.receive_output(PATIENCE_S)
        await self.communicator.wait(PATIENCE_S)
        self.headers = {name.decode(): value.decode() for name, value in start["headers"]}
        return start["status"], json.loads(body["body"])

    async def hang_up(self) -> None:
        await self.communicator.send_input({"type": "http.disconnect"})
        await self.communicator.wait(PATIENCE_S)

    @property
    def is_waiting(self) -> bool:
        return not self.communicator.future.done() and self.communicator.output_queue.empty()


async def start_poll(
    caller: Caller, room_id: object, *, cursor: Frame | None = None, state: str = "", tab: str = "tab", wait: float = 25
) -> Poll:
    at = f"epoch={cursor['epoch']}&after={cursor['seq']}&" if cursor else "epoch=&after=0&"
    scope = {
        "type": "http",
        "method": "GET",
        "path": f"/rooms/{room_id}/events",
        "query_string": f"{at}state={state}&tab={tab}&wait={wait}".encode(),
        "headers": await headers_of(caller),
    }
    communicator = ApplicationCommunicator(application, scope)
    await communicator.send_input({"type": "http.request", "body": b"", "more_body": False})
    return Poll(communicator)


async def poll(caller: Caller, room_id: object, **asked: Any) -> tuple[int, Frame]:
    """One poll and its answer."""
    return await (await start_poll(caller, room_id, **asked)).answer()


def cursor_of(frame: Frame) -> Frame:
    """The cursor of a client that holds everything up to this frame's head."""
    return {"epoch": frame["epoch"], "seq": frame["head"]}


class Clock:
    """Moves the time of every process that reads this file."""

    def __init__(self, path: Any) -> None:
        self.path = path
        self.ahead = timedelta(0)

    def forward(self, **span: float) -> None:
        self.ahead += timedelta(**span)
        self.path.write_text(str(self.ahead.total_seconds()))


def posts(seat: Any, count: int) -> int:
    """So many messages of somebody who is not connected. Answers the seq of the last."""
    seq = 0
    for number in range(1, count + 1):
        said = say(seat=seat, post=wire.Post(client_id=uuid4(), body=f"Message {number}.", lang="en"))
        assert said.state == "delivered", said
        seq = int(said.seq)  # type: ignore[arg-type]
    return seq
