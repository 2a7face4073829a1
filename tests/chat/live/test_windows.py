"""A reader that stops costs little, delays nobody and is sent away."""

from types import SimpleNamespace

import pytest

from chat import wire
from chat.live import connections, hub
from chat.live.frames import Frame
from chat.live.outlets import PlainOutlet
from tests.live_helpers import in_database, in_room, posts, settle

pytestmark = pytest.mark.usefixtures("each_way")

GUEST = SimpleNamespace(room_id=None, audience="everybody")


@pytest.fixture
def small_window(monkeypatch):
    monkeypatch.setattr(wire, "WINDOW", 3)


async def _said(cast, count):
    head = await in_database(posts, await in_database(cast.seat, "ben"), count)
    await settle()
    return head


def _handed(line):
    return [event["seq"] for frame in line.seen if frame["type"] == "events" for event in frame["events"]]


async def test_no_more_than_the_window_is_ever_in_flight(open_room, small_window):
    async with in_room(open_room.callers.ana, open_room.room) as ana:
        start = ana.ready["head"]
        await _said(open_room, 8)
        assert await ana.nothing("reset-never")
        assert _handed(ana) == [start + 1, start + 2, start + 3]


async def test_what_was_applied_opens_the_window(open_room, small_window):
    async with in_room(open_room.callers.ana, open_room.room) as ana:
        start = ana.ready["head"]
        head = await _said(open_room, 8)
        for seq in (start + 3, start + 6):
            await ana.events(through=seq)
            await ana.send("applied", seq=seq)
        await ana.events(through=head)
        assert _handed(ana) == list(range(start + 1, head + 1))


async def test_applying_what_was_never_handed_over_opens_nothing(open_room, small_window):
    async with in_room(open_room.callers.ana, open_room.room) as ana:
        start = ana.ready["head"]
        head = await _said(open_room, 8)
        await ana.send("applied", seq=head)
        assert await ana.nothing("none")
        assert _handed(ana) == [start + 1, start + 2, start + 3]


async def test_bytes_fill_a_window_too(open_room, monkeypatch):
    monkeypatch.setattr(connections, "WINDOW_BYTES", 600)
    async with in_room(open_room.callers.ana, open_room.room) as ana:
        start = ana.ready["head"]
        head = await _said(open_room, 6)
        assert await ana.nothing("none")
        assert 1 <= len(_handed(ana)) < 6
        while _handed(ana)[-1] < head:
            await ana.send("applied", seq=_handed(ana)[-1])
            await ana.receive("events")
            await settle()
            await ana.nothing("none")
        assert _handed(ana) == list(range(start + 1, head + 1))


@pytest.mark.db_real
async def test_who_applies_nothing_with_a_full_window_is_sent_away_and_others_are_not(open_room, small_window, clock):
    async with (
        in_room(open_room.callers.ana, open_room.room) as slow,
        in_room(open_room.callers.fay, open_room.room) as quick,
    ):
        start = slow.ready["head"]
        head = await _said(open_room, 3)
        await quick.events(through=head)
        await quick.send("applied", seq=head)
        await quick.send("ping")
        await quick.receive("pong")
        clock.forward(seconds=29)
        await (await hub.current()).beat()
        assert await slow.nothing("none")
        clock.forward(seconds=2)
        await (await hub.current()).beat()
        assert await slow.close_code() == 4408
        await quick.send("ping")
        assert await quick.receive("pong")
    async with in_room(
        open_room.callers.ana, open_room.room, cursor={"epoch": slow.ready["epoch"], "seq": start}
    ) as back:
        assert [event["seq"] for event in await back.events(through=head)] == list(range(start + 1, head + 1))


async def test_progress_is_patience(open_room, small_window, clock):
    async with in_room(open_room.callers.ana, open_room.room) as ana:
        start = ana.ready["head"]
        await _said(open_room, 8)
        clock.forward(seconds=29)
        await ana.send("applied", seq=start + 1)
        await ana.send("ping")
        await ana.receive("pong")
        clock.forward(seconds=5)
        await (await hub.current()).beat()
        assert await ana.nothing("none")


async def test_a_server_that_knows_no_such_code_closes_all_the_same():
    import asyncio

    sent = []

    async def transmit(frame):
        if frame.get("code") == 1012:
            raise ValueError
        sent.append(frame)

    async def read():
        line = connections.Connection(GUEST, PlainOutlet(transmit), asyncio.current_task())
        line.end(1012)
        await asyncio.Event().wait()

    with pytest.raises(asyncio.CancelledError):
        await asyncio.ensure_future(read())
    assert sent == [{"type": "websocket.close"}]


async def test_presence_is_left_out_where_other_frames_wait():
    sent = []

    async def transmit(frame):
        sent.append(frame)

    import asyncio

    line = connections.Connection(GUEST, PlainOutlet(transmit), asyncio.current_task())
    line.offer(Frame(b"first"))
    line.offer(Frame(b"present"), droppable=True)
    await line.outlet.flush()
    line.offer(Frame(b"present"), droppable=True)
    await line.outlet.flush()
    assert [frame["text"] for frame in sent] == ["first", "present"]
