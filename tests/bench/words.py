"""The bodies that are posted: 120 bytes of ordinary words, with a mark in front by which each is known again.

Marks are consonants: no screener takes them for a number, and they spell no word.
"""

import re

LETTERS = "bcdfghjklmnpqrtv"
BODY_BYTES = 120

_WIDTH = 6
_WORDS = (
    "we walked round the yard in the morning and talked about the week that is behind us, then it began to rain again"
)
_MARK = re.compile(rb"\[\[([bcdfghjklmnpqrtv]{6})\]\]")
_TO_HEX = bytes.maketrans(LETTERS.encode(), b"0123456789abcdef")
_TO_LETTERS = str.maketrans("0123456789abcdef", LETTERS)


def body(number: int) -> str:
    mark = f"{number:0{_WIDTH}x}".translate(_TO_LETTERS)
    return f"[[{mark}]] {_WORDS}"[:BODY_BYTES]


def numbers(data: bytes) -> list[int]:
    """The numbers of all bodies in there, in their order."""
    return [int(mark.translate(_TO_HEX), 16) for mark in _MARK.findall(data)]
