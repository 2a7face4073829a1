"""Handing over, without database and network: what one connection gets of a run."""

import asyncio
import json
from types import SimpleNamespace
from uuid import uuid4

import pytest

from chat import wire
from chat.live import connections
from chat.live.chores import Chores
from chat.live.connections import Connection
from chat.live.delivery import Delivery
from chat.live.outlets import PlainOutlet
from chat.live.rooms import LOG, LiveRoom
from chat.live.runs import Run, Served
from chat.models import Event

EVERYBODY, LEADERS = Event.Audience.EVERYBODY, Event.Audience.LEADERS


@pytest.fixture
def rows():
    """Nothing here needs any."""


@pytest.fixture
def _one_hub():
    """Nor a hub."""


class Handed:
    """A connection of a member, and what it was handed."""

    def __init__(self, *, audience=EVERYBODY, sent=0):
        self.frames = []
        self.member = uuid4()
        seat = SimpleNamespace(membership_id=self.member)
        guest = SimpleNamespace(
            seat=seat, room_id=uuid4(), audience=audience, no_longer_here=lambda: wire.Notice(code="gone", text="Gone.")
        )
        self.reader = asyncio.ensure_future(asyncio.Event().wait())
        self.line = Connection(guest, PlainOutlet(self._take), self.reader)
        self.line.resume_at("e", sent)
        self.line.joined = True

    async def _take(self, frame):
        self.frames.append(frame)

    async def seqs(self):
        await self.line.outlet.flush()
        events = [json.loads(frame["text"]) for frame in self.frames if "text" in frame]
        return [event["seq"] for frame in events if frame["type"] == "events" for event in frame["events"]]


def run(first, last, *, ends=(), size=30, leaders=None):
    def served(kind):
        return [Served(n, n, json.dumps({"seq": n, "kind": kind}).encode().ljust(size)) for n in range(first, last + 1)]

    entries = {EVERYBODY: served("message"), LEADERS: served(leaders or "message")}
    return Run("e", first - 1, last, 1, entries, ends)


async def test_only_what_follows_is_taken():
    handed = Handed(sent=4)
    assert not handed.line.take(run(4, 6))
    assert not handed.line.take(run(6, 7))
    assert not handed.line.take(Run("another", 4, 5, 1))
    assert not handed.line.take(Run("e", 4, 4, 1))
    assert handed.line.take(run(5, 6))
    assert not handed.line.take(run(5, 6))
    assert handed.line.take(run(7, 7))
    assert await handed.seqs() == [5, 6, 7]


async def test_the_same_bytes_go_to_everybody_and_others_to_leaders():
    told, members, leader = run(1, 2, leaders="hand"), [Handed(), Handed()], Handed(audience=LEADERS)
    for handed in (*members, leader):
        handed.line.take(told)
        await handed.line.outlet.flush()
    assert members[0].frames[0] is members[1].frames[0]
    assert '"hand"' in leader.frames[0]["text"]
    assert '"hand"' not in members[0].frames[0]["text"]


async def test_a_run_is_cut_at_the_event_that_ended_the_right_and_the_line_ends_there():
    handed = Handed()
    assert handed.line.take(run(1, 5, ends=[(uuid4(), 1), (handed.member, 3)]))
    assert await handed.seqs() == [1, 2, 3]
    assert handed.line.over == 4403
    assert json.loads(handed.frames[-2]["text"])["code"] == "gone"
    assert handed.frames[-1] == {"type": "websocket.close", "code": 4403}
    assert not handed.line.take(run(4, 5))


async def test_an_end_from_before_the_right_was_read_is_got_over():
    handed = Handed()
    handed.line.cleared = 3
    assert handed.line.take(run(1, 5, ends=[(handed.member, 3)]))
    assert await handed.seqs() == [1, 2, 3, 4, 5]


async def test_a_run_that_does_not_fit_is_taken_as_far_as_the_window_goes(monkeypatch):
    monkeypatch.setattr(wire, "WINDOW", 4)
    handed = Handed()
    assert handed.line.take(run(1, 6))
    assert not handed.line.take(run(5, 6))
    assert handed.line.full_since is not None
    handed.line.has_applied(2)
    assert handed.line.room_left == 2
    assert handed.line.full_since is None
    assert handed.line.take(run(5, 6))
    assert await handed.seqs() == [1, 2, 3, 4, 5, 6]


async def test_a_window_smaller_than_one_message_is_no_wall(monkeypatch):
    monkeypatch.setattr(connections, "WINDOW_BYTES", 100)
    handed = Handed()
    assert handed.line.take(run(1, 2, size=300))
    assert await handed.seqs() == [1]
    assert not handed.line.take(run(2, 2, size=300))
    handed.line.has_applied(1)
    assert handed.line.take(run(2, 2, size=300))


async def test_nothing_follows_the_end_of_a_line():
    handed = Handed()
    handed.line.end(4401)
    handed.line.tell(wire.Pong())
    handed.line.end(4408)
    await handed.line.outlet.flush()
    assert handed.frames == [{"type": "websocket.close", "code": 4401}]
    assert handed.reader.cancelling()


async def test_a_state_of_an_own_message_is_told_once_and_never_an_older_one():
    handed, client_id = Handed(), uuid4()
    for rev in (2, 2, 1, 3):
        handed.line.tell_posted(wire.Posted(client_id=client_id, rev=rev, state="held"))
    await handed.line.outlet.flush()
    assert [json.loads(frame["text"])["rev"] for frame in handed.frames] == [2, 3]


@pytest.mark.parametrize("moved", ["authority", "epoch", "head"])
async def test_what_was_committed_here_is_handed_over_unread_only_where_nothing_has_moved(moved, monkeypatch):
    """Else the log is read, and rights are settled first."""
    handed, delivery = Handed(), Delivery(SimpleNamespace(), Chores())
    monkeypatch.setattr(delivery, "attend", lambda room: None)
    room = LiveRoom(uuid4(), "e", head=0, authority=1, connections={handed.line})
    delivery.offer(room, run(1, 1))
    assert (room.head, room.needs) == (1, set())
    setattr(room, moved, {"authority": 2, "epoch": "another", "head": 0}[moved])
    delivery.offer(room, run(2, 2))
    assert room.needs == {LOG}
    assert await handed.seqs() == [1]
    handed.reader.cancel()
