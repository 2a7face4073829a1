"""What a seat may do now: read for every frame and every post, never remembered from the time of connecting.

A reading names the versions it was made of and the moment until which it may be believed: the earliest lapse among
its inputs (sign-in, approval or role, the leases of those who lead or monitor). When a post is numbered, versions and
moment are compared again under the room's lock.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from accounts.doors import custody_of, lasts_until, persons_of, standing
from accounts.models import RoleGrant, SignIn
from accounts.permissions import grants_of
from core.errors import RuleError
from custody.timeline import Status, statuses
from groups.admission import Admission, admission
from groups.approvals import Approvals, approvals_of
from groups.errors import RoomUnavailable, SignedOut, SupervisionPending
from groups.models import GroupSession, Lease, Membership, SupportGroup
from groups.seats import WATCHING, Seat, seated_until, watches_until

#: A reading is never believed for longer than this, whatever its inputs say.
LONGEST = timedelta(minutes=5)
ALWAYS = frozenset({"help", "report", "withdraw"})
#: A leader's commands in a session that is open or paused.
WHILE_LIVE = frozenset({"phase", "turn", "lower_hand", "listen_only", "close_session"})
#: Why members may not post, while leaders may, and everybody may react.
LISTEN_ONLY = "posting.listen_only"


@dataclass(frozen=True, slots=True)
class Reading:
    """What this seat may send now, why it may not post, and what that rests on."""

    can: frozenset[str]
    why_not: str  # code of what prevents posting; empty when it may post
    member_version: int  # 0 for a monitor
    valid_until: datetime
    seated_until: datetime  # until when the seat itself may be believed: an open line is looked at again then
    custody: Status | None = None  # of a member: where they are, and since when

    @property
    def may_post(self) -> bool:
        return "post" in self.can

    @property
    def reads_only(self) -> bool:
        """Whatever the session is like: nothing but reading, and what is always there."""
        return self.why_not == SupervisionPending.code

    @property
    def facility_id(self) -> str | None:
        """Where a member is in custody; None outside."""
        return self.custody.facility_id if self.custody else None


def reading(seat: Seat, *, at: datetime) -> Reading:
    """Raises `SignedOut` when the sign-in, or the door that custody leaves open, is another now; `RoomUnavailable`
    when the seat is gone."""
    answer = readings([seat], at=at)[0]
    if isinstance(answer, RuleError):
        raise answer
    return answer


def readings(seats: Sequence[Seat], *, at: datetime) -> list[Reading | RuleError]:
    """The reading of each of these seats, or its own refusal: so many queries, whatever the number of seats."""
    inputs = _read(seats, at=at)
    return [_of(seat, inputs) for seat in seats]


@dataclass(frozen=True, slots=True)
class _Inputs:
    """What the readings of some seats rest on."""

    at: datetime
    memberships: Mapping[UUID, Membership]
    groups: Mapping[UUID, SupportGroup]
    sign_ins: Mapping[UUID, SignIn]
    grants: Mapping[UUID, Sequence[RoleGrant]]
    custody: Mapping[UUID, Status]
    approvals: Mapping[UUID, Approvals]
    admission: Admission
    sessions: Mapping[UUID, GroupSession]
    watched: Mapping[UUID, datetime]


def _read(seats: Sequence[Seat], *, at: datetime) -> _Inputs:
    """Memberships come first: their versions are read before what they are versions of, so that a change in between
    makes a reading stale, never wrong."""
    memberships = Membership.objects.in_bulk({seat.membership_id for seat in seats if seat.membership_id})
    group_ids = {seat.group_id for seat in seats}
    sign_ins = standing({seat.sign_in_id for seat in seats})
    groups, approvals = SupportGroup.objects.in_bulk(group_ids), approvals_of(group_ids)
    custody = statuses(persons_of(sign_ins.values()) | {each.person_id for each in memberships.values()})
    return _Inputs(
        at=at,
        memberships=memberships,
        groups=groups,
        sign_ins=sign_ins,
        grants=grants_of({seat.user_id for seat in seats if seat.is_monitor}, *WATCHING, at=at),
        custody=custody,
        approvals=approvals,
        admission=admission(groups.values(), approvals, custody, at=at),
        sessions=live_sessions(group_ids),
        watched=watched(group_ids, at=at),
    )


def _of(seat: Seat, inputs: _Inputs) -> Reading | RuleError:
    signed_in = _signed_in_until(seat, inputs)
    if signed_in is None:
        return SignedOut()
    seated = _seated_until(seat, inputs)
    if isinstance(seated, RuleError):
        return seated
    until = min(seated, signed_in, inputs.at + LONGEST)
    return _of_monitor(until) if seat.is_monitor else _of_member(seat, inputs, until=until)


def _signed_in_until(seat: Seat, inputs: _Inputs) -> datetime | None:
    sign_in = inputs.sign_ins.get(seat.sign_in_id)
    if sign_in is None:
        return None
    return lasts_until(sign_in, custody_of(sign_in, inputs.custody), at=inputs.at)


def _seated_until(seat: Seat, inputs: _Inputs) -> datetime | RuleError:
    """Until when the seat itself is there, or a monitor's right to watch; else why it is not."""
    group = inputs.groups[seat.group_id]
    if seat.is_monitor:
        approvals = inputs.approvals[group.pk]
        return watches_until(group, approvals, inputs.grants[seat.user_id]) or RoomUnavailable()
    membership = inputs.memberships.get(seat.membership_id) if seat.membership_id else None
    if membership is None:
        return RoomUnavailable()
    is_active = membership.state == Membership.State.ACTIVE
    return seated_until(group, membership.person_id, is_active=is_active, gates=inputs.admission)


def _of_monitor(until: datetime) -> Reading:
    return Reading(frozenset(), "posting.monitor", 0, until, until)


def _of_member(seat: Seat, inputs: _Inputs, *, until: datetime) -> Reading:
    assert seat.membership_id is not None
    membership, group = inputs.memberships[seat.membership_id], inputs.groups[seat.group_id]
    session = inputs.sessions.get(group.pk)
    watched = _watched_until(group, inputs)
    reads_only = inputs.admission.why_not(group, membership.person_id)
    why_not = reads_only or why_not_posting(session, watched, leads=membership.leads)
    can = ALWAYS if reads_only else ALWAYS | taking_part(membership, session, why_not)
    posting = min(until, watched) if watched and "react" in can else until
    custody = inputs.custody[membership.person_id]
    return Reading(can, why_not, membership.authority, posting, until, custody)


def _watched_until(group: SupportGroup, inputs: _Inputs) -> datetime | None:
    """Until when somebody who leads or monitors is known to be in the room; None: nobody is."""
    if group.monitor_rule == SupportGroup.MonitorRule.NOT_NEEDED:
        return inputs.at + LONGEST
    return inputs.watched.get(group.pk)


def taking_part(membership: Membership, session: GroupSession | None, why_not: str) -> frozenset[str]:
    """What the session lets this member send, beside what is always there."""
    can = leading(session) if membership.leads else frozenset({"hand"} if session else ())
    if session is not None and session.turn_id == membership.pk:
        can |= {"pass"}
    if why_not in ("", LISTEN_ONLY):
        can |= {"react"}
    return can if why_not else can | {"post", "typing"}


def why_not_posting(session: GroupSession | None, watched: datetime | None, *, leads: bool) -> str:
    """The code of what prevents this member from posting; empty when nothing does."""
    if session is None:
        return "posting.no_session"
    if session.state == GroupSession.State.PAUSED:
        return "posting.paused"
    if not watched:
        return "posting.no_monitor"
    return LISTEN_ONLY if session.listen_only and not leads else ""


def leading(session: GroupSession | None) -> frozenset[str]:
    """The commands of a leader in this state of the session."""
    if session is None:
        return frozenset({"open_session"})
    if session.state == GroupSession.State.OPEN:
        return WHILE_LIVE | {"pause"}
    return WHILE_LIVE | {"resume"}


def live_session(group: SupportGroup) -> GroupSession | None:
    return live_sessions([group.pk]).get(group.pk)


def live_sessions(group_ids: Iterable[UUID]) -> dict[UUID, GroupSession]:
    """The live session of each of these groups that has one: one query."""
    live = GroupSession.objects.filter(group__in=list(group_ids), state__in=GroupSession.LIVE)
    return {session.group_id: session for session in live}


def watched(group_ids: Iterable[UUID], *, at: datetime) -> dict[UUID, datetime]:
    """Until when the last of those who lead or monitor is known to be in each of these rooms: one query."""
    leases = Lease.objects.filter(group__in=list(group_ids), watches=True, until__gt=at)
    return dict(leases.order_by("until").values_list("group_id", "until"))
