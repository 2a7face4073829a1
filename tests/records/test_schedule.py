"""The schedule: the longest rule of those who share a room wins, a newer rule takes an older one's place."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audit.models import AuditEvent
from records import schedule, services
from records.errors import ClassUnclear, DaysOutOfRange
from records.models import RetentionRule

NINE = datetime(2026, 11, 23, 9, tzinfo=UTC)
EACH = settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
facilities = st.sampled_from(["", "a", "b", "c"])
rules = st.lists(st.tuples(facilities, st.integers(1, 5000)), max_size=8)
shared = st.sets(st.sampled_from(["a", "b", "c", "d"]), max_size=4)


def write(said, *, since: datetime = NINE) -> None:
    RetentionRule.objects.all().delete()
    for hour, (facility, days) in enumerate(said):
        RetentionRule.objects.create(
            kind="ordinary", facility=facility, days=days, set_at=since + timedelta(hours=hour), set_by="user:1"
        )


@EACH
@given(said=rules, sharing=shared)
def test_the_longest_rule_of_those_who_share_a_room_wins(db, said, sharing):
    write(said)
    newest = dict(said)  # a later pair takes an earlier one's place
    fallback = newest.get("", 365)
    expected = max([newest.get(facility, fallback) for facility in sharing], default=fallback)
    assert schedule.days("ordinary", facilities=sharing) == expected


@EACH
@given(said=rules, sharing=shared, one_more=st.sampled_from(["a", "b", "c", "d"]))
def test_a_facility_that_joins_a_shared_room_never_shortens_what_it_keeps(db, said, sharing, one_more):
    write(said)
    if sharing:
        assert schedule.days("ordinary", facilities=sharing | {one_more}) >= schedule.days(
            "ordinary", facilities=sharing
        )


@EACH
@given(said=rules, sharing=shared, hour=st.integers(0, 8))
def test_a_past_moment_is_answered_by_the_rules_of_that_moment(db, said, sharing, hour):
    write(said)
    then = schedule.days("ordinary", facilities=sharing, at=NINE + timedelta(hours=hour))
    write(said[: hour + 1])
    assert then == schedule.days("ordinary", facilities=sharing)


@pytest.mark.parametrize(
    ("kind", "days"),
    [
        ("ordinary", 365),
        ("held_removed", 730),
        ("sanctions_appeals", 7 * 365),
        ("abuse", 10 * 365),
        ("attendance", 7 * 365),
        ("audit", 7 * 365),
        ("drafts", 0),
    ],
)
def test_without_rules_the_product_says_how_long(db, kind, days):
    assert schedule.days(kind, facilities=["a", "b"]) == days
    assert schedule.cutoff(kind, at=NINE) == NINE - timedelta(days=days)


def test_a_rule_of_another_class_says_nothing_here(db):
    services.set_days(kind="attendance", facility="a", days=9, by="user:1")
    assert schedule.days("ordinary", facilities=["a"]) == 365


@time_machine.travel(NINE, tick=False)
def test_setting_days_keeps_history_and_is_on_the_record(db):
    services.set_days(kind="ordinary", facility="a", days=30, by="user:1")
    services.set_days(kind="ordinary", facility="a", days=90, by="user:2")
    assert schedule.days("ordinary", facilities=["a"]) == 90
    assert [(rule.days, rule.set_by, rule.set_at) for rule in schedule.history(facility="a")] == [
        (90, "user:2", NINE),
        (30, "user:1", NINE),
    ]
    link = AuditEvent.objects.latest("seq")
    assert (link.kind, link.subject, link.actor) == ("records.days_set", "schedule:ordinary", "user:2")
    assert link.detail == {"facility": "a", "days": 90, "before": 30}


def test_shortening_holds_at_once_for_what_is_there_already(db):
    services.set_days(kind="ordinary", facility="", days=10, by="user:1")
    assert schedule.cutoff("ordinary", at=NINE + timedelta(days=400), facilities=["a"]) == NINE + timedelta(days=390)


@pytest.mark.parametrize(
    ("kind", "days"),
    [("ordinary", 0), ("ordinary", schedule.MOST + 1), ("abuse", 5 * 365 - 1), ("drafts", -1)],
)
def test_days_that_no_rule_may_say_are_refused(db, kind, days):
    with pytest.raises(DaysOutOfRange):
        services.set_days(kind=kind, facility="", days=days, by="user:1")
    assert not RetentionRule.objects.exists()
    assert not AuditEvent.objects.exists()


@pytest.mark.parametrize("kind", ["identity", "gossip"])
def test_a_class_that_is_not_kept_by_days_takes_no_rule(db, kind):
    with pytest.raises(ClassUnclear):
        services.set_days(kind=kind, facility="", days=30, by="user:1")
