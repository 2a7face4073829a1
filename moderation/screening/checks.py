"""What a rule must be like to run at all; the reasons are plain words for whoever wrote it."""

from typing import Any, Final

import re2

from .decide import TABLE
from .detectors import DETECTORS
from .patterns import Running
from .phrases import as_pattern, spellings
from .rules import Rule, is_built_in

LONGEST_PATTERN: Final = 2_000  # characters
LARGEST_PROGRAM: Final = 4_000  # instructions of RE2; what `.{0,500}` and its like become
WIDEST_GAP: Final = 5  # words
MOST_UNGATED: Final = 32  # patterns without a literal, which run on every text
_SCOPES: Final = frozenset({"everywhere", "facility", "unit", "room", "person"})
_VIEWS: Final = frozenset({"raw", "normal", "digits", "figures", "signs", "groups"})
#: A pattern that matches nothing here matches nothing anywhere.
_PROBES: Final = (b"", b"a b", b"1. x")


class RuleBroken(ValueError):
    """A rule that can't run: a stable code, and why."""

    def __init__(self, code: str, why: str) -> None:
        super().__init__(code)
        self.code = code
        self.why = why


def name_of(rule: Rule) -> str:
    """The detector that a rule calls; empty when it calls none."""
    if rule.kind == "detector" or rule.detector:
        return rule.detector or rule.code
    return rule.code if rule.kind == "pattern" and not rule.pattern and rule.code in DETECTORS else ""


def running(rule: Rule) -> Running:
    """The rule made ready to run. Raises `RuleBroken`."""
    _check(rule)
    try:
        ready = Running(as_pattern(rule))
    except re2.error:
        raise RuleBroken("rule.pattern_refused", "The pattern is not one that RE2 can read.") from None
    if not is_built_in(rule):
        _check_program(ready.pattern)
    return ready


def check_detector(rule: Rule) -> None:
    _check_place(rule)
    if name_of(rule) not in DETECTORS:
        raise RuleBroken("rule.unknown_detector", "There is no detector of this name.")


def _check(rule: Rule) -> None:
    _check_place(rule)
    if rule.view not in _VIEWS:
        raise RuleBroken("rule.unknown_view", "There is no view of this name.")
    if rule.kind == "literals":
        _check_words(rule.literals)
    elif rule.kind == "phrase":
        _check_phrase(rule)
    elif rule.kind != "pattern":
        raise RuleBroken("rule.unknown_kind", "There is no kind of rule of this name.")
    elif not is_built_in(rule):
        _check_pattern(rule.pattern)


def _check_place(rule: Rule) -> None:
    if rule.category not in TABLE:
        raise RuleBroken("rule.unknown_category", "There is no category of this name.")
    if rule.tier not in TABLE[rule.category]:
        raise RuleBroken("rule.unknown_tier", "The category has no tier of this name.")
    if rule.scope.kind not in _SCOPES:
        raise RuleBroken("rule.unknown_scope", "A rule holds everywhere, in a facility, unit or room, or for a person.")
    if rule.scope.kind != "everywhere" and not rule.scope.id:
        raise RuleBroken("rule.empty_scope", "The rule doesn't say for which place or person it holds.")


def _check_words(words: tuple[str, ...]) -> None:
    if not words:
        raise RuleBroken("rule.no_words", "The rule has no words to look for.")
    if any(not spellings([word]) for word in words):
        raise RuleBroken("rule.empty_word", "One of the words is empty.")


def _check_phrase(rule: Rule) -> None:
    if not rule.steps:
        raise RuleBroken("rule.no_words", "The rule has no words to look for.")
    for step in rule.steps:
        _check_words(step)
    if not 0 <= rule.gap <= WIDEST_GAP:
        raise RuleBroken("rule.gap", f"Between two steps there can be 0 to {WIDEST_GAP} words.")


def _check_pattern(pattern: str) -> None:
    if not pattern:
        raise RuleBroken("rule.no_pattern", "The rule has no pattern.")
    if len(pattern) > LONGEST_PATTERN:
        raise RuleBroken("rule.pattern_long", f"The pattern has more than {LONGEST_PATTERN} characters.")


def _check_program(pattern: Any) -> None:
    if pattern.programsize > LARGEST_PROGRAM:
        raise RuleBroken("rule.pattern_large", "The pattern repeats too much: it would be slow.")
    for probe in _PROBES:
        if any(seen.start() == seen.end() for seen in pattern.finditer(probe)):
            raise RuleBroken("rule.matches_nothing", "The pattern matches where there is nothing.")
