"""Legal holds: an order to keep something whatever the schedule says. Two people release one.

A hold writes its pin downwards, onto the message, room or person it names, and lifts it when it is released.
"""

from datetime import datetime
from typing import Any
from uuid import UUID

from audit.services import actor, record
from core import clock
from core.ids import new_id
from core.transactions import unit
from records import kinds, pins
from records.errors import HoldMoved, ReasonMissing, SecondPersonNeeded, TargetUnclear
from records.models import LegalHold

State = LegalHold.State
#: What a hold can be placed on.
TARGETS = ("message", "room", "person")


@unit()
def place_hold(*, target: str, reason: str, reference: str, by: object, hold_id: UUID | None = None) -> LegalHold:
    """Keep `target` (a typed id) from now on. `hold_id` is the caller's own: the same again is the same hold."""
    _refuse_unclear(target)
    if not reason.strip():
        raise ReasonMissing
    now = clock.now()
    values = {"target": target, "reason": reason.strip(), "reference": reference.strip()}
    hold, created = LegalHold.objects.get_or_create(
        pk=hold_id or new_id(), defaults={**values, "placed_at": now, "placed_by": actor(by)}
    )
    if not created:
        return _same(hold, target)
    pins.place(target=target, because=because(hold), at=now)
    record(kinds.HOLD_PLACED, by=by, subject=because(hold), at=now, target=target)
    return hold


@unit()
def ask_release(*, hold: LegalHold, by: object) -> None:
    """The first of the two people. Until somebody else agrees, the hold stands."""
    now = clock.now()
    _move(hold, State.RELEASE_REQUESTED, release_asked_at=now, release_asked_by=actor(by))
    record(kinds.RELEASE_ASKED, by=by, subject=because(hold), at=now)


@unit()
def refuse_release(*, hold: LegalHold, by: object) -> None:
    """The hold stays; whoever asked may also take it back themselves."""
    _move(hold, State.ACTIVE, release_asked_at=None, release_asked_by="")
    record(kinds.RELEASE_REFUSED, by=by, subject=because(hold))


@unit()
def release(*, hold: LegalHold, by: object) -> None:
    """The second person agrees: the hold's pin is lifted, and the schedule speaks again."""
    now = clock.now()
    asked_by = LegalHold.objects.select_for_update().get(pk=hold.pk).release_asked_by
    if asked_by == actor(by):
        raise SecondPersonNeeded
    _move(hold, State.RELEASED, released_at=now, released_by=actor(by))
    pins.lift(target=hold.target, because=because(hold), at=now)
    record(kinds.HOLD_RELEASED, by=by, subject=because(hold), at=now, target=hold.target, asked_by=asked_by)


def because(hold: LegalHold) -> str:
    """The hold as the reason of its pin, and as a subject of the audit chain."""
    return f"hold:{hold.pk}"


def _move(hold: LegalHold, to: LegalHold.State, **values: datetime | str | None) -> None:
    sources = [source for source, targets in LegalHold.MOVES.items() if to in targets]
    changes: dict[str, Any] = {"state": to, **values}
    if not LegalHold.objects.filter(pk=hold.pk, state__in=sources).update(**changes):
        raise HoldMoved
    hold.refresh_from_db()


def _same(hold: LegalHold, target: str) -> LegalHold:
    """Sent twice is placed once; another hold under the same id is nobody's retry."""
    if hold.target != target:
        raise HoldMoved
    return hold


def _refuse_unclear(target: str) -> None:
    kind, _, named = target.partition(":")
    try:
        UUID(named)
    except ValueError:
        raise TargetUnclear from None
    if kind not in TARGETS or target != f"{kind}:{UUID(named)}":
        raise TargetUnclear
