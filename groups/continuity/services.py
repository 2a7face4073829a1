"""Continuity: every change of custody status enters here, and a seat follows its person through every door.

A seat's state is derived, not steered: after each change `settle` asks for each seat whether its group takes the
person in as they now are, and whether they have a way in through the door that follows from their status. If both,
the seat is active; if not, it is away, and to the others it reads 'taking a break'.
"""

from datetime import datetime, timedelta
from typing import Any

from django.db import IntegrityError, transaction

from accounts import services as accounts
from accounts.models import SignIn, User
from audit.services import CODE, actor, record
from core import changes, clock
from core.scoping import whole
from core.transactions import unit
from custody.merging import cluster_of, locked, numbers_of, root_id
from custody.models import CustodyEvent, Facility, FacilityNumber, Person, Unit
from custody.timeline import Status, status_of
from groups import kinds
from groups import services as seats
from groups.admission import DERIVED, admission
from groups.apart.models import KeptApart
from groups.apart.reports import note_turned_away
from groups.apart.together import hold_together
from groups.approvals import approvals_of
from groups.continuity.adults import confirm_adult
from groups.continuity.errors import (
    EventInTheFuture,
    KindUnknown,
    NameMissing,
    NumberTaken,
    PlaceMissing,
    PlaceNotNeeded,
    SourceIdReused,
    SourceMalformed,
    UnitElsewhere,
)
from groups.continuity.feeds import hear
from groups.continuity.telling import EVENT_RECORDED, told_of
from groups.models import Membership

#: Clocks of feeds and staff may be this far ahead of ours.
SKEW = timedelta(minutes=5)
#: Who moves may make room for somebody else. So often at most is looked again; whatever is left, the next minute finds.
PASSES = range(3)


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
    adult: str = "",
) -> Person:
    """Somebody new: a person, their number, their first custody event and their sign-in at tablets. `adult`: how it was
    checked that they are one, as a code of `adults.CHECKED_BY`; empty: nobody has checked yet, and they get no seat."""
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
    if adult:
        confirm_adult(person=person, checked_by=adult, by=by)
    return person


@unit()
def know_person(
    *, legal_name: str, language: str, is_adult: bool, number: str, facility: Facility, by: object
) -> Person:
    """Somebody new of whom a system or a list tells. They have no sign-in until staff give them a PIN."""
    if not legal_name.strip() or not number.strip():
        raise NameMissing
    person = Person.objects.create(legal_name=legal_name.strip(), language=language, created_at=clock.now())
    give_number(person=person, facility=facility, number=number, by=by)
    if is_adult:
        confirm_adult(person=person, checked_by="facility_record", by=by)
    return person


@unit()
@whole("a person may be known at a facility that is none of the actor's: where they are sent")
def give_number(*, person: Person, facility: Facility, number: str, by: object) -> FacilityNumber:
    """The number by which this facility knows this person; the same again changes nothing, also where a record that was
    merged into theirs has it."""
    number = number.strip()
    known = FacilityNumber.objects.filter(facility=facility, number=number).first()
    if known is not None and known.person_id not in cluster_of(person):
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
    feed_of: Facility | None = None,
) -> CustodyEvent:
    """Put an event into a person's timeline, at the place where it occurred: the one entrance for staff, feeds, imports
    and commands. Idempotent by source and id; late, doubled and contradictory events end in the same status. What
    follows for doors and seats follows at once. `feed_of`: whose feed the source is, where that is not the facility
    that the event names."""
    now = clock.now()
    _refuse_malformed(kind, source, source_id)
    if occurred_at > now + SKEW:
        raise EventInTheFuture
    _refuse_place(kind, facility, unit, housing)
    person = locked(person)[person.pk]
    before = status_of(person)
    hear(feed_of or facility or before.facility, source=source, at=now)
    said: dict[str, Any] = {"person": person, "kind": kind, "facility": facility, "occurred_at": occurred_at}
    known = CustodyEvent.objects.filter(source=source, source_id=source_id).first()
    if known is not None:
        return _same(known, **said)
    told = {"recorded_at": now, "recorded_by": actor(by), "source": source, "source_id": source_id}
    try:
        with transaction.atomic():
            event = CustodyEvent.objects.create(**said, **told, unit=unit, housing=housing.strip())
    except IntegrityError:  # told at the same moment, of somebody else
        return _same(CustodyEvent.objects.get(source=source, source_id=source_id), **said)
    record(kinds.CUSTODY_EVENT, by=by, subject=f"person:{person.pk}", event=event.pk, what=kind, source=source)
    follow(person, before=before, by=by)
    told_of(event, EVENT_RECORDED, before=before.facility, after=status_of(person).facility)
    return event


def _refuse_malformed(kind: str, *codes: str) -> None:
    if kind not in CustodyEvent.Kind:
        raise KindUnknown
    if not all(codes) or not all(map(CODE.fullmatch, codes)):
        raise SourceMalformed


def _refuse_place(kind: str, facility: Facility | None, unit: Unit | None, housing: str) -> None:
    if kind in CustodyEvent.NOWHERE and (facility or unit or housing.strip()):
        raise PlaceNotNeeded
    if kind not in CustodyEvent.NOWHERE and facility is None:
        raise PlaceMissing
    if unit is not None and (facility is None or unit.facility_id != facility.pk):
        raise UnitElsewhere


def _same(known: CustodyEvent, *, person: Person, **said: Any) -> CustodyEvent:
    """Told again, also after it was taken back: nothing happens. Something else under the same id: refused."""
    now_said = (said["kind"], said["facility"] and said["facility"].pk, said["occurred_at"])
    is_theirs = known.person_id in cluster_of(person)
    if not is_theirs or now_said != (known.kind, known.facility_id, known.occurred_at):
        raise SourceIdReused
    return known


def follow(person: Person, *, before: Status, by: object) -> None:
    """Doors that no longer fit close at once, live sockets too; then each seat takes the state that follows."""
    after, root = status_of(person), root_id(person)
    if after == before:
        return
    user = User.objects.filter(person=root).first()
    if user is not None and (after.door != before.door or after.facility_id != before.facility_id):
        accounts.end_all_sign_ins(user=user, because="custody", by=by)
    seats.authority_changed(person_id=root)
    changes.note("person.changed", root)
    settle(person=person, by=by)


@unit()
def settle(*, person: Person, by: object, where: str = KeptApart.Where.CUSTODY) -> None:
    """Give each of this person's seats the state that follows from where they are and how they can come in; and the
    seats of those who are kept apart from them there, who may come in now or not any more. `where`: what brought it
    about."""
    together = hold_together(person=person, at=clock.now())
    for _ in PASSES:
        moved = [_settle(who, by=by, where=where) for who in together]
        if not any(moved):
            return


def _settle(person: Person, *, by: object, where: str) -> bool:
    """Whether any seat has moved."""
    status, at, root = status_of(person), clock.now(), root_id(person)
    way_in = has_way_in(person, status)
    kept = Membership.objects.filter(person=root, state__in=(Membership.State.ACTIVE, Membership.State.AWAY))
    rows = list(kept.select_related("group").order_by("group_id"))
    groups = [seat.group for seat in rows]
    gates = admission(groups, approvals_of(group.pk for group in groups), {root: status}, at=at)
    moved = False
    for seat in rows:
        why = gates.why_away(seat.group, root) or (None if way_in else Membership.Away.CUSTODY)
        if not _takes(seat, why, by=by):
            continue
        moved = True
        if why == Membership.Away.KEEP_APART:
            orders = gates.kept_by(seat.group, root)
            note_turned_away(orders=orders, person_id=root, group_id=seat.group_id, where=where, at=at)
    return moved


def _takes(seat: Membership, why: str | None, *, by: object) -> bool:
    """The seat takes the state that follows, if it has another."""
    if why is None and seat.why_away in DERIVED:
        seats.come_back(membership=seat, by=by)
    elif why is not None and seat.state == Membership.State.ACTIVE:
        seats.turn_away(membership=seat, why=why, by=by)
    elif why is not None and seat.why_away in DERIVED and seat.why_away != why:
        seats.change_why_away(membership=seat, why=why)
    else:
        return False
    return True


@whole("a way in is by the number of whichever facility holds them")
def has_way_in(person: Person, status: Status) -> bool:
    """Can this person sign in at the door that follows from this status?"""
    user = User.objects.filter(person=root_id(person)).first()
    if user is None or not status.door:
        return False
    if status.in_custody:
        return bool(user.pin) and numbers_of(person).filter(facility=status.facility).exists()
    return bool(user.sign_in)


def last_sign_in(person: Person) -> SignIn | None:
    """When this person was last here: for staff who look after a hand-over."""
    return SignIn.objects.filter(user__person=person).order_by("-started_at").first()
