"""A view with each name of a group as one letter, for the rules about groups of people."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import re2

from moderation.screening.rules.groups import LETTERS

_LONGEST_FIRST: Final = "|".join(sorted(LETTERS, key=len, reverse=True))
_NAME: Final = re2.compile(rf"\b(?:{_LONGEST_FIRST})\b".encode())
_OCTETS: Final = {name.encode(): letter.encode() for name, letter in LETTERS.items()}


@dataclass(frozen=True, slots=True)
class Lettered:
    """`data` as RE2 wants it; behind each letter, the text that was there is so many octets longer."""

    data: bytes
    ends: Sequence[int]
    longer: Sequence[int]

    def before(self, octets: int) -> int:
        """An offset into `data` as an offset into the octets with the names."""
        return octets + self.longer[bisect_right(self.ends, octets)]


def lettered(data: bytes) -> Lettered:
    pieces: list[bytes] = []
    ends: list[int] = []
    longer = [0]
    done = 0
    for seen in _NAME.finditer(data):
        start, end = seen.span()
        pieces += (data[done:start], _OCTETS[data[start:end]])
        ends.append(start - longer[-1] + 1)
        longer.append(end - ends[-1])
        done = end
    return Lettered(b"".join([*pieces, data[done:]]), ends, longer)
