"""The load generator: many WebSockets on one core, in plain Python, fast enough to be never the limit.

Members of a room get the same bytes. The first who reads them takes them apart in full; for the others it is one
comparison and a few additions. So every receipt is counted and checked, and few are parsed.
"""

import heapq
import itertools
import random
import select
import time
from collections import Counter, deque
from collections.abc import Sequence

from tests.bench import faults, frames
from tests.bench.dialling import NotConnected, check_dialled, dial
from tests.bench.lines import Dialect, Kind, Line, Room, Seat, State, Told
from tests.bench.windows import Drive, Window

#: Bytes of one read. Much more, and the allocator asks the kernel for memory each time.
CHUNK = 16 * 1024
#: Events after which a client says what it has applied: a quarter of the window.
QUARTER = 64
#: … and at least this often, in seconds.
APPLIED_EVERY = 5
PING_EVERY = 25
HANDSHAKE_S = 30.0
#: Seconds: first pause, longest pause of a client that comes back (full jitter).
FIRST_PAUSE, LONGEST_PAUSE = 0.5, 20.0

_READ = select.EPOLLIN | select.EPOLLRDHUP


class Load:
    """All members of these seats. `returns`: a line that is lost comes back, as the protocol asks."""

    def __init__(self, dialect: Dialect, seats: Sequence[Seat], *, at_once: int = 64, returns: bool = False) -> None:
        self.dialect, self.at_once, self.returns = dialect, at_once, returns
        self.rooms: dict[str, Room] = {}
        self.lines = [self._line(seat) for seat in seats]
        self.seen: Counter[str] = Counter()
        self.latencies: list[float] = []
        self.acks: list[float] = []
        self.acks_on_goal = False
        #: Posts that nobody has acknowledged: said again by a line that comes back.
        self.outbox: dict[tuple[Line, int], bytes] = {}
        self._random = random.Random(1)
        self._by_fd: dict[int, Line] = {}
        self._epoll = select.epoll()
        self._waiting = deque(self.lines)
        self._pausing: list[tuple[float, int, Line]] = []
        self._under_way: set[Line] = set()
        self._drive = Drive()
        self._tended, self._slice = time.monotonic(), 0
        for room in self.rooms.values():
            self._random.choice(room.lines).listens = True

    def _line(self, seat: Seat) -> Line:
        room = self.rooms.setdefault(seat.room, Room(seat.room))
        line = Line(seat, room, len(room.lines))
        room.lines.append(line)
        return line

    # What is asked of it

    def connect(self, within: float, *, beside: Sequence["Load"] = ()) -> None:
        """Bring all lines up. `beside` are loads whose servers must not think them dead meanwhile."""
        give_up = time.monotonic() + within
        while self.ready() < len(self.lines):
            if time.monotonic() > give_up:
                seen = f": {dict(self.seen)}" if self.seen else ""
                raise NotConnected(f"{self.ready()} of {len(self.lines)} lines were up after {within:.0f} s{seen}")
            self.go_on(0.25)
            for other in beside:
                other.step(0)

    def ready(self) -> int:
        return sum(line.state is State.READY for line in self.lines)

    def run(self, seconds: float, drive: Drive) -> Window:
        """Post as `drive` says for so long, and say what came of it."""
        self.start(drive)
        return self.watch(seconds)

    def start(self, drive: Drive) -> None:
        self._drive = drive
        drive.start(self)

    def watch(self, seconds: float) -> Window:
        """What happens from now on, whatever happens already."""
        self.latencies, self.acks = [], []
        delivered, acked, began, cpu = self.delivered(), self.acked(), time.monotonic(), time.process_time()
        self.go_on(seconds)
        took = time.monotonic() - began
        return Window(
            seconds=took,
            deliveries=self.delivered() - delivered,
            acked=self.acked() - acked,
            latencies=self.latencies,
            acks=self.acks,
            load=(time.process_time() - cpu) / took,
        )

    def go_on(self, seconds: float) -> None:
        now = time.monotonic()
        until, due = now + seconds, now
        while now < until:
            if now >= due:
                due = self._drive.turn(self, now)
            self.step(max(0.0, min(due, until) - now))
            now = time.monotonic()

    def settle(self, within: float = 10.0) -> str:
        """Post nothing more, wait for what is on its way; answers what is wrong, in words."""
        self._drive = Drive()
        for room in self.rooms.values():
            room.goal = float("inf")
        give_up = time.monotonic() + within
        while self.missing() and time.monotonic() < give_up:
            self.step(0.05)
        return faults.in_words(self.missing(), self.seen)

    def missing(self) -> int:
        return faults.missing(self.rooms.values(), dense=self.dialect.dense)

    def delivered(self) -> int:
        return sum(room.delivered for room in self.rooms.values())

    def acked(self) -> int:
        return sum(room.acked for room in self.rooms.values())

    def post(self, room: Room, at: float) -> None:
        """One post, by the member whose turn it is. `at`: when it was due; latencies count from there."""
        count = len(room.lines)
        number = room.posted + 1
        turns = (room.lines[(number + step) % count] for step in range(count))
        line = next((line for line in turns if line.state is State.READY), None)
        if line is None:
            return
        room.posted = number
        room.sent.append(at)
        data = frames.write(self.dialect.post(line, number))
        if self.returns:
            self.outbox[line, number] = data
        self._send(line, data)

    def stop_reading(self, line: Line) -> None:
        """Leave what comes in the kernel; only notice when the line is gone."""
        self._epoll.modify(line.fd, 0)

    def read_again(self, line: Line) -> None:
        if line.sock is not None:
            self._epoll.modify(line.fd, _READ)

    def redial(self, line: Line) -> None:
        """Hang up as a lost network does, and come back with what the line holds."""
        self._hang_up(line)
        line.state = State.AWAY
        self._waiting.append(line)

    def close(self) -> None:
        self.returns = False
        for line in self.lines:
            if line.state is State.READY:
                self._send(line, frames.write((1000).to_bytes(2, "big"), frames.CLOSE))
            self._hang_up(line)
            line.state = State.GONE
        self._epoll.close()

    # One turn

    def step(self, timeout: float) -> None:
        """Read what is there, once."""
        self._begin_lines(timeout)
        dense, by_fd = self.dialect.dense, self._by_fd
        for fd, mask in self._epoll.poll(timeout if not self._waiting else 0.005, 2048):
            line = by_fd.get(fd)
            if line is None:
                continue
            if mask & select.EPOLLOUT or line.state is State.UPGRADING:
                self._early(line)
                continue
            data = self._read(line)
            if not data:
                continue
            room = line.room
            if data == room.chunk and not line.tail:
                told, total = room.told, room.total
            elif (told := self._open(line, data)).kind is Kind.EVENTS:
                total = sum(told.numbers)
            else:
                continue
            count = len(told.numbers)
            line.got += count
            line.total += total
            if dense:
                if told.first != line.seq + 1:
                    self.seen["double" if told.first <= line.seq else "gap"] += 1
                line.seq = told.last
                if line.seq - line.applied >= QUARTER:
                    self._apply(line)
            if line.listens:
                now = time.monotonic()
                self.latencies += [now - room.sent[number] for number in told.numbers if number <= room.posted]
            room.delivered += count
            if room.delivered >= room.goal and not self.acks_on_goal:
                self._drive.goal_reached(self, room)

    def _read(self, line: Line) -> bytes:
        """Empty: nothing there, or the line is gone."""
        assert line.sock is not None
        try:
            data = line.sock.recv(CHUNK)
        except BlockingIOError:
            return b""
        except OSError:
            data = b""
        if not data:
            self._lost(line)
        return data

    def _open(self, line: Line, data: bytes) -> Told:
        """Take apart what came. Runs of events are answered as one; everything else is acted on here."""
        whole = not line.tail
        found, line.tail = frames.split(line.tail + data)
        heard = [self._hear(line, opcode, payload) for opcode, payload in found]
        runs = [told for told in heard if told.kind is Kind.EVENTS]
        if not runs:
            return Told(Kind.OTHER)
        merged = self._merge(line, runs)
        if whole and not line.tail and len(runs) == len(found):
            line.room.chunk, line.room.told, line.room.total = data, merged, sum(merged.numbers)
        return merged

    def _merge(self, line: Line, runs: list[Told]) -> Told:
        for before, after in itertools.pairwise(runs):
            if self.dialect.dense and after.first != before.last + 1:
                self.seen["gap"] += 1
        numbers = tuple(number for told in runs for number in told.numbers)
        return Told(Kind.EVENTS, runs[0].first, runs[-1].last, numbers)

    def _hear(self, line: Line, opcode: int, payload: bytes) -> Told:
        if opcode == frames.TEXT:
            told = self.dialect.read(line, payload)
            if told.kind is not Kind.EVENTS:
                self._act(line, told)
            return told
        if opcode == frames.PING:
            self._send(line, frames.write(payload, frames.PONG))
        elif opcode == frames.CLOSE:
            line.code = frames.close_code(payload)
            self._send(line, frames.write(payload[:2], frames.CLOSE))
        return Told(Kind.OTHER)

    def _act(self, line: Line, told: Told) -> None:
        if told.kind is Kind.ACKED:
            self._taken(line, told)
        elif told.kind is Kind.READY:
            self._is_ready(line)
        elif told.kind is Kind.ANSWER:
            self._send(line, frames.write(told.data.encode()))
        elif told.kind in (Kind.REFUSED, Kind.RESET):
            self.seen[told.kind.name.lower()] += 1
            self.seen[told.data] += 1

    def _taken(self, line: Line, told: Told) -> None:
        room, now = line.room, time.monotonic()
        if self.returns and all(self.outbox.pop((line, number), None) is None for number in told.numbers):
            return  # said twice, and answered twice
        self.acks += [now - room.sent[number] for number in told.numbers if number <= room.posted]
        room.acked += len(told.numbers)
        room.head = max(room.head, told.last)
        if self.acks_on_goal and room.acked >= room.goal:
            self._drive.goal_reached(self, room)

    # Writing

    def _send(self, line: Line, data: bytes) -> None:
        if line.out or line.sock is None:
            line.out += data
            return
        try:
            sent = line.sock.send(data)
        except BlockingIOError:
            sent = 0
        except OSError:
            return  # the next read tells
        if sent < len(data):
            line.out = data[sent:]
            self._epoll.modify(line.fd, _READ | select.EPOLLOUT)

    def _flush(self, line: Line) -> None:
        data, line.out = line.out, b""
        self._epoll.modify(line.fd, _READ)
        if data:
            self._send(line, data)

    def _apply(self, line: Line) -> None:
        line.applied = line.seq
        said = self.dialect.applied(line)
        if said:
            self._send(line, frames.write(said))

    def _tend(self) -> None:
        """Once a second a part of the lines: what a client does by its clock."""
        self._slice += 1
        for line in self.lines[self._slice % APPLIED_EVERY :: APPLIED_EVERY]:
            if line.seq > line.applied and line.state is State.READY:
                self._apply(line)
        ping = self.dialect.ping()
        for line in self.lines[self._slice % PING_EVERY :: PING_EVERY] if ping else ():
            if line.state is State.READY:
                self._send(line, frames.write(ping or b""))

    # Coming up and going down

    def _begin_lines(self, timeout: float) -> None:
        now = time.monotonic()
        if now - self._tended >= 1.0:
            self._tended = now
            self._tend()
            self._give_up_late(now)
        while self._pausing and self._pausing[0][0] <= now:
            self._waiting.append(heapq.heappop(self._pausing)[2])
        while self._waiting and len(self._under_way) < self.at_once:
            self._dial(self._waiting.popleft(), now)

    def _dial(self, line: Line, now: float) -> None:
        line.sock, line.tail, line.out, line.code, line.since = dial(line.seat.address, line.place), b"", b"", 0, now
        line.fd, line.state = line.sock.fileno(), State.DIALLING
        self._by_fd[line.fd] = line
        self._under_way.add(line)
        self._epoll.register(line.fd, _READ | select.EPOLLOUT)

    def _early(self, line: Line) -> None:
        if line.state is State.DIALLING:
            self._dialled(line)
        elif line.state is State.UPGRADING:
            self._upgrading(line)
        else:
            self._flush(line)

    def _dialled(self, line: Line) -> None:
        if check_dialled(line.sock):
            line.state, line.out = State.UPGRADING, line.seat.upgrade
            self._flush(line)
        else:
            self._lost(line)

    def _upgrading(self, line: Line) -> None:
        line.tail += self._read(line)
        head, found, rest = line.tail.partition(b"\r\n\r\n")
        if not found or line.sock is None:
            return
        if b" 101 " not in head.partition(b"\r\n")[0]:
            self.seen[head.partition(b"\r\n")[0].decode("latin1")] += 1
            self._lost(line)
            return
        line.state, line.tail = State.GREETING, b""
        greeting = self.dialect.greet(line)
        if greeting:
            self._send(line, frames.write(greeting))
        else:
            self._is_ready(line)
        self._open(line, rest)

    def _is_ready(self, line: Line) -> None:
        line.state, line.tries, line.pause = State.READY, 0, 0.0
        self._under_way.discard(line)
        for (writer, _), data in list(self.outbox.items()):
            if writer is line:
                self._send(line, data)

    def _give_up_late(self, now: float) -> None:
        for line in [line for line in self._under_way if now - line.since > HANDSHAKE_S]:
            self.seen["late"] += 1
            self._lost(line)

    def _lost(self, line: Line) -> None:
        was_ready = line.state is State.READY
        self._hang_up(line)
        self.seen["lost" if was_ready else "failed"] += 1
        self.seen[f"code {line.code or 1006}"] += 1
        line.state, line.since = State.GONE, time.monotonic()
        if self.returns or not was_ready:
            self._come_back(line)

    def _come_back(self, line: Line) -> None:
        longest = line.pause or min(LONGEST_PAUSE, FIRST_PAUSE * 2**line.tries)
        line.state, line.tries, line.pause = State.AWAY, line.tries + 1, 0.0
        heapq.heappush(self._pausing, (time.monotonic() + self._random.random() * longest, id(line), line))

    def _hang_up(self, line: Line) -> None:
        self._under_way.discard(line)
        if line.sock is not None:
            del self._by_fd[line.fd]
            self._epoll.unregister(line.fd)
            line.sock.close()
            line.sock = None
