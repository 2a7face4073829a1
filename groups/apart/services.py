"""Keep-apart orders: recorded and ended here; what follows for seats follows at once, on both sides."""

from datetime import datetime
from typing import Any
from uuid import UUID

from audit.services import actor, record
from core import changes, clock
from core.transactions import unit
from custody.models import Facility, KeepApartOrder, Person
from custody.orders.selectors import records_of
from groups import kinds
from groups import services as seats
from groups.apart.errors import OrderAuthoriser, OrderOfOne, OrderProtects, OrderSourceIdReused, OrderTimes
from groups.apart.models import KeptApart
from groups.continuity.services import settle

Where = KeptApart.Where


@unit()
def record_order(
    *,
    one: Person,
    other: Person,
    reason: str,
    authorised_by: str,
    source: str,
    source_id: str,
    by: object,
    kind: str = KeepApartOrder.Kind.PAIR,
    protected: Person | None = None,
    facility: Facility | None = None,
    reference: str = "",
    from_at: datetime | None = None,
    until: datetime | None = None,
) -> KeepApartOrder:
    """These two are kept apart from now (or `from_at`) on. Idempotent by source and id; `Order…` for what is wrong."""
    known = KeepApartOrder.objects.filter(source=source, source_id=source_id).first()
    said: dict[str, Any] = {
        "kind": kind,
        "one_id": one.pk,
        "other_id": other.pk,
        "protected_id": protected and protected.pk,
        "facility_id": facility and facility.pk,
        "reason": reason,
        "authorised_by": authorised_by.strip(),
        "reference": reference.strip(),
        "until": until,
    }
    if known is not None:
        return _same(known, said)
    now = clock.now()
    humans = _hold(one, other)
    _refuse_what_is_wrong(said, humans, from_at=from_at or now, at=now)
    order, made = KeepApartOrder.objects.get_or_create(
        source=source,
        source_id=source_id,
        defaults={**said, "from_at": from_at or now, "recorded_by": actor(by)},
    )
    if not made:
        return _same(order, said)
    record(kinds.ORDER_RECORDED, by=by, subject=f"order:{order.pk}", facility=facility and facility.pk)
    _follow(order, *humans, by=by)
    return order


def _same(known: KeepApartOrder, said: dict[str, Any]) -> KeepApartOrder:
    """The order told again: nothing happens. Another one under the same id: refused."""
    if any(getattr(known, name) != value for name, value in said.items()):
        raise OrderSourceIdReused
    return known


def _hold(one: Person, other: Person) -> tuple[set[UUID], set[UUID]]:
    """All records of both, locked: who is given a seat just now waits for the order, or the order for the seat."""
    humans = records_of([one.pk]), records_of([other.pk])
    seats.hold(person_ids=humans[0] | humans[1])
    return humans


def _refuse_what_is_wrong(
    said: dict[str, Any], humans: tuple[set[UUID], set[UUID]], *, from_at: datetime, at: datetime
) -> None:
    if humans[0] & humans[1]:
        raise OrderOfOne
    if said["until"] is not None and said["until"] <= max(from_at, at):
        raise OrderTimes
    if said["protected_id"] not in (None, said["one_id"], said["other_id"]):
        raise OrderProtects
    if said["kind"] == KeepApartOrder.Kind.NO_CONTACT and said["protected_id"] is None:
        raise OrderProtects
    if not said["authorised_by"]:
        raise OrderAuthoriser


@unit()
def end_order(*, order: KeepApartOrder, because: str, by: object) -> KeepApartOrder:
    """It parts nobody any more; whoever it kept out is let in at once. Ended twice, it ended once."""
    humans = _hold(order.one, order.other)
    ended = KeepApartOrder.objects.filter(pk=order.pk, ended_at=None).update(
        ended_at=clock.now(), ended_by=actor(by), ended_because=because
    )
    order.refresh_from_db()
    if ended:
        record(kinds.ORDER_ENDED, by=by, subject=f"order:{order.pk}", because=because)
        _follow(order, *humans, by=by)
    return order


def _follow(order: KeepApartOrder, *humans: set[UUID], by: object) -> None:
    """What was read of either side is not believed any longer, and their seats take the state that follows."""
    for person in Person.objects.filter(pk__in=set[UUID]().union(*humans)).order_by("pk"):
        seats.authority_changed(person_id=person.pk)
        changes.note("person.changed", person.pk)
        settle(person=person, by=by, where=Where.ORDER)
