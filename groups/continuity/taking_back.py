"""Custody events that were told in error: a release is undone within the hour, all else is taken back with a reason.

What is taken back stays in the timeline, and counts as never told, also when its source tells it again. What it ended
(sign-ins, presence) stays ended; doors, seats and the claim card follow from the status that is left.
"""

from datetime import datetime, timedelta

from audit.services import actor, record
from core import clock
from core.transactions import unit
from custody.merging import locked
from custody.models import CustodyEvent
from custody.timeline import status_of
from groups import kinds
from groups.continuity.errors import NotARelease, ReasonMissing, ReleaseStands
from groups.continuity.reasons import Reason
from groups.continuity.services import follow
from groups.continuity.telling import EVENT_TAKEN_BACK, told_of

#: For so long after it was recorded a release in error can be undone (product.md: "undone within an hour").
UNDO_WITHIN = timedelta(hours=1)


def may_be_undone_until(event: CustodyEvent) -> datetime:
    return event.recorded_at + UNDO_WITHIN


@unit()
def undo_release(*, event: CustodyEvent, by: object) -> CustodyEvent:
    """The release was told in error, and no more than an hour ago. Again: nothing happens."""
    return _take_back(event, kinds.RELEASE_UNDONE, by=by, reason="")


@unit()
def take_back(*, event: CustodyEvent, reason: str, by: object) -> CustodyEvent:
    """Any other event that was told in error, whenever that is found. Again: nothing happens."""
    if reason not in Reason:
        raise ReasonMissing
    return _take_back(event, kinds.EVENT_TAKEN_BACK, by=by, reason=reason)


def _take_back(event: CustodyEvent, kind: str, *, by: object, reason: str) -> CustodyEvent:
    now, person = clock.now(), locked(event.person)[event.person_id]
    event.refresh_from_db()
    if event.taken_back_at is not None:
        return event
    _refuse(event, kind, at=now)
    before = status_of(person)
    CustodyEvent.objects.filter(pk=event.pk).update(taken_back_at=now, taken_back_by=actor(by))
    event.refresh_from_db()
    why = {"reason": reason} if reason else {}
    record(kind, by=by, subject=f"person:{person.pk}", at=now, event=event.pk, what=event.kind, **why)
    follow(person, before=before, by=by)
    told_of(event, EVENT_TAKEN_BACK, before=before.facility, after=status_of(person).facility)
    return event


def _refuse(event: CustodyEvent, kind: str, *, at: datetime) -> None:
    is_release = event.kind == CustodyEvent.Kind.RELEASED
    if not is_release and kind == kinds.RELEASE_UNDONE:
        raise NotARelease
    if is_release and (kind != kinds.RELEASE_UNDONE or at > may_be_undone_until(event)):
        raise ReleaseStands
