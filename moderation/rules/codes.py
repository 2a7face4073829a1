"""Codes of rules that staff write. The prefix keeps them apart from built-in ones for good."""

import re
from typing import Final

from moderation.errors import RuleIncomplete

PREFIX: Final = "staff."
_CODE: Final = re.compile(r"staff\.[a-z0-9_]{1,60}(?:\.[a-z0-9_]{1,60}){0,3}")


def staff_code(text: str) -> str:
    """`new_pill` as `staff.new_pill`. `RuleIncomplete` for what is no code."""
    code = text if text.startswith(PREFIX) else PREFIX + text
    if not _CODE.fullmatch(code):
        raise RuleIncomplete("code")
    return code
