"""Runs the pattern rules: first one pass for the literals, then only the patterns that can match.

RE2 for every pattern, so no text makes one slow. Matches per rule are bounded; a sixth adds nothing.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final

import ahocorasick
import re2

from chat.ports import Finding

from .rules import AFTER, BEFORE, Guard, Rule
from .views import View, Views

_MATCHES_PER_RULE: Final = 5
_REACH: Final = 100  # code points around a match that a guard may read
_SENTENCE_ENDS: Final = ".!?;"


def compiled(pattern: str) -> Any:
    """An RE2 pattern over UTF-8 octets."""
    options = re2.Options()
    options.log_errors = False
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
        seen = self._pattern.search(around.side(self.guard.side).encode())
        if seen is None:
            return False
        return self._unless is None or self._unless.search(seen.group()) is None


@dataclass(frozen=True, slots=True)
class _Around:
    """A match and its sentence."""

    before: str
    match: str
    after: str

    def side(self, side: str) -> str:
        if side == BEFORE:
            return self.before
        if side == AFTER:
            return self.after
        return self.match + " ".join(self.after.split(" ")[:4])

    @classmethod
    def of(cls, view: View, start: int, end: int, line: "_Line") -> "_Around":
        before = view.text[max(line.start, start - _REACH) : start]
        after = view.text[end : min(line.end, end + _REACH)]
        return cls(_last_sentence(before), view.text[start:end], _first_sentence(after))


def _last_sentence(text: str) -> str:
    return text[max(text.rfind(mark) for mark in _SENTENCE_ENDS) + 1 :]


def _first_sentence(text: str) -> str:
    ends = [at for mark in _SENTENCE_ENDS if (at := text.find(mark)) >= 0]
    return text[: min(ends, default=len(text))]


@dataclass(frozen=True, slots=True)
class _Line:
    """The stretch of a view between two line breaks of the body: a guard never reads past them."""

    start: int
    end: int

    @classmethod
    def of(cls, body: str, view: View, start: int, end: int) -> "_Line":
        span = view.span(start, end)
        first = body.rfind("\n", 0, span.start) + 1
        last = body.find("\n", span.end)
        return cls(
            bisect_left(view.starts, first),
            len(view.text) if last < 0 else bisect_left(view.starts, last),
        )


class _Running:
    """A pattern rule, ready to run."""

    def __init__(self, rule: Rule) -> None:
        self.rule = rule
        self._pattern = compiled(rule.pattern)
        self._guards = [_Guarding(guard) for guard in rule.guards]

    def findings(self, body: str, view: View) -> Iterator[Finding]:
        for seen in islice(self._pattern.finditer(view.data), _MATCHES_PER_RULE):
            start, end = (view.code_points(at) for at in seen.span())
            tier = self._tier(body, view, start, end)
            if tier:
                yield self._finding(view, start, end, tier)

    def _tier(self, body: str, view: View, start: int, end: int) -> str:
        """The tier after the guards have spoken; empty when one of them stops the rule."""
        around = _Around.of(view, start, end, _Line.of(body, view, start, end))
        tier = self.rule.tier
        for guarding in self._guards:
            if guarding.applies(around):
                tier = guarding.guard.lowers_to
                if not tier:
                    break
        return tier

    def _finding(self, view: View, start: int, end: int, tier: str) -> Finding:
        rule = self.rule
        return Finding(rule.category, tier, rule.code, rule.version, view.span(start, end), rule.score, view.name)


class Patterns:
    """A set of pattern rules behind one automaton of their literals."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._running = [_Running(rule) for rule in rules if rule.pattern]
        by_word: dict[str, set[int]] = {}
        for number, running in enumerate(self._running):
            for word in running.rule.words:
                by_word.setdefault(word, set()).add(number)
        self._automaton = ahocorasick.Automaton()
        for word, numbers in by_word.items():
            self._automaton.add_word(word, frozenset(numbers))
        if by_word:
            self._automaton.make_automaton()

    def __call__(self, views: Views) -> Iterator[Finding]:
        if not self._running:
            return
        for number in sorted(self._possible(views.normal.text)):
            running = self._running[number]
            yield from running.findings(views.body, views.named(running.rule.view))

    def _possible(self, text: str) -> set[int]:
        """The rules of which at least one literal is in the text."""
        possible: set[int] = set()
        for _, numbers in self._automaton.iter(text):
            possible |= numbers
        return possible
