"""The server goes, by a crash and by an orderly restart, and everybody comes back."""

import time
from collections.abc import Iterator
from contextlib import closing
from signal import SIGKILL, SIGTERM

from tests.bench.drives import Steady
from tests.bench.lab import Plan, seconds_until
from tests.bench.load import Load
from tests.bench.measure import LOAD_CORE, on_cores
from tests.bench.sides.ours import Ours
from tests.bench.table import Row

CRASH_SOCKETS, RESTART_SOCKETS = 4_000, 2_000
MEMBERS = 20
POSTS_PER_S = 5
BACK_WITHIN_S = 90.0


def rows(plan: Plan) -> Iterator[Row]:
    yield from _crash(plan)
    yield from _restart(plan)


def _crash(plan: Plan) -> Iterator[Row]:
    with closing(Ours()) as ours, closing(_connected(ours, CRASH_SOCKETS, plan)) as load, on_cores(LOAD_CORE):
        ours.programs[0].end(SIGKILL)
        began = time.monotonic()
        ours.programs[0].start(ours.cores)
        load.at_once = CRASH_SOCKETS
        seconds_until(lambda: load.ready() < CRASH_SOCKETS, load, within=5)
        first = seconds_until(lambda: load.ready() > 0, load, within=BACK_WITHIN_S)
        back = seconds_until(lambda: load.ready() == CRASH_SOCKETS, load, within=BACK_WITHIN_S)
        took = time.monotonic() - began if back is not None else None
        up = "" if first is None else f"the first was back after {time.monotonic() - began - (back or 0):.1f} s"
        yield Row(
            name=f"{CRASH_SOCKETS:,} sockets back after kill -9",
            value=took,
            unit="s",
            reach="≤ 10",
            note=f"{load.ready()} are back; {up}",
            broken=failures(load),
        )


def _restart(plan: Plan) -> Iterator[Row]:
    """Somebody is always posting; what is not acknowledged is said again."""
    with closing(Ours()) as ours, closing(_connected(ours, RESTART_SOCKETS, plan)) as load, on_cores(LOAD_CORE):
        load.start(Steady(POSTS_PER_S))
        load.go_on(2.0)
        began = time.monotonic()
        ours.programs[0].signal(SIGTERM)
        seconds_until(ours.programs[0].has_ended, load, within=60)
        went = time.monotonic() - began
        ours.programs[0].start(ours.cores)
        load.go_on(1.0)
        back = seconds_until(lambda: load.ready() == RESTART_SOCKETS, load, within=BACK_WITHIN_S)
        took = time.monotonic() - began
        load.go_on(1.0)
        load.seen["lost"] = 0  # all were, once: that is what a restart is
        wrong = "; ".join(
            part for part in (failures(load), load.settle(30.0), "" if back else "not all came back") if part
        )
        yield Row(
            name=f"restart with {RESTART_SOCKETS:,} sockets: everybody back",
            value=took if back else None,
            unit="s",
            note=f"the old process took {went:.1f} s to go; {load.seen['reset']} resumes by reset",
            broken=wrong,
        )
        yield Row(
            name="restart: refused handshakes and lost messages",
            value=float(refused(load) + load.missing()),
            unit="",
            reach="≤ 0",
            note=f"{codes(load)}; {len(load.outbox)} posts never acknowledged",
        )


def _connected(ours: Ours, sockets: int, plan: Plan) -> Load:
    load = Load(ours.dialect, ours.seats(sockets // MEMBERS, MEMBERS), returns=True)
    with on_cores(LOAD_CORE):
        load.connect(plan.connect_within_s)
    load.seen.clear()
    return load


def failures(load: Load) -> str:
    return f"{refused(load)} failed handshakes ({codes(load)})" if refused(load) else ""


def refused(load: Load) -> int:
    return load.seen["failed"] + load.seen["late"]


def codes(load: Load) -> str:
    """How lines ended, and what handshakes were answered."""
    told = {name: count for name, count in load.seen.items() if name.startswith(("code ", "HTTP/")) and count}
    return ", ".join(f"{name}: {count}" for name, count in told.items())
