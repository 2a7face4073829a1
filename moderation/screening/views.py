"""The text as rules read it, and the way back to what the writer wrote.

Each view keeps, for every code point of its own text, where the code points it stands for begin and end in the
body. Maps never go backwards, so a stretch of a view is always one stretch of the body.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from chat.ports import Span

from .rules import numbers

_APOSTROPHES: Final = frozenset("'\u2018\u2019\u201b`\u00b4\u02bc\u2032\uff07")
#: Look like nothing and are not of category Cf.
_FILLERS: Final = frozenset("\u115f\u1160\u3164\uffa0\u17b4\u17b5")
_BRAILLE_BLANK: Final = "\u2800"
_GONE: Final = frozenset({"Mn", "Me", "Cf", "Cc", "Cs"})
_REMEMBERED: Final = 20_000  # characters; a hostile text must not make the table grow without end


@dataclass(frozen=True)
class View:
    """A text and, for each of its code points, the half-open stretch of the body behind it."""

    name: str
    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def span(self, start: int, end: int) -> Span:
        """The stretch of the body behind `text[start:end]`, which must not be empty."""
        return Span(self.starts[start], self.ends[end - 1])

    @cached_property
    def data(self) -> bytes:
        """The text as RE2 wants it; encoded once for all patterns."""
        return self.text.encode("utf-8", "replace")

    @cached_property
    def _is_ascii(self) -> bool:
        return len(self.data) == len(self.text)

    def code_points(self, octets: int) -> int:
        """An offset into `data` as an offset into `text`."""
        return octets if self._is_ascii else len(self.data[:octets].decode())


class Views:
    """All views of one body, each made when first asked for."""

    def __init__(self, body: str) -> None:
        self.body = body

    @cached_property
    def raw(self) -> View:
        return View("raw", self.body, range(len(self.body)), range(1, len(self.body) + 1))

    @cached_property
    def normal(self) -> View:
        """NFKC and casefold; no invisible characters, accents or apostrophes; one space between words."""
        return _normal(self.body)

    @cached_property
    def digits(self) -> View:
        """The normal form with number words (en, es) as digits."""
        return _with_digits(self.normal)

    def named(self, name: str) -> View:
        view: View = getattr(self, name)
        return view


def _fold(char: str) -> str:
    """What one character becomes in the normal form: nothing, a letter, or a few."""
    if char in _APOSTROPHES or char in _FILLERS:
        return ""
    if char.isspace() or char == _BRAILLE_BLANK:
        return " "
    digit = unicodedata.digit(char, None)
    if digit is not None:
        return str(digit)
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", char).casefold())
    return "".join(c for c in folded if unicodedata.category(c) not in _GONE)


class _Folds(dict[str, str]):
    def __missing__(self, char: str) -> str:
        folded = _fold(char)
        if len(self) < _REMEMBERED:
            self[char] = folded
        return folded


_FOLDS: Final = _Folds()


def _normal(body: str) -> View:
    parts = [_FOLDS[char] for char in body]
    text = "".join(parts)
    if "  " in text:
        return _squeezed(parts)
    starts = [index for index, part in enumerate(parts) for _ in part]
    return View("normal", text, starts, [index + 1 for index in starts])


def _squeezed(parts: Sequence[str]) -> View:
    """The same with one space for several; it stands for all of them."""
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for index, part in enumerate(parts):
        for letter in part:
            if letter == " " and letters and letters[-1] == " ":
                ends[-1] = index + 1
                continue
            letters.append(letter)
            starts.append(index)
            ends.append(index + 1)
    return View("normal", "".join(letters), starts, ends)


_WORD: Final = re.compile(r"[a-z]+")


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    start: int
    end: int


def _with_digits(view: View) -> View:
    """Built piece by piece: what is not a number word keeps its own map."""
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    done = 0
    for start, end, figure in _figures(view.text):
        pieces += (view.text[done:start], figure)
        starts += view.starts[done:start]
        ends += view.ends[done:start]
        starts += [view.starts[start]] * len(figure)
        ends += [view.ends[end - 1]] * len(figure)
        done = end
    if not done:
        return View("digits", view.text, view.starts, view.ends)
    pieces.append(view.text[done:])
    return View("digits", "".join(pieces), [*starts, *view.starts[done:]], [*ends, *view.ends[done:]])


def figures_at_most(text: str) -> int:
    """No fewer figures than the digits view of this normal form can hold; cheap."""
    said = sum(map(numbers.ALL.__contains__, _WORD.findall(text)))
    return sum(map(text.count, "0123456789")) + numbers.LONGEST * said


def _figures(text: str) -> Iterator[tuple[int, int, str]]:
    """Each number said in words, as (start, end, digits): *fifty five* is one, *five five* are two."""
    words = [_Word(m[0], m.start(), m.end()) for m in _WORD.finditer(text)]
    at = 0
    while at < len(words):
        figure, used = _figure(words, at)
        if used:
            yield words[at].start, words[at + used - 1].end, figure
        at += used or 1


def _figure(words: Sequence[_Word], at: int) -> tuple[str, int]:
    """The number that begins at this word and how many words it takes; ("", 0) when none does."""
    word = words[at].text
    following = [w.text for w in words[at + 1 : at + 3]]
    first = following[0] if following else ""
    if word in numbers.REPEATS and first in numbers.UNITS:
        return numbers.UNITS[first] * numbers.REPEATS[word], 2
    if word in numbers.UNITS and first in numbers.HUNDRED:
        return numbers.UNITS[word] + "00", 2
    if word in numbers.TENS:
        return _tens(word, following)
    if word in numbers.OH and first in numbers.UNITS and at and words[at - 1].text in numbers.BEFORE_OH:
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
