"""What follows when a category speaks: a table of category and tier, changed by rows for a facility or a room, and
for the days in which somebody is at risk."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from chat.ports import Draft, Outcome, Times


@dataclass(frozen=True, slots=True)
class Decision:
    outcome: Outcome
    crisis: bool = False


_FLAG: Final = Decision(Outcome.FLAG)
_NUDGE: Final = Decision(Outcome.NUDGE)
_HOLD: Final = Decision(Outcome.HOLD)
_REFUSE: Final = Decision(Outcome.REFUSE)

#: Per category its tiers, gravest first: the gravest one with enough signals speaks for its category.
TABLE: Final[Mapping[str, Mapping[str, Decision]]] = {
    "self_harm": {
        # Never held: a cry for help reaches the circle, and a named person within a minute.
        "intent": Decision(Outcome.DELIVER, crisis=True),
        # A wish without plan or intent goes to the desk, not to the duty officer: who speaks of a dark day must
        # not learn that it brings a search of the cell.
        "ideation": _FLAG,
        # Despair without a word of death.
        "distress": _FLAG,
        "other": _FLAG,
    },
    "threats_violence": {
        "threat": _HOLD,
        "incitement": _HOLD,
        # How to hurt somebody, asked of the circle.
        "asking": _HOLD,
        # Somebody may be in danger; the words are not the writer's own.
        "reported": _FLAG,
        # To say one's anger aloud is what these rooms are for.
        "urge": _FLAG,
    },
    "hate_slurs": {
        "attack": _HOLD,
        # Among friends it may be no slur: the writer looks again, and decides.
        "slur": _NUDGE,
    },
    "sexual": {
        "minor": _HOLD,
        "advance": _HOLD,
        "explicit": _NUDGE,
    },
    # Whoever tells of abuse is not held up and not corrected.
    "abuse_report": {
        "report": _FLAG,
    },
    "contact_info": {
        "phone": _HOLD,
        "email": _HOLD,
        "address": _HOLD,
        "payment": _HOLD,
        "handle": _HOLD,
        "link": _HOLD,
        "facility_number": _HOLD,
    },
    "doxxing": {
        "victim_contact": _HOLD,
        "private_details": _HOLD,
    },
    "contraband": {
        "smuggling": _HOLD,
        "offer": _HOLD,
        "seeking": _HOLD,
        "making": _HOLD,
    },
    "escape": {
        "plan": _HOLD,
        "talk": _FLAG,
    },
    "gang": {
        "recruiting": _HOLD,
        "claim": _FLAG,
    },
    "spam": {
        "scam": _HOLD,
        "advert": _HOLD,
        "chain": _NUDGE,
        # The only thing that is refused: it is in the room already, and nothing is lost.
        "flood": _REFUSE,
    },
}
#: Who asks for help or tells of abuse is never held up: no row may do more than flag these.
NEVER_SILENCED: Final = frozenset({"self_harm", "abuse_report"})
TIERS: Final[Mapping[str, tuple[str, ...]]] = {category: tuple(tiers) for category, tiers in TABLE.items()}

#: In the days of risk a wish to be dead is told to a named person at once.
AT_RISK: Final[Mapping[tuple[str, str], Decision]] = {
    ("self_harm", "ideation"): Decision(Outcome.FLAG, crisis=True),
}
#: The first days in custody; around a day in court; after release, when the risk of death is at its height in the
#: first two days and stays high for two weeks (product, *Why it exists*).
FIRST_DAYS: Final = timedelta(days=14)
AROUND_COURT: Final = timedelta(hours=48)
AFTER_RELEASE: Final = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Row:
    """A change to the table. `scope`: everywhere, facility or room, with its id; `at_risk` None: on all days. The
    narrowest row decides: room before facility before everywhere, days of risk before all days."""

    category: str
    tier: str
    outcome: Outcome
    scope: str = "everywhere"
    scope_id: str = ""
    at_risk: bool | None = None


@dataclass(frozen=True, slots=True)
class Policy:
    """The table as it is read for one text."""

    rows: Sequence[Row] = ()

    def decision(self, category: str, tier: str, draft: Draft) -> Decision:
        """Rows change an outcome; whether somebody is called stays with the table. A cry for help is never held, sent
        back or refused, whatever a row says."""
        at_risk = is_at_risk(draft.times)
        built_in = AT_RISK.get((category, tier)) if at_risk else None
        standard = built_in or TABLE[category][tier]
        fitting = [row for row in self.rows if _fits(row, category, tier, draft, at_risk=at_risk)]
        if not fitting:
            return standard
        outcome = max(fitting, key=_narrowness).outcome
        return Decision(_never_silenced(category, outcome), standard.crisis)


BUILT_IN: Final = Policy()


def is_at_risk(times: Times) -> bool:
    """Whether these are days in which somebody dies more often than in others."""
    now = times.now
    if now is None:
        return False
    return (
        _within(times.in_custody_since, now, FIRST_DAYS)
        or _within(times.released_at, now, AFTER_RELEASE)
        or (times.court_at is not None and abs(now - times.court_at) <= AROUND_COURT)
    )


def _within(since: datetime | None, now: datetime, length: timedelta) -> bool:
    return since is not None and since <= now <= since + length


def _fits(row: Row, category: str, tier: str, draft: Draft, *, at_risk: bool) -> bool:
    if (row.category, row.tier) != (category, tier) or row.at_risk not in (None, at_risk):
        return False
    place = {"everywhere": "", "facility": draft.facility_id or "", "room": str(draft.room_id)}
    return row.scope == "everywhere" or row.scope_id == place[row.scope]


def _narrowness(row: Row) -> tuple[int, bool]:
    return ("everywhere", "facility", "room").index(row.scope), row.at_risk is not None


def silences(category: str, outcome: Outcome) -> bool:
    """Whether this would keep a cry for help from the circle."""
    return category in NEVER_SILENCED and outcome not in (Outcome.DELIVER, Outcome.FLAG)


def _never_silenced(category: str, outcome: Outcome) -> Outcome:
    return Outcome.FLAG if silences(category, outcome) else outcome


_current = BUILT_IN


def current() -> Policy:
    """The policy of this process."""
    return _current


def use(policy: Policy) -> None:
    """From the next text on. One reference is swapped: a text in work keeps what it began with."""
    global _current
    _current = policy
