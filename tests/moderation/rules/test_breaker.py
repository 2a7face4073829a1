"""A rule that suddenly hits everything only flags, and its owner is told; a cry for help is never capped."""

from datetime import UTC, datetime, timedelta
from functools import partial

import pytest
import time_machine

from core.errors import NotAllowed
from moderation.models import BuiltInOverride, KnownRule, RuleNotice, RuleTraffic
from moderation.rules import breaker, selectors, services
from moderation.rules.overrides import BUILT_IN, bring_back_built_in, is_crisis
from tests.moderation.rules.helpers import again, audited, chiefs, published, rules_in, saying, screened
from tests.racing import together

SIX = datetime(2026, 11, 23, 18, 0, tzinfo=UTC)
CODE = "staff.blue_moon"
CRY = next(code for code, rule in BUILT_IN.items() if is_crisis(rule))
TAME = "contact.phone"


@pytest.fixture(autouse=True)
def at_six():
    with time_machine.travel(SIX, tick=False) as now:
        yield now


def traffic(code, *, hits, seen=100, minutes_ago=1, version=1, outcome="hold"):
    minute = SIX - timedelta(minutes=minutes_ago)
    RuleTraffic.objects.create(minute=minute, rule=code, version=version, outcome=outcome, seen=seen, hits=hits)


def texts(seen=100):
    traffic("", hits=0, seen=seen, version=0)


def make_new(code):
    """As if this built-in rule had come with yesterday's release."""
    breaker.remember_built_in(at=SIX)
    KnownRule.objects.filter(code=code).update(since=SIX - timedelta(days=1))


# Rules that staff wrote


def test_a_rule_that_hits_too_much_only_flags_and_its_owner_is_told(staff):
    rule = published(staff)
    traffic(CODE, hits=6)
    breaker.trip()
    assert again(rule).tripped_at == SIX
    verdict = screened("bluemoon")
    assert (verdict.outcome, rules_in(verdict)) == ("flag", {CODE})
    (notice,) = selectors.notices_of(staff.moe)
    assert (notice.kind, notice.rule, notice.seen, notice.hits) == ("tripped", CODE, 100, 6)
    assert audited()[-1] == "rule_tripped"


@pytest.mark.parametrize(
    "load",
    [
        {"hits": 5},
        {"hits": 40, "seen": 49},
        {"hits": 50, "minutes_ago": 11},
        {"hits": 50, "outcome": "shadow"},
        {"hits": 50, "version": 2},
    ],
    ids=["5 % is not too much", "too few texts", "long ago", "only looked", "another version"],
)
def test_else_it_goes_on(staff, load):
    rule = published(staff)
    traffic(CODE, **load)
    breaker.trip()
    assert again(rule).tripped_at is None
    assert not RuleNotice.objects.exists()


def test_the_minutes_of_the_window_are_added_up(staff):
    rule = published(staff)
    for minutes in (1, 5, 9):
        traffic(CODE, hits=2, seen=20, minutes_ago=minutes)
    breaker.trip()
    assert again(rule).tripped_at == SIX


def test_it_trips_once(staff):
    published(staff)
    traffic(CODE, hits=50)
    breaker.trip()
    breaker.trip()
    assert audited().count("rule_tripped") == RuleNotice.objects.count() == 1


def test_words_of_self_harm_that_staff_wrote_still_come_to_the_desk(staff):
    published(staff, saying(category="self_harm", tier="intent"))
    traffic(CODE, hits=50)
    breaker.trip()
    verdict = screened("bluemoon")
    assert (verdict.outcome, verdict.crisis) == ("flag", False)


@pytest.mark.parametrize("who", ["moe", "pia"])
def test_its_owner_or_a_publisher_resets_it(staff, who, at_six):
    rule = published(staff)
    traffic(CODE, hits=50)
    breaker.trip()
    for _ in range(2):
        services.reset_rule(rule=rule, by=getattr(staff, who))
    breaker.trip()
    assert again(rule).tripped_at is None
    assert screened("bluemoon").outcome == "hold"
    assert audited().count("rule_reset") == 1


def test_after_a_reset_it_can_trip_again(staff, at_six):
    rule = published(staff)
    traffic(CODE, hits=50)
    breaker.trip()
    services.reset_rule(rule=rule, by=staff.pia)
    at_six.shift(timedelta(minutes=2))
    traffic(CODE, hits=50, minutes_ago=-1)
    breaker.trip()
    assert again(rule).tripped_at == SIX + timedelta(minutes=2)


def test_nobody_else_resets_it(staff):
    rule = published(staff)
    type(rule).objects.filter(pk=rule.pk).update(owner=staff.pol)
    traffic(CODE, hits=50)
    breaker.trip()
    with pytest.raises(NotAllowed):
        services.reset_rule(rule=rule, by=staff.moe)


def test_a_new_version_begins_afresh(staff):
    rule = published(staff)
    traffic(CODE, hits=50)
    breaker.trip()
    services.change_draft(rule=rule, based_on=1, content=saying(gap=1), by=staff.moe)
    services.publish_rule(rule=rule, version=2, by=staff.pia)
    breaker.trip()
    assert again(rule).tripped_at is None


def test_two_workers_trip_it_once(live_cast):
    published(chiefs())
    traffic(CODE, hits=50)
    together(breaker.trip, breaker.trip)
    assert audited().count("rule_tripped") == RuleNotice.objects.count() == 1


# Built-in rules


def test_a_built_in_rule_that_is_new_here_is_capped_and_those_who_publish_are_told(staff):
    make_new(TAME)
    texts()
    traffic(TAME, hits=6, seen=0)
    breaker.trip()
    assert screened("call 312 555 0142").outcome == "flag"
    assert set(RuleNotice.objects.values_list("user", flat=True)) == {staff.pia.pk, staff.pol.pk}


def test_one_that_was_here_from_the_beginning_is_not(staff):
    breaker.remember_built_in(at=SIX)
    texts()
    traffic(TAME, hits=50, seen=0)
    breaker.trip()
    assert not BuiltInOverride.objects.exists()


def test_after_a_week_it_is_not_new_any_more(staff):
    make_new(TAME)
    KnownRule.objects.filter(code=TAME).update(since=SIX - timedelta(days=7))
    texts()
    traffic(TAME, hits=50, seen=0)
    breaker.trip()
    assert not BuiltInOverride.objects.exists()


def test_brought_back_it_is_not_capped_for_the_same_texts(staff):
    make_new(TAME)
    texts()
    traffic(TAME, hits=50, seen=0)
    breaker.trip()
    bring_back_built_in(override=BuiltInOverride.objects.get(), by=staff.pia)
    breaker.trip()
    assert not BuiltInOverride.objects.exclude(state="ended").exists()
    assert screened("call 312 555 0142").outcome == "hold"


def test_a_cry_for_help_is_never_capped_only_told_of(staff):
    make_new(CRY)
    texts()
    traffic(CRY, hits=50, seen=0)
    breaker.trip()
    breaker.trip()
    assert not BuiltInOverride.objects.exists()
    assert set(RuleNotice.objects.values_list("user", "kind")) == {
        (staff.pia.pk, "hits_much"),
        (staff.pol.pk, "hits_much"),
    }
    assert audited().count("rule_hits_much") == 1
    assert screened("I want to kill myself tonight").crisis


def test_nobody_is_told_of_the_same_cry_twice_a_day(staff, at_six):
    texts()
    traffic(CRY, hits=50, seen=0)
    breaker.trip()
    for notice in RuleNotice.objects.all():
        breaker.dismiss_notice(notice=notice, by=notice.user)
    breaker.trip()
    assert not RuleNotice.objects.filter(read_at=None).exists()


def test_a_version_that_comes_later_is_new(db):
    breaker.remember_built_in(at=SIX)
    assert not KnownRule.objects.exclude(since=None).exists()
    KnownRule.objects.filter(code=TAME).delete()
    assert breaker.remember_built_in(at=SIX) == 1
    assert KnownRule.objects.get(code=TAME).since == SIX


def test_a_notice_is_put_aside_by_its_reader(staff):
    published(staff)
    traffic(CODE, hits=50)
    breaker.trip()
    notice = RuleNotice.objects.get()
    breaker.dismiss_notice(notice=notice, by=staff.pia)
    assert selectors.notices_of(staff.moe).count() == 1
    breaker.dismiss_notice(notice=notice, by=staff.moe)
    assert selectors.notices_of(staff.moe).count() == 0


def test_two_workers_remember_once(live_cast):
    together(*[partial(breaker.remember_built_in, at=SIX)] * 2)
    assert KnownRule.objects.filter(code=TAME).count() == 1
