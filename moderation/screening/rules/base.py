"""What a rule is: a row of a table, with its purpose and its examples."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

BEFORE: Final = "before"
AFTER: Final = "after"
INSIDE: Final = "inside"

_PIECE: Final = re.compile(r"\{([A-Z_]+)\}")


@dataclass(frozen=True, slots=True)
class Guard:
    """Words around a match, in the same sentence, that change what it means.

    `before` ends where the match begins, `after` begins where it ends, `inside` is the match with the three
    words that follow. `unless` are words in the guard's own text that take its power away ("I used to be
    fine, *but now* …"). A guard stops the rule, or with `lowers_to` gives the finding that tier instead.
    """

    name: str
    side: str
    pattern: str
    unless: str = ""
    lowers_to: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing to look for. Without a pattern, a detector in Python looks for it under this code.

    The pattern is RE2 on a view of the text; `words` are literals of which every match holds at least one, so
    that the pattern runs only where it can match. Raise `version` whenever what the rule matches changes.
    """

    code: str
    category: str
    tier: str
    purpose: str
    must_match: tuple[str, ...]
    must_not_match: tuple[str, ...]
    pattern: str = ""
    words: tuple[str, ...] = ()
    guards: tuple[Guard, ...] = ()
    version: int = 1
    view: str = "normal"
    score: float = 1.0


def words(text: str) -> tuple[str, ...]:
    """Literals with a bar between; spaces count."""
    return tuple(text.split("|"))


def spell(pattern: str, pieces: Mapping[str, str]) -> str:
    """Put the named pieces, as in `{I_WILL} {KILL}`, into a pattern; pieces may name others."""
    while _PIECE.search(pattern):
        pattern = _PIECE.sub(lambda piece: f"(?:{pieces[piece[1]]})", pattern)
    return pattern


def quoted(lowers_to: str) -> Guard:
    """Between quotation marks, after words of the writer's own."""
    return Guard("quoted", BEFORE, r"(?:\w+[ ,:]+){2}\W*[\"“«„][^\"“”«»„]{0,60}", lowers_to=lowers_to)
