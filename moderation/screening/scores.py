"""What findings weigh together, per category and never across categories.

A strong rule weighs 1 and speaks alone. Weak signals (a rule with a smaller score) speak only together; each rule
counts once, however often it matched. Signals of a graver tier count for the milder ones too, never the other way.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from chat.ports import Finding

#: From here on a category speaks.
SPEAKS: Final = 1.0
#: More than this is not more certain.
CAP: Final = 2.0


@dataclass(frozen=True, slots=True)
class Score:
    """What a category says: its tier, its score with the cap, and the parts that made it, by rule."""

    category: str
    tier: str
    score: float
    parts: Mapping[str, float]


def scores(findings: Iterable[Finding], tiers: Mapping[str, Sequence[str]]) -> list[Score]:
    """The categories that speak. `tiers`: of each category, gravest first."""
    by_category: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        by_category[finding.category].append(finding)
    spoken = (_of(category, found, tiers[category]) for category, found in by_category.items())
    return [score for score in spoken if score is not None]


def _of(category: str, found: Sequence[Finding], tiers: Sequence[str]) -> Score | None:
    """The gravest tier at which the signals, counted from the gravest on, are enough."""
    parts: dict[str, float] = {}
    for tier in tiers:
        for finding in found:
            if finding.tier == tier:
                parts[finding.rule] = max(finding.score, parts.get(finding.rule, 0.0))
        if round(sum(parts.values()), 6) >= SPEAKS:
            return _whole(category, tier, found)
    return None


def _whole(category: str, tier: str, found: Sequence[Finding]) -> Score:
    parts: dict[str, float] = {}
    for finding in found:
        parts[finding.rule] = max(finding.score, parts.get(finding.rule, 0.0))
    return Score(category, tier, min(CAP, round(sum(parts.values()), 6)), parts)
