"""Calling for somebody: reports and *Help now*."""

import pytest

from chat import errors, services, wire
from core.errors import NotAllowed
from core.ids import new_id
from groups import services as groups
from groups.errors import RoomUnavailable
from groups.models import GroupSession
from tests.chat.conftest import Talk
from tests.chat.fakes import FakeDesk


def report(talk: Talk, who: str, message_id: object, *, reason: str = "unkind") -> wire.Done:
    frame = wire.Report(client_id=new_id(), message=message_id, reason=reason, note="It hurt.")  # type: ignore[arg-type]
    return services.report(seat=talk.seats[who], report=frame)


def test_a_message_can_be_reported_while_writing_is_paused(talk: Talk, ports: FakeDesk):
    said = talk.say("ana", "Hello")
    GroupSession.objects.update(state="paused")
    done = report(talk, "ben", said.message)
    assert (done.for_, done.text, ports.told) == ("report", "A person will read it.", ["reported unkind"])


def test_nobody_in_the_room_learns_of_a_report(talk: Talk):
    said = talk.say("ana", "Hello")
    head = talk.room.head
    report(talk, "ben", said.message)
    assert (talk.room.head, talk.own("ana")) == (head, [])


def test_what_one_cannot_read_one_cannot_report(talk: Talk, ports: FakeDesk):
    held = talk.say("ana", "hold this")
    for message_id in (held.message, new_id()):
        with pytest.raises(errors.MessageNotThere):
            report(talk, "ben", message_id)
    assert ports.told == ["held"]


def test_a_reason_that_is_not_on_the_list_is_refused(talk: Talk):
    said = talk.say("ana", "Hello")
    with pytest.raises(errors.ReasonUnknown):
        report(talk, "ben", said.message, reason="because")


def test_a_member_who_is_gone_reports_nothing_more(talk: Talk):
    said = talk.say("ana", "Hello")
    groups.end_membership(membership=talk.cast.seats.ben, to="left", by="system")
    with pytest.raises(RoomUnavailable):
        report(talk, "ben", said.message)


def test_a_monitor_has_the_desk_for_that(talk: Talk):
    said = talk.say("ana", "Hello")
    with pytest.raises(NotAllowed):
        report(talk, "mo", said.message)


def test_help_is_asked_from_anywhere_whatever_the_room_is_like(talk: Talk, ports: FakeDesk):
    groups.end_membership(membership=talk.cast.seats.ana, to="left", by="system")
    client_id = new_id()
    done = services.ask_help(person_id=talk.cast.persons.ana.pk, client_id=client_id, room_id=talk.room.pk)
    assert (done.client_id, done.for_, done.text, ports.told) == (
        client_id,
        "help",
        "Somebody is on the way.",
        ["help"],
    )


def test_staff_are_those_who_come(talk: Talk):
    with pytest.raises(NotAllowed):
        services.ask_help(person_id=None, client_id=new_id())
