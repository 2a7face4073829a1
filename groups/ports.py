"""What groups asks of higher floors, by dotted paths in the settings: to speak into a room (chat appends what it is
told to the room's log), and to look at a text before others see it."""

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


class NotScreened(Exception):
    """Nothing has looked at the text: it failed, or was late. So nobody else may see it yet."""


class TextScreener(Protocol):
    """Called before any transaction."""

    def __call__(self, text: str, *, kind: str, lang: str, author_id: UUID) -> bool:
        """Whether others may see this alias or goal (`kind`) as it is. Raises `NotScreened`."""


def may_be_shown(text: str, *, kind: str, lang: str, author_id: UUID) -> bool:
    """What the screener of this installation says (`GROUPS_SCREENER`)."""
    screener: TextScreener = import_string(settings.GROUPS_SCREENER)
    return screener(text, kind=kind, lang=lang, author_id=author_id)


def herald() -> Herald:
    found: Herald = import_string(settings.GROUPS_HERALD)
    return found
