"""Figures and signs that are read as letters, and signs that hide one."""

import re
from typing import Final

from .vocabulary import ANY, I_OR_L, Vocabulary

LEET: Final = "leet"
MASKED: Final = "masked"
CUT: Final = "joined"

LIKE_LETTERS: Final = {
    "0": "o", "1": I_OR_L, "2": "z", "3": "e", "4": "a", "5": "s", "6": "g", "7": "t", "8": "b", "9": "g",
    "@": "a", "$": "s", "!": I_OR_L, "|": I_OR_L, "€": "e", "£": "l", "¢": "c", "+": "t",
}  # fmt: skip
LETTERS: Final = str.maketrans(LIKE_LETTERS)
#: Each hides one letter.
MASKS: Final = "*#_%&^~="
SIGNS: Final = "".join(re.escape(sign) for sign in [*LIKE_LETTERS, *MASKS] if not sign.isdigit())
_HIDDEN: Final = str.maketrans(dict.fromkeys(MASKS, ANY))
_HIDDEN_SIGNS: Final = str.maketrans(dict.fromkeys("@$!|€£¢+", ANY))
_LETTER: Final = re.compile("[a-z]")
_LONG: Final = 7
#: 988lifeline, class2026: a word with a number.
_NUMBERED: Final = re.compile(r"^\d\d|\d\d$")
#: 4th, 9pm, 20mg: a number with its unit.
_MEASURE: Final = re.compile(
    r"\d+(?:st|nd|rd|th|am|pm|mg|kg|km|mm|cm|ml|lbs?|oz|yo|yrs?|hrs?|mins?|days?|ish|ers?|[kgxhsmd])"
)


def read(token: str, vocabulary: Vocabulary) -> tuple[str, str]:
    """The word behind letters mixed with figures or signs, and the step that found it; empty when there is none."""
    if _is_plain(token, vocabulary):
        return "", ""
    letters = token.translate(LETTERS).translate(_HIDDEN)
    if ANY in letters:
        return _masked(letters, vocabulary)
    if word := vocabulary.spelled_like(letters):
        return word, LEET
    hidden = token.translate(_HIDDEN_SIGNS)
    if hidden != token and (seen := _masked(hidden.translate(LETTERS), vocabulary))[0]:
        return seen
    return (letters.replace(I_OR_L, "i"), LEET) if _is_wordlike(token) else ("", "")


def _is_plain(token: str, vocabulary: Vocabulary) -> bool:
    """No letter at all, a measure, or a word with signs around it: *really*, #sober."""
    if _MEASURE.fullmatch(token) or not _LETTER.search(token):
        return True
    return token[0] in MASKS and token.strip(MASKS) in vocabulary


def _masked(letters: str, vocabulary: Vocabulary) -> tuple[str, str]:
    if ANY not in letters or letters.count(ANY) > len(letters) // 2:
        return "", ""
    word = vocabulary.masked_as(letters)
    if word and ANY not in word:
        return word, MASKED
    rest = letters.replace(ANY, "")
    return (rest, CUT) if len(rest) > 2 and rest in vocabulary else ("", "")


def _is_wordlike(token: str) -> bool:
    """Odd signs in a word that nobody knows; what begins or ends with a figure may be a code, unless it is long,
    and with two of them it is a name with a number."""
    letters = sum(map(str.isalpha, token))
    is_inside = token[0].isalpha() and token[-1].isalpha()
    return letters * 2 > len(token) and (is_inside or (len(token) >= _LONG and not _NUMBERED.search(token)))
