"""Post to delivered, at 2 000 deliveries a second on one core: 40 posts a second over 20 rooms of 50."""

from collections.abc import Iterator

from tests.bench.drives import Steady
from tests.bench.figures import percentile
from tests.bench.lab import Contender, Plan, contenders, in_turn
from tests.bench.sides.ours import Ours
from tests.bench.sides.stock import Stock
from tests.bench.table import Row

ROOMS, MEMBERS = 20, 50
POSTS_PER_S = 40
REACH = {50: "≤ 10", 99: "≤ 25"}


def rows(plan: Plan) -> Iterator[Row]:
    with contenders({"ours": Ours, "stock": Stock}, rooms=ROOMS, members=MEMBERS, plan=plan) as (ours, stock):
        in_turn([ours, stock], lambda: Steady(POSTS_PER_S), plan)
        for per_cent, reach in REACH.items():
            yield Row(
                name=f"p{per_cent} post to delivered, 2 000 deliveries/s / stock Channels",
                value=delay_ms(ours, per_cent),
                unit="ms",
                baseline=delay_ms(stock, per_cent),
                reach=reach,
                load=ours.load_share(),
                note=ours.why_not or stock.why_not,
                broken=ours.broken,
            )


def delay_ms(contender: Contender, per_cent: float) -> float | None:
    """Over all windows, of one member of each room."""
    found = percentile([delay for one in contender.measured for delay in one.window.latencies], per_cent)
    return None if found is None else found * 1000
