"""Where a call for help stands is told in the room, until somebody answers and when they have."""

from typing import Any
from uuid import uuid4

from chat.live import hub
from moderation.alerts import services as alerts
from moderation.models import Alert, DutyPosition
from tests.live_helpers import Line, in_database, in_room


def on_duty(cast: Any) -> None:
    DutyPosition.objects.create(facility=cast.alder, position=1, user=cast.dov)


def answer(cast: Any) -> None:
    alerts.acknowledge(alert=Alert.objects.get(), by=cast.dov)


async def told(line: Line, code: str = "help.waits") -> str:
    """What the next word about the call says."""
    await (await hub.current()).read_changes()
    return str((await line.receive("notice", where=lambda frame: frame["code"] == code))["text"])


async def test_a_call_from_the_room_is_told_where_it_stands_and_when_somebody_answers(open_room):
    await in_database(on_duty, open_room)
    async with in_room(open_room.callers.ana, open_room.room) as ana:
        await ana.send("help", client_id=str(uuid4()))
        await ana.receive("done")
        assert "We told Dov" in await told(ana)
        await in_database(answer, open_room)
        assert "Dov answered" in await told(ana, "help.answered")


async def test_words_of_a_plan_open_the_same_lane_without_a_button(open_room):
    await in_database(on_duty, open_room)
    async with in_room(open_room.callers.ana, open_room.room) as ana:
        await ana.post("I am going to kill myself tonight.")
        assert (await ana.receive("posted"))["state"] == "delivered"
        assert "We told Dov" in await told(ana)


async def test_others_in_the_room_hear_nothing_of_it(open_room):
    await in_database(on_duty, open_room)
    async with (
        in_room(open_room.callers.ana, open_room.room) as ana,
        in_room(open_room.callers.ben, open_room.room) as ben,
    ):
        await ana.send("help", client_id=str(uuid4()))
        await told(ana)
        assert await ben.nothing("notice")


async def test_whoever_comes_back_is_told_again(open_room):
    await in_database(on_duty, open_room)
    async with in_room(open_room.callers.ana, open_room.room) as ana:
        await ana.send("help", client_id=str(uuid4()))
        await told(ana)
    async with in_room(open_room.callers.ana, open_room.room) as again:
        assert "We told Dov" in await told(again)
