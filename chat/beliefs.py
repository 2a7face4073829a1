"""Readings of authority that were made earlier, and whether they may still be believed.

A reading names the versions it was made of and the moment until which it stands. What else could end it (its sign-in,
account or tablet) is looked up each time; so a belief is never older than the question.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from chat import authority
from chat.authority import Authority
from chat.models import Room
from core.errors import RuleError
from groups.seats import Seat


@dataclass(frozen=True, slots=True)
class Believed:
    """A seat in its room as it is now; the version of its membership now (None: it is gone, or its sign-in does not
    stand any more); and what was read of its authority earlier."""

    seat: Seat
    room: Room
    member_version: int | None
    reading: Authority | None

    def stands(self, *, at: datetime) -> bool:
        if self.reading is None or self.member_version is None:
            return False
        return self.reading.stands(member_version=self.member_version, room_version=self.room.authority, at=at)


def read_all(asked: Sequence[Believed], *, at: datetime) -> list[Authority | RuleError]:
    """The authority of each of these, or its own refusal. Only those whose belief does not stand are read anew."""
    stand = [one.stands(at=at) for one in asked]
    anew = [(one.seat, one.room.pk) for one, stands in zip(asked, stand, strict=True) if not stands]
    answers = iter(authority.readings(anew, at=at) if anew else ())
    return [one.reading if stands and one.reading else next(answers) for one, stands in zip(asked, stand, strict=True)]
