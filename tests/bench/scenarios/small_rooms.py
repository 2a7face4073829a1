"""The usual shape: 100 rooms of 12."""

from collections.abc import Iterator

from tests.bench.drives import InFlight
from tests.bench.lab import Plan, contenders, in_turn
from tests.bench.scenarios.headline import against
from tests.bench.sides.ours import Ours
from tests.bench.sides.stock import Stock
from tests.bench.table import Row


def rows(plan: Plan) -> Iterator[Row]:
    with contenders({"ours": Ours, "stock": Stock}, rooms=100, members=12, plan=plan) as (ours, stock):
        in_turn([ours, stock], InFlight, plan)
        yield against(ours, stock, "100 rooms of 12, default server / stock Channels", "≥ 10 ×")
