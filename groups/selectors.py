"""What can be seen of groups: members as peers see them, and who can read a room."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import RoleGrant, User
from core import clock
from custody.models import Person
from custody.timeline import statuses
from groups.admission import Admission, admission
from groups.approvals import Approvals, approvals_of
from groups.models import Membership, SupportGroup
from groups.seats import seated_until, watchers_of_each


@dataclass(frozen=True, slots=True)
class MemberView:
    """A member as peers know them: within this group, by alias, never by account or door."""

    id: UUID  # of the membership
    person_id: UUID
    alias: str
    role: str
    seat: int
    away: bool

    @property
    def leads(self) -> bool:
        return self.role == Membership.Role.FACILITATOR


@dataclass(frozen=True, slots=True)
class Seated:
    """A member who can read, and until when that may be believed."""

    member: MemberView
    until: datetime


@dataclass(frozen=True, slots=True)
class Watcher:
    """A member of staff who can read, by these grants."""

    user: User
    grants: Sequence[RoleGrant]


@dataclass(frozen=True, slots=True)
class Readers:
    """Who can read a room, each with what lets them in: the only answer to that question."""

    seated: tuple[Seated, ...]
    watching: tuple[Watcher, ...]

    @property
    def members(self) -> tuple[str, ...]:
        return tuple(one.member.alias for one in self.seated)

    @property
    def staff(self) -> tuple[str, ...]:
        return tuple(one.user.name for one in self.watching)

    @property
    def text(self) -> str:
        """In the language that is active now."""
        people = ngettext("%(n)d person in this circle", "%(n)d people in this circle", len(self.members)) % {
            "n": len(self.members)
        }
        staff = ngettext("%(n)d staff member", "%(n)d staff", len(self.staff)) % {"n": len(self.staff)}
        return _("Who can read this: %(people)s and %(staff)s.") % {"people": people, "staff": staff}


def members_of(group_id: UUID) -> list[MemberView]:
    """Everybody who has a seat now, in the order of seats."""
    return members_of_each([group_id])[group_id]


def members_of_each(group_ids: Iterable[UUID]) -> dict[UUID, list[MemberView]]:
    """The same for each of these groups: one query."""
    found: dict[UUID, list[MemberView]] = {pk: [] for pk in group_ids}
    seated = Membership.objects.filter(group__in=list(found), state__in=Membership.SEATED).order_by("seat")
    rows = seated.values_list("group_id", "pk", "person_id", "person__alias", "role", "seat", "state")
    for group_id, pk, person_id, alias, role, seat, state in rows:
        away = state != Membership.State.ACTIVE
        found[group_id].append(MemberView(pk, person_id, alias, role, seat, away))
    return found


def seats_of_each(group_ids: Iterable[UUID]) -> dict[UUID, tuple[int, int]]:
    """How many seats of each of these groups are taken, and how many of those by somebody with an alias: one query. (An
    alias is chosen once, without anything else changing.)"""
    seated = Membership.objects.filter(group__in=list(group_ids), state__in=Membership.SEATED).order_by()
    counted = seated.values("group_id").annotate(taken=Count("pk"), named=Count("pk", filter=~Q(person__alias="")))
    return {row["group_id"]: (row["taken"], row["named"]) for row in counted}


def everybody_ever(group_id: UUID) -> list[MemberView]:
    """Also those who left: their words may still be in the room. A record that was merged into a member's has the
    member's place here, under its own id: what it wrote is theirs. One query."""
    rows = Membership.objects.filter(group=group_id).order_by("joined_at", "id")
    told = rows.values_list("pk", "person_id", "person__alias", "role", "seat", "state", "person__merged")
    found: dict[tuple[UUID, UUID], MemberView] = {}
    for pk, person_id, alias, role, seat, state, merged in told:
        for who in (person_id, merged):
            if who is not None:
                away = state != Membership.State.ACTIVE
                found[pk, who] = MemberView(pk, who, alias, role, seat, away)
    return list(found.values())


def readers_of(group: SupportGroup) -> Readers:
    return readers_of_each([group], members_of_each([group.pk]), approvals_of([group.pk]))[group.pk]


def readers_of_each(
    groups: Sequence[SupportGroup],
    members: Mapping[UUID, Sequence[MemberView]],
    approvals: Mapping[UUID, Approvals],
) -> dict[UUID, Readers]:
    """The same for each of these groups, whose members and approvals are in hand: as many queries as the gates need,
    and two. Asked are the gates that let a seat in, and the grants that let staff watch."""
    at = clock.now()
    custody = statuses({member.person_id for group in groups for member in members[group.pk]})
    gates = admission(groups, approvals, custody, at=at)
    watching = watchers_of_each(groups, approvals, at=at)
    return {
        group.pk: Readers(_seated(group, members[group.pk], gates), _watchers(watching[group.pk])) for group in groups
    }


def _seated(group: SupportGroup, members: Iterable[MemberView], gates: Admission) -> tuple[Seated, ...]:
    asked = [(one, seated_until(group, one.person_id, is_active=not one.away, gates=gates)) for one in members]
    return tuple(Seated(one, until) for one, until in asked if isinstance(until, datetime))


def _watchers(found: Iterable[tuple[User, Sequence[RoleGrant]]]) -> tuple[Watcher, ...]:
    return tuple(Watcher(user, grants) for user, grants in sorted(found, key=lambda one: one[0].name))


def groups_of(person: Person) -> list[Membership]:
    """This person's seats, whatever their state."""
    seats = Membership.objects.filter(person=person, state__in=Membership.SEATED)
    return list(seats.select_related("group").order_by("joined_at"))


def read_seq_of(membership_id: UUID) -> int:
    """How far this member has read. For their own eyes: a page, frame or export of anybody else never holds it."""
    return Membership.objects.values_list("read_seq", flat=True).get(pk=membership_id)


def retention_facilities(group: SupportGroup) -> Iterable[str]:
    """The facilities whose retention rules this group's room is under: the longest wins."""
    return retention_facilities_by(approvals_of([group.pk])[group.pk])


def retention_facilities_by(approvals: Approvals) -> list[str]:
    """The same, of a group whose approvals are in hand."""
    return [str(facility_id) for facility_id in approvals]
