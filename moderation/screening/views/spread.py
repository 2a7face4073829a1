"""Letters that stand apart (k.i.l.l, k i l l, k - i - l - l), put together to words again."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from math import inf
from typing import Final

from .base import View
from .edits import Edit
from .leet import CUT as JOINED
from .leet import LETTERS
from .vocabulary import I_OR_L, LONGEST, Vocabulary

_SIGN: Final = r"[^a-z0-9\s@$!]"
#: Three letters or more, each alone: with one space, with one or two signs, or with a sign between spaces.
_LETTER: Final = "[a-z0-9@$!]"
_RUN: Final = re.compile(
    rf"(?<![a-z0-9@$])(?<![a-z0-9][*#_]){_LETTER}(?:(?: |{_SIGN}{{1,3}}| {_SIGN} ){_LETTER}){{2,}}"
    r"[a-z]?(?![a-z0-9@$]|[*#_][a-z])"
)
_ANY_LETTER: Final = re.compile("[a-z]")
_PIECE: Final = re.compile(_LETTER)
#: Without one of these no word stands for several; cheaper to see than to part it.
_RUN_ON: Final = re.compile("you|myself|him|her|them|everyone|^te|^me|^los|^las|^voy|^quiero")
#: Of these, and of short words only of these, are words made that stand for several.
_WHO: Final = "you your yourself my myself him her them everyone te yo ti los las nos lo la"
_SMALL: Final = "i im u ur me it us to up is be do so go no a y de en mi tu se le me un"
_SOMEBODY: Final = frozenset(_WHO.split())
_SHORT: Final = frozenset([*_SOMEBODY, *_SMALL.split()])
_FEWEST: Final = 3  # letters; of two that a sign divides, it may hide a third. Where wider gaps end words, two are one
#: The words in rows of letters that were met in this text, by whether signs divide them.
_Known = dict[tuple[str, bool], Sequence[str]]
_UNKNOWN: Final = 9.0  # what a letter outside any word costs; a word costs 3 to 13


def joined(view: View, vocabulary: Vocabulary) -> list[Edit]:
    known: _Known = {}
    return [
        edit
        for seen in _RUN.finditer(view.text)
        if _ANY_LETTER.search(seen[0])
        for edit in _together(view, seen, vocabulary, known)
    ]


def _together(view: View, seen: re.Match[str], vocabulary: Vocabulary, known: _Known) -> Iterator[Edit]:
    places = [piece.start() for piece in _PIECE.finditer(view.text, seen.start(), seen.end())]
    gaps = [view.text[left + 1 : right] for left, right in pairwise(places)]
    is_signed = sum(gap not in (" ", "") for gap in gaps) * 2 >= len(gaps) - gaps.count("")
    ends = _signed_ends(gaps) if is_signed else _spaced_ends(gaps, _widths(view, places))
    fewest = _FEWEST if is_signed or not ends else 2
    for first, last in pairwise((0, *ends, len(places))):
        word = places[first:last]
        written = "".join(view.text[at] for at in word)
        if len(word) < fewest or not _is_worded(written):
            continue
        parts = known.get((written, is_signed))
        if parts is None:
            parts = known[written, is_signed] = _parts(written, vocabulary, is_signed=is_signed)
        if len(parts) < len(word):
            yield _edit(word, written, parts)


def _parts(written: str, vocabulary: Vocabulary, *, is_signed: bool) -> Sequence[str]:
    letters = written.translate(LETTERS).replace(I_OR_L, "i")
    return _signed(letters, vocabulary) if is_signed else list(parted(letters, vocabulary))


def _is_worded(written: str) -> bool:
    """More letters than figures."""
    return sum(map(str.isalpha, written)) * 2 > len(written)


def _signed_ends(gaps: Sequence[str]) -> list[int]:
    """Between letters with signs, a space ends a word."""
    return [number for number, gap in enumerate(gaps, start=1) if gap == " "]


def _spaced_ends(gaps: Sequence[str], widths: Sequence[int]) -> list[int]:
    """Between letters with spaces, a sign or a wider space does."""
    narrow = min(widths)
    return [
        number
        for number, (gap, width) in enumerate(zip(gaps, widths, strict=True), start=1)
        if width > narrow or gap not in (" ", "")
    ]


def _signed(letters: str, vocabulary: Vocabulary) -> list[str]:
    """Mostly one word, known or not: i.l.l.e.g.a.l; sometimes all of them: k.i.l.l.y.o.u."""
    return several(letters, vocabulary) or [letters]


def several(letters: str, vocabulary: Vocabulary) -> list[str]:
    """The words that an unknown one is made of, somebody among them: *killyou*, but not *breakdown*."""
    if letters in vocabulary or not _RUN_ON.search(letters):
        return []
    parts = list(parted(letters, vocabulary))
    if _SOMEBODY.isdisjoint(parts) or any(len(part) < 3 and part not in _SHORT for part in parts):
        return []
    return parts if all(part in vocabulary for part in parts) else []


def _widths(view: View, places: Sequence[int]) -> Sequence[int]:
    """How wide each gap was in the body, where some were wider than one space."""
    if len(view.text) == view.ends[-1]:
        return [1] * (len(places) - 1)
    return [view.starts[right] - view.ends[left] or 1 for left, right in pairwise(places)]


def _edit(places: Sequence[int], written: str, parts: Sequence[str]) -> Edit:
    """As it was written, but together. Each letter stands where it stood, a space for what was between two letters."""
    at: list[int] = []
    words: list[str] = []
    done = 0
    for part in parts:
        if at:
            at.append(places[done - 1] + 1)
        at += places[done : done + len(part)]
        words.append(written[done : done + len(part)])
        done += len(part)
    return Edit(places[0], places[-1] + 1, " ".join(words), JOINED, at)


def parted(letters: str, vocabulary: Vocabulary) -> Iterator[str]:
    """The likeliest words in a row of letters; what is no word stays together."""
    cuts = [len(letters), *_cuts(letters, vocabulary.costs)]
    unknown = 0  # letters before `start` that belong to no word
    for start, end in pairwise(reversed(cuts)):
        if letters[start:end] not in vocabulary:
            unknown += end - start
            continue
        if unknown:
            yield letters[start - unknown : start]
            unknown = 0
        yield letters[start:end]
    if unknown:
        yield letters[-unknown:]


def _cuts(letters: str, costs: Mapping[str, float]) -> Iterator[int]:
    """Where the words of the cheapest division begin, from the last to the first."""
    size = len(letters)
    cheapest = [0.0] + [inf] * size
    begins = [0] * (size + 1)
    for start in range(size):
        here = cheapest[start]
        if here + _UNKNOWN < cheapest[start + 1]:
            cheapest[start + 1], begins[start + 1] = here + _UNKNOWN, start
        for end in range(start + 1, min(size, start + LONGEST) + 1):
            cost = costs.get(letters[start:end])
            if cost is None:
                break
            if here + cost < cheapest[end]:
                cheapest[end], begins[end] = here + cost, start
    while size:
        size = begins[size]
        yield size
