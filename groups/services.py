"""Groups and seats: what can happen to them."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from itertools import count
from typing import Any
from uuid import UUID

from django.db.models import F
from django.db.models.functions import Greatest

from audit.services import actor, record
from core import changes, clock
from core.errors import RuleError
from core.transactions import unit
from custody.models import Facility, Person, Programme
from groups import entry, kinds
from groups.errors import AdultNotConfirmed, AlreadySeated, MembershipMoved
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


def give_seat(
    *,
    group: SupportGroup,
    person: Person,
    by: object,
    role: str = Membership.Role.MEMBER,
    seat: int | None = None,
) -> Membership:
    """A seat in this group, which reads from its own `member_joined` on. `AlreadySeated`, `AdultNotConfirmed`;
    `RoomUnavailable` for a full group and for whatever would turn the seat away at once, a keep-apart order too
    (`GroupFull` for those who may know of orders)."""
    given = _give_seat(group=group, person=person, by=by, role=role, seat=seat)
    if isinstance(given, RuleError):
        raise given
    return given


@unit()
def _give_seat(
    *, group: SupportGroup, person: Person, by: object, role: str, seat: int | None
) -> Membership | RuleError:
    """A refusal is an answer here: what is written of it must stay."""
    hold(person_ids=[person.pk])
    SupportGroup.objects.select_for_update().get(pk=group.pk)
    seated = group.memberships.filter(state__in=Membership.SEATED)
    if seated.filter(person=person).exists():
        raise AlreadySeated
    if person.adult_confirmed_at is None:
        raise AdultNotConfirmed
    number = entry.free_seat(group=group, person=person, wanted=seat, by=by)
    if isinstance(number, RuleError):
        return number
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


def hold(*, person_ids: Iterable[UUID]) -> None:
    """These persons stay as they are until the present transaction ends: in the order of their ids, before groups."""
    rows = Person.objects.filter(pk__in=list(person_ids)).order_by("pk")
    list(rows.select_for_update(no_key=True).values_list("pk"))


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
    record(kinds.SEAT_AWAY, by=by, subject=f"membership:{membership.pk}")  # the chain is no place to read why


@unit()
def change_why_away(*, membership: Membership, why: str) -> None:
    """The seat stays away, for another reason. Nobody is told, and nothing shows it."""
    away = Membership.objects.filter(pk=membership.pk, state=Membership.State.AWAY)
    if not away.update(why_away=why, authority=F("authority") + 1):
        raise MembershipMoved
    membership.refresh_from_db()


@unit()
def come_back(*, membership: Membership, by: object) -> None:
    _move(membership, to=Membership.State.ACTIVE, why_away="")
    _tell(membership, "member_joined")
    record(kinds.SEAT_BACK, by=by, subject=f"membership:{membership.pk}")


@unit()
def move_seat(*, membership: Membership, to: Person, by: object) -> None:
    """The seat goes to another record of the same human; to the others it is one chair under the name that is kept. One
    that has ended goes along unseen, so that what was said from it is theirs."""
    Membership.objects.filter(pk=membership.pk).update(person=to, authority=F("authority") + 1)
    membership.refresh_from_db()
    if membership.state in Membership.SEATED:
        _tell(membership, _APPEARS[Membership.State(membership.state)])
        record(kinds.SEAT_MOVED, by=by, subject=f"membership:{membership.pk}", person=to.pk)


@unit()
def reopen_seat(*, membership: Membership, state: str, why_away: str, by: object) -> None:
    """A seat that ended only because two records were merged is there again, with what it could read."""
    SupportGroup.objects.select_for_update().get(pk=membership.group_id)
    taken = Membership.objects.filter(group=membership.group_id, state__in=Membership.SEATED)
    numbers = set(taken.values_list("seat", flat=True))
    seat = membership.seat if membership.seat not in numbers else next(n for n in count(1) if n not in numbers)
    ended = Membership.objects.filter(pk=membership.pk, state=Membership.State.LEFT)
    values = {"state": state, "why_away": why_away, "seat": seat, "ended_at": None, "until_seq": None}
    if not ended.update(authority=F("authority") + 1, **values):
        raise MembershipMoved
    membership.refresh_from_db()
    _tell(membership, _APPEARS[Membership.State(state)])
    record(kinds.SEAT_BACK, by=by, subject=f"membership:{membership.pk}")


#: How the room is told of a seat that is there.
_APPEARS = {
    Membership.State.INVITED: "member_away",
    Membership.State.ACTIVE: "member_joined",
    Membership.State.AWAY: "member_away",
}


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
