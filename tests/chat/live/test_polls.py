"""Long-polling: the same log, the same cursor, the same refusals, for networks that cut WebSockets."""

from uuid import uuid4

import pytest

from accounts.services import end_sign_in
from chat.live import draining, hub, poll
from groups import services as groups
from groups.models import Lease, Membership
from tests.live_helpers import cursor_of, in_database, in_room, posts, settle, start_poll
from tests.live_helpers import poll as ask


async def _said(cast, count=1):
    return await in_database(posts, await in_database(cast.seat, "ben"), count)


def _kinds(answer):
    return [frame["type"] for frame in answer["frames"]]


def _of(answer, kind):
    return next(frame for frame in answer["frames"] if frame["type"] == kind)


async def test_the_first_poll_is_answered_like_hello(open_room):
    poll = await start_poll(open_room.callers.ana, open_room.room.pk)
    status, answer = await poll.answer()
    assert (status, _kinds(answer)) == (200, ["ready", "present", "reset"])
    assert poll.headers["cache-control"] == "no-store"


@pytest.mark.db_real
async def test_a_poll_goes_on_from_any_cursor_exactly_as_a_socket_does(open_room):
    async with in_room(open_room.callers.ana, open_room.room) as ana:
        start = cursor_of(ana.ready)
    head = await _said(open_room, 4)
    for seq in range(start["seq"], head):
        at = {"epoch": start["epoch"], "seq": seq}
        async with in_room(open_room.callers.ana, open_room.room, cursor=at) as ana:
            by_socket = await ana.events(through=head)
        _, answer = await ask(open_room.callers.ana, open_room.room.pk, cursor=at)
        assert _of(answer, "events")["events"] == by_socket


async def test_a_cursor_that_the_log_cannot_continue_starts_over(open_room):
    _, answer = await ask(open_room.callers.ana, open_room.room.pk, cursor={"epoch": "another", "seq": 1})
    assert _of(answer, "reset")["seq"] == _of(answer, "ready")["head"]


async def _settled(cast, who="ana", tab="tab"):
    """Somebody who knows all there is to know: their cursor and tag."""
    _, answer = await ask(getattr(cast.callers, who), cast.room.pk, tab=tab)
    await settle()
    return {"cursor": cursor_of(_of(answer, "ready")), "state": answer["state"], "tab": tab}


@pytest.mark.db_real
async def test_a_poll_waits_and_is_answered_when_something_is_said(open_room):
    known = await _settled(open_room)
    poll = await start_poll(open_room.callers.ana, open_room.room.pk, **known)
    await settle()
    assert poll.is_waiting
    head = await _said(open_room)
    status, answer = await poll.answer()
    assert (status, _kinds(answer)) == (200, ["events"])
    assert answer["frames"][0]["events"][-1]["seq"] == head
    assert answer["state"] == known["state"]


async def test_without_wake_ups_the_beat_answers_it(open_room, monkeypatch):
    from core import wakeups

    monkeypatch.setattr(wakeups.postman, "offer", lambda address, wake: None)
    known = await _settled(open_room)
    poll = await start_poll(open_room.callers.ana, open_room.room.pk, **known)
    await settle()
    await (await hub.current()).beat()
    await settle()
    assert poll.is_waiting
    head = await _said(open_room)
    await (await hub.current()).beat()
    _, answer = await poll.answer()
    assert _of(answer, "events")["events"][-1]["seq"] == head


async def test_a_poll_that_waited_long_enough_tells_the_head(open_room):
    known = await _settled(open_room)
    status, answer = await ask(open_room.callers.ana, open_room.room.pk, wait=0, **known)
    assert (status, _kinds(answer)) == (200, ["head"])
    assert answer["frames"][0]["seq"] == known["cursor"]["seq"]
    assert answer["state"] == known["state"]


async def test_a_waiting_poll_holds_no_line_of_the_database(open_room):
    """The database's lane is free while polls wait: others are answered."""
    known = await _settled(open_room)
    waiting = await start_poll(open_room.callers.ana, open_room.room.pk, **known)
    await settle()
    async with in_room(open_room.callers.ben, open_room.room) as ben:
        await ben.post("Still room for me.")
        assert (await ben.receive("posted"))["state"] == "delivered"
    await waiting.answer()


async def test_a_poll_whose_client_hangs_up_is_let_go(open_room):
    known = await _settled(open_room)
    poll = await start_poll(open_room.callers.ana, open_room.room.pk, **known)
    await settle()
    await poll.hang_up()
    live = await hub.current()
    assert not live.rooms[open_room.room.pk].waiting


async def test_a_poll_hears_who_comes(open_room):
    known = await _settled(open_room)
    poll = await start_poll(open_room.callers.ana, open_room.room.pk, **known)
    await settle()
    async with in_room(open_room.callers.ben, open_room.room):
        _, answer = await poll.answer()
    assert "Stillwater" in {member["alias"] for member in _of(answer, "present")["members"]}


async def test_a_poll_hears_of_what_is_held_until_it_is_put_aside(open_room):
    async with in_room(open_room.callers.ana, open_room.room, tab="tab") as ana:
        client_id = await ana.post("call me on 312 555 0142")
        assert (await ana.receive("posted"))["state"] == "held"
    status, answer = await ask(open_room.callers.ana, open_room.room.pk)
    assert status == 200
    assert _of(answer, "posted")["client_id"] == client_id


async def test_a_poll_hears_when_it_may_not_write_any_more(open_room):
    from groups.sessions import services as sessions

    known = await _settled(open_room)
    poll = await start_poll(open_room.callers.ana, open_room.room.pk, **known)
    await settle()
    await in_database(sessions.close_session, seat=await in_database(open_room.seat, "fay"))
    _, answer = await poll.answer()
    assert "post" not in _of(answer, "ready")["can"]
    assert _of(answer, "notice")["code"] == "posting.no_session"


# Refusals mirror the close codes


async def test_polls_are_refused_as_sockets_are(open_room):
    for who, room_id, expected in (
        ("oz", open_room.room.pk, 404),
        ("ana", uuid4(), 404),
        ("tam", open_room.room.pk, 403),
    ):
        status, _ = await ask(getattr(open_room.callers, who), room_id)
        assert status == expected, who


async def test_sign_out_ends_a_waiting_poll(open_room):
    known = await _settled(open_room)
    poll = await start_poll(open_room.callers.ana, open_room.room.pk, **known)
    await settle()
    await in_database(end_sign_in, sign_in=open_room.callers.ana.sign_in, because="sign_out", by=open_room.users.ana)
    await (await hub.current()).read_changes()
    status, _ = await poll.answer()
    assert status == 401


async def test_a_membership_that_ends_ends_a_waiting_poll_without_what_came_after(open_room):
    known = await _settled(open_room)
    poll = await start_poll(open_room.callers.ana, open_room.room.pk, **known)
    await settle()
    await in_database(
        groups.end_membership, membership=open_room.seats.ana, to=Membership.State.LEFT, by=open_room.persons.ana
    )
    status, answer = await poll.answer()
    assert (status, answer["code"]) == (403, "room.unavailable")


async def test_a_poll_that_goes_on_gives_way_to_another_tab(open_room):
    known = await _settled(open_room, tab="old")
    async with in_room(open_room.callers.ana, open_room.room, tab="new") as new:
        status, answer = await ask(open_room.callers.ana, open_room.room.pk, **known)
        assert (status, answer["code"]) == (409, "opened_elsewhere")
        await new.send("ping")
        assert await new.receive("pong")


@pytest.mark.db_real
async def test_a_poll_that_begins_takes_the_room_over(open_room):
    async with in_room(open_room.callers.ana, open_room.room, tab="old") as old:
        status, _ = await ask(open_room.callers.ana, open_room.room.pk, tab="new")
        assert status == 200
        assert await old.close_code() == 4409


async def test_polls_keep_their_lease(open_room, clock):
    known = await _settled(open_room)
    poll = await start_poll(open_room.callers.ana, open_room.room.pk, **known)
    await settle()
    clock.forward(seconds=25)
    await (await hub.current()).renew_leases()
    lease = await in_database(lambda: Lease.objects.get(person=open_room.persons.ana))
    await poll.hang_up()
    from core import clock as now

    assert (lease.until - now.now()).total_seconds() > 25


@pytest.mark.parametrize(
    "query", ["tab=", "tab=t&after=-1", "tab=t&after=many", "", "tab=t&wait=long", "tab=t&wait=nan", "tab=%00"]
)
async def test_a_poll_that_can_not_be_read_is_refused(open_room, query):
    asked = await start_poll(open_room.callers.ana, open_room.room.pk)
    await asked.answer()
    asked.communicator.scope["query_string"] = query.encode()
    again = type(asked)(type(asked.communicator)(asked.communicator.application, asked.communicator.scope))
    await again.communicator.send_input({"type": "http.request", "body": b"", "more_body": False})
    status, answer = await again.answer()
    assert (status, answer["code"]) == (400, "poll.malformed")


async def test_polls_without_pause_have_to_wait(open_room, monkeypatch):
    monkeypatch.setattr(poll, "POLLS", 2)
    known = await _settled(open_room)
    statuses = [(await ask(open_room.callers.ana, open_room.room.pk, wait=0, **known))[0] for _ in range(2)]
    assert statuses == [200, 429]


async def test_a_server_that_goes_answers_that_it_goes(open_room):
    known = await _settled(open_room)
    poll = await start_poll(open_room.callers.ana, open_room.room.pk, **known)
    await settle()
    draining.drain()
    status, _ = await poll.answer()
    assert status == 503
