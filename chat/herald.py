"""The port through which groups speaks into a room (`GROUPS_HERALD`)."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from chat import log
from chat.models import Event
from core import clock


class RoomHerald:
    """Appends what groups tells it to the group's room, at the end of the caller's unit."""

    def tell(
        self, group_id: UUID, kind: str | None, data: Mapping[str, Any], *, audience: str, authority: bool
    ) -> None:
        room = log.room_of_group(group_id)
        events = [Event(kind=kind, at=clock.now(), audience=audience, data=dict(data))] if kind else []
        if events or authority:
            log.append_later(room.pk, *events, authority=authority)

    def head(self, group_id: UUID) -> int:
        return log.room_of_group(group_id).head


herald = RoomHerald()
