"""The same work where frames go through ASGI one by one: our server told to, and anybody's server."""

from collections.abc import Iterator

from tests.bench.drives import InFlight
from tests.bench.lab import Factory, Plan, contenders, in_turn
from tests.bench.scenarios.headline import MEMBERS, ROOMS, against
from tests.bench.sides import ours
from tests.bench.sides.stock import Stock
from tests.bench.table import Row

SIDES: dict[str, Factory] = {"plain": ours.plain, "daphne": ours.under_daphne, "stock": Stock}


def rows(plan: Plan) -> Iterator[Row]:
    with contenders(SIDES, rooms=ROOMS, members=MEMBERS, plan=plan) as found:
        plain, daphne, stock = found
        in_turn(found, InFlight, plan)
        yield against(plain, stock, "W1, plain ASGI sends / stock Channels", "≥ 5 ×")
        yield against(daphne, stock, "W1, daphne config.asgi / stock Channels", "≥ 5 ×")
