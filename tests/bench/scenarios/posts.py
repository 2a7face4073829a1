"""Acknowledged posts a second: 200 rooms, two members each in front of it, one core."""

from collections.abc import Iterator

from tests.bench.drives import OnceTaken, Steady
from tests.bench.figures import median, percentile
from tests.bench.lab import Contender, Factory, Plan, contenders, in_turn
from tests.bench.lines import Seat
from tests.bench.sides.ours import Ours
from tests.bench.table import Row

ROOMS, MEMBERS = 200, 2
OFFERED = 1500


class Pairs(Ours):
    """Rooms have at least three members; two of each come."""

    def seats(self, rooms: int, members: int) -> list[Seat]:
        found = super().seats(rooms, 3)
        return [seat for place, seat in enumerate(found) if place % 3 < members]


def embedded() -> Pairs:
    return Pairs(name="Same Circle, embedded", embedded=True)


SIDES: dict[str, Factory] = {"PostgreSQL": Pairs, "SQLite": embedded}
REACH = {"PostgreSQL": "≥ 1500", "SQLite": "≥ 800"}


def rows(plan: Plan) -> Iterator[Row]:
    with contenders(SIDES, rooms=ROOMS, members=MEMBERS, plan=plan) as found:
        in_turn(found, OnceTaken, plan)
        for contender in found:
            yield _rate(contender)
        found[0].forget()
        in_turn(found[:1], lambda: Steady(OFFERED), plan)
        yield _delay(found[0])


def _rate(contender: Contender) -> Row:
    return Row(
        name=f"acknowledged posts, 200 rooms, {contender.name}",
        value=median([one.window.acked / one.window.seconds for one in contender.measured]),
        unit="posts/s",
        reach=REACH[contender.name],
        load=contender.load_share(),
        note=contender.why_not,
        broken=contender.broken,
    )


def _delay(contender: Contender) -> Row:
    found = percentile([delay for one in contender.measured for delay in one.window.acks], 99)
    return Row(
        name=f"p99 post to acknowledged, {OFFERED} posts/s offered",
        value=None if found is None else found * 1000,
        unit="ms",
        reach="≤ 100",
        load=contender.load_share(),
        note=contender.why_not,
        broken=contender.broken,
    )
