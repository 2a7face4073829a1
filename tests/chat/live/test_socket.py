"""The room's socket: who comes in, what they are told, and when it ends."""

from tests.live_helpers import in_room


async def test_hello_is_answered_by_ready(open_room):
    async with in_room(open_room.callers.ana, open_room.room) as ana:
        assert ana.ready["room"]["id"] == str(open_room.room.pk)
        assert {"post", "help", "report", "withdraw"} <= set(ana.ready["can"])
