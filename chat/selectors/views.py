"""Rooms as those see them who come in at one moment: read once for all of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.utils.translation import override

from chat import wire
from chat.authority import Authority
from chat.models import Room
from chat.selectors.room import me, members_by_person, present_in, retention_of, session_in
from groups import selectors as groups
from groups.authority import live_sessions
from groups.presence import services as presence
from groups.seats import Seat, approvals_of
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
    seated, approvals = groups.members_of_each(group_ids), approvals_of(group_ids)
    readers = groups.readers_of_each([room.group for room in rooms], seated, approvals)
    facilities = [groups.retention_facilities_by(approvals[room.group_id]) for room in rooms]
    days = dict(zip(group_ids, schedule.days_each("ordinary", facilities, at=at), strict=True))
    sessions, leases = _sessions(group_ids), presence.present_each(group_ids, at=at)
    return {
        room.pk: _view(
            room,
            seated[room.group_id],
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
    seated: Sequence[groups.MemberView],
    session: wire.Session | None,
    readers: groups.Readers,
    days: int,
    leases: presence.Present,
    *,
    at: datetime,
) -> RoomView:
    members = members_by_person(seated)
    present = present_in(members, leases, head=room.head)
    return RoomView(room, list(members.values()), session, readers, days, present, at)


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
