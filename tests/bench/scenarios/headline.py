"""Deliveries per CPU-second of the whole server side: 20 rooms of 50, every member gets every message."""

from collections.abc import Iterator

from tests.bench.drives import InFlight
from tests.bench.figures import ratio
from tests.bench.lab import Contender, Factory, Plan, contenders, in_turn
from tests.bench.sides.ejabberd import Ejabberd
from tests.bench.sides.limit import Limit
from tests.bench.sides.ours import Ours
from tests.bench.sides.socketio import SocketIo
from tests.bench.sides.stock import Stock
from tests.bench.table import Row

ROOMS, MEMBERS = 20, 50
UNIT = "deliveries/CPU-s"
SIDES: dict[str, Factory] = {
    "ours": Ours,
    "stock": Stock,
    "ejabberd": Ejabberd,
    "socket.io": SocketIo,
    "limit": Limit,
}


def rows(plan: Plan) -> Iterator[Row]:
    with contenders(SIDES, rooms=ROOMS, members=MEMBERS, plan=plan) as found:
        here = {contender.name: contender for contender in found}
        in_turn(found, InFlight, plan)
        yield against(here["ours"], here["stock"], "W1, default server / stock Channels", "≥ 20 ×")
        yield against(here["ours"], here["ejabberd"], "W1, default server / ejabberd", "≥ 3 ×")
        yield against(here["ours"], here["socket.io"], "W1, default server / socket.io", "> 1 ×")
        yield distance(here["ours"], here["limit"], "W1, C broadcast / default server", "≤ 6")
        four = [here["ours"], here["limit"]]
        for contender in four:
            contender.forget()
        in_turn(four, lambda: InFlight(4), plan)
        yield distance(*four, "four in flight, C broadcast / default server", "≤ 4")


def against(ours: Contender, other: Contender, name: str, reach: str) -> Row:
    """Ours as a multiple of another's."""
    return Row(
        name=name,
        value=ours.per_cpu_s(),
        unit=UNIT,
        baseline=other.per_cpu_s(),
        reach=reach,
        load=ours.load_share(),
        note=ours.why_not or other.why_not or seen(other),
        broken=ours.broken,
    )


def distance(ours: Contender, limit: Contender, name: str, reach: str) -> Row:
    """How many times as much the limit does."""
    value = ratio(limit.per_cpu_s(), ours.per_cpu_s())
    shares = [share for share in (ours.load_share(), limit.load_share()) if share is not None]
    note = ours.why_not or limit.why_not or f"the limit: {limit.per_cpu_s():,.0f} {UNIT}"
    return Row(name, value, "times", reach=reach, load=max(shares, default=None), note=note, broken=ours.broken)


def seen(other: Contender) -> str:
    """A peer that loses messages is worth a word; it is not our fault."""
    return f"{other.name}: {other.broken}" if other.broken else ""
