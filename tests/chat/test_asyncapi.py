"""The protocol as a document: made from the types, well formed, and true of what really crosses the line."""

import json
from collections.abc import Iterator
from copy import deepcopy
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any, get_args
from uuid import UUID

import pytest
from django.core.management import call_command
from jsonschema import Draft7Validator

from chat import asyncapi, errors, selectors, services, wire
from chat.authority import read
from chat.services.ending import expire
from core import clock
from core.ids import new_id
from core.transactions import unit
from groups import services as groups
from groups.ports import herald
from groups.presence import services as presence
from groups.sessions import ending, turns
from groups.sessions import services as sessions
from tests import factories as make
from tests.chat.conftest import Talk

ROOT = Path(__file__).resolve().parents[2]
FILE = ROOT / "docs" / "asyncapi.json"
ID = "01a207ab-40cd-75c4-96ed-98cf40000000"


@cache
def document() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(FILE.read_text())
    return loaded


def test_the_document_is_what_the_types_say():
    assert FILE.read_text() == asyncapi.text(), (
        "write it anew: .venv/bin/python manage.py asyncapi --out docs/asyncapi.json"
    )


def test_the_command_prints_what_it_writes(tmp_path: Path, capsys: Any):
    call_command("asyncapi", "--out", str(tmp_path / "made.json"))
    call_command("asyncapi")
    assert capsys.readouterr().out == (tmp_path / "made.json").read_text() == FILE.read_text()


def structure() -> Draft7Validator:
    return Draft7Validator(json.loads((ROOT / "tests" / "chat" / "asyncapi_schema.json").read_text()))


def test_the_document_is_well_formed():
    structure().validate(document())


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("asyncapi", "2.6.0"),
        ("operations.toClient.action", "publish"),
        ("channels.room.adress", "/"),
        ("components.messages.Hello.summary", ""),
        ("components.schemas.Hello.type", "objekt"),
    ],
)
def test_a_document_that_is_not_well_formed_is_seen(path: str, value: str):
    broken = deepcopy(document())
    *way, name = path.split(".")
    place = broken
    for step in way:
        place = place[step]
    place[name] = value
    assert list(structure().iter_errors(broken))


def references(part: Any) -> Iterator[str]:
    if isinstance(part, dict):
        yield from ([part["$ref"]] if isinstance(part.get("$ref"), str) else [])
        part = list(part.values())
    if isinstance(part, list):
        for one in part:
            yield from references(one)


def test_every_reference_leads_somewhere():
    for reference in references(document()):
        place = document()
        for step in reference.removeprefix("#/").split("/"):
            place = place[step]
        assert place


def names(operation: str) -> set[str]:
    messages = document()["operations"][operation]["messages"]
    found = [message["$ref"].rsplit("/", 1)[1] for message in messages]
    return {document()["components"]["messages"][name]["name"] for name in found}


def test_each_frame_goes_its_own_way():
    assert names("fromClient") == wire.KNOWN
    assert names("toClient") == {frame.__struct_config__.tag for frame in wire.Outbound.__subclasses__()}


def test_every_close_code_is_told():
    assert all(f"- {code}: " in document()["info"]["description"] for code in wire.CLOSE_CODES)


# Real frames


def strict(schema: Any) -> Any:
    """The same, with no room for a field that is not declared."""
    if isinstance(schema, dict):
        closed = {name: strict(part) for name, part in schema.items()}
        return closed | {"additionalProperties": False} if "properties" in schema else closed
    return [strict(part) for part in schema] if isinstance(schema, list) else schema


@cache
def validator(name: str) -> Draft7Validator:
    schemas = strict(document()["components"]["schemas"])
    return Draft7Validator({"$ref": f"#/components/schemas/{name}", "components": {"schemas": schemas}})


def check(frame: wire.Outbound) -> None:
    """A frame, as it is written, is what the document says of it."""
    validator(type(frame).__name__).validate(json.loads(wire.encode(frame)))


def test_what_is_not_declared_is_not_valid():
    pong = json.loads(wire.encode(wire.Pong()))
    assert validator("Pong").is_valid(pong)
    assert not validator("Pong").is_valid(pong | {"more": 1})
    assert not validator("Pong").is_valid({"type": "ping"})


@pytest.mark.parametrize(
    ("name", "frame"),
    [
        ("Hello", {"type": "hello", "tab": "t", "cursor": None}),
        ("Hello", {"type": "hello", "tab": "t", "cursor": {"epoch": "e", "seq": 0}}),
        ("Post", {"type": "post", "client_id": ID, "body": "x", "lang": "es", "replaces": ID, "anyway": True}),
        ("React", {"type": "react", "message": ID, "kind": "stay_strong", "on": False}),
        ("GiveTurn", {"type": "turn", "member": None}),
        ("SetPhase", {"type": "phase", "phase": "check_out"}),
    ],
)
def test_what_a_client_may_send_is_valid_and_is_read(name: str, frame: dict[str, Any]):
    validator(name).validate(frame)
    assert type(wire.decode(json.dumps(frame))).__name__ == name


def test_frames_of_a_room_in_use_are_as_the_document_says(talk: Talk):
    at = clock.now()
    said = talk.say("ana", "Call 555 now")
    services.mask(message_id=said.message, by=talk.cast.mo, revision=1, spans=[(5, 8)], code="contact_info")
    services.react(seat=talk.seats["ben"], react=wire.React(message=UUID(str(said.message)), kind="hear_you", on=True))
    turns.raise_hand(seat=talk.seats["ben"])
    turns.give_turn(seat=talk.seats["fay"], member_id=talk.cast.seats.ana.pk)
    held = talk.say("ana", "hold this")
    for who in ("ana", "fay", "mo"):
        check(selectors.ready(talk.room, talk.seats[who], read(talk.seats[who], talk.room.pk, at=at), at=at))
        check(selectors.reset(talk.room, talk.seats[who], at=at))
    for posted in (said, held, *talk.own(), talk.say("ana", "nudge this"), talk.say("ana", "refuse this")):
        check(posted)
    check(selectors.present(talk.room, at=at))
    check(services.ask_help(person_id=talk.seats["ana"].person_id, client_id=new_id()))
    check(wire.error(errors.TooFast(retry_after=9), client_id=new_id()))
    sessions.pause(seat=talk.seats["fay"])
    notice = selectors.why_not_notice(read(talk.seats["ana"], talk.room.pk, at=at))
    assert notice
    check(notice)
    check(wire.Typed(member=new_id(), on=True))
    check(wire.Head(epoch=talk.room.epoch, seq=talk.room.head))


def everything_happens(talk: Talk) -> None:
    """Each kind of event at least once, by the services that make it."""
    fay, ben = talk.seats["fay"], talk.seats["ben"]
    old, said, gone = (talk.say("ana", f"Call 555 now, {number}") for number in range(3))
    services.react(seat=ben, react=wire.React(message=UUID(str(said.message)), kind="hear_you", on=True))
    services.mask(message_id=said.message, by=talk.cast.mo, revision=1, spans=[(5, 8)], code="contact_info")
    services.restore(message_id=said.message, by=talk.cast.mo, revision=1)
    services.withdraw(seat=talk.seats["ana"], message_id=gone.message)
    type(talk.message(old)).objects.filter(pk=old.message).update(said_at=clock.now() - timedelta(days=366))
    expire(room=talk.room, at=clock.now())
    turns.raise_hand(seat=ben)
    turns.give_turn(seat=fay, member_id=talk.cast.seats.ben.pk)
    turns.pass_turn(seat=ben)
    sessions.set_phase(seat=fay, phase="topic")
    for on in (True, False):
        sessions.set_listen_only(seat=fay, on=on)
    ending.tell_ends(at=talk.session.ends_at - timedelta(minutes=1))
    presence.end_lapsed(at=clock.now() + timedelta(minutes=1))
    presence.take(seat=fay, tab="one")
    sessions.close_session(seat=fay)
    sessions.open_session(seat=fay)
    groups.turn_away(membership=talk.cast.seats.ana, why="own_wish", by="system")
    groups.end_membership(membership=talk.cast.seats.ben, to="left", by="system")
    make.member(talk.group, make.person("Late Bird"))
    with unit():
        herald().tell(talk.group.pk, "notice", {"code": "x"}, audience="leaders", authority=False)


def test_every_kind_of_event_is_served_as_the_document_says_and_there_are_no_others(talk: Talk):
    everything_happens(talk)
    served = [json.loads(piece.json) for piece in talk.log()]
    for event in served:
        validator("Event").validate(event)
    declared = {kind.__struct_config__.tag for kind in get_args(wire.AnyEvent)}
    assert {event["kind"] for event in served} == declared
    frame = json.loads(selectors.events_frame(talk.room.epoch, talk.log()))
    validator("Events").validate(frame)


def test_an_event_that_is_not_as_declared_is_seen():
    event = {"seq": 1, "kind": "hand", "at": clock.wire(clock.now()), "up": True, "member_id": ID}
    assert not validator("Event").is_valid(event)
