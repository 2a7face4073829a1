"""What in a timeline can't all be true. It is shown to staff, who know or can ask; it never refuses an event, and never
decides: the status follows from the timeline as it stands."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from custody.models import CustodyEvent
from custody.timeline import place, standing

Kind = CustodyEvent.Kind


class Code(StrEnum):
    TWO_PLACES = "two_places"  # at one moment
    RETURNED_NOT_OUT = "returned_not_out"
    OUT_NOT_HELD = "out_not_held"
    RELEASED_NOT_HELD = "released_not_held"
    ADMITTED_WHILE_HELD = "admitted_while_held"  # elsewhere
    AFTER_DEATH = "after_death"


@dataclass(frozen=True, slots=True)
class Contradiction:
    code: Code
    event: CustodyEvent  # the later one of what does not fit


def contradictions(events: Iterable[CustodyEvent]) -> list[Contradiction]:
    """In the order of the timeline; what was taken back contradicts nothing."""
    told = sorted(standing(events), key=place)
    found = [(_what(event, told[:at]), event) for at, event in enumerate(told)]
    return [Contradiction(code, event) for code, event in found if code]


def _what(event: CustodyEvent, before: Sequence[CustodyEvent]) -> Code | None:
    if any(each.kind == Kind.DIED for each in before):
        return Code.AFTER_DEATH
    if _elsewhere_at_that_moment(event, before):
        return Code.TWO_PLACES
    last = before[-1] if before else None
    holds = last.facility_id if last else None
    return _after(event, holds, is_out=last is not None and last.kind in CustodyEvent.OUT)


def _elsewhere_at_that_moment(event: CustodyEvent, before: Sequence[CustodyEvent]) -> bool:
    at_once = {each.facility_id for each in before if each.occurred_at == event.occurred_at and each.facility_id}
    return bool(event.facility_id and at_once - {event.facility_id})


def _after(event: CustodyEvent, holds: UUID | None, *, is_out: bool) -> Code | None:
    if event.kind == Kind.RETURNED:
        return None if is_out else Code.RETURNED_NOT_OUT
    if event.kind in CustodyEvent.OUT:
        return None if holds else Code.OUT_NOT_HELD
    if event.kind == Kind.RELEASED:
        return None if holds else Code.RELEASED_NOT_HELD
    is_elsewhere = holds not in (None, event.facility_id)
    return Code.ADMITTED_WHILE_HELD if event.kind == Kind.ADMITTED and is_elsewhere else None
