"""Custody events, as a facility's system tells them."""

from datetime import datetime

from django.http import HttpRequest
from ninja import Router, Status

from accounts.machines.permissions import require_scope
from accounts.models import Machine
from core.errors import RuleError
from core.transactions import unit
from custody.merging import root_of, timeline_of
from custody.models import CustodyEvent, Facility, FacilityNumber, Person, Unit
from custody.timeline import project, status_of
from groups.api.door import MachineRequest, speaking
from groups.api.errors import (
    DestinationNotHere,
    EventUnknown,
    FacilityUnknown,
    HeldElsewhere,
    NumberUnknown,
    UnitUnknown,
)
from groups.api.schemas import (
    REFUSED,
    CustodyEventIn,
    CustodyEventOut,
    EventsIn,
    EventsOut,
    HeardOut,
    Outcome,
    Refusal,
    SourceId,
    StatusOut,
    TakenBackIn,
)
from groups.continuity import services
from groups.continuity.feeds import heard_from
from groups.continuity.taking_back import take_back, undo_release

router = Router(tags=["custody"])
Kind = CustodyEvent.Kind
#: These put somebody into a facility's care, whoever held them before.
ARRIVING = (Kind.ADMITTED, Kind.TRANSFERRED, Kind.RETURNED)


@router.post(
    "/custody-events", response={200: CustodyEventOut, 201: CustodyEventOut, **REFUSED}, summary="Tell one event"
)
def tell_event(request: MachineRequest, event: CustodyEventIn) -> Status[CustodyEventOut]:
    """201: recorded. 200: this event was told before, and nothing happened. Events may come late and in any order: they
    count by when they occurred."""
    require_scope(request.auth, Machine.Scope.CUSTODY)
    told = tell(request.auth, event)
    return Status(201 if told.is_new else 200, told)


@router.post("/custody-events/batch", response={200: EventsOut, **REFUSED}, summary="Tell up to 500 events")
def tell_events(request: MachineRequest, told: EventsIn) -> EventsOut:
    """Each is taken or refused by itself; the answer says which."""
    require_scope(request.auth, Machine.Scope.CUSTODY)
    return EventsOut(outcomes=[_outcome(request.auth, event) for event in told.events])


def _outcome(machine: Machine, event: CustodyEventIn) -> Outcome:
    try:
        return Outcome(id=event.id, event=tell(machine, event))
    except RuleError as refused:
        return Outcome(id=event.id, refusal=Refusal(code=refused.code, text=str(refused.text)))


@router.post(
    "/custody-events/{event_id}/take-back",
    response={200: CustodyEventOut, **REFUSED},
    summary="Take back an event that was told in error",
)
def take_event_back(request: MachineRequest, event_id: SourceId, told: TakenBackIn) -> CustodyEventOut:
    """A release can be undone for an hour after it was told; every other event whenever the error is found. It counts
    as never told, also when you tell it again."""
    machine = request.auth
    require_scope(machine, Machine.Scope.CUSTODY)
    with speaking(machine):
        event = CustodyEvent.objects.filter(source=machine.source, source_id=event_id).first()
        if event is None:
            raise EventUnknown
        if event.kind == Kind.RELEASED:
            undo_release(event=event, by=machine)
        else:
            take_back(event=event, reason=told.reason, by=machine)
        return CustodyEventOut(id=event.source_id, is_new=False, status=_status(machine.facility, event.person))


@router.post("/heartbeat", response={200: HeardOut, **REFUSED}, summary="Say that your feed is alive")
def heartbeat(request: HttpRequest) -> HeardOut:
    """A feed from which nothing is heard for 24 hours is reported as stale. When nothing happens, send this."""
    machine: Machine = request.auth  # type: ignore[attr-defined]
    require_scope(machine, Machine.Scope.CUSTODY)
    feed = heard_from(facility=machine.facility, source=machine.source)
    assert feed is not None
    return HeardOut(facility=machine.facility.code, heard_at=feed.heard_at)


def tell(machine: Machine, said: CustodyEventIn) -> CustodyEventOut:
    """Record what this machine says, as far as it is its facility's to say."""
    with speaking(machine), unit():
        return _tell(machine, said)


def _tell(machine: Machine, said: CustodyEventIn) -> CustodyEventOut:
    known = CustodyEvent.objects.filter(source=machine.source, source_id=said.id).exists()
    place, in_unit = _place(machine.facility, said)
    person = _person(machine, said)
    if not known:
        _is_theirs_to_say(machine.facility, person, said)
    if said.to is not None and said.to.number is not None and place is not None:
        services.give_number(person=person, facility=place, number=said.to.number, by=machine)
    event = services.record_custody_event(
        person=person,
        kind=said.kind,
        facility=place,
        unit=in_unit,
        housing=said.housing if place is not None else "",
        occurred_at=said.occurred_at,
        source=machine.source,
        source_id=said.id,
        feed_of=machine.facility,
        by=machine,
    )
    return CustodyEventOut(id=event.source_id, is_new=not known, status=_status(machine.facility, person))


def _place(own: Facility, said: CustodyEventIn) -> tuple[Facility | None, Unit | None]:
    """Where the person is after it. A system places people within its own facility; a transfer may name another."""
    if said.to is not None and (said.kind != "transferred" or said.unit is not None):
        raise DestinationNotHere
    if said.kind in CustodyEvent.NOWHERE:
        return None, None
    if said.to is not None:
        return _facility(said.to.facility), None
    return own, _unit(own, said.unit) if said.unit is not None else None


def _facility(code: str) -> Facility:
    found = Facility.objects.filter(code=code).first()
    if found is None:
        raise FacilityUnknown
    return found


def _unit(of: Facility, name: str) -> Unit:
    found = of.units.filter(name=name.strip()).first()
    if found is None:
        raise UnitUnknown
    return found


def _person(machine: Machine, said: CustodyEventIn) -> Person:
    known = somebody(machine.facility, said.number)
    if known is not None:
        return known
    if said.kind != "admitted" or said.person is None:
        raise NumberUnknown
    return services.know_person(
        legal_name=said.person.legal_name,
        language=said.person.language,
        is_adult=said.person.is_adult,
        number=said.number,
        facility=machine.facility,
        by=machine,
    )


def somebody(facility: Facility, number: str) -> Person | None:
    """Whom this facility knows by this number."""
    found = FacilityNumber.objects.filter(facility=facility, number=number.strip())
    row = found.select_related("person__merged_into").first()
    return root_of(row.person) if row is not None else None


def _is_theirs_to_say(facility: Facility, person: Person, said: CustodyEventIn) -> None:
    """A facility's system can't release, move or bury whom another facility held at that time."""
    if said.kind not in ARRIVING or said.to is not None:
        not_held_elsewhere(facility, person, at=said.occurred_at)


def not_held_elsewhere(facility: Facility, person: Person, *, at: datetime) -> None:
    """Raises `HeldElsewhere` where another facility held this person just before `at`."""
    holder = project(timeline_of(person).filter(occurred_at__lt=at)).facility
    if holder is not None and holder != facility:
        raise HeldElsewhere


def _status(own: Facility, person: Person) -> StatusOut:
    status = status_of(person)
    here = status.facility == own
    unit_name = status.unit.name if here and status.unit else None
    return StatusOut(state=status.state, is_with_you=here, unit=unit_name)
