"""Spanish: contempt for people for what they are, and slurs."""

from typing import Final

from moderation.screening.rules.base import Rule

RULES: Final[tuple[Rule, ...]] = ()
