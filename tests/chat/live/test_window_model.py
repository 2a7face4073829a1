"""The server's window against a model of the log: whatever is said, applied, lost, delayed or rebuilt, in any order."""

import asyncio
import json
from types import SimpleNamespace
from uuid import uuid4

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from chat import wire
from chat.live import connections, delivery
from chat.live.chores import Chores
from chat.live.connections import Connection
from chat.live.delivery import Delivery
from chat.live.reading import RoomState
from chat.live.rooms import LOG, LiveRoom
from chat.live.runs import Run, Served
from chat.models import Event

EVERYBODY, LEADERS = Event.Audience.EVERYBODY, Event.Audience.LEADERS
WINDOW, WINDOW_BYTES, PAGE = 6, 800, 4
#: Bytes of a frame of events with one entry, without the words in it.
ENVELOPE = 150


class Entry:
    """One event of the log. `ends`: the member whose right to read ended with it."""

    def __init__(self, *, secret=False, size=0, ends=None):
        self.secret = secret
        self.size = size
        self.ends = ends


class Log:
    """What is true: a room's log, as the database would answer for it."""

    def __init__(self):
        self.epoch = "e0"
        self.authority = 1
        self.entries = []
        self.rights = {}
        self.shown = {}  # who had a right when the room was read as of an epoch and a seq

    @property
    def head(self):
        return len(self.entries)

    def run_after(self, room_id, after, limit):
        run = Run(self.epoch, after, self.head, self.authority)
        through = min(after + limit, self.head)
        if through > after:
            numbered = list(enumerate(self.entries, 1))[after:through]
            run.entries = {EVERYBODY: _for_members(numbered), LEADERS: [_served(n, n, e) for n, e in numbered]}
            run.ends = [(e.ends, n) for n, e in numbered if e.ends is not None]
        return run

    def states(self, room_ids):
        return {room_id: RoomState(self.epoch, self.head, self.authority) for room_id in room_ids}

    def reset(self, guest):
        self.shown[self.epoch, self.head] = dict(self.rights)
        return wire.Reset(epoch=self.epoch, seq=self.head, messages=(), session=None, more=False)


def _served(seq, through, entry):
    kind = "hidden" if entry is None else "message"
    pad = "." * entry.size if entry else ""
    return Served(seq, through, json.dumps({"seq": seq, "kind": kind, "through": through, "pad": pad}).encode())


def _for_members(numbered):
    """What is for leaders only is one hidden entry for as many as follow each other."""
    served = []
    for n, entry in numbered:
        if not entry.secret:
            served.append(_served(n, n, entry))
        elif served and b"hidden" in served[-1].raw:
            served[-1] = _served(served[-1].seq, n, None)
        else:
            served.append(_served(n, n, None))
    return served


class Client:
    """Whoever is at the other end, and what they were handed. What is wrong with it stands in `faults`: an exception
    would be taken for a failing database."""

    def __init__(self, log, *, member, audience, cursor):
        self.log = log
        self.faults = []
        self.epoch, self.applied, self.sizes = log.epoch, cursor, []
        self.seen = cursor
        self.cleared = log.head
        self.closed = None
        self.waiting = 0
        guest = SimpleNamespace(
            seat=SimpleNamespace(membership_id=member), room_id=uuid4(), audience=audience, no_longer_here=lambda: None
        )
        self.line = Connection(guest, self, SimpleNamespace(cancel=lambda: None))
        self.line.cleared = log.head
        self.line.resume_at(log.epoch, cursor)

    # The way out

    def put(self, frame):
        self._must(self.closed is None, "something follows the end of a line")
        told = json.loads(frame.text)
        {"events": self._events, "reset": self._reset}[told["type"]](told, len(frame.text))

    def close(self, code, then):
        self._must(self.closed is None, "a line was closed twice")
        self.closed = code

    def _events(self, told, size):
        self._must(told["epoch"] == self.epoch, "events of another epoch")
        for event in told["events"]:
            self._must(event["seq"] == self.seen + 1, "a hole, or something twice")
            self._must(self._may_see(event), "said after the end of a right")
            self.seen = event["through"]
        self.sizes.append((self.seen, size))
        but_for_one = self._in_flight - len(told["events"][-1]["pad"])
        self._must(but_for_one < WINDOW_BYTES + ENVELOPE, "more bytes than the window has, and one entry")

    def _may_see(self, event):
        """A right ends with its event; what is hidden says nothing."""
        ends = [n for n, e in enumerate(self.log.entries, 1) if e.ends == self.member and n > self.cleared]
        return event["kind"] == "hidden" or not ends or event["seq"] <= ends[0]

    def _reset(self, told, size):
        had_a_right = self.log.shown[told["epoch"], told["seq"]]
        self._must(had_a_right[self.member], "a room was shown to somebody without a right")
        self.epoch, self.seen, self.applied, self.sizes = told["epoch"], told["seq"], told["seq"], []
        self.cleared = told["seq"]

    def _must(self, is_so, rule):
        if not is_so:
            self.faults.append(rule)

    # What is true of it

    @property
    def member(self):
        return self.line.guest.seat.membership_id

    @property
    def _in_flight(self):
        return sum(size for _, size in self.sizes)

    def applies(self, seq):
        if self.applied < seq <= self.seen:
            self.applied = seq
            self.sizes = [one for one in self.sizes if one[0] > seq]

    def check(self):
        line = self.line
        assert not self.faults
        assert (line.epoch, line.sent, line.applied) == (self.epoch, self.seen, self.applied)
        assert self.seen - self.applied <= WINDOW
        assert self._in_flight == line.bytes
        if self.closed is None and line.full_since is None:
            assert line.room_left > 0, "full, and nobody counts the time"


class Keeper:
    """Whoever lost their right is sent away, as the real one does when it has read it."""

    def __init__(self, log):
        self.log = log

    async def check(self, lines):
        read = dict(self.log.rights)
        await asyncio.sleep(0)
        for line in lines:
            if not read[line.guest.seat.membership_id]:
                line.end(4403)

    async def check_room(self, room):
        await self.check(room.joined())


class Windows(RuleBasedStateMachine):
    def __init__(self):
        super().__init__()
        self.patched = pytest.MonkeyPatch()
        self.patched.setattr(wire, "WINDOW", WINDOW)
        self.patched.setattr(connections, "WINDOW_BYTES", WINDOW_BYTES)
        self.patched.setattr(delivery, "PAGE", PAGE)
        self.patched.setattr(delivery, "BREATH", 1)
        self.patched.setattr(delivery, "visit", self._visit)
        self.patched.setattr(delivery, "logger", self)
        self.log = Log()
        self.patched.setattr(delivery, "reading", self.log)
        self.loop = asyncio.new_event_loop()
        self.room = LiveRoom(uuid4())
        self.chores = Chores()
        self.delivery = Delivery(Keeper(self.log), self.chores)
        self.members = {uuid4(): EVERYBODY, uuid4(): LEADERS}
        self.clients = {}
        self.failed = []
        self.kept = []  # runs of our own commits that were not offered yet

    def teardown(self):
        self.loop.run_until_complete(self.chores.stop())
        self._turn(1000)
        self.loop.close()
        self.patched.undo()

    def warning(self, said, **fields):
        """Nothing fails here: what the delivery makes the best of is a fault of it, or of this model."""
        self.failed.append((said, fields))

    async def _visit(self, work, *args):
        """An answer is as old as the loop makes it."""
        await asyncio.sleep(0)
        answer = work(*args)
        await asyncio.sleep(0)
        return answer

    def _turn(self, turns):
        async def go():
            for _ in range(turns):
                await asyncio.sleep(0)

        self.loop.run_until_complete(go())

    def _do(self, what, turns=0):
        """On the event loop, which then goes on a little."""

        async def go():
            what()

        self.loop.run_until_complete(go())
        self._turn(turns)

    @initialize(secrets=st.lists(st.booleans(), max_size=12), behind=st.integers(0, 12))
    def everybody_comes(self, secrets, behind):
        self.log.entries = [Entry(secret=secret) for secret in secrets]
        self.room.epoch, self.room.head, self.room.authority = self.log.epoch, self.log.head, self.log.authority
        for member in self.members:
            self.log.rights[member] = True
            self._do(lambda member=member: self._come(member, max(0, self.log.head - behind)))

    def _come(self, member, cursor):
        if old := self.clients.get(member):
            self.room.connections.discard(old.line)
        client = Client(self.log, member=member, audience=self.members[member], cursor=cursor)
        self.clients[member] = client
        self.room.connections.add(client.line)
        client.line.joined = True
        self.delivery.need(self.room, LOG)
        self.delivery.catch_up(self.room, [client.line])

    # What happens

    @rule(
        said=st.lists(st.builds(Entry, secret=st.booleans(), size=st.integers(0, 900)), min_size=1, max_size=9),
        turns=st.integers(0, 6),
        heard=st.booleans(),
    )
    def something_is_said_elsewhere(self, said, turns, heard):
        self.log.entries += said
        if heard:
            self._do(lambda: self.delivery.need(self.room, LOG), turns)

    @rule(sizes=st.lists(st.integers(0, 500), min_size=1, max_size=4), turns=st.integers(0, 6), at_once=st.booleans())
    def something_is_said_here(self, sizes, turns, at_once):
        after = self.log.head
        self.log.entries += [Entry(size=size) for size in sizes]
        self.kept.append(self.log.run_after(None, after, len(sizes)))
        if at_once:
            self._do(lambda: self.delivery.offer(self.room, self.kept.pop()), turns)

    @precondition(lambda self: self.kept)
    @rule(data=st.data(), turns=st.integers(0, 6))
    def what_was_said_here_is_handed_over_late_or_twice(self, data, turns):
        run = data.draw(st.sampled_from(self.kept))
        self._do(lambda: self.delivery.offer(self.room, run), turns)

    @rule(which=st.integers(0, 1), seq=st.integers(-1, 60), of_sent=st.booleans(), turns=st.integers(0, 6))
    def somebody_applies(self, which, seq, of_sent, turns):
        """As far as they were handed something, or any other number."""
        client = list(self.clients.values())[which]
        seq = max(client.applied, client.seen - abs(seq) % 4) if of_sent else seq
        if client.closed is None:
            client.applies(seq)
            client.line.has_applied(seq)
            self._do(lambda: self.delivery.catch_up(self.room, [client.line]), turns)

    @rule(
        which=st.integers(0, 1),
        secret=st.booleans(),
        after=st.integers(0, 3),
        heard=st.booleans(),
        turns=st.integers(0, 6),
    )
    def a_right_ends(self, which, secret, after, heard, turns):
        """And others go on talking."""
        member = list(self.members)[which]
        if self.log.rights[member]:
            self.log.entries.append(Entry(secret=secret, ends=member))
            self.log.rights[member] = False
            self.log.authority += 1
            self.log.entries += [Entry() for _ in range(after)]
            if heard:
                self._do(lambda: self.delivery.need(self.room, LOG), turns)

    @rule(which=st.integers(0, 1), back=st.integers(0, 20), turns=st.integers(0, 6))
    def somebody_comes_back_with_a_cursor(self, which, back, turns):
        member = list(self.members)[which]
        self.log.rights[member] = True
        self._do(lambda: self._come(member, max(0, self.log.head - back)), turns)

    @rule(length=st.integers(0, 10), heard=st.booleans(), turns=st.integers(0, 6))
    def the_log_is_rebuilt(self, length, heard, turns):
        self.log.epoch += "'"
        self.log.entries = [Entry() for _ in range(length)]
        self.log.authority += 1
        self.kept.clear()
        if heard:
            self._do(lambda: self.delivery.need(self.room, LOG), turns)

    @rule()
    def the_beat_comes_and_all_settles(self):
        """Whoever has room has everything, and whoever has none is known to have none."""

        async def settle():
            self.delivery.need(self.room, LOG)
            self.delivery.catch_up(self.room, self.room.joined())
            while self.room.tending or self.chores._tasks:
                await asyncio.sleep(0)

        self.loop.run_until_complete(asyncio.wait_for(settle(), 20))
        for client in self.clients.values():
            if client.closed is None:
                is_full = client.line.room_left == 0
                assert is_full or client.seen == self.log.head, "there is room, and it is stuck"
                assert (client.line.full_since is not None) == is_full
                assert self.log.rights[client.member], "somebody without a right is still here"

    @invariant()
    def each_window_is_as_it_should_be(self):
        assert not self.failed
        for client in self.clients.values():
            client.check()


TestWindows = Windows.TestCase
TestWindows.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)


@pytest.fixture
def rows():
    """Nothing here needs any."""


@pytest.fixture(autouse=True)
def _one_hub():
    """Nor a hub."""
