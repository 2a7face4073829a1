"""The port through which groups speaks into a room: chat appends what it is told to the room's log."""

from collections.abc import Callable, Mapping
from typing import Any, Protocol
from uuid import UUID

from django.conf import settings
from django.utils.module_loading import import_string


class Herald(Protocol):
    """Called inside the caller's unit; the event is numbered at the end of it, in its transaction."""

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
        """Append an event of `kind` (None: no event) to the group's room. `authority`: what members of this room may
        do has changed, so raise the room's authority. `numbered`: told the event's seq, in the same transaction."""

    def head(self, group_id: UUID) -> int:
        """The seq of the room's last event: from where a new membership may read."""


def herald() -> Herald:
    found: Herald = import_string(settings.GROUPS_HERALD)
    return found
