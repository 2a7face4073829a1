"""Posts from sockets: committed together, handed over without being read again, and just as if they had been."""

import asyncio
import json
from contextlib import AsyncExitStack

import pytest

from chat import selectors
from chat.live import fresh, hub, reading
from chat.models import Message
from core import clock, wakeups
from tests import factories as make
from tests.live_helpers import in_database, in_room, posts, settle

pytestmark = pytest.mark.usefixtures("each_way")


def _never(*args):
    raise AssertionError("the log was read")


async def test_words_are_handed_over_just_as_the_log_serves_them(open_room, monkeypatch):
    async with in_room(open_room.callers.ana, open_room.room) as ana, in_room(open_room.callers.ben, open_room.room):
        await settle()
        with monkeypatch.context() as patched:
            patched.setattr(reading, "run_after", _never)
            await ana.post("Hello, 'all' <of> you: ¿qué tal? 😀")
            event = await ana.event("message")
        room = await in_database(lambda: type(open_room.room).objects.select_related("group").get(pk=open_room.room.pk))
        served = await in_database(
            lambda: selectors.serve_events(room, after=event["seq"] - 1, limit=1, leaders=False, at=clock.now())
        )
        assert [json.loads(piece.json) for piece in served] == [event]


async def test_the_writer_hears_of_the_event_before_the_answer(open_room):
    async with in_room(open_room.callers.ana, open_room.room) as ana:
        await settle()
        await ana.post("First the log.")
        await ana.receive("posted")
        kinds = [frame["type"] for frame in ana.seen]
        assert kinds.index("events") < kinds.index("posted")


@pytest.mark.db_real
async def test_what_arrives_while_others_are_committed_shares_a_commit(open_room, monkeypatch):
    """Several people at once: fewer commits than posts, each post once, everybody the same order."""
    from chat.services import posting

    sizes = []
    commit = posting.commit_posts
    monkeypatch.setattr(posting, "commit_posts", lambda batch: sizes.append(len(batch)) or commit(batch))
    async with AsyncExitStack() as stack:
        names = ("ana", "ben", "fay")
        lines = [await stack.enter_async_context(in_room(getattr(open_room.callers, n), open_room.room)) for n in names]
        await settle()
        await asyncio.gather(*(line.post(f"{n} {k}") for n, line in enumerate(lines) for k in range(4)))
        for line in lines:
            for _ in range(4):
                assert (await line.receive("posted"))["state"] == "delivered"
        head = max(m.seq for m in await in_database(lambda: list(Message.objects.all())))
        logs = [await line.events(through=head) for line in lines]
    said = [[e["message"]["body"] for e in log if e["kind"] == "message"] for log in logs]
    assert said[0] == said[1] == said[2]
    assert sorted(said[0]) == sorted(f"{n} {k}" for n in range(3) for k in range(4))
    assert sum(sizes) == 12
    assert len(sizes) < 12


async def test_what_somebody_else_said_meanwhile_is_read_from_the_log(open_room, monkeypatch):
    """A commit of ours that is not just what follows is no shortcut: nobody gets n+1 before n."""
    monkeypatch.setattr(wakeups.postman, "offer", lambda address, wake: None)
    async with in_room(open_room.callers.ana, open_room.room) as ana:
        await settle()
        await in_database(posts, await in_database(open_room.seat, "ben"), 1)
        await ana.post("From here.")
        seq = (await ana.receive("posted"))["seq"]
        said = [event["message"]["body"] for event in await ana.events(through=seq)]
        assert said == ["Message 1.", "From here."]


async def test_a_change_of_rights_is_settled_before_our_own_words_are_handed_over(open_room, monkeypatch):
    """Ben is removed elsewhere, unheard of here; what Ana says next reaches Ana, and Ben only his end."""
    monkeypatch.setattr(wakeups.postman, "offer", lambda address, wake: None)
    async with (
        in_room(open_room.callers.ana, open_room.room) as ana,
        in_room(open_room.callers.ben, open_room.room) as ben,
    ):
        await settle()
        gone = open_room.seats.ben
        await in_database(make.services.end_membership, membership=gone, to="removed", by="system")
        await ana.post("Without Ben.")
        assert (await ana.event("message"))["message"]["body"] == "Without Ben."
        assert await ben.close_code() == 4403
        assert "Without Ben." not in json.dumps(ben.seen)


async def test_a_post_whose_run_can_not_be_told_from_memory_is_read_by_everybody(open_room, monkeypatch):
    monkeypatch.setattr(fresh, "_message", _never)
    async with in_room(open_room.callers.ana, open_room.room) as ana:
        await ana.post("Read me.")
        assert (await ana.receive("posted"))["state"] == "delivered"
        assert (await ana.event("message"))["message"]["body"] == "Read me."


async def test_a_writer_in_haste_keeps_the_order_of_their_words(open_room):
    """Over two ways at once: of one writer only one post is judged at a time."""
    async with in_room(open_room.callers.ana, open_room.room) as ana:
        live = await hub.current()
        (line,) = live.rooms.connections()
        from chat import wire
        from core.ids import new_id

        posts = [wire.Post(client_id=new_id(), body=f"Number {n}", lang="en") for n in range(5)]
        told = await asyncio.gather(*(live.sayings.say(line, post) for post in posts))
        assert [posted.seq for posted in told] == sorted(posted.seq for posted in told)
        assert await ana.events(through=told[-1].seq)
