"""Who is at the other end of a socket or a poll."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import override
from msgspec import UNSET

from accounts.doors import Caller, Shown, identify_many
from chat import wire
from chat.models import Event, Room
from core.errors import RuleError
from groups.apart.models import KeptApart
from groups.apart.reports import count_refused
from groups.errors import RoomUnavailable, SignedOut
from groups.seats import Seat, seats_of


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
            "sign_in.locked": self.seat.sign_in_id,
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Knock(Shown):
    """Somebody at the door of a room."""

    room_id: UUID


def admit(knock: Knock) -> Guest:
    """Raises `SignedOut`; `NotThere` for no such room or none that the caller may know of; `RoomUnavailable` for a
    member whom the room can't take in now."""
    answer = admit_many([knock])[0]
    if isinstance(answer, RuleError):
        raise answer
    return answer


def admit_many(knocks: Sequence[Knock]) -> list[Guest | RuleError]:
    """The same for each of these, a refusal in its place: so many queries, whatever their number."""
    callers = identify_many(knocks)
    groups = dict(Room.objects.filter(pk__in={knock.room_id for knock in knocks}).values_list("pk", "group_id"))
    places = [groups.get(knock.room_id) for knock in knocks]
    seats = seats_of(list(zip(callers, places, strict=True)))
    _count_refused(zip(callers, places, seats, strict=True))
    return [_guest(*one) for one in zip(callers, seats, knocks, strict=True)]


def _count_refused(answers: Iterable[tuple[Caller, UUID | None, Seat | RuleError]]) -> None:
    """One statement for all whom a room can't take in now, for whatever reason."""
    refused = [
        (caller.person.pk, place)
        for caller, place, seat in answers
        if isinstance(seat, RoomUnavailable) and caller.person and place
    ]
    if refused:
        count_refused(refused=refused, where=KeptApart.Where.SOCKET)


def _guest(caller: Caller, seat: Seat | RuleError, knock: Knock) -> Guest | RuleError:
    if not caller.signed_in or caller.needs_own_pin:
        return SignedOut()
    if isinstance(seat, RuleError):
        return seat
    return Guest(seat, knock.room_id, caller.tablet.pk if caller.tablet else None)
