"""Writing down what orders prevented, for the security role alone.

Each of these takes as many statements when there is nothing to write as when there is: how long a refusal takes must
not tell which it was. For pages and sockets the rows are laid, at zero, when a seat is kept from its person; being
refused there only counts them up.
"""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from django.db.models import Case, Exists, F, OuterRef, Q, QuerySet, Value, When

from core import clock
from core.transactions import unit
from groups.apart.models import KeptApart
from groups.models import Membership

Where = KeptApart.Where
#: Stands for nobody, where a statement has to be made all the same.
NOBODY = UUID(int=0)


@unit()
def note_kept(*, orders: Sequence[UUID], person_id: UUID, group_id: UUID, where: str, at: datetime) -> None:
    """These orders kept this person out of this group, in this way; no orders: nothing did, as far as they go."""
    _lay(orders, person_id=person_id, group_id=group_id, ways=[where], at=at)
    rows = KeptApart.objects.filter(order__in=[*orders, NOBODY], person=person_id, group=group_id, where=where)
    _count(rows, at=at)


@unit()
def note_turned_away(*, orders: Sequence[UUID], person_id: UUID, group_id: UUID, where: str, at: datetime) -> None:
    """The same, of somebody who has a seat there: from now on their pages and sockets count, too."""
    note_kept(orders=orders, person_id=person_id, group_id=group_id, where=where, at=at)
    _lay(orders, person_id=person_id, group_id=group_id, ways=[Where.PAGE, Where.SOCKET], at=at)


@unit()
def count_refused(*, refused: Collection[tuple[UUID, UUID]], where: str) -> None:
    """These persons (each with the group) were refused at a page or a socket, for whatever reason: one statement."""
    at = clock.now()
    asked = Q()
    for person_id, group_id in refused:
        asked |= Q(person=person_id, group=group_id)
    away = Membership.objects.filter(person=OuterRef("person"), group=OuterRef("group"), why_away="keep_apart")
    standing = Q(order__until=None) | Q(order__until__gt=at)
    rows = KeptApart.objects.filter(asked, standing, Exists(away), where=where, order__ended_at=None)
    _count(rows, at=at)


def _lay(orders: Sequence[UUID], *, person_id: UUID, group_id: UUID, ways: Sequence[str], at: datetime) -> None:
    rows = [
        KeptApart(order_id=pk, person_id=person_id, group_id=group_id, where=way, times=0, first_at=at, last_at=at)
        for pk in orders
        for way in ways
    ]
    if rows:
        KeptApart.objects.bulk_create(rows, ignore_conflicts=True)
    else:
        KeptApart.objects.filter(pk=NOBODY).update(times=0)


def _count(rows: QuerySet[KeptApart], *, at: datetime) -> None:
    """Once more. What was only laid so far happened for the first time."""
    first = Case(When(times=0, then=Value(at)), default=F("first_at"))
    rows.update(times=F("times") + 1, first_at=first, last_at=at)
