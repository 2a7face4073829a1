"""Rules of words and phrases, as the pattern, the literals and the guards that they stand for."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from .rules import AFTER, BEFORE, Guard, Rule
from .views.folding import normal

#: Between two words of a sentence, and a word that may stand there.
_SEP: Final = r"[\s,:\"()-]{1,3}"
_WORD: Final = r"[^\s.!?;]+"
_SENTENCE: Final = r"[^.!?;]*"


def as_pattern(rule: Rule) -> Rule:
    """The same rule as a pattern, with the words around it that stop it as guards."""
    if rule.kind == "literals":
        said = spellings(rule.literals)
        return replace(rule, pattern=_any_of(said), words=said, guards=_guards(rule))
    if rule.kind == "phrase":
        steps = [spellings(step) for step in rule.steps]
        return replace(rule, pattern=_phrase(steps, rule.gap), words=_rarest(steps), guards=_guards(rule))
    if rule.kind == "pattern" and (rule.not_before or rule.not_after):
        return replace(rule, guards=_guards(rule))
    return rule


def spellings(texts: Sequence[str]) -> tuple[str, ...]:
    """In the normal form, each once and none empty."""
    return tuple(dict.fromkeys(text for text in (normal(text).text.strip() for text in texts) if text))


def _any_of(said: Sequence[str]) -> str:
    return "(?:" + "|".join(_whole(text) for text in sorted(said, key=len, reverse=True)) + ")"


def _whole(text: str) -> str:
    before = r"\b" if re.match(r"\w", text, re.ASCII) else ""
    after = r"\b" if re.search(r"\w\Z", text, re.ASCII) else ""
    return before + re.escape(text) + after


def _phrase(steps: Sequence[Sequence[str]], gap: int) -> str:
    between = _SEP + (f"(?:{_WORD}{_SEP}){{0,{gap}}}" if gap else "")
    return between.join(map(_any_of, steps))


def _rarest(steps: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """The step whose shortest spelling is longest: the one least often met."""
    return tuple(max(steps, key=lambda step: min(map(len, step))))


def _guards(rule: Rule) -> tuple[Guard, ...]:
    guards = list(rule.guards)
    if before := spellings(rule.not_before):
        guards.append(Guard("not before", BEFORE, _any_of(before) + _SENTENCE))
    if after := spellings(rule.not_after):
        guards.append(Guard("not after", AFTER, _SENTENCE + _any_of(after)))
    return tuple(guards)
