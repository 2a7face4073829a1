"""How long until something, as people say it."""

from datetime import datetime
from math import ceil

from django.utils import timezone
from django.utils.formats import date_format, get_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.templatetags.samecircle import clock

#: Up to this many minutes are counted; what is further away has a day and a time.
COUNTED = 99
WEEK = 7


def minutes_until(at: datetime, *, now: datetime) -> int | None:
    """Whole minutes, begun ones too; None: it is over, or too far away to be counted."""
    minutes = ceil((at - now).total_seconds() / 60)
    return minutes if 0 < minutes <= COUNTED else None


def when(at: datetime, *, now: datetime) -> str:
    """In 45 minutes · Today at 6:30 pm · Tomorrow at … · Monday at … · Monday, December 7 at …"""
    minutes = minutes_until(at, now=now)
    if minutes is not None:
        return ngettext("In %(n)d minute", "In %(n)d minutes", minutes) % {"n": minutes}
    return day(at, now=now)


def day(at: datetime, *, now: datetime) -> str:
    """The day and the time of day, in the zone that is active now."""
    here = timezone.localtime(at)
    time = {"time": clock(here)}
    days = (here.date() - timezone.localtime(now).date()).days
    if days == 0:
        return _("Today at %(time)s") % time
    if days == 1:
        return _("Tomorrow at %(time)s") % time
    name = date_format(here, "l" if 1 < days < WEEK else f"l, {get_format('MONTH_DAY_FORMAT')}")
    return _("%(day)s at %(time)s") % {"day": capfirst(name), **time}
