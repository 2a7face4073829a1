"""Continuity: every change of custody status enters here, and a seat follows its person through every door.

A seat's state is derived, not steered: after each change `settle` asks for each seat whether its group takes the
person in as they now are, and whether they have a way in through the door that follows from their status. If both,
the seat is active; if not, it is away, and to the others it reads 'taking a break'.
"""

from datetime import datetime, timedelta
from typing import Any

from accounts import services as accounts
from accounts.models import SignIn, User
from audit.services import actor, record
from core import changes, clock
from core.transactions import unit
from custody.models import CustodyEvent, Facility, FacilityNumber, Person, Unit
from custody.timeline import Status, status_of
from groups import kinds
from groups import services as seats
from groups.admission import DERIVED, admission
from groups.approvals import approvals_of
from groups.continuity.errors import EventInTheFuture, NameMissing, NumberTaken, PlaceMissing, SourceIdReused
from groups.models import Membership

#: Clocks of feeds and staff may be this far ahead of ours.
SKEW = timedelta(minutes=5)


@unit()
def admit_person(
    *,
    legal_name: str,
    number: str,
    facility: Facility,
    unit: Unit | None,
    language: str,
    pin: str,
    by: object,
    occurred_at: datetime | None = None,
) -> Person:
    """Somebody new: a person, their number, their first custody event and their sign-in at tablets."""
    now = clock.now()
    if not legal_name.strip() or not number.strip():
        raise NameMissing
    person = Person.objects.create(legal_name=legal_name.strip(), language=language, created_at=now)
    give_number(person=person, facility=facility, number=number, by=by)
    record_custody_event(
        person=person,
        kind=CustodyEvent.Kind.ADMITTED,
        facility=facility,
        unit=unit,
        occurred_at=occurred_at or now,
        source="staff",
        source_id=f"admitted-{person.pk}",
        by=by,
    )
    accounts.create_participant_user(person=person, language=language, pin=pin, by=by)
    return person


@unit()
def give_number(*, person: Person, facility: Facility, number: str, by: object) -> FacilityNumber:
    """The number by which this facility knows this person; the same again changes nothing."""
    number = number.strip()
    known = FacilityNumber.objects.filter(facility=facility, number=number).first()
    if known is not None and known.person_id != person.pk:
        raise NumberTaken
    if known is None:
        known = FacilityNumber.objects.create(facility=facility, person=person, number=number)
        record(kinds.NUMBER_GIVEN, by=by, subject=f"person:{person.pk}", facility=facility.pk)
    return known


@unit()
def record_custody_event(
    *,
    person: Person,
    kind: str,
    occurred_at: datetime,
    source: str,
    source_id: str,
    by: object,
    facility: Facility | None = None,
    unit: Unit | None = None,
    housing: str = "",
) -> CustodyEvent:
    """Put an event into a person's timeline, at the place where it occurred. Idempotent by source and id; late and
    out-of-order events end in the same status. What follows for doors and seats follows at once."""
    now = clock.now()
    if occurred_at > now + SKEW:
        raise EventInTheFuture
    if (kind == CustodyEvent.Kind.RELEASED) != (facility is None):
        raise PlaceMissing
    Person.objects.select_for_update(no_key=True).get(pk=person.pk)
    known = CustodyEvent.objects.filter(source=source, source_id=source_id).first()
    if known is not None:
        return _same(known, person=person, kind=kind, facility=facility, occurred_at=occurred_at)
    before = status_of(person)
    event = CustodyEvent.objects.create(
        person=person,
        kind=kind,
        facility=facility,
        unit=unit,
        housing=housing,
        occurred_at=occurred_at,
        recorded_at=now,
        recorded_by=actor(by),
        source=source,
        source_id=source_id,
    )
    record(kinds.CUSTODY_EVENT, by=by, subject=f"person:{person.pk}", event=event.pk, what=kind, source=source)
    _follow(person, before=before, by=by)
    return event


def _same(known: CustodyEvent, *, person: Person, **said: Any) -> CustodyEvent:
    """The event told again: nothing happens. Something else under the same id: refused."""
    now_said = (person.pk, said["kind"], said["facility"] and said["facility"].pk, said["occurred_at"])
    if now_said != (known.person_id, known.kind, known.facility_id, known.occurred_at):
        raise SourceIdReused
    return known


def _follow(person: Person, *, before: Status, by: object) -> None:
    """Doors that no longer fit close at once, live sockets too; then each seat takes the state that follows."""
    after = status_of(person)
    if after == before:
        return
    user = User.objects.filter(person=person).first()
    if user is not None and (after.door != before.door or after.facility_id != before.facility_id):
        accounts.end_all_sign_ins(user=user, because="custody", by=by)
    seats.authority_changed(person_id=person.pk)
    changes.note("person.changed", person.pk)
    settle(person=person, by=by)


@unit()
def settle(*, person: Person, by: object) -> None:
    """Give each of this person's seats the state that follows from where they are and how they can come in."""
    status = status_of(person)
    way_in = has_way_in(person, status)
    kept = Membership.objects.filter(person=person, state__in=(Membership.State.ACTIVE, Membership.State.AWAY))
    rows = list(kept.select_related("group").order_by("group_id"))
    groups = [seat.group for seat in rows]
    gates = admission(groups, approvals_of(group.pk for group in groups), {person.pk: status}, at=clock.now())
    for seat in rows:
        why = gates.why_away(seat.group, person.pk) or (None if way_in else Membership.Away.CUSTODY)
        if why is None and seat.why_away in DERIVED:
            seats.come_back(membership=seat, by=by)
        elif why is not None and seat.state == Membership.State.ACTIVE:
            seats.turn_away(membership=seat, why=why, by=by)


def has_way_in(person: Person, status: Status) -> bool:
    """Can this person sign in at the door that follows from this status?"""
    user = User.objects.filter(person=person).first()
    if user is None:
        return False
    if status.in_custody:
        return bool(user.pin) and FacilityNumber.objects.filter(person=person, facility=status.facility).exists()
    return bool(user.sign_in)


def last_sign_in(person: Person) -> SignIn | None:
    """When this person was last here: for staff who look after a hand-over."""
    return SignIn.objects.filter(user__person=person).order_by("-started_at").first()
