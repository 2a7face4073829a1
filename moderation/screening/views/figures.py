"""Numbers said in words."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from moderation.screening.rules import numbers

from .base import View
from .edits import Edit, edited

_WORD: Final = re.compile(r"[a-z]+")


#: A word that is none of these begins no number.
_BEGINNINGS: Final = frozenset({*numbers.ALL, *numbers.REPEATS})


def digits(view: View) -> View:
    """The same text with number words (en, es) as figures."""
    return edited("digits", view, [Edit(start, end, figure) for start, end, figure in _figures(view.text)])


def figures_at_most(text: str) -> int:
    """No fewer figures than the digits view of this normal form can hold; cheap."""
    said = sum(map(numbers.ALL.__contains__, _WORD.findall(text)))
    return sum(map(text.count, "0123456789")) + numbers.LONGEST * said


def _figures(text: str) -> Iterator[tuple[int, int, str]]:
    """Each number said in words, as (start, end, digits): *fifty five* is one, *five five* are two."""
    words = _WORD.findall(text)
    if _BEGINNINGS.isdisjoint(words):
        return
    places = [seen.span() for seen in _WORD.finditer(text)]
    done = 0
    for at, word in enumerate(words):
        if at < done or word not in _BEGINNINGS:
            continue
        figure, used = _figure(words, at)
        if used:
            done = at + used
            yield places[at][0], places[done - 1][1], figure


def _figure(words: Sequence[str], at: int) -> tuple[str, int]:
    """The number that begins at this word and how many words it takes; ("", 0) when none does."""
    word = words[at]
    first = words[at + 1] if at + 1 < len(words) else ""
    if word in numbers.UNITS:
        return (numbers.UNITS[word] + "00", 2) if first in numbers.HUNDRED else (numbers.UNITS[word], 1)
    if word in numbers.REPEATS and first in numbers.UNITS:
        return numbers.UNITS[first] * numbers.REPEATS[word], 2
    if word in numbers.TENS:
        return _tens(word, words[at + 1 : at + 3])
    if word in numbers.OH and first in numbers.UNITS and at and words[at - 1] in numbers.BEFORE_OH:
        return "0", 1
    figure = numbers.WHOLE.get(word, "")
    return figure, 1 if figure else 0


def _tens(word: str, following: Sequence[str]) -> tuple[str, int]:
    """*fifty five*, *cincuenta y cinco*, or only *fifty*."""
    tens = numbers.TENS[word]
    skip = 1 if following[:1] == ["y"] else 0
    unit = following[skip] if len(following) > skip else ""
    if numbers.UNITS.get(unit, "0") != "0":
        return tens[0] + numbers.UNITS[unit], 2 + skip
    return tens, 1
