"""A state's evening: 500 rooms of 12, 150 posts a second, two server processes, all on this machine."""

from collections.abc import Iterator
from contextlib import closing

from tests.bench.drives import Steady
from tests.bench.figures import percentile
from tests.bench.lab import Plan, quiet
from tests.bench.load import Load
from tests.bench.measure import CORES, cpu_s
from tests.bench.sides.ours import Ours
from tests.bench.table import Row

ROOMS, MEMBERS, POSTS_PER_S, PROCESSES = 500, 12, 150, 2
SHORTEST_S = 20.0


def rows(plan: Plan) -> Iterator[Row]:
    side = Ours(name="Same Circle, evening", cores=tuple(CORES), processes=PROCESSES)
    with closing(side) as ours, closing(Load(ours.dialect, ours.seats(ROOMS, MEMBERS))) as load:
        load.connect(plan.connect_within_s)
        drive = Steady(POSTS_PER_S)
        with quiet():
            load.run(2.0, drive)
            before = cpu_s(ours.roots())
            window = load.watch(max(plan.seconds, SHORTEST_S))
            used = (cpu_s(ours.roots()) - before) / window.seconds
        wrong = load.settle(30.0)
        p99 = percentile(window.latencies, 99)
        yield Row(
            name="a state's evening: p99 post to delivered",
            value=None if p99 is None else p99 * 1000,
            unit="ms",
            reach="≤ 250",
            load=window.load,
            note=f"{window.deliveries / window.seconds:,.0f} deliveries/s; the servers' side used {used:.2f} cores",
            broken=wrong,
        )
        yield Row("a state's evening: missing messages", float(load.missing()), "", reach="≤ 0")
