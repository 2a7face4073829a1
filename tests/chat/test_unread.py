"""How far somebody has read, and what is new to them: theirs alone, and it only grows."""

from datetime import timedelta
from importlib import import_module
from types import SimpleNamespace
from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accounts.models import SignIn
from accounts.services import end_sign_in
from audit.models import AuditEvent
from chat import selectors, services, wire
from chat.authority import member_versions
from chat.herald import RoomHerald
from chat.models import Event
from chat.services import Mark, mark_all_read
from core import clock, wakeups
from core.errors import NotAllowed
from core.models import Change
from groups import services as groups
from groups.errors import RoomUnavailable, SignedOut
from groups.models import Membership
from records.models import RetentionRule
from tests import factories as make
from tests.chat.conftest import Talk
from tests.racing import together

MANY = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def mark(talk: Talk, who: str, seq: int) -> None:
    services.mark_read(seat=talk.seats[who], room_id=talk.room.pk, seq=seq)


def read_by(talk: Talk, who: str) -> int:
    return int(Membership.objects.get(pk=talk.seats[who].membership_id).read_seq)


def new_to(talk: Talk, who: str, **more: Any) -> dict[Any, int]:
    return {one.group_id: one.found for one in selectors.unread(getattr(talk.cast.persons, who), **more)}


def new(talk: Talk, who: str = "ben", **more: Any) -> int:
    return new_to(talk, who, **more)[talk.group.pk]


@pytest.fixture
def fresh(talk: Talk) -> Talk:
    """Ben has read all that is there."""
    mark(talk, "ben", talk.room.head)
    return talk


# Moving it


@MANY
@given(seqs=st.lists(st.integers(min_value=0, max_value=2**53), min_size=1, max_size=6))
def test_it_only_grows_and_never_beyond_the_head(talk: Talk, seqs: list[int]):
    Membership.objects.filter(pk=talk.cast.seats.ben.pk).update(read_seq=0)
    head = talk.room.head
    for number, seq in enumerate(seqs, start=1):
        mark(talk, "ben", seq)
        assert read_by(talk, "ben") == max(min(one, head) for one in seqs[:number])


def test_the_same_mark_again_changes_nothing(talk: Talk):
    mark(talk, "ben", 3)
    mark(talk, "ben", 3)
    assert read_by(talk, "ben") == 3


def test_a_monitor_has_no_seat_to_mark(talk: Talk):
    with pytest.raises(NotAllowed):
        mark(talk, "mo", 3)


def test_who_is_away_marks_nothing(talk: Talk):
    groups.turn_away(membership=talk.cast.seats.ben, why="custody", by=talk.cast.ada)
    with pytest.raises(RoomUnavailable):
        mark(talk, "ben", 3)
    assert read_by(talk, "ben") == 0


def test_who_was_signed_out_marks_nothing(talk: Talk):
    end_sign_in(sign_in=SignIn.objects.get(pk=talk.seats["ben"].sign_in_id), because="signed_out", by="test")
    with pytest.raises(SignedOut):
        mark(talk, "ben", 3)


def test_several_are_marked_at_the_price_of_one_each_with_an_answer_of_its_own(talk: Talk):
    room_id = talk.room.pk
    with CaptureQueriesContext(connection) as one:
        mark_all_read([Mark(talk.seats["fay"], room_id, 1)])
    marks = [Mark(talk.seats[who], room_id, seq) for who, seq in (("ana", 2), ("mo", 2), ("ben", 2), ("ben", 1))]
    with CaptureQueriesContext(connection) as many:
        answers = mark_all_read(marks)
    assert [type(answer) for answer in answers] == [type(None), NotAllowed, type(None), type(None)]
    assert [read_by(talk, who) for who in ("ana", "ben")] == [2, 2]
    extra = "one to take the rows in order, one for the monitor's role, two for the door and the room of who is inside"
    assert len(many) <= len(one) + 4, extra


def test_nothing_else_moves(talk: Talk):
    def others() -> list[Any]:
        room = talk.room
        seats = Membership.objects.order_by("pk").values_list("pk", "authority", "state", "from_seq", "until_seq")
        counts = [model.objects.count() for model in (Event, AuditEvent, Change)]
        return [room.head, room.authority, room.epoch, list(seats), counts]

    before = others()
    with wakeups.kept() as wakes:
        mark(talk, "ben", 3)
    assert others() == before
    assert wakes == []


def test_a_reading_of_before_still_lets_one_post(talk: Talk):
    """The version that is compared when a post is numbered stays."""
    seat = talk.seats["ben"]
    before = member_versions([seat])
    mark(talk, "ben", 3)
    assert member_versions([seat]) == before


# At once


def test_of_two_tabs_at_once_the_highest_wins(live_talk: Talk):
    for number in range(8):
        live_talk.say("ana", f"Number {number}")
    for seq in range(1, live_talk.room.head - 1, 2):
        answers = together(
            *[lambda seq=seq: mark(live_talk, "ben", seq), lambda seq=seq: mark(live_talk, "ben", seq + 1)] * 2
        )
        assert answers == [None] * 4
        assert read_by(live_talk, "ben") == seq + 1


def test_everybody_reads_and_talks_at_once(live_talk: Talk):
    def talk(who: str) -> None:
        for number in range(3):
            live_talk.say(who, f"Number {number}")

    def read() -> list[Any]:
        room_id = live_talk.room.pk
        return [mark_all_read([Mark(live_talk.seats[who], room_id, 2**53) for who in ["ben", "ana", "fay"]])] * 3

    answers = together(read, lambda: talk("ana"), lambda: talk("ben"), read)
    assert [answers[1], answers[2]] == [None, None]
    mark(live_talk, "ben", 2**53)
    assert read_by(live_talk, "ben") == live_talk.room.head


def test_reading_and_leaving_at_once_end_within_what_one_may_read(live_talk: Talk):
    answers = together(
        lambda: mark(live_talk, "ben", 2**53),
        lambda: groups.end_membership(membership=live_talk.cast.seats.ben, to="left", by="test") or None,
    )
    assert answers in ([None, None], ["room.unavailable", None])
    left = Membership.objects.get(pk=live_talk.cast.seats.ben.pk)
    assert left.state == "left"
    assert left.until_seq is not None and left.read_seq <= left.until_seq


def test_who_read_on_while_their_end_was_prepared_may_have_read_that(talk: Talk, monkeypatch: pytest.MonkeyPatch):
    mark(talk, "ben", 3)
    monkeypatch.setattr(RoomHerald, "head", lambda self, group_id: 2)
    groups.end_membership(membership=talk.cast.seats.ben, to="left", by="test")
    left = Membership.objects.get(pk=talk.cast.seats.ben.pk)
    assert (left.read_seq, left.until_seq) == (3, 3)


def test_who_has_left_reads_no_further(talk: Talk):
    groups.end_membership(membership=talk.cast.seats.ben, to="left", by="test")
    groups.read_up_to({talk.cast.seats.ben.pk: 2**40})
    assert read_by(talk, "ben") == 0


def test_the_database_knows_no_reading_beyond_the_end_of_a_seat(talk: Talk):
    with pytest.raises(IntegrityError), transaction.atomic():
        Membership.objects.filter(pk=talk.cast.seats.ben.pk).update(until_seq=4, read_seq=5)


# What is new


def test_words_of_others_are_new_until_they_are_read(fresh: Talk):
    assert new(fresh) == 0
    said = [fresh.say(who, "Hello") for who in ("ana", "fay")]
    assert new(fresh) == 2
    mark(fresh, "ben", said[0].seq)
    assert new(fresh) == 1
    mark(fresh, "ben", said[1].seq)
    assert new(fresh) == 0


def test_ones_own_words_are_not_new_nor_is_what_is_no_message(fresh: Talk):
    said = fresh.say("ben", "Hello")
    services.react(seat=fresh.seats["ana"], react=wire.React(message=said.message, kind="thank_you", on=True))
    make.member(fresh.group, make.person("Willow"))
    assert new(fresh) == 0


def test_what_nobody_else_may_read_is_not_new(fresh: Talk):
    held = fresh.say("ana", "hold this")
    assert new(fresh) == 0
    fresh.release(held)
    assert new(fresh) == 1, "and is, once it is delivered"


@pytest.mark.parametrize("end", ["remove", "withdraw"])
def test_what_was_taken_down_is_not_new_any_more(fresh: Talk, end: str):
    said = fresh.say("ana", "Hello")
    if end == "remove":
        fresh.remove(said)
    else:
        services.withdraw(seat=fresh.seats["ana"], message_id=said.message)
    assert new(fresh) == 0


def test_words_whose_time_is_over_are_not_new_whether_or_not_they_were_swept(fresh: Talk):
    fresh.say("ana", "Hello")
    over = clock.now() + timedelta(days=365, seconds=1)
    assert new(fresh, at=over - timedelta(seconds=10)) == 1
    assert new(fresh, at=over) == 0


def test_each_circle_has_its_own_time(fresh: Talk):
    fresh.say("ana", "Hello", at=clock.now() - timedelta(days=3))
    assert new(fresh) == 1
    rule = {"kind": "ordinary", "facility": str(fresh.cast.alder.pk), "days": 2, "set_by": "test"}
    RetentionRule.objects.create(**rule, set_at=clock.now() - timedelta(days=1))
    assert new(fresh) == 0


def test_words_from_before_ones_seat_are_not_new(talk: Talk):
    talk.say("ana", "Hello")
    willow = make.person("Willow")
    make.member(talk.group, willow)
    assert [one.found for one in selectors.unread(willow)] == [0]
    talk.say("ana", "And you?")
    assert [one.found for one in selectors.unread(willow)] == [1]


def test_nobody_counts_further_than_they_say(fresh: Talk):
    for number in range(23):
        fresh.say("ana" if number % 2 else "fay", f"Number {number}")
    one = next(one for one in selectors.unread(fresh.cast.persons.ben) if one.group_id == fresh.group.pk)
    assert (one.found, one.count, one.is_more) == (21, 20, True)


def test_where_one_has_no_active_seat_nothing_is_counted(fresh: Talk):
    fresh.say("ana", "Hello")
    groups.turn_away(membership=fresh.cast.seats.ben, why="custody", by=fresh.cast.ada)
    assert new_to(fresh, "ben") == {}
    assert new_to(fresh, "xan") == {}


def test_it_costs_the_same_for_one_circle_and_for_four(fresh: Talk):
    with CaptureQueriesContext(connection) as one:
        assert len(new_to(fresh, "ben")) == 1
    for name in ("Second", "Third", "Fourth"):
        make.member(make.group(fresh.cast.programme, name=name), fresh.cast.persons.ben)
    with CaptureQueriesContext(connection) as four:
        assert len(new_to(fresh, "ben")) == 4
    assert len(four) == len(one)
    assert sum("chat_message" in query["sql"] for query in four) == 1


# An installation that had members before


def test_nobody_faces_old_words_after_the_upgrade(talk: Talk):
    talk.say("ana", "Hello")
    groups.end_membership(membership=talk.cast.seats.fay, to="left", by="test")
    assert new(talk) > 0
    migration = import_module("chat.migrations.0004_seats_start_read")
    migration.what_is_there_is_read(apps, None)
    assert (read_by(talk, "ben"), new(talk)) == (talk.room.head, 0)
    assert read_by(talk, "fay") == 0, "who has left reads nothing"
    talk.say("ana", "And you?")
    assert new(talk) == 1


def test_who_has_read_further_stays_there(talk: Talk, cast: SimpleNamespace):
    Membership.objects.filter(pk=cast.seats.ben.pk).update(read_seq=talk.room.head + 3)
    import_module("chat.migrations.0004_seats_start_read").what_is_there_is_read(apps, None)
    assert read_by(talk, "ben") == talk.room.head + 3
