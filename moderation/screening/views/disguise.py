"""The text with its disguises undone, word by word, and only where something looks disguised.

Ordinary text comes out as it went in, as the same object.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from .base import View
from .edits import Edit, edited
from .folding import normal
from .leet import CUT, SIGNS, read
from .lookalikes import LATIN
from .spread import joined, several
from .vocabulary import Vocabulary

SKELETON: Final = "skeleton"
SQUEEZED: Final = "squeezed"
SWAPPED: Final = "swapped"
JOINED: Final = "joined"

#: A capital I among small letters is an l.
_LIKE_L: Final = re.compile("I+")
_TOKEN: Final = re.compile(rf"[a-z0-9{SIGNS}]*[a-z0-9{SIGNS.replace('!', '')}]")
_CUT: Final = re.compile(r"(?<![a-z0-9])[a-z]+(?:[-./][a-z]+)+(?![a-z0-9@])")
_SIGNED: Final = re.compile("[a-z./-]+")
_CUTS: Final = re.compile("[-./]")
_CUTTING: Final = re.compile("[-./][a-z]")
_CUT_SHORTEST: Final = 4  # letters; a.m. is none
_THRICE: Final = re.compile(r"(.)\1\1+")
_LONG: Final = range(9, 25)


@dataclass(frozen=True)
class Undone(View):
    """Knows what was changed, step by step."""

    body: str = ""
    looks: str = ""
    passes: Sequence[tuple[View, Sequence[Edit]]] = ()

    def seen_in(self, start: int, end: int) -> str:
        """The steps that changed something in this stretch, as in `joined+leet`."""
        span = self.span(start, end)
        steps = {step for view, edits in self.passes for step in _touched(view, edits, span.start, span.end)}
        if self.body[span.start : span.end] != self.looks[span.start : span.end]:
            steps.add(SKELETON)
        return "+".join(sorted(steps))


def _touched(view: View, edits: Sequence[Edit], start: int, end: int) -> Iterator[str]:
    """The steps of those edits that share a part of the body with this stretch of it."""
    first = bisect_right(edits, start, key=lambda edit: view.ends[edit.end - 1])
    for edit in edits[first:]:
        if view.starts[edit.start] >= end:
            return
        yield edit.step


def undone(body: str, plain: View, vocabulary: Vocabulary) -> View:
    looks = _skeleton(body)
    view = plain if looks == body else normal(looks)
    passes: list[tuple[View, Sequence[Edit]]] = []
    for step in (joined, _healed, _read):
        edits = step(view, vocabulary)
        if edits:
            passes.append((view, edits))
            view = edited("undone", view, edits)
    return plain if view is plain else Undone("undone", view.text, view.drawn, body, looks, passes)


def _skeleton(body: str) -> str:
    """With letters of other scripts as the Latin ones that they look like; as long as the body."""
    if not body.isascii() and not LATIN.keys().isdisjoint(set(body)):
        body = "".join(map(LATIN.get, body, body))
    return _LIKE_L.sub(_as_l, body) if body.count("I") > body.count(" I") else body


def _as_l(seen: re.Match[str]) -> str:
    text, start, end = seen.string, seen.start(), seen.end()
    is_inside = start > 0 and text[start - 1].islower() and not text[end : end + 1].isupper()
    return "l" * len(seen[0]) if is_inside else seen[0]


def _healed(view: View, vocabulary: Vocabulary) -> list[Edit]:
    """Words that a sign cuts in two: ki-ll. Where both parts are words it was meant: self-harm."""
    if not _CUTTING.search(view.text):
        return []
    cut = {written for token in set(_SIGNED.findall(view.text)) if _is_cut(written := token.strip("-./"), vocabulary)}
    return [_whole(seen.start(), seen[0]) for seen in _CUT.finditer(view.text) if seen[0] in cut] if cut else []


def _is_cut(written: str, vocabulary: Vocabulary) -> bool:
    if written.isalpha():
        return False
    parts = _CUTS.split(written)
    word = "".join(parts)
    return len(word) >= _CUT_SHORTEST and word in vocabulary and not all(part in vocabulary for part in parts)


def _whole(start: int, written: str) -> Edit:
    at = [start + place for place, letter in enumerate(written) if letter.isalpha()]
    return Edit(start, start + len(written), _CUTS.sub("", written), CUT, at)


def _read(view: View, vocabulary: Vocabulary) -> list[Edit]:
    """Each odd token is looked up once, however often it comes."""
    unknown = set(_TOKEN.findall(view.text)).difference(vocabulary.counts)
    known = {token: found for token in unknown if (found := _word(token, vocabulary))[0]}
    if not known:
        return []
    return [_edit(seen.start(), seen[0], *known[seen[0]]) for seen in _TOKEN.finditer(view.text) if seen[0] in known]


def _edit(start: int, token: str, word: str, step: str) -> Edit:
    end = start + len(token)
    return Edit(start, end, word, step, range(start, end) if len(word) == len(token) else ())


def _word(token: str, vocabulary: Vocabulary) -> tuple[str, str]:
    """What an unknown token stands for, and the step that says so."""
    if not token.isalpha():
        return read(token, vocabulary)
    if _THRICE.search(token):
        return vocabulary.spelled_like(token) or _THRICE.sub(r"\1", token), SQUEEZED
    if word := vocabulary.unswapped(token):
        return word, SWAPPED
    return " ".join(several(token, vocabulary)) if len(token) in _LONG else "", JOINED
