"""The tablets of some facilities as staff see them: a page of the list, each with what is known of it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import F, Q, QuerySet, Sum

from accounts.attempts import LIMIT
from accounts.models import Attempts
from accounts.tablets.codes import TAKES_CODE
from accounts.tablets.states import BY_STAFF, CLONE
from core import clock
from custody.models import Facility, Tablet, TabletCredential, Unit

#: A tablet that nobody has seen for so long may be lost, or out of charge.
UNSEEN = timedelta(hours=24)
PER_PAGE = 50
State = Tablet.State


@dataclass(frozen=True, slots=True)
class Filter:
    """What of the list is looked at; nothing chosen: all."""

    facility: Facility | None = None
    unit: Unit | None = None
    state: str = ""
    unseen: bool = False
    page: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    """A tablet, what is known of it, and what may be done with it now."""

    tablet: Tablet
    failures: int  # wrong numbers or PINs typed on it within a day
    takes_code: bool
    copy: TabletCredential | None = None  # what a copy showed, while staff have not dealt with it

    @property
    def is_copied(self) -> bool:
        return self.tablet.why_suspended == CLONE

    @property
    def may_suspend(self) -> bool:
        return State.SUSPENDED in self._targets

    @property
    def may_resume(self) -> bool:
        return self.tablet.why_suspended == BY_STAFF

    @property
    def may_end(self) -> bool:
        return bool(self._targets)

    @property
    def is_kiosk(self) -> bool:
        return self.tablet.kind == Tablet.Kind.KIOSK

    @property
    def takes_address(self) -> bool:
        """A kiosk that may get a new start address."""
        return self.is_kiosk and self.tablet.state in (State.ENROLLING, State.ACTIVE)

    @property
    def _targets(self) -> set[Tablet.State]:
        return Tablet.MOVES[State(self.tablet.state)]


@dataclass(frozen=True, slots=True)
class Fleet:
    rows: Sequence[Row]
    page: Page[Tablet]
    chosen: Filter = field(default_factory=Filter)


def fleet(facilities: QuerySet[Facility], chosen: Filter) -> Fleet:
    """One page: so many queries, whatever the number of tablets."""
    shown = Tablet.objects.filter(facility__in=[chosen.facility] if chosen.facility else facilities)
    shown = shown.filter(_asked(chosen, at=clock.now())).select_related("facility", "unit")
    page = Paginator(shown.order_by("facility__name", "label"), PER_PAGE).get_page(chosen.page)
    return Fleet(rows_of(list(page.object_list)), page, chosen)


def _asked(chosen: Filter, *, at: datetime) -> Q:
    asked = Q(unit=chosen.unit) if chosen.unit else Q()
    if chosen.state == CLONE:
        asked &= Q(why_suspended=CLONE)
    elif chosen.state:
        asked &= Q(state=chosen.state)
    elif not chosen.unseen:
        asked &= ~Q(state=State.RETIRED)  # only for who looks for them: after a replacement there are as many again
    if chosen.unseen:
        asked &= Q(state=State.ACTIVE) & (Q(last_seen_at=None) | Q(last_seen_at__lt=at - UNSEEN))
    return asked


def rows_of(tablets: Sequence[Tablet]) -> list[Row]:
    ids = [tablet.pk for tablet in tablets]
    failures, copies = failures_at(ids, at=clock.now()), copies_of(ids)
    takes_code = set(Tablet.objects.filter(TAKES_CODE, pk__in=ids).values_list("pk", flat=True))
    return [
        Row(tablet, failures.get(tablet.pk, 0), tablet.pk in takes_code, copies.get(tablet.pk)) for tablet in tablets
    ]


def failures_at(tablet_ids: Collection[UUID], *, at: datetime) -> Mapping[UUID, int]:
    """How often something wrong was typed on each of these within a day; a pause stands for those that led to it."""
    places = [f"tablet:{pk}" for pk in tablet_ids]
    rows = Attempts.objects.filter(place__in=places, since__gt=at - timedelta(days=1)).order_by().values("place")
    counted = rows.annotate(times=Sum(F("failures") + LIMIT * F("pauses"))).values_list("place", "times")
    return {UUID(place.partition(":")[2]): times for place, times in counted if times}


def copies_of(tablet_ids: Collection[UUID]) -> Mapping[UUID, TabletCredential]:
    """What copies showed of those of these that are suspended for it."""
    seen = TabletCredential.objects.filter(tablet__in=tablet_ids, tablet__why_suspended=CLONE, copied_at__isnull=False)
    return {credential.tablet_id: credential for credential in seen.order_by("copied_at")}
