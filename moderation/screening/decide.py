"""From findings to an outcome: what each category says, and the strictest of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from chat.ports import Draft, Finding, Outcome, Span

from .policy import BUILT_IN, TABLE, TIERS, Decision, Policy
from .scores import Score, scores

__all__ = ["TABLE", "TIERS", "Decision", "Ruling", "decide", "heard"]

#: Where a mark would only teach which word to change next time.
UNMARKED: Final = frozenset({"gang", "spam"})
_STRICTNESS: Final = {outcome: rank for rank, outcome in enumerate(Outcome)}


@dataclass(frozen=True, slots=True)
class Ruling:
    """The outcome; the category and tier that led to it; and whether somebody must come."""

    outcome: Outcome
    crisis: bool = False
    because: Score | None = None

    @property
    def code(self) -> str:
        """`category.tier`, under which the writer's words are found."""
        return f"{self.because.category}.{self.because.tier}" if self.because else ""

    def marks(self, findings: Iterable[Finding]) -> tuple[Span, ...]:
        """The places that the writer is shown."""
        if self.because is None or self.because.category in UNMARKED:
            return ()
        return tuple(finding.span for finding in findings if finding.category == self.because.category)


def decide(findings: Iterable[Finding], draft: Draft, policy: Policy = BUILT_IN) -> Ruling:
    """The strictest outcome of all categories that speak; a crisis in any of them is a crisis."""
    spoken = list(_spoken(list(findings), draft, policy))
    if not spoken:
        return Ruling(Outcome.DELIVER)
    because, strictest = max(spoken, key=lambda one: (_STRICTNESS[one[1].outcome], one[1].crisis))
    crisis = any(decision.crisis for _, decision in spoken)
    return Ruling(_heard_out(strictest.outcome) if crisis else strictest.outcome, crisis, because)


def heard(findings: Iterable[Finding]) -> set[Finding]:
    """The findings of categories that speak: weak signals that stay alone are nobody's business."""
    found = set(findings)
    loud = {score.category for score in scores(found, TIERS)}
    return {finding for finding in found if finding.category in loud}


def _spoken(findings: list[Finding], draft: Draft, policy: Policy) -> Iterator[tuple[Score, Decision]]:
    """Each category that speaks. Where it needs a rule that hits too much to do so, nothing waits because of it."""
    trusted = {score.category: score for score in scores([f for f in findings if not f.capped], TIERS)}
    for score in scores(findings, TIERS):
        known = trusted.get(score.category)
        if known is not None:
            yield known, policy.decision(known.category, known.tier, draft)
        else:
            yield score, _capped(policy.decision(score.category, score.tier, draft))


def _heard_out(outcome: Outcome) -> Outcome:
    """A cry for help is not sent back for how it was said, nor because it was said before."""
    return Outcome.FLAG if outcome in (Outcome.NUDGE, Outcome.REFUSE) else outcome


def _capped(decision: Decision) -> Decision:
    """Nothing waits and nobody is called; what would have called somebody is looked at by the desk."""
    if decision.crisis:
        return Decision(Outcome.FLAG)
    return Decision(min(decision.outcome, Outcome.FLAG, key=_STRICTNESS.__getitem__))
