"""Readings of authority that were made earlier, and whether they may still be believed.

A reading names the versions it was made of and the moment until which it stands. What else could end it (its sign-in,
account or tablet) is looked up each time; so a belief is never older than the question.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from accounts.selectors import unended
from chat import authority
from chat.authority import Authority
from chat.models import Room
from core.errors import RuleError
from groups.seats import Seat

#: Readings of earlier, by membership.
Beliefs = Mapping[UUID, Authority]


def read_all(asked: Sequence[tuple[Seat, Room]], believed: Beliefs, *, at: datetime) -> list[Authority | RuleError]:
    """The authority of each of these seats in its room (as it was just read), or its own refusal. Only those whose
    belief does not stand are read anew."""
    standing = _standing(asked, believed, at=at) if believed else {}
    anew = [(seat, room.pk) for seat, room in asked if seat.membership_id not in standing]
    answers = iter(authority.readings(anew, at=at) if anew else ())
    return [_found(seat, standing) or next(answers) for seat, _ in asked]


def _found(seat: Seat, standing: Beliefs) -> Authority | None:
    return standing.get(seat.membership_id) if seat.membership_id else None


def _standing(asked: Sequence[tuple[Seat, Room]], believed: Beliefs, *, at: datetime) -> Beliefs:
    versions = authority.member_versions([seat for seat, _ in asked])
    signed_in = unended(seat.sign_in_id for seat, _ in asked)
    standing = {}
    for seat, room in asked:
        belief = _found(seat, believed)
        if belief is None or seat.membership_id not in versions or seat.sign_in_id not in signed_in:
            continue
        if belief.stands(member_version=versions[seat.membership_id], room_version=room.authority, at=at):
            standing[seat.membership_id] = belief
    return standing
