"""What a legal hold can be placed on, as staff see it, and whether it is in their scope. Never a word of a message."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils.timezone import localtime

from accounts.models import User
from accounts.permissions import facilities_in_scope, programmes_in_scope
from chat.models import Message, Room
from custody.models import Person
from custody.timeline import statuses
from groups.models import FacilityApproval, Membership
from moderation.records.permissions import OFFICER, keeps_everything


@dataclass(frozen=True, slots=True)
class Target:
    """A typed id, what to call it, and the places that it belongs to."""

    name: str
    label: str
    programmes: frozenset[UUID] = frozenset()
    facilities: frozenset[UUID] = frozenset()
    there: bool = True


@dataclass(frozen=True)
class Scope:
    """Where somebody keeps records."""

    everything: bool
    programmes: frozenset[str] = frozenset()
    facilities: frozenset[UUID] = field(default_factory=frozenset)

    def covers(self, target: Target) -> bool:
        by_programme = self.programmes & {str(programme) for programme in target.programmes}
        return self.everything or bool(by_programme or self.facilities & target.facilities)


def scope_of(user: User) -> Scope:
    if keeps_everything(user):
        return Scope(everything=True)
    programmes = programmes_in_scope(user, *OFFICER) or set()
    facilities = facilities_in_scope(user, *OFFICER).values_list("pk", flat=True)
    return Scope(False, frozenset(programmes), frozenset(facilities))


def look_up(names: Iterable[str]) -> dict[str, Target]:
    """These typed ids with what they stand for, in the same few queries however many there are."""
    ids: dict[str, list[UUID]] = defaultdict(list)
    wanted = set(names)
    for name in wanted:
        kind, _, named = name.partition(":")
        ids[kind].append(UUID(named))
    found = {**_rooms(ids["room"]), **_persons(ids["person"]), **_messages(ids["message"])}
    gone = {name: Target(name, f"{name.partition(':')[0]} that is erased", there=False) for name in wanted}
    return gone | found


def find_persons(text: str, *, scope: Scope, limit: int = 20) -> list[tuple[Target, Person]]:
    """People of this scope by alias, legal name, facility number or id."""
    asked = Q(alias__icontains=text) | Q(legal_name__icontains=text) | Q(numbers__number=text)
    as_id = parse_id(text)
    if as_id:
        asked |= Q(pk=as_id)
    persons = {f"person:{person.pk}": person for person in Person.objects.filter(asked).distinct()[: limit * 5]}
    targets = look_up(persons)
    return [(target, persons[name]) for name, target in targets.items() if scope.covers(target)][:limit]


def rooms_in(scope: Scope) -> list[Target]:
    """Every room of this scope, by name."""
    rooms = look_up(f"room:{pk}" for pk in Room.objects.values_list("pk", flat=True))
    return sorted((room for room in rooms.values() if scope.covers(room)), key=lambda room: room.label)


def parse_id(text: str) -> UUID | None:
    try:
        return UUID(text.strip())
    except ValueError:
        return None


def _rooms(ids: list[UUID]) -> dict[str, Target]:
    rooms = list(Room.objects.filter(pk__in=ids).select_related("group"))
    facilities = _facilities(room.group_id for room in rooms)
    return {
        f"room:{room.pk}": Target(
            f"room:{room.pk}",
            f"Room of {room.group.name}",
            frozenset([room.group.programme_id]),
            facilities[room.group_id],
        )
        for room in rooms
    }


def _messages(ids: list[UUID]) -> dict[str, Target]:
    messages = list(Message.objects.filter(pk__in=ids).select_related("room__group", "author"))
    facilities = _facilities(message.room.group_id for message in messages)
    return {f"message:{message.pk}": _message(message, facilities[message.room.group_id]) for message in messages}


def _message(message: Message, facilities: frozenset[UUID]) -> Target:
    group = message.room.group
    said = localtime(message.said_at).strftime("%-d %b %Y, %H:%M")
    label = f"Message of {message.author} in {group.name}, {said}"
    return Target(f"message:{message.pk}", label, frozenset([group.programme_id]), facilities)


def _persons(ids: list[UUID]) -> dict[str, Target]:
    persons = list(Person.objects.filter(pk__in=ids))
    where = statuses(person.pk for person in persons)
    programmes: dict[UUID, set[UUID]] = defaultdict(set)
    for person, programme in Membership.objects.filter(person__in=persons).values_list("person", "group__programme"):
        programmes[person].add(programme)
    return {
        f"person:{person.pk}": Target(
            f"person:{person.pk}",
            str(person),
            frozenset(programmes[person.pk]),
            _present_facility(where[person.pk]),
        )
        for person in persons
    }


def _present_facility(status: Any) -> frozenset[UUID]:
    return frozenset([status.facility.pk]) if status.facility else frozenset()


def _facilities(groups: Iterable[UUID]) -> dict[UUID, frozenset[UUID]]:
    """The facilities that take part in each of these groups."""
    found: dict[UUID, set[UUID]] = defaultdict(set)
    rows = FacilityApproval.objects.filter(group__in=set(groups), revoked_at=None)
    for group, facility in rows.values_list("group", "facility"):
        found[group].add(facility)
    return defaultdict(frozenset, {group: frozenset(places) for group, places in found.items()})
