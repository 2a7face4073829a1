"""Who is writing just now: a courtesy that is told to those who are there, and costs nothing where it is lost."""

import json

import pytest
from channels.layers import get_channel_layer

from chat import addresses
from chat.live import hub
from chat.models import Event, Room
from core import wakeups
from groups.sessions import services as sessions
from tests.live_helpers import in_database, in_room, poll, settle, start_poll

pytestmark = pytest.mark.usefixtures("each_way")


async def _types(line, *, on=True):
    """Said, and taken: the frame behind it is answered."""
    await line.send("typing", on=on)
    await line.send("ping")
    await line.receive("pong")


async def _hears(line):
    """What this line was told of who writes, since it was asked last."""
    await line.nothing()
    told = [frame for frame in line.waiting if frame["type"] == "typing"]
    line.waiting = [frame for frame in line.waiting if frame["type"] != "typing"]
    return [(frame["member"], frame["on"]) for frame in told]


async def test_everybody_else_in_the_room_hears_it_and_nobody_next_door(open_room):
    people = open_room.callers
    async with (
        in_room(people.ana, open_room.room) as ana,
        in_room(people.ben, open_room.room) as ben,
        in_room(people.fay, open_room.room) as fay,
        in_room(people.mo, open_room.room) as mo,
        in_room(people.oz, open_room.next_door.room) as oz,
    ):
        await _types(ana)
        me = ana.ready["me"]["id"]
        for line in (ben, fay, mo):
            assert await _hears(line) == [(me, True)]
        assert await _hears(oz) == []
        assert await _hears(ana) == [], "one's own writing is nothing new"


async def _listen_only(cast):
    await in_database(sessions.set_listen_only, seat=await in_database(cast.seat, "fay"), on=True)


async def _pause(cast):
    await in_database(sessions.pause, seat=await in_database(cast.seat, "fay"))


@pytest.mark.parametrize("stop", [_listen_only, _pause])
async def test_who_may_not_write_now_is_not_told_of(open_room, stop):
    async with (
        in_room(open_room.callers.ana, open_room.room) as ana,
        in_room(open_room.callers.ben, open_room.room) as ben,
    ):
        await stop(open_room)
        again = await ana.receive("ready", where=lambda frame: "post" not in frame["can"])
        assert "typing" not in again["can"]
        await _types(ana)
        assert await _hears(ben) == []
        assert not [frame for frame in ana.seen if frame["type"] == "error"], "and needs no answer"


async def test_a_monitor_writes_nothing(open_room):
    async with (
        in_room(open_room.callers.mo, open_room.room) as mo,
        in_room(open_room.callers.ben, open_room.room) as ben,
    ):
        assert "typing" not in mo.ready["can"]
        await _types(mo)
        assert await _hears(ben) == []


async def test_who_goes_on_writing_is_told_of_every_ten_seconds(open_room, clock):
    async with (
        in_room(open_room.callers.ana, open_room.room) as ana,
        in_room(open_room.callers.ben, open_room.room) as ben,
    ):
        me = ana.ready["me"]["id"]
        for _ in range(5):
            await _types(ana)
        assert await _hears(ben) == [(me, True)]
        clock.forward(seconds=9)
        await _types(ana)
        assert await _hears(ben) == []
        clock.forward(seconds=1)
        await _types(ana)
        assert await _hears(ben) == [(me, True)]


async def test_that_somebody_stopped_is_told_once_and_only_if_they_began(open_room):
    async with (
        in_room(open_room.callers.ana, open_room.room) as ana,
        in_room(open_room.callers.ben, open_room.room) as ben,
    ):
        me = ana.ready["me"]["id"]
        await _types(ana, on=False)
        assert await _hears(ben) == []
        await _types(ana)
        await _types(ana, on=False)
        await _types(ana, on=False)
        assert await _hears(ben) == [(me, True), (me, False)]


async def test_to_begin_and_stop_again_and_again_is_no_way_round_the_pace(open_room, clock):
    async with (
        in_room(open_room.callers.ana, open_room.room) as ana,
        in_room(open_room.callers.ben, open_room.room) as ben,
    ):
        for on in (True, False) * 4:
            await _types(ana, on=on)
        assert len(await _hears(ben)) == 2
        clock.forward(seconds=10)
        await _types(ana)
        assert len(await _hears(ben)) == 1


# Over processes


@pytest.mark.db_real
async def test_another_process_hears_it_by_a_wake_up_and_this_one_not_twice(open_room, monkeypatch):
    sent = []
    offer = wakeups.postman.offer
    async with (
        in_room(open_room.callers.ana, open_room.room) as ana,
        in_room(open_room.callers.ben, open_room.room) as ben,
    ):
        me = ana.ready["me"]["id"]
        await settle()
        monkeypatch.setattr(wakeups.postman, "offer", lambda to, wake: sent.append((to, wake)) or offer(to, wake))
        await _types(ana)
        assert await _hears(ben) == [(me, True)]
        ((address, wake),) = sent
        assert address == addresses.room(open_room.room.pk)
        await _from_elsewhere(address, {**wake, "from": "another process", "on": False})
        await ben.receive("typing", where=lambda frame: frame == {"type": "typing", "member": me, "on": False})


@pytest.mark.parametrize("senseless", [{"typing": "nobody"}, {"typing": None}, {"typing": 7, "on": "yes"}])
async def test_a_senseless_wake_up_tells_nothing_and_breaks_nothing(open_room, senseless):
    async with in_room(open_room.callers.ben, open_room.room) as ben:
        address = addresses.room(open_room.room.pk)
        await _from_elsewhere(address, {"room": str(open_room.room.pk), **senseless})
        await settle()
        assert await _hears(ben) == []
        await ben.send("ping")
        assert await ben.receive("pong")


async def _from_elsewhere(address, wake):
    await get_channel_layer().group_send(address, {"type": "wake", "wakes": [wake]})


# What it costs


async def test_it_is_stored_nowhere(open_room):
    def stored():
        return Room.objects.get(pk=open_room.room.pk).head, Event.objects.count()

    async with in_room(open_room.callers.ana, open_room.room) as ana, in_room(open_room.callers.ben, open_room.room):
        before = await in_database(stored)
        await _types(ana)
        await _types(ana, on=False)
        await settle()
        assert await in_database(stored) == before


async def test_it_asks_nothing_of_the_database(open_room, monkeypatch):
    async with (
        in_room(open_room.callers.ana, open_room.room) as ana,
        in_room(open_room.callers.ben, open_room.room) as ben,
    ):
        await settle()
        with monkeypatch.context() as patched:
            patched.setattr("django.db.backends.utils.CursorWrapper.execute", _never)
            await _types(ana)
            await ben.receive("typing")


def _never(*args):
    raise AssertionError("the database was asked")


async def test_it_is_left_out_where_frames_wait(open_room):
    async with (
        in_room(open_room.callers.ana, open_room.room) as ana,
        in_room(open_room.callers.ben, open_room.room) as ben,
    ):
        await ana.nothing()
        await ben.nothing()
        (line,) = [c for c in (await hub.current()).rooms.connections() if c.guest.seat.alias == "Stillwater"]
        if ben.preframed is None:
            line.outlet.waiting += 1
        else:
            ben.preframed.held = 1
        await _types(ana)
        assert await _hears(ben) == []


async def test_polls_are_not_told_of_it(open_room):
    _, known = await poll(open_room.callers.ben, open_room.room.pk)
    ready = next(frame for frame in known["frames"] if frame["type"] == "ready")
    async with in_room(open_room.callers.ana, open_room.room) as ana:
        await settle()
        cursor = {"epoch": ready["epoch"], "seq": ready["head"]}
        _, known = await poll(open_room.callers.ben, open_room.room.pk, cursor=cursor, state=known["state"], wait=0)
        waiting = await start_poll(open_room.callers.ben, open_room.room.pk, cursor=cursor, state=known["state"])
        await settle()
        assert waiting.is_waiting
        await _types(ana)
        await settle()
        assert waiting.is_waiting
        await waiting.hang_up()
    assert "typing" not in json.dumps([frame["type"] for frame in known["frames"]])
