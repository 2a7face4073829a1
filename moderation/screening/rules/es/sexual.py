"""Spanish: sexual words, and reports of abuse."""

from typing import Final

from moderation.screening.rules.base import Rule

RULES: Final[tuple[Rule, ...]] = ()
