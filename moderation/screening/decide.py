"""From findings to an outcome: a table of category and tier, read row by row."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from chat.ports import Finding, Outcome


@dataclass(frozen=True, slots=True)
class Decision:
    outcome: Outcome
    crisis: bool = False


#: Per category its tiers, gravest first: the gravest one found speaks for its category.
TABLE: Final[Mapping[str, Mapping[str, Decision]]] = {
    "contact_info": {
        "phone": Decision(Outcome.HOLD),
        "email": Decision(Outcome.HOLD),
    },
    "threats_violence": {
        "threat": Decision(Outcome.HOLD),
        "incitement": Decision(Outcome.HOLD),
        # Somebody may be in danger; the words are not the writer's own.
        "reported": Decision(Outcome.FLAG),
        # To say one's anger aloud is what these rooms are for.
        "urge": Decision(Outcome.FLAG),
    },
    "self_harm": {
        # Never held: a cry for help reaches the circle, and a named person within a minute.
        "intent": Decision(Outcome.DELIVER, crisis=True),
        # A wish without plan or intent goes to the desk, not to the duty officer: who speaks of a dark day must
        # not learn that it brings a search of the cell.
        "ideation": Decision(Outcome.FLAG),
        "other": Decision(Outcome.FLAG),
    },
}

_STRICTNESS: Final = {outcome: rank for rank, outcome in enumerate(Outcome)}


def decide(findings: Iterable[Finding]) -> Decision:
    """The strictest outcome of all categories; a crisis in any of them is a crisis."""
    spoken = [_of_category(category, tiers) for category, tiers in _by_category(findings).items()]
    outcome = max((d.outcome for d in spoken), key=_STRICTNESS.__getitem__, default=Outcome.DELIVER)
    return Decision(outcome, crisis=any(decision.crisis for decision in spoken))


def _by_category(findings: Iterable[Finding]) -> dict[str, set[str]]:
    tiers: dict[str, set[str]] = {}
    for finding in findings:
        tiers.setdefault(finding.category, set()).add(finding.tier)
    return tiers


def _of_category(category: str, found: set[str]) -> Decision:
    return next(decision for tier, decision in TABLE[category].items() if tier in found)
