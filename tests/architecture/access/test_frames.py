"""Every line and frame x everybody: the table is asked."""

import json
from typing import Any

import pytest
from django.urls import reverse

from chat import wire
from chat.live.guests import Knock, admit
from chat.live.lines import code_of
from core.errors import RuleError
from core.ids import new_id
from groups.models import Membership
from tests.architecture.access.everybody import EVERYBODY
from tests.architecture.access.frames import FRAMES, LINES, NOT_THERE, OUT, SEATS
from tests.architecture.access.world import World, undone

pytestmark = pytest.mark.django_db


def test_who_is_let_in_by_socket_and_poll(world):
    named = {who: answer for answer, them in LINES.items() for who in them.split()}
    assert {who: line(world, who) for who in EVERYBODY} == {who: named.get(who, NOT_THERE) for who in EVERYBODY}


def line(world: World, who: str) -> str | int:
    host, cookies = world.knock(who)
    try:
        admit(Knock(host=host, cookies=cookies, room_id=world.cast.room.pk))
    except RuleError as refusal:
        return code_of(refusal)
    return "in"


def test_every_frame_has_its_row():
    assert set(FRAMES) == wire.KNOWN


@pytest.mark.parametrize("kind", FRAMES)
def test_whose_frames_are_taken(world, kind):
    assert tuple(answer(world, who, kind) for who in SEATS) == (*FRAMES[kind], *OUT)


def answer(world: World, who: str, kind: str) -> str:
    """The type of the frame that answers, the code of an error, or nothing where an event is the answer."""
    name, _, away = who.partition(", ")
    with undone():
        if away:
            Membership.objects.filter(pk=world.cast.seats.ben.pk).update(state="away", why_away="custody")
        said = world.ask(name, "POST", reverse("chat:frames", args=[world.cast.room.pk]), frame(world, kind))
    told = json.loads(said.content) if said["Content-Type"] == "application/json" else {}
    return str(told.get("code") or told.get("type") or ("" if said.status_code == 204 else said.status_code))


def frame(world: World, kind: str) -> str:
    fields: dict[str, dict[str, Any]] = {
        "hello": {"tab": "t", "cursor": None},
        "applied": {"seq": 1},
        "read": {"seq": 1},
        "post": {"client_id": new_id(), "body": "Good evening", "lang": "en"},
        "withdraw": {"message": world.said.pk},
        "report": {"client_id": new_id(), "message": world.said.pk, "reason": "worried"},
        "help": {"client_id": new_id()},
        "react": {"message": world.said.pk, "kind": "thank_you", "on": True},
        "hand": {"up": True},
        "typing": {"on": True},
        "phase": {"phase": "topic"},
        "turn": {"member": world.cast.seats.ben.pk},
        "lower_hand": {"member": world.cast.seats.ben.pk},
        "listen_only": {"on": True},
    }
    return json.dumps({"type": kind, **fields.get(kind, {})}, default=str)
