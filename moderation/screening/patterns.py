"""Runs a pattern rule: its matches, then its guards. RE2 for every pattern, so no text makes one slow."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

import re2

from chat.ports import Finding

from .rules import AFTER, BEFORE, Guard, Rule
from .views import View

_REPORTED: Final = 5  # findings of a rule in a view; a sixth adds nothing
#: So many matches of a rule are excused by its guards. Whoever says it more often is read without excuses:
#: bounded work, and no heap of harmless matches hides the one that matters.
_EXCUSED: Final = 32
#: More matches than this that a plainer view has too: there it was reported, excused or not.
_KNOWN: Final = _EXCUSED + _REPORTED
_REACH: Final = 100  # code points around a match that a guard may read
#: Octets that a pattern's machine may keep of what it learnt; with too few, a large pattern is a hundred times slower.
_MEMORY: Final = 2 << 20
_PER_CHARACTER: Final = 256
_SENTENCE_ENDS: Final = ".!?;"


def compiled(pattern: str) -> Any:
    """An RE2 pattern over UTF-8 octets."""
    options = re2.Options()
    options.log_errors = False
    options.max_mem = _MEMORY + len(pattern) * _PER_CHARACTER
    return re2.compile(pattern.encode(), options=options)


class _Guarding:
    """A guard, ready to be asked."""

    def __init__(self, guard: Guard) -> None:
        self.guard = guard
        anchored = {
            BEFORE: rf"(?:{guard.pattern})\s*\z",
            AFTER: rf"\A(?:{guard.pattern})",
        }.get(guard.side, guard.pattern)
        self._pattern = compiled(anchored)
        self._unless = compiled(guard.unless) if guard.unless else None

    def applies(self, around: "_Around") -> bool:
        seen = self._pattern.search(around.side(self.guard.side))
        if seen is None:
            return False
        return self._unless is None or self._unless.search(seen.group()) is None


@dataclass(frozen=True)
class _Around:
    """A match and its sentence."""

    view: View
    start: int
    end: int
    line: "_Line"

    def side(self, side: str) -> bytes:
        if side == BEFORE:
            return self._before
        return self._after if side == AFTER else self._inside

    @cached_property
    def _before(self) -> bytes:
        text = self.view.text[max(self.line.start, self.start - _REACH) : self.start]
        return text[max(text.rfind(mark) for mark in _SENTENCE_ENDS) + 1 :].encode("utf-8", "replace")

    @cached_property
    def _following(self) -> str:
        text = self.view.text[self.end : min(self.line.end, self.end + _REACH)]
        ends = [at for mark in _SENTENCE_ENDS if (at := text.find(mark)) >= 0]
        return text[: min(ends, default=len(text))]

    @cached_property
    def _after(self) -> bytes:
        return self._following.encode("utf-8", "replace")

    @cached_property
    def _inside(self) -> bytes:
        """The match with the three words that follow."""
        match = self.view.text[self.start : self.end]
        return (match + " ".join(self._following.split(" ")[:4])).encode("utf-8", "replace")


@dataclass(frozen=True, slots=True)
class _Line:
    """The stretch of a view between two line breaks of the body: a guard never reads past them."""

    start: int
    end: int

    @classmethod
    def of(cls, body: str, view: View, start: int, end: int) -> "_Line":
        if "\n" not in body:
            return cls(0, len(view.text))
        span = view.span(start, end)
        first = body.rfind("\n", 0, span.start) + 1
        last = body.find("\n", span.end)
        return cls(
            bisect_left(view.starts, first),
            len(view.text) if last < 0 else bisect_left(view.starts, last),
        )


def _said_between(view: View, start: int, end: int) -> tuple[int, int]:
    """Without the end of the sentence before: it may open a pattern, and is no part of what it found."""
    match = view.text[start:end]
    return end - len(match.lstrip(_SENTENCE_ENDS + " ")) if match[0] in _SENTENCE_ENDS else start, end


class Running:
    """A pattern rule, ready to run."""

    def __init__(self, rule: Rule) -> None:
        self.rule = rule
        self.pattern = compiled(rule.pattern)
        self._guards = [_Guarding(guard) for guard in rule.guards]
        self._is_lettered = rule.view == "groups"

    def is_met(self, view: View) -> bool:
        return self.pattern.search(self._data(view)) is not None

    def findings(self, body: str, view: View) -> Iterator[Finding]:
        reported = excused = known = at = 0
        data = self._data(view)
        while reported < _REPORTED and known <= _KNOWN and (seen := self.pattern.search(data, at)):
            at = seen.end()
            start, end = _said_between(view, self._place(view, seen.start()), self._place(view, at))
            name = view.seen_in(start, end)
            if not name:
                known += 1
            elif tier := self._tier(body, view, start, end, is_excused=excused < _EXCUSED):
                yield self._finding(view, start, end, tier, name)
                reported += 1
            else:
                excused += 1
                at = _next_sentence(data, *seen.span())

    def _data(self, view: View) -> bytes:
        return view.lettered.data if self._is_lettered else view.data

    def _place(self, view: View, octets: int) -> int:
        """Where in the text of the view an offset into `_data` is."""
        return view.code_points(view.lettered.before(octets) if self._is_lettered else octets)

    def _finding(self, view: View, start: int, end: int, tier: str, name: str) -> Finding:
        rule = self.rule
        return Finding(rule.category, tier, rule.code, rule.version, view.span(start, end), rule.score, name)

    def _tier(self, body: str, view: View, start: int, end: int, *, is_excused: bool) -> str:
        """The tier after the guards have spoken; empty when one of them stops the rule."""
        tier = self.rule.tier
        if not is_excused:
            return tier
        around = _Around(view, start, end, _Line.of(body, view, start, end))
        for guarding in self._guards:
            if guarding.applies(around):
                tier = guarding.guard.lowers_to
                if not tier:
                    break
        return tier


def _next_sentence(data: bytes, start: int, end: int) -> int:
    """Where to look on after an excused match: it must not swallow the sentence after the one that it began in."""
    ends = [at for mark in _SENTENCE_ENDS if (at := data.find(mark.encode(), start + 1, end)) >= 0]
    return min(ends, default=end - 1) + 1
