"""What can be seen of a session."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from core import clock
from groups.models import GroupSession, Hand


def hands_of(session: GroupSession) -> list[UUID]:
    """The memberships whose hands are up, in the order they were raised."""
    return hands_of_each([session.pk]).get(session.pk, [])


def hands_of_each(session_ids: Iterable[UUID]) -> dict[UUID, list[UUID]]:
    """The same for several sessions, those with a hand up: one query."""
    found: dict[UUID, list[UUID]] = {}
    rows = Hand.objects.filter(session__in=list(session_ids)).order_by("raised_at", "pk")
    for session_id, member_id in rows.values_list("session_id", "member_id"):
        found.setdefault(session_id, []).append(member_id)
    return found


def coming_up(group_id: UUID, *, at: datetime) -> datetime | None:
    """When the next planned session starts; one that is on now is not meant."""
    planned = GroupSession.objects.filter(group=group_id, state=GroupSession.State.SCHEDULED, starts_at__gt=at)
    return planned.order_by("starts_at").values_list("starts_at", flat=True).first()


def told(session: GroupSession) -> dict[str, Any]:
    """The session as it is now, in ids and codes, for an event of the room's log."""
    return {
        "session": str(session.pk),
        "state": session.state,
        "ends_at": clock.wire(session.ends_at),
        "phase": session.phase or None,
        "turn": str(session.turn_id) if session.turn_id else None,
        "hands": [str(member_id) for member_id in hands_of(session)],
        "listen_only": session.listen_only,
    }
