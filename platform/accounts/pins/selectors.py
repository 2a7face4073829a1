"""Whom staff of a unit help at the doors, and what they should know of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet

from accounts.models import Attempts, SignIn, User
from accounts.permissions import facilities_in_scope, units_in_scope
from accounts.pins.services import HELPING
from core import clock
from core.errors import NotThere
from custody.merging import ROOT_OF_ROW
from custody.models import Facility, FacilityNumber, Person, Unit
from custody.timeline import Status, held_at, statuses

#: Rows of a list; whoever looks for one of more types a name or a number.
SHOWN = 200
#: How long it is told that a page was found open.
TOLD_FOR = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Here:
    """Somebody who lives in a unit. `pin`: `own`, `temporary`, `over` (a temporary one whose day is over), or `none`.
    Whether there is a silent PIN is nobody's to see."""

    person: Person
    facility: Facility
    unit: Unit | None
    number: str
    pin: str
    pin_until: datetime | None
    has_letters: bool
    is_paused: bool
    is_off: bool


@dataclass(frozen=True, slots=True)
class FoundOpen:
    """A page of one of them that somebody else found open."""

    name: str
    tablet: str
    at: datetime
    zone: str


def units_of(user: User | None) -> QuerySet[Unit]:
    return units_in_scope(user, *HELPING).select_related("facility").order_by("facility__name", "name")


def facilities_of(user: User | None) -> QuerySet[Facility]:
    """Where this user helps everybody, whatever the unit."""
    return facilities_in_scope(user, *HELPING)


def unit_for(user: User | None, named: str) -> Unit | None:
    """The unit that an address names; None where it names none. `NotThere` for one that is not theirs."""
    if not named:
        return None
    try:
        return units_of(user).get(pk=UUID(named))
    except (ValueError, Unit.DoesNotExist):
        raise NotThere from None


def people_here(user: User | None, *, unit: Unit | None = None, search: str = "") -> list[Here]:
    """Who lives now where this user helps, by name: a few queries, however many they are."""
    living = _living(user)
    ids = [pk for pk, status in living.items() if unit is None or status.unit == unit]
    found = Person.objects.filter(pk__in=ids)
    if search:
        numbered = FacilityNumber.objects.filter(number__iexact=search).values(root=ROOT_OF_ROW)
        found = found.filter(Q(legal_name__icontains=search) | Q(pk__in=numbered))
    return _described(list(found.order_by("legal_name", "pk")[:SHOWN]), living)


def person_here(user: User | None, person_id: UUID) -> Person:
    if person_id not in _living(user):
        raise NotThere
    return Person.objects.get(pk=person_id)


def found_open(user: User | None) -> list[FoundOpen]:
    """What was told within the last days, the newest first."""
    theirs = SignIn.objects.filter(found_open_at__gt=clock.now() - TOLD_FOR)
    theirs = theirs.filter(user__person__in=_living(user)).order_by("-found_open_at")
    return [_found(one) for one in theirs.select_related("user__person", "tablet__facility")]


def _living(user: User | None) -> dict[UUID, Status]:
    """Where everybody is who lives in reach of this user."""
    units, facilities = set(units_of(user)), set(facilities_of(user))
    at = {facility.pk for facility in facilities} | {unit.facility_id for unit in units}
    held = set(held_at(at).values_list(ROOT_OF_ROW, flat=True))
    where = statuses(held)
    return {pk: status for pk, status in where.items() if status.facility in facilities or status.unit in units}


def _described(persons: Sequence[Person], living: Mapping[UUID, Status]) -> list[Here]:
    users = {user.person_id: user for user in User.objects.filter(person__in=persons)}
    numbers = _numbers(persons)
    paused = _paused(users.values())
    return [_here(person, living[person.pk], users.get(person.pk), numbers, paused) for person in persons]


def _here(
    person: Person, status: Status, user: User | None, numbers: Mapping[tuple[UUID, UUID], str], paused: set[str]
) -> Here:
    assert status.facility is not None
    return Here(
        person=person,
        facility=status.facility,
        unit=status.unit,
        number=numbers.get((person.pk, status.facility.pk), ""),
        pin=_pin_of(user),
        pin_until=user.pin_until if user else None,
        has_letters=bool(user and user.printed_secret),
        is_paused=bool(user and f"user:{user.pk}" in paused),
        is_off=bool(user and user.state != User.State.ACTIVE),
    )


def _pin_of(user: User | None) -> str:
    if user is None or not user.pin:
        return "none"
    if not user.pin_is_temporary:
        return "own"
    return "over" if user.pin_until and user.pin_until <= clock.now() else "temporary"


def _numbers(persons: Iterable[Person]) -> dict[tuple[UUID, UUID], str]:
    """By the one who stands for all records of a human."""
    rows = FacilityNumber.objects.annotate(root=ROOT_OF_ROW).filter(root__in=[person.pk for person in persons])
    return {(root, facility): number for root, facility, number in rows.values_list("root", "facility_id", "number")}


def _paused(users: Iterable[User]) -> set[str]:
    subjects = [f"user:{user.pk}" for user in users]
    rows = Attempts.objects.filter(subject__in=subjects, paused_until__gt=clock.now(), place__startswith="tablet:")
    return set(rows.values_list("subject", flat=True))


def _found(sign_in: SignIn) -> FoundOpen:
    assert sign_in.found_open_at and sign_in.tablet and sign_in.user.person
    where = sign_in.tablet.facility
    return FoundOpen(sign_in.user.person.legal_name, sign_in.tablet.label, sign_in.found_open_at, where.time_zone)
