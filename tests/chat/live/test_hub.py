"""The hub: wake-ups make it look sooner; without them it looks every two seconds, and nothing is lost."""

import pytest
from channels.layers import get_channel_layer

from chat import addresses
from chat.live import hub
from core import changes, steps, wakeups
from groups.models import Lease
from groups.presence.services import end_lapsed
from tests import factories as make
from tests.live_helpers import in_database, in_room, posts, settle

pytestmark = pytest.mark.usefixtures("each_way")


@pytest.fixture
def deaf(monkeypatch):
    """No wake-up of this process ever leaves it."""
    monkeypatch.setattr(wakeups.postman, "offer", lambda address, wake: None)


async def _said(cast, count=1):
    return await in_database(posts, await in_database(cast.seat, "ben"), count)


@pytest.mark.db_real
async def test_a_lost_wake_up_is_made_up_for_by_the_next_beat(open_room, deaf):
    async with in_room(open_room.callers.ana, open_room.room) as ana:
        head = await _said(open_room)
        assert await ana.nothing("events")
        await (await hub.current()).beat()
        assert [event["seq"] for event in await ana.events(through=head)] == [head]


async def test_doubled_late_and_senseless_wake_ups_change_nothing(open_room):
    async with in_room(open_room.callers.ana, open_room.room) as ana:
        await ana.receive("reset")
        head = await _said(open_room)
        await ana.events(through=head)
        live, room_id = await hub.current(), str(open_room.room.pk)
        layer, address = get_channel_layer(), addresses.room(open_room.room.pk)
        for wake in (
            {"room": room_id, "epoch": ana.ready["epoch"], "head": head},
            {"room": room_id, "epoch": ana.ready["epoch"], "head": head - 1},
            {"room": room_id, "epoch": ana.ready["epoch"], "head": head + 100},
            {"room": room_id, "epoch": "another", "head": 1},
            {"room": "no such thing"},
            {"head": "many"},
            {},
        ):
            await layer.group_send(address, {"type": "wake", "wakes": [wake]})
        await settle()
        assert await ana.nothing("events", "reset")
        assert live.rooms[open_room.room.pk].head == head


async def test_one_beat_asks_the_same_for_one_room_and_for_many(open_room, django_assert_num_queries):
    async with in_room(open_room.callers.ana, open_room.room):
        live = await hub.current()
        for _ in range(20):
            live.room(await in_database(lambda: make.group(open_room.programme).room.pk))
        await live.beat()
        await settle()

        def states():
            from chat.live import reading

            with django_assert_num_queries(1):
                reading.states(list(live.rooms))

        await in_database(states)


async def test_everybody_hears_of_the_head_at_least_every_twenty_seconds(open_room, clock):
    async with in_room(open_room.callers.ana, open_room.room) as ana:
        live = await hub.current()
        await live.beat()
        assert await ana.nothing("head")
        clock.forward(seconds=19)
        await live.beat()
        head = await ana.receive("head")
        assert (head["epoch"], head["seq"]) == (ana.ready["epoch"], ana.ready["head"])


async def test_a_room_that_everybody_left_is_forgotten_after_a_while(open_room, clock):
    async with in_room(open_room.callers.ana, open_room.room):
        live = await hub.current()
    await settle()
    await live.beat()
    assert open_room.room.pk in live.rooms
    clock.forward(seconds=61)
    await live.beat()
    assert open_room.room.pk not in live.rooms


async def test_a_failing_database_delays_and_loses_nothing(open_room, monkeypatch, deaf):
    from chat.live import reading

    async with in_room(open_room.callers.ana, open_room.room) as ana:
        live, head = await hub.current(), await _said(open_room)
        with monkeypatch.context() as patched:
            patched.setattr(reading, "run_after", _fails)
            await live.beat()
            assert await ana.nothing("events")
        await live.beat()
        assert [event["seq"] for event in await ana.events(through=head)] == [head]


def _fails(*args):
    raise ConnectionError


# Presence and the monitor rule


async def test_a_line_renews_its_lease(open_room, clock):
    async with in_room(open_room.callers.ana, open_room.room):
        live = await hub.current()
        for _ in range(4):
            clock.forward(seconds=20)
            await live.renew_leases()
            await in_database(end_lapsed)
        assert await in_database(Lease.objects.filter(person=open_room.persons.ana).exists)


@pytest.mark.db_real
async def test_when_the_last_who_leads_is_gone_posting_stops_for_all(open_room, clock):
    async with in_room(open_room.callers.ana, open_room.room) as ana:
        async with in_room(open_room.callers.fay, open_room.room) as fay:
            await fay.leave(1006)
        clock.forward(seconds=31)
        await (await hub.current()).renew_leases()
        await in_database(steps.run_once, steps.jobs["groups.end_lapsed_leases"])
        assert (await ana.event("posting_paused"))["why"] == "monitor"
        assert "post" not in (await ana.receive("ready"))["can"]
        await ana.post("Anyone?")
        assert (await ana.receive("error"))["code"] == "posting.no_monitor"
        async with in_room(open_room.callers.fay, open_room.room):
            assert await ana.event("posting_resumed")
            assert "post" in (await ana.receive("ready"))["can"]


async def test_a_lease_that_lapsed_while_the_process_slept_is_taken_again(open_room, clock):
    async with in_room(open_room.callers.ana, open_room.room) as ana:
        clock.forward(seconds=60)
        await in_database(end_lapsed)
        assert not await in_database(Lease.objects.filter(person=open_room.persons.ana).exists)
        await (await hub.current()).renew_leases()
        assert await in_database(Lease.objects.filter(person=open_room.persons.ana).exists)
        await ana.send("ping")
        assert await ana.receive("pong")


# The change table


async def test_a_change_that_came_while_somebody_was_entering_is_not_missed(open_room):
    """The right to be here is read again after the hub knows of the line."""
    from chat.live import reading
    from tests.live_helpers import at_the_door

    async with at_the_door(open_room.callers.ana, open_room.room.pk) as line:
        await settle()
        from accounts.services import end_sign_in

        await in_database(
            end_sign_in, sign_in=open_room.callers.ana.sign_in, because="sign_out", by=open_room.users.ana
        )
        await (await hub.current()).read_changes()
        await line.send("hello", tab="t", cursor=None)
        assert await line.close_code() == 4401
    assert reading


@pytest.mark.db_real
async def test_a_change_ends_a_line_sooner_where_wake_ups_come(open_room):
    async with in_room(open_room.callers.ana, open_room.room) as ana:
        from accounts.services import end_sign_in

        await in_database(
            end_sign_in, sign_in=open_room.callers.ana.sign_in, because="sign_out", by=open_room.users.ana
        )
        assert await ana.close_code() == 4401


async def test_changes_about_others_ask_nothing_of_anybody(open_room, monkeypatch):
    from chat.live import standing

    async with in_room(open_room.callers.ana, open_room.room) as ana:
        monkeypatch.setattr(standing, "check", _fails)
        await in_database(changes.note, "person.changed", open_room.persons.oz.pk)
        await (await hub.current()).read_changes()
        await ana.send("ping")
        assert await ana.receive("pong")
