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
from custody.models import CustodyEvent, Facility, FacilityNumber, Person, Unit
from custody.timeline import held_at

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
    found = _living(user)
    if unit is not None:
        found = found.filter(unit=unit)
    if search:
        numbers = FacilityNumber.objects.filter(number__iexact=search)
        found = found.filter(Q(person__legal_name__icontains=search) | Q(person__in=numbers.values("person")))
    rows = found.select_related("person", "facility", "unit").order_by("person__legal_name", "person")
    return _described(rows[:SHOWN])


def person_here(user: User | None, person_id: UUID) -> Person:
    event = _living(user).filter(person=person_id).select_related("person").first()
    if event is None:
        raise NotThere
    return event.person


def found_open(user: User | None) -> list[FoundOpen]:
    """What was told within the last days, the newest first."""
    theirs = SignIn.objects.filter(found_open_at__gt=clock.now() - TOLD_FOR)
    theirs = theirs.filter(user__person__in=_living(user).values("person")).order_by("-found_open_at")
    return [_found(one) for one in theirs.select_related("user__person", "tablet__facility")]


def _living(user: User | None) -> QuerySet[CustodyEvent]:
    """The event that says where somebody is, of everybody who lives in reach of this user."""
    units, facilities = units_of(user), facilities_of(user)
    at = {*facilities.values_list("pk", flat=True), *units.values_list("facility", flat=True)}
    mine = Q(facility__in=facilities.values("pk")) | Q(unit__in=units.order_by().values("pk"))
    return held_at(at).filter(mine)


def _described(events: Iterable[CustodyEvent]) -> list[Here]:
    rows = list(events)
    users = {user.person_id: user for user in User.objects.filter(person__in=[row.person_id for row in rows])}
    numbers = _numbers(rows)
    paused = _paused(users.values())
    return [_here(row, users.get(row.person_id), numbers, paused) for row in rows]


def _here(
    event: CustodyEvent, user: User | None, numbers: Mapping[tuple[UUID, UUID | None], str], paused: set[str]
) -> Here:
    assert event.facility is not None
    return Here(
        person=event.person,
        facility=event.facility,
        unit=event.unit,
        number=numbers.get((event.person_id, event.facility_id), ""),
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


def _numbers(events: Sequence[CustodyEvent]) -> dict[tuple[UUID, UUID | None], str]:
    found = FacilityNumber.objects.filter(person__in=[event.person_id for event in events])
    return {(one.person_id, one.facility_id): one.number for one in found}


def _paused(users: Iterable[User]) -> set[str]:
    subjects = [f"user:{user.pk}" for user in users]
    rows = Attempts.objects.filter(subject__in=subjects, paused_until__gt=clock.now(), place__startswith="tablet:")
    return set(rows.values_list("subject", flat=True))


def _found(sign_in: SignIn) -> FoundOpen:
    assert sign_in.found_open_at and sign_in.tablet and sign_in.user.person
    where = sign_in.tablet.facility
    return FoundOpen(sign_in.user.person.legal_name, sign_in.tablet.label, sign_in.found_open_at, where.time_zone)
