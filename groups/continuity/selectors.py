"""What staff may see of persons: those whom their facilities hold or held last, and those seated in their programme."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db.models import Q, QuerySet

from accounts.models import RoleGrant, User
from accounts.permissions import facilities_in_scope, programmes_in_scope
from core import clock
from core.errors import NotThere
from custody.contradictions import Code, contradictions
from custody.merging import ROOT, ROOT_OF_ROW, stands, timeline_of
from custody.models import CustodyEvent, Facility, FacilityNumber, Person, RecordMerge
from custody.timeline import Status, held_at, last_held_at, place, statuses
from groups.continuity.taking_back import may_be_undone_until
from groups.models import Membership

Role = RoleGrant.Role
#: Who works with people's real identity and custody.
PEOPLE_ROLES = (Role.FACILITY_ADMIN, Role.PROGRAMME_ADMIN)


@dataclass(frozen=True)
class PersonRow:
    """A person in the list of staff."""

    person: Person
    status: Status

    @property
    def where(self) -> str:
        return where_words(self.status)


def visible_persons(user: User | None) -> QuerySet[Person]:
    """The persons with whom this user works. A record that was merged is not a person of its own."""
    programmes, everybody = programmes_in_scope(user, Role.PROGRAMME_ADMIN), Person.objects.filter(stands())
    if programmes is None:
        return everybody
    facilities = facilities_in_scope(user, *PEOPLE_ROLES)
    seated = Q(memberships__group__programme__in=programmes, memberships__state__in=Membership.SEATED)
    held = last_held_at(facilities.values_list("pk", flat=True)).values(root=ROOT_OF_ROW)
    return everybody.filter(seated | Q(pk__in=held)).distinct()


def person_for(user: User | None, person_id: UUID) -> Person:
    """This person, if the user works with them; else `NotThere`. Asked for by a record that was merged, the one that
    stands for it."""
    person = visible_persons(user).filter(Q(pk=person_id) | Q(merged=person_id)).first()
    if person is None:
        raise NotThere
    return person


def people(user: User | None, *, search: str = "", inside: Facility | None = None, limit: int = 200) -> list[PersonRow]:
    """Whom the user works with, found by alias, legal name or number; `inside`: only whom this facility holds now."""
    persons = visible_persons(user)
    if inside is not None:
        persons = persons.filter(pk__in=held_at([inside.pk]).values(root=ROOT_OF_ROW))
    if search:
        records = Person.objects.filter(_named(search))
        persons = persons.filter(pk__in=records.annotate(root=ROOT).values("root"))
    shown = list(persons.order_by("alias", "legal_name")[:limit])
    where = statuses([person.pk for person in shown])
    return [PersonRow(person, where[person.pk]) for person in shown]


def _named(search: str) -> Q:
    return Q(alias__icontains=search) | Q(legal_name__icontains=search) | Q(numbers__number=search)


#: Why somebody is not in the building, for a line.
OUT_WORDS = {
    CustodyEvent.Kind.TO_COURT: "at court",
    CustodyEvent.Kind.TO_HOSPITAL: "in hospital",
    CustodyEvent.Kind.TEMPORARY_ABSENCE: "away for a while",
}


def where_words(status: Status) -> str:
    """Where somebody is, in a few words of staff."""
    if not status.held:
        return "in the community" if status.is_released else "died"
    place = f"{status.facility}, {status.unit}" if status.unit else str(status.facility)
    return f"{place}; {OUT_WORDS[CustodyEvent.Kind(status.reason)]}" if status.is_out else place


# One person's page

#: What does not fit, for staff to ask about.
CONTRADICTIONS = {
    Code.TWO_PLACES: "At two facilities at the same moment",
    Code.RETURNED_NOT_OUT: "Returned, and was not known to be out",
    Code.OUT_NOT_HELD: "Left for a while, and no facility was known to hold them",
    Code.RELEASED_NOT_HELD: "Released, and no facility was known to hold them",
    Code.ADMITTED_WHILE_HELD: "Admitted here, while another facility held them",
    Code.AFTER_DEATH: "Told of a time after their death",
}


@dataclass(frozen=True, slots=True)
class Told:
    """An event of a person's timeline as staff read it."""

    event: CustodyEvent
    is_present: bool  # it says where they are now
    contradicts: str  # in words; empty when it fits
    undo_until: datetime | None  # of a release that may still be undone


def timeline(person: Person) -> list[Told]:
    """Latest first, what was taken back in its place."""
    events = sorted(timeline_of(person), key=place, reverse=True)
    odd = {each.event.pk: CONTRADICTIONS[each.code] for each in contradictions(events)}
    standing = [event for event in events if event.taken_back_at is None]
    died = next((event for event in standing if event.kind == CustodyEvent.Kind.DIED), None)
    present = died or next(iter(standing), None)
    return [Told(event, event is present, odd.get(event.pk, ""), _undo_until(event)) for event in events]


def _undo_until(event: CustodyEvent) -> datetime | None:
    until = may_be_undone_until(event)
    is_standing_release = event.kind == CustodyEvent.Kind.RELEASED and event.taken_back_at is None
    return until if is_standing_release and clock.now() <= until else None


def zone_of(events: Iterable[Told]) -> str:
    """By whose clock the times of this person are told: of the facility that holds them, or held them last."""
    places = (told.event.facility for told in events if told.event.taken_back_at is None)
    return next((facility.time_zone for facility in places if facility), settings.TIME_ZONE)


def merges_into(person: Person) -> list[RecordMerge]:
    """The merges that stand, the latest first: in this order they can be undone."""
    merges = RecordMerge.objects.filter(kept=person, undone_at=None).select_related("merged")
    return list(merges.order_by("-recorded_at", "-pk"))


def other_numbers(person: Person) -> list[FacilityNumber]:
    """The numbers of the records that were merged into this one."""
    return list(FacilityNumber.objects.filter(person__merged_into=person).select_related("facility"))
