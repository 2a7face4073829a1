"""A process that goes: everybody is told to come back, in their own time; what was begun is finished first."""

import asyncio
from uuid import uuid4

import pytest

from accounts.models import User
from chat.live import draining, hub, reading, saying
from chat.live.lane import visit
from chat.models import Message
from tests.live_helpers import at_the_door, cursor_of, in_database, in_room, poll, settle, start_poll

both_ways = pytest.mark.usefixtures("each_way")


@pytest.mark.parametrize(
    ("lines", "seconds"), [(0, 1), (1, 1), (400, 1), (401, 2), (4_000, 10), (12_000, 30), (1_000_000, 30)]
)
def test_the_window_grows_with_those_who_come_back_and_has_an_end(lines, seconds):
    assert draining.window(lines) == seconds


def test_in_no_second_more_come_back_than_can_be_taken_in():
    longest = draining.LONGEST_S * draining.BACK_PER_S
    assert all(lines / draining.window(lines) <= draining.BACK_PER_S for lines in range(1, longest, 97))


# Those who are here


@both_ways
@pytest.mark.parametrize("language", ["en", "es"])
async def test_everybody_is_told_why_and_when_to_come_back_in_their_language(open_room, language):
    await in_database(lambda: User.objects.update(language=language))
    async with in_room(open_room.callers.ana, open_room.room) as ana:
        draining.drain()
        assert await ana.close_code() == 1012
    notice = ana.seen[-1]
    assert (notice["type"], notice["code"], notice["retry_after"]) == ("notice", "line.restart", 1)
    assert notice["text"].startswith("We start again") == (language == "en")


async def test_the_window_in_the_notice_is_that_of_all_lines_here(open_room, monkeypatch):
    monkeypatch.setattr(draining, "BACK_PER_S", 1)
    async with in_room(open_room.callers.ana, open_room.room) as ana, in_room(open_room.callers.ben, open_room.room):
        known = await _known(open_room, "fay")
        waiting = await start_poll(open_room.callers.fay, open_room.room.pk, **known)
        await settle()
        draining.drain()
        await ana.close_code()
        assert ana.seen[-1]["retry_after"] == 3
        status, answer = await waiting.answer()
        assert (status, answer["code"], waiting.headers["retry-after"]) == (503, "line.restart", "3")


async def _known(cast, who):
    _, answer = await poll(getattr(cast.callers, who), cast.room.pk)
    await settle()
    ready = next(frame for frame in answer["frames"] if frame["type"] == "ready")
    return {"cursor": cursor_of(ready), "state": answer["state"]}


class Held:
    """A service that does its work when it is let go, in the thread that does such work."""

    def __init__(self, work):
        self.work = work
        self.began, self.let_go = asyncio.Event(), asyncio.Event()
        self._loop = asyncio.get_running_loop()

    def __call__(self, *args):
        self._loop.call_soon_threadsafe(self.began.set)
        asyncio.run_coroutine_threadsafe(self.let_go.wait(), self._loop).result(20)
        return self.work(*args)


@both_ways
@pytest.mark.parametrize("kind", ["post", "withdraw"])
async def test_a_frame_in_progress_is_answered_first(open_room, monkeypatch, kind):
    held = Held(saying.say_all if kind == "post" else reading.act)
    monkeypatch.setattr(saying if kind == "post" else reading, held.work.__name__, held)
    async with (
        in_room(open_room.callers.ana, open_room.room) as ana,
        in_room(open_room.callers.ben, open_room.room) as ben,
    ):
        if kind == "post":
            await ana.post("One more thing.")
        else:
            await ana.send("withdraw", message=str(uuid4()))
        await held.began.wait()
        draining.drain()
        assert await ben.close_code() == 1012
        assert not ana.communicator.future.done()
        held.let_go.set()
        assert await ana.close_code() == 1012
    kinds = [frame["type"] for frame in ana.seen]
    assert kinds[-1] == "notice"
    assert ("posted" if kind == "post" else "error") in kinds
    if kind == "post":
        assert await in_database(Message.objects.count) == 1


@both_ways
async def test_what_is_sent_after_that_is_not_taken_any_more(open_room):
    async with in_room(open_room.callers.ana, open_room.room) as ana:
        await settle()
        draining.drain()
        await ana.post("Too late for this process.")
        assert await ana.close_code() == 1012
    assert await in_database(Message.objects.count) == 0


# Those who come now


@both_ways
async def test_who_knocks_meanwhile_is_told_to_come_back(open_room):
    await hub.current()
    draining.drain()
    async with at_the_door(open_room.callers.ben, open_room.room.pk) as ben:
        assert await ben.close_code() == 1012
    assert [frame["code"] for frame in ben.seen] == ["line.restart"]


@both_ways
async def test_who_had_come_in_and_says_hello_meanwhile_is_told_too(open_room):
    async with at_the_door(open_room.callers.ben, open_room.room.pk) as ben:
        await settle()
        draining.drain()
        await ben.send("hello", tab="t", cursor=None)
        assert await ben.close_code() == 1012
    assert [frame["code"] for frame in ben.seen] == ["line.restart"]


@both_ways
async def test_who_is_entering_just_then_is_told_too(open_room, monkeypatch):
    async with at_the_door(open_room.callers.ben, open_room.room.pk) as ben:
        await settle()
        gate = asyncio.Event()
        blocked = asyncio.ensure_future(visit(_wait_for, gate, asyncio.get_running_loop()))
        await ben.send("hello", tab="t", cursor=None)
        while not (await hub.current()).rooms.connections():
            await asyncio.sleep(0)
        draining.drain()
        gate.set()
        await blocked
        assert await ben.close_code() == 1012


def _wait_for(gate, loop):
    asyncio.run_coroutine_threadsafe(gate.wait(), loop).result(20)


async def test_who_polls_meanwhile_is_told_to_come_back(open_room):
    await hub.current()
    draining.drain()
    asked = await start_poll(open_room.callers.ana, open_room.room.pk)
    status, answer = await asked.answer()
    assert (status, answer["code"], asked.headers["retry-after"]) == (503, "line.restart", "1")


async def test_a_lease_is_left_for_whoever_comes_back(open_room):
    """Nobody is seen to leave because a process goes."""
    from groups.models import Lease

    async with in_room(open_room.callers.ana, open_room.room) as ana:
        draining.drain()
        await ana.close_code()
        await ana.leave(1012)
    assert await in_database(Lease.objects.filter(person=open_room.persons.ana).exists)


def test_where_nobody_ever_came_there_is_nobody_to_tell(monkeypatch):
    monkeypatch.setattr(hub, "running", lambda: None)
    draining.drain()
