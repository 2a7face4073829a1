"""Who sits in front of a room: a member in their seat, or a staff monitor."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from sys import intern
from typing import TYPE_CHECKING
from uuid import UUID

from accounts.models import RoleGrant, User
from accounts.permissions import grants_near, grants_of, has_role, place
from core import clock
from core.clock import ENDLESS
from core.errors import NotThere, RuleError
from custody.timeline import Status, statuses
from groups.admission import Admission, admission
from groups.apart.models import KeptApart
from groups.apart.reports import count_refused
from groups.approvals import Approvals, approvals_of, facilities_of
from groups.errors import RoomUnavailable
from groups.models import Membership, SupportGroup

if TYPE_CHECKING:
    from accounts.doors import Caller

#: Roles of staff who may watch a room.
WATCHING = (RoleGrant.Role.MODERATOR,)


@dataclass(frozen=True, slots=True)
class Seat:
    """One caller in one group. A snapshot of who they are, never of what they may do: that is `authority.reading`."""

    group_id: UUID
    role: str  # member, facilitator, monitor
    user_id: UUID
    sign_in_id: UUID
    door: str
    language: str
    person_id: UUID | None = None
    membership_id: UUID | None = None
    alias: str = ""
    number: int | None = None
    from_seq: int = 0
    paced: bool = True

    @property
    def is_monitor(self) -> bool:
        return self.role == "monitor"

    @property
    def leads(self) -> bool:
        """Sees what is meant for leaders, and its presence lets members post."""
        return self.role in ("facilitator", "monitor")

    @property
    def holder(self) -> str:
        """Its name in the lease table."""
        return f"monitor:{self.user_id}" if self.is_monitor else f"person:{self.person_id}"


def seat_of(caller: "Caller", group_id: UUID) -> Seat:
    """The caller's seat in this group. `NotThere` for whoever has none (an outsider can't tell a room from no room),
    `RoomUnavailable` for a member whom the room can't take in now."""
    answer = seats_of([(caller, group_id)])[0]
    if isinstance(answer, RoomUnavailable) and caller.person:
        count_refused(refused=[(caller.person.pk, group_id)], where=KeptApart.Where.PAGE)
    if isinstance(answer, RuleError):
        raise answer
    return answer


def seats_of(asked: "Sequence[tuple[Caller, UUID | None]]") -> list[Seat | RuleError]:
    """The same for each of these callers and groups (None: one that is not there), a refusal in its place: so many
    queries, whatever their number."""
    inputs = _read(asked)
    return [_seat(caller, group_id, inputs) for caller, group_id in asked]


@dataclass(frozen=True, slots=True)
class _Inputs:
    """What the seats of some callers rest on. Memberships by group and person."""

    at: datetime
    groups: Mapping[UUID, SupportGroup]
    memberships: Mapping[tuple[UUID, UUID], Membership]
    grants: Mapping[UUID, Sequence[RoleGrant]]
    approvals: Mapping[UUID, Approvals]
    admission: Admission


def _read(asked: "Sequence[tuple[Caller, UUID | None]]") -> _Inputs:
    at, group_ids = clock.now(), {group_id for _, group_id in asked if group_id}
    persons = {caller.person.pk for caller, _ in asked if caller.person}
    staff = {caller.user.pk for caller, _ in asked if caller.user and caller.is_staff}
    seated = Membership.objects.filter(group__in=group_ids, person__in=persons, state__in=Membership.SEATED)
    groups, approvals = SupportGroup.objects.in_bulk(group_ids), approvals_of(group_ids)
    return _Inputs(
        at=at,
        groups=groups,
        memberships={(membership.group_id, membership.person_id): membership for membership in seated},
        grants=grants_of(staff, *WATCHING, at=at),
        approvals=approvals,
        admission=admission(groups.values(), approvals, _custody([caller for caller, _ in asked]), at=at),
    )


def _custody(callers: "Sequence[Caller]") -> dict[UUID, Status]:
    """Where their persons are: as read with the caller, else now."""
    known = {caller.person.pk: caller.custody for caller in callers if caller.person and caller.custody}
    return known | statuses({caller.person.pk for caller in callers if caller.person} - set(known))


def _seat(caller: "Caller", group_id: UUID | None, inputs: _Inputs) -> Seat | RuleError:
    group = inputs.groups.get(group_id) if group_id else None
    if not caller.signed_in or group is None:
        return NotThere()
    if caller.person is None:
        return _monitor(caller, group, inputs)
    membership = inputs.memberships.get((group.pk, caller.person.pk))
    if membership is None:
        return NotThere()
    is_active = membership.state == Membership.State.ACTIVE
    answer = seated_until(group, caller.person.pk, is_active=is_active, gates=inputs.admission)
    if isinstance(answer, RuleError):
        return answer
    reads_only = bool(inputs.admission.why_not(group, caller.person.pk))
    return _member(caller, membership, group, role=Membership.Role.MEMBER if reads_only else membership.role)


def seated_until(group: SupportGroup, person_id: UUID, *, is_active: bool, gates: Admission) -> datetime | RuleError:
    """Until when this person's seat opens the room, or why it does not: the one answer for lines, for readings, and for
    who can read the room."""
    answer = gates.answer(group, person_id)  # asked also of who is away: how long it takes tells nothing
    return answer if is_active or isinstance(answer, RuleError) else RoomUnavailable()


def _member(caller: "Caller", membership: Membership, group: SupportGroup, *, role: str) -> Seat:
    """Who may only read does not lead: the room is not watched by them."""
    assert caller.user and caller.sign_in and caller.door and caller.person
    return Seat(
        group_id=group.pk,
        role=intern(str(role)),
        user_id=caller.user.pk,
        sign_in_id=caller.sign_in.pk,
        door=caller.door,
        language=intern(caller.language),
        person_id=caller.person.pk,
        membership_id=membership.pk,
        alias=caller.person.alias,
        number=membership.seat,
        from_seq=membership.from_seq,
        paced=group.paced,
    )


def _monitor(caller: "Caller", group: SupportGroup, inputs: _Inputs) -> Seat | RuleError:
    assert caller.user and caller.sign_in and caller.door
    grants = inputs.grants.get(caller.user.pk, ())
    if not watches_until(group, inputs.approvals[group.pk], grants):
        return NotThere()
    return Seat(
        group_id=group.pk,
        role="monitor",
        user_id=caller.user.pk,
        sign_in_id=caller.sign_in.pk,
        door=caller.door,
        language=intern(caller.language),
    )


def may_watch(user: User | None, group: SupportGroup) -> bool:
    """Staff may watch a group that their role's scope covers."""
    return has_role(user, *WATCHING, programme_id=group.programme_id, facility_ids=facilities_of(group))


def watches_until(group: SupportGroup, approvals: Approvals, grants: Iterable[RoleGrant]) -> datetime | None:
    """Until when somebody with these grants of a watching role may watch this group; None: they may not."""
    return max((grant.until or ENDLESS for grant in watching(group, approvals, grants)), default=None)


def watching(group: SupportGroup, approvals: Approvals, grants: Iterable[RoleGrant]) -> list[RoleGrant]:
    """Those of these grants of a watching role by which their holder may watch this group."""
    here = place(programme_id=group.programme_id, facility_ids=approvals)
    return [grant for grant in grants if here.is_covered_by(grant)]


def watchers_of_each(
    groups: Sequence[SupportGroup], approvals: Mapping[UUID, Approvals], *, at: datetime
) -> dict[UUID, list[tuple[User, list[RoleGrant]]]]:
    """Which staff may watch each of these groups, and by which grants: one query."""
    places = [place(programme_id=group.programme_id, facility_ids=approvals[group.pk]) for group in groups]
    held: dict[UUID, list[RoleGrant]] = {}
    for grant in grants_near(places, *WATCHING, at=at):
        held.setdefault(grant.user_id, []).append(grant)
    return {
        group.pk: [
            (grants[0].user, here) for grants in held.values() if (here := watching(group, approvals[group.pk], grants))
        ]
        for group in groups
    }
