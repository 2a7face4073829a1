"""What this app has on the first page of staff: facilities at a glance, and the groups that meet today."""

from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.timezone import localtime

from accounts.doors import Caller
from accounts.models import User
from accounts.permissions import holds, programmes_in_scope
from core import clock, home
from core.home import Act, Card, Fact, Row
from core.templatetags.samecircle import clock as in_words
from groups.continuity.selectors import PEOPLE_ROLES
from groups.facilities.selectors import FacilityView, my_facilities, views_of
from groups.models import GroupSession, Membership, SupportGroup
from groups.staff_views import ARRANGING

#: Rows of a card; whoever has more reads the list.
SHOWN = 12


def facilities(caller: Caller) -> Card | None:
    """For those who look after facilities: each of theirs in a line."""
    if not holds(caller.user, *PEOPLE_ROLES):
        return None
    mine = my_facilities(caller.user)
    views = views_of(list(mine[:SHOWN]))
    return Card(
        "My facilities",
        [_facility(view) for view in views],
        calm="No facility is yours yet.",
        note=_more(mine.count(), len(views)),
        acts=[Act("Admit a person", reverse("groups:admit")), Act("All facilities", reverse("groups:facilities"))],
        is_wide=True,
    )


def _facility(view: FacilityView) -> Row:
    return Row(
        view.facility.name,
        reverse("groups:facility", args=[view.facility.pk]),
        detail=f"{view.inside} inside",
        facts=[fact for fact in _facts(view) if fact],
    )


def _facts(view: FacilityView) -> Iterable[Fact | None]:
    here, tablets = f"?facility={view.facility.pk}", view.tablets
    list_of = reverse("accounts:tablets") + here
    page = reverse("groups:facility", args=[view.facility.pk])
    yield Fact(_n(tablets.active, "tablet") + " in use", list_of)
    yield Fact(f"{tablets.unseen} not seen for a day", list_of, "clay") if tablets.unseen else None
    yield Fact(f"{tablets.suspended} suspended", list_of, "dusk") if tablets.suspended else None
    for feed in view.silent:
        heard = localtime(feed.heard_at, ZoneInfo(view.facility.time_zone))
        yield Fact(f"{feed.source} silent since {heard:%-d %b, %H:%M}", page, "clay")
    yield Fact(_n(view.paused, "sign-in") + " paused", reverse("accounts:pauses"), "dusk") if view.paused else None
    yield Fact(_n(len(view.today), "session") + " today", page)
    yield Fact(_n(len(view.lapsed), "approval") + " lapsed", page, "clay") if view.lapsed else None
    for approval in view.ending[:3]:
        yield Fact(f"{approval.group}: agreed until {localtime(approval.until):%-d %b}", page, "clay")


def groups_today(caller: Caller) -> Card | None:
    """For those who run a programme: who meets today, and where nobody leads."""
    if not holds(caller.user, *ARRANGING):
        return None
    sessions = list(_sessions_today(caller.user)[: SHOWN + 1])
    led = _led({session.group_id for session in sessions})
    rows = [_session(session, led=session.group_id in led) for session in sessions[:SHOWN]]
    return Card(
        "Groups today",
        rows,
        calm="No group meets today.",
        note="" if len(sessions) <= SHOWN else f"The first {SHOWN}",
        tone="clay" if any(row.tone for row in rows) else "",
        acts=[Act("All groups", reverse("groups:groups"))],
    )


def _sessions_today(user: User | None) -> QuerySet[GroupSession]:
    programmes = programmes_in_scope(user, *ARRANGING)
    begin = localtime(clock.now()).replace(hour=0, minute=0, second=0, microsecond=0)
    today = GroupSession.objects.filter(starts_at__gte=begin, starts_at__lt=begin + timedelta(days=1))
    mine = today if programmes is None else today.filter(group__in=_groups(programmes))
    return mine.exclude(state=GroupSession.State.CANCELLED).select_related("group").order_by("starts_at", "group__name")


def _groups(programmes: set[str]) -> QuerySet[SupportGroup]:
    return SupportGroup.objects.filter(programme_id__in=programmes)


def _led(groups: Iterable[UUID]) -> set[UUID]:
    """Those of these groups that somebody has the seat to lead."""
    leaders = Membership.objects.filter(role=Membership.Role.FACILITATOR, state=Membership.State.ACTIVE)
    return set(leaders.filter(group__in=list(groups)).values_list("group", flat=True))


def _session(session: GroupSession, *, led: bool) -> Row:
    is_live, is_over = session.state in GroupSession.LIVE, session.state == GroupSession.State.CLOSED
    alone = is_live and session.unwatched_since is not None
    facts = [
        Fact(session.get_state_display(), tone={"open": "pine", "paused": "dusk"}.get(session.state, "")),
        *([Fact("No facilitator has a seat", tone="clay")] if not led and not is_over else []),
        *([Fact("Nobody leads or watches now", tone="clay")] if alone else []),
    ]
    return Row(
        session.group.name,
        reverse("groups:group", args=[session.group_id]),
        aside=in_words(localtime(session.starts_at)),
        tone="clay" if (not led and not is_over) or alone else "",
        facts=facts,
    )


def _n(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _more(total: int, shown: int) -> str:
    return f"{shown} of {total}" if total > shown else ""


home.register("groups.today", groups_today, rank=40)
home.register("groups.facilities", facilities, rank=35)
