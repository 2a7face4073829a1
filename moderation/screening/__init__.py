"""The screening of every text before anybody sees it: pure, without database and network.

`screen` is what `CHAT_SCREENER` names. Rules and lists are built when this package is imported.
"""

from time import perf_counter
from typing import Final
from uuid import UUID

from chat.ports import Deadline, Draft, Verdict

from . import policy
from .decide import decide
from .rules import VERSION
from .rulesets import current

__all__ = ["VERSION", "screen", "warm_up"]

#: Text that wakes every pattern's machine once.
_WARMING: Final = (
    "I will hurt you, call 312 555 0142, kill myself, wish I was dead. Te voy a matar, me quiero morir, "
    "ana arroba ejemplo punto com. I w i l l k1ll y*u, kiiill y0u, tevoyamatar. "
)


_NOBODY: Final = UUID(int=0)


class _NoDeadline:
    def check(self) -> None:
        return


def screen(draft: Draft, *, deadline: Deadline) -> Verdict:
    """What the rules say of this text. Raises what `deadline.check` raises."""
    began = perf_counter()
    ruleset = current()
    found = ruleset.find(draft, deadline=deadline)
    ruling = decide(found.findings, draft, policy.current())
    return Verdict(
        outcome=ruling.outcome,
        findings=found.findings,
        crisis=ruling.crisis,
        took_ms=(perf_counter() - began) * 1000,
        screener=ruleset.version,
        because=ruling.code,
        marks=ruling.marks(found.findings),
        shadow=found.shadow,
    )


def warm_up() -> None:
    """Run every rule on its own examples: a pattern's machine learns as it reads, and is slow until it has."""
    ruleset = current()
    for rule in ruleset.rules:
        for text in (*rule.must_match, *rule.must_not_match):
            ruleset.find(_of_nobody(text), deadline=_NoDeadline())
    ruleset.find(_of_nobody(_WARMING * 8), deadline=_NoDeadline())


def _of_nobody(body: str) -> Draft:
    return Draft(body=body, lang="en", author_id=_NOBODY, room_id=_NOBODY)
