"""What crosses the line: strict inwards, as the protocol's page says outwards."""

import ast
import json
import re
from pathlib import Path
from typing import Any, get_args
from uuid import UUID

import pytest

from chat import errors, wire
from core.errors import RuleError
from tests.architecture.ours import nodes

ID = "01a207ab-40cd-75c4-96ed-98cf40000000"
ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("frame", "type_"),
    [
        ({"type": "hello", "tab": "t", "cursor": None}, wire.Hello),
        ({"type": "hello", "tab": "t", "cursor": {"epoch": "e", "seq": 0}}, wire.Hello),
        ({"type": "post", "client_id": ID, "body": "x", "lang": "en"}, wire.Post),
        ({"type": "post", "client_id": ID, "body": "x", "lang": "es", "replaces": ID, "anyway": True}, wire.Post),
        ({"type": "withdraw", "message": ID}, wire.Withdraw),
        ({"type": "react", "message": ID, "kind": "hear_you", "on": True}, wire.React),
        ({"type": "hand", "up": False}, wire.Hand),
        ({"type": "pass"}, wire.Pass),
        ({"type": "typing", "on": True}, wire.Typing),
        ({"type": "phase", "phase": "check_in"}, wire.SetPhase),
        ({"type": "turn", "member": ID}, wire.GiveTurn),
        ({"type": "turn", "member": None}, wire.GiveTurn),
        ({"type": "lower_hand", "member": ID}, wire.LowerHand),
        ({"type": "listen_only", "on": True}, wire.ListenOnly),
        ({"type": "applied", "seq": 7}, wire.Applied),
        ({"type": "read", "seq": 7}, wire.Read),
        ({"type": "report", "client_id": ID, "message": ID, "reason": "unkind", "note": ""}, wire.Report),
        ({"type": "help", "client_id": ID}, wire.Help),
        ({"type": "ping"}, wire.Ping),
        ({"type": "open_session"}, wire.OpenSession),
        ({"type": "pause"}, wire.Pause),
        ({"type": "resume"}, wire.Resume),
        ({"type": "close_session"}, wire.CloseSession),
    ],
)
def test_each_frame_of_the_protocol_is_read(frame: dict[str, Any], type_: type):
    assert isinstance(wire.decode(json.dumps(frame)), type_)


@pytest.mark.parametrize(
    ("raw", "error"),
    [
        ("", errors.FrameMalformed),
        ("not json", errors.FrameMalformed),
        ("[]", errors.FrameMalformed),
        ("{}", errors.FrameMalformed),
        ('{"type":7}', errors.FrameMalformed),
        ('{"type":"dance"}', errors.FrameUnknown),
        ('{"type":"ping","more":1}', errors.FrameMalformed),
        ('{"type":"hello","tab":"t"}', errors.FrameMalformed),
        ('{"type":"hello","tab":"","cursor":null}', errors.FrameMalformed),
        ('{"type":"hello","tab":"t","cursor":{"epoch":"e","seq":-1}}', errors.FrameMalformed),
        ('{"type":"hello","tab":"t","cursor":{"epoch":"e","seq":1,"x":2}}', errors.FrameMalformed),
        ('{"type":"applied","seq":"7"}', errors.FrameMalformed),
        ('{"type":"read"}', errors.FrameMalformed),
        ('{"type":"read","seq":-1}', errors.FrameMalformed),
        ('{"type":"read","seq":7,"member":"x"}', errors.FrameMalformed),
        (f'{{"type":"react","message":"{ID}","kind":"boo","on":true}}', errors.FrameMalformed),
        (f'{{"type":"react","message":"{ID}","kind":"hear_you"}}', errors.FrameMalformed),
        ('{"type":"hand","up":"yes"}', errors.FrameMalformed),
        ('{"type":"phase","phase":"tea"}', errors.FrameMalformed),
        ('{"type":"turn"}', errors.FrameMalformed),
        ('{"type":"lower_hand","member":null}', errors.FrameMalformed),
        ('{"type":"listen_only","on":1}', errors.FrameMalformed),
        (f'{{"type":"post","client_id":"{ID}","body":"x","lang":"fr"}}', errors.FrameMalformed),
        (f'{{"type":"post","client_id":"{ID}","body":7,"lang":"en"}}', errors.FrameMalformed),
        (f'{{"type":"post","client_id":"{ID}","body":"\\ud800 x","lang":"en"}}', errors.FrameMalformed),
        ('{"type":"post","client_id":"1","body":"x","lang":"en"}', errors.FrameMalformed),
        (b"\xff\xfe", errors.FrameMalformed),
        ('{"type":"hello","tab":"a\\u0000b","cursor":null}', errors.FrameMalformed),
        ('{"x":' + "[" * 15_000 + "]" * 15_000 + ',"type":"ping"}', errors.FrameMalformed),
        ('{"type":"ping","x":"' + "x" * 33_000 + '"}', errors.FrameTooBig),
        ('{"type":"ping","x":"' + "é" * 17_000 + '"}', errors.FrameTooBig),
    ],
)
def test_what_is_not_of_the_protocol_is_refused_by_name(raw: str | bytes, error: type[RuleError]):
    with pytest.raises(error):
        wire.decode(raw)


def test_a_refused_frame_says_which_post_it_was():
    assert wire.client_id_of('{"x":' + "[" * 15_000 + "]" * 15_000 + "}") is None
    assert wire.client_id_of(f'{{"type":"post","client_id":"{ID}","body":7}}') == UUID(ID)
    assert wire.client_id_of("not json") is None


def test_a_refusal_travels_with_its_code_words_and_wait():
    frame = wire.error(errors.TooFast(retry_after=9), client_id=UUID(ID))
    told = json.loads(wire.encode(frame))
    assert told == {
        "type": "error",
        "code": "rate.posts",
        "text": str(errors.TooFast.text),
        "client_id": ID,
        "retry_after": 9,
    }


def test_fields_that_have_nothing_to_say_are_left_out():
    posted = wire.Posted(client_id=UUID(ID), rev=1, state="held")
    assert json.loads(wire.encode(posted)) == {"type": "posted", "client_id": ID, "rev": 1, "state": "held"}


def test_a_list_that_is_empty_is_still_there():
    assert json.loads(wire.encode(wire.Events(epoch="e", events=[])))["events"] == []
    reset = wire.Reset(epoch="e", seq=0, messages=[], session=None, more=False)
    assert json.loads(wire.encode(reset)) == {
        "type": "reset",
        "epoch": "e",
        "seq": 0,
        "messages": [],
        "session": None,
        "more": False,
    }


def every_error(of: type[RuleError]) -> set[type[RuleError]]:
    return {of}.union(*(every_error(sub) for sub in of.__subclasses__()))


def test_every_code_of_this_floor_and_of_groups_is_in_the_protocol_page():
    rooms = [e for e in every_error(RuleError) if e.__module__.startswith(("chat.", "groups.errors", "core.errors"))]
    spoken = {error.code for error in rooms} - {
        "group.full",
        "group.already_seated",
        "membership.moved_on",
        "paper.not_here",
        "adult.not_confirmed",
    }
    assert not {code for code in spoken if f"`{code}`" not in page()}


def page() -> str:
    return (ROOT / "docs" / "protocol.md").read_text()


def rows(heading: str) -> list[list[str]]:
    """The cells of the table under this heading."""
    part = page().split(f"{heading}\n", 1)[1].split("\n##")[0]
    lines = [line for line in part.splitlines() if line.startswith("|")][2:]
    return [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines]


def in_code(cell: str) -> set[str]:
    return set(re.findall(r"`([a-z_]+)`", cell))


def tags(*frames: Any) -> set[str]:
    return {frame.__struct_config__.tag for frame in frames}


def test_the_protocol_page_names_every_frame():
    outbound = tags(*wire.Outbound.__subclasses__())
    assert not {name for name in wire.KNOWN | outbound if not re.search(rf"\b{name}\b", page())}


def test_the_protocol_page_has_each_kind_of_event_with_its_fields_and_no_other():
    said = {kind: in_fields(fields) for kinds, fields, _ in rows("### Event kinds") for kind in in_code(kinds)}
    declared = {
        kind.__struct_config__.tag: set(kind.__struct_fields__) - {"seq", "at"} for kind in get_args(wire.AnyEvent)
    }
    assert said == declared


def in_fields(cell: str) -> set[str]:
    return {re.match(r"[a-z_]+", field.strip())[0] for field in cell.split(",") if field.strip()}  # type: ignore[index]


def test_the_protocol_page_has_each_close_code_and_no_other():
    said = {int(code) for codes, *_ in rows("### Close codes") for code in codes.split(",")}
    assert said == set(wire.CLOSE_CODES)


def test_no_line_ends_with_a_code_that_is_not_declared():
    used = {
        number
        for path, node in nodes()
        if "live" in path.parts and isinstance(node, ast.Constant) and isinstance(number := node.value, int)
        if 4400 <= number < 4500
    }
    assert used == {code for code in wire.CLOSE_CODES if code >= 4400}
