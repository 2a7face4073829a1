"""Coming in: all that `hello` is answered with, for as many as come at one moment."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import compress
from uuid import UUID

from django.utils.translation import override

from chat import answers, selectors, wire
from chat.live import leases, standing
from chat.live.guests import Guest
from chat.live.reading import RoomState, state_of
from chat.live.standing import Read, Standing
from chat.models import Message, Room
from core import clock
from core.errors import RuleError


@dataclass(frozen=True, slots=True)
class Entering:
    """A guest who says `hello`."""

    guest: Guest
    tab: str
    cursor: wire.Cursor | None


@dataclass(frozen=True, slots=True)
class Entry:
    """All that `hello` is answered with. `start`: the seq after which the log goes on for this client."""

    lease: UUID
    state: RoomState
    standing: Standing
    own: Sequence[wire.Posted]
    reset: wire.Reset | None
    start: int
    present: wire.Present


def enter_many(asked: Sequence[Entering]) -> list[Entry | RuleError]:
    """Take the leases and read the rooms; a refusal in its owner's place, without a lease. So many queries, whatever
    their number; the messages of a room that somebody has to be told anew are read once per room.

    The right to be here is read again, now that the hub knows of these lines, and after their rooms: what ended it
    since they were admitted is found here, or by the hub.
    """
    at = clock.now()
    rooms = standing.rooms_of(each.guest.room_id for each in asked)
    reads = standing.read([each.guest for each in asked], rooms, at=at)
    inside = [(each, read) for each, read in zip(asked, reads, strict=True) if isinstance(read, Read)]
    held = _take(inside, at=at)
    entries = iter(_entries(held, rooms, at=at))
    return [read if isinstance(read, RuleError) else next(entries) for read in reads]


@dataclass(frozen=True, slots=True)
class _Inside:
    """Somebody who has their lease, and what they may do with it; or why they may not stay after all."""

    asked: Entering
    lease: UUID
    read: Read | RuleError


def _take(inside: Sequence[tuple[Entering, Read]], *, at: datetime) -> list[_Inside]:
    taken = leases.take_many([(each.guest, each.tab) for each, _ in inside], at=at)
    reads = _now_watched([read for _, read in inside], at=at)
    return [_Inside(each, lease, read) for (each, _), lease, read in zip(inside, taken, reads, strict=True)]


def _now_watched(reads: Sequence[Read], *, at: datetime) -> list[Read | RuleError]:
    """Somebody's own presence may be what lets a room go on: there those who could not post are read again."""
    watched = {read.guest.room_id for read in reads if read.guest.seat.leads}
    stale = [read.guest.room_id in watched and read.authority.why_not == "posting.no_monitor" for read in reads]
    fresh = iter(standing.read_again(list(compress(reads, stale)), at=at) if any(stale) else ())
    return [next(fresh) if is_stale else read for read, is_stale in zip(reads, stale, strict=True)]


def _entries(held: Sequence[_Inside], rooms: Mapping[UUID, Room], *, at: datetime) -> list[Entry | RuleError]:
    views = selectors.room_views([rooms[pk] for pk in {each.asked.guest.room_id for each in held}], at=at)
    ready, resets, own = selectors.ReadyFrames(views), selectors.Resets(at=at), _own(held, views)
    return [
        _refused(each, each.read)
        if isinstance(each.read, RuleError)
        else _entry(each, each.read, views[each.asked.guest.room_id], ready, resets, messages)
        for each, messages in zip(held, own, strict=True)
    ]


def _refused(each: _Inside, refusal: RuleError) -> RuleError:
    leases.release(each.asked.guest, lease=each.lease)
    return refusal


def _own(held: Sequence[_Inside], views: Mapping[UUID, selectors.RoomView]) -> list[list[Message]]:
    pairs = [(each.asked.guest.room_id, each.asked.guest.seat.person_id) for each in held]
    cutoffs = {room_id: view.cutoff for room_id, view in views.items()}
    return selectors.own_states_each(pairs, cutoffs)


def _entry(
    each: _Inside,
    read: Read,
    view: selectors.RoomView,
    ready: selectors.ReadyFrames,
    resets: selectors.Resets,
    own: Sequence[Message],
) -> Entry:
    room, seat, cursor = view.room, each.asked.guest.seat, each.asked.cursor
    reset = resets.of(room, seat) if selectors.needs_reset(room, seat, cursor) else None
    return Entry(
        lease=each.lease,
        state=state_of(room),
        standing=read.told(None, ready),
        own=_posted(own, seat.language),
        reset=reset,
        start=reset.seq if reset else cursor.seq if cursor else 0,
        present=view.present,
    )


def _posted(messages: Sequence[Message], language: str) -> list[wire.Posted]:
    if not messages:
        return []
    with override(language):
        return [answers.posted(message) for message in messages]
