"""Memory is bounded, whatever a client does: who sends without reading gets nothing that piles up, then the door."""

import asyncio
import json
from types import SimpleNamespace
from uuid import uuid4

import pytest
from django.db import OperationalError

from chat import wire
from chat.live import delivery, outlets, socket
from chat.live.chores import Chores
from chat.live.connections import BACKLOG_BYTES, Connection
from chat.live.delivery import Delivery
from chat.live.frames import Frame
from chat.live.outlets import FramedOutlet, PlainOutlet
from chat.live.rooms import PRESENT, LiveRoom
from tests import live_helpers
from tests.live_helpers import in_database, in_room, posts, settle
from tests.preframed_line import PreframedLine

ROLE = wire.Member(
    id=uuid4(), alias="Quiet River", role="member", seat=1, sign="leaf", colour=1, is_lead=False, is_away=False
)
GUEST = SimpleNamespace(room_id=None, audience="everybody")


class Deaf:
    """A server whose `send` never returns: its client does not read."""

    def __init__(self):
        self.sent = []

    async def send(self, message):
        self.sent.append(message)
        await asyncio.Event().wait()


def a_line(way_out):
    return Connection(GUEST, way_out, asyncio.ensure_future(asyncio.Event().wait()))


# Pings


@pytest.mark.usefixtures("each_way")
async def test_pings_beyond_their_pace_get_no_answer_and_then_the_door(open_room):
    async with in_room(open_room.callers.ana, open_room.room) as ana:
        for _ in range(2 * socket.PINGS):
            await ana.send("ping")
        await ana.nothing()
        assert sum(frame["type"] == "pong" for frame in ana.seen) == socket.PINGS
        await ana.send("ping")
        assert await ana.close_code() == 4429
        assert (ana.seen[-1]["code"], ana.seen[-1]["retry_after"] > 0) == ("rate.frames", True)


@pytest.mark.usefixtures("each_way")
async def test_who_pings_at_their_pace_is_always_answered(open_room, clock):
    async with in_room(open_room.callers.ana, open_room.room) as ana:
        for _ in range(3):
            for _ in range(socket.PINGS):
                await ana.send("ping")
                await ana.receive("pong")
            clock.forward(seconds=10)


# What waits for a line


async def test_a_server_that_never_takes_a_frame_makes_so_much_wait_and_no_more():
    deaf = Deaf()
    line = a_line(PlainOutlet(deaf.send))
    frame = Frame(b"x" * 10_000)
    for _ in range(2 * BACKLOG_BYTES // 10_000):
        line.offer(frame)
    assert line.over == 4408
    assert BACKLOG_BYTES < line.outlet.waiting <= BACKLOG_BYTES + 10_000
    await _turn()
    assert len(deaf.sent) == 1
    line.reader.cancel()


async def test_a_line_whose_server_does_not_even_take_the_close_ends_all_the_same(monkeypatch):
    monkeypatch.setattr(outlets, "CLOSE_WITHIN_S", 0.0)
    line = a_line(PlainOutlet(Deaf().send))
    line.offer(Frame(b"x"))
    await _turn()
    line.end(4408)
    with pytest.raises(asyncio.CancelledError):
        await line.reader
    assert line.outlet.waiting == 0
    await line.outlet.flush()


@pytest.mark.parametrize("is_gone", [True, False])
async def test_nothing_follows_what_a_server_did_not_take_and_the_line_ends(is_gone):
    """A frame that is lost would be a hole: the client comes back, and goes on from its cursor."""
    sent = []

    async def refuses(message):
        if is_gone or message.get("text") == "refused":
            raise ConnectionError
        sent.append(message)

    line = a_line(PlainOutlet(refuses))
    line.offer(Frame(b"refused"))
    line.offer(Frame(b"after it"))
    await line.outlet.flush()
    line.offer(Frame(b"later"))
    await line.outlet.flush()
    assert line.outlet.waiting == 0
    assert sent == ([] if is_gone else [{"type": "websocket.close", "code": 1011}])
    line.reader.cancel()


async def test_a_line_that_the_kernel_takes_nothing_more_of_is_closed_with_4408():
    output = asyncio.Queue()
    kernel = PreframedLine(output)
    line = a_line(FramedOutlet(kernel, output.put))
    line.offer(Frame(b"first"))
    kernel.held = BACKLOG_BYTES
    line.offer(Frame(b"still"))
    kernel.held = BACKLOG_BYTES + 1
    line.offer(Frame(b"too much"))
    line.offer(Frame(b"never"))
    assert line.over == 4408
    with pytest.raises(asyncio.CancelledError):
        await line.reader
    assert [output.get_nowait().get("text") for _ in range(2)] == ["first", "still"]
    assert output.get_nowait() == {"type": "websocket.close", "code": 4408}
    assert output.empty()


async def test_whoever_lets_too_much_wait_is_sent_away_and_others_are_not(open_room, monkeypatch):
    monkeypatch.setattr(live_helpers, "is_preframed", True)
    async with (
        in_room(open_room.callers.ana, open_room.room) as stuck,
        in_room(open_room.callers.fay, open_room.room) as well,
    ):
        await settle()
        stuck.preframed.held = BACKLOG_BYTES + 1
        head = await in_database(posts, await in_database(open_room.seat, "ben"), 1)
        assert await stuck.close_code() == 4408
        assert [event["seq"] for event in await well.events(through=head)] == [head]


# What may be left out


@pytest.mark.parametrize("kind", ["plain", "preframed"])
async def test_what_may_be_left_out_is_left_out_first(kind):
    """Where anything waits, what can be told again later is not put behind it; what must be told is."""
    output = asyncio.Queue()
    kernel, gate = PreframedLine(output), asyncio.Event()

    async def send(message):
        await gate.wait()
        await output.put(message)

    line = a_line(PlainOutlet(send) if kind == "plain" else FramedOutlet(kernel, output.put))
    line.offer(Frame(b"first"))
    kernel.held = 5
    line.offer(Frame(b"present"), droppable=True)
    line.offer(Frame(b"posted"))
    gate.set()
    await line.outlet.flush()
    kernel.held = 0
    line.offer(Frame(b"typing"), droppable=True)
    await line.outlet.flush()
    assert [output.get_nowait()["text"] for _ in range(output.qsize())] == ["first", "posted", "typing"]
    line.reader.cancel()


# Who is here: not each coming and going


class Here:
    """A room with one line in it, the loop's clock by hand, and who is here as the database says."""

    def __init__(self, monkeypatch):
        self.now, self.members, self.asked, self.sleeping = 1000.0, 0, 0, []
        by_hand = SimpleNamespace(
            get_running_loop=lambda: SimpleNamespace(time=lambda: self.now),
            sleep=self._sleep,
            create_task=asyncio.create_task,
        )
        monkeypatch.setattr(delivery, "PRESENT_EVERY_S", 1.0)
        monkeypatch.setattr(delivery, "asyncio", by_hand)
        monkeypatch.setattr(delivery, "visit", self._visit)
        self.told = asyncio.Queue()
        self.line = a_line(FramedOutlet(PreframedLine(self.told), self.told.put))
        self.line.joined = True
        self.room = LiveRoom(uuid4(), connections={self.line})
        self.delivery = Delivery(SimpleNamespace(check_room=None), Chores())

    async def _visit(self, work, *args):
        self.asked += 1
        if self.members is None:
            raise OperationalError
        return wire.Present(members=[ROLE] * self.members, monitor=False, seq=1)

    async def _sleep(self, seconds):
        until, woken = self.now + seconds, asyncio.get_running_loop().create_future()
        self.sleeping.append((until, woken))
        await woken

    async def comes_or_goes(self, members):
        self.members = members
        self.delivery.need(self.room, PRESENT)
        await _turn()

    async def forward(self, seconds):
        self.now += seconds
        for until, woken in self.sleeping:
            if until <= self.now and not woken.done():
                woken.set_result(None)
        await _turn()

    def heard(self):
        """How many were here, each time that was told since the last call."""
        frames = [json.loads(self.told.get_nowait()["text"]) for _ in range(self.told.qsize())]
        return [len(frame["members"]) for frame in frames]


@pytest.fixture
async def here(monkeypatch):
    made = Here(monkeypatch)
    yield made
    made.line.reader.cancel()
    await made.delivery._chores.stop()


async def test_who_is_here_is_told_once_in_a_second_however_many_come(here):
    await here.comes_or_goes(1)
    assert here.heard() == [1]
    for members in range(2, 50):
        await here.comes_or_goes(members)
        await here.forward(0.01)
    assert here.heard() == []
    assert len(here.sleeping) == 1
    await here.forward(0.6)
    assert here.heard() == [49]
    await here.forward(10)
    assert here.heard() == []


async def test_the_last_who_came_is_never_forgotten(here):
    """Also when they come at the very moment at which it is told."""
    await here.comes_or_goes(1)
    await here.comes_or_goes(2)
    await here.forward(1.0)
    await here.comes_or_goes(3)
    assert here.heard() == [1, 2]
    await here.forward(1.0)
    assert here.heard() == [3]


async def test_who_came_and_went_again_meanwhile_is_nothing_to_tell(here):
    await here.comes_or_goes(1)
    await here.comes_or_goes(2)
    await here.comes_or_goes(1)
    await here.forward(1.0)
    assert here.heard() == [1]


async def test_what_could_not_be_read_is_told_after_the_next_beat(here):
    await here.comes_or_goes(1)
    await here.forward(5)
    await here.comes_or_goes(None)
    assert here.room.needs == {PRESENT}
    here.members = 2
    here.delivery.attend(here.room)
    await _turn()
    assert here.heard() == [1, 2]


async def test_who_is_here_is_left_out_where_frames_wait(here):
    here.line.outlet._line.held = 1
    await here.comes_or_goes(1)
    assert here.heard() == []


async def _turn():
    for _ in range(10):
        await asyncio.sleep(0)
