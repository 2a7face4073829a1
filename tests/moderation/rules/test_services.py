"""A rule that staff write: drafted, in shadow, live, retired; each move once, on the record, never on a stale page."""

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from audit.models import AuditEvent
from core.errors import NotAllowed, NotThere
from moderation.errors import (
    ExamplesFail,
    ExamplesMissing,
    NeedsSecond,
    OwnPurpose,
    RuleCodeTaken,
    RuleIncomplete,
    RuleIsBroken,
    RuleMovedOn,
    RuleNotFitting,
)
from moderation.models import RuleBook, RuleVersion, StaffRule
from moderation.rules import services
from tests.moderation.rules.helpers import CONTENT, again, at, audited, drafted, numbers, published, saying

LIVE_ONE = ("live", None, None, 1)


# Writing


def test_a_new_rule_is_a_draft_that_runs_nowhere(staff):
    rule = drafted(staff.moe)
    assert (rule.code, rule.owner, numbers(rule)) == ("staff.blue_moon", staff.moe, ("draft", 1, None, None))
    assert audited() == ["rule_drafted"]


def test_drafting_the_same_again_is_one_rule(staff):
    assert drafted(staff.moe) == drafted(staff.moe)
    assert audited() == ["rule_drafted"]


@pytest.mark.parametrize("other", [{"purpose": "Something else."}, {"literals": ("red moons",)}])
def test_a_code_is_taken_once(staff, other):
    drafted(staff.moe)
    with pytest.raises(RuleCodeTaken):
        drafted(staff.moe, saying(**other))


@pytest.mark.parametrize("code", ["", "Blue Moon", "a..b", "staff.", "a" * 61, "en/x"])
def test_what_is_no_code_is_refused(staff, code):
    with pytest.raises(RuleIncomplete) as refusal:
        drafted(staff.moe, code=code)
    assert refusal.value.field == "code"


@pytest.mark.parametrize(
    ("field", "change"),
    [
        ("kind", {"kind": "magic"}),
        ("category", {"category": "weather"}),
        ("tier", {"tier": "phone"}),
        ("purpose", {"purpose": "  "}),
        ("purpose", {"purpose": "x" * 301}),
        ("scope", {"scope": at("everywhere", "x")}),
        ("scope", {"scope": at("planet", "x")}),
        ("score", {"score": 0.0}),
        ("score", {"score": 1.5}),
        ("literals", {"literals": ()}),
        ("literals", {"literals": (" ",)}),
        ("pattern", {"pattern": "both"}),
        ("pattern", {"kind": "pattern", "literals": (), "pattern": ""}),
        ("steps", {"kind": "phrase", "literals": (), "steps": (("a",), ())}),
        ("gap", {"kind": "phrase", "literals": (), "steps": (("a",), ("b",)), "gap": 6}),
        ("detector", {"kind": "detector", "literals": (), "detector": "nobody"}),
        ("must_match", {"must_match": ("",)}),
        ("must_not_match", {"must_not_match": ("x" * 2_001,)}),
    ],
)
def test_what_is_not_whole_is_refused_by_its_field(staff, field, change):
    with pytest.raises(RuleIncomplete) as refusal:
        drafted(staff.pia, saying(**change))
    assert refusal.value.field == field
    assert not StaffRule.objects.exists()


def test_a_place_that_is_not_there_is_refused(staff):
    with pytest.raises(RuleIncomplete):
        drafted(staff.pia, saying(scope=at("room", "no room")))


def test_a_change_is_a_new_version_and_the_old_one_stays(staff):
    rule = drafted(staff.moe)
    version = services.change_draft(rule=rule, based_on=1, content=saying(literals=("blue moon",)), by=staff.pia)
    assert (version.number, version.written_by, version.literals) == (2, staff.pia, ["blue moon"])
    assert RuleVersion.objects.get(number=1).literals == ["blue moons", "bluemoon"]
    assert numbers(rule) == ("draft", 2, None, None)
    assert audited() == ["rule_drafted", "rule_changed"]


def test_the_same_change_sent_twice_is_one_version(staff):
    rule, content = drafted(staff.moe), saying(literals=("blue moon",))
    first = services.change_draft(rule=rule, based_on=1, content=content, by=staff.moe)
    assert services.change_draft(rule=rule, based_on=1, content=content, by=staff.moe) == first
    assert audited() == ["rule_drafted", "rule_changed"]


def test_a_change_on_a_stale_version_is_refused_and_nothing_is_lost(staff):
    rule = drafted(staff.moe)
    services.change_draft(rule=rule, based_on=1, content=saying(literals=("blue moon",)), by=staff.moe)
    with pytest.raises(RuleMovedOn):
        services.change_draft(rule=rule, based_on=1, content=saying(literals=("red moon",)), by=staff.pia)
    assert numbers(rule) == ("draft", 2, None, None)


def test_a_retired_rule_is_not_changed(staff):
    rule = drafted(staff.moe)
    services.retire_rule(rule=rule, version=1, by=staff.moe)
    with pytest.raises(RuleNotFitting):
        services.change_draft(rule=rule, based_on=1, content=saying(literals=("blue moon",)), by=staff.moe)


@pytest.mark.parametrize("act", ["update", "delete"])
def test_a_version_is_never_rewritten(staff, act):
    drafted(staff.moe)
    rows = RuleVersion.objects.all()
    with pytest.raises(DatabaseError), transaction.atomic():
        rows.update(purpose="x") if act == "update" else rows.delete()


# Shadow


def test_a_draft_goes_into_shadow_once(staff):
    rule = drafted(staff.moe)
    services.start_shadow(rule=rule, version=1, by=staff.moe)
    services.start_shadow(rule=rule, version=1, by=staff.moe)
    assert numbers(rule) == ("shadow", None, 1, None)
    assert audited() == ["rule_drafted", "rule_shadowed"]


def test_shadow_of_a_stale_version_is_refused(staff):
    rule = drafted(staff.moe)
    services.change_draft(rule=rule, based_on=1, content=saying(literals=("blue moon",)), by=staff.moe)
    with pytest.raises(RuleMovedOn):
        services.start_shadow(rule=rule, version=1, by=staff.moe)


def test_what_can_not_run_gets_no_shadow(staff):
    rule = drafted(staff.moe, saying(kind="pattern", literals=(), pattern="(blue"))
    with pytest.raises(RuleIsBroken):
        services.start_shadow(rule=rule, version=1, by=staff.moe)
    assert numbers(rule) == ("draft", 1, None, None)


def test_out_of_shadow_it_is_a_draft_again(staff):
    rule = drafted(staff.moe)
    services.start_shadow(rule=rule, version=1, by=staff.moe)
    services.end_shadow(rule=rule, version=1, by=staff.moe)
    assert numbers(rule) == ("draft", 1, None, None)
    with pytest.raises(RuleMovedOn):
        services.end_shadow(rule=rule, version=1, by=staff.moe)


def test_a_newer_draft_takes_the_place_of_the_one_in_shadow(staff):
    rule = drafted(staff.moe)
    services.start_shadow(rule=rule, version=1, by=staff.moe)
    services.change_draft(rule=rule, based_on=1, content=saying(literals=("blue moon",)), by=staff.moe)
    assert numbers(rule) == ("shadow", 2, 1, None)
    services.start_shadow(rule=rule, version=2, by=staff.moe)
    assert numbers(rule) == ("shadow", None, 2, None)


# Publishing


def test_published_it_is_live_and_every_process_will_hear_of_it(staff):
    rule = published(staff)
    assert numbers(rule) == LIVE_ONE
    assert RuleBook.objects.get().generation == 1
    assert audited() == ["rule_drafted", "rule_purpose_approved", "rule_published"]


def test_publishing_again_is_publishing_once(staff):
    rule = published(staff)
    services.publish_rule(rule=rule, version=1, by=staff.pia)
    assert audited().count("rule_published") == 1


def test_a_new_version_is_written_and_tried_while_the_old_one_is_live(staff):
    rule = published(staff)
    services.change_draft(rule=rule, based_on=1, content=saying(literals=("blue moons", "bluemoon")), by=staff.moe)
    assert numbers(rule) == ("live", 2, None, 1)
    services.start_shadow(rule=rule, version=2, by=staff.moe)
    assert numbers(rule) == ("live", None, 2, 1)
    services.publish_rule(rule=rule, version=2, by=staff.pia)
    assert numbers(rule) == ("live", None, None, 2)
    assert AuditEvent.objects.filter(kind="moderation.rule_published").latest("seq").detail["replaced"] == 1


def test_publishing_the_shadow_keeps_a_newer_draft(staff):
    rule = published(staff)
    services.change_draft(rule=rule, based_on=1, content=saying(gap=1), by=staff.moe)
    services.start_shadow(rule=rule, version=2, by=staff.moe)
    services.change_draft(rule=rule, based_on=2, content=saying(gap=2), by=staff.moe)
    services.publish_rule(rule=rule, version=2, by=staff.pia)
    assert numbers(rule) == ("live", 3, None, 2)


def test_examples_that_fail_are_told_by_number_and_nothing_is_lost(staff):
    content = saying(must_match=(*CONTENT.must_match, "nothing"), must_not_match=("a bluemoon", "fine"))
    rule = drafted(staff.moe, content)
    services.approve_purpose(rule=rule, version=1, by=staff.pol)
    with pytest.raises(ExamplesFail) as refusal:
        services.publish_rule(rule=rule, version=1, by=staff.pia)
    assert (refusal.value.missed, refusal.value.hit) == ([3], [1])
    assert numbers(rule) == ("draft", 1, None, None)


@pytest.mark.parametrize("none", [{"must_match": ()}, {"must_not_match": ()}])
def test_without_examples_nothing_is_published(staff, none):
    rule = drafted(staff.moe, saying(**none))
    services.approve_purpose(rule=rule, version=1, by=staff.pol)
    with pytest.raises(ExamplesMissing):
        services.publish_rule(rule=rule, version=1, by=staff.pia)


def test_what_can_not_run_is_not_published(staff):
    rule = drafted(staff.moe, saying(kind="pattern", literals=(), pattern="(blue"))
    services.approve_purpose(rule=rule, version=1, by=staff.pol)
    with pytest.raises(RuleIsBroken):
        services.publish_rule(rule=rule, version=1, by=staff.pia)


def test_examples_count_also_for_a_weak_signal_and_for_a_place(cast, staff):
    rule = published(staff, saying(score=0.5, scope=at("facility", cast.alder)))
    assert numbers(rule) == LIVE_ONE


def test_a_stale_version_is_not_published(staff):
    rule = drafted(staff.moe)
    services.approve_purpose(rule=rule, version=1, by=staff.pol)
    services.change_draft(rule=rule, based_on=1, content=saying(literals=("blue moon",)), by=staff.moe)
    with pytest.raises(RuleMovedOn):
        services.publish_rule(rule=rule, version=1, by=staff.pia)


def test_a_draft_is_given_up_where_another_version_runs(staff):
    rule = published(staff)
    services.change_draft(rule=rule, based_on=1, content=saying(gap=1), by=staff.moe)
    services.discard_draft(rule=rule, version=2, by=staff.moe)
    assert numbers(rule) == LIVE_ONE
    with pytest.raises(RuleMovedOn):
        services.discard_draft(rule=rule, version=2, by=staff.moe)


def test_the_only_version_is_not_given_up_but_retired(staff):
    rule = drafted(staff.moe)
    with pytest.raises(RuleNotFitting):
        services.discard_draft(rule=rule, version=1, by=staff.moe)


# A second person


def test_a_new_rule_needs_a_second_person(staff):
    rule = drafted(staff.moe)
    with pytest.raises(NeedsSecond):
        services.publish_rule(rule=rule, version=1, by=staff.pia)
    services.approve_purpose(rule=rule, version=1, by=staff.pia)
    with pytest.raises(NeedsSecond):
        services.publish_rule(rule=rule, version=1, by=staff.pia)
    services.publish_rule(rule=rule, version=1, by=staff.pol)
    assert numbers(rule) == LIVE_ONE


def test_nobody_agrees_to_what_they_wrote(staff):
    rule = drafted(staff.pia)
    with pytest.raises(OwnPurpose):
        services.approve_purpose(rule=rule, version=1, by=staff.pia)


def test_who_may_not_publish_there_is_no_second_person(staff):
    rule = drafted(staff.pia)
    with pytest.raises(NotAllowed):
        services.approve_purpose(rule=rule, version=1, by=staff.moe)


def test_agreeing_twice_is_agreeing_once(staff):
    rule = drafted(staff.moe)
    for _ in range(2):
        services.approve_purpose(rule=rule, version=1, by=staff.pol)
    assert audited().count("rule_purpose_approved") == 1


def test_an_approval_of_somebody_who_has_lost_the_right_is_none(staff):
    rule = drafted(staff.moe)
    services.approve_purpose(rule=rule, version=1, by=staff.pol)
    staff.pol.grants.update(ended_at=rule.created_at)
    with pytest.raises(NeedsSecond):
        services.publish_rule(rule=rule, version=1, by=staff.pia)


def test_other_words_for_the_same_purpose_need_nobody(staff):
    rule = published(staff)
    content = saying(literals=("blue moons", "bluemoon", "blue m"), score=0.9)
    services.change_draft(rule=rule, based_on=1, content=content, by=staff.pia)
    services.publish_rule(rule=rule, version=2, by=staff.pia)
    assert numbers(rule) == ("live", None, None, 2)


@pytest.mark.parametrize("change", ["purpose", "category", "tier", "scope"])
def test_another_purpose_needs_a_second_person_again(cast, staff, change):
    changed = {
        "purpose": {"purpose": "Something else."},
        "category": {"category": "gang", "tier": "claim"},
        "tier": {"tier": "offer"},
        "scope": {"scope": at("facility", cast.alder)},
    }[change]
    rule = published(staff)
    services.change_draft(rule=rule, based_on=1, content=saying(**changed), by=staff.moe)
    with pytest.raises(NeedsSecond):
        services.publish_rule(rule=rule, version=2, by=staff.pia)
    services.approve_purpose(rule=rule, version=2, by=staff.pol)
    services.publish_rule(rule=rule, version=2, by=staff.pia)
    assert numbers(rule) == ("live", None, None, 2)


# Retiring


def test_retired_nothing_of_it_runs(staff):
    rule = published(staff)
    services.change_draft(rule=rule, based_on=1, content=saying(gap=1), by=staff.moe)
    services.retire_rule(rule=rule, version=2, by=staff.pia)
    services.retire_rule(rule=rule, version=2, by=staff.pia)
    assert numbers(rule) == ("retired", None, None, None)
    assert audited().count("rule_retired") == 1


def test_a_stale_page_retires_nothing(staff):
    rule = published(staff)
    services.change_draft(rule=rule, based_on=1, content=saying(gap=1), by=staff.moe)
    with pytest.raises(RuleMovedOn):
        services.retire_rule(rule=rule, version=1, by=staff.pia)


def test_what_is_live_is_retired_by_who_may_publish_it(staff):
    rule = published(staff)
    with pytest.raises(NotAllowed):
        services.retire_rule(rule=rule, version=1, by=staff.moe)
    assert numbers(rule) == LIVE_ONE


def test_brought_back_it_is_a_draft_that_needs_no_new_agreement(staff):
    rule = published(staff)
    services.retire_rule(rule=rule, version=1, by=staff.pia)
    services.bring_back(rule=rule, by=staff.moe)
    assert numbers(rule) == ("draft", 1, None, None)
    services.publish_rule(rule=rule, version=1, by=staff.pia)
    assert numbers(rule) == LIVE_ONE


@pytest.mark.parametrize("act", ["bring_back", "reset_rule"])
def test_what_does_not_fit_the_state_is_refused(staff, act):
    rule = drafted(staff.moe)
    with pytest.raises(RuleNotFitting):
        getattr(services, act)(rule=rule, by=staff.moe)


# On the record, or not at all

ACTS = {
    "shadow": lambda rule, staff: services.start_shadow(rule=rule, version=1, by=staff.moe),
    "approve": lambda rule, staff: services.approve_purpose(rule=rule, version=1, by=staff.pol),
    "retire": lambda rule, staff: services.retire_rule(rule=rule, version=1, by=staff.moe),
    "change": lambda rule, staff: services.change_draft(rule=rule, based_on=1, content=saying(gap=1), by=staff.moe),
}


@pytest.mark.parametrize("act", ACTS)
def test_without_its_audit_row_nothing_happens(staff, monkeypatch, act):
    rule = drafted(staff.moe)

    def refuse(*args, **kwargs):
        raise IntegrityError

    monkeypatch.setattr(AuditEvent.objects, "create", refuse)
    with pytest.raises(IntegrityError):
        ACTS[act](rule, staff)
    assert numbers(rule) == ("draft", 1, None, None)
    assert RuleVersion.objects.count() == 1


# Who


@pytest.mark.parametrize("who", ["mia", "dov", "rue"])
def test_out_of_reach_there_is_no_such_rule(cast, staff, who):
    rule = drafted(staff.moe, saying(scope=at("facility", cast.alder)))
    for act in ACTS.values():
        with pytest.raises(NotThere):
            act(rule, type(staff)(moe=getattr(cast, who), pol=getattr(cast, who)))
    with pytest.raises(NotThere):
        services.publish_rule(rule=again(rule), version=1, by=getattr(cast, who))


def test_a_rule_that_is_not_there_is_not_there(staff):
    rule = StaffRule(code="staff.x", owner=staff.pia)
    with pytest.raises(NotThere):
        services.start_shadow(rule=rule, version=1, by=staff.pia)
