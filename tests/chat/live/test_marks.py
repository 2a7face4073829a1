"""How far somebody has read, said over a socket: taken, never answered, and told to nobody."""

import pytest

from chat.live import hub
from chat.live.socket import FRAMES
from core import wakeups
from groups import services as groups
from groups.models import Membership
from tests.live_helpers import Closed, in_database, in_room, posts, settle

pytestmark = pytest.mark.usefixtures("each_way")


async def _reads(line, seq):
    """Said, and taken: the frame behind it is answered."""
    await line.send("read", seq=seq)
    await line.send("ping")
    await line.receive("pong")


async def _read_by(cast, who):
    seat = getattr(cast.seats, who)
    return await in_database(lambda: Membership.objects.values_list("read_seq", flat=True).get(pk=seat.pk))


async def test_it_is_taken_and_neither_answered_nor_told(open_room):
    people = open_room.callers
    last = await in_database(posts, await in_database(open_room.seat, "fay"), 3)
    async with (
        in_room(people.ana, open_room.room) as ana,
        in_room(people.ben, open_room.room) as ben,
        in_room(people.fay, open_room.room) as fay,
        in_room(people.mo, open_room.room) as mo,
    ):
        for line in (ana, ben, fay, mo):
            await line.nothing()
        before = [len(line.seen) for line in (ben, fay, mo)]
        wakeups.postman.queue.clear()
        await _reads(ana, last)
        assert await _read_by(open_room, "ana") == last
        assert list(wakeups.postman.queue) == []
        await hub._hub.beat()
        await settle()
        for line in (ana, ben, fay, mo):
            await line.nothing()
        assert [len(line.seen) for line in (ben, fay, mo)] == before
        assert [frame["type"] for frame in ana.seen][-1] == "pong"


@pytest.mark.db_real
async def test_a_circle_that_reads_along_is_marked_each_to_their_own(open_room):
    people = open_room.callers
    last = await in_database(posts, await in_database(open_room.seat, "fay"), 3)
    async with (
        in_room(people.ana, open_room.room) as ana,
        in_room(people.ben, open_room.room) as ben,
        in_room(people.fay, open_room.room) as fay,
    ):
        for line, seq in ((ana, last), (ben, last - 1), (fay, 2**40)):
            await line.send("read", seq=seq)
        for line in (ana, ben, fay):
            await line.send("ping")
            await line.receive("pong")
    assert [await _read_by(open_room, who) for who in ("ana", "ben", "fay")] == [last, last - 1, last]


async def test_a_server_that_starts_anew_knows_how_far_one_has_read(open_room):
    last = await in_database(posts, await in_database(open_room.seat, "fay"), 3)
    async with in_room(open_room.callers.ana, open_room.room) as ana:
        await _reads(ana, last)
    await hub._hub.stop()
    hub._hub = None
    async with in_room(open_room.callers.ana, open_room.room) as ana:
        await _reads(ana, 1)
    assert await _read_by(open_room, "ana") == last


async def test_a_monitor_is_refused_and_stays(open_room):
    async with in_room(open_room.callers.mo, open_room.room) as mo:
        await mo.send("read", seq=1)
        assert (await mo.receive("error"))["code"] == "not_allowed"
        await mo.send("ping")
        await mo.receive("pong")


async def test_whoever_says_it_too_often_is_told_to_wait(open_room):
    async with in_room(open_room.callers.ana, open_room.room) as ana:
        for seq in range(FRAMES + 1):
            await ana.send("read", seq=seq)
        assert (await ana.receive("error"))["code"] == "rate.frames"


async def test_who_was_turned_away_is_sent_away(open_room):
    async with in_room(open_room.callers.ana, open_room.room) as ana:
        await in_database(groups.turn_away, membership=open_room.seats.ana, why="custody", by="test")
        with pytest.raises(Closed) as closed:
            await _reads(ana, 1)
        assert closed.value.code == 4403
    assert await _read_by(open_room, "ana") == 0
