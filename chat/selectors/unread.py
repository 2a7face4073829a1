"""How many words of others somebody has not read yet: for that person's own pages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Case, DateTimeField, F, Func, IntegerField, OuterRef, QuerySet, Subquery, Value, When

from chat.models import Message
from core import clock
from custody.models import Person
from groups.approvals import approvals_of
from groups.models import Membership
from groups.selectors import retention_facilities_by
from records import schedule

#: Counted no further: more than these is "20+".
MOST = 20


@dataclass(frozen=True, slots=True)
class Unread:
    """What waits for somebody in one of their circles."""

    group_id: UUID
    found: int

    @property
    def count(self) -> int:
        return min(self.found, MOST)

    @property
    def is_more(self) -> bool:
        return self.found > MOST


def unread(person: Person, *, at: datetime | None = None) -> list[Unread]:
    """One for each circle in which this person sits now, also where nothing is new: delivered words of others that they
    may read, that are still shown, and that came after what they have read. One query counts for all circles, and no
    further than it says; two read how long words stay. Whether a room takes its person in now is not asked here: a page
    shows this beside the way into a room."""
    seats = Membership.objects.filter(person=person, state=Membership.State.ACTIVE)
    cutoffs = _cutoffs(list(seats.values_list("group_id", flat=True)), at=at or clock.now())
    if not cutoffs:
        return []
    rows = seats.annotate(cutoff=_of_group(cutoffs)).annotate(found=Subquery(_count(_new())))
    return [Unread(*row) for row in rows.order_by("joined_at").values_list("group_id", "found")]


def _cutoffs(group_ids: Sequence[UUID], *, at: datetime) -> dict[UUID, datetime]:
    """What was said at this moment or before is over, by group."""
    approvals = approvals_of(group_ids)
    facilities = [retention_facilities_by(approvals[pk]) for pk in group_ids]
    days = schedule.days_each("ordinary", facilities, at=at)
    return {pk: at - timedelta(days=its) for pk, its in zip(group_ids, days, strict=True)}


def _of_group(cutoffs: Mapping[UUID, datetime]) -> Case:
    cases = [When(group=pk, then=Value(moment)) for pk, moment in cutoffs.items()]
    return Case(*cases, output_field=DateTimeField())


def _new() -> QuerySet[Message, UUID]:
    """The first of them, in a membership's row two levels above."""
    seat = {name: OuterRef(OuterRef(name)) for name in ("group", "person", "from_seq", "read_seq", "cutoff")}
    shown = Message.objects.filter(room__group=seat["group"], state__in=Message.SHOWN, said_at__gt=seat["cutoff"])
    after = shown.filter(seq__gt=seat["from_seq"]).filter(seq__gt=seat["read_seq"])
    of_others = after.exclude(author=seat["person"]).exclude(author__merged_into=seat["person"])
    return of_others.order_by("seq").values_list("pk", flat=True)[: MOST + 1]


def _count(few: QuerySet[Message, UUID]) -> QuerySet[Message, int]:
    """How many these are: `COUNT` without the grouping that `Count` brings along."""
    counted = (
        Message.objects.filter(pk__in=few)
        .order_by()
        .annotate(found=Func(F("pk"), function="COUNT", output_field=IntegerField()))
    )
    return counted.values_list("found", flat=True)
