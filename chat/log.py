"""The room's log: the only place that numbers events.

Whoever appends holds the room's row, so `seq` is dense and in commit order across processes. The row is locked
without its key (`no_key`): messages and events that refer to it don't wait for a lock that can't concern them.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django.db import connection

from audit.services import record
from chat import addresses, kinds
from chat.models import Event, Room
from core import clock, wakeups
from core.transactions import Rank, before_commit, unit

#: A stored kind that nobody is shown (it is served as `hidden`): it only moves the head, so that every process looks.
UNSEEN = "unseen"
#: In an event's data: the person whose own messages have changed. Never served.
OWN = "own"


def room_of_group(group_id: UUID) -> Room:
    """The group's room, made on first need."""
    made = {"epoch": uuid4().hex, "created_at": clock.now()}
    room, _ = Room.objects.get_or_create(group_id=group_id, defaults=made)
    return room


@unit()
def begin_epoch(*, room_id: UUID, by: object) -> str:
    """The log is not the one that clients know (it was restored, so its last part may be lost): cursors of before
    mean nothing from now on, and everybody is reset. Answers the new epoch."""
    room = lock(room_id)
    room.epoch = uuid4().hex
    Room.objects.filter(pk=room_id).update(epoch=room.epoch)
    wake(room)
    record(kinds.EPOCH_BEGUN, by=by, subject=f"room:{room_id}", head=room.head)
    return room.epoch


def lock(room_id: UUID) -> Room:
    """The room as it is now, its row held until the end of the transaction."""
    return Room.objects.select_for_update(no_key=True).get(pk=room_id)


def lock_free(room_ids: Iterable[UUID]) -> dict[UUID, Room]:
    """Those of these rooms whose row can be had now, held, in the order of ids. One room alone is waited for."""
    wanted = sorted(set(room_ids))
    skip = len(wanted) > 1 and connection.features.has_select_for_update_skip_locked
    rooms = Room.objects.select_for_update(no_key=True, skip_locked=skip).filter(pk__in=wanted)
    return {room.pk: room for room in rooms.order_by("pk")}


def append(room: Room, events: Sequence[Event], *, authority: bool = False) -> None:
    """Number these events, in this order, in a room whose row the caller holds. Gives each its `seq`."""
    room.authority += authority
    append_all([(room, events)])


def append_all(entries: Sequence[tuple[Room, Sequence[Event]]]) -> None:
    """The same for several rooms whose rows the caller holds: two statements, whatever their number."""
    for room, events in entries:
        for seq, event in enumerate(events, start=room.head + 1):
            event.room, event.seq = room, seq
        room.head += len(events)
    _store_heads([room for room, _ in entries])
    Event.objects.bulk_create([event for _, events in entries for event in events])
    for room, _ in entries:
        wake(room)


def _store_heads(rooms: Sequence[Room]) -> None:
    if len(rooms) == 1:
        Room.objects.filter(pk=rooms[0].pk).update(head=rooms[0].head, authority=rooms[0].authority)
    elif connection.vendor == "postgresql":
        heads = [room.head for room in rooms], [room.authority for room in rooms], [room.pk for room in rooms]
        with connection.cursor() as cursor:
            cursor.execute(
                "UPDATE chat_room SET head = new.head, authority = new.authority"
                " FROM unnest(%s::bigint[], %s::int[], %s::uuid[]) AS new(head, authority, id)"
                " WHERE chat_room.id = new.id",
                heads,
            )
    else:
        rows = [(room.head, room.authority, room.pk.hex) for room in rooms]
        with connection.cursor() as cursor:
            cursor.executemany("UPDATE chat_room SET head = %s, authority = %s WHERE id = %s", rows)


def append_later(
    room_id: UUID, *events: Event, authority: bool = False, then: Callable[[], object] | None = None
) -> None:
    """Append these events at the end of the present unit, rooms in the order of their ids; `then`, when they have
    their seqs and the room is still held."""

    def work() -> None:
        append(lock(room_id), events, authority=authority)
        if then is not None:
            then()

    before_commit(Rank.ROOM, str(room_id), work)


def event(kind: str, *, at: datetime, own: UUID | None = None, **data: Any) -> Event:
    """An unsaved event that is not about a message's text; `own` as in `OWN`."""
    if own is not None:
        data[OWN] = str(own)
    return Event(kind=kind, at=at, data=data)


def wake(room: Room) -> None:
    """Tell whoever serves this room live that there is something new, once it is committed."""
    wake_up(room.pk, epoch=room.epoch, head=room.head, authority=room.authority)


def wake_up(room_id: UUID, *, epoch: str, head: int, authority: int) -> None:
    news = {"room": str(room_id), "epoch": epoch, "head": head, "authority": authority}
    wakeups.publish(addresses.room(room_id), news)
