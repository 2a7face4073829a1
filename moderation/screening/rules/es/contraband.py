"""Spanish: goods that may not be inside, and how they come in."""

from typing import Final

from moderation.screening.rules.base import Rule

RULES: Final[tuple[Rule, ...]] = ()
