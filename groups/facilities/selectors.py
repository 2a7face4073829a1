"""A facility at a glance: who is inside, its tablets, the groups that it takes part in, today's sessions."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Count, Q, QuerySet

from accounts.models import User
from accounts.permissions import facilities_in_scope
from accounts.selectors import paused_at
from core import clock
from core.errors import NotThere
from custody.models import Facility, Tablet, Unit
from custody.timeline import count_inside
from groups.continuity.feeds import FeedView, feeds_of
from groups.continuity.selectors import PEOPLE_ROLES
from groups.models import FacilityApproval, GroupSession

#: A tablet that nobody has seen for so long may be lost, or out of charge.
UNSEEN = timedelta(hours=24)
#: An approval that ends within this time should be renewed or talked about.
SOON = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Tablets:
    """How many of a facility's are in each state. `unseen`: active, and not seen for a day."""

    active: int = 0
    suspended: int = 0
    enrolling: int = 0
    lost: int = 0
    unseen: int = 0


@dataclass(frozen=True, slots=True)
class Approval:
    """A group that the facility lets its people sit in. `state`: `stands`, `soon` (ends within 30 days), `lapsed`."""

    approval: FacilityApproval
    state: str


@dataclass(frozen=True, slots=True)
class FacilityView:
    facility: Facility
    inside: int
    tablets: Tablets
    paused: int
    approvals: Sequence[Approval]
    today: Sequence[GroupSession]
    feeds: Sequence[FeedView]

    @property
    def silent(self) -> list[FeedView]:
        return [feed for feed in self.feeds if feed.stale_since]

    @property
    def ending(self) -> list[FacilityApproval]:
        return [one.approval for one in self.approvals if one.state == "soon"]

    @property
    def lapsed(self) -> list[FacilityApproval]:
        return [one.approval for one in self.approvals if one.state == "lapsed"]


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit with who lives there, and the tablets that are in use there. `unit` None: no unit is known."""

    unit: Unit | None
    inside: int
    tablets: int


def my_facilities(user: User | None) -> QuerySet[Facility]:
    return facilities_in_scope(user, *PEOPLE_ROLES).order_by("name")


def facility_for(user: User | None, facility_id: UUID) -> Facility:
    """This facility, if the user looks after it; else `NotThere`."""
    found = my_facilities(user).filter(pk=facility_id).first()
    if found is None:
        raise NotThere
    return found


def views_of(facilities: Collection[Facility]) -> list[FacilityView]:
    """Each of these at a glance: seven queries, however many there are."""
    now, ids = clock.now(), [facility.pk for facility in facilities]
    inside: dict[UUID, int] = defaultdict(int)
    for (facility_id, _), people in count_inside(ids).items():
        inside[facility_id] += people
    tablets, paused, approvals, feeds = _tablets(ids, now), paused_at(ids), _approvals(ids), feeds_of(ids)
    sessions = _sessions({one.group_id for those in approvals.values() for one in those}, now)
    return [
        FacilityView(
            facility,
            inside=inside[facility.pk],
            tablets=tablets.get(facility.pk, Tablets()),
            paused=paused.get(facility.pk, 0),
            approvals=[Approval(one, _state(one, now)) for one in approvals[facility.pk]],
            today=_today(facility, approvals[facility.pk], sessions, now),
            feeds=feeds[facility.pk],
        )
        for facility in facilities
    ]


def units_of(facility: Facility) -> list[UnitRow]:
    """Its units by name, and, if somebody lives there, what is in no unit."""
    inside = {unit: people for (_, unit), people in count_inside([facility.pk]).items()}
    in_use = Count("tablets", filter=Q(tablets__state=Tablet.State.ACTIVE))
    rows = [
        UnitRow(unit, inside.get(unit.pk, 0), unit.in_use)
        for unit in facility.units.order_by("name").annotate(in_use=in_use)
    ]
    return [*rows, UnitRow(None, inside[None], 0)] if inside.get(None) else rows


def _tablets(ids: Iterable[UUID], now: datetime) -> dict[UUID, Tablets]:
    stale = Q(state=Tablet.State.ACTIVE) & (Q(last_seen_at=None) | Q(last_seen_at__lt=now - UNSEEN))
    counts = {state: Count("pk", filter=Q(state=state)) for state in ("active", "suspended", "enrolling", "lost")}
    rows = Tablet.objects.filter(facility__in=ids).order_by().values("facility")
    counted = rows.annotate(**counts, unseen=Count("pk", filter=stale))
    return {facility: Tablets(*row) for facility, *row in counted.values_list("facility", *counts, "unseen")}


def _approvals(ids: Iterable[UUID]) -> Mapping[UUID, list[FacilityApproval]]:
    found: dict[UUID, list[FacilityApproval]] = defaultdict(list)
    rows = FacilityApproval.objects.filter(facility__in=ids, revoked_at=None).select_related("group")
    for approval in rows.order_by("group__name"):
        found[approval.facility_id].append(approval)
    return found


def _state(approval: FacilityApproval, now: datetime) -> str:
    if not approval.stands(at=now):
        return "lapsed"
    return "soon" if approval.until <= now + SOON else "stands"


def _sessions(groups: Iterable[UUID], now: datetime) -> list[GroupSession]:
    """Those of these groups around this day, wherever it is."""
    near = GroupSession.objects.filter(group__in=list(groups)).exclude(state=GroupSession.State.CANCELLED)
    day = timedelta(days=1)
    return list(near.filter(starts_at__range=(now - day, now + day)).select_related("group").order_by("starts_at"))


def _today(
    facility: Facility, approvals: Iterable[FacilityApproval], sessions: Iterable[GroupSession], now: datetime
) -> list[GroupSession]:
    """The sessions of the facility's groups that begin on this day, as its clock says."""
    here, groups = ZoneInfo(facility.time_zone), {approval.group_id for approval in approvals}
    day = now.astimezone(here).date()
    return [one for one in sessions if one.group_id in groups and one.starts_at.astimezone(here).date() == day]
