"""Telling what happens to somebody, and what became of them."""

from datetime import datetime, timedelta
from typing import Any

from accounts.models import ClaimCard, User
from core import clock
from custody.models import CustodyEvent, Facility, Person
from groups.continuity import services
from groups.models import Membership

Kind = CustodyEvent.Kind


def tell(
    who: Person,
    kind: str,
    at: Facility | None = None,
    *,
    minutes_ago: float = 1,
    source_id: str = "e-1",
    source: str = "staff",
    by: object = "system",
    **said: Any,
) -> CustodyEvent:
    when = clock.now().replace(microsecond=0) - timedelta(minutes=minutes_ago)
    said = {"occurred_at": when, **said}
    return services.record_custody_event(
        person=who, kind=kind, facility=at, source=source, source_id=source_id, by=by, **said
    )


def seat_state(seat: Membership) -> tuple[str, str]:
    seat.refresh_from_db()
    return (seat.state, seat.why_away)


def as_it_is(*persons: Person) -> dict[str, Any]:
    """All that a merge may touch, to be compared with itself later. Versions only grow, so they are not in it."""
    return {
        "persons": list(_rows(Person.objects.filter(pk__in=[person.pk for person in persons]))),
        "seats": list(_rows(Membership.objects.all(), without=("authority",))),
        "users": list(_rows(User.objects.exclude(person=None))),
        "cards": list(_rows(ClaimCard.objects.all())),
    }


def _rows(rows: Any, without: tuple[str, ...] = ()) -> list[dict[str, Any]]:
    return [{name: value for name, value in row.items() if name not in without} for row in rows.order_by("pk").values()]


def at(minutes: int, *, since: datetime) -> datetime:
    return since + timedelta(minutes=minutes)
