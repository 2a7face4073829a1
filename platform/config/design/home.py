"""What stands on somebody's home: the next session of their circle, and another circle."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from config.design import circle, room
from groups.home import CircleCard, Meetings
from groups.models import GroupSession, Membership, SupportGroup


@dataclass(frozen=True)
class Card(CircleCard):
    """A circle as home shows it; its room is in no database."""

    @property
    def room_id(self) -> UUID:
        return UUID(str(room.ROOM))


def cards(at: datetime) -> list[CircleCard]:
    """A circle that meets in 45 minutes, and one whose room can't take this person in."""
    starts_at = at + timedelta(minutes=45)
    planned = GroupSession(starts_at=starts_at, ends_at=starts_at + timedelta(minutes=90))
    soon = Card(
        membership=_seat("Monday Evening Circle"),
        meetings=Meetings(live=None, planned=[planned], closed_early=None, off=[]),
        ring=circle.seats(),
        leads=[circle.ALIASES[number] for number in sorted(circle.LEADS)],
        kept=False,
        why_not="posting.no_session",
        now=at,
    )
    return [soon, replace(soon, membership=_seat("Círculo del Jueves"), kept=True)]


def _seat(name: str) -> Membership:
    return Membership(group=SupportGroup(name=name), seat=circle.ME)
