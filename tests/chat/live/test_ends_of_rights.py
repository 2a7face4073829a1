"""A right that ends while the room is being read: whatever was said after that is not handed over."""

import pytest

from chat.live import hub, reading
from chat.models import Room
from groups import services as groups
from groups.models import Membership
from tests.live_helpers import at_the_door, cursor_of, in_database, in_room, poll, posts


@pytest.fixture
def ends_meanwhile(open_room, monkeypatch):
    """When the room is looked at for Ana, her seat ends before the log is read, and Ben says something after that."""
    ask = reading.selectors.needs_reset

    def meanwhile(*args):
        monkeypatch.setattr(reading.selectors, "needs_reset", ask)
        groups.end_membership(membership=open_room.seats.ana, to=Membership.State.REMOVED, by="system")
        posts(open_room.seat("ben"), 1)
        return ask(*args)

    return lambda: monkeypatch.setattr(reading.selectors, "needs_reset", meanwhile)


async def _cursor(cast):
    async with in_room(cast.callers.ana, cast.room) as ana:
        return cursor_of(ana.ready)


async def test_a_poll_is_not_answered_with_what_came_after_the_end_of_a_right(open_room, ends_meanwhile):
    cursor = await _cursor(open_room)
    ends_meanwhile()
    status, answer = await poll(open_room.callers.ana, open_room.room.pk, cursor=cursor)
    assert (status, answer["code"]) == (403, "room.unavailable")


async def test_a_room_that_is_opened_does_not_show_what_came_after_the_end_of_a_right(open_room, ends_meanwhile):
    before = await in_database(posts, await in_database(open_room.seat, "ben"), 1)
    ends_meanwhile()
    async with at_the_door(open_room.callers.ana, open_room.room.pk) as ana:
        await ana.send("hello", tab="t", cursor=None)
        assert await ana.close_code() == 4403
        (reset,) = [frame for frame in ana.seen if frame["type"] == "reset"]
        assert (reset["seq"], [message["seq"] for message in reset["messages"]]) == (before, [before])
        assert not [frame for frame in ana.seen if frame["type"] == "events"]
        assert ana.seen[-1]["code"] == "room.unavailable"


async def test_a_room_that_is_shown_anew_is_not_shown_to_whoever_lost_their_right_meanwhile(open_room, monkeypatch):
    read = reading.reset

    def meanwhile(guest):
        monkeypatch.setattr(reading, "reset", read)
        groups.end_membership(membership=open_room.seats.ana, to=Membership.State.REMOVED, by="system")
        posts(open_room.seat("ben"), 1)
        return read(guest)

    async with in_room(open_room.callers.ana, open_room.room) as ana:
        await ana.receive("reset")
        monkeypatch.setattr(reading, "reset", meanwhile)
        await in_database(lambda: Room.objects.filter(pk=open_room.room.pk).update(epoch="rebuilt"))
        await (await hub.current()).beat()
        assert await ana.close_code() == 4403
        assert not [frame for frame in ana.waiting if frame["type"] in ("reset", "events")]
