"""Long-polling: the socket's meanings for networks that cut WebSockets.

A waiting poll is an ASGI application that holds neither a thread nor a database connection: it sleeps on a signal of
the hub, and reads when that comes.
"""

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from typing import Annotated, Any
from urllib.parse import parse_qs
from uuid import UUID

import msgspec
from django.conf import settings
from django.db import Error as DatabaseError
from django.utils.translation import override

from chat import wire
from chat.live import entrance, lines, polling
from chat.live import hub as hubs
from chat.live.errors import LineRestarts, QueryMalformed, TooManyFrames, TooManyLines, TryLater
from chat.live.guests import Guest
from chat.live.hub import Hub
from chat.live.lane import visit
from chat.live.lines import Scope
from chat.live.rooms import Waiting
from core import clock
from core.errors import RuleError

#: Seconds that a poll may wait at most.
LONGEST_WAIT = 25.0
LONGEST_TAG = 200
#: Polls of one sign-in in ten seconds: a lively room answers several in a second.
POLLS = 60


#: A number, and no other float: NaN in the event loop's heap would put every timer of the process out of order.
Seconds = Annotated[float, msgspec.Meta(ge=0)]


class Query(msgspec.Struct, frozen=True, kw_only=True):
    """What a poll asks with: its cursor, the tag of its last answer, its tab, and how long it may wait."""

    epoch: str = ""
    after: wire.Seq = 0
    state: str = ""
    tab: wire.Tab
    wait: Seconds = LONGEST_WAIT

    @property
    def cursor(self) -> wire.Cursor | None:
        return wire.Cursor(epoch=self.epoch, seq=self.after) if self.epoch else None

    @property
    def seconds(self) -> float:
        return min(self.wait, LONGEST_WAIT)


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    frames: Sequence[wire.Outbound]
    state: str


def is_ours(scope: Scope) -> bool:
    return scope["method"] == "GET" and lines.poll_room(scope) is not None


async def application(scope: Scope, receive: Any, send: Any) -> None:
    """One poll. Whoever goes away while it waits ends it."""
    poll = asyncio.ensure_future(_answered(scope))
    gone = asyncio.ensure_future(_gone(receive))
    try:
        await asyncio.wait({poll, gone}, return_when=asyncio.FIRST_COMPLETED)
        if poll.done():
            await _send(send, *poll.result())
    finally:
        for task in (poll, gone):
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task


async def _gone(receive: Any) -> None:
    while (await receive())["type"] != "http.disconnect":
        continue


Response = tuple[int, bytes, int | None]  # status, body, Retry-After


async def _answered(scope: Scope) -> Response:
    language = "en"
    try:
        query = _query(scope)
        hub = await hubs.current()
        guest = await _admit(scope)
        language = guest.seat.language
        told = await _told(hub, guest, query)
    except DatabaseError:
        return _refused(TryLater(retry_after=2), language)
    except RuleError as refusal:
        return _refused(refusal, language)
    return 200, msgspec.json.encode(Answer(frames=told.frames, state=told.state)), None


def _refused(refusal: RuleError, language: str) -> Response:
    with override(language):
        return refusal.status, wire.encode(wire.error(refusal)), refusal.retry_after


def _query(scope: Scope) -> Query:
    values = {name: found[-1] for name, found in parse_qs(scope["query_string"].decode("latin1")).items()}
    try:
        query = msgspec.convert(values, Query, strict=False)
    except msgspec.ValidationError as error:
        raise QueryMalformed from error
    if len(query.epoch) > LONGEST_TAG or len(query.state) > LONGEST_TAG:
        raise QueryMalformed
    return query


async def _admit(scope: Scope) -> Guest:
    room_id = lines.poll_room(scope)
    assert isinstance(room_id, UUID)
    return await entrance.current().admitting.ask(lines.knock(scope, room_id))


async def _told(hub: Hub, guest: Guest, query: Query) -> polling.Told:
    """What is new for this poll: at once if something is, else when something is, else the head when it has waited
    long enough."""
    if hub.count(guest.seat.sign_in_id) >= lines.LINES_OF_A_SIGN_IN:
        raise TooManyLines(retry_after=10)
    is_paced = guest.seat.paced and not settings.RATES_LIFTED
    if is_paced and not hub.pace_of(guest.seat.sign_in_id, POLLS).step(clock.now()):
        raise TooManyFrames(retry_after=10)
    give_up = asyncio.get_running_loop().time() + query.seconds
    with hub.waiting(Waiting(guest.room_id, guest)) as waiting:
        while True:
            waiting.signal.clear()
            told = await _read(hub, guest, query)
            waiting.lease = told.lease
            if told.news or not await _signalled(waiting, until=give_up):
                return told


async def _read(hub: Hub, guest: Guest, query: Query) -> polling.Told:
    if hub.draining:
        raise LineRestarts(retry_after=hub.draining)
    told: polling.Told = await visit(polling.poll, guest, query.tab, query.cursor, query.state)
    return told


async def _signalled(waiting: Waiting, *, until: float) -> bool:
    try:
        async with asyncio.timeout_at(until):
            await waiting.signal.wait()
    except TimeoutError:
        return False
    return True


async def _send(send: Any, status: int, body: bytes, retry_after: int | None) -> None:
    headers = [(b"content-type", b"application/json"), (b"cache-control", b"no-store")]
    headers += [(b"content-length", str(len(body)).encode()), (b"x-content-type-options", b"nosniff")]
    if retry_after is not None:
        headers.append((b"retry-after", str(retry_after).encode()))
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
