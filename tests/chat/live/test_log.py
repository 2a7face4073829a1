"""The cursor: whoever has applied event n gets n+1, n+2, … or is told to start over. Never a hole, never a double."""

import pytest
from django.core.management import call_command

from chat.live import hub
from chat.models import Event, Room
from groups.models import Membership
from tests import factories as make
from tests.live_helpers import cursor_of, in_database, in_room
from tests.live_helpers import posts as _posts

pytestmark = pytest.mark.usefixtures("each_way")


async def _said(cast, count, *, who="ben"):
    """So many messages, said by somebody who is not connected. Answers the seq of the last."""
    return await in_database(_posts, await in_database(cast.seat, who), count)


@pytest.mark.db_real
async def test_a_client_resumes_from_any_cursor_without_gap_or_double(open_room):
    async with in_room(open_room.callers.ana, open_room.room) as ana:
        start = ana.ready["head"]
    head = await _said(open_room, 4)
    for seq in range(start, head + 1):
        cursor = {"epoch": ana.ready["epoch"], "seq": seq}
        async with in_room(open_room.callers.ana, open_room.room, cursor=cursor) as again:
            events = await again.events(through=head) if seq < head else []
            assert [event["seq"] for event in events] == list(range(seq + 1, head + 1))
            assert await again.nothing("reset", "events")


async def test_a_long_absence_is_made_up_for_in_pages(open_room, monkeypatch):
    monkeypatch.setattr("chat.live.delivery.PAGE", 3)
    async with in_room(open_room.callers.ana, open_room.room) as ana:
        before = cursor_of(ana.ready)
    head = await _said(open_room, 10)
    async with in_room(open_room.callers.ana, open_room.room, cursor=before) as ana:
        events = await ana.events(through=head)
    assert [event["seq"] for event in events] == list(range(before["seq"] + 1, head + 1))
    assert all(len(frame["events"]) <= 3 for frame in ana.seen if frame["type"] == "events")


@pytest.mark.db_real
async def test_what_is_said_while_somebody_catches_up_comes_after_it(open_room, monkeypatch):
    monkeypatch.setattr("chat.live.delivery.PAGE", 2)
    async with in_room(open_room.callers.ana, open_room.room) as ana:
        before = cursor_of(ana.ready)
    await _said(open_room, 7)
    async with (
        in_room(open_room.callers.ben, open_room.room) as ben,
        in_room(open_room.callers.ana, open_room.room, cursor=before) as ana,
    ):
        await ben.post("Meanwhile.")
        head = (await ben.receive("posted"))["seq"]
        events = await ana.events(through=head)
        assert [event["seq"] for event in events] == list(range(before["seq"] + 1, head + 1))
        assert await ana.nothing("events")


@pytest.mark.parametrize("cursor", ["other epoch", "beyond the head", "before the seat", "none"])
async def test_a_cursor_that_the_log_cannot_continue_starts_over(open_room, cursor):
    ana = open_room.callers.ana
    room = await in_database(lambda: Room.objects.get(pk=open_room.room.pk))
    if cursor == "before the seat":
        await in_database(lambda: Membership.objects.filter(pk=open_room.seats.ana.pk).update(from_seq=room.head))
    asked = {
        "other epoch": {"epoch": "another", "seq": room.head},
        "beyond the head": {"epoch": room.epoch, "seq": room.head + 9},
        "before the seat": {"epoch": room.epoch, "seq": room.head - 1},
        "none": None,
    }[cursor]
    head = await _said(open_room, 1)
    async with in_room(ana, open_room.room, cursor=asked) as line:
        reset = await line.receive("reset")
        assert (reset["epoch"], reset["seq"]) == (room.epoch, head)
        assert [message["body"] for message in reset["messages"]] == ["Message 1."]
        assert await line.nothing("events")


async def test_what_was_said_before_one_had_a_seat_stays_unread(open_room):
    await _said(open_room, 2)
    newcomer = await in_database(make.person, "New Leaf")
    await in_database(make.member, open_room.group, newcomer)
    caller = await in_database(lambda: make.caller(make.user(newcomer)))
    async with in_room(caller, open_room.room, cursor={"epoch": "x", "seq": 0}) as line:
        assert (await line.receive("reset"))["messages"] == []


async def test_a_resume_shows_the_present_state_and_never_a_text_that_is_gone(open_room):
    from chat.services import withdraw

    async with in_room(open_room.callers.ana, open_room.room) as ana:
        before = cursor_of(ana.ready)
    seat = await in_database(open_room.seat, "ben")
    await in_database(_posts, seat, 1)
    message_id = await in_database(lambda: Event.objects.filter(kind="message").latest("seq").message_id)
    gone = await in_database(withdraw, seat=seat, message_id=message_id)
    async with in_room(open_room.callers.ana, open_room.room, cursor=before) as ana:
        events = await ana.events(through=before["seq"] + 2)
    assert gone.state == "withdrawn"
    assert [event["kind"] for event in events] == ["hidden", "message_removed"]
    assert "Message 1." not in str(ana.seen)


async def test_a_rebuilt_log_starts_everybody_over(open_room):
    async with in_room(open_room.callers.ana, open_room.room) as ana:
        await ana.receive("reset")
        await in_database(lambda: Room.objects.filter(pk=open_room.room.pk).update(epoch="rebuilt"))
        await (await hub.current()).beat()
        assert (await ana.receive("reset"))["epoch"] == "rebuilt"


@pytest.mark.db_real
async def test_after_a_restore_a_client_whose_cursor_is_of_the_lost_future_starts_over(open_room):
    """The log ends earlier than what the client has applied; then it grows past that cursor again."""
    head = await _said(open_room, 3)
    async with in_room(open_room.callers.ana, open_room.room) as ana:
        lost = {"epoch": ana.ready["epoch"], "seq": head + 2}
        await ana.receive("reset")
        await in_database(call_command, "new_epoch")
        await _said(open_room, 4)
        await (await hub.current()).beat()
        assert (await ana.receive("reset"))["epoch"] != lost["epoch"]
    async with in_room(open_room.callers.ana, open_room.room, cursor=lost) as again:
        reset = await again.receive("reset")
        assert (reset["epoch"], len(reset["messages"])) == (again.ready["epoch"], 7)
        assert await again.nothing("events")


@pytest.mark.db_real
async def test_what_is_for_leaders_keeps_the_numbers_dense_for_members(open_room):
    def tell_leaders():
        from chat.herald import herald
        from core.transactions import unit

        with unit():
            herald.tell(open_room.group.pk, "hand", {"up": True}, audience="leaders", authority=False)
        return Room.objects.get(pk=open_room.room.pk).head

    async with (
        in_room(open_room.callers.ana, open_room.room) as ana,
        in_room(open_room.callers.fay, open_room.room) as fay,
    ):
        head = await in_database(tell_leaders)
        assert [(e["kind"], e["seq"], e["through"]) for e in await ana.events(through=head)] == [("hidden", head, head)]
        assert [(e["kind"], e["seq"]) for e in await fay.events(through=head)] == [("hand", head)]
