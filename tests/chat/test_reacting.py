"""A sign to a message: who may give it, that it is given once, and what others see of it."""

from datetime import timedelta
from typing import Any, get_args

import msgspec
import pytest
from django.db import IntegrityError
from django.db.transaction import atomic

from chat import errors, selectors, services, wire
from chat.models import Event, Message, Reaction
from chat.services import reacting
from core import clock
from core.errors import RuleError
from core.ids import new_id
from core.steps import jobs
from groups import services as groups
from groups.sessions import services as sessions
from tests import factories as make
from tests.chat.conftest import Talk
from tests.racing import together

KINDS = Reaction.Kind.values


def react(talk: Talk, who: str, message: Any, kind: str = "thank_you", *, on: bool = True) -> None:
    frame = wire.React(message=getattr(message, "message", message), kind=kind, on=on)
    services.react(seat=talk.seats[who], react=frame)


def given(talk: Talk) -> list[dict[str, Any]]:
    """The reactions of the first message, as a window has them."""
    room = talk.room
    (message, *_), _ = selectors.window(room, talk.seats["ben"], head=room.head, at=clock.now())
    return [msgspec.to_builtins(reaction) for reaction in message.reactions]


def told(talk: Talk) -> list[dict[str, Any]]:
    return [msgspec.json.decode(piece.json) for piece in talk.log() if piece.kind == "reaction"]


def of(talk: Talk, *names: str) -> list[str]:
    return [str(getattr(talk.cast.seats, name).pk) for name in names]


def test_a_reaction_is_seen_with_its_message_and_told_as_an_event(talk: Talk):
    said = talk.say("ana", "Hello")
    react(talk, "ben", said, "same_here")
    assert given(talk) == [{"kind": "same_here", "members": of(talk, "ben")}]
    (event,) = told(talk)
    assert {name: event[name] for name in ("message_id", "member_id", "reaction", "on")} == {
        "message_id": str(said.message),
        "member_id": of(talk, "ben")[0],
        "reaction": "same_here",
        "on": True,
    }


def test_kinds_and_people_stand_in_the_order_in_which_they_came(talk: Talk):
    said = talk.say("ana", "Hello")
    for who, kind in (("ben", "thank_you"), ("fay", "hear_you"), ("ana", "thank_you")):
        react(talk, who, said, kind)
    assert given(talk) == [
        {"kind": "thank_you", "members": of(talk, "ben", "ana")},
        {"kind": "hear_you", "members": of(talk, "fay")},
    ]


def test_the_same_reaction_again_changes_nothing_and_is_not_told(talk: Talk):
    said = talk.say("ana", "Hello")
    react(talk, "ben", said, on=False)
    react(talk, "ben", said)
    react(talk, "ben", said)
    assert (len(told(talk)), given(talk)[0]["members"]) == (1, of(talk, "ben"))


def test_a_reaction_is_taken_back_once(talk: Talk):
    said = talk.say("ana", "Hello")
    react(talk, "ben", said)
    for _ in range(2):
        react(talk, "ben", said, on=False)
    assert ([event["on"] for event in told(talk)], given(talk)) == ([True, False], [])


def test_members_may_react_while_they_listen(talk: Talk):
    said = talk.say("ana", "Hello")
    sessions.set_listen_only(seat=talk.seats["fay"], on=True)
    react(talk, "ben", said)
    with pytest.raises(errors.ListenOnly):
        talk.say("ben", "Hello")
    assert talk.say("fay", "Listen").state == "delivered"
    assert len(told(talk)) == 1


@pytest.mark.parametrize(
    ("what", "code"),
    [("pause", "posting.paused"), ("close_session", "posting.no_session"), ("unwatched", "posting.no_monitor")],
)
def test_nobody_reacts_while_the_session_is_not_open_and_watched(talk: Talk, what: str, code: str):
    said = talk.say("ana", "Hello")
    if what == "unwatched":
        make.Lease.objects.all().delete()
    else:
        getattr(sessions, what)(seat=talk.seats["fay"])
    for on in (True, False):
        with pytest.raises(RuleError) as refusal:
            react(talk, "ben", said, on=on)
        assert refusal.value.code == code


def test_monitors_do_not_react(talk: Talk):
    with pytest.raises(errors.MonitorsDoNotPost):
        react(talk, "mo", talk.say("ana", "Hello"))


@pytest.mark.parametrize("why", ["held", "removed", "unknown", "elsewhere", "expired"])
def test_nobody_reacts_to_what_they_may_not_read(talk: Talk, why: str):
    said = talk.say("ana", "hold this" if why == "held" else "Hello")
    if why == "removed":
        talk.remove(said)
    if why == "elsewhere":
        make.group(talk.cast.programme)
        Message.objects.update(room=talk.cast.next_door.room)
    if why == "expired":
        Message.objects.update(said_at=clock.now() - timedelta(days=365))
    with pytest.raises(errors.MessageNotThere):
        react(talk, "ben", new_id() if why == "unknown" else said)
    assert not Reaction.objects.exists()


def test_a_newcomer_does_not_react_to_what_was_said_before_their_time(talk: Talk):
    said = talk.say("ana", "Hello")
    person = make.person("Late Bird")
    make.member(talk.group, person)
    talk.seats["new"] = make.seat(talk.group, make.caller(make.user(person)))
    with pytest.raises(errors.MessageNotThere):
        react(talk, "new", said)


def test_whoever_is_away_does_not_react(talk: Talk):
    said = talk.say("ana", "Hello")
    groups.turn_away(membership=talk.cast.seats.ben, why="custody", by="system")
    with pytest.raises(RuleError) as refusal:
        react(talk, "ben", said)
    assert refusal.value.code == "room.unavailable"


def between(monkeypatch: pytest.MonkeyPatch, act: Any) -> None:
    """Do this after it was allowed and before the room's row is held."""
    place = reacting._place

    def late(*args: Any, **values: Any) -> None:
        monkeypatch.setattr(reacting, "_place", place)
        act()
        place(*args, **values)

    monkeypatch.setattr(reacting, "_place", late)


def test_a_reaction_that_was_allowed_before_a_pause_is_not_taken_after_it(talk: Talk, monkeypatch: pytest.MonkeyPatch):
    said = talk.say("ana", "Hello")
    between(monkeypatch, lambda: talk.cast.room.__class__.objects.update(authority=99) and _pause(talk))
    with pytest.raises(errors.Paused):
        react(talk, "ben", said)
    assert not Reaction.objects.exists()


def _pause(talk: Talk) -> None:
    type(talk.session).objects.update(state="paused")


def test_a_message_that_goes_meanwhile_gets_no_reaction(talk: Talk, monkeypatch: pytest.MonkeyPatch):
    said = talk.say("ana", "Hello")
    between(monkeypatch, lambda: Message.objects.update(state="removed"))
    with pytest.raises(errors.MessageNotThere):
        react(talk, "ben", said)
    assert not Reaction.objects.exists()


@pytest.mark.parametrize("on", [True, False])
def test_the_same_reaction_twice_at_once_is_one(live_talk: Talk, on: bool):
    said = live_talk.say("ana", "Hello")
    if not on:
        react(live_talk, "ben", said)
    together(*[lambda: react(live_talk, "ben", said, on=on)] * 2)
    assert Reaction.objects.count() == int(on)
    assert Event.objects.filter(kind="reaction").count() == (1 if on else 2)


def test_reactions_of_several_at_once_are_all_told_in_a_dense_log(live_talk: Talk):
    said = live_talk.say("ana", "Hello")
    acts = [lambda who=who, kind=kind: react(live_talk, who, said, kind) for who in ("ana", "ben") for kind in KINDS]
    assert together(*acts) == [None] * 8
    seqs = list(Event.objects.filter(room=live_talk.room).order_by("seq").values_list("seq", flat=True))
    assert seqs == list(range(1, live_talk.room.head + 1))
    assert (Reaction.objects.count(), Event.objects.filter(kind="reaction").count()) == (8, 8)


def test_reactions_of_those_who_left_stay(talk: Talk):
    react(talk, "fay", talk.say("ana", "Hello"))
    gone = of(talk, "fay")
    groups.end_membership(membership=talk.cast.seats.fay, to="left", by="system")
    assert given(talk)[0]["members"] == gone


def test_reactions_are_erased_with_their_message(talk: Talk):
    from chat.services.ending import MessageEraser, expire

    at = clock.now()
    react(talk, "ben", talk.say("ana", "Hello", at=at))
    later = at + timedelta(days=366)
    expire(room=talk.room, at=later)
    eraser = MessageEraser()
    eraser.erase(eraser.due(at=later, limit=9), at=later, certificate=new_id())
    assert not (Reaction.objects.exists() or Message.objects.exists())
    assert "chat.expire" in jobs


def test_a_reaction_is_once_and_of_a_kind_in_the_database(talk: Talk):
    said = talk.say("ana", "Hello")
    react(talk, "ben", said)
    row = {"message_id": said.message, "person": talk.cast.persons.ben}
    for kind in ("thank_you", "boo"):
        with pytest.raises(IntegrityError), atomic():
            Reaction.objects.create(kind=kind, **row)


def test_the_wire_and_the_table_know_the_same_kinds_and_phases():
    assert set(get_args(wire.ReactionKind)) == set(Reaction.Kind.values)
    assert set(get_args(wire.Phase)) == set(make.GroupSession.Phase.values)


@pytest.mark.parametrize("many", [1, 12])
def test_a_page_costs_the_same_with_many_reactions(talk: Talk, many: int, django_assert_num_queries: Any):
    for number in range(many):
        said = talk.say("ana", f"Number {number}")
        for who in ("ben", "fay"):
            react(talk, who, said)
    room, at = talk.room, clock.now()
    with django_assert_num_queries(6):
        selectors.window(room, talk.seats["ben"], head=room.head, at=at)
