"""A long memory must not make anything slow: the cost of a post, a resume and a page of older messages, on empty rooms
and on top of many rows.

Old rows are copies of one sealed message, made inside the database. What is read for the figures is said on top of
them, by the ordinary way; the last of the old words, which a first visit reads, are sealed anew, so that they open.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from http.client import HTTPConnection

from tests.bench.drives import OnceTaken
from tests.bench.lab import Plan, quiet, say, seconds_until
from tests.bench.lines import Line, Seat, State
from tests.bench.load import Load
from tests.bench.measure import LOAD_CORE, cpu_s, on_cores
from tests.bench.scenarios.filling import fill
from tests.bench.sides.ours import Ours
from tests.bench.table import Row

ROOMS, MEMBERS = 20, 3
#: Said in each room before its reading is measured.
SAID = 60
SAID_WITHIN_S = 120.0
RESUMES, PAGES = 10, 10
PAGE = BACK = 50


#: More than a first visit reads of a room.
OPENED = 60
SEAL_ANEW = f"""
from chat import bodies
from chat.models import Message, MessageBody, Room

for room in Room.objects.all():
    for message in Message.objects.filter(room=room, seq__isnull=False).order_by("-seq")[:{OPENED}]:
        row = MessageBody.objects.select_related("key").get(message=message)
        fresh = bodies.seal(message, "Said long ago.", row.key)
        MessageBody.objects.filter(pk=row.pk).update(nonce=fresh.nonce, sealed=fresh.sealed)
"""


@dataclass
class Costs:
    """CPU-milliseconds of the server's side, for one of each."""

    post: float
    resume: float
    page: float
    wrong: str


def rows(plan: Plan) -> Iterator[Row]:
    with closing(Ours()) as ours:
        seats = ours.seats(ROOMS, MEMBERS)
        empty = _costs(ours, seats, plan)
        made = _fill(ours, plan)
        full = _costs(ours, seats, plan)
        wrong = "; ".join(part for part in (empty.wrong, full.wrong) if part)
        for name in ("post", "resume", "page"):
            yield Row(
                name=f"CPU per {name}, {made:,} rows of history / none",
                value=getattr(full, name),
                unit="ms",
                baseline=getattr(empty, name),
                reach="≤ 1.3 ×",
                broken=wrong,
            )


def _fill(ours: Ours, plan: Plan) -> int:
    assert ours.stores
    began = time.monotonic()
    made = fill(ours.stores.postgres, rows=plan.rows)
    ours.manage("shell", "--command", SEAL_ANEW)
    say(f"  {made:,} rows in {time.monotonic() - began:.0f} s")
    return made


def _costs(ours: Ours, seats: list[Seat], plan: Plan) -> Costs:
    with closing(Load(ours.dialect, seats)) as load, on_cores(LOAD_CORE), quiet():
        load.connect(plan.connect_within_s)
        post, wrong = _post(ours, load, plan)
        heads = {room.id: room.lines[0].seq for room in load.rooms.values()}
        page = _page(ours, load.lines[::MEMBERS], heads)
        return Costs(post, _resume(ours, load), page, wrong)


def _post(ours: Ours, load: Load, plan: Plan) -> tuple[float, str]:
    load.run(1.0, OnceTaken())
    before = cpu_s(ours.roots())
    window = load.watch(plan.seconds)
    used = cpu_s(ours.roots()) - before
    seconds_until(lambda: min(room.acked for room in load.rooms.values()) >= SAID, load, within=SAID_WITHIN_S)
    return used * 1000 / max(1, window.acked), load.settle()


def _resume(ours: Ours, load: Load) -> float:
    """One of each room hangs up and comes back some events behind."""
    before, lines = cpu_s(ours.roots()), load.lines[::MEMBERS]
    for _ in range(RESUMES):
        for line in lines:
            line.seq = line.applied = line.seq - BACK
            load.redial(line)
        seconds_until(lambda: _are_back(lines), load, within=30)
    return (cpu_s(ours.roots()) - before) * 1000 / (RESUMES * len(lines))


def _are_back(lines: list[Line]) -> bool:
    return all(line.state is State.READY and line.seq == line.room.lines[-1].seq for line in lines)


def _page(ours: Ours, lines: list[Line], heads: dict[str, int]) -> float:
    return _per_call(ours, [lambda line=line: _get(ours, line.seat, heads[line.room.id]) for line in lines] * PAGES)


def _per_call(ours: Ours, calls: list[Callable[[], None]]) -> float:
    for call in calls[:10]:
        call()
    before = cpu_s(ours.roots())
    for call in calls:
        call()
    return (cpu_s(ours.roots()) - before) * 1000 / len(calls)


def _get(ours: Ours, seat: Seat, head: int) -> None:
    with closing(HTTPConnection(*ours.address, timeout=30)) as line:
        path = f"/rooms/{seat.room}/messages?before={head}&limit={PAGE}"
        line.request("GET", path, headers={"Host": ours.host, "Cookie": seat.who})
        answer = line.getresponse()
        body = answer.read()
        if answer.status != 200 or body.count(b'"client_id"') != PAGE:
            raise RuntimeError(f"a page of older messages: {answer.status}, {body.count(b'client_id')} messages")
