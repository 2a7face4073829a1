"""Readers that stop reading: what they cost, when they are sent away, and whether anybody else notices."""

import time
from collections.abc import Iterator
from contextlib import closing

from tests.bench.drives import Steady
from tests.bench.figures import percentile
from tests.bench.lab import Plan, quiet
from tests.bench.lines import Line
from tests.bench.load import Load
from tests.bench.measure import LOAD_CORE, memory_kib, on_cores
from tests.bench.sides.ours import Ours
from tests.bench.table import Row

ROOMS, MEMBERS = 4, 20
#: In all rooms together. A window of 256 events is full after some 17 s.
POSTS_PER_S = 60
STOPPED_PER_ROOM = 4
WARM_S = 8.0
#: Patience of 30 s after the window is full, a beat, and some leisure.
WATCH_S = 60.0


def rows(plan: Plan) -> Iterator[Row]:
    with closing(Ours()) as ours, closing(Load(ours.dialect, ours.seats(ROOMS, MEMBERS))) as load, on_cores(LOAD_CORE):
        load.connect(plan.connect_within_s)
        with quiet():
            before = load.run(WARM_S, Steady(POSTS_PER_S))
            stopped = [line for room in load.rooms.values() for line in _stopping(room.lines)]
            yield from _watched(ours, load, stopped, percentile(before.latencies, 99))


def _stopping(lines: list[Line]) -> list[Line]:
    return [line for line in lines if not line.listens][-STOPPED_PER_ROOM:]


def _watched(ours: Ours, load: Load, stopped: list[Line], p99_before: float | None) -> Iterator[Row]:
    memory, began = memory_kib(ours.servers()), time.monotonic()
    for line in stopped:
        load.stop_reading(line)
        line.room.lines.remove(line)  # no turn to post, and nothing is expected of it
    highest, latencies, ended = memory, [], None
    while time.monotonic() - began < WATCH_S and ended is None:
        latencies += load.watch(1.0).latencies
        highest = max(highest, memory_kib(ours.servers()))
        if all(line.sock is None for line in stopped):
            ended = time.monotonic() - began
    for line in stopped:
        load.read_again(line)
    load.go_on(3.0)
    others = load.settle()
    lost = load.seen["lost"] - len(stopped)
    open_still = sum(line.sock is not None for line in stopped)
    told = {code: sum(line.code == code for line in stopped) for code in {line.code for line in stopped}}
    note = f"close codes they found: {told}; {open_still} of {len(stopped)} are open still"
    yield Row("memory per reader that stops", (highest - memory) / len(stopped), "KiB", reach="≤ 512")
    closed = f"{open_still} readers that stopped were not closed" if open_still else ""
    yield Row("a reader that stops is gone after", ended, "s", reach="≤ 60", note=note, broken=closed)
    p99 = percentile(latencies, 99)
    yield Row(
        name="p99 of the others meanwhile / before",
        value=None if p99 is None else p99 * 1000,
        unit="ms",
        baseline=None if p99_before is None else p99_before * 1000,
        reach="≤ 2 ×",
        broken=others if lost > 0 else "",
        note=f"{lost} others lost" if lost > 0 else "",
    )
