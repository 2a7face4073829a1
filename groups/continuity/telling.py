"""What the systems of a facility are told of its people: that something is on record, by ids and codes alone."""

from collections.abc import Iterable
from uuid import UUID

from accounts.machines.telling import tell, tells
from core import clock
from custody.models import CustodyEvent, Facility, Feed

EVENT_RECORDED = tells("custody.recorded", "A custody event is on record")
EVENT_TAKEN_BACK = tells("custody.taken_back", "A custody event that was told in error counts no more")
FEED_STALE = tells("feed.stale", "A system has said nothing for a day")


def told_of(event: CustodyEvent, kind: str, *, before: Facility | None, after: Facility | None) -> None:
    """Tell the facilities that it concerns: that of the event, and those that held the person before and after."""
    said = {
        "source": event.source,
        "id": event.source_id,
        "kind": event.kind,
        "occurred_at": clock.wire(event.occurred_at),
    }
    for pk in _concerned(event.facility, before, after):
        tell(pk, kind, said)


def _concerned(*facilities: Facility | None) -> Iterable[UUID]:
    return {facility.pk for facility in facilities if facility is not None}


def told_of_silence(feed: Feed) -> None:
    tell(feed.facility_id, FEED_STALE, {"source": feed.source, "heard_at": clock.wire(feed.heard_at)})
