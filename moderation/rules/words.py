"""What rules are called on staff pages."""

from collections.abc import Mapping
from typing import Final

from chat.ports import Outcome
from moderation.rules.models import BackTest, BuiltInOverride, OutcomeRow, RuleVersion, ScopeKind
from moderation.rules.precision import Precision
from moderation.screening import staff_words

KINDS: Final[Mapping[str, str]] = {
    RuleVersion.Kind.LITERALS: "Words and phrases",
    RuleVersion.Kind.PHRASE: "Words in a row",
    RuleVersion.Kind.PATTERN: "Pattern",
    RuleVersion.Kind.DETECTOR: "Detector",
}
SCOPES: Final[Mapping[str, str]] = {
    ScopeKind.EVERYWHERE: "Everywhere",
    ScopeKind.FACILITY: "Facility",
    ScopeKind.UNIT: "Unit",
    ScopeKind.ROOM: "Room",
    ScopeKind.PERSON: "One person",
}
#: The states by which the list is looked through; a rule can be in several.
STATES: Final[Mapping[str, str]] = {
    "draft": "Draft",
    "shadow": "Shadow",
    "live": "Live",
    "retired": "Retired",
    "tripped": "Hit too much",
    "overridden": "Overridden",
}
TONES: Final[Mapping[str, str]] = {"live": "pine", "shadow": "dusk", "tripped": "clay", "overridden": "clay"}
OVERRIDES: Final[Mapping[str, str]] = {
    BuiltInOverride.To.SHADOW: "Shadow: it only looks",
    BuiltInOverride.To.RETIRED: "Retired: it does not run",
    BuiltInOverride.To.FLAG_ONLY: "Only flags: it hit too much",
}
#: What becomes of a text, as the screening says it.
OUTCOMES: Final[Mapping[str, str]] = {
    "deliver": "Delivered",
    "flag": "Flagged",
    "nudge": "Writer asked to look again",
    "hold": "Held",
    "refuse": "Refused",
    "shadow": "Only looked (shadow)",
    "unknown": "Not known any more",
}
#: The same to choose from, with what it means.
FOLLOWS: Final[Mapping[str, str]] = {
    Outcome.DELIVER: "Delivered: nobody looks at it",
    Outcome.FLAG: "Flagged: delivered, and a moderator looks at it",
    Outcome.NUDGE: "The writer is asked to look again, and decides",
    Outcome.HOLD: "Held until a moderator decides",
    Outcome.REFUSE: "Refused: it is not kept",
}
_TONES: Final[Mapping[str, str]] = {
    Outcome.DELIVER: "pine",
    Outcome.HOLD: "dusk",
    Outcome.NUDGE: "clay",
    Outcome.REFUSE: "clay",
}
DAYS: Final[Mapping[str, str]] = {
    OutcomeRow.Days.ALL: "All days",
    OutcomeRow.Days.RISK: "Days of risk",
    OutcomeRow.Days.OTHER: "All other days",
}
MESSAGE_STATES: Final[Mapping[str, str]] = {
    "held": "held",
    "delivered": "delivered",
    "returned": "sent back",
    "masked": "masked",
    "removed": "taken down",
}
BACK_TESTS: Final[Mapping[str, str]] = {
    BackTest.State.WAITING: "Waits for its turn",
    BackTest.State.RUNNING: "Running",
    BackTest.State.DONE: "Done",
    BackTest.State.CANCELLED: "Cancelled",
    BackTest.State.FAILED: "Failed: the rule can't run",
}
CHANGES: Final[Mapping[str, str]] = {"new": "New", "gone": "Gone", "same": "The same"}
#: The packs of built-in rules, by the first part of their codes.
PACKS: Final[Mapping[str, str]] = {"en": "English", "es": "Spanish"}
ANY_PACK: Final = "All languages"


def category(code: str) -> str:
    return str(staff_words.CATEGORIES.get(code, code))


def tier(category: str, tier: str) -> str:
    return str(staff_words.TIERS.get((category, tier), tier))


def tone_of(outcome: str, *, is_crisis: bool) -> str:
    """The tone of the tag that names this outcome."""
    return "berry" if is_crisis else _TONES.get(outcome, "")


def pack_of(code: str) -> str:
    """Of a rule: `en`, `es`, or `all`."""
    first = code.partition(".")[0]
    return first if first in PACKS else "all"


def precision(found: Precision | None) -> str:
    """75 % of 12 cases (47 to 91)"""
    if found is None:
        return ""
    low, high = (round(100 * edge) for edge in found.interval)
    noun = "case" if found.cases == 1 else "cases"
    return f"{round(100 * found.share)} % of {found.cases} {noun} ({low} to {high})"
