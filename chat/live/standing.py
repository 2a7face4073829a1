"""What those in front of a room may do there now, and the words for it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django.utils.translation import override

from chat import authority, selectors, wire
from chat.live.guests import Guest
from chat.models import Room
from core import clock
from core.errors import RuleError
from groups.errors import RoomUnavailable, SignedOut

#: Refusals after which nobody may stay.
ENDS_THE_LINE = (SignedOut, RoomUnavailable)


class Key(NamedTuple):
    """What of a `ready` may change."""

    can: frozenset[str]
    why_not: str
    help: str | None


@dataclass(frozen=True, slots=True)
class Standing:
    """What somebody may do here now. `frames`: the words for it, if it is not what they were told last (`key`)."""

    key: Key
    authority: authority.Authority
    check_at: datetime
    frames: Sequence[wire.Outbound]


@dataclass(frozen=True, slots=True)
class Read:
    """What was read of somebody's standing, and is not in words yet."""

    guest: Guest
    authority: authority.Authority
    help_notice: wire.Notice | None

    @property
    def key(self) -> Key:
        help_text = self.help_notice.text if self.help_notice else None
        return Key(self.authority.can, self.authority.why_not, help_text)

    def told(self, known: object, ready: selectors.ReadyFrames) -> Standing:
        """What there is to say to somebody who was last told `known`."""
        key = self.key
        words = () if key == known else self._words(ready)
        return Standing(key, self.authority, self.authority.of.seated_until, words)

    def _words(self, ready: selectors.ReadyFrames) -> Sequence[wire.Outbound]:
        with override(self.guest.seat.language):
            why_not = selectors.why_not_notice(self.authority)
        frames = (ready.of(self.guest.seat, self.authority, self.guest.room_id), why_not, self.help_notice)
        return [frame for frame in frames if frame]


def read(guests: Sequence[Guest], rooms: Mapping[UUID, Room], *, at: datetime) -> list[Read | RuleError]:
    """The standing of each of these in their rooms, which were read before; or why they may not stay. So many queries,
    whatever their number."""
    notices = selectors.help_notices([guest.seat for guest in guests])
    versions = {pk: room.authority for pk, room in rooms.items()}
    answers = authority.readings_under(versions, [(guest.seat, guest.room_id) for guest in guests], at=at)
    return [
        answer if isinstance(answer, RuleError) else Read(guest, answer, notice)
        for guest, answer, notice in zip(guests, answers, notices, strict=True)
    ]


def read_again(reads: Sequence[Read], *, at: datetime) -> list[Read | RuleError]:
    """The same, of those for whom something has moved since."""
    answers = authority.readings([(read.guest.seat, read.guest.room_id) for read in reads], at=at)
    return [
        answer if isinstance(answer, RuleError) else replace(read, authority=answer)
        for read, answer in zip(reads, answers, strict=True)
    ]


def check(asked: Sequence[tuple[Guest, object]]) -> list[Standing | RuleError]:
    """The standing of each of these, who were last told that key; or why they may not stay."""
    at = clock.now()
    rooms = rooms_of(guest.room_id for guest, _ in asked)
    reads = read([guest for guest, _ in asked], rooms, at=at)
    known = [key for _, key in asked]
    changed = {
        read.guest.room_id for read, key in zip(reads, known, strict=True) if isinstance(read, Read) and read.key != key
    }
    ready = selectors.ReadyFrames(selectors.room_views([rooms[pk] for pk in changed], at=at))
    return [
        read if isinstance(read, RuleError) else read.told(key, ready) for read, key in zip(reads, known, strict=True)
    ]


def rooms_of(room_ids: Iterable[UUID]) -> dict[UUID, Room]:
    """These rooms with their groups: one query."""
    return {room.pk: room for room in Room.objects.filter(pk__in=set(room_ids)).select_related("group")}
