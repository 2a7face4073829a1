"""What staff see of imports: those of the facilities that they look after."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from uuid import UUID

from django.db.models import QuerySet

from accounts.models import User
from core.errors import NotThere
from custody.models import Facility
from custody.roster.cells import shown
from custody.roster.facts import WORDS, Field
from custody.roster.files import cells_of, opened
from groups.facilities.selectors import facility_for
from groups.roster import files
from groups.roster.models import RosterMapping, RosterRow, RosterRun

#: How columns of such lists are called, in the order in which they are looked for.
CALLED = {
    Field.BORN: r"birth|\bdob\b|\bborn\b",
    Field.ADULT: r"adult|\b18\b",
    Field.ADMITTED_AT: r"admi[ts]|intake|booked|booking date|\bsince\b",
    Field.RELEASED_AT: r"releas|discharg",
    Field.NUMBER: r"number|\bno\b|\bnr\b|\bid\b|#",
    Field.FIRST: r"\bfirst|given",
    Field.LAST: r"\blast|surname|family",
    Field.NAME: r"\bname\b",
    Field.UNIT: r"unit|block|\bpod\b|\bwing\b",
    Field.HOUSING: r"\bbed\b|\bcell\b|bunk|housing",
    Field.LANGUAGE: r"language|idioma",
    Field.STATUS: r"status|\bstate\b",
}
#: Rows of a list that staff see before they say what its columns hold.
SAMPLE = 5
CUT = 30


@dataclass(frozen=True, slots=True)
class Column:
    """A column of an uploaded list, with what stands in its first rows; `guess`: what it seems to hold."""

    place: int
    name: str
    sample: Sequence[str]
    guess: str


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a report, in words."""

    of: RosterRow

    @property
    def words(self) -> str:
        if self.of.outcome == "missing":
            return "Held here, as far as we know, and not in this list. Nobody is released by a list."
        if self.of.code:
            return WORDS.get(self.of.code, self.of.code)
        return ", ".join(CHANGES[name] for name in self.of.what) if self.of.what else "A new person"


CHANGES = {
    "name": "another name",
    "language": "another language",
    "adult": "an adult",
    "unit": "another unit",
    "housing": "another bed or cell",
    "admitted": "admitted here",
    "released": "released",
}


def rosters_of(facility: Facility) -> QuerySet[RosterRun]:
    """Newest first."""
    runs = RosterRun.objects.filter(facility=facility).select_related("uploaded_by", "machine")
    return runs.order_by("-uploaded_at", "-pk")


def roster_for(user: User | None, facility_id: UUID, run_id: UUID) -> RosterRun:
    """This import, if the user looks after its facility; else `NotThere`."""
    facility = facility_for(user, facility_id)
    found = rosters_of(facility).select_related("facility", "applied_by").filter(pk=run_id).first()
    if found is None:
        raise NotThere
    return found


def under_way(facility: Facility) -> RosterRun | None:
    return rosters_of(facility).filter(state__in=RosterRun.OPEN).first()


def columns_of(run: RosterRun) -> list[Column]:
    """Each column with its first rows; what it holds as staff said last time, else as its name suggests."""
    rows = _sample(run)
    guesses = _guesses(run)
    return [
        Column(place, name, [shown(row[place], CUT) if place < len(row) else "" for row in rows], guesses.get(name, ""))
        for place, name in enumerate(run.head)
        if name
    ]


def _sample(run: RosterRun) -> list[list[str]]:
    found = cells_of(opened(files.pieces(run.pk), run.encoding), run.separator)
    below = (cells for row, cells in found if row >= run.first and not isinstance(cells, str) and any(cells))
    return list(islice(below, SAMPLE))


def _guesses(run: RosterRun) -> dict[str, str]:
    """Name of a column -> what it holds."""
    if run.columns:
        return {name: of for of, name in run.columns.items()}
    known = RosterMapping.objects.filter(facility=run.facility_id).first()
    if known is not None and {name.casefold() for name in known.columns.values()} <= {
        name.casefold() for name in run.head
    }:
        by_name = {name.casefold(): of for of, name in known.columns.items()}
        return {name: by_name[name.casefold()] for name in run.head if name.casefold() in by_name}
    return dict(_by_name([name for name in run.head if name]))


def _by_name(head: list[str]) -> Iterator[tuple[str, str]]:
    left, found = list(head), set[Field]()
    for of, called in CALLED.items():
        if of == Field.NAME and {Field.FIRST, Field.LAST} <= found:
            continue
        name = next((name for name in left if re.search(called, name.replace("_", " "), re.IGNORECASE)), None)
        if name is not None:
            left.remove(name)
            found.add(of)
            yield name, str(of)


def lines_of(run: RosterRun, outcome: str = "") -> QuerySet[RosterRow]:
    """The report: of the check, and once it is applied of that. Who is missing was seen by the check."""
    phase = RosterRow.Phase.APPLY if run.applied_at else RosterRow.Phase.CHECK
    lines = run.lines.filter(phase=phase) | run.lines.filter(outcome="missing")
    if outcome:
        lines = lines.filter(outcome=outcome)
    return lines.order_by("outcome", "row", "number", "pk")


def as_last_time(run: RosterRun) -> RosterMapping | None:
    """How staff said that this facility's lists are read, where this one has those columns."""
    known = RosterMapping.objects.filter(facility=run.facility_id).first()
    return known if known is not None and set(known.columns.values()) <= set(run.head) else None
