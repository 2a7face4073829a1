"""Posts of this process's sockets: those that arrive while the last ones are committed go into the next commit
together, and what is committed is handed over without reading it again."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

import structlog

from chat import wire
from chat.live.batches import Batch
from chat.live.connections import Connection
from chat.live.delivery import Delivery
from chat.live.fresh import runs_of
from chat.live.rooms import Rooms
from chat.live.runs import Run
from chat.services import Going, Prepared, Said, Saying, say_all
from core import wakeups

logger = structlog.get_logger(__name__)

#: Posts of one commit at most: some tens of milliseconds of work, for which the others wait.
TOGETHER = 64


@dataclass(frozen=True, slots=True)
class _Visit:
    """What one visit to the database has changed for others."""

    runs: Sequence[tuple[UUID, Run]]
    wakes: Sequence[tuple[str, wakeups.Wake]]


class Sayings:
    """The posts of one hub."""

    def __init__(self, rooms: Rooms, delivery: Delivery) -> None:
        self._rooms = rooms
        self._delivery = delivery
        self._batch: Batch[Going, tuple[Said, _Visit]] = Batch(_commit, most=TOGETHER, then=self._hand_over)

    async def say(self, connection: Connection, post: wire.Post) -> wire.Posted:
        """Raises why the post is not taken. It is handed in again while its room is busy, or while other words of its
        writer are on their way."""
        going: Going = Saying(connection.guest.seat, post, connection.believed)
        while True:
            said, _ = await self._batch.ask(going)
            if isinstance(said.going, Prepared):
                connection.believed = said.going.authority
            if said.refusal is not None:
                raise said.refusal
            if said.posted is not None:
                return said.posted
            going = said.going

    def _hand_over(self, answers: Iterable[tuple[Said, _Visit] | Exception]) -> None:
        """Before the writers are answered; other processes hear of it when our own people have it."""
        visit = next((answer[1] for answer in answers if isinstance(answer, tuple)), None)
        if visit is None:
            return
        for room_id, run in visit.runs:
            if room_id in self._rooms:
                self._delivery.offer(self._rooms[room_id], run)
        wakeups.send(visit.wakes)


def _commit(going: Sequence[Going]) -> list[tuple[Said, _Visit]]:
    with wakeups.kept() as wakes:
        said = say_all(going)
    visit = _Visit(_runs(said, wakes), wakes)
    return [(one, visit) for one in said]


def _runs(said: Sequence[Said], wakes: Sequence[tuple[str, wakeups.Wake]]) -> Sequence[tuple[UUID, Run]]:
    """What can't be told from here is read from the log by everybody."""
    try:
        shared = [one.going for one in said if one.shared and isinstance(one.going, Prepared)]
        return runs_of(shared, [wake for _, wake in wakes])
    except Exception as error:
        logger.warning("the log will be read", error=type(error).__name__)
        return ()
