"""What a seat may do now: read for every frame and every post, never remembered from the time of connecting.

A reading names the versions it was made of and the moment until which it may be believed: the earliest lapse among
its inputs (approval, the leases of those who lead or monitor). When a post is numbered, versions and moment are
compared again under the room's lock.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from accounts.doors import still_valid
from accounts.models import User
from custody.timeline import status_of
from groups.errors import RoomUnavailable, SignedOut
from groups.models import GroupSession, Lease, Membership, SupportGroup
from groups.seats import Seat, admitted, may_watch

#: A reading is never believed for longer than this, whatever its inputs say.
LONGEST = timedelta(minutes=5)
ALWAYS = frozenset({"help", "report", "withdraw"})


@dataclass(frozen=True, slots=True)
class Reading:
    """What this seat may send now, why it may not post, and what that rests on."""

    can: frozenset[str]
    why_not: str  # code of what prevents posting; empty when it may post
    member_version: int  # 0 for a monitor
    valid_until: datetime
    seated_until: datetime  # until when the seat itself may be believed: an open line is looked at again then

    @property
    def may_post(self) -> bool:
        return "post" in self.can


def reading(seat: Seat, *, at: datetime) -> Reading:
    """Raises `SignedOut` when the sign-in, or the door that custody leaves open, is another now; `RoomUnavailable`
    when the seat is gone."""
    if not still_valid(seat.sign_in_id):
        raise SignedOut
    if seat.is_monitor:
        return _of_monitor(seat, at=at)
    rows = Membership.objects.filter(pk__in=[seat.membership_id] if seat.membership_id else [])
    membership = rows.select_related("group", "person").first()
    if membership is None or membership.state != Membership.State.ACTIVE:
        raise RoomUnavailable
    status = status_of(membership.person)
    until = admitted(membership.group, status, at=at)
    if until is None:
        raise RoomUnavailable
    return _of_member(membership, until=until, at=at)


def _of_monitor(seat: Seat, *, at: datetime) -> Reading:
    group = SupportGroup.objects.get(pk=seat.group_id)
    user = User.objects.get(pk=seat.user_id)
    if not may_watch(user, group):
        raise RoomUnavailable
    return Reading(frozenset(), "posting.monitor", 0, at + LONGEST, at + LONGEST)


def _of_member(membership: Membership, *, until: datetime, at: datetime) -> Reading:
    session = live_session(membership.group)
    watched = watched_until(membership.group, at=at)
    why_not = why_not_posting(session, watched)
    can = ALWAYS | (frozenset() if why_not else {"post"})
    if membership.leads:
        can |= leading(session)
    seated = min(until, at + LONGEST)
    posting = min(seated, watched) if watched and not why_not else seated
    return Reading(can, why_not, membership.authority, posting, seated)


def why_not_posting(session: GroupSession | None, watched: datetime | None) -> str:
    """The code of what prevents members from posting; empty when nothing does."""
    if session is None:
        return "posting.no_session"
    if session.state == GroupSession.State.PAUSED:
        return "posting.paused"
    return "" if watched else "posting.no_monitor"


def leading(session: GroupSession | None) -> frozenset[str]:
    """The commands of a leader in this state of the session."""
    if session is None:
        return frozenset({"open_session"})
    if session.state == GroupSession.State.OPEN:
        return frozenset({"pause", "close_session"})
    return frozenset({"resume", "close_session"})


def live_session(group: SupportGroup) -> GroupSession | None:
    return group.sessions.filter(state__in=GroupSession.LIVE).first()


def watched_until(group: SupportGroup, *, at: datetime) -> datetime | None:
    """Until when somebody who leads or monitors is known to be in the room; None: nobody is."""
    if group.monitor_rule == SupportGroup.MonitorRule.NOT_NEEDED:
        return at + LONGEST
    leases = Lease.objects.filter(group=group, watches=True, until__gt=at)
    return leases.order_by("-until").values_list("until", flat=True).first()
