"""Ways to reach each other outside the room, English and Spanish, one file per noun."""

from typing import Final

from moderation.screening.rules.base import Rule

from . import addresses, asking, email, facility_numbers, handles, links, payments, phones

RULES: Final[tuple[Rule, ...]] = (
    *phones.RULES,
    *email.RULES,
    *addresses.RULES,
    *handles.RULES,
    *payments.RULES,
    *links.RULES,
    *facility_numbers.RULES,
    *asking.RULES,
)
