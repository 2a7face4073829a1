"""Hiding a part of a message, and taking a mask or a removal back."""

from datetime import timedelta
from typing import Any

import msgspec
import pytest

from chat import errors, services
from chat.models import Event, Message
from core import clock
from groups import services as groups
from records.models import RetentionRule
from tests.chat.conftest import Talk
from tests.racing import together


def mask(talk: Talk, posted: Any, *, spans: Any = ((5, 8),), by: Any = None, revision: int = 1) -> None:
    services.mask(message_id=posted.message, by=by or talk.cast.mo, revision=revision, spans=spans, code="contact_info")


def restore(talk: Talk, posted: Any, *, by: Any = None, revision: int = 1) -> None:
    services.restore(message_id=posted.message, by=by or talk.cast.mo, revision=revision)


def last(talk: Talk) -> dict[str, Any]:
    event: dict[str, Any] = msgspec.json.decode(talk.log()[-1].json)
    return event


def test_a_masked_message_hides_its_spans_from_everybody_and_tells_its_writer_why(talk: Talk):
    said = talk.say("ana", "Call 555 now")
    mask(talk, said)
    assert talk.read() == ["Call ███ now"]
    event = last(talk)
    assert (event["kind"], event["message_id"], event["spans"], event["by"]) == (
        "message_masked",
        str(said.message),
        [[5, 8]],
        "staff",
    )
    (told,) = talk.own()
    assert (told.state, told.seq, told.reason.code, list(told.reason.spans)) == (
        "masked",
        said.seq,
        "contact_info",
        [(5, 8)],
    )
    assert b"555" not in b"".join(piece.json for piece in talk.log())


def test_the_event_of_a_mask_has_no_reason_and_no_writer(talk: Talk):
    mask(talk, talk.say("ana", "Call 555 now"))
    told = talk.log()[-1].json
    assert b"contact_info" not in told
    assert str(talk.cast.persons.ana.pk).encode() not in told


def test_held_words_may_be_shown_with_a_part_hidden(talk: Talk):
    held = talk.say("ana", "hold 555 now")
    mask(talk, held)
    assert (talk.read(), talk.message(held).seq) == (["hold ███ now"], talk.room.head)
    assert last(talk)["kind"] == "message"


@pytest.mark.parametrize("spans", [[], [(5, 5)], [(8, 5)], [(-1, 2)], [(0, 99)]])
def test_a_mask_hides_something_that_is_in_the_text(talk: Talk, spans: Any):
    said = talk.say("ana", "Call 555 now")
    with pytest.raises(errors.SpansUnfit):
        mask(talk, said, spans=spans)
    assert talk.read() == ["Call 555 now"]


def test_a_restored_message_is_whole_again_in_its_old_place(talk: Talk):
    said = talk.say("ana", "Call 555 now")
    talk.say("ben", "Later")
    mask(talk, said)
    restore(talk, said)
    assert talk.read() == ["Call 555 now", "Later"]
    event = last(talk)
    assert (event["kind"], event["message"]["seq"], event["message"]["body"]) == (
        "message_restored",
        said.seq,
        "Call 555 now",
    )
    assert talk.own() == []
    assert (talk.message(said).spans, talk.message(said).reason_code) == ([], "")


def test_a_removal_is_taken_back(talk: Talk):
    said = talk.say("ana", "Hello")
    talk.remove(said)
    restore(talk, said)
    assert (talk.read(), talk.message(said).seq, last(talk)["kind"]) == (["Hello"], said.seq, "message_restored")


def test_what_nobody_had_seen_before_it_was_removed_gets_its_place_now(talk: Talk):
    held = talk.say("ana", "hold this")
    talk.remove(held)
    restore(talk, held)
    assert (talk.read(), talk.message(held).seq, last(talk)["kind"]) == (["hold this"], talk.room.head, "message")


@pytest.mark.parametrize("act", [mask, restore])
def test_nobody_decides_on_their_own_words(talk: Talk, act: Any):
    said = talk.say("ana", "Call 555 now")
    if act is restore:
        mask(talk, said)
    before = talk.message(said).state
    with pytest.raises(errors.OwnMessage):
        act(talk, said, by=talk.cast.persons.ana)
    assert talk.message(said).state == before


@pytest.mark.parametrize("act", [mask, restore])
def test_a_decision_on_other_words_is_refused(talk: Talk, act: Any):
    said = talk.say("ana", "Call 555 now")
    with pytest.raises(errors.MessageMoved):
        act(talk, said, revision=2)


def test_each_state_is_masked_or_restored_as_the_table_says(talk: Talk):
    said = talk.say("ana", "Call 555 now")
    with pytest.raises(errors.MessageMoved):
        restore(talk, said)
    mask(talk, said)
    head = talk.room.head
    with pytest.raises(errors.MessageMoved):
        mask(talk, said)
    talk.remove(said)
    with pytest.raises(errors.MessageMoved):
        mask(talk, said)
    assert talk.room.head == head + 1


@pytest.mark.parametrize("what", ["held", "returned", "withdrawn"])
def test_what_was_neither_masked_nor_removed_is_not_restored(talk: Talk, what: str):
    said = talk.say("ana", "hold this")
    if what == "returned":
        talk.give_back(said)
    if what == "withdrawn":
        services.withdraw(seat=talk.seats["ana"], message_id=said.message)
    with pytest.raises(errors.MessageMoved):
        restore(talk, said)
    assert (talk.message(said).state, talk.read()) == (what, [])


@pytest.mark.parametrize("was", ["masked", "removed"])
def test_nothing_is_restored_after_its_time(talk: Talk, was: str):
    said = talk.say("ana", "Call 555 now", at=clock.now() - timedelta(days=2))
    mask(talk, said) if was == "masked" else talk.remove(said)
    RetentionRule.objects.create(kind="ordinary", days=1, set_at=clock.now(), set_by="system")
    head = talk.room.head
    with pytest.raises(errors.MessageExpired):
        restore(talk, said)
    assert (talk.message(said).state, talk.room.head) == (was, head)


def test_words_of_somebody_who_left_are_restored_where_they_were(talk: Talk):
    said = talk.say("ana", "Hello")
    talk.remove(said)
    groups.end_membership(membership=talk.cast.seats.ana, to="left", by="system")
    restore(talk, said)
    assert talk.read() == ["Hello"]


@pytest.mark.parametrize("act", [mask, restore])
def test_nothing_is_said_for_the_first_time_in_the_name_of_somebody_who_is_gone(talk: Talk, act: Any):
    held = talk.say("ana", "hold 555 now")
    if act is restore:
        talk.remove(held)
    groups.end_membership(membership=talk.cast.seats.ana, to="left", by="system")
    with pytest.raises(errors.WriterGone):
        act(talk, held)
    assert talk.read() == []


def test_each_move_raises_rev_and_its_event_has_the_time_of_the_move(talk: Talk):
    said = talk.say("ana", "Call 555 now")
    for act, rev in ((mask, 2), (restore, 3)):
        act(talk, said)
        message = talk.message(said)
        assert (message.rev, Event.objects.latest("seq").at) == (rev, message.moved_at)


def test_two_moderators_mask_at_once_and_one_wins(live_talk: Talk):
    said = live_talk.say("ana", "Call 555 now")
    outcomes = together(*[lambda: mask(live_talk, said)] * 2)
    assert sorted(map(str, outcomes)) == ["None", "message.moved_on"]
    assert Event.objects.filter(kind="message_masked").count() == 1


def test_held_words_that_are_released_and_masked_at_once_are_said_once_and_end_masked(live_talk: Talk):
    """A mask may follow a release; a release does not follow a mask."""
    held = live_talk.say("ana", "hold 555 now")
    outcomes = together(lambda: mask(live_talk, held), lambda: live_talk.release(held))
    assert outcomes[0] is None
    assert Event.objects.filter(message_id=held.message, kind="message").count() == 1
    assert Message.objects.get().state == "masked"
    assert live_talk.read() == ["hold ███ now"]
