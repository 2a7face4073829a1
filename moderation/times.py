"""Times as people read them: the clock of the place where they are."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from custody.models import Facility, Programme
from custody.timeline import Status

#: Where no place is known at all.
FALLBACK = "America/Chicago"


def zone_of(status: Status, programme: Programme | None = None) -> str:
    """IANA name of the zone in which somebody reads times: the facility's, outside that of their programme."""
    return zone_at(status.facility, programme)


def zone_at(facility: Facility | None, programme: Programme | None = None) -> str:
    if facility is not None:
        return facility.time_zone
    near = programme.facilities.order_by("code").first() if programme else None
    return near.time_zone if near else FALLBACK


def clock_words(at: datetime, zone: str) -> str:
    """6:24 pm, in the language that is active now."""
    local = at.astimezone(ZoneInfo(zone))
    time = f"{local.hour % 12 or 12}:{local.minute:02d}"
    return (_("%(time)s am") if local.hour < 12 else _("%(time)s pm")) % {"time": time}


def span(length: timedelta) -> str:
    """6 min, 1 h 10 min, 3 d 5 h, as staff read it."""
    minutes = max(int(length.total_seconds() // 60), 0)
    hours, rest = divmod(minutes, 60)
    if hours >= 48:
        return f"{hours // 24} d {hours % 24} h"
    return f"{hours} h {rest:02d} min" if hours else f"{rest} min"
