"""Pins: reasons to keep. Whoever has the reason (a hold, a case, an appeal) places one and lifts it again.

While one stands on a thing, no eraser touches it. An eraser asks for the thing itself and for all that it belongs
to: `message:<id>`, `room:<id>`, `person:<id>`.
"""

from collections.abc import Iterable
from datetime import datetime

from django.db import connection

from core import clock
from core.transactions import in_unit, unit
from records.models import Pin

#: The advisory lock between those who place pins (shared) and those who erase (alone). PostgreSQL only: on SQLite
#: writing transactions stand in line anyway.
LOCK = 0x5C_9175


@unit()
def place(*, target: str, because: str, at: datetime | None = None) -> None:
    """Keep `target` from now on, because of `because` (both typed ids). Placing it again changes nothing."""
    _lock("pg_advisory_xact_lock_shared")
    Pin.objects.get_or_create(target=target, because=because, lifted_at=None, defaults={"placed_at": at or clock.now()})


@unit()
def lift(*, target: str, because: str, at: datetime | None = None) -> None:
    """This reason to keep `target` is gone; others may stand. Lifting what does not stand changes nothing."""
    Pin.objects.filter(target=target, because=because, lifted_at=None).update(lifted_at=at or clock.now())


def standing(targets: Iterable[str]) -> set[str]:
    """Those of `targets` that must be kept."""
    return set(Pin.objects.filter(target__in=set(targets), lifted_at=None).values_list("target", flat=True))


def named(kind: str) -> list[str]:
    """The ids of all things of this kind that must be kept: for a query that leaves them out. Meant for persons and
    rooms, of which few are pinned; of messages ask `standing`."""
    targets = Pin.objects.filter(target__startswith=f"{kind}:", lifted_at=None).values_list("target", flat=True)
    return sorted({target.partition(":")[2] for target in targets})


def hold_still() -> None:
    """Until this transaction ends, nobody places a pin: what an eraser reads of pins stays true until it commits.

    Take it before any row. Whoever places a pin holds rows already, so an eraser passes over locked rows and waits
    for none.
    """
    assert in_unit(), "only within a unit: the lock ends with its transaction"
    _lock("pg_advisory_xact_lock")


def _lock(function: str) -> None:
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT {function}(%s)", [LOCK])
