"""Floods: one thing again and again, in a text or over its author's last messages. Asked as `floods(views, draft)`.

Word for word the same is a flood; *amen* and *you got this* may come as often as people need them.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from operator import eq
from typing import Final

from chat.ports import Draft, Finding, Span

from .rules.floods import FLOOD, SUPPORT
from .views import Views

_LEAST_LETTERS: Final = 12  # of a text, a line, a phrase; shorter ones are answers and cries
_MESSAGES: Final = 3  # the same, this one among them
_LINES: Final = 5
_PHRASES: Final = 6  # in a row
_LONGEST_PHRASE: Final = 8  # words
_ONE_WORD: Final = 20  # in a row
_SIGNS: Final = re.compile(r"(\S)\1{59,}")  # sixty in a row
#: Fewer different words than this, of all words, and it is worth looking for phrases.
_DIFFERENT: Final = 0.6

_SUPPORT: Final = re.compile(rf"\b(?:{SUPPORT})\b")
_LETTER: Final = re.compile(r"[^\W\d_]")
_LINE: Final = re.compile(r"[^.!?\n]+")
_WORD: Final = re.compile(r"\w+")


def floods(views: Views, draft: Draft) -> Iterator[Finding]:
    """Each kind of flood at most once."""
    if _is_said_again(views.normal.text, draft.recent):
        yield _in_normal(views, 0, len(views.normal.text))
    signs = _SIGNS.search(views.body)
    if signs is not None:
        yield _finding(Span(*signs.span()), "raw")
    yield from _lines(views.body)
    yield from _phrases(views)


def _is_said_again(normal: str, recent: Sequence[str]) -> bool:
    if len(recent) < _MESSAGES - 1 or not _counts(normal):
        return False
    said = _WORD.findall(normal)
    return 1 + sum(_WORD.findall(Views(text).normal.text) == said for text in recent) >= _MESSAGES


def _lines(body: str) -> Iterator[Finding]:
    """The place where a line or sentence comes for the fifth time."""
    written = _LINE.findall(body.casefold())
    if len(written) < _LINES or len(set(map(str.strip, written))) > len(written) - _LINES + 1:
        return
    seen: Counter[tuple[str, ...]] = Counter()
    for line in _LINE.finditer(body):
        words = tuple(_WORD.findall(line.group().casefold()))
        seen[words] += 1
        if seen[words] == _LINES and _counts(Views(line.group()).normal.text):
            yield _finding(Span(*line.span()), "raw")
            return


def _phrases(views: Views) -> Iterator[Finding]:
    """The first run of one word or phrase that is long enough."""
    words = _WORD.findall(views.normal.text)
    if len(words) < 2 * _PHRASES or len(set(words)) > _DIFFERENT * len(words):
        return
    for size in range(1, _LONGEST_PHRASE + 1):
        first = _run(words, size)
        if first is not None:
            found = list(_WORD.finditer(views.normal.text))
            yield _in_normal(views, found[first].start(), found[first + size * _times(size) - 1].end())
            return


def _times(size: int) -> int:
    return _ONE_WORD if size == 1 else _PHRASES


def _run(words: Sequence[str], size: int) -> int | None:
    """Where `size` words begin that come often enough in a row, if they do."""
    same = bytes(map(eq, words[size:], words))
    wanted = b"\1" * size * (_times(size) - 1)
    first = same.find(wanted)
    while first >= 0:
        if _is_phrase(words[first : first + size]):
            return first
        end = same.find(b"\0", first)
        first = same.find(wanted, end) if end >= 0 else -1
    return None


def _is_phrase(words: Sequence[str]) -> bool:
    """Whether its repetition is a flood; one word alone may be short, and a phrase is no word said often."""
    if len(words) == 1:
        return _SUPPORT.fullmatch(words[0]) is None
    return len(set(words)) > 1 and _counts(" ".join(words))


def _counts(normal: str) -> bool:
    """Whether a text is long enough to be a flood, and no word of support."""
    return len(_LETTER.findall(normal)) >= _LEAST_LETTERS and _SUPPORT.search(normal) is None


def _in_normal(views: Views, start: int, end: int) -> Finding:
    return _finding(views.normal.span(start, end), "normal")


def _finding(span: Span, view: str) -> Finding:
    return Finding(FLOOD.category, FLOOD.tier, FLOOD.code, FLOOD.version, span, FLOOD.score, view)
