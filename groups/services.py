"""Groups and seats: what can happen to them."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import F
from django.db.models.functions import Greatest

from audit.services import actor, record
from core import changes, clock
from core.transactions import unit
from custody.models import Facility, Person, Programme
from custody.timeline import status_of
from groups import kinds
from groups.admission import admission
from groups.approvals import approvals_of
from groups.errors import (
    SEAT_REFUSED,
    AdultNotConfirmed,
    AlreadySeated,
    GroupFull,
    MembershipMoved,
    RoomUnavailable,
)
from groups.models import FacilityApproval, Membership, SupportGroup
from groups.ports import herald
from groups.sessions import turns


@unit()
def create_group(*, programme: Programme, name: str, by: object, **rules: Any) -> SupportGroup:
    """A new circle. `rules`: topic, language, capacity, released_welcome, monitor_rule, mode."""
    group = SupportGroup.objects.create(programme=programme, name=name, created_at=clock.now(), **rules)
    herald().tell(group.pk, None, {}, audience="everybody", authority=False)
    record(kinds.GROUP_CREATED, by=by, subject=f"group:{group.pk}")
    return group


@unit()
def approve_facility(
    *,
    group: SupportGroup,
    facility: Facility,
    until: datetime,
    by: object,
    granted_role: str = "",
    document: str = "",
) -> FacilityApproval:
    """The facility's people may sit in this group until then. A standing approval is replaced."""
    now = clock.now()
    group.approvals.filter(facility=facility, revoked_at=None).update(revoked_at=now)
    approval = FacilityApproval.objects.create(
        group=group,
        facility=facility,
        granted_by=actor(by),
        granted_role=granted_role.strip(),
        document=document.strip(),
        granted_at=now,
        until=until,
    )
    herald().tell(group.pk, None, {}, audience="everybody", authority=True)
    record(
        kinds.FACILITY_APPROVED,
        by=by,
        subject=f"group:{group.pk}",
        facility=facility.pk,
        until=clock.wire(until),
    )
    return approval


@unit()
def revoke_approval(*, approval: FacilityApproval, by: object) -> None:
    """The facility's people are out of the room at once; their seats are kept."""
    FacilityApproval.objects.filter(pk=approval.pk, revoked_at=None).update(revoked_at=clock.now())
    herald().tell(approval.group_id, None, {}, audience="everybody", authority=True)
    changes.note("group.changed", approval.group_id)
    record(kinds.APPROVAL_REVOKED, by=by, subject=f"group:{approval.group_id}", facility=approval.facility_id)


@unit()
def give_seat(
    *,
    group: SupportGroup,
    person: Person,
    by: object,
    role: str = Membership.Role.MEMBER,
    seat: int | None = None,
) -> Membership:
    """A seat in this group, which reads from its own `member_joined` on. `AdultNotConfirmed`; `RoomUnavailable` for
    whatever would turn the seat away at once; `GroupFull`, `AlreadySeated`."""
    SupportGroup.objects.select_for_update().get(pk=group.pk)
    seated = group.memberships.filter(state__in=Membership.SEATED)
    if seated.filter(person=person).exists():
        raise AlreadySeated
    _may_sit(group, person)
    number = seat or _free_seat(group, set(seated.values_list("seat", flat=True)))
    membership = Membership.objects.create(
        group=group,
        person=person,
        role=role,
        seat=number,
        joined_at=clock.now(),
    )
    _tell(membership, "member_joined", numbered=lambda seq: _read_from(membership, seq - 1))
    record(
        kinds.SEAT_GIVEN,
        by=by,
        subject=f"membership:{membership.pk}",
        group=group.pk,
        person=person.pk,
        role=role,
    )
    return membership


@unit()
def end_membership(*, membership: Membership, to: str, by: object) -> None:
    """Leave (one's own wish) or removed. The seat is free; what was read stays bounded by the interval."""
    now = clock.now()
    # What they have read meanwhile was theirs to read.
    until_seq = Greatest(F("read_seq"), herald().head(membership.group_id))
    _move(membership, to=to, ended_at=now, why_away="", until_seq=until_seq)
    turns.let_go(membership=membership)
    _tell(membership, "member_left")
    record(kinds.SEAT_ENDED, by=by, subject=f"membership:{membership.pk}", state=to)


@unit()
def turn_away(*, membership: Membership, why: str, by: object) -> None:
    """The seat is kept; to others it reads 'taking a break', whatever the reason."""
    _move(membership, to=Membership.State.AWAY, why_away=why)
    turns.let_go(membership=membership)
    _tell(membership, "member_away")
    record(kinds.SEAT_AWAY, by=by, subject=f"membership:{membership.pk}", why=why)


@unit()
def come_back(*, membership: Membership, by: object) -> None:
    _move(membership, to=Membership.State.ACTIVE, why_away="")
    _tell(membership, "member_joined")
    record(kinds.SEAT_BACK, by=by, subject=f"membership:{membership.pk}")


@unit()
def authority_changed(*, person_id: UUID) -> None:
    """Something that this person's seats rest on has changed (custody, door): raise their versions."""
    Membership.objects.filter(person=person_id, state__in=Membership.SEATED).update(authority=F("authority") + 1)


@unit()
def read_up_to(reached: Mapping[UUID, int]) -> None:
    """So far these memberships have read; who has read further, or has no seat now, stays where they are.

    This is nobody else's affair: no event, no audit row, no wake-up. What a member may do does not rest on it, so
    `authority` stays, and no post waits or is read anew. Rows are taken in the order of their ids.
    """
    rows = Membership.objects.filter(pk__in=reached, state=Membership.State.ACTIVE)
    if len(reached) > 1:
        list(rows.select_for_update(no_key=True).order_by("pk").values_list("pk"))
    for seq in set(reached.values()):
        here = [pk for pk, its in reached.items() if its == seq]
        rows.filter(pk__in=here, read_seq__lt=seq).update(read_seq=seq)


def _may_sit(group: SupportGroup, person: Person) -> None:
    """Whom the group could not take in as they are now gets no seat there."""
    if person.adult_confirmed_at is None:
        raise AdultNotConfirmed
    custody = {person.pk: status_of(person)}
    if admission([group], approvals_of([group.pk]), custody, at=clock.now()).why_away(group, person.pk):
        raise RoomUnavailable(SEAT_REFUSED)


def _move(membership: Membership, *, to: str, **values: Any) -> None:
    sources = [state for state, targets in Membership.MOVES.items() if to in targets]
    moved = Membership.objects.filter(pk=membership.pk, state__in=sources).update(
        state=to, authority=F("authority") + 1, **values
    )
    if not moved:
        raise MembershipMoved
    membership.refresh_from_db()


def _tell(membership: Membership, event: str, *, numbered: Callable[[int], object] | None = None) -> None:
    """A change of somebody's right to read or post is an event of the room's log, in the same transaction."""
    herald().tell(
        membership.group_id,
        event,
        {"member": str(membership.pk)},
        audience="everybody",
        authority=True,
        numbered=numbered,
    )
    changes.note("person.changed", membership.person_id)


def _read_from(membership: Membership, seq: int) -> None:
    """Known only when the seat's own event has its number: others go on talking until then, and not to them."""
    membership.from_seq = seq
    Membership.objects.filter(pk=membership.pk).update(from_seq=seq)


def _free_seat(group: SupportGroup, taken: set[int]) -> int:
    free = (number for number in range(1, group.capacity + 1) if number not in taken)
    number = next(free, None)
    if number is None:
        raise GroupFull
    return number
