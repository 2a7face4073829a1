"""A circle that nobody sits in: its rings, its faces, its people."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from core.seats import SeatView, circle

ALIASES = {
    1: "Harbor",
    2: "Juniper",
    3: "Quiet River",
    4: "Cedar",
    5: "Northern Light",
    6: "Marlow",
    7: "Tall Oak",
    8: "Asher",
    9: "Saltmarsh",
    11: "Wanderer Of Cold Springs",
    12: "Kestrel",
}
ME, LEADS, AWAY = 3, {1, 8}, {7}


@dataclass(frozen=True, slots=True)
class Ring:
    """A ring, and what stands in its middle."""

    name: str
    seats: Sequence[SeatView]
    big: str = ""
    mid: str = ""
    small: str = ""
    time: float | None = None


def seats(*, total: int = 12, speaking: int | None = None, here: set[int] | None = None) -> list[SeatView]:
    """The circle of the examples, or as much of it as `total` chairs hold."""
    sitting = {number: alias for number, alias in ALIASES.items() if number <= total}
    return circle(sitting, total=total, me=ME, leads=LEADS, away=AWAY, here=here, speaking=speaking)


def rings() -> list[Ring]:
    """A circle before, in and after a session; small, full, and with one person."""
    full = {number: ALIASES.get(number, f"Guest {number}") for number in range(1, 17)}
    alone = circle({ME: ALIASES[ME]}, total=12, me=ME)
    return [
        Ring("Three seats", seats(total=3)),
        Ring("Twelve seats, one free, one away", seats()),
        Ring("Sixteen seats, full", circle(full, total=16, me=ME, leads=LEADS)),
        Ring("Minutes to go", seats(), big="5", small=_("minutes"), time=0.08),
        Ring("Open", seats(speaking=4, here={1, 2, 3, 4, 6, 8}), mid=_("Now"), small=_("open"), time=0.55),
        Ring("Your turn in the room", seats(speaking=ME, here={1, 2, 3, 4, 6, 8}), big="6", small=_("here now")),
        Ring("A hundred minutes left, and few are here", seats(here={2, 3}), big="2", small=_("here now"), time=1.0),
        Ring("One person", alone, big="1", small=_("here now")),
        Ring("Not here yet, you neither", seats(here={1, 2}), big="2", small=_("here now")),
    ]


def faces() -> list[tuple[str, SeatView]]:
    """A face in every state that it has."""
    mine = seats()[ME - 1]
    plain = replace(mine, is_me=False)
    return [
        ("There", plain),
        ("You", mine),
        ("Taking a break", replace(plain, is_away=True)),
        ("You, taking a break", replace(mine, is_away=True)),
    ]
