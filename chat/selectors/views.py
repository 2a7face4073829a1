"""Rooms as those see them who come in at one moment: read once for all of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.utils.translation import override

from chat import wire
from chat.authority import Authority
from chat.models import Room
from chat.selectors.room import me, members_by_person, present_in, retention_of, session_in
from groups import selectors as groups
from groups.approvals import approvals_of
from groups.authority import live_sessions
from groups.presence import services as presence
from groups.seats import Seat
from groups.sessions.selectors import hands_of_each
from records import schedule


@dataclass(frozen=True, slots=True)
class RoomView:
    """A room as everybody sees it, but for their language and their own part in it."""

    room: Room
    members: Sequence[wire.Member]
    session: wire.Session | None
    readers: groups.Readers
    days: int  # that a word stays here
    present: wire.Present
    at: datetime

    @property
    def cutoff(self) -> datetime:
        """What was said at this moment or before is over."""
        return self.at - timedelta(days=self.days)


def room_views(rooms: Sequence[Room], *, at: datetime) -> dict[UUID, RoomView]:
    """These rooms as they are now: so many queries, whatever their number. The rooms (each with its group) were read
    before: what is found here is at least as new as their heads."""
    if not rooms:
        return {}
    group_ids = [room.group_id for room in rooms]
    circles, approvals = _circles(rooms), approvals_of(group_ids)
    seated = {group_id: circle.seated for group_id, circle in circles.items()}
    readers = groups.readers_of_each([room.group for room in rooms], seated, approvals)
    facilities = [groups.retention_facilities_by(approvals[room.group_id]) for room in rooms]
    days = dict(zip(group_ids, schedule.days_each("ordinary", facilities, at=at), strict=True))
    sessions, leases = _sessions(group_ids), presence.present_each(group_ids, at=at)
    return {
        room.pk: _view(
            room,
            circles[room.group_id].members,
            sessions.get(room.group_id),
            readers[room.group_id],
            days[room.group_id],
            leases[room.group_id],
            at=at,
        )
        for room in rooms
    }


def _view(
    room: Room,
    members: Mapping[UUID, wire.Member],
    session: wire.Session | None,
    readers: groups.Readers,
    days: int,
    leases: presence.Present,
    *,
    at: datetime,
) -> RoomView:
    present = present_in(members, leases, head=room.head)
    return RoomView(room, list(members.values()), session, readers, days, present, at)


@dataclass(frozen=True, slots=True)
class _Circle:
    """Who sits in a group: as a list in the order of seats, and by person as the wire shows them."""

    #: The room's authority, which every change of a seat raises; the seats taken; and those taken by an alias.
    as_of: tuple[int, int, int]
    seated: list[groups.MemberView]
    members: dict[UUID, wire.Member]


#: The circles of groups that somebody came into lately. Fifty people who come back are each told of all fifty.
_known: dict[UUID, _Circle] = {}
KNOWN = 2048


def _circles(rooms: Sequence[Room]) -> dict[UUID, _Circle]:
    """By group; only those are read in which something has changed since they were read last."""
    counted = groups.seats_of_each(room.group_id for room in rooms)
    as_of = {room.group_id: (room.authority, *counted.get(room.group_id, (0, 0))) for room in rooms}
    known = {pk: _known[pk] for pk, now in as_of.items() if pk in _known and _known[pk].as_of == now}
    read = groups.members_of_each(as_of.keys() - known.keys())
    fresh = {pk: _Circle(as_of[pk], seated, members_by_person(seated)) for pk, seated in read.items()}
    if len(_known) + len(fresh) > KNOWN:
        _known.clear()
    _known.update(fresh)
    return {**known, **fresh}


def _sessions(group_ids: Sequence[UUID]) -> dict[UUID, wire.Session | None]:
    live = live_sessions(group_ids)
    hands = hands_of_each(session.pk for session in live.values())
    return {group_id: session_in(session, hands.get(session.pk, [])) for group_id, session in live.items()}


class ReadyFrames:
    """`ready` for all who come in at one moment: what a room and a language have in common is made once."""

    def __init__(self, views: dict[UUID, RoomView]) -> None:
        self._views = views
        self._made: dict[tuple[UUID, str], tuple[wire.Room, str]] = {}

    def of(self, seat: Seat, authority: Authority, room_id: UUID) -> wire.Ready:
        """The answer to `hello`, in the language of this seat."""
        view = self._views[room_id]
        room, readers = self._in(seat.language, view)
        return wire.Ready(
            room=room,
            me=me(seat, view.members),
            can=sorted(authority.can),
            readers=readers,
            epoch=view.room.epoch,
            head=view.room.head,
        )

    def _in(self, language: str, view: RoomView) -> tuple[wire.Room, str]:
        key = (view.room.pk, language)
        if key not in self._made:
            with override(language):
                self._made[key] = (_room(view), view.readers.text)
        return self._made[key]


def ready(room: Room, seat: Seat, authority: Authority, *, at: datetime) -> wire.Ready:
    """The answer to `hello`, in the language of this seat."""
    fresh = Room.objects.select_related("group").get(pk=room.pk)
    return ReadyFrames(room_views([fresh], at=at)).of(seat, authority, room.pk)


def _room(view: RoomView) -> wire.Room:
    """In the language that is active now."""
    group = view.room.group
    return wire.Room(
        id=view.room.pk,
        name=group.name,
        lang=group.language,
        mode=group.mode,
        members=view.members,
        session=view.session,
        retention=retention_of(view.days),
    )
