"""What the live delivery asks the database: each function is one visit to its lane, and answers plain values.

Called by way of `lane.visit`, never from the event loop.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple
from uuid import UUID

from django.utils.translation import override

from chat import selectors, wire
from chat.live import acts
from chat.live.guests import Guest
from chat.live.runs import Run, Served
from chat.models import Event, Room
from chat.selectors import Piece
from core import clock
from groups.models import Lease

#: Events with which a member's right to read ends.
ENDS_READING = ("member_left", "member_away")
EVERYBODY, LEADERS = Event.Audience.EVERYBODY, Event.Audience.LEADERS


class RoomState(NamedTuple):
    epoch: str
    head: int
    authority: int


def state_of(room: Room) -> RoomState:
    return RoomState(room.epoch, room.head, room.authority)


def states(room_ids: Iterable[UUID]) -> dict[UUID, RoomState]:
    """Where these rooms' logs end now: one query, whatever their number."""
    rooms = Room.objects.filter(pk__in=list(room_ids)).only("epoch", "head", "authority")
    return {room.pk: state_of(room) for room in rooms}


# The log


def run_after(room_id: UUID, after: int, limit: int) -> Run:
    """At most `limit` events after this seq, for both audiences. Room and head are read before the events: what is
    handed over was committed when this authority was in force, or before."""
    room = _room(room_id)
    run = Run(epoch=room.epoch, after=after, head=room.head, authority=room.authority)
    limit = min(limit, room.head - after)
    if limit <= 0:
        return run
    at = clock.now()
    for_all = selectors.serve_events(room, after=after, limit=limit, leaders=False, at=at)
    for_leaders = for_all
    if _has_leaders_only(room_id, after=after, through=after + limit):
        for_leaders = selectors.serve_events(room, after=after, limit=limit, leaders=True, at=at)
    run.entries = {EVERYBODY: _served(for_all), LEADERS: _served(for_leaders)}
    run.ends = [(p.member, p.seq) for p in for_leaders if p.kind in ENDS_READING and p.member is not None]
    run.own = frozenset[UUID]().union(*(piece.own for piece in for_all))
    return run


def _has_leaders_only(room_id: UUID, *, after: int, through: int) -> bool:
    events = Event.objects.filter(room=room_id, seq__gt=after, seq__lte=through, audience=LEADERS)
    return events.exists()


def _served(pieces: Sequence[Piece]) -> list[Served]:
    return [Served(piece.seq, piece.through, piece.json) for piece in pieces]


def reset(guest: Guest) -> wire.Reset:
    return selectors.reset(_room(guest.room_id), guest.seat, at=clock.now())


def here(room_ids: Iterable[UUID]) -> dict[UUID, frozenset[str]]:
    """Who holds a lease in each of these rooms now: one query, whatever their number. Rooms without anybody are left
    out."""
    leases = Lease.objects.filter(group__room__in=list(room_ids), until__gt=clock.now())
    found: dict[UUID, set[str]] = {}
    for room_id, holder in leases.values_list("group__room", "holder"):
        found.setdefault(room_id, set()).add(holder)
    return {room_id: frozenset(holders) for room_id, holders in found.items()}


def present(room_id: UUID) -> wire.Present:
    return selectors.present(_room(room_id), at=clock.now())


def own(guest: Guest) -> list[wire.Posted]:
    """The state of this person's own messages that is to be told; a monitor has none."""
    if guest.seat.person_id is None:
        return []
    with override(guest.seat.language):
        return selectors.own_states(_room(guest.room_id), guest.seat.person_id, at=clock.now())


# Frames


def act(guest: Guest, frame: wire.Asking) -> wire.Outbound | None:
    """One frame that says or asks something, by one service. Raises its refusal."""
    with override(guest.seat.language):
        return acts.act(guest, frame)


def _room(room_id: UUID) -> Room:
    return Room.objects.select_related("group").get(pk=room_id)
