"""The circle as people see it: seats, their two letters and their colours. No rules, no rows."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

SMALLEST, LARGEST = 3, 16
"""The circles that can be drawn: below three there is no ring, above sixteen the seats would touch."""

COLOURS = (6, 1, 2, 4, 8, 3, 7, 5, 4, 2, 8, 1, 3, 5, 7, 2)
"""The colour (1 to 8) of seats 1 to 16. Neighbours differ in circles of any size, first and last too."""


@dataclass(frozen=True)
class SeatView:
    """One seat as it is drawn. A free seat has no alias."""

    number: int
    total: int
    alias: str = ""
    initials: str = ""
    colour: int = 1
    is_me: bool = False
    is_lead: bool = False
    is_away: bool = False
    is_here: bool = True
    is_speaking: bool = False

    @property
    def is_free(self) -> bool:
        return not self.alias

    @property
    def angle(self) -> float:
        """Degrees from the top, clockwise; a seat keeps it for life."""
        return 360 * (self.number - 1) / self.total


def colour(number: int) -> int:
    """The colour (1 to 8) of a seat, the same for life."""
    return COLOURS[(number - 1) % len(COLOURS)]


def initials(aliases: Mapping[int, str]) -> dict[int, str]:
    """Two letters for each seat; no two alike in one circle. Lower seats choose first."""
    taken: dict[str, int] = {}
    for number in sorted(aliases):
        letters = next(pair for pair in _pairs(aliases[number]) if pair.casefold() not in taken)
        taken[letters.casefold()] = number
    return {number: _as_written(letters, aliases[number]) for letters, number in taken.items()}


def _pairs(alias: str) -> Iterator[str]:
    """Pairs of letters for an alias, the most natural first; never ends without one that is free."""
    letters = [letter for letter in alias if letter.isalpha()] or ["?"]
    words = alias.split()
    if len(words) > 1:
        yield "".join(word[0] for word in words[:2])
    yield from (letters[0] + other for other in letters[1:])
    yield from (letters[0] + str(count) for count in range(1, LARGEST * 10))


def _as_written(letters: str, alias: str) -> str:
    """'QR' for two words, 'Ha' for one."""
    starts = "".join(word[0] for word in alias.split()[:2]).casefold()
    return letters.upper() if letters == starts else letters.capitalize()


def circle(
    aliases: Mapping[int, str],
    *,
    total: int,
    me: int | None = None,
    leads: Collection[int] = (),
    away: Collection[int] = (),
    here: Collection[int] | None = None,
    speaking: int | None = None,
) -> list[SeatView]:
    """All seats of a circle in order, the free ones too. `here` None: not known, drawn as there."""
    letters = initials(aliases)
    return [
        SeatView(
            number=number,
            total=total,
            alias=aliases.get(number, ""),
            initials=letters.get(number, ""),
            colour=colour(number),
            is_me=number == me,
            is_lead=number in leads,
            is_away=number in away,
            is_here=here is None or number in here,
            is_speaking=number == speaking,
        )
        for number in range(1, total + 1)
    ]
