"""What windows refuse."""

from datetime import datetime

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from accounts.errors import open_again
from core.errors import RuleError
from groups.errors import RoomUnavailable


class RoomClosedNow(RoomUnavailable):
    """The facility lets its people sit in this group at other hours. The hours hang on the wall: no secret."""

    code = "room.closed_now"
    text = _("This room is closed to you now.")

    def __init__(self, opens: datetime | None) -> None:
        """`opens`: when the room takes them in again, on the facility's clock."""
        super().__init__(format_lazy("{} {}", self.text, open_again(opens)) if opens else None)


class WindowRefused(RuleError):
    code = "window.refused"
    status = 400


class WindowBackwards(WindowRefused):
    code = "window.backwards"
    text = "The window closes before it opens. For a night, add two: one to midnight, one from midnight on."


class WindowOverlaps(WindowRefused):
    code = "window.overlaps"
    text = "There is a window in these hours already. Remove it first, or choose other hours."


class WindowWithoutDay(WindowRefused):
    code = "window.no_day"
    text = "Choose one day at least."
