"""A set of rules, made ready once and exchanged as a whole. A text in work keeps the set with which it began."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from hashlib import blake2b
from typing import Final

from chat.ports import Deadline, Draft, Finding, Span

from .checks import MOST_UNGATED, RuleBroken, check_detector, name_of, running
from .decide import heard
from .detectors import DETECTORS, Detector
from .gate import Gate
from .patterns import Running
from .rules import PLAIN, RULES, VERSION, Rule, is_built_in
from .views import View, Views, Vocabulary
from .views.common_words import COMMON
from .words_of_rules import known_to, said_in

__all__ = ["Found", "RuleBroken", "RuleSet", "current", "use"]

_AT_A_TIME: Final = 16  # patterns between two looks at the clock
_Key = tuple[str, int, str, Span]


@dataclass(frozen=True, slots=True)
class Found:
    """What speaks, and what rules in shadow saw; each in the order of the text, each once."""

    findings: tuple[Finding, ...]
    shadow: tuple[Finding, ...]


@lru_cache(maxsize=4_096)
def _ready(rule: Rule) -> Running:
    return running(rule)


@lru_cache(maxsize=4_096)
def _digest(rule: Rule) -> bytes:
    return blake2b(repr(rule).encode(), digest_size=8).digest()


@cache
def _built_in_words() -> Vocabulary:
    return Vocabulary.of((*_said(RULES), *COMMON), _known(RULES))


def _said(rules: Iterable[Rule]) -> Iterator[str]:
    return (word for rule in rules for word in said_in(rule))


def _known(rules: Iterable[Rule]) -> Iterator[str]:
    return (word for rule in rules for word in sorted(known_to(rule)))


@dataclass(frozen=True)
class _Pack:
    """Rules behind one gate."""

    running: Sequence[Running]
    gate: Gate

    @classmethod
    def of(cls, rules: Iterable[Rule]) -> "_Pack":
        running = [_ready(rule) for rule in rules]
        return cls(running, Gate([ready.rule for ready in running]))

    def possible(self, text: str) -> list[Running]:
        return [self.running[number] for number in self.gate.possible(text)]


@lru_cache(maxsize=4)
def _built_in_pack(rules: tuple[Rule, ...]) -> _Pack:
    return _Pack.of(rules)


def _packs(rules: Iterable[Rule]) -> Sequence[_Pack]:
    """Built-in rules apart, so that one more row is ready in no time."""
    found = list(rules)
    others = [rule for rule in found if not is_built_in(rule)]
    built_in = _built_in_pack(tuple(rule for rule in found if is_built_in(rule)))
    return (built_in, _Pack.of(others)) if others else (built_in,)


def _vocabulary(rules: Iterable[Rule]) -> Vocabulary:
    """The words of the built-in rules, whether in use or not, and those of all others."""
    others = [rule for rule in rules if not is_built_in(rule)]
    return _built_in_words().with_words(_said(others), _known(others))


def _version(rules: Sequence[Rule]) -> str:
    if tuple(rules) == RULES:
        return VERSION
    return "rules." + blake2b(b"".join(sorted(map(_digest, rules))), digest_size=4).hexdigest()


class RuleSet:
    """Rules that run together. Nothing in it changes once it is made."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.rules: Final = tuple(rules)
        self.version: Final = _version(self.rules)
        self.flag_only: Final = frozenset((rule.code, rule.version) for rule in self.rules if rule.flag_only)
        named = [rule for rule in self.rules if name_of(rule)]
        for rule in named:
            check_detector(rule)
        self._detectors = _detectors(named)
        self._by_code = {rule.code: rule for rule in self.rules if is_built_in(rule)}
        self._borrowing = [rule for rule in named if not is_built_in(rule)]
        self._packs = _packs(rule for rule in self.rules if not name_of(rule))
        self.vocabulary = _vocabulary(self.rules)
        if sum(pack.gate.ungated for pack in self._packs) > MOST_UNGATED:
            raise RuleBroken("rules.too_many_ungated", "Too many patterns have no word that a text must hold.")

    @classmethod
    def of(cls, rules: Iterable[Rule]) -> "RuleSet":
        """Raises `RuleBroken`. Rules that ran in another set before are not made anew."""
        return cls(tuple(rules))

    def find(self, draft: Draft, *, deadline: Deadline) -> Found:
        """All findings of categories that speak. Raises what `deadline.check` raises."""
        views = Views(draft.body, self.vocabulary)
        found: dict[_Key, Finding] = {}
        shadow: dict[_Key, Finding] = {}
        for rule, findings in self._looks(views, draft, deadline):
            told = shadow if rule.is_shadow else found
            for finding in findings:
                told.setdefault(_key(finding), finding)  # the plainer view comes first
        return Found(_ordered(map(self._trusted, heard(found.values()))), _ordered(shadow.values()))

    def _trusted(self, finding: Finding) -> Finding:
        """Marked where its rule hits too much of late to be trusted alone."""
        return replace(finding, capped=True) if (finding.rule, finding.version) in self.flag_only else finding

    def _looks(self, views: Views, draft: Draft, deadline: Deadline) -> Iterator[tuple[Rule, Iterable[Finding]]]:
        for detector in self._detectors:
            deadline.check()
            told = list(detector(views, draft))
            yield from ((self._by_code[one.rule], [one]) for one in told if one.rule in self._by_code)
            yield from ((rule, _told_as(rule, told)) for rule in self._borrowing if _covers(rule, draft))
        yield from self._patterns(views, views.normal, draft, deadline)
        if views.undone is not views.normal:
            yield from self._patterns(views, views.undone, draft, deadline)

    def _patterns(
        self, views: Views, view: View, draft: Draft, deadline: Deadline
    ) -> Iterator[tuple[Rule, Iterable[Finding]]]:
        is_plain = view is views.normal
        possible = (ready for pack in self._packs for ready in pack.possible(view.text))
        for count, ready in enumerate(possible):
            if count % _AT_A_TIME == 0:
                deadline.check()
            rule = ready.rule
            seen = view if rule.view in PLAIN else views.named(rule.view)
            if (is_plain or seen is view) and ready.is_met(seen) and _covers(rule, draft):
                yield rule, ready.findings(views.body, seen)


def _detectors(rules: Iterable[Rule]) -> Sequence[Detector]:
    """Each that is called for, once."""
    return tuple(dict.fromkeys(DETECTORS[name_of(rule)] for rule in rules))


def _told_as(rule: Rule, told: Iterable[Finding]) -> Iterator[Finding]:
    """What its detector finds under its own name, as this rule's."""
    for finding in told:
        if finding.rule == name_of(rule):
            yield replace(
                finding,
                category=rule.category,
                tier=rule.tier,
                rule=rule.code,
                version=rule.version,
                score=rule.score,
            )


def _covers(rule: Rule, draft: Draft) -> bool:
    scope = rule.scope
    if scope.kind == "everywhere":
        return True
    here = {"facility": draft.facility_id, "unit": draft.unit_id, "room": draft.room_id, "person": draft.author_id}
    return scope.id == str(here[scope.kind])


def _key(finding: Finding) -> _Key:
    """What makes it the same finding, whatever view it was seen in."""
    return finding.rule, finding.version, finding.tier, finding.span


def _ordered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=_place))


def _place(finding: Finding) -> tuple[int, int, str, int, str, str]:
    return finding.span.start, finding.span.end, finding.rule, finding.version, finding.tier, finding.view


_current = RuleSet(RULES)


def current() -> RuleSet:
    return _current


def use(ruleset: RuleSet) -> None:
    """From now on every text is read with this set."""
    global _current  # one reference, exchanged at once
    _current = ruleset
