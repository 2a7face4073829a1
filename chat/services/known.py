"""What must be known of posts before they are judged: read for all of them together, whatever their number."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import connection

from chat import bodies
from chat.models import Message, Room

#: A writer's last messages that the screener reads along with the new one …
RECENT = 5
#: … if they are not older than this.
RECENT_FOR = timedelta(minutes=10)
#: More messages than this in `PACE_OVER` are not taken (they may be sent again a little later).
PACE = 15
PACE_OVER = timedelta(minutes=1)


#: Writer, message, room, and when it was said.
Row = tuple[UUID, UUID, UUID, datetime]


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
    authors = [author_id for author_id, _ in writers]
    latest = _latest(authors, since=at - RECENT_FOR)
    read_along = [said.message_id for author_id, room in writers for said in _here(latest[author_id], room.pk)]
    return Known(latest, bodies.texts(read_along) if read_along else {})


def rooms_of(group_ids: Iterable[UUID]) -> dict[UUID, Room]:
    """The room of each of these groups, with its group."""
    rooms = Room.objects.select_related("group").filter(group__in=set(group_ids))
    return {room.group_id: room for room in rooms}


def _here(latest: Sequence[Said], room_id: UUID) -> Sequence[Said]:
    return [said for said in latest if said.room_id == room_id][:RECENT]


def _latest(author_ids: Iterable[UUID], *, since: datetime) -> dict[UUID, list[Said]]:
    """The last `PACE` messages of each of these writers since then, newest first."""
    latest: dict[UUID, list[Said]] = {pk: [] for pk in author_ids}
    rows = _latest_together if connection.vendor == "postgresql" else _latest_one_by_one
    for author_id, message_id, room_id, at in rows(list(latest), since):
        latest[author_id].append(Said(message_id, room_id, at))
    return latest


def _latest_one_by_one(author_ids: list[UUID], since: datetime) -> Iterable[Row]:
    """In the process's own database a query more costs little, and there is no lateral join."""
    for author_id in author_ids:
        said = Message.objects.filter(author=author_id, said_at__gt=since).order_by("-said_at")
        yield from said.values_list("author_id", "pk", "room_id", "said_at")[:PACE]


def _latest_together(author_ids: list[UUID], since: datetime) -> Iterable[Row]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT said.author_id, said.id, said.room_id, said.said_at FROM unnest(%s::uuid[]) AS writer(id),"
            " LATERAL (SELECT author_id, id, room_id, said_at FROM chat_message"
            " WHERE author_id = writer.id AND said_at > %s ORDER BY said_at DESC LIMIT %s) AS said",
            [author_ids, since, PACE],
        )
        found: list[Row] = cursor.fetchall()
    return found
