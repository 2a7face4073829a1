"""A back-test tells what a version would do to stored messages: counts, ids and spans; words to who may read them."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.db import IntegrityError, transaction

from audit.models import AuditEvent
from chat import services as chat
from chat.models import Message
from chat.services.ending import _erase
from core import clock, steps
from core.errors import NotAllowed, NotThere
from custody.models import CustodyEvent
from moderation.errors import BackTestEnded, RuleIncomplete, RuleIsBroken
from moderation.models import BackTest, BackTestHit
from moderation.rules import services
from moderation.rules.backtests import services as backtests
from moderation.rules.backtests.services import (
    ask_back_test,
    back_test_for,
    cancel_back_test,
    read_hits,
    run_batch,
    sweep,
)
from tests import factories as make
from tests.moderation.helpers import CLEAN, answers, flagged, open_room, say
from tests.moderation.rules.helpers import at, audited, chiefs, drafted, published, saying
from tests.racing import together

SIX = datetime(2026, 11, 23, 18, 0, tzinfo=UTC)
WORDS = ("anyone got blue moons?", "hello", "a bluemoon", "good evening", "red suns for all")


def say_all(cast, monkeypatch, verdict=CLEAN):
    open_room(cast)
    answers(monkeypatch, verdict)
    return [say(cast, ("ana", "ben")[number % 2], body) for number, body in enumerate(WORDS)]


@pytest.fixture
def said(cast, monkeypatch):
    return say_all(cast, monkeypatch)


def asked(staff, content=None, **more):
    """The draft of a new rule, or with `content` a new version of one that is live."""
    if content is None:
        return ask_back_test(version=drafted(staff.moe).draft, by=more.pop("by", staff.moe), **more)
    rule = published(staff)
    version = services.change_draft(rule=rule, based_on=1, content=content, by=staff.moe)
    return ask_back_test(version=version, by=more.pop("by", staff.moe), **more)


def run(test):
    for _ in range(50):
        if not run_batch():
            break
    test.refresh_from_db()
    return test


def hit(test, change):
    return set(test.hits.filter(change=change).values_list("message", flat=True))


# What it counts


def test_it_counts_what_a_new_rule_would_hit(staff, said):
    test = run(asked(staff))
    assert (test.state, test.seen, test.counts) == ("done", 5, {"new": {"deliver": 2}})
    assert hit(test, "new") == {said[0].pk, said[2].pk}
    assert test.hits.get(message=said[2]).spans == [[2, 10]]


def test_a_change_is_told_as_what_it_adds_and_what_it_loses(staff, said):
    test = run(asked(staff, saying(literals=("bluemoon", "red suns"))))
    assert test.counts == {"gone": {"deliver": 1}, "new": {"deliver": 1}, "same": {"deliver": 1}}
    assert [hit(test, change) for change in ("new", "gone", "same")] == [{said[4].pk}, {said[0].pk}, {said[2].pk}]


def test_it_is_told_by_what_became_of_the_message(cast, staff, monkeypatch):
    say_all(cast, monkeypatch, flagged())
    assert run(asked(staff)).counts == {"new": {"flag": 2}}


def test_no_words_are_kept(staff, said):
    test = run(asked(staff))
    kept = str([list(BackTestHit.objects.values()), list(BackTest.objects.values()), test.counts])
    assert "moon" not in kept.lower()


def test_a_version_for_a_place_is_run_on_what_was_said_there(cast, staff, said):
    """Ana is at Alder, Ben is outside; Ana said the words at both places in turn."""
    make.custody_event(cast.persons.ana, CustodyEvent.Kind.RELEASED, occurred_at=clock.now() + timedelta(hours=1))
    rule = drafted(staff.moe, saying(scope=at("facility", cast.alder)))
    assert hit(run(ask_back_test(version=rule.draft, by=staff.moe)), "new") == {said[0].pk, said[2].pk}
    rule = drafted(staff.moe, saying(scope=at("facility", cast.birch)), code="other")
    assert run(ask_back_test(version=rule.draft, by=staff.moe)).counts == {}


def test_the_asker_can_narrow_it_to_a_place(cast, staff, said):
    rule = drafted(staff.moe)
    test = ask_back_test(version=rule.draft, by=staff.moe, scope=at("person", cast.persons.ben))
    assert run(test).counts == {}


def test_only_rooms_within_the_askers_reach_are_looked_at(cast, staff, said):
    rule = drafted(staff.moe, saying(scope=at("facility", cast.birch)))
    assert run(ask_back_test(version=rule.draft, by=cast.mia)).seen == 0


def test_what_is_older_or_later_or_taken_back_is_not_looked_at(cast, staff, said, monkeypatch):
    now = clock.now()
    Message.objects.filter(pk=said[0].pk).update(said_at=now - timedelta(days=31))
    chat.withdraw_own(person_id=cast.persons.ana.pk, message_id=said[2].pk)
    test = asked(staff, since=now - timedelta(days=60))
    say(cast, "ben", "a bluemoon, later")
    assert run(test).seen == 3
    assert test.counts == {}


# Its life


def test_asked_again_while_it_runs_it_is_the_same(staff, said):
    version = drafted(staff.moe).draft
    first = ask_back_test(version=version, by=staff.moe)
    assert ask_back_test(version=version, by=staff.moe) == first
    run(first)
    assert ask_back_test(version=version, by=staff.moe) != first
    assert audited().count("back_test_asked") == 2


def test_who_may_not_draft_there_asks_for_none(cast, staff):
    version = drafted(staff.moe).draft
    with pytest.raises(NotAllowed):
        ask_back_test(version=version, by=cast.mo)
    with pytest.raises(NotThere):
        ask_back_test(version=version, by=cast.dov)


def test_what_can_not_run_and_what_is_no_place_are_refused(staff):
    rule = drafted(staff.moe, saying(kind="pattern", literals=(), pattern="(blue"))
    with pytest.raises(RuleIsBroken):
        ask_back_test(version=rule.draft, by=staff.moe)
    with pytest.raises(RuleIncomplete):
        ask_back_test(version=rule.draft, by=staff.moe, scope=at("room", "none"))


def test_it_goes_on_where_it_was_stopped(staff, said, monkeypatch):
    monkeypatch.setattr(backtests, "BATCH", 2)
    test = asked(staff)
    states = []
    while run_batch():
        test.refresh_from_db()
        states.append((test.state, test.seen))
    assert states == [("running", 2), ("running", 4), ("done", 5)]
    assert hit(test, "new") == {said[0].pk, said[2].pk}


def test_a_batch_that_breaks_off_is_done_again_and_counted_once(staff, said, monkeypatch):
    test = asked(staff)

    def fail(*args, **kwargs):
        raise IntegrityError

    with monkeypatch.context() as broken:
        broken.setattr(BackTestHit.objects, "bulk_create", fail)
        with pytest.raises(IntegrityError):
            run_batch()
    test.refresh_from_db()
    assert (test.state, test.seen, test.counts) == ("waiting", 0, {})
    assert run(test).counts == {"new": {"deliver": 2}}


def test_messages_of_one_moment_are_each_seen_once(staff, said, monkeypatch):
    Message.objects.update(said_at=clock.now() - timedelta(minutes=1))
    monkeypatch.setattr(backtests, "BATCH", 2)
    test = run(asked(staff))
    assert (test.seen, test.counts) == (5, {"new": {"deliver": 2}})


def test_it_ends_after_so_many_messages(staff, said, monkeypatch):
    monkeypatch.setattr(backtests, "MOST", 3)
    test = run(asked(staff))
    assert (test.state, test.seen, hit(test, "new")) == ("done", 3, {said[2].pk})


def test_it_is_the_newest_that_are_looked_at_first(staff, said, monkeypatch):
    monkeypatch.setattr(backtests, "BATCH", 3)
    test = asked(staff)
    run_batch()
    assert hit(test, "new") == {said[2].pk}


def test_cancelled_it_stops_and_what_was_counted_stays(staff, said, monkeypatch):
    monkeypatch.setattr(backtests, "BATCH", 3)
    test = asked(staff)
    run_batch()
    for _ in range(2):
        cancel_back_test(test=test, by=staff.moe)
    assert (run(test).state, test.seen) == ("cancelled", 3)
    assert audited().count("back_test_cancelled") == 1


def test_a_batch_that_was_in_work_when_it_was_cancelled_is_dropped(staff, said, monkeypatch):
    look = backtests.look

    def meanwhile(test, messages):
        cancel_back_test(test=test, by=staff.moe)
        return look(test, messages)

    monkeypatch.setattr(backtests, "look", meanwhile)
    test = run(asked(staff))
    assert (test.state, test.seen, test.hits.count()) == ("cancelled", 0, 0)


def test_what_is_over_is_not_cancelled(staff, said):
    test = run(asked(staff))
    with pytest.raises(BackTestEnded):
        cancel_back_test(test=test, by=staff.moe)


def test_it_is_its_askers_alone(staff, said):
    test = asked(staff)
    for act in (lambda: back_test_for(staff.pia, test.pk), lambda: cancel_back_test(test=test, by=staff.pia)):
        with pytest.raises(NotThere):
            act()


def test_one_that_does_not_run_any_more_fails_and_holds_up_nobody(staff, said, monkeypatch):
    def broken(test, messages):
        raise RuleIsBroken

    with monkeypatch.context() as changed:
        changed.setattr(backtests, "look", broken)
        assert run(asked(staff)).state == "failed"
    assert not run_batch()


def test_the_worker_runs_it(staff, said):
    test = asked(staff)
    assert steps.jobs["moderation.run_back_tests"].step() is False
    test.refresh_from_db()
    assert test.state == "done"


# Reading


def test_words_are_read_by_who_may_read_the_room_and_that_is_on_the_record(cast, staff, said):
    test = run(asked(staff))
    first, second = read_hits(test=test, by=staff.moe, change="new")
    assert (first.message_id, first.body, first.spans, first.group) == (
        said[2].pk,
        "a bluemoon",
        [[2, 10]],
        cast.group.name,
    )
    row = AuditEvent.objects.get(kind="moderation.rule_backtest_read")
    assert row.detail == {"messages": [str(first.message_id), str(second.message_id)]}
    assert (row.actor, row.subject) == (f"user:{staff.moe.pk}", f"backtest:{test.pk}")


def test_counts_are_for_who_runs_the_programme_but_words_are_not(staff, said):
    test = run(ask_back_test(version=drafted(staff.moe).draft, by=staff.pia))
    assert test.counts == {"new": {"deliver": 2}}
    assert read_hits(test=test, by=staff.pia, change="new") == []
    assert not AuditEvent.objects.filter(kind="moderation.rule_backtest_read").exists()


def test_a_page_at_a_time(staff, said, monkeypatch):
    monkeypatch.setattr(backtests, "PAGE", 1)
    test = run(asked(staff))
    pages = [read_hits(test=test, by=staff.moe, change="new", page=page) for page in (1, 2, 3)]
    assert [[view.message_id for view in page] for page in pages] == [[said[2].pk], [said[0].pk], []]


def test_what_was_taken_back_since_is_not_read(cast, staff, said):
    test = run(asked(staff))
    chat.withdraw_own(person_id=cast.persons.ana.pk, message_id=said[0].pk)
    assert [view.message_id for view in read_hits(test=test, by=staff.moe, change="new")] == [said[2].pk]


# The end of ids and spans


def test_ids_and_spans_go_after_a_week_and_counts_stay(staff, said):
    with time_machine.travel(SIX, tick=False) as now:
        Message.objects.update(said_at=SIX - timedelta(minutes=1))
        test = run(asked(staff))
        now.shift(timedelta(days=7) - timedelta(seconds=1))
        assert sweep(at=clock.now()) == 0
        now.shift(timedelta(seconds=1))
        assert sweep(at=clock.now()) == 2
    test.refresh_from_db()
    assert (test.hits.count(), test.counts) == (0, {"new": {"deliver": 2}})


def test_what_was_taken_back_or_ended_leaves_no_span(cast, staff, said):
    test = run(asked(staff))
    chat.withdraw_own(person_id=cast.persons.ana.pk, message_id=said[0].pk)
    Message.objects.filter(pk=said[2].pk).update(state="expired", expired_from="delivered")
    sweep(at=clock.now())
    assert not test.hits.exists()


def test_a_message_that_is_erased_takes_its_hit_with_it(staff, said):
    test = run(asked(staff))
    _erase(said[0].pk)
    assert not Message.objects.filter(pk=said[0].pk).exists()
    assert set(test.hits.values_list("message", flat=True)) == {None, said[2].pk}
    sweep(at=clock.now())
    assert hit(test, "new") == {said[2].pk}


# Two workers, and what is never half true


def test_two_workers_count_each_message_once(live_cast, monkeypatch):
    say_all(live_cast, monkeypatch)
    monkeypatch.setattr(backtests, "BATCH", 2)
    test = asked(chiefs())
    for _ in range(4):
        together(run_batch, run_batch)
    test.refresh_from_db()
    assert (test.state, test.seen, test.counts, test.hits.count()) == ("done", 5, {"new": {"deliver": 2}}, 2)


@pytest.mark.parametrize(
    "half", [{"state": "done"}, {"ended_at": SIX}, {"cursor_at": SIX}, {"scope_id": "x"}, {"scope_kind": "room"}]
)
def test_half_a_back_test_is_refused(staff, half):
    test = asked(staff)
    with pytest.raises(IntegrityError), transaction.atomic():
        BackTest.objects.filter(pk=test.pk).update(**half)


def test_a_version_is_tested_by_one_asker_once_at_a_time(staff):
    test = asked(staff)
    test.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        test.save(force_insert=True)
