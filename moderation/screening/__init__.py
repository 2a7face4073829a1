"""The screening of every text before anybody sees it: pure, without database and network.

`screen` is what `CHAT_SCREENER` names. Rules and lists are built when this package is imported.
"""

from time import perf_counter
from typing import Final

from chat.ports import Deadline, Draft, Finding, Verdict

from . import policy
from .decide import decide, heard
from .detectors import DETECTORS
from .rules import VERSION
from .views import Views

__all__ = ["VERSION", "screen", "warm_up"]

#: Text that wakes every pattern's machine once.
_WARMING: Final = (
    "I will hurt you, call 312 555 0142, kill myself, wish I was dead. Te voy a matar, me quiero morir, "
    "ana arroba ejemplo punto com. "
)


class _NoDeadline:
    def check(self) -> None:
        return


def screen(draft: Draft, *, deadline: Deadline) -> Verdict:
    """What the rules say of this text. Raises what `deadline.check` raises."""
    began = perf_counter()
    findings = find(draft.body, deadline=deadline)
    ruling = decide(findings, draft, policy.current())
    return Verdict(
        outcome=ruling.outcome,
        findings=findings,
        crisis=ruling.crisis,
        took_ms=(perf_counter() - began) * 1000,
        screener=VERSION,
        because=ruling.code,
        marks=ruling.marks(findings),
    )


def find(body: str, *, deadline: Deadline) -> tuple[Finding, ...]:
    """All findings of categories that speak, in the order of the text, each once."""
    views = Views(body)
    findings: set[Finding] = set()
    for detector in DETECTORS:
        deadline.check()
        findings.update(detector(views))
    return tuple(sorted(heard(findings), key=_place))


def _place(finding: Finding) -> tuple[int, int, str, str]:
    return finding.span.start, finding.span.end, finding.rule, finding.tier


def warm_up() -> None:
    """Run every part once, so that the first person's post is not the slow one."""
    find(_WARMING * 8, deadline=_NoDeadline())
