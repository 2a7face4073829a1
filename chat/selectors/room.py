"""The room as its page and `ready` show it."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import cast

from django.utils.translation import ngettext

from chat import errors, wire
from chat.authority import Authority
from chat.models import Room
from chat.ports import desk
from core import clock, seats
from groups import selectors as groups
from groups.authority import live_session
from groups.models import SupportGroup
from groups.presence import services as presence
from groups.seats import Seat
from groups.sessions.selectors import hands_of
from records import schedule


def room_for(seat: Seat) -> Room:
    return Room.objects.select_related("group").get(group=seat.group_id)


def members(room: Room) -> list[wire.Member]:
    """Who has a seat now and is known by an alias, in the order of seats."""
    views = [view for view in groups.members_of(room.group_id) if view.alias]
    signs = seats.initials({view.seat: view.alias for view in views})
    return [_member(view, signs[view.seat]) for view in views]


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
    session = live_session(group)
    if session is None:
        return None
    return wire.Session(
        id=session.pk,
        state=session.state,
        phase=cast(wire.Phase | None, session.phase or None),
        ends_at=clock.wire(session.ends_at),
        turn=session.turn_id,
        hands=hands_of(session),
        listen_only=session.listen_only,
    )


def days_shown(group: SupportGroup, *, at: datetime) -> int:
    """Days that a word stays in this room: the longest rule of the facilities that share it."""
    return schedule.days("ordinary", facilities=groups.retention_facilities(group), at=at)


def cutoff(group: SupportGroup, *, at: datetime) -> datetime:
    """What was said at this moment or before is over."""
    return at - timedelta(days=days_shown(group, at=at))


def retention(group: SupportGroup, *, at: datetime) -> wire.Retention:
    days = days_shown(group, at=at)
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
    here = {view.id for view in groups.members_of(room.group_id) if view.person_id in now_here.persons}
    return wire.Present(
        members=[member for member in members(room) if member.id in here], monitor=now_here.monitor, seq=head
    )


def ready(room: Room, seat: Seat, authority: Authority, *, at: datetime) -> wire.Ready:
    """The answer to `hello`, in the language that is active now."""
    fresh = Room.objects.select_related("group").get(pk=room.pk)
    everybody = members(fresh)
    return wire.Ready(
        room=_room(fresh, everybody, at=at),
        me=me(seat, everybody),
        can=sorted(authority.can),
        readers=groups.readers_of(fresh.group).text,
        epoch=fresh.epoch,
        head=fresh.head,
    )


def me(seat: Seat, everybody: Sequence[wire.Member]) -> wire.Member | wire.Monitor:
    return next((member for member in everybody if member.id == seat.membership_id), wire.Monitor())


def why_not_notice(authority: Authority) -> wire.Notice | None:
    """Why this seat may not post, as a notice; None when it may."""
    if authority.may_post:
        return None
    return wire.Notice(code=authority.why_not, text=str(errors.why_not(authority.why_not)))


def help_notice(seat: Seat) -> wire.Notice | None:
    """Where this person's call for help stands, as a notice; None where there is none, and for monitors."""
    standing = desk().help_standing(seat.person_id) if seat.person_id else None
    if standing is None:
        return None
    return wire.Notice(code="help.waits" if standing.waits else "help.answered", text=standing.text)


def _room(room: Room, everybody: Sequence[wire.Member], *, at: datetime) -> wire.Room:
    return wire.Room(
        id=room.pk,
        name=room.group.name,
        lang=room.group.language,
        mode=room.group.mode,
        members=everybody,
        session=session_view(room.group),
        retention=retention(room.group, at=at),
    )
