"""Memory of the server process per idle, signed-in socket: rooms of 12, at 1 000, 5 000 and 10 000."""

from collections.abc import Iterator
from contextlib import ExitStack, closing

from tests.bench.dialling import NotConnected
from tests.bench.figures import ratio
from tests.bench.lab import Plan
from tests.bench.load import Load
from tests.bench.measure import LOAD_CORE, memory_kib, on_cores
from tests.bench.sides.ours import Ours
from tests.bench.table import Row

SIZES = (1_000, 5_000, 10_000)
MEMBERS = 12
#: Seconds until what connecting has left behind is put away.
REST_S = 5.0


def rows(plan: Plan) -> Iterator[Row]:
    with ExitStack() as stack:
        ours = stack.enter_context(closing(Ours()))
        seats = ours.seats(-(-SIZES[-1] // MEMBERS), MEMBERS)
        empty = memory_kib(ours.servers())
        found: dict[int, float] = {}
        why_not = ""
        loads: list[Load] = []
        for before, size in zip((0, *SIZES), SIZES, strict=False):
            if not why_not:
                loads.append(stack.enter_context(closing(Load(ours.dialect, seats[before:size]))))
                why_not = _connect(loads, plan)
            if not why_not:
                found[size] = (memory_kib(ours.servers()) - empty) / size
            yield _row(size, found, why_not, loads)


def _connect(loads: list[Load], plan: Plan) -> str:
    """Empty, or why the last of them did not come up."""
    try:
        with on_cores(LOAD_CORE):
            loads[-1].connect(plan.connect_within_s, beside=loads[:-1])
            for load in loads:
                load.go_on(REST_S / len(loads))
    except NotConnected as error:
        return str(error)
    return ""


def _row(size: int, found: dict[int, float], why_not: str, loads: list[Load]) -> Row:
    """The baseline is the smallest size: a ratio near one says that it grows in a line."""
    lost = sum(load.seen["lost"] for load in loads)
    value, first = found.get(size), found.get(SIZES[0])
    times = ratio(value, first)
    return Row(
        name=f"memory per idle socket, {size:,} sockets",
        value=value,
        unit="KiB",
        baseline=first,
        reach="≤ 45",
        note=why_not,
        broken=(f"{lost} lines lost" if lost else "") or ("not linear" if times and times > 1.25 else ""),
    )
