"""Keep-apart orders, as a facility's system tells them. What they prevent is told to nobody here."""

from typing import Any

from ninja import Router, Status

from accounts.machines.permissions import require_scope
from accounts.models import Machine
from core.scoping import whole
from core.transactions import unit
from custody.models import Facility, KeepApartOrder, Person
from groups.apart.services import end_order, record_order
from groups.api.custody import somebody
from groups.api.door import MachineRequest, speaking
from groups.api.errors import FacilityUnknown, NumberUnknown, OrderNotYours, OrderUnknown
from groups.api.schemas import REFUSED, OrderEndIn, OrderIn, OrderOut, SomebodyIn, SourceId

router = Router(tags=["keep-apart"])


@router.post("/keep-apart-orders", response={200: OrderOut, 201: OrderOut, **REFUSED}, summary="Keep two people apart")
def tell_order(request: MachineRequest, told: OrderIn) -> Status[OrderOut]:
    """201: recorded, and in force from now or `from_at` on. 200: it was told before, and nothing happened."""
    machine = request.auth
    require_scope(machine, Machine.Scope.ORDERS)
    with speaking(machine), unit():
        known = _told(machine, told.id)
        order = record_order(**_said(machine.facility, told), source=machine.source, source_id=told.id, by=machine)
    return Status(201 if known is None else 200, _out(order, is_new=known is None))


@router.post(
    "/keep-apart-orders/{order_id}/end", response={200: OrderOut, **REFUSED}, summary="End an order that you told"
)
def tell_order_ended(request: MachineRequest, order_id: SourceId, told: OrderEndIn) -> OrderOut:
    """It parts nobody any more. Again: nothing happens."""
    machine = request.auth
    require_scope(machine, Machine.Scope.ORDERS)
    with speaking(machine):
        order = _told(machine, order_id)
        if order is None:
            raise OrderUnknown
        return _out(end_order(order=order, because=told.because, by=machine), is_new=False)


def _told(machine: Machine, order_id: str) -> KeepApartOrder | None:
    return KeepApartOrder.objects.filter(source=machine.source, source_id=order_id).first()


def _said(own: Facility, told: OrderIn) -> dict[str, Any]:
    if all(who.facility not in (None, own.code) for who in (told.one, told.other)):
        raise OrderNotYours
    both = {"one": _known(own, told.one), "other": _known(own, told.other)}
    return {
        **both,
        "protected": both[told.protects] if told.protects else None,
        "facility": own,
        **told.model_dump(include={"kind", "reason", "authorised_by", "reference", "from_at", "until"}),
    }


def _known(own: Facility, who: SomebodyIn) -> Person:
    """Orders reach across facilities: the other one is known by another's number, within the programmes of both."""
    near = Facility.objects.filter(programmes__in=own.programmes.all(), code=who.facility or own.code)
    facility = near.distinct().first()
    if facility is None:
        raise FacilityUnknown
    with whole("the other of the two may be at a facility that is none of the machine's"):
        person = somebody(facility, who.number)
    if person is None:
        raise NumberUnknown
    return person


def _out(order: KeepApartOrder, *, is_new: bool) -> OrderOut:
    return OrderOut(id=order.source_id, is_new=is_new, is_ended=order.ended_at is not None)
