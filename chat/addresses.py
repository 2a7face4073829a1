"""Where wake-ups of this app go."""

from uuid import UUID


def room(room_id: UUID) -> str:
    """Whoever serves this room live."""
    return f"room.{room_id}"
