"""The two clocks of a message: until when it is shown, and until when it is kept."""

from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import msgspec
import pytest
from django.db import IntegrityError
from django.db.transaction import atomic

from chat import errors, tasks
from chat.models import DataKey, Event, Message, MessageBody, ScreeningRecord
from chat.services import ending
from chat.services.ending import MessageEraser
from core import clock
from core.steps import jobs
from core.transactions import unit
from custody.models import Person
from moderation.models import Case
from records import erasers, pins
from records.models import RetentionRule
from tests.chat.conftest import Talk
from tests.chat.fakes import drafts

YEAR = timedelta(days=365)


def end(talk: Talk, *, at: datetime) -> int:
    return sum(ending.expire(room=room, at=at) for room in ending.rooms_with_old_messages(at=at))


def erase(*, at: datetime) -> erasers.Counts:
    eraser = MessageEraser()
    return eraser.erase(eraser.due(at=at, limit=100), at=at, certificate=uuid4())


def test_the_steps_of_this_floor_run_by_themselves():
    assert {"chat.expire", "chat.screen_again"} <= set(jobs)
    assert "chat.messages" in {eraser.kind for eraser in erasers.registered()}


def test_what_has_had_its_time_leaves_live_clients(talk: Talk):
    at = clock.now()
    first, second = (talk.say("ana", body, at=at + timedelta(seconds=s)) for body, s in (("One", 0), ("Two", 9)))
    assert end(talk, at=at + YEAR - timedelta(seconds=1)) == 0
    assert end(talk, at=at + YEAR) == 1
    event = msgspec.json.decode(talk.log()[-1].json)
    assert (event["kind"], event["message_ids"]) == ("message_expired", [str(first.message)])
    assert (talk.message(first).state, talk.message(first).expired_from) == ("expired", "delivered")
    assert talk.message(second).state == "delivered"


def test_ending_twice_says_it_once(talk: Talk):
    at = clock.now()
    talk.say("ana", "One", at=at)
    assert [end(talk, at=at + YEAR), end(talk, at=at + YEAR)] == [1, 0]
    assert Event.objects.filter(kind="message_expired").count() == 1


def test_each_room_ends_by_its_own_rule(talk: Talk):
    at = clock.now()
    talk.say("ana", "One", at=at)
    for facility, days in ((talk.cast.alder, 30), (talk.cast.birch, 5)):
        rule = {"facility": str(facility.pk), "kind": "ordinary", "days": days, "set_at": at, "set_by": "system"}
        RetentionRule.objects.create(**rule)
    assert end(talk, at=at + timedelta(days=29)) == 0
    assert end(talk, at=at + timedelta(days=30)) == 1


def test_a_held_message_is_never_closed_by_lapse_of_time(talk: Talk):
    at = clock.now()
    held = talk.say("ana", "hold this", at=at)
    assert end(talk, at=at + 9 * YEAR) == 0
    assert erase(at=at + 9 * YEAR) == erasers.Counts()
    assert talk.message(held).state == "held"


def test_an_end_that_nobody_was_shown_tells_nobody(talk: Talk):
    at = clock.now()
    talk.give_back(talk.say("ana", "hold this", at=at))
    head = talk.room.head
    assert (end(talk, at=at + YEAR), talk.room.head) == (1, head)


def test_ended_words_are_erased_with_their_record_and_row(talk: Talk):
    at = clock.now()
    talk.say("ana", "One", at=at)
    assert erase(at=at + YEAR) == erasers.Counts()
    end(talk, at=at + YEAR)
    assert erase(at=at + YEAR) == erasers.Counts(removed=1)
    assert not (MessageBody.objects.exists() or ScreeningRecord.objects.exists() or Message.objects.exists())
    assert [piece.kind for piece in talk.log(after=talk.room.head - 2)] == ["hidden", "message_expired"]


@pytest.mark.parametrize("move", ["give_back", "remove"])
def test_what_was_held_or_removed_is_kept_longer_than_it_is_shown(talk: Talk, move: str):
    at = clock.now()
    getattr(talk, move)(talk.say("ana", "hold this", at=at))
    end(talk, at=at + YEAR)
    assert erase(at=at + 2 * YEAR - timedelta(seconds=1)).removed == 0
    assert erase(at=at + 2 * YEAR).removed == 1


@pytest.mark.parametrize("target", ["message", "room", "person"])
def test_nothing_is_erased_while_a_pin_keeps_it(talk: Talk, target: str):
    at = clock.now()
    said = talk.say("ana", "One", at=at)
    end(talk, at=at + YEAR)
    pinned = {"message": said.message, "room": talk.room.pk, "person": talk.cast.persons.ana.pk}[target]
    pins.place(target=f"{target}:{pinned}", because="hold:1")
    assert MessageEraser().due(at=at + YEAR, limit=10) == []
    pins.lift(target=f"{target}:{pinned}", because="hold:1")
    assert erase(at=at + YEAR).removed == 1


@pytest.mark.parametrize(("held", "writer"), [("ana", "ben"), ("ben", "ana")])
def test_a_hold_on_one_record_keeps_what_every_record_of_that_human_wrote(talk: Talk, held: str, writer: str):
    at, persons = clock.now(), talk.cast.persons
    talk.say(writer, "One", at=at)
    end(talk, at=at + YEAR)
    Person.objects.filter(pk=persons.ben.pk).update(merged_into=persons.ana)
    pins.place(target=f"person:{getattr(persons, held).pk}", because="hold:1")
    assert MessageEraser().due(at=at + YEAR, limit=10) == []
    assert erase(at=at + YEAR).removed == 0


def test_whom_a_hold_keeps_does_not_stand_in_the_way_of_others(talk: Talk):
    at = clock.now()
    for number in range(3):
        talk.say("ana", f"One {number}", at=at)
    behind = talk.say("ben", "Two", at=at + timedelta(seconds=1))
    end(talk, at=at + YEAR + timedelta(seconds=1))
    pins.place(target=f"person:{talk.cast.persons.ana.pk}", because="hold:1")
    assert MessageEraser().due(at=at + YEAR + timedelta(seconds=1), limit=1) == [behind.message]


def test_pins_and_policy_are_looked_at_again_while_erasing(talk: Talk):
    at = clock.now()
    first, second, third = (talk.say("ana", body, at=at) for body in ("One", "Two", "Three"))
    end(talk, at=at + YEAR)
    due = MessageEraser().due(at=at + YEAR, limit=10)
    pins.place(target=f"message:{first.message}", because="hold:1")
    assert MessageEraser().erase(due, at=at + YEAR, certificate=uuid4()) == erasers.Counts(removed=2, kept=1)
    RetentionRule.objects.create(kind="ordinary", days=800, set_at=at, set_by="system")
    pins.lift(target=f"message:{first.message}", because="hold:1")
    assert MessageEraser().erase(due, at=at + YEAR, certificate=uuid4()).removed == 0
    assert {row.message_id for row in MessageBody.objects.all()} == {first.message}
    assert {second.message, third.message}.isdisjoint(Message.objects.values_list("pk", flat=True))


def test_a_message_that_a_case_points_at_stays_without_a_word_in_it(talk: Talk, settings: Any):
    at = clock.now()
    said = talk.say("ana", "One", at=at)
    case = {"number": 1, "message_id": said.message, "group": talk.group, "category": "x", "severity": 2}
    Case.objects.create(**case, opened_at=at, due_at=at, state="decided", decided_at=at, outcome="released")
    end(talk, at=at + YEAR)
    assert erase(at=at + YEAR).removed == 1
    assert (Message.objects.count(), MessageBody.objects.count()) == (1, 0)
    assert MessageEraser().due(at=at + YEAR, limit=10) == []


def test_no_more_is_due_than_was_asked_for(talk: Talk):
    at = clock.now()
    for body in ("One", "Two", "Three"):
        talk.say("ana", body, at=at)
    end(talk, at=at + YEAR)
    assert len(MessageEraser().due(at=at + YEAR, limit=2)) == 2


# Screening again


def test_clean_words_that_could_not_be_screened_are_released_by_the_worker(talk: Talk, ports: Any, settings: Any):
    held = talk.say("ana", "fail at first")
    tasks.rescreen_held()
    assert talk.message(held).state == "held"
    settings.CHAT_SCREENER = "tests.chat.test_ending.clean"
    tasks.rescreen_held()
    assert (talk.message(held).state, ports.told[-1]) == ("delivered", "screened True")
    assert talk.read() == ["fail at first"]
    assert ScreeningRecord.objects.get().screened


def test_words_that_would_have_been_held_wait_with_their_true_reason(talk: Talk, ports: Any, settings: Any):
    held = talk.say("ana", "fail at first")
    settings.CHAT_SCREENER = "tests.chat.test_ending.unclean"
    tasks.rescreen_held()
    (told,) = talk.own()
    assert (told.state, told.reason.code, ports.told[-1]) == ("held", "contact_info", "screened False")
    assert told.rev > held.rev
    assert tasks.unscreened() == []


def test_a_cry_for_help_found_late_reaches_the_desk(talk: Talk, ports: Any, settings: Any):
    talk.say("ana", "fail crisis")
    settings.CHAT_SCREENER = "tests.chat.test_ending.clean"
    tasks.rescreen_held()
    assert ports.told == ["held failed", "screened True", "crisis"]


def test_what_is_screened_late_is_read_with_what_was_said_before_it_and_not_after(talk: Talk, ports: Any):
    talk.say("ana", "before")
    talk.say("ana", "fail at first")
    talk.say("ana", "after")
    tasks.rescreen_held()
    assert (drafts[-1].body, drafts[-1].recent) == ("fail at first", ("before",))


def test_what_a_person_decided_first_is_left_alone(talk: Talk, ports: Any, settings: Any):
    held = talk.say("ana", "fail at first")
    (message,) = tasks.unscreened()
    talk.remove(held)
    settings.CHAT_SCREENER = "tests.chat.test_ending.clean"
    with pytest.raises(errors.MessageMoved):
        tasks.screen_again(message, at=clock.now())
    assert talk.message(held).state == "removed"


def clean(draft: Any, *, deadline: Any) -> Any:
    from chat.ports import Outcome, Verdict

    return Verdict(Outcome.DELIVER, crisis="crisis" in draft.body)


def unclean(draft: Any, *, deadline: Any) -> Any:
    from chat.ports import Finding, Outcome, Span, Verdict

    findings = (Finding("contact_info", "phone", "x", 1, Span(0, 4)),)
    return Verdict(Outcome.HOLD, findings, because="contact_info", marks=(Span(0, 4),))


# What must never be half true


@pytest.mark.parametrize(
    "values",
    [
        {"state": "delivered"},
        {"state": "masked"},
        {"state": "held", "seq": 900},
        {"state": "returned", "seq": 900},
        {"state": "expired"},
        {"state": "delivered", "seq": 900, "expired_from": "delivered"},
    ],
)
def test_a_message_in_half_a_state_is_refused_by_the_database(talk: Talk, values: dict[str, Any]):
    with pytest.raises(IntegrityError), atomic():
        _message(talk, **values)


def test_what_is_once_is_once_in_the_database(talk: Talk):
    said = talk.say("ana", "Hello")
    message, body = talk.message(said), MessageBody.objects.get()
    doubles = [
        lambda: _message(talk, client_id=message.client_id),
        lambda: _message(talk, state="delivered", seq=message.seq),
        lambda: MessageBody.objects.create(message=message, **_same(body, client_id=uuid4())),
        lambda: MessageBody.objects.create(message=message, **_same(body, revision=2)),
        lambda: ScreeningRecord.objects.create(message=message, revision=1, outcome="x", screened=True, at=clock.now()),
        lambda: Event.objects.create(room=talk.room, seq=said.seq, kind="x", at=clock.now()),
        lambda: DataKey.objects.create(room=talk.room, month=body.key.month, wrapped="x"),
        lambda: type(talk.room).objects.create(group=talk.group, epoch="x", created_at=clock.now()),
    ]
    for double in doubles:
        with pytest.raises(IntegrityError), atomic():
            double()


def _message(talk: Talk, **values: Any) -> Message:
    now = clock.now()
    defaults = {"room": talk.room, "author": talk.cast.persons.ana, "client_id": uuid4(), "lang": "en", "state": "held"}
    return Message.objects.create(**{**defaults, "said_at": now, "moved_at": now, **values})


def _same(body: MessageBody, **values: Any) -> dict[str, Any]:
    names = ("revision", "author", "client_id", "key", "nonce", "sealed")
    return {name: getattr(body, name) for name in names} | values


def test_erasing_is_part_of_the_units_it_is_called_in(talk: Talk):
    at = clock.now()
    talk.say("ana", "One", at=at)
    end(talk, at=at + YEAR)

    @unit()
    def fail() -> None:
        erase(at=at + YEAR)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert MessageBody.objects.count() == 1
