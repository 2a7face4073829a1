"""Imports of a list, in a process that has the product's settings: `manage.py shell -c "from tests.bench.rosters …"`.

Prints one JSON object: seconds for each list, and for a part of it done the ordinary way, a row at a time.
"""

import json
import sys
import time
from collections.abc import Callable
from uuid import uuid4

from accounts.models import User
from core import clock
from core.transactions import unit
from custody.models import CustodyEvent, Facility, FacilityNumber, Person, Programme
from custody.roster.facts import Field
from custody.timeline import status_of
from groups.continuity import services as continuity
from groups.roster import running, services
from groups.roster.models import RosterRun

COLUMNS = {Field.NUMBER: "Number", Field.NAME: "Name", Field.UNIT: "Unit", Field.HOUSING: "Bed", Field.ADULT: "Adult"}
#: So much of the list is done a row at a time, for comparison.
PART = 20


def main(rows: int) -> None:
    bench = _Bench(rows)
    found = {
        "new": bench.imported(bench.lines()),
        "unchanged": bench.imported(bench.lines()),
        "changed": bench.imported(bench.lines(moved=100)),
        "new, a row at a time": bench.row_by_row(bench.admitted),
        "unchanged, a row at a time": bench.row_by_row(bench.compared),
    }
    sys.stdout.write("\n" + json.dumps(found) + "\n")


class _Bench:
    def __init__(self, rows: int) -> None:
        self.rows = rows
        name = f"Load {uuid4()}"
        programme = Programme.objects.create(name=name)
        self.facility = Facility.objects.create(code=f"load-{uuid4()}", name=name)
        self.facility.programmes.add(programme)
        self.by = User.objects.create(name=name, created_at=clock.now())

    def lines(self, *, moved: int = 0) -> bytes:
        """`moved`: of so many rows one has another bed."""
        head = "Number,Name,Unit,Bed,Adult\r\n"
        return (head + "".join(self._line(row, moved) for row in range(self.rows))).encode()

    def _line(self, row: int, moved: int) -> str:
        bed = row % 60 + (1000 if moved and row % moved == 0 else 0)
        return f'{700_000 + row},"Hollis {row}, Sam",East {row % 40},{bed},yes\r\n'

    def imported(self, content: bytes) -> dict[str, float]:
        """Checked, then applied, as the worker does it."""
        upload = _seconds(lambda: self._upload(content))
        run = RosterRun.objects.get(facility=self.facility, state="uploaded")
        services.check_roster(run=run, columns=COLUMNS, dates="mdy", is_complete=True, by=self.by)
        check = _seconds(_until_done)
        run.refresh_from_db()
        services.apply_roster(run=run, fingerprint=run.fingerprint, by=self.by)
        cpu = time.process_time()
        applied = _seconds(_until_done)
        cpu = time.process_time() - cpu
        run.refresh_from_db()
        return {"upload": upload, "check": check, "apply": applied, "cpu": cpu, **run.applied}

    def _upload(self, content: bytes) -> None:
        chunks = (content[at : at + 65536] for at in range(0, len(content), 65536))
        services.upload_roster(facility=self.facility, chunks=chunks, by=self.by)

    def row_by_row(self, act: Callable[[int], None]) -> float:
        """Seconds for the whole list, if all of it were done as this part of it."""
        part = self.rows // PART
        return _seconds(lambda: [act(row) for row in range(part)]) * PART

    @unit()
    def admitted(self, row: int) -> None:
        person = Person.objects.create(legal_name=f"Hollis {row}", created_at=clock.now())
        continuity.give_number(person=person, facility=self.facility, number=f"X{row}", by=self.by)
        now = clock.now()
        continuity.record_custody_event(
            person=person,
            kind=CustodyEvent.Kind.ADMITTED,
            facility=self.facility,
            occurred_at=now,
            source="load",
            source_id=str(person.pk),
            by=self.by,
        )
        User.objects.create(person=person, created_at=now)

    def compared(self, row: int) -> None:
        known = FacilityNumber.objects.select_related("person").get(facility=self.facility, number=str(700_000 + row))
        status_of(known.person)


def _until_done() -> None:
    while running.work():
        pass


def _seconds(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began
