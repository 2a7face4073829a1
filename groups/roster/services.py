"""What can happen to an import: uploaded, checked, applied, discarded, forgotten. The work itself is `running`'s."""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any, Final
from uuid import UUID

from django.db import IntegrityError, transaction

from accounts.machines.telling import tell, tells
from accounts.models import Machine, User
from audit.services import actor, record
from core import clock
from core.ids import new_id
from core.transactions import unit
from custody.models import Facility
from custody.roster.facts import Field
from custody.roster.files import MOST_BYTES, Letters, ListTooLarge, shape_of
from custody.roster.reading import Layout, places_of
from groups import kinds
from groups.roster import files
from groups.roster.errors import RosterMovedOn, RosterNotAsChecked, RosterUnderWay
from groups.roster.models import RosterMapping, RosterRow, RosterRun

LIST_ENDED = tells("roster.ended", "The import of a list has ended")

State = RosterRun.State

#: How long a file waits for staff to say what comes next, and how long a report is kept.
WAITS: Final = timedelta(hours=24)
REPORTED: Final = timedelta(days=30)


@unit()
def upload_roster(*, facility: Facility, chunks: Iterable[bytes], by: User | Machine) -> RosterRun:
    """Take in a file: its kind is found out and its pieces are sealed as they come. Nothing of it is believed yet.
    Refused: `NoList` in its kinds, `RosterUnderWay`."""
    if RosterRun.objects.filter(facility=facility, state__in=RosterRun.OPEN).exists():
        raise RosterUnderWay
    run_id = new_id()
    encoding, values = _take_in(run_id, chunks)
    shape = shape_of(files.pieces(run_id), encoding)
    who = {"machine" if isinstance(by, Machine) else "uploaded_by": by}
    run = RosterRun(id=run_id, facility=facility, uploaded_at=clock.now(), encoding=encoding, **who, **values)
    run.separator, run.head, run.first = shape.separator, list(shape.head), shape.first
    try:
        with transaction.atomic():
            run.save(force_insert=True)
    except IntegrityError:
        raise RosterUnderWay from None
    record(kinds.ROSTER_UPLOADED, by=by, subject=f"facility:{facility.pk}", run=run.pk, size=run.size, sha=run.sha256)
    return run


def _take_in(run_id: UUID, chunks: Iterable[bytes]) -> tuple[str, dict[str, Any]]:
    letters, whole, size = Letters(), sha256(), 0
    for number, piece in enumerate(files.cut(chunks)):
        size += len(piece)
        if size > MOST_BYTES:
            raise ListTooLarge
        letters.see(piece)
        whole.update(piece)
        files.keep(run_id=run_id, number=number, piece=piece)
    return letters.encoding(), {"size": size, "sha256": whole.hexdigest()}


@unit()
def check_roster(*, run: RosterRun, columns: Mapping[Field, str], dates: str, is_complete: bool, by: object) -> None:
    """Read the list with these columns and say what would follow; nothing is changed. The columns are remembered for
    the facility's next list. Refused: `MappingIncomplete`, `MappingUnclear`, `RosterMovedOn`."""
    places_of(tuple(run.head), Layout(columns, dates))
    said = {"columns": {str(of): name for of, name in columns.items()}, "dates": dates, "is_complete": is_complete}
    ready = RosterRun.objects.filter(pk=run.pk, state__in=(State.UPLOADED, State.CHECKED))
    anew: dict[str, Any] = {"position": 0, "rows": None, "checked": {}, "new_units": [], "checked_at": None}
    if not ready.update(state=State.CHECKING, fingerprint=_fingerprint(run, said), **anew, **said):
        raise RosterMovedOn
    RosterRow.objects.filter(run=run).delete()
    now = clock.now()
    RosterMapping.objects.update_or_create(
        facility_id=run.facility_id, defaults={**said, "said_at": now, "said_by": actor(by)}
    )
    record(kinds.ROSTER_CHECKED, by=by, subject=f"facility:{run.facility_id}", run=run.pk, at=now)


def _fingerprint(run: RosterRun, said: dict[str, Any]) -> str:
    return sha256(json.dumps([run.sha256, said], sort_keys=True).encode()).hexdigest()


@unit()
def apply_roster(*, run: RosterRun, fingerprint: str, by: User) -> None:
    """Have it done, as it was checked. Pressed again, it changes nothing. Refused: `RosterNotAsChecked`,
    `RosterMovedOn`."""
    now = clock.now()
    ready = RosterRun.objects.filter(pk=run.pk, state=State.CHECKED, fingerprint=fingerprint)
    if ready.update(state=State.APPLYING, position=0, applied={}, applied_by=by, applied_at=now):
        record(kinds.ROSTER_APPLIED, by=by, subject=f"facility:{run.facility_id}", run=run.pk, at=now)
        return
    run.refresh_from_db()
    if run.fingerprint != fingerprint:
        raise RosterNotAsChecked
    if run.state not in (State.APPLYING, State.DONE):
        raise RosterMovedOn


@unit()
def discard_roster(*, run: RosterRun, by: object) -> None:
    """Forget the file; nothing of it was applied. What is being applied, or was, can't be discarded: `RosterMovedOn`.
    Pressed again, it changes nothing."""
    if not end(run=run, to=State.DISCARDED, by=by):
        run.refresh_from_db()
        if run.state != State.DISCARDED:
            raise RosterMovedOn


@unit()
def end(*, run: RosterRun, to: str, by: object, why: str = "") -> bool:
    """Over: done, failed or discarded. The file goes, and the names of its columns. False: it had ended, or can't."""
    now = clock.now()
    sources = [state for state, targets in RosterRun.MOVES.items() if to in targets]
    going = RosterRun.objects.filter(pk=run.pk, state__in=sources)
    if not going.update(state=to, ended_at=now, why_failed=why, head=[]):
        return False
    files.forget(run.pk)
    record(kinds.ROSTER_ENDED, by=by, subject=f"facility:{run.facility_id}", run=run.pk, at=now, state=to, why=why)
    tell(run.facility_id, LIST_ENDED, {"run": str(run.pk), "state": str(to)})
    return True


def sweep(*, at: datetime) -> int:
    """Files that nobody came back to for a day, and reports of a month ago."""
    waiting = RosterRun.objects.filter(uploaded_at__lte=at - WAITS, state__in=RosterRun.OPEN)
    ended = sum(_forget(run) for run in waiting)
    old = RosterRow.objects.filter(run__uploaded_at__lte=at - REPORTED).values_list("pk", flat=True)
    return ended + RosterRow.objects.filter(pk__in=list(old[:5000])).delete()[0]


def _forget(run: RosterRun) -> bool:
    if run.state == State.APPLYING:  # nobody was at work for a day: what was done stays
        return end(run=run, to=State.FAILED, by="system", why="roster.too_old")
    return end(run=run, to=State.DISCARDED, by="system")
