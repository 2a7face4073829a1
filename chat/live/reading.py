"""What the live delivery asks the database: each function is one visit to its lane, and answers plain values.

Called by way of `database_sync_to_async`, never from the event loop.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from hashlib import blake2b
from typing import NamedTuple
from uuid import UUID

from django.utils.translation import override
from msgspec import structs

from chat import addresses, authority, selectors, wire
from chat.live import acts
from chat.live.errors import OpenedElsewhere
from chat.live.guests import Guest
from chat.live.runs import Run, Served
from chat.models import Event, Room
from chat.selectors import Piece
from core import clock, wakeups
from core.errors import RuleError
from core.transactions import unit
from groups.errors import RoomUnavailable, SignedOut
from groups.models import Lease
from groups.presence import services as presence

#: Refusals after which nobody may stay.
ENDS_THE_LINE = (SignedOut, RoomUnavailable)
#: Events with which a member's right to read ends.
ENDS_READING = ("member_left", "member_away")
EVERYBODY, LEADERS = Event.Audience.EVERYBODY, Event.Audience.LEADERS


class RoomState(NamedTuple):
    epoch: str
    head: int
    authority: int


def states(room_ids: Iterable[UUID]) -> dict[UUID, RoomState]:
    """Where these rooms' logs end now: one query, whatever their number."""
    rooms = Room.objects.filter(pk__in=list(room_ids)).only("epoch", "head", "authority")
    return {room.pk: _state(room) for room in rooms}


def _state(room: Room) -> RoomState:
    return RoomState(room.epoch, room.head, room.authority)


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


# Authority


class Key(NamedTuple):
    """What of a `ready` may change."""

    can: frozenset[str]
    why_not: str
    help: str | None


@dataclass(frozen=True, slots=True)
class Standing:
    """What somebody may do here now. `frames`: the words for it, if it is not what they were told last (`key`)."""

    key: object
    check_at: datetime
    frames: Sequence[wire.Outbound]


def check(asked: Sequence[tuple[Guest, object]]) -> list[Standing | RuleError]:
    """The standing of each of these, who were last told that key; or why they may not stay."""
    return [_standing_or_refusal(guest, known) for guest, known in asked]


def _standing_or_refusal(guest: Guest, known: object) -> Standing | RuleError:
    try:
        return _standing(guest, known, at=clock.now())
    except ENDS_THE_LINE as refusal:
        return refusal


def _standing(guest: Guest, known: object, *, at: datetime) -> Standing:
    """Raises what ends the line."""
    reading = authority.read(guest.seat, guest.room_id, at=at)
    with override(guest.seat.language):
        help_notice = selectors.help_notice(guest.seat)
    key = Key(reading.can, reading.why_not, help_notice.text if help_notice else None)
    check_at = reading.of.seated_until
    return Standing(key, check_at, () if key == known else _ready(guest, reading, help_notice, at=at))


def _ready(
    guest: Guest, reading: authority.Authority, help_notice: wire.Notice | None, *, at: datetime
) -> list[wire.Outbound]:
    with override(guest.seat.language):
        ready = selectors.ready(_room(guest.room_id), guest.seat, reading, at=at)
        notices = (selectors.why_not_notice(reading), help_notice)
    return [ready, *(notice for notice in notices if notice)]


# Coming and going


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


def enter(guest: Guest, tab: str, cursor: wire.Cursor | None) -> Entry:
    """Take the lease and read the room. The right to be here is read again, now that the hub knows of this line: what
    ended it between the two readings is found by one of them."""
    at = clock.now()
    lease = _take(guest, tab, at=at)
    room = _room(guest.room_id)
    state = _state(room)
    standing = _standing_with(guest, lease, at=at)
    fresh = selectors.reset(room, guest.seat, at=at) if selectors.needs_reset(room, guest.seat, cursor) else None
    return Entry(
        lease=lease,
        state=state if fresh is None else state._replace(epoch=fresh.epoch),
        standing=standing,
        own=own(guest),
        reset=fresh,
        start=fresh.seq if fresh else cursor.seq if cursor else 0,
        present=selectors.present(room, at=at),
    )


def _standing_with(guest: Guest, lease: UUID, *, at: datetime) -> Standing:
    """The standing of somebody who has this lease (a leader's own presence lets posting go on); without a right to be
    here the lease is given back."""
    try:
        return _standing(guest, None, at=at)
    except ENDS_THE_LINE:
        release(guest, lease=lease)
        raise


@unit()
def _take(guest: Guest, tab: str, *, at: datetime) -> UUID:
    taken = presence.take(seat=guest.seat, tab=tab, at=at)
    if taken.ousted:
        _wake(guest, lease=guest.seat.holder)
    if taken.arrived:
        _wake(guest, present=True)
    return taken.connection


@unit()
def release(guest: Guest, *, lease: UUID) -> None:
    """They left on purpose: others see it at once."""
    if presence.release(connection=lease):
        _wake(guest, present=True)


def _wake(guest: Guest, **what: object) -> None:
    wakeups.publish(addresses.room(guest.room_id), {"room": str(guest.room_id), **what})


class Fate(Enum):
    """What became of a lease that this process does not hold any more."""

    ELSEWHERE = "elsewhere"  # another tab has it
    REPLACED = "replaced"  # the same tab has it, by another connection


def renew(held: Mapping[UUID, tuple[Guest, str]]) -> dict[UUID, Fate | UUID]:
    """Renew these leases (of a guest in a tab) in one statement. Answers only those that are lost, and what became of
    them: a UUID is the lease taken anew, where nobody else had."""
    kept = presence.renew(connections=list(held))
    return {lease: _fate(guest, tab) for lease, (guest, tab) in held.items() if lease not in kept}


def _fate(guest: Guest, tab: str) -> Fate | UUID:
    holder = presence.tab_of(guest.seat)
    if holder is None:
        return _take(guest, tab, at=clock.now())
    return Fate.REPLACED if holder == tab else Fate.ELSEWHERE


def renew_polled(leases: Sequence[UUID]) -> None:
    presence.renew(connections=leases)


# Frames


def act(guest: Guest, frame: wire.Asking) -> wire.Outbound | None:
    """One frame that says or asks something, by one service. Raises its refusal."""
    with override(guest.seat.language):
        return acts.act(guest, frame)


# Polls


@dataclass(frozen=True, slots=True)
class Told:
    """What a poll would be answered with now. `news`: there is something that it does not know yet."""

    lease: UUID
    frames: Sequence[wire.Outbound]
    state: str
    news: bool


def poll(guest: Guest, tab: str, cursor: wire.Cursor | None, known: str) -> Told:
    """All that `known` (the tag of the last answer) and the cursor lack. Raises what mirrors the close codes."""
    at = clock.now()
    lease = _hold(guest, tab, goes_on=bool(known), at=at)
    tag = _Tag(known)
    frames = [
        *tag.unless_known(_standing_with(guest, lease, at=at).frames),
        *tag.unless_known([selectors.present(_room(guest.room_id), at=at)]),
        *tag.unless_known(own(guest)),
        *_log(guest, cursor, at=at),
    ]
    if frames:
        return Told(lease, frames, str(tag), news=True)
    room = _room(guest.room_id)
    return Told(lease, [wire.Head(epoch=room.epoch, seq=room.head)], str(tag), news=False)


def _hold(guest: Guest, tab: str, *, goes_on: bool, at: datetime) -> UUID:
    """The lease of this tab: the one it has, or a new one. A poll that goes on doesn't take it back from another tab;
    one that begins does."""
    mine = presence.connection_of(guest.seat, tab, at=at)
    if mine is not None and presence.renew(connections=[mine], at=at):
        return mine
    if goes_on and presence.tab_of(guest.seat) not in (None, tab):
        raise OpenedElsewhere
    return _take(guest, tab, at=at)


def _log(guest: Guest, cursor: wire.Cursor | None, *, at: datetime) -> list[wire.Outbound]:
    room = _room(guest.room_id)
    if selectors.needs_reset(room, guest.seat, cursor):
        return [selectors.reset(room, guest.seat, at=at)]
    assert cursor is not None
    run = run_after(guest.room_id, cursor.seq, wire.WINDOW)
    return [run.frame(guest.audience)] if run.last > run.after else []


class _Tag:
    """The opaque tag of a poll: what its parts looked like when they were told. Nothing of it is kept here."""

    def __init__(self, known: str) -> None:
        self._known = known.split(".")
        self._now: list[str] = []

    def unless_known(self, frames: Sequence[wire.Outbound]) -> Sequence[wire.Outbound]:
        """These frames, unless they look as they did when the client was told."""
        digest = blake2b(b"".join(_unchanging(frame) for frame in frames), digest_size=6).hexdigest()
        place = len(self._now)
        self._now.append(digest)
        return () if self._known[place : place + 1] == [digest] else frames

    def __str__(self) -> str:
        return ".".join(self._now)


def _unchanging(frame: wire.Outbound) -> bytes:
    """A frame without the head it was read at, which moves with every event."""
    if isinstance(frame, wire.Ready):
        return wire.encode(structs.replace(frame, head=0))
    if isinstance(frame, wire.Present):
        return wire.encode(structs.replace(frame, seq=0))
    return wire.encode(frame)


def _room(room_id: UUID) -> Room:
    return Room.objects.select_related("group").get(pk=room_id)
