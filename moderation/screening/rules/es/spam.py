"""Spanish: advertising, scams and chain letters."""

from typing import Final

from moderation.screening.rules.base import Rule

RULES: Final[tuple[Rule, ...]] = ()
