"""How far people have read: those who say so at one moment share a visit, so that a circle that reads along costs posts
no more than one reader does."""

from chat import wire
from chat.live.batches import Batch
from chat.live.guests import Guest
from chat.services import Mark, mark_all_read

#: Marks of one visit at most.
TOGETHER = 64


class Marks:
    """The `read` frames of one hub's sockets."""

    def __init__(self) -> None:
        self._batch: Batch[Mark, None] = Batch(mark_all_read, most=TOGETHER)

    async def say(self, guest: Guest, read: wire.Read) -> None:
        """Raises why it is not taken."""
        await self._batch.ask(Mark(guest.seat, guest.room_id, read.seq))
