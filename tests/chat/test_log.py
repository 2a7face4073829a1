"""The log: gapless from any cursor, in its present state, the same bytes for all of an audience."""

from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec
import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError
from django.db.transaction import atomic

from audit.models import AuditEvent
from chat import bodies, log, selectors, services, wire
from chat.models import DataKey, Event, Message, MessageBody
from core import clock
from core.ids import new_id
from core.transactions import OutsideUnit, unit
from groups import services as groups
from groups.ports import herald
from groups.sessions import services as sessions
from records.models import RetentionRule
from tests import factories as make
from tests.chat.conftest import Talk


def decoded(pieces: list[selectors.Piece]) -> list[dict[str, Any]]:
    return [msgspec.json.decode(piece.json) for piece in pieces]


def test_groups_speaks_into_a_room_that_is_made_on_first_need(db: None):
    group = make.group()
    assert group.room.head == 0
    with unit():
        herald().tell(group.pk, "notice", {"code": "x"}, audience="everybody", authority=True)
    group.room.refresh_from_db()
    assert (group.room.head, group.room.authority) == (1, 2)


def test_nothing_is_told_outside_a_unit(db: None):
    group = make.group()
    with pytest.raises(OutsideUnit):
        herald().tell(group.pk, "notice", {}, audience="everybody", authority=False)


def test_two_events_of_one_unit_are_numbered_one_after_the_other(talk: Talk):
    before = talk.room.head
    with unit():
        for code in ("a", "b"):
            herald().tell(talk.group.pk, "notice", {"code": code}, audience="everybody", authority=False)
    assert [(e["seq"], e["code"]) for e in decoded(talk.log(after=before))] == [(before + 1, "a"), (before + 2, "b")]


def test_a_unit_that_fails_tells_nothing_and_leaves_no_gap(talk: Talk):
    @unit()
    def fail() -> None:
        herald().tell(talk.group.pk, "notice", {}, audience="everybody", authority=True)
        raise ZeroDivisionError

    before = talk.room.head
    with pytest.raises(ZeroDivisionError):
        fail()
    assert talk.room.head == before
    assert talk.say("ana", "Hello").seq == before + 1


def test_a_committed_event_wakes_the_room_with_its_head(talk: Talk, django_capture_on_commit_callbacks: Any):
    with django_capture_on_commit_callbacks() as callbacks:
        talk.say("ana", "Hello")
    assert len(callbacks) == 1


def test_the_log_can_only_be_added_to(talk: Talk):
    talk.say("ana", "Hello")
    for change in (lambda: Event.objects.update(kind="x"), lambda: Event.objects.all().delete()):
        with pytest.raises(DatabaseError), atomic():
            change()


def test_a_message_is_served_with_its_words_its_author_and_its_end(talk: Talk):
    at = clock.now()
    said = talk.say("ana", "Hello", at=at)
    (event,) = decoded(talk.log(after=said.seq - 1))
    message = event.pop("message")
    assert event == {"seq": said.seq, "kind": "message", "at": clock.wire(at)}
    assert message.pop("author") == {
        "id": str(talk.cast.seats.ana.pk), "alias": "Quiet River", "role": "member"
    }  # fmt: skip
    assert message == {
        "id": str(said.message),
        "client_id": str(said.client_id),
        "body": "Hello",
        "lang": "en",
        "said_at": clock.wire(at),
        "shown_until": clock.wire(at + timedelta(days=365)),
        "state": "delivered",
        "seq": said.seq,
        "reactions": [],
    }


def test_a_masked_message_is_served_without_the_hidden_words(talk: Talk):
    said = talk.say("ana", "Call 555 now")
    Message.objects.filter(pk=said.message).update(state="masked", spans=[[5, 8]])
    assert decoded(talk.log())[-1]["message"]["body"] == "Call ███ now"
    assert talk.read() == ["Call ███ now"]


def test_no_second_too_long_is_anything_served(talk: Talk):
    at = clock.now()
    talk.say("ana", "Hello", at=at)
    end = at + timedelta(days=365)
    assert talk.read(at=end - timedelta(milliseconds=1)) == ["Hello"]
    assert talk.log(at=end - timedelta(milliseconds=1))[-1].until == datetime.fromisoformat(clock.wire(end))
    assert talk.read(at=end) == []
    assert talk.log(at=end)[-1].kind == "hidden"


def test_the_longest_rule_of_the_facilities_counts(talk: Talk):
    at = clock.now()
    for facility, days in ((talk.cast.alder, 30), (talk.cast.birch, 60)):
        rule = {"facility": str(facility.pk), "kind": "ordinary", "days": days, "set_at": at, "set_by": "system"}
        RetentionRule.objects.create(**rule)
    assert selectors.retention(talk.group, at=at).days == 30
    make.approve(talk.group, talk.cast.birch)
    assert selectors.retention(talk.group, at=at).days == 60


def test_erased_words_leave_a_hidden_event(talk: Talk):
    said = talk.say("ana", "Hello")
    MessageBody.objects.all().delete()
    (piece,) = talk.log(after=said.seq - 1)
    assert (piece.kind, piece.seq, piece.through) == ("hidden", said.seq, said.seq)
    assert talk.read() == []


def test_what_is_for_leaders_is_hidden_from_others(talk: Talk):
    before = talk.room.head
    with unit():
        herald().tell(talk.group.pk, "notice", {"code": "a"}, audience="leaders", authority=False)
    assert [e["kind"] for e in decoded(talk.log(after=before))] == ["hidden"]
    assert [e["kind"] for e in decoded(talk.log(after=before, leaders=True))] == ["notice"]


def test_a_run_of_hidden_events_is_one(talk: Talk):
    before = talk.room.head
    for _ in range(3):
        talk.remove(talk.say("ana", "hold this"))
    said = talk.say("ana", "Hello")
    hidden, message = decoded(talk.log(after=before))
    assert (hidden["seq"], hidden["through"], message["seq"]) == (before + 1, said.seq - 1, said.seq)


def test_members_are_joined_as_they_are_and_those_who_left_as_they_were(talk: Talk):
    before = talk.room.head
    groups.end_membership(membership=talk.cast.seats.ben, to="left", by="system")
    (piece,) = talk.log(after=before)
    (event,) = decoded([piece])
    assert (event["kind"], event["member"]["alias"]) == ("member_left", "Stillwater")
    assert piece.member == talk.cast.seats.ben.pk
    joined = [event for event in decoded(talk.log()) if event["kind"] == "member_joined"]
    assert joined[0]["member"]["seat"] == 1


def test_session_commands_are_events_with_the_session_as_it_was(talk: Talk):
    before = talk.room.head
    sessions.pause(seat=talk.seats["fay"])
    (event,) = decoded(talk.log(after=before))
    assert (event["kind"], event["why"]) == ("posting_paused", "leader")
    assert event["session"] == {
        "id": str(talk.session.pk),
        "phase": "opening",
        "state": "paused",
        "ends_at": clock.wire(talk.session.ends_at),
        "turn": None,
        "hands": [],
        "listen_only": False,
    }


def test_a_page_of_the_log_goes_on_where_the_last_one_ended(talk: Talk):
    for number in range(7):
        talk.say("ana", f"Number {number}")
    whole, paged, after = talk.log(), [], 0
    while page := talk.log(after=after, limit=3):
        paged += page
        after = page[-1].through
    assert [piece.json for piece in paged] == [piece.json for piece in whole]


def test_the_frame_of_a_run_holds_its_events(talk: Talk):
    said = talk.say("ana", "Hello")
    frame = msgspec.json.decode(selectors.events_frame("e1", talk.log(after=said.seq - 1)))
    assert (frame["type"], frame["epoch"], [e["seq"] for e in frame["events"]]) == ("events", "e1", [said.seq])


# Cursors


def test_a_cursor_of_this_log_goes_on(talk: Talk):
    room = talk.room
    for seq in (0, room.head):
        assert not selectors.needs_reset(room, talk.seats["ana"], wire.Cursor(epoch=room.epoch, seq=seq))


@pytest.mark.parametrize("why", ["none", "epoch", "beyond", "before"])
def test_a_cursor_that_cannot_be_continued_is_reset(talk: Talk, why: str):
    room = talk.room
    new = make.seat(talk.group, make.caller(_newcomer(talk)))
    cursors = {
        "none": None,
        "epoch": wire.Cursor(epoch="other", seq=0),
        "beyond": wire.Cursor(epoch=room.epoch, seq=room.head + 100),
        "before": wire.Cursor(epoch=room.epoch, seq=0),
    }
    assert selectors.needs_reset(talk.room, new, cursors[why])


def _newcomer(talk: Talk) -> Any:
    person = make.person("Late Bird")
    make.member(talk.group, person)
    return make.user(person)


def test_a_new_epoch_is_of_one_room_or_of_all_and_on_record(talk: Talk, capsys: Any):
    other = talk.cast.next_door.room
    before = (talk.room.epoch, other.epoch)
    call_command("new_epoch", "--room", str(talk.room.pk))
    other.refresh_from_db()
    assert (talk.room.epoch != before[0], other.epoch) == (True, before[1])
    call_command("new_epoch")
    other.refresh_from_db()
    assert other.epoch != before[1]
    recorded = AuditEvent.objects.filter(kind="chat.epoch_begun").values_list("subject", flat=True)
    assert sorted(recorded) == sorted([f"room:{talk.room.pk}"] * 2 + [f"room:{other.pk}"])
    assert talk.room.epoch in capsys.readouterr().out


def test_a_new_epoch_of_no_room_is_an_error(talk: Talk):
    with pytest.raises(CommandError):
        call_command("new_epoch", "--room", str(new_id()))


def test_a_new_epoch_keeps_the_log_and_resets_every_cursor(talk: Talk):
    said = talk.say("ana", "Hello")
    known = wire.Cursor(epoch=talk.room.epoch, seq=said.seq)
    log.begin_epoch(room_id=talk.room.pk, by="system")
    assert selectors.needs_reset(talk.room, talk.seats["ben"], known)
    assert (talk.room.head, talk.read()) == (said.seq, ["Hello"])


def test_a_reset_shows_the_latest_window_and_says_whether_there_is_more(talk: Talk):
    make.SupportGroup.objects.update(paced=False)
    for number in range(55):
        talk.say("ana", f"Number {number}")
    reset = selectors.reset(talk.room, talk.seats["ben"], at=clock.now())
    assert (len(reset.messages), reset.more, reset.seq) == (50, True, talk.room.head)
    assert (reset.messages[0].body, reset.messages[-1].body) == ("Number 5", "Number 54")
    older, more = selectors.older(talk.room, talk.seats["ben"], before=reset.messages[0].seq, at=clock.now())
    assert ([message.body for message in older], more) == ([f"Number {n}" for n in range(5)], False)


def test_a_newcomer_reads_nothing_from_before_their_time(talk: Talk):
    talk.say("ana", "Before")
    seat = make.seat(talk.group, make.caller(_newcomer(talk)))
    talk.say("ana", "After")
    room = talk.room
    page, more = selectors.window(room, seat, head=room.head, at=clock.now())
    assert ([message.body for message in page], more) == (["After"], False)


@pytest.mark.parametrize("messages", [1, 20])
def test_serving_costs_the_same_for_one_message_and_for_many(talk: Talk, messages: int, django_assert_num_queries: Any):
    for number in range(messages):
        talk.say("ana" if number % 2 else "ben", f"Number {number}")
    room, at = talk.room, clock.now()
    with django_assert_num_queries(9):
        selectors.serve_events(room, after=0, limit=100, leaders=False, at=at)


def test_the_key_of_a_month_is_made_once(talk: Talk):
    at = datetime(2026, 11, 30, 23, 59, tzinfo=UTC)
    keys = [bodies.data_key(talk.room.pk, at=at + timedelta(minutes=minutes)) for minutes in (0, 0, 2)]
    assert (keys[0], keys[2].month) == (keys[1], "2026-12")
    assert DataKey.objects.filter(room=talk.room).count() == 2


def test_words_of_one_row_do_not_open_in_the_place_of_another(talk: Talk):
    from cryptography.exceptions import InvalidTag

    first, second = (talk.say("ana", body).message for body in ("One", "Two"))
    row = MessageBody.objects.select_related("key").get(message=first)
    row.message_id = second
    with pytest.raises(InvalidTag):
        bodies.unseal(row)


def test_who_is_here_comes_from_the_leases(talk: Talk):
    present = selectors.present(talk.room, at=clock.now())
    assert ([member.alias for member in present.members], present.monitor) == (["Harbor"], False)
    make.lease(talk.group, talk.seats["mo"])
    assert selectors.present(talk.room, at=clock.now()).monitor
    assert selectors.present(talk.room, at=clock.now() + timedelta(minutes=1)).members == []


def test_own_and_log_are_the_only_two_words_that_never_travel(talk: Talk):
    assert log.OWN not in {name for event in decoded(talk.log(leaders=True)) for name in event}
    services.withdraw(seat=talk.seats["ana"], message_id=talk.say("ana", "Hello").message)
    assert log.OWN not in {name for event in decoded(talk.log(leaders=True)) for name in event}
