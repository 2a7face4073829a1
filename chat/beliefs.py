"""Readings of authority that were made earlier, and whether they may still be believed.

A reading names the versions it was made of and the moment until which it stands. What else could end it (its sign-in,
account or tablet) is looked up each time; so a belief is never older than the question.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from accounts.selectors import unended
from chat import authority
from chat import postgres as statements
from chat.authority import Authority
from chat.models import Room
from core import postgres
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
    now = _now([seat for seat, _ in asked])
    standing = {}
    for seat, room in asked:
        belief, version = _found(seat, believed), now.get(seat.membership_id) if seat.membership_id else None
        if belief is None or version is None or seat.membership_id is None:
            continue
        if belief.stands(member_version=version, room_version=room.authority, at=at):
            standing[seat.membership_id] = belief
    return standing


def _now(seats: list[Seat]) -> Mapping[UUID, int]:
    """The present version of each of these memberships whose sign-in still stands."""
    if postgres.is_here():
        found = statements.standing(seats)
        return {membership_id: one.member_version for membership_id, one in found.items() if one.signed_in}
    versions, signed_in = authority.member_versions(seats), unended(seat.sign_in_id for seat in seats)
    return {
        seat.membership_id: versions[seat.membership_id]
        for seat in seats
        if seat.membership_id in versions and seat.sign_in_id in signed_in
    }
