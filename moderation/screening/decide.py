"""From findings to an outcome: a table of category and tier, read row by row."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from chat.ports import Finding, Outcome

from .scores import scores


@dataclass(frozen=True, slots=True)
class Decision:
    outcome: Outcome
    crisis: bool = False


_DELIVER: Final = Decision(Outcome.DELIVER)
_FLAG: Final = Decision(Outcome.FLAG)
_NUDGE: Final = Decision(Outcome.NUDGE)
_HOLD: Final = Decision(Outcome.HOLD)

#: Per category its tiers, gravest first: the gravest one with enough signals speaks for its category.
TABLE: Final[Mapping[str, Mapping[str, Decision]]] = {
    "self_harm": {
        # Never held: a cry for help reaches the circle, and a named person within a minute.
        "intent": Decision(Outcome.DELIVER, crisis=True),
        # A wish without plan or intent goes to the desk, not to the duty officer: who speaks of a dark day must
        # not learn that it brings a search of the cell.
        "ideation": _FLAG,
        # Despair without a word of death: seen, with help on the writer's screen; nobody is troubled.
        "distress": _FLAG,
        "other": _FLAG,
    },
    "threats_violence": {
        "threat": _HOLD,
        "incitement": _HOLD,
        # How to hurt somebody, asked of the circle.
        "asking": _HOLD,
        # Somebody may be in danger; the words are not the writer's own.
        "reported": _FLAG,
        # To say one's anger aloud is what these rooms are for.
        "urge": _FLAG,
    },
    "hate_slurs": {
        "attack": _HOLD,
        "slur": _NUDGE,
    },
    "sexual": {
        "minor": _HOLD,
        "advance": _HOLD,
        "explicit": _NUDGE,
    },
    # Whoever tells of abuse is not held up and not corrected.
    "abuse_report": {
        "report": _FLAG,
    },
    "contact_info": {
        "phone": _HOLD,
        "email": _HOLD,
        "address": _HOLD,
        "payment": _HOLD,
        "handle": _HOLD,
        "link": _HOLD,
        "facility_number": _HOLD,
    },
    "doxxing": {
        "victim_contact": _HOLD,
        "private_details": _HOLD,
    },
    "contraband": {
        "smuggling": _HOLD,
        "offer": _HOLD,
        "seeking": _HOLD,
        "making": _HOLD,
    },
    "escape": {
        "plan": _HOLD,
        "talk": _FLAG,
    },
    "gang": {
        "recruiting": _HOLD,
        "claim": _FLAG,
    },
    "spam": {
        "scam": _HOLD,
        "advert": _HOLD,
        "chain": _NUDGE,
        "flood": _NUDGE,
    },
}
TIERS: Final[Mapping[str, tuple[str, ...]]] = {category: tuple(tiers) for category, tiers in TABLE.items()}

_STRICTNESS: Final = {outcome: rank for rank, outcome in enumerate(Outcome)}


def decide(findings: Iterable[Finding]) -> Decision:
    """The strictest outcome of all categories that speak; a crisis in any of them is a crisis."""
    spoken = [TABLE[score.category][score.tier] for score in scores(findings, TIERS)]
    outcome = max((d.outcome for d in spoken), key=_STRICTNESS.__getitem__, default=Outcome.DELIVER)
    return Decision(outcome, crisis=any(decision.crisis for decision in spoken))


def heard(findings: Iterable[Finding]) -> set[Finding]:
    """The findings of categories that speak: weak signals that stay alone are nobody's business."""
    found = set(findings)
    loud = {score.category for score in scores(found, TIERS)}
    return {finding for finding in found if finding.category in loud}
