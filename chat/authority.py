"""What a seat may do in its room now: the reading of groups, and the version of the room it was made under."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from chat.errors import prevented
from chat.models import Room
from core.errors import RuleError
from groups import authority as groups
from groups.models import Membership
from groups.seats import Seat


@dataclass(frozen=True, slots=True)
class Authority:
    """A reading with both versions. It may be believed while neither has moved and `valid_until` is ahead."""

    of: groups.Reading
    room_version: int

    @property
    def can(self) -> frozenset[str]:
        return self.of.can

    @property
    def why_not(self) -> str:
        return self.of.why_not

    @property
    def valid_until(self) -> datetime:
        return self.of.valid_until

    @property
    def may_post(self) -> bool:
        return self.of.may_post

    def stands(self, *, member_version: int, room_version: int, at: datetime) -> bool:
        versions = (self.of.member_version, self.room_version)
        return versions == (member_version, room_version) and at < self.valid_until


def read(seat: Seat, room_id: UUID, *, at: datetime) -> Authority:
    """Raises the refusal of `groups.authority.reading`."""
    answer = readings([(seat, room_id)], at=at)[0]
    if isinstance(answer, RuleError):
        raise answer
    return answer


def readings(asked: Sequence[tuple[Seat, UUID]], *, at: datetime) -> list[Authority | RuleError]:
    """The authority of each seat in its room, or its own refusal: so many queries, whatever the number of seats.

    The version is read before what it is a version of: a change in between makes the reading stale, never wrong.
    """
    rooms = Room.objects.filter(pk__in={room_id for _, room_id in asked})
    return readings_under(dict(rooms.values_list("pk", "authority")), asked, at=at)


def readings_under(
    versions: Mapping[UUID, int], asked: Sequence[tuple[Seat, UUID]], *, at: datetime
) -> list[Authority | RuleError]:
    """The same, where the versions of the rooms are in hand."""
    answers = groups.readings([seat for seat, _ in asked], at=at)
    return [
        answer if isinstance(answer, RuleError) else Authority(answer, versions[room_id])
        for (_, room_id), answer in zip(asked, answers, strict=True)
    ]


def member_versions(seats: list[Seat]) -> dict[UUID, int]:
    """The present version of each of these memberships.

    Call it after the rooms are locked, as a statement of its own. PostgreSQL gives each statement of READ COMMITTED
    its snapshot when it begins: read in the locking statement itself, a membership could be older than the lock it
    waited for.
    """
    ids = [seat.membership_id for seat in seats if seat.membership_id]
    return dict(Membership.objects.filter(pk__in=ids).values_list("pk", "authority"))


def confirm(authority: Authority, seat: Seat, room: Room, *, member_version: int | None, at: datetime) -> None:
    """Whether this seat may still post, in a room whose row is held; what has moved is read anew."""
    if member_version is not None and authority.stands(
        member_version=member_version, room_version=room.authority, at=at
    ):
        return
    again = groups.reading(seat, at=at)
    if not again.may_post:
        raise prevented(again.why_not)
