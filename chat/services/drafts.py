"""What the screener is given of a text: the words, and what may be known of whoever wrote them."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from chat.ports import Draft, Times
from custody.timeline import Status


def draft_of(
    body: str,
    *,
    lang: str,
    author_id: UUID,
    room_id: UUID,
    custody: Status | None,
    at: datetime,
    recent: Sequence[str] = (),
    kind: str = "post",
) -> Draft:
    """`custody` None: nothing is known of where they are."""
    return Draft(
        body=body,
        lang=lang,
        author_id=author_id,
        room_id=room_id,
        facility_id=custody.facility_id if custody else None,
        unit_id=str(custody.unit.pk) if custody and custody.unit else None,
        recent=tuple(recent),
        times=_times(custody, at=at),
        kind=kind,
    )


def _times(custody: Status | None, *, at: datetime) -> Times:
    if custody is None:
        return Times(now=at)
    if custody.held:
        return Times(now=at, in_custody_since=custody.since)
    return Times(now=at, released_at=custody.since if custody.is_released else None)
