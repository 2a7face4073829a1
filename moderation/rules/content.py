"""What one version of a rule says, as services and forms hand it over, and whether it is whole."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from moderation.errors import RuleIncomplete
from moderation.rules import compiling
from moderation.rules.models import RuleVersion, ScopeKind
from moderation.screening.decide import TIERS
from moderation.screening.rules import EVERYWHERE, Scope

Kind = RuleVersion.Kind

#: Characters: of the sentence that staff read, of a pattern, of one literal, of one example.
LONGEST_PURPOSE = 300
LONGEST_PATTERN = 2_000
LONGEST_LITERAL = 100
LONGEST_EXAMPLE = 2_000
#: Literals (or alternatives of one step), steps and examples of a rule.
MOST_LITERALS = 500
MOST_STEPS = 8
MOST_EXAMPLES = 50
WIDEST_GAP = 5

#: The field in which each kind says what it looks for; the others stay empty.
SAYS: Mapping[str, str] = {
    Kind.LITERALS: "literals",
    Kind.PATTERN: "pattern",
    Kind.PHRASE: "steps",
    Kind.DETECTOR: "detector",
}


@dataclass(frozen=True, slots=True)
class Content:
    """`steps`: alternatives, one step after another, with up to `gap` words between two of them. `not_before` and
    `not_after`: words right before or after a match that stop it. `score`: 1 speaks alone, less only together."""

    kind: str
    category: str
    tier: str
    purpose: str
    scope: Scope = EVERYWHERE
    score: float = 1.0
    literals: tuple[str, ...] = ()
    pattern: str = ""
    steps: tuple[tuple[str, ...], ...] = ()
    gap: int = 0
    not_before: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    detector: str = ""
    must_match: tuple[str, ...] = ()
    must_not_match: tuple[str, ...] = ()

    def values(self) -> dict[str, Any]:
        """As the columns of a version hold it."""
        values = {name: _plain(value) for name, value in asdict(self).items() if name != "scope"}
        return {**values, "scope_kind": self.scope.kind, "scope_id": self.scope.id}

    @property
    def purpose_key(self) -> tuple[str, ...]:
        """What a second person agrees to: what it is for, what it leads to, and where."""
        return self.purpose, self.category, self.tier, self.scope.kind, self.scope.id


def of(version: RuleVersion) -> Content:
    return Content(
        kind=version.kind,
        category=version.category,
        tier=version.tier,
        purpose=version.purpose,
        scope=compiling.scope_of(version),
        score=version.score,
        literals=tuple(version.literals),
        pattern=version.pattern,
        steps=tuple(tuple(step) for step in version.steps),
        gap=version.gap,
        not_before=tuple(version.not_before),
        not_after=tuple(version.not_after),
        detector=version.detector,
        must_match=tuple(version.must_match),
        must_not_match=tuple(version.must_not_match),
    )


def check(content: Content) -> None:
    """`RuleIncomplete` naming the first field that is not right. Whether a pattern is one is asked when it runs."""
    for field, right in _questions(content):
        if not right:
            raise RuleIncomplete(field)


def _questions(content: Content) -> list[tuple[str, bool]]:
    return [
        ("kind", content.kind in SAYS),
        ("category", content.category in TIERS),
        ("tier", content.tier in TIERS.get(content.category, ())),
        ("purpose", bool(content.purpose.strip()) and len(content.purpose) <= LONGEST_PURPOSE),
        ("scope", content.scope.kind in ScopeKind.values and _names_its_place(content.scope)),
        ("score", 0 < content.score <= 1),
        *((field, _is_said(content, kind, field)) for kind, field in SAYS.items()),
        ("literals", _are_words(content.literals)),
        ("pattern", len(content.pattern) <= LONGEST_PATTERN),
        ("steps", len(content.steps) <= MOST_STEPS and all(step and _are_words(step) for step in content.steps)),
        ("gap", 0 <= content.gap <= WIDEST_GAP),
        ("not_before", _are_words(content.not_before)),
        ("not_after", _are_words(content.not_after)),
        ("detector", not content.detector or content.detector in compiling.detectors()),
        ("must_match", _are_examples(content.must_match)),
        ("must_not_match", _are_examples(content.must_not_match)),
    ]


def _names_its_place(scope: Scope) -> bool:
    return (scope.kind == "everywhere") == (scope.id == "")


def _is_said(content: Content, kind: str, field: str) -> bool:
    return bool(getattr(content, field)) == (content.kind == kind)


def _are_words(words: tuple[str, ...]) -> bool:
    fitting = all(word.strip() and len(word) <= LONGEST_LITERAL for word in words)
    return fitting and len(words) <= MOST_LITERALS


def _are_examples(examples: tuple[str, ...]) -> bool:
    fitting = all(text.strip() and len(text) <= LONGEST_EXAMPLE for text in examples)
    return fitting and len(examples) <= MOST_EXAMPLES


def _plain(value: Any) -> Any:
    """Tuples as JSON holds them."""
    return [_plain(one) for one in value] if isinstance(value, tuple) else value
