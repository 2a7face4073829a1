"""Two records that turn out to be one human, and the way back.

Timeline, numbers and orders of both count for the one that is kept by `Person.merged_into` alone (`custody.merging`).
What can hang on one record only goes over: seats, what was agreed to, supervision, a name or a sign-in that the kept
one does not have. `RecordMerge.moved` notes each, so that undoing restores exactly that. What was said keeps its
author.
"""

from collections.abc import Collection, Iterable
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Q, QuerySet

from accounts.models import User
from audit.services import actor, record
from core import changes, clock
from core.transactions import unit
from custody.merging import cluster_of, locked, root_id
from custody.models import KeepApartOrder, Person, RecordMerge
from custody.timeline import Status, status_of
from groups import kinds
from groups import services as seats
from groups.apart.models import KeptApart
from groups.continuity import sign_ins
from groups.continuity.errors import (
    EventInTheFuture,
    MergedAlready,
    MergeLaterStands,
    MergeOfAPair,
    MergeWithItself,
    SourceIdReused,
)
from groups.continuity.selectors import person_for
from groups.continuity.services import SKEW, follow, settle
from groups.continuity.things import Moved, give_back, hand_over


@unit()
def merge_records(
    *, kept: Person, merged: Person, source: str, source_id: str, occurred_at: datetime, by: object
) -> RecordMerge:
    """From now on `kept` stands for `merged`. Idempotent by source and id, also after it was undone."""
    now = clock.now()
    _refuse_out_of_scope(by, kept, merged)
    if occurred_at > now + SKEW:
        raise EventInTheFuture
    rows = locked(kept, merged)
    told, merged = rows[kept.pk], rows[merged.pk]
    known = RecordMerge.objects.filter(source=source, source_id=source_id).first()
    if known is not None:
        return _same(known, kept=told, merged=merged)
    root = rows[root_id(told)]
    _refuse(root, merged)
    before = status_of(root)
    values = {"occurred_at": occurred_at, "recorded_at": now, "recorded_by": actor(by)}
    try:
        with transaction.atomic():
            merge = RecordMerge.objects.create(kept=root, merged=merged, source=source, source_id=source_id, **values)
    except IntegrityError:  # told at the same moment, of two others
        return _same(RecordMerge.objects.get(source=source, source_id=source_id), kept=told, merged=merged)
    record(kinds.RECORDS_MERGED, by=by, subject=f"person:{root.pk}", at=now, merged=merged.pk, merge=merge.pk)
    _join(merge, root, merged, told=told, by=by)
    _settle([root], before=before, by=by)
    return merge


@unit()
def undo_merge(*, merge: RecordMerge, by: object) -> RecordMerge:
    """They are two after all: all that went over goes back. What came since stays with the record that it came to.
    Again: nothing happens."""
    now = clock.now()
    _refuse_out_of_scope(by, merge.kept)
    rows = locked(merge.kept, merge.merged)
    merge.refresh_from_db()
    if merge.undone_at is not None:
        return merge
    root, merged = rows[merge.kept_id], rows[merge.merged_id]
    if _came_after(merge, rows).exists():
        raise MergeLaterStands
    before = status_of(root)
    RecordMerge.objects.filter(pk=merge.pk).update(undone_at=now, undone_by=actor(by))
    merge.refresh_from_db()
    record(kinds.MERGE_UNDONE, by=by, subject=f"person:{root.pk}", at=now, merged=merged.pk, merge=merge.pk)
    _part(merge, root, merged, by=by)
    _settle([root, merged], before=before, by=by)
    return merge


def _refuse_out_of_scope(by: object, *persons: Person) -> None:
    if isinstance(by, User):
        for person in persons:
            person_for(by, person.pk)


def _same(known: RecordMerge, *, kept: Person, merged: Person) -> RecordMerge:
    if (known.moved["told"], known.merged_id) != (str(kept.pk), merged.pk):
        raise SourceIdReused
    return known


def _refuse(root: Person, merged: Person) -> None:
    if root.pk == merged.pk:
        raise MergeWithItself
    if merged.merged_into_id is not None:
        raise MergedAlready
    ones, others = cluster_of(root), cluster_of(merged)
    pair = Q(one__in=ones, other__in=others) | Q(one__in=others, other__in=ones)
    stands = Q(until=None) | Q(until__gt=clock.now())
    if KeepApartOrder.objects.filter(pair, stands, ended_at=None).exists():
        raise MergeOfAPair


def _came_after(merge: RecordMerge, records: Collection[UUID]) -> QuerySet[RecordMerge]:
    """Merges that stand, of these records, and were made after this one."""
    theirs = RecordMerge.objects.filter(Q(kept__in=records) | Q(merged__in=records), undone_at=None)
    later = Q(recorded_at__gt=merge.recorded_at) | Q(recorded_at=merge.recorded_at, pk__gt=merge.pk)
    return theirs.filter(later).exclude(pk=merge.pk)


def _join(merge: RecordMerge, root: Person, merged: Person, *, told: Person, by: object) -> None:
    records = Person.objects.filter(merged_into=merged.pk)
    moved: Moved = {"told": str(told.pk), "records": [str(pk) for pk in records.values_list("pk", flat=True)]}
    moved |= hand_over(root, merged, by=by)
    moved |= sign_ins.hand_over(root, merged, by=by)
    Person.objects.filter(Q(pk=merged.pk) | Q(merged_into=merged.pk)).update(merged_into=root)
    RecordMerge.objects.filter(pk=merge.pk).update(moved=moved)
    merge.refresh_from_db()


def _part(merge: RecordMerge, root: Person, merged: Person, *, by: object) -> None:
    Person.objects.filter(pk=merged.pk).update(merged_into=None)
    Person.objects.filter(pk__in=merge.moved["records"]).update(merged_into=merged.pk)
    give_back(root, merged, merge.moved, by=by)
    sign_ins.give_back(root, merged, merge.moved, since=merge.recorded_at, by=by)


def _settle(persons: Iterable[Person], *, before: Status, by: object) -> None:
    """Doors and seats follow from what is one timeline now, or two again. Gates are asked anew for every seat, also
    where the status is the same: orders and approvals count for other records than before."""
    for person in persons:
        person.refresh_from_db()
        follow(person, before=before, by=by)
        seats.authority_changed(person_id=person.pk)
        changes.note("person.changed", person.pk)
        settle(person=person, by=by, where=KeptApart.Where.MERGE)
