"""Staff change what follows by a row: everywhere or at a place, on all days or in those of risk; a row is replaced,
ended, and kept. A cry for help is never held."""

from datetime import timedelta
from functools import partial

import pytest
from django.db import IntegrityError

from audit.models import AuditEvent
from chat.ports import Times
from core import clock
from core.errors import NotAllowed, NotThere
from moderation.errors import OutcomeUnsafe, RuleIncomplete
from moderation.models import OutcomeRow
from moderation.rules import publication
from moderation.rules.outcomes import LONGEST_WHY, end_outcome, set_outcome
from moderation.rules.permissions import outcomes_seen_by
from moderation.screening import policy
from tests.moderation.rules.helpers import at, audited, chiefs, screened
from tests.racing import together

CALL = "call me at 312 555 0142 on friday"
CRY = "I want to kill myself tonight"
WHY = "Numbers on this wing go through the office anyway."


def sets(by, outcome="flag", **changes):
    values = {"category": "contact_info", "tier": "phone", "why": WHY, **changes}
    return set_outcome(outcome=outcome, by=by, **values)


def outcome(**where):
    return screened(CALL, **where).outcome


def inside(facility, *, days=100):
    """Somebody who has been in custody there for this long."""
    now = clock.now()
    times = Times(now=now, in_custody_since=now - timedelta(days=days))
    return {"facility_id": str(facility.pk), "times": times}


def rows():
    return [(row.outcome, row.ended_at is None) for row in OutcomeRow.objects.order_by("at", "pk")]


# What holds


def test_a_row_holds_in_its_facility_and_nowhere_else(cast):
    row = sets(cast.ada, scope=at("facility", cast.alder))
    assert outcome(facility_id=str(cast.alder.pk)) == "flag"
    assert outcome(facility_id=str(cast.birch.pk)) == "hold"
    assert outcome() == "hold"
    assert (row.asked_by, row.why) == (f"user:{cast.ada.pk}", WHY)


def test_a_row_of_a_room_goes_before_its_facilitys(cast, staff):
    sets(staff.pia, scope=at("facility", cast.alder))
    sets(staff.pia, "nudge", scope=at("room", cast.room))
    assert outcome(facility_id=str(cast.alder.pk), room_id=cast.room.pk) == "nudge"


@pytest.mark.parametrize(("days", "new", "old"), [("risk", "flag", "hold"), ("other", "hold", "flag")])
def test_a_row_for_some_days_holds_on_these_days(cast, staff, days, new, old):
    sets(staff.pia, days=days)
    assert (outcome(**inside(cast.alder, days=2)), outcome(**inside(cast.alder))) == (new, old)


def test_it_holds_from_the_next_look_on_and_not_before(staff):
    publication.refresh()
    sets(staff.pia)
    assert policy.current() == policy.BUILT_IN
    assert publication.refresh()
    assert policy.current() != policy.BUILT_IN
    publication.forget()
    assert policy.current() == policy.BUILT_IN


def test_an_ended_row_holds_no_more_and_is_kept(staff):
    row = sets(staff.pia)
    assert outcome() == "flag"
    for _ in range(2):
        end_outcome(row=row, by=staff.pol)
    assert outcome() == "hold"
    row.refresh_from_db()
    assert row.ended_by == f"user:{staff.pol.pk}"
    assert audited() == ["outcome_set", "outcome_ended"]


def test_another_outcome_takes_the_place_of_the_row_that_stood(staff):
    sets(staff.pia)
    sets(staff.pol, "nudge")
    assert rows() == [("flag", False), ("nudge", True)]
    assert outcome() == "nudge"
    assert audited() == ["outcome_set", "outcome_ended", "outcome_set"]


def test_the_same_again_is_once(staff):
    assert sets(staff.pia) == sets(staff.pol, why=f" {WHY} ")
    assert audited() == ["outcome_set"]


@pytest.mark.parametrize("other", [{"days": "risk"}, {"tier": "email"}, {"scope": "alder"}], ids=str)
def test_rows_for_something_else_stand_beside_each_other(cast, staff, other):
    if "scope" in other:
        other = {"scope": at("facility", cast.alder)}
    sets(staff.pia)
    sets(staff.pia, "nudge", **other)
    assert rows() == [("flag", True), ("nudge", True)]


# What is refused


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"category": "weather"}, "category"),
        ({"category": ""}, "category"),
        ({"tier": "carrier_pigeon"}, "tier"),
        ({"tier": "intent"}, "tier"),
        ({"outcome": "burn"}, "outcome"),
        ({"outcome": ""}, "outcome"),
        ({"days": "monday"}, "days"),
        ({"why": ""}, "why"),
        ({"why": "  "}, "why"),
        ({"why": "x" * (LONGEST_WHY + 1)}, "why"),
        ({"scope": at("room", "none")}, "scope"),
    ],
    ids=str,
)
def test_what_does_not_fit_is_refused_by_its_field(staff, wrong, field):
    with pytest.raises(RuleIncomplete) as refusal:
        sets(staff.pia, **wrong)
    assert (refusal.value.field, rows()) == (field, [])


@pytest.mark.parametrize("kind", ["unit", "person"])
def test_a_unit_or_a_person_has_no_table_of_its_own(cast, staff, kind):
    place = {"unit": cast.alder.units.first(), "person": cast.persons.ana}[kind]
    with pytest.raises(RuleIncomplete) as refusal:
        sets(staff.pia, scope=at(kind, place))
    assert refusal.value.field == "scope"


@pytest.mark.parametrize("asked", ["nudge", "hold", "refuse"])
@pytest.mark.parametrize(("category", "tier"), [("self_harm", "intent"), ("abuse_report", "report")])
def test_a_cry_for_help_is_never_held(staff, category, tier, asked):
    with pytest.raises(OutcomeUnsafe):
        sets(staff.pia, asked, category=category, tier=tier)
    assert rows() == []


def test_whether_help_is_called_is_not_changed_by_a_row(staff):
    sets(staff.pia, "flag", category="self_harm", tier="intent")
    verdict = screened(CRY)
    assert (verdict.outcome, verdict.crisis) == ("flag", True)


@pytest.mark.parametrize(
    ("who", "refusal"),
    [("mo", NotAllowed), ("moe", NotAllowed), ("ada", NotAllowed), ("pat", NotAllowed), ("dov", NotThere)],
)
def test_everywhere_is_for_who_publishes_everywhere(cast, staff, who, refusal):
    by = getattr(cast, who, None) or getattr(staff, who)
    with pytest.raises(refusal):
        sets(by)
    row = sets(staff.pia)
    with pytest.raises(refusal):
        end_outcome(row=row, by=by)
    assert rows() == [("flag", True)]


def test_another_facility_is_not_there(cast):
    with pytest.raises(NotThere):
        sets(cast.ada, scope=at("facility", cast.birch))
    assert sets(cast.pat, scope=at("room", cast.room)).scope_kind == "room"


def test_a_reader_sees_the_rows_of_their_places(cast, staff):
    sets(staff.pia)
    sets(staff.pia, scope=at("facility", cast.alder))
    seen = {who: outcomes_seen_by(getattr(cast, who)).count() for who in ("mo", "mia", "ada", "pat", "dov")}
    assert seen == {"mo": 2, "mia": 1, "ada": 2, "pat": 2, "dov": 0}


def test_a_row_without_its_audit_row_is_not_set(staff, monkeypatch):
    def refuse(*args, **kwargs):
        raise IntegrityError

    monkeypatch.setattr(AuditEvent.objects, "create", refuse)
    with pytest.raises(IntegrityError):
        sets(staff.pia)
    assert rows() == []


# At once


def test_two_set_the_same_at_once_and_it_is_one(live_cast):
    staff = chiefs()
    together(*(partial(sets, by) for by in (staff.pia, staff.pol)))
    assert rows() == [("flag", True)]
    assert audited() == ["outcome_set"]


def test_two_set_different_things_at_once_and_one_stands(live_cast):
    staff = chiefs()
    together(partial(sets, staff.pia, "flag"), partial(sets, staff.pol, "nudge"))
    assert sorted(stands for _, stands in rows()) == [False, True]
    assert sorted(audited()) == ["outcome_ended", "outcome_set", "outcome_set"]
