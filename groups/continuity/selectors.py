"""What staff may see of persons: those whom their facilities hold or held last, and those seated in their programme."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet

from accounts.models import RoleGrant, User
from accounts.permissions import facilities_in_scope, programmes_in_scope
from core.errors import NotThere
from custody.models import CustodyEvent, Facility, Person
from custody.timeline import Status, held_at, place, statuses
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
    """The persons with whom this user works."""
    programmes = programmes_in_scope(user, Role.PROGRAMME_ADMIN)
    if programmes is None:
        return Person.objects.all()
    facilities = facilities_in_scope(user, *PEOPLE_ROLES)
    seated = Q(memberships__group__programme__in=programmes, memberships__state__in=Membership.SEATED)
    held = Q(pk__in=_held_by(set(facilities.values_list("pk", flat=True))))
    return Person.objects.filter(seated | held).distinct()


def _held_by(facilities: set[UUID]) -> Iterable[UUID]:
    """Persons whose last place in custody is one of these: a facility looks after whom it released, until somebody
    else takes them in."""
    events = CustodyEvent.objects.filter(person__timeline__facility__in=facilities).exclude(facility=None).distinct()
    last: dict[UUID, CustodyEvent] = {}
    for event in events:
        if event.person_id not in last or place(event) > place(last[event.person_id]):
            last[event.person_id] = event
    return [person for person, event in last.items() if event.facility_id in facilities]


def person_for(user: User | None, person_id: UUID) -> Person:
    """This person, if the user works with them; else `NotThere`."""
    person = visible_persons(user).filter(pk=person_id).first()
    if person is None:
        raise NotThere
    return person


def people(user: User | None, *, search: str = "", inside: Facility | None = None, limit: int = 200) -> list[PersonRow]:
    """Whom the user works with, found by alias, legal name or number; `inside`: only whom this facility holds now."""
    persons = visible_persons(user)
    if inside is not None:
        persons = persons.filter(pk__in=held_at([inside.pk]).values("person"))
    if search:
        found = Q(alias__icontains=search) | Q(legal_name__icontains=search) | Q(numbers__number=search)
        persons = persons.filter(found).distinct()
    shown = list(persons.order_by("alias", "legal_name")[:limit])
    where = statuses([person.pk for person in shown])
    return [PersonRow(person, where[person.pk]) for person in shown]
