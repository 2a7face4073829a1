"""What staff may see of persons: those whom their facilities hold or held last, and those seated in their programme."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet

from accounts.models import RoleGrant, User
from accounts.permissions import facilities_in_scope, programmes_in_scope
from core.errors import NotThere
from custody.merging import ROOT, ROOT_OF_ROW, stands
from custody.models import CustodyEvent, Facility, Person
from custody.timeline import Status, held_at, last_held_at, statuses
from groups.models import Membership

Role = RoleGrant.Role
#: Who works with people's real identity and custody.
PEOPLE_ROLES = (Role.FACILITY_ADMIN, Role.PROGRAMME_ADMIN)


@dataclass(frozen=True)
class PersonRow:
    """A person in the list of staff."""

    person: Person
    status: Status


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
