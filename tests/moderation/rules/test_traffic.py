"""Texts and hits are counted in memory, written down in one go, and tell of nobody."""

from datetime import UTC, datetime, timedelta
from functools import partial

import pytest
import time_machine
from django.db import DatabaseError

from core import clock
from moderation.models import RuleTraffic
from moderation.rules import selectors, services, traffic
from tests.moderation.rules.helpers import at, drafted, published, saying, screened
from tests.racing import together

pytestmark = pytest.mark.db_real

SIX = datetime(2026, 11, 23, 18, 0, 30, tzinfo=UTC)
CODE = "staff.blue_moon"


def rows(rule=CODE):
    found = RuleTraffic.objects.filter(rule=rule).order_by("minute", "version", "outcome")
    return list(found.values_list("version", "outcome", "seen", "hits"))


@time_machine.travel(SIX, tick=False)
def test_each_rule_is_counted_by_what_became_of_the_text(staff):
    published(staff)
    for text in ("a bluemoon and a bluemoon", "bluemoon", "hello", "call 312 555 0142"):
        screened(text)
    traffic.flush()
    assert rows() == [(1, "deliver", 1, 0), (1, "hold", 3, 2)]
    assert rows("") == [(0, "deliver", 1, 0), (0, "hold", 3, 0)]
    assert rows("contact.phone") == [(2, "hold", 0, 1)]
    assert set(RuleTraffic.objects.values_list("minute", flat=True)) == {SIX.replace(second=0)}


def test_what_was_written_down_is_added_to(staff):
    published(staff)
    for _ in range(3):
        screened("bluemoon")
        traffic.flush()
    assert sum(seen for _, _, seen, _ in rows()) == sum(hits for *_, hits in rows()) == 3


def test_a_rule_in_shadow_is_counted_apart(staff):
    rule = drafted(staff.moe)
    services.start_shadow(rule=rule, version=1, by=staff.moe)
    for text in ("bluemoon", "hello"):
        screened(text)
    traffic.flush()
    assert rows() == [(1, "shadow", 2, 1)]
    (seen,) = selectors.traffic_of(CODE, since=clock.now() - timedelta(hours=1))
    assert (seen.seen, seen.hits, seen.shadow_seen, seen.shadow_hits) == (0, 0, 2, 1)


def test_a_rule_of_a_place_has_seen_the_texts_from_there(cast, staff):
    published(staff, saying(scope=at("facility", cast.alder)))
    screened("bluemoon", facility_id=str(cast.alder.pk))
    screened("bluemoon")
    traffic.flush()
    assert rows() == [(1, "hold", 1, 1)]


def test_a_built_in_rule_has_seen_all_texts(staff):
    for text in ("call 312 555 0142", "hello", "hello again"):
        screened(text)
    traffic.flush()
    since = clock.now() - timedelta(hours=1)
    (seen,) = selectors.traffic_of("contact.phone", since=since)
    assert (seen.seen, seen.hits) == (3, 1)
    assert selectors.outcomes_of("contact.phone", since=since) == {"hold": 1}


def test_what_could_not_be_written_is_written_the_next_time(staff, monkeypatch):
    def fail(*args):
        raise DatabaseError

    published(staff)
    screened("bluemoon")
    screened("bluemoon")
    with monkeypatch.context() as broken:
        broken.setattr(traffic, "_write", fail)
        traffic.flush()
    assert rows() == []
    traffic.flush()
    assert [(seen, hits) for _, _, seen, hits in rows()] == [(2, 2)]


def test_counts_go_after_a_month(db):
    now = clock.now()
    for days in (29, 31):
        RuleTraffic.objects.create(minute=now - timedelta(days=days), outcome="deliver")
    assert traffic.sweep(at=now) == 1
    assert RuleTraffic.objects.get().minute == now - timedelta(days=29)


def test_two_processes_add_to_the_same_minute(live_cast):
    minute = clock.now().replace(second=0, microsecond=0)
    counts = [traffic.Counter({traffic.Key(minute, rule, 1, "hold"): 1 for rule in rules}) for rules in ("ab", "ba")]
    together(*(partial(traffic._write, count, count) for count in counts))
    assert {rule: rows(rule) for rule in "ab"} == {rule: [(1, "hold", 2, 2)] for rule in "ab"}


def test_nothing_said_is_nothing_written(db, django_assert_num_queries):
    with django_assert_num_queries(0):
        traffic.flush()
