"""Whether a keep-apart order keeps somebody out of a group now.

Of two who are parted at most one is let in, whatever the order of events: the answer rests on the rows of both seats
alone, and is the opposite for the other. Who holds a place: see docs/decisions/0014-keep-apart.md.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from core.clock import ENDLESS
from core.errors import RuleError
from custody.orders.selectors import Parted, orders_of
from groups.errors import RoomUnavailable
from groups.gates import Asked
from groups.models import Membership, SupportGroup

State = Membership.State


@dataclass(frozen=True, slots=True)
class _Seat:
    """What of a seat decides who of two gives way."""

    state: str
    why_away: str
    joined_at: datetime
    id: UUID

    @property
    def holds(self) -> bool:
        """In the circle, or free to come back at any time. Who is away for another reason keeps nobody out."""
        return self.state != State.AWAY or self.why_away == Membership.Away.OWN_WISH

    def place(self, *, protected: bool) -> tuple[bool, bool, datetime, UUID]:
        """The lower stays: the protected one; who is in, rather than who is not; the earlier seat."""
        return (not protected, self.state != State.ACTIVE, self.joined_at, self.id)


class ApartGate:
    """Two queries, whatever the number of groups and persons, and whether there are orders or not."""

    away = Membership.Away.KEEP_APART

    def __init__(self, asked: Asked) -> None:
        self._at = asked.at
        self._orders = orders_of(asked.custody, at=asked.at)
        others = {each.other_id for orders in self._orders.values() for each in orders}
        self._seats = _seats(set(asked.groups), {*self._orders, *others})

    def answer(self, group: SupportGroup, person_id: UUID) -> datetime | RuleError:
        if self.kept_by(group.pk, person_id):
            return RoomUnavailable()
        return min(self._turns(person_id), default=ENDLESS)

    def kept_by(self, group_id: UUID, person_id: UUID) -> list[UUID]:
        """The orders that keep this person out of this group at this moment."""
        in_force = [each for each in self._orders[person_id] if each.in_force(at=self._at)]
        others = {each.other_id: [same for same in in_force if same.other_id == each.other_id] for each in in_force}
        kept = (orders for other, orders in others.items() if self._gives_way(group_id, person_id, other, orders))
        return sorted({each.order_id for orders in kept for each in orders})

    def _gives_way(self, group_id: UUID, person_id: UUID, other_id: UUID, orders: list[Parted]) -> bool:
        mine, theirs = self._seats.get((group_id, person_id)), self._seats.get((group_id, other_id))
        if theirs is None or not theirs.holds:
            return False
        if mine is None:
            return True
        my_place = mine.place(protected=any(each.protects_me for each in orders))
        return theirs.place(protected=any(each.protects_other for each in orders)) < my_place

    def _turns(self, person_id: UUID) -> Iterator[datetime]:
        """When an order of this person begins or ends: then the answer is another, perhaps."""
        for each in self._orders[person_id]:
            if each.from_at > self._at:
                yield each.from_at
            if each.until is not None:
                yield each.until


def _seats(groups: set[UUID], persons: set[UUID]) -> dict[tuple[UUID, UUID], _Seat]:
    rows = Membership.objects.filter(group__in=groups, person__in=persons, state__in=Membership.SEATED)
    values = rows.values_list("group_id", "person_id", "state", "why_away", "joined_at", "id")
    return {(group, person): _Seat(state, why, joined, pk) for group, person, state, why, joined, pk in values}
