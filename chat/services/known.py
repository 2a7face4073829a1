"""What must be known of posts before they are judged: read for all of them together, whatever their number."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from chat import bodies
from chat import postgres as statements
from chat.models import Message, Room
from core import postgres

#: A writer's last messages that the screener reads along with the new one …
RECENT = 5
#: … if they are not older than this.
RECENT_FOR = timedelta(minutes=10)
#: More messages than this in `PACE_OVER` are not taken (they may be sent again a little later).
PACE = 15
PACE_OVER = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Said:
    """One of a writer's last messages, anywhere."""

    message_id: UUID
    room_id: UUID
    at: datetime


@dataclass(frozen=True, slots=True)
class Known:
    """What each writer said last, newest first; and by message the words that are read along."""

    latest: Mapping[UUID, Sequence[Said]]
    words: Mapping[UUID, str]

    def recent(self, author_id: UUID, room_id: UUID) -> tuple[str, ...]:
        """The writer's last words in this room, oldest first."""
        here = _here(self.latest[author_id], room_id)
        return tuple(self.words[said.message_id] for said in reversed(here) if said.message_id in self.words)

    def too_fast_until(self, author_id: UUID, *, at: datetime) -> datetime | None:
        """Until when this writer has to wait; None: they need not."""
        said = self.latest[author_id]
        if len(said) < PACE or said[-1].at <= at - PACE_OVER:
            return None
        return said[-1].at + PACE_OVER


def known_of(writers: Sequence[tuple[UUID, Room]], *, at: datetime) -> Known:
    """What is known of these writers, each in the room where they want to say something."""
    since = at - RECENT_FOR
    return _in_one_statement(writers, since) if postgres.is_here() else _plainly(writers, since)


def _plainly(writers: Sequence[tuple[UUID, Room]], since: datetime) -> Known:
    latest = {author_id: _latest(author_id, since) for author_id, _ in writers}
    read_along = [said.message_id for author_id, room in writers for said in _here(latest[author_id], room.pk)]
    return Known(latest, bodies.texts(read_along) if read_along else {})


def _latest(author_id: UUID, since: datetime) -> list[Said]:
    said = Message.objects.filter(author=author_id, said_at__gt=since).order_by("-said_at")
    return [Said(*row) for row in said.values_list("pk", "room_id", "said_at")[:PACE]]


def _in_one_statement(writers: Sequence[tuple[UUID, Room]], since: datetime) -> Known:
    """The same, where a statement more for each writer would cost more than all else."""
    latest: dict[UUID, list[Said]] = {author_id: [] for author_id, _ in writers}
    words: dict[UUID, str] = {}
    asked = [(author_id, room.pk) for author_id, room in writers]
    read = Counter[UUID]()
    for row in statements.latest(asked, since=since, limit=PACE):
        latest[row.author_id].append(Said(row.message_id, row.room_id, row.at))
        if row.nonce is None or row.sealed is None or row.wrapped is None or read[row.author_id] == RECENT:
            continue
        read[row.author_id] += 1
        words[row.message_id] = bodies.open_sealed(row.message_id, row.revision, row.nonce, row.sealed, row.wrapped)
    return Known(latest, words)


def rooms_of(group_ids: Iterable[UUID]) -> dict[UUID, Room]:
    """The room of each of these groups, with its group."""
    rooms = Room.objects.select_related("group").filter(group__in=set(group_ids))
    return {room.group_id: room for room in rooms}


def _here(latest: Sequence[Said], room_id: UUID) -> Sequence[Said]:
    return [said for said in latest if said.room_id == room_id][:RECENT]
