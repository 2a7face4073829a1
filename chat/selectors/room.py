"""The room as its page and `ready` show it."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from functools import lru_cache
from typing import cast
from uuid import UUID

from django.utils.translation import ngettext

from chat import errors, wire
from chat.authority import Authority
from chat.models import Room
from chat.ports import HelpStanding, desk
from core import clock, seats
from groups import selectors as groups
from groups.authority import live_session
from groups.models import GroupSession, SupportGroup
from groups.presence import services as presence
from groups.seats import Seat
from groups.sessions.selectors import hands_of
from records import schedule


def room_for(seat: Seat) -> Room:
    return Room.objects.select_related("group").get(group=seat.group_id)


def members(room: Room) -> list[wire.Member]:
    """Who has a seat now and is known by an alias, in the order of seats."""
    return list(members_by_person(groups.members_of(room.group_id)).values())


def members_by_person(seated: Sequence[groups.MemberView]) -> dict[UUID, wire.Member]:
    """The same by person, of a group whose seats are in hand."""
    views = [view for view in seated if view.alias]
    signs = _signs(tuple((view.seat, view.alias) for view in views))
    return {view.person_id: _member(view, signs[view.seat]) for view in views}


@lru_cache(maxsize=1024)
def _signs(aliases: tuple[tuple[int, str], ...]) -> Mapping[int, str]:
    """The two letters of each seat: finding them for a large circle takes long, and who sits where seldom changes."""
    return seats.initials(dict(aliases))


def _member(view: groups.MemberView, sign: str) -> wire.Member:
    return wire.Member(
        id=view.id,
        alias=view.alias,
        role=view.role,
        seat=view.seat,
        sign=sign,
        colour=seats.colour(view.seat),
        is_lead=view.leads,
        is_away=view.away,
    )


def session_view(group: SupportGroup) -> wire.Session | None:
    return session_in(live_session(group))


def session_in(session: GroupSession | None, hands: Sequence[UUID] | None = None) -> wire.Session | None:
    """`hands`: those that are up, where they were read already."""
    if session is None:
        return None
    return wire.Session(
        id=session.pk,
        state=session.state,
        phase=cast(wire.Phase | None, session.phase or None),
        ends_at=clock.wire(session.ends_at),
        turn=session.turn_id,
        hands=hands_of(session) if hands is None else hands,
        listen_only=session.listen_only,
    )


def days_shown(group: SupportGroup, *, at: datetime) -> int:
    """Days that a word stays in this room: the longest rule of the facilities that share it."""
    return schedule.days("ordinary", facilities=groups.retention_facilities(group), at=at)


def cutoff(group: SupportGroup, *, at: datetime) -> datetime:
    """What was said at this moment or before is over."""
    return at - timedelta(days=days_shown(group, at=at))


def retention(group: SupportGroup, *, at: datetime) -> wire.Retention:
    return retention_of(days_shown(group, at=at))


def retention_of(days: int) -> wire.Retention:
    """In the language that is active now."""
    text = ngettext(
        "Words stay here for %(days)d day. Then they are gone.",
        "Words stay here for %(days)d days. Then they are gone.",
        days,
    ) % {"days": days}
    return wire.Retention(days=days, text=text)


def present(room: Room, *, at: datetime) -> wire.Present:
    """Who is here by the lease table. The head is read first: what it says is at least as new."""
    head = Room.objects.values_list("head", flat=True).get(pk=room.pk)
    now_here = presence.present(group_id=room.group_id, at=at)
    return present_in(members_by_person(groups.members_of(room.group_id)), now_here, head=head)


def present_in(members: Mapping[UUID, wire.Member], now_here: presence.Present, *, head: int) -> wire.Present:
    """The same, of a room whose members and leases are in hand."""
    here = [member for person_id, member in members.items() if person_id in now_here.persons]
    return wire.Present(members=here, monitor=now_here.monitor, seq=head)


def me(seat: Seat, everybody: Sequence[wire.Member]) -> wire.Member | wire.Monitor:
    return next((member for member in everybody if member.id == seat.membership_id), wire.Monitor())


def why_not_notice(authority: Authority) -> wire.Notice | None:
    """Why this seat may not post, as a notice; None when it may."""
    if authority.may_post:
        return None
    return wire.Notice(code=authority.why_not, text=str(errors.why_not(authority.why_not)))


def help_notice(seat: Seat) -> wire.Notice | None:
    """Where this person's call for help stands, as a notice; None where there is none, and for monitors."""
    return help_notices([seat])[0]


def help_notices(seats: Sequence[Seat]) -> list[wire.Notice | None]:
    """The same for each of these, in the language of each: so many queries, unless somebody waits for help."""
    standings = desk().help_standings({seat.person_id: seat.language for seat in seats if seat.person_id})
    return [_help_notice(standings.get(seat.person_id)) if seat.person_id else None for seat in seats]


def _help_notice(standing: HelpStanding | None) -> wire.Notice | None:
    if standing is None:
        return None
    return wire.Notice(code="help.waits" if standing.waits else "help.answered", text=standing.text)
