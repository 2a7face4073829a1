"""The port through which groups speaks into a room (`GROUPS_HERALD`)."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from chat import log
from chat.models import Event
from core import clock


class RoomHerald:
    """Appends what groups tells it to the group's room, at the end of the caller's unit."""

    def tell(
        self,
        group_id: UUID,
        kind: str | None,
        data: Mapping[str, Any],
        *,
        audience: str,
        authority: bool,
        numbered: Callable[[int], object] | None = None,
    ) -> None:
        room = log.room_of_group(group_id)
        if kind is None:
            if authority:
                log.append_later(room.pk, authority=True)
            return
        event = Event(kind=kind, at=clock.now(), audience=audience, data=dict(data))
        then = (lambda: numbered(event.seq)) if numbered else None
        log.append_later(room.pk, event, authority=authority, then=then)

    def head(self, group_id: UUID) -> int:
        return log.room_of_group(group_id).head


herald = RoomHerald()
