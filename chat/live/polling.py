"""What a poll is answered with: all that its client does not know yet."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b
from uuid import UUID

from msgspec import structs

from chat import authority, selectors, wire
from chat.live import leases, reading, standing
from chat.live.errors import OpenedElsewhere
from chat.live.guests import Guest
from chat.models import Room
from core import clock
from core.errors import RuleError
from groups.presence import services as presence


@dataclass(frozen=True, slots=True)
class Told:
    """What a poll would be answered with now. `news`: there is something that it does not know yet."""

    lease: UUID
    frames: Sequence[wire.Outbound]
    state: str
    news: bool


def poll(guest: Guest, tab: str, cursor: wire.Cursor | None, known: str) -> Told:
    """All that `known` (the tag of the last answer) and the cursor lack. Raises what mirrors the close codes. The right
    to be here is read after the log: whatever is handed over was said while it stood."""
    at = clock.now()
    lease = _hold(guest, tab, goes_on=bool(known), at=at)
    log = _log(guest, cursor, at=at)
    tag = _Tag(known)
    frames = [
        *tag.unless_known(_frames(guest, lease)),
        *tag.unless_known([reading.present(guest.room_id)]),
        *tag.unless_known(reading.own(guest)),
        *log,
    ]
    if frames:
        return Told(lease, frames, str(tag), news=True)
    room = _room(guest.room_id)
    return Told(lease, [wire.Head(epoch=room.epoch, seq=room.head)], str(tag), news=False)


def _frames(guest: Guest, lease: UUID) -> Sequence[wire.Outbound]:
    """The standing of somebody who has this lease (a leader's own presence lets posting go on); without a right to be
    here the lease is given back."""
    answer = standing.check([(guest, None)])[0]
    if isinstance(answer, RuleError):
        leases.release(guest, lease=lease)
        raise answer
    return answer.frames


def _hold(guest: Guest, tab: str, *, goes_on: bool, at: datetime) -> UUID:
    """The lease of this tab: the one it has, or a new one, for whoever may be here. A poll that goes on doesn't take
    it back from another tab; one that begins does."""
    mine = presence.connection_of(guest.seat, tab, at=at)
    if mine is not None and presence.renew(connections=[mine], at=at):
        return mine
    if goes_on and presence.tab_of(guest.seat) not in (None, tab):
        raise OpenedElsewhere
    authority.read(guest.seat, guest.room_id, at=at)
    return leases.take(guest, tab, at=at)


def _log(guest: Guest, cursor: wire.Cursor | None, *, at: datetime) -> list[wire.Outbound]:
    room = _room(guest.room_id)
    if selectors.needs_reset(room, guest.seat, cursor):
        return [selectors.reset(room, guest.seat, at=at)]
    assert cursor is not None
    run = reading.run_after(guest.room_id, cursor.seq, wire.WINDOW)
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
