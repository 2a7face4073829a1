"""What a rule is: a row of a table, with its purpose and its examples."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

BEFORE: Final = "before"
AFTER: Final = "after"
INSIDE: Final = "inside"
#: Views whose words are those of the normal form; in the second each name of a group is one letter.
PLAIN: Final = frozenset({"normal", "groups"})

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
class Scope:
    """Where a rule holds. `id` is compared as text with the facility, unit or room of a draft, or with its writer."""

    kind: Literal["everywhere", "facility", "unit", "room", "person"] = "everywhere"
    id: str = ""


EVERYWHERE: Final = Scope()
Kind = Literal["pattern", "literals", "phrase", "detector"]


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing to look for, in one of four ways.

    *pattern*: RE2 on a view of the text; `words` are literals of which every match holds at least one, so that
    the pattern runs only where it can match. *literals*: whole words or phrases. *phrase*: `steps` one after
    another within a sentence, each in one of its spellings, with at most `gap` other words between two steps;
    a word of `not_before` or `not_after` anywhere before or after in the sentence stops it. *detector*: Python
    under this name in `detectors.DETECTORS` (a rule without a pattern names none: its code is the name); it is
    called with the views and the draft, `recent` included, and yields findings whose `rule` is that name and whose
    span lies in the present text.

    All are written for the normal form. Every rule but a detector also runs on the text with its disguises undone.
    Raise `version` whenever what the rule matches changes.
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
    kind: Kind = "pattern"
    literals: tuple[str, ...] = ()
    steps: tuple[tuple[str, ...], ...] = ()
    gap: int = 0
    not_before: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    detector: str = ""
    scope: Scope = EVERYWHERE
    is_shadow: bool = False  # runs, is reported apart, decides nothing
    flag_only: bool = False  # stopped too much lately: whatever it finds is at most looked at


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
