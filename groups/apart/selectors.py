"""What staff may see of orders: those of their facilities, and those about whom their facilities hold."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from accounts.models import RoleGrant, User
from accounts.permissions import facilities_in_scope, has_role, programmes_in_scope
from core.errors import NotThere
from core.scoping import whole
from custody.merging import ROOT_OF_ROW, records_of
from custody.models import Facility, FacilityNumber, KeepApartOrder, Person
from custody.timeline import Status, held_at, statuses
from groups.apart.errors import PersonNotFound, SeveralFound
from groups.apart.models import KeptApart
from groups.continuity.selectors import visible_persons
from groups.entry import KNOWING

Role = RoleGrant.Role
#: Who records and ends orders at their facility, and who reads what orders prevented.
RECORDING, REPORTED_TO = (Role.FACILITY_ADMIN,), (Role.SECURITY_OFFICER,)
MOST = 200


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two as staff know them."""

    person: Person
    status: Status
    number: str
    protected: bool

    @property
    def where(self) -> str:
        place = str(self.status.facility) if self.status.in_custody else "in the community"
        return f"{self.number}, {place}" if self.number else place


@dataclass(frozen=True, slots=True)
class OrderView:
    """An order with both people. `state`: in_force, to_come, over (by its date), ended (by somebody)."""

    order: KeepApartOrder
    sides: tuple[Side, Side]
    state: str


def visible_orders(user: User | None, *roles: str) -> QuerySet[KeepApartOrder]:
    """The orders that these roles (none given: any that may know of orders) let this user see."""
    roles = roles or KNOWING
    if programmes_in_scope(user, *roles) is None:
        return KeepApartOrder.objects.all()
    facilities = facilities_in_scope(user, *roles)
    held = records_of(list(held_at(facilities.values_list("pk", flat=True)).values_list(ROOT_OF_ROW, flat=True)))
    about = Q(one__in=held) | Q(other__in=held)
    return KeepApartOrder.objects.filter(Q(facility__in=facilities) | about)


def order_for(user: User | None, order_id: UUID) -> KeepApartOrder:
    found = visible_orders(user).filter(pk=order_id).select_related("one", "other", "facility").first()
    if found is None:
        raise NotThere
    return found


def may_end(user: User | None, order: KeepApartOrder) -> bool:
    """The facility whose order it is; one of no facility, whoever administers everywhere."""
    return has_role(user, *RECORDING, facility_ids=[order.facility_id] if order.facility_id else [])


def may_read_report(user: User | None, order: KeepApartOrder) -> bool:
    return visible_orders(user, *REPORTED_TO).filter(pk=order.pk).exists()


def views_of(orders: Sequence[KeepApartOrder], *, at: datetime) -> list[OrderView]:
    """So many queries, whatever the number of orders."""
    persons = {pk for order in orders for pk in (order.one_id, order.other_id)}
    where, numbers = statuses(persons), _numbers(persons)
    return [
        OrderView(
            order,
            (_side(order.one, order, where, numbers), _side(order.other, order, where, numbers)),
            _state(order, at),
        )
        for order in orders
    ]


def list_of(user: User | None, *, at: datetime) -> list[OrderView]:
    """Those that stand first, the newest first."""
    rows = visible_orders(user).select_related("one", "other", "facility")
    standing = list(rows.filter(ended_at=None).order_by("-from_at", "-id")[:MOST])
    ended = list(rows.exclude(ended_at=None).order_by("-ended_at", "-id")[:MOST])
    return views_of([*standing, *ended], at=at)


def prevented_by(order: KeepApartOrder) -> list[KeptApart]:
    """What this order prevented, the latest first."""
    rows = order.prevented.filter(times__gt=0).select_related("person", "group")
    return list(rows.order_by("-last_at", "-id")[:MOST])


def find_person(text: str, *, facility: Facility, user: User | None) -> Person:
    """By the number that this facility knows them by, or by the whole legal name, of those whom the user works with."""
    with whole("the other of two may be at a facility that is none of the user's"):
        numbered = FacilityNumber.objects.filter(facility=facility, number=text).select_related("person").first()
    if numbered is not None:
        return numbered.person
    named = list(visible_persons(user).filter(legal_name__iexact=text).order_by("pk")[:2])
    if len(named) > 1:
        raise SeveralFound
    if not named:
        raise PersonNotFound
    return named[0]


def side_of(person: Person, *, protected: bool = False) -> Side:
    where, numbers = statuses([person.pk]), _numbers({person.pk})
    return Side(person, where[person.pk], _number(person, where, numbers), protected)


def _side(
    person: Person,
    order: KeepApartOrder,
    where: dict[UUID, Status],
    numbers: dict[tuple[UUID, UUID], str],
) -> Side:
    return Side(person, where[person.pk], _number(person, where, numbers), order.protected_id == person.pk)


def _number(person: Person, where: dict[UUID, Status], numbers: dict[tuple[UUID, UUID], str]) -> str:
    facility = where[person.pk].facility
    return numbers.get((person.pk, facility.pk), "") if facility else ""


def _numbers(persons: set[UUID]) -> dict[tuple[UUID, UUID], str]:
    rows = FacilityNumber.objects.filter(person__in=persons).values_list("person_id", "facility_id", "number")
    return {(person, facility): number for person, facility, number in rows}


def _state(order: KeepApartOrder, at: datetime) -> str:
    if order.ended_at is not None:
        return "ended"
    if order.until is not None and order.until <= at:
        return "over"
    return "to_come" if at < order.from_at else "in_force"
