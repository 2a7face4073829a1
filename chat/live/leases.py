"""The leases of those who are here: taken, renewed, given back, and who hears of it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from enum import Enum
from uuid import UUID

from chat import addresses
from chat.live.guests import Guest
from core import clock, wakeups
from core.transactions import unit
from groups.presence import services as presence


def take(guest: Guest, tab: str, *, at: datetime) -> UUID:
    return take_many([(guest, tab)], at=at)[0]


@unit()
def take_many(asked: Sequence[tuple[Guest, str]], *, at: datetime) -> list[UUID]:
    """The lease of each of these guests in their tab. Who loses one hears of it; a room hears once who has come."""
    taken = presence.take_many([(guest.seat, tab) for guest, tab in asked], at=at)
    for (guest, _), lease in zip(asked, taken, strict=True):
        if lease.ousted:
            _wake(guest.room_id, lease=guest.seat.holder)
    for room_id in {guest.room_id for (guest, _), lease in zip(asked, taken, strict=True) if lease.arrived}:
        _wake(room_id, present=True)
    return [lease.connection for lease in taken]


@unit()
def release(guest: Guest, *, lease: UUID) -> None:
    """They left on purpose: others see it at once."""
    if presence.release(connection=lease):
        _wake(guest.room_id, present=True)


def _wake(room_id: UUID, **what: object) -> None:
    wakeups.publish(addresses.room(room_id), {"room": str(room_id), **what})


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
        return take(guest, tab, at=clock.now())
    return Fate.REPLACED if holder == tab else Fate.ELSEWHERE


def renew_polled(leases: Sequence[UUID]) -> None:
    presence.renew(connections=leases)
