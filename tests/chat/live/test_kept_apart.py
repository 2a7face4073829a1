"""Story 8, on pages and open lines: Fay is moved to where Gus attends the same group, and is kept out before her first
page; Gus notices nothing; a later merge of records keeps the block."""

from types import SimpleNamespace

import pytest
from django.urls import reverse

from chat.models import Event
from core import clock as clocks
from custody.models import CustodyEvent, Person
from groups import services as groups
from groups.apart.models import KeptApart
from groups.continuity import services as continuity
from groups.models import Membership
from tests import factories as make
from tests.browsing import browser_of
from tests.groups.apart.helpers import part, state_of
from tests.live_helpers import Closed, at_the_door, in_database, in_room, poll

pytestmark = pytest.mark.db_real


def tell(who, kind, at):
    continuity.record_custody_event(
        person=who,
        kind=kind,
        facility=at,
        occurred_at=clocks.now(),
        source="feed",
        source_id=f"f{make.n()}",
        by="system",
    )


def _story() -> SimpleNamespace:
    """A group at A and B. A's approval has ended, so Fay's seat waits; Gus of B was given a seat after that."""
    programme = make.programme()
    a, b = make.facility(programme), make.facility(programme)
    group = make.group(programme, a, b)
    fay, gus = make.person("Wren Song", at=a), make.person("Gentle Rain", at=b)
    users = SimpleNamespace(fay=make.user(fay), gus=make.user(gus))
    seats = SimpleNamespace(fay=make.member(group, fay))
    groups.revoke_approval(approval=group.approvals.get(facility=a), by="system")
    continuity.settle(person=fay, by="system")
    seats.gus = make.member(group, gus)
    part(fay, gus, facility=a)
    continuity.give_number(person=fay, facility=b, number="B900", by="system")
    callers = SimpleNamespace(gus=make.caller(users.gus))
    assert group.room
    return SimpleNamespace(a=a, b=b, group=group, fay=fay, gus=gus, users=users, seats=seats, callers=callers)


async def test_fay_is_kept_out_before_her_first_page_and_gus_notices_nothing(rows):
    story = await in_database(_story)
    async with in_room(story.callers.gus, story.group.room) as gus:
        await gus.receive("present")
        assert await gus.nothing("events")
        before, told = await in_database(Event.objects.count), len(gus.seen)
        await in_database(tell, story.fay, CustodyEvent.Kind.TRANSFERRED, story.b)
        caller = await in_database(make.caller, story.users.fay)
        page = await in_database(_opens, caller, story)
        assert page.status_code == 403
        assert "take you in now" in page.content.decode()
        async with at_the_door(caller, story.group.room.pk) as fay:
            assert await fay.close_code() == 4403
            assert [frame["code"] for frame in fay.seen] == ["room.unavailable"]
        status, answer = await poll(caller, story.group.room.pk)
        assert (status, answer["code"]) == (403, "room.unavailable")
        assert await in_database(Event.objects.count) == before
        assert await gus.nothing("events")
        assert len(gus.seen) == told
    assert await in_database(state_of, story.seats.fay) == ("away", "keep_apart")
    kept = await in_database(lambda: dict(KeptApart.objects.values_list("where", "times")))
    assert kept == {"custody": 1, "page": 1, "socket": 2}


def _opens(caller, story):
    return browser_of(caller).get(reverse("chat:room", args=[story.group.room.pk]))


async def test_a_later_merge_keeps_the_block(rows):
    """Gus turns out to be known under an older number: his seat and the order go on under the record that is kept."""
    story = await in_database(_story)
    await in_database(tell, story.fay, CustodyEvent.Kind.TRANSFERRED, story.b)

    def merge():
        kept = make.person("Older Record", at=story.b)
        Person.objects.filter(pk=story.gus.pk).update(merged_into=kept)
        Membership.objects.filter(pk=story.seats.gus.pk).update(person=kept)
        make.user(kept)
        for person in (kept, story.fay):
            continuity.settle(person=person, by="system", where=KeptApart.Where.MERGE)

    await in_database(merge)
    caller = await in_database(make.caller, story.users.fay)
    assert (await in_database(_opens, caller, story)).status_code == 403
    assert await in_database(state_of, story.seats.fay) == ("away", "keep_apart")


async def test_an_order_closes_the_line_of_the_one_who_goes_and_not_of_the_one_who_stays(open_room):
    async with (
        in_room(open_room.callers.ana, open_room.room) as ana,
        in_room(open_room.callers.ben, open_room.room) as ben,
    ):
        await in_database(part, open_room.persons.ana, open_room.persons.ben)
        assert await ben.close_code() == 4403
        assert ben.seen[-1]["code"] == "room.unavailable"
        await ana.send("ping")
        assert await ana.receive("pong")
    refused = []
    for reason in ("custody", "keep_apart"):
        await in_database(Membership.objects.filter(pk=open_room.seats.ben.pk).update, why_away=reason)
        async with at_the_door(open_room.callers.ben, open_room.room.pk) as line:
            with pytest.raises(Closed) as closed:
                await line.receive("ready")
        refused.append((closed.value.code, closed.value.seen))
    assert refused[0] == refused[1]
