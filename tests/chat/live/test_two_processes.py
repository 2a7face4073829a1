"""Real processes: a message crosses from one to the other, also when Redis is dead; one that goes says so."""

import asyncio
import json
from contextlib import AsyncExitStack, asynccontextmanager
from uuid import uuid4

import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed

from accounts import services as accounts
from accounts import tablets
from accounts.colleagues import services as colleagues
from accounts.factors import services as factors
from accounts.sessions import cookie_for
from chat.live.lines import PROTOCOL
from core import clock
from groups import services as groups
from groups.apart.services import record_order
from groups.continuity import services as continuity
from tests import factories as make
from tests.live_helpers import in_database
from tests.servers import redis
from tests.servers_web import web

pytestmark = [pytest.mark.servers, pytest.mark.db_real]
#: Only how long a test that is going to fail waits.
PATIENCE_S = 60


class Browser:
    """A socket to a real process."""

    def __init__(self, line):
        self.line = line

    async def send(self, kind, **fields):
        await self.line.send(json.dumps({"type": kind, **fields}))

    async def receive(self, kind, *, where=lambda frame: True):
        async with asyncio.timeout(PATIENCE_S):
            while True:
                frame = json.loads(await self.line.recv())
                if frame["type"] == kind and where(frame):
                    return frame

    async def hears(self, body):
        """Until this was said; answers its seq."""
        while True:
            for event in (await self.receive("events"))["events"]:
                if event.get("message", {}).get("body") == body:
                    return event["seq"]

    async def closed(self):
        """With which code the line is closed."""
        with pytest.raises(ConnectionClosed) as end:
            await self.receive("never")
        return end.value.rcvd.code

    async def says(self, body):
        await self.send("post", client_id=str(uuid4()), body=body, lang="en")
        posted = await self.receive("posted")
        assert posted["state"] == "delivered"
        return posted["seq"]


@asynccontextmanager
async def browser(server, caller, room, cursor=None):
    host = server.host(caller.door)
    cookie = "=".join(await in_database(cookie_for, caller.sign_in))
    async with connect(
        f"ws://{host}/ws/rooms/{room.pk}/",
        host="127.0.0.1",
        port=server.port,
        origin=f"http://{host}",
        additional_headers={"Cookie": cookie},
        subprotocols=[PROTOCOL],
        proxy=None,
    ) as line:
        found = Browser(line)
        await found.send("hello", tab=uuid4().hex, cursor=cursor)
        found.ready = await found.receive("ready")
        yield found


async def _web(stack, **environment):
    """A process of our own, started and ended beside the event loop."""
    server = web(**environment)
    stack.push_async_callback(asyncio.to_thread, server.__exit__, None, None, None)
    return await asyncio.to_thread(server.__enter__)


async def test_a_message_crosses_from_process_to_process_with_redis_and_without(open_room):
    async with AsyncExitStack() as stack:
        layer = stack.enter_context(redis())
        here = await _web(stack, REDIS_URL=layer.url)
        there = await _web(stack, REDIS_URL=layer.url)
        ana = await stack.enter_async_context(browser(here, open_room.callers.ana, open_room.room))
        ben = await stack.enter_async_context(browser(there, open_room.callers.ben, open_room.room))
        assert await ana.says("With Redis.") == await ben.hears("With Redis.")
        layer.kill()
        assert await ana.says("Without Redis.") == await ben.hears("Without Redis.")
        assert await ben.says("And back.") == await ana.hears("And back.")
        late = await stack.enter_async_context(browser(there, open_room.callers.fay, open_room.room))
        assert await late.says("I came later.") == await ana.hears("I came later.")
        layer.start()
        assert await ana.says("Redis is back.") == await ben.hears("Redis is back.")


async def test_a_process_that_is_told_to_go_says_so_and_ends_well(open_room):
    async with AsyncExitStack() as stack:
        server = await _web(stack, REDIS_URL="")
        ana = await stack.enter_async_context(browser(server, open_room.callers.ana, open_room.room))
        cursor = {"epoch": ana.ready["epoch"], "seq": ana.ready["head"]}
        status = await asyncio.to_thread(server.stop)
        assert (status, await ana.closed()) == (0, 1012)
        await asyncio.to_thread(server.start)
        again = await stack.enter_async_context(browser(server, open_room.callers.ana, open_room.room, cursor))
        seq = await again.says("Back again.")
        assert seq == cursor["seq"] + 1


async def test_a_process_that_was_killed_loses_nothing_that_it_accepted(open_room):
    async with AsyncExitStack() as stack:
        server = await _web(stack, REDIS_URL="")
        ana = await stack.enter_async_context(browser(server, open_room.callers.ana, open_room.room))
        cursor = {"epoch": ana.ready["epoch"], "seq": ana.ready["head"]}
        seq = await ana.says("Before the fall.")
        await asyncio.to_thread(server.kill)
        await asyncio.to_thread(server.start)
        again = await stack.enter_async_context(browser(server, open_room.callers.ana, open_room.room, cursor))
        assert await again.hears("Before the fall.") == seq


@pytest.mark.parametrize("with_redis", [True, False])
async def test_a_screen_that_locks_and_an_account_that_is_stopped_close_in_every_process(open_room, with_redis):
    async with AsyncExitStack() as stack:
        url = stack.enter_context(redis()).url if with_redis else ""
        here, there = [await _web(stack, REDIS_URL=url) for _ in range(2)]
        enter = stack.enter_async_context
        mo = await enter(browser(here, open_room.callers.mo, open_room.room))
        max_ = await in_database(make.staff, "Max", "moderator", scope=open_room.alder)
        elsewhere = await enter(browser(there, await in_database(make.caller, max_), open_room.room))
        ben = await enter(browser(there, open_room.callers.ben, open_room.room))
        await in_database(factors.lock, sign_in=open_room.callers.mo.sign_in)
        assert await mo.closed() == 4401
        await in_database(colleagues.kill, user=max_, by=open_room.ada)
        assert await elsewhere.closed() == 4401
        await in_database(colleagues.kill, user=open_room.users.ben, by=open_room.pat)
        assert await ben.closed() == 4401


@pytest.mark.parametrize("with_redis", [True, False])
async def test_a_right_that_ends_or_narrows_does_so_in_every_process(open_room, with_redis):
    """Signed out: 4401. Removed: 4403. Paused: one may not write any more, and hears it."""
    async with AsyncExitStack() as stack:
        url = stack.enter_context(redis()).url if with_redis else ""
        here, there = [await _web(stack, REDIS_URL=url) for _ in range(2)]
        enter = stack.enter_async_context
        ana = await enter(browser(here, open_room.callers.ana, open_room.room))
        ben = await enter(browser(there, open_room.callers.ben, open_room.room))
        fay = await enter(browser(there, open_room.callers.fay, open_room.room))
        await fay.send("pause")
        for narrowed in (ana, ben):
            assert (
                "post" not in (await narrowed.receive("ready", where=lambda frame: "post" not in frame["can"]))["can"]
            )
        signed_in = open_room.callers.ana.sign_in
        await in_database(accounts.end_sign_in, sign_in=signed_in, because="sign_out", by=open_room.users.ana)
        assert await ana.closed() == 4401
        await in_database(groups.end_membership, membership=open_room.seats.ben, to="removed", by="system")
        assert await ben.closed() == 4403
        await fay.send("resume")
        assert await fay.receive("ready", where=lambda frame: "post" in frame["can"])


@pytest.mark.parametrize("with_redis", [True, False])
async def test_whoever_may_not_be_here_any_more_is_out_in_every_process(open_room, with_redis):
    """Released, moved, kept apart, at a tablet that is suspended: each in another process than the one that did it."""
    async with AsyncExitStack() as stack:
        url = stack.enter_context(redis()).url if with_redis else ""
        there = await _web(stack, REDIS_URL=url)
        ana, ben = open_room.persons.ana, open_room.persons.ben
        released, moved, apart, suspended = await in_database(make.crowd, open_room.group, 4, at=open_room.alder)
        lines = [
            await stack.enter_async_context(browser(there, caller, open_room.room))
            for caller in (released, moved, apart, suspended, open_room.callers.ben)
        ]

        async def happened(who, kind, **place):
            said = {"occurred_at": clock.now(), "source": "staff", "source_id": f"{kind}-{who.pk}", "by": "system"}
            await in_database(continuity.record_custody_event, person=who, kind=kind, **said, **place)

        await happened(released.person, "released")
        assert await lines[0].closed() == 4401
        await happened(moved.person, "transferred", facility=open_room.birch)
        assert await lines[1].closed() == 4401
        pair = {
            "one": ana,
            "other": apart.person,
            "protected": ana,
            "reason": "threat",
            "authorised_by": "Captain Ruiz",
        }
        await in_database(record_order, **pair, source="staff", source_id="pair", by="system")
        assert await lines[2].closed() == 4403
        await in_database(tablets.suspend, tablet=suspended.tablet, by="system")
        assert await lines[3].closed() == 4401
        await happened(ben, "admitted", facility=open_room.birch)
        assert await lines[4].closed() == 4401
