"""What becomes of a message: the desk's moves, the writer's own, and who is told."""

from datetime import timedelta

import msgspec
import pytest

from chat import errors, selectors, services
from chat.models import Event, Message
from core import clock
from core.ids import new_id
from groups import services as groups
from groups.errors import RoomUnavailable
from records.models import RetentionRule
from tests.chat.conftest import Talk
from tests.chat.fakes import FakeDesk


def test_a_released_message_gets_the_next_seq_then(talk: Talk):
    held = talk.say("ana", "hold this")
    said = talk.say("ben", "Meanwhile")
    talk.release(held)
    assert talk.message(held).seq == said.seq + 1
    assert talk.read() == ["Meanwhile", "hold this"]
    assert talk.own() == []


def test_releasing_needs_no_open_session(talk: Talk):
    held = talk.say("ana", "hold this")
    talk.session.delete()
    talk.release(held)
    assert talk.read() == ["hold this"]


def test_a_writer_who_is_away_counts_as_seated(talk: Talk):
    held = talk.say("ana", "hold this")
    groups.turn_away(membership=talk.cast.seats.ana, why="own_wish", by="system")
    talk.release(held)
    assert talk.read() == ["hold this"]


def test_nothing_is_released_in_the_name_of_a_writer_who_is_gone(talk: Talk):
    held = talk.say("ana", "hold this")
    groups.end_membership(membership=talk.cast.seats.ana, to="left", by="system")
    with pytest.raises(errors.WriterGone):
        talk.release(held)
    assert (talk.message(held).state, talk.read()) == ("held", [])
    talk.give_back(held)
    assert talk.message(held).state == "returned"


def test_nothing_is_released_after_its_time(talk: Talk):
    held = talk.say("ana", "hold this", at=clock.now())
    RetentionRule.objects.create(kind="ordinary", days=0, set_at=clock.now(), set_by="system")
    with pytest.raises(errors.MessageExpired):
        talk.release(held)
    assert talk.message(held).state == "held"


def test_a_decision_on_other_words_is_refused(talk: Talk):
    held = talk.say("ana", "hold this")
    talk.give_back(held)
    again = talk.say("ana", "hold that", replaces=held.message)
    assert again.state == "held"
    with pytest.raises(errors.MessageMoved):
        services.release(message_id=held.message, by=talk.cast.mo, revision=1)


@pytest.mark.parametrize("move", ["release", "give_back", "remove"])
def test_a_message_is_decided_once(talk: Talk, move: str):
    held = talk.say("ana", "hold this")
    getattr(talk, move)(held)
    before = (talk.message(held).state, talk.message(held).rev, talk.room.head)
    with pytest.raises(errors.MessageMoved):
        getattr(talk, move)(held)
    assert (talk.message(held).state, talk.message(held).rev, talk.room.head) == before


def test_nobody_decides_on_their_own_words(talk: Talk):
    held = talk.say("ana", "hold this")
    with pytest.raises(errors.OwnMessage):
        services.release(message_id=held.message, by=talk.cast.persons.ana, revision=1)
    assert talk.message(held).state == "held"


def test_a_returned_message_tells_its_writer_why_and_nobody_else_anything(talk: Talk):
    held = talk.say("ana", "hold this")
    before = talk.room.head
    talk.give_back(held)
    (told,) = talk.own()
    assert (told.state, told.reason.code, list(told.reason.spans)) == ("returned", "contact_info", [(0, 4)])
    assert told.rev > held.rev
    assert [piece.kind for piece in talk.log(after=before)] == ["hidden"]
    assert talk.log(after=before)[0].own == {talk.cast.persons.ana.pk}


def test_a_note_of_the_desk_stands_before_the_standard_words(talk: Talk):
    held = talk.say("ana", "hold this")
    services.return_to_writer(
        message_id=held.message, by=talk.cast.mo, revision=1, code="contact_info", note="Leave out the number."
    )
    assert talk.own()[0].reason.text == "Leave out the number."


def test_a_removed_message_is_taken_from_everybody(talk: Talk):
    said = talk.say("ana", "Hello")
    talk.remove(said)
    (event,) = [piece for piece in talk.log() if piece.kind == "message_removed"]
    told = msgspec.json.decode(event.json)
    assert (told["message_id"], told["by"]) == (str(said.message), "staff")
    assert (talk.read(), talk.own()[0].state) == ([], "removed")
    assert all(b"Hello" not in piece.json for piece in talk.log())


def test_who_the_writer_is_and_why_travels_in_no_event(talk: Talk):
    talk.remove(talk.say("ana", "Hello"))
    (event,) = [piece for piece in talk.log() if piece.kind == "message_removed"]
    assert str(talk.cast.persons.ana.pk).encode() not in event.json
    assert b"contact_info" not in event.json


@pytest.mark.parametrize("body", ["hold this", "Hello"])
def test_ones_own_message_can_be_withdrawn(talk: Talk, ports: FakeDesk, body: str):
    said = talk.say("ana", body)
    taken = services.withdraw(seat=talk.seats["ana"], message_id=said.message)
    assert (taken.state, talk.read(), ports.told[-1]) == ("withdrawn", [], "withdrawn")
    assert taken.rev > said.rev


def test_withdrawing_again_answers_the_same(talk: Talk):
    said = talk.say("ana", "Hello")
    first = services.withdraw(seat=talk.seats["ana"], message_id=said.message)
    head = talk.room.head
    assert services.withdraw(seat=talk.seats["ana"], message_id=said.message) == first
    assert talk.room.head == head


def test_a_message_of_somebody_else_is_not_there_to_withdraw(talk: Talk):
    said = talk.say("ben", "Hello")
    for message_id in (said.message, new_id()):
        with pytest.raises(errors.MessageNotThere):
            services.withdraw(seat=talk.seats["ana"], message_id=message_id)
    assert talk.read() == ["Hello"]


def test_a_removed_message_cannot_be_withdrawn(talk: Talk):
    said = talk.say("ana", "Hello")
    talk.remove(said)
    with pytest.raises(errors.MessageMoved):
        services.withdraw(seat=talk.seats["ana"], message_id=said.message)


def test_whoever_is_away_withdraws_from_their_own_page_not_in_the_room(talk: Talk):
    said = talk.say("ana", "hold this")
    groups.turn_away(membership=talk.cast.seats.ana, why="custody", by="system")
    with pytest.raises(RoomUnavailable):
        services.withdraw(seat=talk.seats["ana"], message_id=said.message)
    taken = services.withdraw_own(person_id=talk.cast.persons.ana.pk, message_id=said.message)
    assert taken.state == "withdrawn"


def test_an_outcome_that_was_put_aside_is_told_no_more_until_it_changes(talk: Talk):
    held = talk.say("ana", "hold this")
    talk.give_back(held)
    rev = talk.own()[0].rev
    services.dismiss(person_id=talk.cast.persons.ana.pk, message_id=held.message, rev=rev)
    assert talk.own() == []
    talk.say("ana", "hold that", replaces=held.message)
    assert [told.state for told in talk.own()] == ["held"]


def test_nobody_puts_aside_what_is_not_theirs_or_not_there_yet(talk: Talk):
    held = talk.say("ana", "hold this")
    services.dismiss(person_id=talk.cast.persons.ben.pk, message_id=held.message, rev=held.rev)
    services.dismiss(person_id=talk.cast.persons.ana.pk, message_id=held.message, rev=held.rev + 5)
    assert [told.state for told in talk.own()] == ["held"]


def test_a_returned_message_can_be_released_after_all(talk: Talk):
    held = talk.say("ana", "hold this")
    talk.give_back(held)
    talk.release(held)
    assert talk.read() == ["hold this"]


def test_what_was_taken_down_is_not_released_by_a_decision_that_came_late(talk: Talk):
    held = talk.say("ana", "hold this")
    talk.remove(held)
    with pytest.raises(errors.MessageMoved):
        talk.release(held)
    assert (talk.message(held).state, talk.read()) == ("removed", [])


def test_every_move_raises_rev_and_its_event_has_the_time_of_the_move(talk: Talk):
    said = talk.say("ana", "Hello")
    talk.remove(said)
    message = talk.message(said)
    assert (message.rev, Event.objects.latest("seq").at) == (2, message.moved_at)


# What the desk reads


def test_the_desk_reads_a_held_message_with_what_was_said_around_it(talk: Talk):
    at = clock.now()
    for number in range(8):
        talk.say("ben", f"Before {number}", at=at - timedelta(minutes=10 - number))
    held = talk.say("ana", "hold this", at=at)
    talk.say("ben", "After", at=at + timedelta(seconds=1))
    lines = selectors.context_of(held.message)
    assert [line.body for line in lines] == [*(f"Before {n}" for n in range(2, 8)), "hold this", "After"]
    (it,) = [line for line in lines if line.is_it]
    assert (it.alias, it.state, it.spans) == ("Quiet River", "held", [[0, 4]])


def test_the_desk_learns_how_much_somebody_has_written_here(talk: Talk):
    talk.say("ana", "Hello")
    talk.say("ana", "hold this")
    talk.give_back(talk.say("ana", "hold that"))
    talk.remove(talk.say("ana", "Bye"))
    figures = selectors.written_by(talk.cast.persons.ana.pk, talk.room.pk)
    assert (figures.messages, figures.held, figures.returned, figures.removed) == (4, 1, 1, 1)


def test_context_of_no_message_is_not_there(talk: Talk):
    with pytest.raises(errors.MessageNotThere):
        selectors.context_of(new_id())


def test_each_state_moves_only_to_what_the_table_says(talk: Talk):
    """A removed or withdrawn message is not returned; a delivered one neither."""
    said = talk.say("ana", "Hello")
    with pytest.raises(errors.MessageMoved):
        talk.give_back(said)
    services.withdraw(seat=talk.seats["ana"], message_id=said.message)
    for move in (talk.release, talk.give_back, talk.remove):
        with pytest.raises(errors.MessageMoved):
            move(said)
    assert Message.objects.get().state == "withdrawn"
