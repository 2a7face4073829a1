"""Which rules can match a text: one pass for all literals, before any pattern runs."""

from collections.abc import Sequence

import ahocorasick

from .required import Choice, required
from .rules import PLAIN, Rule


class Gate:
    """Opens for a rule when one of its `words` is in the text, and what its pattern requires as well.

    Every choice of literals is a bit; a text is the bits of the choices of which it holds a literal.
    """

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._bits: dict[Choice, int] = {}
        self._needs = [sum({self._bit(choice) for choice in _choices(rule)}) for rule in rules]
        masks: dict[str, int] = {}
        for choice, bit in self._bits.items():
            for literal in choice:
                masks[literal] = masks.get(literal, 0) | bit
        self._masks = list(masks.values())
        self._automaton = ahocorasick.Automaton()
        for index, literal in enumerate(masks):
            self._automaton.add_word(literal, index)
        if masks:
            self._automaton.make_automaton()

    @property
    def ungated(self) -> int:
        """How many rules run on every text, for want of a literal."""
        return self._needs.count(0)

    def possible(self, text: str) -> list[int]:
        """The numbers of the rules, in their order."""
        met = 0
        if self._masks:
            for index in {index for _, index in self._automaton.iter(text)}:
                met |= self._masks[index]
        return [number for number, need in enumerate(self._needs) if met & need == need]

    def _bit(self, choice: Choice) -> int:
        return self._bits.setdefault(choice, 1 << len(self._bits))


def _choices(rule: Rule) -> Sequence[Choice]:
    """For other views than the plain one, the pattern tells nothing of it."""
    held = required(rule.pattern) if rule.view in PLAIN else ()
    return (frozenset(rule.words), *held) if rule.words else held
