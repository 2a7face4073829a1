"""What can be seen of groups: members as peers see them, and who can read a room."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.permissions import staff_covering
from custody.models import Person
from groups.models import Membership, SupportGroup
from groups.seats import WATCHING, facilities_of


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
class Readers:
    """Who can read a room: the only answer to that question."""

    members: tuple[str, ...]
    staff: tuple[str, ...]

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
    seated = Membership.objects.filter(group=group_id, state__in=Membership.SEATED).select_related("person")
    return [member_view(membership) for membership in seated.order_by("seat")]


def everybody_ever(group_id: UUID) -> list[MemberView]:
    """Also those who left: their words may still be in the room."""
    rows = Membership.objects.filter(group=group_id).select_related("person").order_by("joined_at", "id")
    return [member_view(membership) for membership in rows]


def member_view(membership: Membership) -> MemberView:
    return MemberView(
        id=membership.pk,
        person_id=membership.person_id,
        alias=membership.person.alias,
        role=membership.role,
        seat=membership.seat,
        away=membership.state != Membership.State.ACTIVE,
    )


def readers_of(group: SupportGroup) -> Readers:
    members = tuple(view.alias for view in members_of(group.pk) if not view.away)
    staff = staff_covering(*WATCHING, programme_id=group.programme_id, facility_ids=facilities_of(group))
    return Readers(members, tuple(sorted({user.name for user in staff})))


def groups_of(person: Person) -> list[Membership]:
    """This person's seats, whatever their state."""
    seats = Membership.objects.filter(person=person, state__in=Membership.SEATED)
    return list(seats.select_related("group").order_by("joined_at"))


def retention_facilities(group: SupportGroup) -> Iterable[str]:
    """The facilities whose retention rules this group's room is under: the longest wins."""
    return [str(pk) for pk in facilities_of(group)]
