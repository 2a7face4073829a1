"""What happens to a tablet, or to the hours of its door, closes what is open on it at once; and a new one goes on where
the old one was."""

from datetime import time, timedelta

import pytest

from accounts import tablets
from accounts.tablets.credentials import GRACE, cookie_of, present, propose
from accounts.tablets.deliveries import replace_all
from chat.live import hub
from core import clock as real_clock
from groups.windows.services import Place, add_windows
from tests import factories as make
from tests.accounts.helpers import enrolled
from tests.live_helpers import cursor_of, in_database, in_room, posts


def _is_copied(tablet, cookie, cast):
    now = real_clock.now()
    present(cookie_of(tablet, propose(tablet=tablet, shown=cookie, at=now)), at=now)
    present(cookie, at=now + GRACE)


def _hours_end(tablet, cookie, cast):
    yesterday = (real_clock.now() - timedelta(days=2)).weekday()
    add_windows(place=Place(cast.alder), days=[yesterday], opens=time(8), closes=time(9), by="system")


HAPPENS = {
    "suspended": lambda tablet, cookie, cast: tablets.suspend(tablet=tablet, by=None),
    "lost": lambda tablet, cookie, cast: tablets.lose(tablet=tablet, by=None),
    "retired": lambda tablet, cookie, cast: tablets.retire(tablet=tablet, by=None),
    "given to another unit": lambda tablet, cookie, cast: tablets.assign_unit(tablet=tablet, to=cast.unit, by=None),
    "moved away": lambda tablet, cookie, cast: tablets.move_to_facility(tablet=tablet, to=cast.birch, by=None),
    "replaced": lambda tablet, cookie, cast: replace_all(facility=cast.alder, by=None),
    "copied": _is_copied,
    "outside of its hours": _hours_end,
}


@pytest.mark.parametrize("happens", HAPPENS)
async def test_what_is_open_on_a_tablet_closes_with_it(open_room, happens):
    tablet, cookie = await in_database(enrolled, open_room.alder)
    ana = await in_database(lambda: make.caller(open_room.users.ana, on=tablet))
    async with (
        in_room(ana, open_room.room) as on_it,
        in_room(open_room.callers.ben, open_room.room) as elsewhere,
    ):
        await in_database(HAPPENS[happens], tablet, cookie, open_room)
        await (await hub.current()).read_changes()
        assert await on_it.close_code() == 4401
        await elsewhere.post("Still here.")
        assert (await elsewhere.receive("posted"))["state"] == "delivered"


async def test_who_comes_back_on_a_new_tablet_sees_each_message_once(open_room):
    """The night on which all tablets are replaced: what was read stays read, and what came meanwhile comes once."""
    old, _ = await in_database(enrolled, open_room.alder)
    ana = await in_database(lambda: make.caller(open_room.users.ana, on=old))
    before = await in_database(posts, await in_database(open_room.seat, "ben"), 2)
    async with in_room(ana, open_room.room) as line:
        first = await line.receive("reset")
        cursor = cursor_of(line.ready)
    coded, *_ = await in_database(lambda: replace_all(facility=open_room.alder, by=None))
    after = await in_database(posts, await in_database(open_room.seat, "ben"), 3)
    new, _ = await in_database(lambda: tablets.enrol(code=coded.code, at=real_clock.now()))
    again = await in_database(lambda: make.caller(open_room.users.ana, on=new))
    async with in_room(again, open_room.room, cursor=cursor) as line:
        told = [event["seq"] for event in await line.events(through=after) if event["kind"] == "message"]
    seen = [message["seq"] for message in first["messages"]] + told
    assert (len(seen), len(set(seen)), max(seen)) == (5, 5, after)
    assert before < min(told)
    async with in_room(again, open_room.room) as line:  # the new device holds nothing: the room shows itself, once
        shown = [message["seq"] for message in (await line.receive("reset"))["messages"]]
    assert sorted(shown) == sorted(seen)
