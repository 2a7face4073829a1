"""What comes in addresses and hidden fields, where no form of ours has looked at it."""

import re

#: Digits that fit every column of ours; Python itself refuses to read some thousands of them.
_WHOLE = re.compile("[0-9]{1,18}")


def whole(text: str) -> int | None:
    """A number that counts something; None for anything else."""
    return int(text) if _WHOLE.fullmatch(text) else None


def plain(text: str) -> str:
    """Without NUL, which PostgreSQL can't take as text: nothing that anybody typed is lost with it."""
    return text.replace("\0", "")
