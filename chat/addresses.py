"""Where wake-ups of this app go."""

from uuid import UUID

ROOMS = "rooms"


def room(room_id: UUID) -> str:
    """Whoever serves this room live. One address for all rooms: what happens at the same moment travels together, and
    nobody has to subscribe before a room is read."""
    return ROOMS
