"""What must be known of posts before they are judged: read for all of them together, whatever their number."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Q, Window
from django.db.models.functions import RowNumber

from accounts.selectors import unended
from chat import authority, bodies
from chat import postgres as statements
from chat.models import Message, MessageBody, Room
from core import postgres
from groups.seats import Seat

#: A writer's last messages that the screener reads along with the new one …
RECENT = 8
#: … if they are not older than this.
RECENT_FOR = timedelta(minutes=10)
#: More messages than this in `PACE_OVER` are not taken (they may be sent again a little later).
PACE = 15
PACE_OVER = timedelta(minutes=1)
#: Rooms that are remembered, with what of them hardly ever changes.
ROOMS = 4096


@dataclass(frozen=True, slots=True)
class Facts:
    """About one post: its room as it is now; the membership's present version (None: it is gone, or the sign-in does
    not stand any more); whether something was said with its `client_id`; when the writer said the last but `PACE`; and
    their last words in this room, oldest first."""

    room: Room
    member_version: int | None
    said: bool
    paced_since: datetime | None
    recent: tuple[str, ...]

    def too_fast_until(self, *, at: datetime) -> datetime | None:
        """Until when this writer has to wait; None: they need not."""
        if self.paced_since is None or self.paced_since <= at - PACE_OVER:
            return None
        return self.paced_since + PACE_OVER


def facts_of(posts: Sequence[tuple[Seat, UUID]], *, at: datetime) -> list[Facts]:
    """The facts of each of these: a member's seat and a `client_id`, each of another writer."""
    return _in_two_statements(posts, at=at) if postgres.is_here() else _plainly(posts, at=at)


def _plainly(posts: Sequence[tuple[Seat, UUID]], *, at: datetime) -> list[Facts]:
    seats = [seat for seat, _ in posts]
    rooms = _rooms(seat.group_id for seat in seats)
    versions, signed_in = authority.member_versions(seats), unended(seat.sign_in_id for seat in seats)
    said = _said([(_author(seat), client_id) for seat, client_id in posts])
    latest = _latest((_author(seat) for seat in seats), at=at)
    recent = _recent(latest, [(_author(seat), rooms[seat.group_id].pk) for seat in seats])
    return [
        Facts(
            room=rooms[seat.group_id],
            member_version=versions.get(_membership(seat)) if seat.sign_in_id in signed_in else None,
            said=(_author(seat), client_id) in said,
            paced_since=latest.paced_since.get(_author(seat)),
            recent=recent[_author(seat), rooms[seat.group_id].pk],
        )
        for seat, client_id in posts
    ]


def _author(seat: Seat) -> UUID:
    assert seat.person_id is not None, "a monitor says nothing"
    return seat.person_id


def _membership(seat: Seat) -> UUID:
    assert seat.membership_id is not None, "a monitor says nothing"
    return seat.membership_id


def _rooms(group_ids: Iterable[UUID]) -> dict[UUID, Room]:
    """By group, each with its group."""
    rooms = Room.objects.select_related("group").filter(group__in=set(group_ids))
    return {room.group_id: room for room in rooms}


def _said(asked: Sequence[tuple[UUID, UUID]]) -> set[tuple[UUID, UUID]]:
    writers, ids = {author_id for author_id, _ in asked}, {client_id for _, client_id in asked}
    rows = MessageBody.objects.filter(author__in=writers, client_id__in=ids)
    return set(rows.values_list("author_id", "client_id"))


@dataclass(frozen=True, slots=True)
class _Latest:
    """When each writer said their last message but so many, and the ids of their last ones by room, newest first."""

    paced_since: Mapping[UUID, datetime]
    by_room: Mapping[tuple[UUID, UUID], Sequence[UUID]]


def _latest(author_ids: Iterable[UUID], *, at: datetime) -> _Latest:
    said = Message.objects.filter(author__in=set(author_ids), said_at__gt=at - RECENT_FOR).annotate(
        place=Window(RowNumber(), partition_by=["author"], order_by="-said_at"),
        place_here=Window(RowNumber(), partition_by=["author", "room"], order_by="-said_at"),
    )
    wanted = said.filter(Q(place=PACE) | Q(place_here__lte=RECENT)).order_by("-said_at")
    paced_since, by_room = {}, defaultdict(list)
    for author_id, room_id, pk, said_at, place, here in wanted.values_list(
        "author_id", "room_id", "pk", "said_at", "place", "place_here"
    ):
        if place == PACE and said_at > at - PACE_OVER:
            paced_since[author_id] = said_at
        if here <= RECENT:
            by_room[author_id, room_id].append(pk)
    return _Latest(paced_since, by_room)


def recent_before(message: Message) -> tuple[str, ...]:
    """What its writer had said in this room just before, oldest first."""
    just_before = {"said_at__lt": message.said_at, "said_at__gt": message.said_at - RECENT_FOR}
    said = Message.objects.filter(author=message.author_id, room=message.room_id, **just_before)
    ids = list(said.order_by("-said_at").values_list("pk", flat=True)[:RECENT])
    words = bodies.texts(ids)
    return tuple(words[pk] for pk in reversed(ids) if pk in words)


def _recent(latest: _Latest, places: Iterable[tuple[UUID, UUID]]) -> dict[tuple[UUID, UUID], tuple[str, ...]]:
    """By writer and room, oldest first."""
    ids = {place: latest.by_room.get(place, ()) for place in places}
    words = bodies.texts([pk for its in ids.values() for pk in its])
    return {place: tuple(words[pk] for pk in reversed(its) if pk in words) for place, its in ids.items()}


def _in_two_statements(posts: Sequence[tuple[Seat, UUID]], *, at: datetime) -> list[Facts]:
    """The same, where each statement costs more than what it reads."""
    asked = [
        statements.Asked(
            place=place,
            group=seat.group_id,
            membership=_membership(seat),
            sign_in=seat.sign_in_id,
            author=_author(seat),
            client_id=client_id,
        )
        for place, (seat, client_id) in enumerate(posts)
    ]
    found = statements.ask(asked, paced_since=at - PACE_OVER, pace=PACE)
    recent: list[list[str]] = [[] for _ in posts]
    for words in statements.words(asked, since=at - RECENT_FOR, limit=RECENT):
        recent[words.place].append(bodies.open_sealed(*words[1:]))
    return [
        Facts(_remembered(seat.group_id, row), row.member_version, row.said, row.paced_since, tuple(reversed(said)))
        for (seat, _), row, said in zip(posts, found, recent, strict=True)
    ]


_known: dict[UUID, Room] = {}


def _remembered(group_id: UUID, now: statements.Answer) -> Room:
    """The room of this group as the statement has found it; read again when something of it has changed that is not
    in there."""
    room = _known.get(group_id)
    if room is None or (room.epoch, room.group.mode, room.group.paced) != (now.epoch, now.mode, now.paced):
        room = _rooms([group_id])[group_id]
        if len(_known) >= ROOMS:
            _known.clear()
        _known[group_id] = room
    fresh = copy(room)
    fresh.head, fresh.authority = now.head, now.authority
    return fresh
