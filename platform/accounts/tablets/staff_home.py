"""What this app has on the first page of staff: tablets of which a copy was seen."""

from django.urls import reverse
from django.utils.timezone import localtime

from accounts.doors import Caller
from accounts.permissions import facilities_in_scope
from accounts.tablets import CLONE, MANAGING
from accounts.tablets.fleet import copies_of
from core import home
from core.home import Act, Card, Row
from core.templatetags.samecircle import day_and_clock
from custody.models import Tablet, TabletCredential

SHOWN = 12


def copied_tablets(caller: Caller) -> Card | None:
    """Only where there is one: it is rare, and means that somebody has taken a tablet's secret."""
    mine = Tablet.objects.filter(facility__in=facilities_in_scope(caller.user, *MANAGING), why_suspended=CLONE)
    rows = list(mine.select_related("facility").order_by("facility__name", "label")[:SHOWN])
    if not rows:
        return None
    copies = copies_of([tablet.pk for tablet in rows])
    return Card(
        "A copy of a tablet was seen",
        [_row(tablet, copies.get(tablet.pk)) for tablet in rows],
        calm="",
        note="Both devices are out until you say which is the tablet.",
        tone="clay",
        acts=[Act("All of them", f"{reverse('accounts:tablets')}?state=clone")],
    )


def _row(tablet: Tablet, copy: TabletCredential | None) -> Row:
    return Row(
        f"Tablet {tablet.label}, {tablet.facility}",
        reverse("accounts:tablet", args=[tablet.pk]),
        detail="; ".join(two_devices(tablet, copy)),
        tone="clay",
    )


def two_devices(tablet: Tablet, copy: TabletCredential | None) -> list[str]:
    """The two facts by which staff may tell the devices apart."""
    seen = [("One was seen last", tablet.last_seen_at, tablet.engine)]
    seen += [("the other showed an old secret", copy.copied_at, copy.copied_by)] if copy else []
    return [
        f"{what}: {day_and_clock(localtime(at))}{f', on {engine}' if engine else ''}" for what, at, engine in seen if at
    ]


home.register("accounts.copied_tablets", copied_tablets, rank=15)
