"""Where a rule is for, as people name it, and which of these places somebody may choose."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from django.db.models import QuerySet

from accounts.models import RoleGrant, User
from accounts.permissions import facilities_in_scope
from chat.models import Room
from custody.merging import root_of
from custody.models import Facility, Person, Unit
from moderation.rules.compiling import scope
from moderation.rules.models import ScopeKind
from moderation.rules.permissions import DRAFTING, FACILITY, PROGRAMME, ROOMS, may_draft, may_publish, rooms_of
from moderation.screening.rules import EVERYWHERE, Scope

#: What stands in a form for a person, who is looked for by name.
A_PERSON = "person"
GONE = "A place that is gone"

Groups = list[tuple[str, list[tuple[str, str]]]]


def labels(scopes: Iterable[Scope]) -> Mapping[Scope, str]:
    """In the same few queries however many there are."""
    wanted = set(scopes)
    found = {
        (str(kind), str(pk)): label
        for kind, look in _LOOKS.items()
        if (ids := [pk for one in wanted if one.kind == kind and (pk := as_id(one.id))])
        for pk, label in look(ids).items()
    }
    return {one: "Everywhere" if one == EVERYWHERE else found.get((one.kind, one.id), GONE) for one in wanted}


def label(of: Scope) -> str:
    return labels([of])[of]


def for_drafts(user: User) -> Groups:
    """The places for which this user may write rules, as a select shows them."""
    groups = _within(user, DRAFTING, rooms=ROOMS, everywhere=may_draft(user, EVERYWHERE))
    if may_draft(user, scope(A_PERSON, "")):
        groups.append(("People", [(A_PERSON, "One person")]))
    return groups


def for_overrides(user: User) -> Groups:
    """The places where this user may put built-in rules into shadow."""
    return _within(user, FACILITY, rooms=PROGRAMME, everywhere=may_publish(user, EVERYWHERE))


def for_outcomes(user: User) -> Groups:
    """The places for which this user may change what follows: a unit has no table of its own."""
    return [(name, choices) for name, choices in for_overrides(user) if name != "Units"]


def for_back_tests(user: User) -> Groups:
    """Whose messages a back-test may read: all within reach, or of one place there."""
    groups = _within(user, DRAFTING, rooms=(RoleGrant.Role.MODERATOR, *FACILITY), everywhere=False)
    return [("", [(value_of(EVERYWHERE), "All rooms within my reach")]), *groups]


def value_of(one: Scope) -> str:
    """As it stands in a form: `everywhere`, `facility:…`, for a person only `person`."""
    if one.kind in (ScopeKind.EVERYWHERE, A_PERSON):
        return one.kind
    return f"{one.kind}:{one.id}"


def of_value(text: str) -> Scope:
    kind, _, place = text.partition(":")
    return scope(kind, place)


def find_persons(text: str) -> list[Person]:
    """By facility number or alias, else by a part of the alias: a few at most. A merged record leads to the one that
    stands for it."""
    whole = Person.objects.filter(numbers__number__iexact=text) | Person.objects.filter(alias__iexact=text)
    exact = list(whole.select_related("merged_into").distinct()[:5])
    parts = Person.objects.filter(alias__icontains=text).select_related("merged_into").order_by("alias")
    return list(dict.fromkeys(map(root_of, exact or parts[:5])))


def as_id(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _within(user: User, roles: Iterable[str], *, rooms: Iterable[str], everywhere: bool) -> Groups:
    facilities = facilities_in_scope(user, *roles)
    circles = rooms_of(user, *rooms).select_related("group").order_by("group__name")
    groups = [
        ("", [(value_of(EVERYWHERE), "Everywhere")] if everywhere else []),
        ("Facilities", [(f"facility:{one.pk}", one.name) for one in facilities.order_by("name")]),
        ("Units", [(f"unit:{one.pk}", _unit(one)) for one in _units(facilities)]),
        ("Rooms", [(f"room:{one.pk}", one.group.name) for one in circles]),
    ]
    return [(name, choices) for name, choices in groups if choices]


def _units(facilities: QuerySet[Facility]) -> Iterable[Unit]:
    return Unit.objects.filter(facility__in=facilities).select_related("facility").order_by("facility__name", "name")


def _unit(unit: Unit) -> str:
    return f"{unit.name}, {unit.facility.name}"


def _facilities(ids: list[UUID]) -> Mapping[UUID, str]:
    return dict(Facility.objects.filter(pk__in=ids).values_list("pk", "name"))


def _unit_names(ids: list[UUID]) -> Mapping[UUID, str]:
    return {one.pk: _unit(one) for one in Unit.objects.filter(pk__in=ids).select_related("facility")}


def _rooms(ids: list[UUID]) -> Mapping[UUID, str]:
    return {one.pk: f"Room of {one.group.name}" for one in Room.objects.filter(pk__in=ids).select_related("group")}


def _persons(ids: list[UUID]) -> Mapping[UUID, str]:
    return {one.pk: str(one) for one in Person.objects.filter(pk__in=ids)}


_LOOKS = {
    ScopeKind.FACILITY: _facilities,
    ScopeKind.UNIT: _unit_names,
    ScopeKind.ROOM: _rooms,
    ScopeKind.PERSON: _persons,
}
