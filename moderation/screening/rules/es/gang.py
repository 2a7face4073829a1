"""Spanish: recruiting and claims of a gang."""

from typing import Final

from moderation.screening.rules.base import Rule

RULES: Final[tuple[Rule, ...]] = ()
