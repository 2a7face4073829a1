"""A screen that locks, an account that is stopped, a sign-in that is over: each closes what it opened, sockets and
polls alike; and what a page sends by itself keeps none of them alive."""

from datetime import timedelta
from typing import get_args
from uuid import uuid4

import msgspec
import pytest

from accounts import services as accounts
from accounts.colleagues import services as colleagues
from accounts.doors import IDLE, LOCKS, LONGEST, Door
from accounts.factors import services as factors
from accounts.models import SignIn
from chat import wire
from chat.live import hub
from core import clock as clocks
from tests.live_helpers import in_database, in_room, poll

#: What ends or locks the sign-in of a moderator who watches a room.
ENDS = {
    "locked by hand": lambda cast: factors.lock(sign_in=cast.callers.mo.sign_in),
    "killed": lambda cast: colleagues.kill(user=cast.mo, by=cast.ada),
    "switched off": lambda cast: colleagues.disable(user=cast.mo, by=cast.ada),
    "ended from the list": lambda cast: accounts.end_sign_in(
        sign_in=cast.callers.mo.sign_in, because="ended_from_list", by=cast.mo
    ),
    "ended by an administrator": lambda cast: colleagues.end_sign_in(sign_in=cast.callers.mo.sign_in, by=cast.ada),
    "factors reset": lambda cast: colleagues.reset_factors(user=cast.mo, by=cast.ada),
}


@pytest.mark.parametrize("how", ENDS)
async def test_what_ends_or_locks_a_sign_in_closes_its_socket_and_its_poll(open_room, how):
    mo = open_room.callers.mo
    async with in_room(mo, open_room.room) as line:
        await in_database(ENDS[how], open_room)
        await (await hub.current()).read_changes()
        assert await line.close_code() == 4401
    assert (await poll(mo, open_room.room.pk))[0] == 401


@pytest.mark.parametrize(
    ("door", "who", "after"),
    [("staff", "mo", LOCKS[Door.STAFF]), ("online", "ben", IDLE[Door.ONLINE]), ("tablet", "ana", IDLE[Door.TABLET])],
)
async def test_time_alone_closes_a_socket_on_which_only_the_page_speaks(open_room, clock, door, who, after):
    caller = getattr(open_room.callers, who)
    assert caller.door == door
    async with in_room(caller, open_room.room) as line:
        clock.forward(seconds=after.total_seconds() - 10)
        await line.send("ping")
        await (await hub.current()).beat()
        clock.forward(seconds=11)
        await (await hub.current()).beat()
        assert await line.close_code() == 4401


async def test_after_twelve_hours_a_socket_closes_however_busy_somebody_was(open_room, clock):
    async with in_room(open_room.callers.ben, open_room.room) as line:
        clock.forward(seconds=LONGEST.total_seconds() + 1)
        now = await in_database(clocks.now)
        await in_database(lambda: SignIn.objects.filter(pk=open_room.callers.ben.sign_in.pk).update(active_at=now))
        await (await hub.current()).beat()
        assert await line.close_code() == 4401


# What a page sends by itself, from the table of frames

FRAMES = {kind.__struct_config__.tag: kind for kind in get_args(wire.AnyInbound)}
BY_ITSELF = {"hello", "applied", "ping", "typing", "read"}


def _fields(kind):
    """Something for each place that a frame of this kind must fill."""
    samples = {"client_id": uuid4(), "message": uuid4(), "member": uuid4(), "tab": "t" * 8, "seq": 1, "body": "Hello"}
    samples |= {"lang": "en", "on": True, "up": True, "phase": "topic", "reason": "other", "kind": "same", "note": ""}
    return {field.name: samples.get(field.name) for field in msgspec.structs.fields(kind) if field.required}


def test_the_table_says_which_frames_somebody_sends():
    quiet = {tag for tag, kind in FRAMES.items() if not wire.is_by_hand(kind(**_fields(kind)))}
    assert quiet == BY_ITSELF
    assert len(FRAMES) > len(BY_ITSELF)


@pytest.mark.parametrize("tag", sorted(BY_ITSELF))
async def test_no_frame_that_a_page_sends_by_itself_counts_as_being_there(open_room, clock, tag):
    caller = open_room.callers.ben
    before = await in_database(lambda: SignIn.objects.get(pk=caller.sign_in.pk).active_at)
    async with in_room(caller, open_room.room) as line:
        clock.forward(minutes=10)
        await line.send(tag, **msgspec.to_builtins(_fields(FRAMES[tag])))
        await line.send("ping")
        await line.receive("pong")
        assert await in_database(lambda: SignIn.objects.get(pk=caller.sign_in.pk).active_at) == before


async def test_what_somebody_says_in_the_room_counts_and_is_noted_once_a_minute(open_room, clock):
    caller = open_room.callers.ben

    def noted():
        return SignIn.objects.get(pk=caller.sign_in.pk).active_at

    before = await in_database(noted)
    async with in_room(caller, open_room.room) as line:
        clock.forward(seconds=30)
        await line.send("hand", up=True)
        await line.send("ping")
        await line.receive("pong")
        assert await in_database(noted) == before
        clock.forward(minutes=10)
        await line.send("hand", up=False)
        while await in_database(noted) == before:
            await line.send("ping")
            await line.receive("pong")
        assert await in_database(noted) - before >= timedelta(minutes=10)
