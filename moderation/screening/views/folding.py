"""The normal form: what is left of a text when only the words count."""

import re
import unicodedata
from functools import partial
from typing import Final

from .base import Maps, View

_APOSTROPHES: Final = frozenset("'\u2018\u2019\u201b`\u00b4\u02bc\u2032\uff07")
#: Look like nothing and are not of category Cf.
_FILLERS: Final = frozenset("\u115f\u1160\u3164\uffa0\u17b4\u17b5")
_BRAILLE_BLANK: Final = "\u2800"
_GONE: Final = frozenset({"Mn", "Me", "Cf", "Cc", "Cs"})
_REMEMBERED: Final = 20_000  # characters; a hostile text must not make the table grow without end
_SPACES: Final = re.compile(" {2,}")
#: Where a body is not one letter for one: spaces that become one, and what goes.
_UNEVEN: Final = re.compile(" (?:-* )+|-")


def raw(body: str) -> View:
    size = len(body)
    return View("raw", body, lambda: Maps(range(size), range(1, size + 1)))


def normal(body: str) -> View:
    """NFKC and casefold; no invisible characters, accents or apostrophes; one space between words."""
    text = _single_spaced(body.translate(_ASCII if body.isascii() else _FOLDS))
    return View("normal", text, partial(_maps, body))


def _single_spaced(text: str) -> str:
    return _SPACES.sub(" ", text) if "  " in text else text


def _maps(body: str) -> Maps:
    """Stretch by stretch, for what is one letter for one."""
    sizes = body.translate(_SIZES)
    if "+" in sizes:
        return _letter_by_letter(body)
    starts: list[int] = []
    ends: list[int] = []
    done = 0
    for seen in _UNEVEN.finditer(sizes):
        starts += range(done, seen.start())
        ends += range(done + 1, seen.start() + 1)
        done = seen.end()
        if seen[0] != "-":
            starts.append(seen.start())
            ends.append(done)
    return Maps([*starts, *range(done, len(body))], [*ends, *range(done + 1, len(body) + 1)])


def _letter_by_letter(body: str) -> Maps:
    """A space that stands for several ends with the last of them."""
    starts: list[int] = []
    ends: list[int] = []
    before = ""
    for index, char in enumerate(body):
        for letter in _FOLDS[ord(char)]:
            if letter == " " == before:
                ends[-1] = index + 1
                continue
            starts.append(index)
            ends.append(index + 1)
            before = letter
    return Maps(starts, ends)


def _fold(char: str) -> str:
    """What one character becomes: nothing, a letter, or a few."""
    if char in _APOSTROPHES or char in _FILLERS:
        return ""
    if char.isspace() or char == _BRAILLE_BLANK:
        return " "
    digit = unicodedata.digit(char, None)
    if digit is not None:
        return str(digit)
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", char).casefold())
    return "".join(c for c in folded if unicodedata.category(c) not in _GONE)


class _Folds(dict[int, str]):
    """As `str.translate` wants it: by code point."""

    def __missing__(self, code: int) -> str:
        folded = _fold(chr(code))
        if len(self) < _REMEMBERED:
            self[code] = folded
        return folded


_FOLDS: Final = _Folds({code: _fold(chr(code)) for code in range(128)})
#: The same for ASCII alone, where `str.translate` is quickest.
_ASCII: Final = {code: _FOLDS[code] or None for code in range(128)}


class _Sizes(dict[int, str]):
    """What a character becomes: a letter, a space, nothing (-) or several letters (+)."""

    def __missing__(self, code: int) -> str:
        folded = _FOLDS[code]
        size = folded if folded == " " else "-1"[len(folded)] if len(folded) < 2 else "+"
        if len(self) < _REMEMBERED:
            self[code] = size
        return size


_SIZES: Final = _Sizes()
