"""A session says in time that it will end."""

from datetime import datetime, timedelta

from django.db.models import Q, QuerySet

from core.transactions import unit
from groups.models import GroupSession
from groups.ports import herald

#: Minutes before its end at which a session says so. One that was missed by a minute is not said any more.
SAID_AT = (10, 5, 1)
MINUTE = timedelta(minutes=1)


def tell_ends(*, at: datetime) -> int:
    """Tell each room whose session ends in 10, 5 or 1 minutes, once each; answers how many were told."""
    return sum(_tell(session, minutes) for minutes in SAID_AT for session in _due(minutes, at=at))


@unit()
def _tell(session: GroupSession, minutes: int) -> bool:
    """Compare-and-set on what was said last: of two workers one tells."""
    rows = GroupSession.objects.filter(pk=session.pk, state__in=GroupSession.LIVE, ends_at=session.ends_at)
    if not _not_told(rows, minutes).update(end_told=minutes):
        return False
    said = {"code": "session.ends_soon", "minutes": minutes}
    herald().tell(session.group_id, "notice", said, audience="everybody", authority=False)
    return True


def _due(minutes: int, *, at: datetime) -> list[GroupSession]:
    end = at + minutes * MINUTE
    live = GroupSession.objects.filter(state__in=GroupSession.LIVE, ends_at__gt=end - MINUTE, ends_at__lte=end)
    return list(_not_told(live, minutes).order_by("pk"))


def _not_told(sessions: QuerySet[GroupSession], minutes: int) -> QuerySet[GroupSession]:
    return sessions.filter(Q(end_told=None) | Q(end_told__gt=minutes))
