"""The work of an import, batch by batch: whoever takes a batch moves the position in the same transaction. A worker
that is killed leaves whole batches behind, and the next one goes on there; of two at the same batch one does it."""

import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final
from uuid import UUID
from zoneinfo import ZoneInfo

from audit.services import SYSTEM
from core import clock
from core.errors import RuleError
from core.keyring import Unreadable
from core.transactions import unit
from custody.roster.facts import Fact, Field, RowError
from custody.roster.files import Shape
from custody.roster.reading import Layout, Overview, Reader, Row, overview
from groups.continuity import roster
from groups.continuity.roster import Import, Outcome, Step
from groups.roster import files
from groups.roster.models import RosterRow, RosterRun
from groups.roster.services import end

State, Phase = RosterRun.State, RosterRow.Phase

#: Rows of one transaction: so long does the embedded form's database wait for nobody else.
BATCH: Final = 250
#: Seconds of work before other steps have their turn.
TURN_S: Final = 1.0
#: Names of new units that a report shows.
NAMED: Final = 50


@dataclass
class _Opened:
    """A list that is being read: where, and what only the whole of it tells."""

    fingerprint: str
    overview: Overview
    rows: Iterator[Row]
    position: int


#: The list this process is reading. Lost with it: then it is read again up to the position.
_open: dict[UUID, _Opened] = {}


def work(*, seconds: float = TURN_S) -> bool:
    """The list that has waited longest, for so long. False: none is waiting."""
    until = time.monotonic() + seconds
    while batch():
        if time.monotonic() >= until:
            return True
    return False


def batch() -> bool:
    """The next batch. False: no list is waiting."""
    waiting = RosterRun.objects.filter(state__in=RosterRun.AT_WORK).select_related("facility", "applied_by")
    run = waiting.order_by("uploaded_at", "pk").first()
    if run is None:
        _open.clear()
        return False
    try:
        _next(run)
    except (RuleError, Unreadable) as error:
        _open.pop(run.pk, None)
        end(run=run, to=State.FAILED, by=SYSTEM, why=getattr(error, "code", "roster.unreadable"))
    except BaseException:
        _open.pop(run.pk, None)  # what was taken from it is not done
        raise
    return True


def _next(run: RosterRun) -> None:
    opened = _opened(run)
    rows = list(islice(opened.rows, BATCH))
    opened.position += len(rows)
    if not (_check if run.state == State.CHECKING else _apply)(run, rows, opened.overview):
        _open.pop(run.pk, None)  # somebody else did it, or it was discarded


def _opened(run: RosterRun) -> _Opened:
    known = _open.get(run.pk)
    if known is not None and (known.fingerprint, known.position) == (run.fingerprint, run.position):
        return known
    seen = known.overview if known is not None and known.fingerprint == run.fingerprint else _overview(run)
    _open.clear()
    rows = islice(_reader(run).rows(files.pieces(run.pk)), run.position, None)
    _open[run.pk] = _Opened(run.fingerprint, seen, rows, run.position)
    return _open[run.pk]


def _overview(run: RosterRun) -> Overview:
    """One look through the whole list, before its first row is taken."""
    if files.digest_of(files.pieces(run.pk)) != run.sha256:
        raise Unreadable("roster")
    return overview(_reader(run).rows(files.pieces(run.pk)), sha256=run.sha256)


def _reader(run: RosterRun) -> Reader:
    shape = Shape(run.encoding, run.separator, tuple(run.head), run.first)
    layout = Layout({Field(of): name for of, name in run.columns.items()}, run.dates)
    return Reader(shape, layout, ZoneInfo(run.facility.time_zone), run.uploaded_at)


def _claim(run: RosterRun, rows: Sequence[Row], seen: Overview) -> bool:
    """Only one of those who have these rows gets them."""
    mine = RosterRun.objects.filter(pk=run.pk, state=run.state, position=run.position, fingerprint=run.fingerprint)
    return bool(mine.update(position=run.position + len(rows), rows=seen.rows))


@unit()
def _check(run: RosterRun, rows: Sequence[Row], seen: Overview) -> bool:
    """What would follow; nothing is changed."""
    if not _claim(run, rows, seen):
        return False
    of = _import(run)
    steps = roster.plan(_taken(rows, seen), of)
    _report(run, Phase.CHECK, rows, steps, seen)
    new = {step.fact.unit for step in steps if _names_a_new_unit(step, of)} - set(run.new_units)
    counts: dict[str, int | None] = {**_added(run.checked, rows, steps, seen)}
    values: dict[str, Any] = {"checked": counts, "new_units": [*run.new_units, *sorted(new)][:NAMED]}
    if len(rows) < BATCH:
        counts["missing"] = _report_missing(run, of, seen)
        values |= {"state": State.CHECKED, "checked_at": clock.now()}
    RosterRun.objects.filter(pk=run.pk).update(**values)
    return True


@unit()
def _apply(run: RosterRun, rows: Sequence[Row], seen: Overview) -> bool:
    if not _claim(run, rows, seen):
        return False
    steps = roster.apply(_taken(rows, seen), of=_import(run))
    _report(run, Phase.APPLY, rows, steps, seen)
    RosterRun.objects.filter(pk=run.pk).update(applied=_added(run.applied, rows, steps, seen))
    if len(rows) < BATCH:
        end(run=run, to=State.DONE, by=run.applied_by)
    return True


def _import(run: RosterRun) -> Import:
    return Import(facility=run.facility, at=run.uploaded_at, run=run.pk, by=run.applied_by)


def _taken(rows: Sequence[Row], seen: Overview) -> list[Fact]:
    return [row for row in rows if isinstance(row, Fact) and row.row not in seen.twice | seen.repeated]


def _names_a_new_unit(step: Step, of: Import) -> bool:
    is_moved = step.outcome == Outcome.NEW or not {"unit", "admitted"}.isdisjoint(step.what)
    return is_moved and bool(step.fact.unit) and step.fact.unit.casefold() not in of.units


def _added(counts: dict[str, int], rows: Sequence[Row], steps: Sequence[Step], seen: Overview) -> dict[str, int]:
    wrong = sum(isinstance(row, RowError) or row.row in seen.twice for row in rows)
    repeated = sum(isinstance(row, Fact) and row.row in seen.repeated and row.row not in seen.twice for row in rows)
    more = Counter(str(step.outcome) for step in steps)
    return dict(Counter(counts) + more + Counter({"error": wrong, "passed": repeated}))


def _report(run: RosterRun, phase: str, rows: Sequence[Row], steps: Sequence[Step], seen: Overview) -> None:
    """Rows that change something or are wrong; of all others the count is enough."""
    lines = [_line_of(step, phase) for step in steps if step.outcome not in (Outcome.SAME, Outcome.PASSED)]
    for row in rows:
        if isinstance(row, RowError):
            lines.append(_wrong(row.row, row.code, number=row.number, column=row.column, cell=row.cell))
        elif row.row in seen.twice:
            lines.append(_wrong(row.row, "row.number_twice", number=row.number))
    for line in lines:
        line.run, line.phase = run, phase
    RosterRow.objects.bulk_create(lines)


def _line_of(step: Step, phase: str) -> RosterRow:
    """It leads to the person's page only where whoever reads it may open that one: not yet while others hold them."""
    is_ours = step.outcome != Outcome.ERROR and (phase == Phase.APPLY or "admitted" not in step.what)
    return RosterRow(
        row=step.fact.row,
        outcome=step.outcome,
        number=step.fact.number,
        person_id=step.person_id if is_ours else None,
        code=step.code,
        what=list(step.what),
    )


def _wrong(row: int, code: str, *, number: str, column: str = "", cell: str = "") -> RosterRow:
    return RosterRow(row=row, outcome=Outcome.ERROR, code=code, number=number, column=column, cell=cell)


def _report_missing(run: RosterRun, of: Import, seen: Overview) -> int | None:
    """Only reported: nobody is released because a list does not name them. None: it can't be said."""
    if not run.is_complete or seen.numbers is None:
        return None
    lines = [
        RosterRow(run=run, phase=Phase.CHECK, outcome="missing", number=one.number, person=one.person)
        for one in roster.missing(of, seen.numbers)
    ]
    RosterRow.objects.bulk_create(lines)
    return len(lines)
