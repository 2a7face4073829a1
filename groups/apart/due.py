"""What no event brings about: an order that begins or ends by its date, and a place that became free otherwise."""

from datetime import datetime
from uuid import UUID

from django.db.models import Q

from core import clock
from custody.models import KeepApartOrder, Person
from custody.orders.selectors import records_of
from custody.timeline import statuses
from groups.admission import Admission, admission
from groups.apart.models import KeptApart
from groups.approvals import approvals_of
from groups.continuity.services import settle
from groups.models import Membership

KEEP_APART = Membership.Away.KEEP_APART


def settle_due() -> int:
    """Settle whoever sits otherwise than orders say now; how many those were. Few queries as long as nobody does."""
    due = _due(at=clock.now())
    for person in Person.objects.filter(pk__in=due).order_by("pk"):
        settle(person=person, by="system", where=KeptApart.Where.ORDER)
    return len(due)


def _due(*, at: datetime) -> set[UUID]:
    """All seats of the groups in which orders could matter are looked at: who keeps somebody out may have no right to
    be there themselves any more."""
    away = Membership.objects.filter(state=Membership.State.AWAY, why_away=KEEP_APART)
    theirs = Membership.objects.filter(person__in=_ordered(at), state=Membership.State.ACTIVE)
    groups = set(away.values_list("group_id", flat=True)) | set(theirs.values_list("group_id", flat=True))
    seats = Membership.objects.filter(group__in=groups, state__in=(Membership.State.ACTIVE, Membership.State.AWAY))
    rows = list(seats.select_related("group"))
    circles = {seat.group_id: seat.group for seat in rows}
    where = statuses({seat.person_id for seat in rows})
    gates = admission(circles.values(), approvals_of(circles), where, at=at)
    return {seat.person_id for seat in rows if _is_wrong(seat, gates)}


def _ordered(at: datetime) -> set[UUID]:
    """Every record of whoever is under an order now."""
    in_force = KeepApartOrder.objects.filter(Q(until=None) | Q(until__gt=at), ended_at=None, from_at__lte=at)
    return records_of({pk for pair in in_force.values_list("one_id", "other_id") for pk in pair})


def _is_wrong(seat: Membership, gates: Admission) -> bool:
    why = gates.why_away(seat.group, seat.person_id)
    if seat.state == Membership.State.ACTIVE:
        return why is not None
    return seat.why_away == KEEP_APART and why != KEEP_APART
