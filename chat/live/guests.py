"""Who is at the other end of a socket or a poll."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import override
from msgspec import UNSET

from accounts.doors import identify
from chat import wire
from chat.models import Event, Room
from core.errors import NotThere, RuleError
from groups.errors import RoomUnavailable, SignedOut
from groups.seats import Seat, seat_of


@dataclass(frozen=True, slots=True)
class Guest:
    """A seat in front of a room, and what this connection hangs on beside it."""

    seat: Seat
    room_id: UUID
    tablet_id: UUID | None

    @property
    def audience(self) -> str:
        return Event.Audience.LEADERS if self.seat.leads else Event.Audience.EVERYBODY

    def depends_on(self, kind: str, subject: str) -> bool:
        """Whether a row of the change table is about something that this connection hangs on."""
        mine = {
            "sign_in.ended": self.seat.sign_in_id,
            "user.changed": self.seat.user_id,
            "person.changed": self.seat.person_id,
            "help.changed": self.seat.person_id,
            "tablet.changed": self.tablet_id,
            "group.changed": self.seat.group_id,
        }
        return kind in mine and str(mine[kind]) == subject

    def notice(self, refusal: RuleError) -> wire.Notice:
        """Why a line ends, in this person's language."""
        after = UNSET if refusal.retry_after is None else refusal.retry_after
        with override(self.seat.language):
            return wire.Notice(code=refusal.code, text=str(refusal.text), retry_after=after)

    def no_longer_here(self) -> wire.Notice:
        return self.notice(RoomUnavailable())


def admit(*, host: str, cookies: Mapping[str, str], path: str, room_id: UUID) -> Guest:
    """Raises `SignedOut`; `NotThere` for no such room or none that the caller may know of; `RoomUnavailable` for a
    member whom the room can't take in now."""
    caller = identify(host=host, cookies=cookies, path=path)
    if not caller.signed_in:
        raise SignedOut
    group_id = Room.objects.filter(pk=room_id).values_list("group_id", flat=True).first()
    if group_id is None:
        raise NotThere
    return Guest(seat_of(caller, group_id), room_id, caller.tablet.pk if caller.tablet else None)
