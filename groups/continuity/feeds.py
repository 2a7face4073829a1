"""Sources that tell custody events. Silent for a day, one is reported as stale: until it is heard again, staff record
by hand what it would have told."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from accounts.machines.selectors import names_of_sources
from audit.services import record
from core import clock
from core.transactions import unit
from custody.models import Facility, Feed
from groups import kinds
from groups.continuity.telling import told_of_silence

#: A feed that says nothing for so long is stale (product.md: "A silent feed (24 h) is reported as stale").
SILENCE = timedelta(hours=24)
#: Sources that speak when somebody uses them, and owe nobody a word in between.
BY_HAND = frozenset({"staff", "import", "roster", "command"})


@unit()
def heard_from(*, facility: Facility, source: str) -> Feed | None:
    """This source is there, also where it has no event to tell. None: it is one that nobody waits for."""
    return hear(facility, source=source, at=clock.now())


def hear(facility: Facility | None, *, source: str, at: datetime) -> Feed | None:
    """Within the unit that takes what it says. Its silence is over."""
    if facility is None or source in BY_HAND:
        return None
    feed, _ = Feed.objects.get_or_create(facility=facility, source=source, defaults={"heard_at": at})
    Feed.objects.filter(pk=feed.pk, heard_at__lt=at).update(heard_at=at)
    if Feed.objects.filter(pk=feed.pk).exclude(stale_since=None).update(stale_since=None):
        record(kinds.FEED_HEARD, by=None, subject=f"facility:{facility.pk}", at=at, source=source)
    feed.refresh_from_db()
    return feed


@unit()
def mark_one_stale() -> bool:
    """Report one feed that has been silent for too long, once per silence. False: there is none."""
    now = clock.now()
    silent = Feed.objects.filter(stale_since=None, heard_at__lte=now - SILENCE)
    feed = silent.order_by("heard_at").first()
    if feed is None:
        return False
    if silent.filter(pk=feed.pk).update(stale_since=now):  # else it was heard, or another worker was first
        subject, heard = f"facility:{feed.facility_id}", clock.wire(feed.heard_at)
        record(kinds.FEED_STALE, by=None, subject=subject, at=now, source=feed.source, heard=heard)
        told_of_silence(feed)
    return True


@dataclass(frozen=True, slots=True)
class FeedView:
    """A feed as staff know it: a system by the name that it was connected under."""

    source: str
    heard_at: datetime
    stale_since: datetime | None


def feeds_of(facility_ids: Iterable[UUID]) -> Mapping[UUID, list[FeedView]]:
    """The feeds of each of these facilities: one query, one more where there are any."""
    found: dict[UUID, list[FeedView]] = {pk: [] for pk in facility_ids}
    feeds = list(Feed.objects.filter(facility__in=list(found)).order_by("source"))
    names = names_of_sources(feed.source for feed in feeds) if feeds else {}
    for feed in feeds:
        view = FeedView(names.get(feed.source, feed.source), feed.heard_at, feed.stale_since)
        found[feed.facility_id].append(view)
    return found
