"""The world of load tests: many rooms of released people, signed in, in open sessions that nobody has to watch."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX

from accounts.doors import Door
from accounts.models import SignIn, User
from accounts.sessions import cookie_for
from core import clock
from core.ids import new_id
from core.transactions import unit
from custody.models import Person, Programme
from groups import services as groups
from groups.models import Acknowledgement, GroupSession, Membership, SupportGroup, Wording

PROGRAMME = "Load tests"


@dataclass(frozen=True)
class Member:
    """One member who is signed in: `cookie` is the whole header."""

    room: UUID
    member: UUID
    role: str
    cookie: str


def world(*, rooms: int, members: int) -> Iterator[Member]:
    """New rooms, beside what is there. Each is one transaction."""
    programme, _ = Programme.objects.get_or_create(name=PROGRAMME)
    for _number in range(rooms):
        yield from _room(programme, members, at=clock.now())


@unit()
def _room(programme: Programme, members: int, *, at: datetime) -> list[Member]:
    group = groups.create_group(
        programme=programme,
        name=f"Load {new_id()}",
        by="system",
        capacity=members,
        monitor_rule=SupportGroup.MonitorRule.NOT_NEEDED,
        paced=False,
    )
    GroupSession.objects.create(
        group=group,
        state=GroupSession.State.OPEN,
        phase=GroupSession.Phase.OPENING,
        starts_at=at,
        ends_at=at + timedelta(hours=12),
        opened_at=at,
    )
    seats = _seats(group, members, at=at)
    sign_ins = _sign_ins([seat.person for seat in seats], at=at)
    return [_member(group, seat, sign_in) for seat, sign_in in zip(seats, sign_ins, strict=True)]


def _seats(group: SupportGroup, members: int, *, at: datetime) -> list[Membership]:
    """The first of each room leads it."""
    persons = Person.objects.bulk_create(
        [
            Person(
                legal_name="Load",
                alias=f"Load {new_id().hex}",
                created_at=at,
                adult_confirmed_at=at,
                adult_confirmed_by="system",
            )
            for _ in range(members)
        ]
    )
    _agree(persons, at=at)
    return Membership.objects.bulk_create(
        [
            Membership(
                group=group,
                person=person,
                role=Membership.Role.MEMBER if place else Membership.Role.FACILITATOR,
                seat=place + 1,
                joined_at=at,
            )
            for place, person in enumerate(persons)
        ]
    )


def _agree(persons: list[Person], *, at: datetime) -> None:
    texts = list(Wording.objects.filter(facility=None, group=None, from_at__lte=at))
    Acknowledgement.objects.bulk_create(
        [
            Acknowledgement(person=person, wording=text, language="en", door=Door.ONLINE, at=at)
            for person in persons
            for text in texts
        ]
    )


def _sign_ins(persons: list[Person], *, at: datetime) -> list[SignIn]:
    users = User.objects.bulk_create([_user(person, at=at) for person in persons])
    return SignIn.objects.bulk_create(
        [SignIn(user=user, door=Door.ONLINE, started_at=at, active_at=at) for user in users]
    )


def _user(person: Person, *, at: datetime) -> User:
    """A sign-in whose password no one can type."""
    return User(person=person, sign_in=f"load.{person.pk.hex}", password=UNUSABLE_PASSWORD_PREFIX, created_at=at)


def _member(group: SupportGroup, seat: Membership, sign_in: SignIn) -> Member:
    name, value = cookie_for(sign_in)
    room: UUID = group.room.pk
    return Member(room=room, member=seat.pk, role=seat.role, cookie=f"{name}={value}")
