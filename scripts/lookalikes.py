"""Writes the table of letters that look like Latin ones, moderation/screening/views/lookalikes.py.

`pip download --no-deps confusable-homoglyphs==3.3.1`, unpack it, and give the path of its confusables.json.
"""

import json
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from string import ascii_letters
from textwrap import wrap

TABLE = Path(__file__).parents[1] / "moderation" / "screening" / "views" / "lookalikes.py"
#: Letters whose name says what they look like: small capitals, with a stroke, in a box.
NAMED = re.compile(
    r"(?:LATIN LETTER SMALL CAPITAL|LATIN (?:SMALL|CAPITAL) LETTER|NEGATIVE (?:CIRCLED|SQUARED) LATIN CAPITAL LETTER"
    r"|REGIONAL INDICATOR SYMBOL LETTER) ([A-Z])(?: WITH [A-Z ]+)?"
)


def looks(confusables: Mapping[str, list[dict[str, str]]]) -> dict[str, str]:
    found = {letter: _latin(letter, low) for letter, low in _pairs(confusables) if _is_needed(letter)}
    for letter, low in list(found.items()):
        small = letter.lower()
        if len(small) == 1 and _is_needed(small):
            found.setdefault(small, low)
    for letter in map(chr, range(0x80, 0x1FFFF)):
        if (seen := NAMED.fullmatch(unicodedata.name(letter, ""))) and not _folds_to_ascii(letter):
            found.setdefault(letter, seen[1].lower())
    return found


def _pairs(confusables: Mapping[str, list[dict[str, str]]]) -> Iterator[tuple[str, str]]:
    for one, others in confusables.items():
        for other in (entry["c"] for entry in others):
            for letter, latin in ((one, other), (other, one)):
                if len(letter) == 1 and len(latin) == 1 and latin in ascii_letters:
                    yield letter, latin.lower()


def _is_needed(letter: str) -> bool:
    is_letter = unicodedata.category(letter)[0] == "L" or unicodedata.category(letter) == "Nl"
    return is_letter and not _folds_to_ascii(letter)


def _folds_to_ascii(letter: str) -> bool:
    """The normal form makes it ASCII already."""
    folded = unicodedata.normalize("NFKD", letter).casefold()
    return "".join(mark for mark in folded if not unicodedata.combining(mark)).isascii()


def _latin(letter: str, low: str) -> str:
    """Unicode takes I for l; a letter that is an I by its name is an i."""
    name = unicodedata.name(letter, "").split(" WITH")[0]
    return "i" if low == "l" and name.endswith((" I", " IOTA")) else low


def lines(found: Mapping[str, str]) -> Iterator[str]:
    by_latin: dict[str, list[str]] = defaultdict(list)
    for letter, low in sorted(found.items()):
        by_latin[low].append(f"{ord(letter):x}")
    for low, codes in sorted(by_latin.items()):
        rows = wrap(" ".join(codes), 106)
        if len(rows) == 1:
            yield f'    "{low}": "{rows[0]}",'
        else:
            yield from (
                f'    "{low}": (',
                *(f'        "{row} "' for row in rows[:-1]),
                f'        "{rows[-1]}"',
                "    ),",
            )


if __name__ == "__main__":
    head, rest = TABLE.read_text().split("_LOOKS: Final = {\n")
    tail = rest[rest.index("}\n") :]
    found = looks(json.loads(Path(sys.argv[1]).read_text()))
    TABLE.write_text(f"{head}_LOOKS: Final = {{\n" + "\n".join(lines(found)) + f"\n{tail}")
