"""The table, its rows for a place, and the days of risk."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from chat.ports import Outcome, Times
from moderation.screening.policy import Policy, Row, is_at_risk

from .texts import draft

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
INSIDE = replace(draft("x"), facility_id="alder", times=Times(now=NOW))
ROOM = str(INSIDE.room_id)


def outcome(*rows, at=INSIDE, kind=("contraband", "seeking")):
    return Policy(rows).decision(*kind, at).outcome


def row(outcome, **where):
    return Row("contraband", "seeking", outcome, **where)


def ago(**length):
    return NOW - timedelta(**length)


@pytest.mark.parametrize(
    ("times", "at_risk"),
    [
        (Times(), False),
        (Times(now=NOW), False),
        (Times(now=NOW, in_custody_since=ago(days=14)), True),
        (Times(now=NOW, in_custody_since=ago(days=14, minutes=1)), False),
        (Times(now=NOW, released_at=ago(hours=1)), True),
        (Times(now=NOW, released_at=ago(days=14)), True),
        (Times(now=NOW, released_at=ago(days=15)), False),
        (Times(now=NOW, court_at=ago(hours=48)), True),
        (Times(now=NOW, court_at=ago(hours=-48)), True),
        (Times(now=NOW, court_at=ago(hours=-49)), False),
    ],
)
def test_the_days_of_risk(times, at_risk):
    assert is_at_risk(times) == at_risk


def test_on_days_of_risk_a_wish_to_be_dead_is_told_to_a_person_at_once():
    released = replace(INSIDE, times=Times(now=NOW, released_at=ago(hours=30)))
    calm = Policy().decision("self_harm", "ideation", INSIDE)
    risky = Policy().decision("self_harm", "ideation", released)
    assert (calm.crisis, risky.crisis, risky.outcome) == (False, True, Outcome.FLAG)


def test_without_a_row_the_table_stands():
    assert outcome() == Outcome.HOLD
    assert outcome(Row("contraband", "offer", Outcome.FLAG)) == Outcome.HOLD


def test_the_narrowest_row_decides_in_whatever_order():
    rows = [
        row(Outcome.REFUSE),
        row(Outcome.FLAG, scope="facility", scope_id="alder"),
        row(Outcome.NUDGE, scope="room", scope_id=ROOM),
    ]
    assert outcome(*rows) == outcome(*reversed(rows)) == Outcome.NUDGE
    assert outcome(*rows[:2]) == Outcome.FLAG
    assert outcome(*rows[:1]) == Outcome.REFUSE


def test_a_row_of_another_place_is_none():
    elsewhere = [
        row(Outcome.FLAG, scope="facility", scope_id="birch"),
        row(Outcome.FLAG, scope="room", scope_id=str(UUID(int=9))),
    ]
    assert outcome(*elsewhere) == Outcome.HOLD
    outside = replace(INSIDE, facility_id=None)
    assert outcome(row(Outcome.FLAG, scope="facility", scope_id="alder"), at=outside) == Outcome.HOLD


def test_a_row_for_days_of_risk_counts_on_those_days_only():
    risky = replace(INSIDE, times=Times(now=NOW, in_custody_since=ago(days=1)))
    rows = [row(Outcome.FLAG), row(Outcome.REFUSE, at_risk=True)]
    assert (outcome(*rows), outcome(*rows, at=risky)) == (Outcome.FLAG, Outcome.REFUSE)


@pytest.mark.parametrize("wanted", [Outcome.NUDGE, Outcome.HOLD, Outcome.REFUSE])
@pytest.mark.parametrize("kind", [("self_harm", "intent"), ("self_harm", "distress"), ("abuse_report", "report")])
def test_no_row_holds_a_cry_for_help_or_a_report_of_abuse(kind, wanted):
    assert outcome(Row(*kind, wanted), kind=kind) == Outcome.FLAG


def test_a_row_can_let_pass_what_the_table_flags():
    assert outcome(Row("self_harm", "distress", Outcome.DELIVER), kind=("self_harm", "distress")) == Outcome.DELIVER
