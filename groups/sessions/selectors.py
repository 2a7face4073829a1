"""What can be seen of a session."""

from typing import Any
from uuid import UUID

from core import clock
from groups.models import GroupSession


def hands_of(session: GroupSession) -> list[UUID]:
    """The memberships whose hands are up, in the order they were raised."""
    return list(session.hands.order_by("raised_at", "pk").values_list("member_id", flat=True))


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
