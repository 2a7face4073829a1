"""Built-in rules are put into shadow or retired by a row, and brought back; for a cry for help it takes two people."""

from functools import partial

import pytest

from core.errors import NotAllowed, NotThere
from moderation.errors import OverrideStands, RuleIncomplete
from moderation.models import BuiltInOverride
from moderation.rules import selectors
from moderation.rules.overrides import bring_back_built_in, override_built_in
from tests.moderation.rules.helpers import at, audited, chiefs, rules_in, screened
from tests.racing import together

PHONE = "contact.phone"
CALL = "call me at 312 555 0142 on friday"
CRY = "I want to kill myself tonight"


def shadows(verdict):
    return {finding.rule for finding in verdict.shadow}


@pytest.fixture
def cry():
    """A built-in rule that brings help."""
    return next(finding.rule for finding in screened(CRY).findings if finding.tier == "intent")


@pytest.mark.parametrize(("to", "seen_apart"), [("shadow", {PHONE}), ("retired", set())])
def test_overridden_everywhere_it_decides_nothing_and_comes_back(staff, to, seen_apart):
    override = override_built_in(code=PHONE, to=to, by=staff.pia)
    verdict = screened(CALL)
    assert (verdict.outcome, rules_in(verdict), shadows(verdict)) == ("deliver", set(), seen_apart)
    bring_back_built_in(override=override, by=staff.pol)
    verdict = screened(CALL)
    assert (verdict.outcome, rules_in(verdict)) == ("hold", {PHONE})
    assert audited() == ["built_in_overridden", "built_in_brought_back"]


@pytest.mark.parametrize(("to", "seen_apart"), [("shadow", {PHONE}), ("retired", set())])
def test_overridden_at_a_place_it_works_everywhere_else(cast, staff, to, seen_apart):
    override_built_in(code=PHONE, to=to, by=cast.ada, scope=at("facility", cast.alder))
    here = screened(f"{CALL}, or write to ana.r22@example.com", facility_id=str(cast.alder.pk))
    assert PHONE not in rules_in(here)
    assert (here.outcome, shadows(here)) == ("hold", seen_apart)
    alone = screened(CALL, facility_id=str(cast.alder.pk))
    assert (alone.outcome, alone.findings, alone.because, alone.marks) == ("deliver", (), "", ())
    assert rules_in(screened(CALL, facility_id=str(cast.birch.pk))) == {PHONE}
    assert rules_in(screened(CALL)) == {PHONE}


def test_the_same_again_is_once(staff):
    first = override_built_in(code=PHONE, to="shadow", by=staff.pia)
    assert override_built_in(code=PHONE, to="shadow", by=staff.pol) == first
    for _ in range(2):
        bring_back_built_in(override=first, by=staff.pia)
    assert audited() == ["built_in_overridden", "built_in_brought_back"]


def test_another_override_of_the_same_rule_there_is_refused(staff):
    override_built_in(code=PHONE, to="shadow", by=staff.pia)
    with pytest.raises(OverrideStands):
        override_built_in(code=PHONE, to="retired", by=staff.pia)


@pytest.mark.parametrize("to", ["flag_only", "away", ""])
def test_only_shadow_and_retired_are_peoples_to_choose(staff, to):
    with pytest.raises(RuleIncomplete):
        override_built_in(code=PHONE, to=to, by=staff.pia)


def test_what_is_no_rule_or_no_place_is_refused(staff):
    with pytest.raises(NotThere):
        override_built_in(code="staff.blue_moon", to="shadow", by=staff.pia)
    with pytest.raises(RuleIncomplete):
        override_built_in(code=PHONE, to="shadow", by=staff.pia, scope=at("room", "none"))


@pytest.mark.parametrize(
    ("who", "refusal"),
    [("mo", NotAllowed), ("moe", NotAllowed), ("ada", NotAllowed), ("pat", NotAllowed), ("dov", NotThere)],
)
def test_everywhere_is_for_who_publishes_everywhere(cast, staff, who, refusal):
    by = getattr(cast, who, None) or getattr(staff, who)
    with pytest.raises(refusal):
        override_built_in(code=PHONE, to="shadow", by=by)
    override = override_built_in(code=PHONE, to="shadow", by=staff.pia)
    with pytest.raises(refusal):
        bring_back_built_in(override=override, by=by)


def test_a_cry_for_help_is_silenced_by_two_people_only(staff, cry):
    asked = override_built_in(code=cry, to="retired", by=staff.pia)
    override_built_in(code=cry, to="retired", by=staff.pia)
    assert (asked.state, screened(CRY).crisis) == ("asked", True)
    override_built_in(code=cry, to="retired", by=staff.pol)
    asked.refresh_from_db()
    assert (asked.state, asked.approved_by) == ("standing", f"user:{staff.pol.pk}")
    assert cry not in rules_in(screened(CRY))
    assert audited() == ["built_in_asked", "built_in_overridden"]


def test_what_was_only_asked_for_is_withdrawn(staff, cry):
    asked = override_built_in(code=cry, to="retired", by=staff.pia)
    bring_back_built_in(override=asked, by=staff.pia)
    assert override_built_in(code=cry, to="retired", by=staff.pol).state == "asked"


def test_a_reader_sees_the_overrides_of_their_places(cast, staff):
    override_built_in(code=PHONE, to="shadow", by=cast.ada, scope=at("facility", cast.alder))
    seen = {who: len(selectors.built_in_for(getattr(cast, who), PHONE).overrides) for who in ("mo", "mia", "pat")}
    assert seen == {"mo": 1, "mia": 0, "pat": 1}
    with pytest.raises(NotThere):
        selectors.built_in_for(cast.dov, PHONE)


def test_two_override_at_once_and_it_is_one(live_cast):
    staff = chiefs()
    together(*(partial(override_built_in, code=PHONE, to="shadow", by=by) for by in (staff.pia, staff.pol)))
    assert BuiltInOverride.objects.count() == 1
    assert audited() == ["built_in_overridden"]


def test_shadow_and_retired_at_once_and_one_wins(live_cast):
    staff = chiefs()
    outcomes = together(
        partial(override_built_in, code=PHONE, to="shadow", by=staff.pia),
        partial(override_built_in, code=PHONE, to="retired", by=staff.pol),
    )
    assert outcomes.count("rule.override_stands") == 1
