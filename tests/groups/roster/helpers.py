"""Lists of the cast's facility, imported as staff and the worker do it."""

from custody.models import CustodyEvent, FacilityNumber, Person
from custody.roster.facts import Field
from groups.roster import running, services
from groups.roster.models import RosterRun

HEAD = "Number,Name,Unit,Bed,Language,Adult,Came,Status,Went"
COLUMNS = {
    Field.NUMBER: "Number",
    Field.NAME: "Name",
    Field.UNIT: "Unit",
    Field.HOUSING: "Bed",
    Field.LANGUAGE: "Language",
    Field.ADULT: "Adult",
    Field.ADMITTED_AT: "Came",
    Field.STATUS: "Status",
    Field.RELEASED_AT: "Went",
}


def line(number="X1", name="Sam Hollis", **said):
    cells = {"Number": number, "Name": name, **said}
    return ",".join(cells.get(column, "") for column in HEAD.split(","))


def written(*lines):
    return "\n".join((HEAD, *lines)).encode()


def uploaded(cast, *lines, at=None):
    return services.upload_roster(facility=at or cast.alder, chunks=[written(*lines)], by=cast.ada)


def worked(run=None):
    """All that waits, done by the worker."""
    while running.batch():
        pass
    if run is not None:
        run.refresh_from_db()
    return run


def check(cast, run, **said):
    values = {"columns": COLUMNS, "dates": "mdy", "is_complete": False, **said}
    services.check_roster(run=run, by=cast.ada, **values)


def checked(cast, *lines, at=None, **said):
    run = uploaded(cast, *lines, at=at)
    check(cast, run, **said)
    return worked(run)


def confirm(cast, run):
    services.apply_roster(run=run, fingerprint=run.fingerprint, by=cast.ada)


def applied(cast, *lines, at=None, **said):
    run = checked(cast, *lines, at=at, **said)
    assert run.state == RosterRun.State.CHECKED
    confirm(cast, run)
    return worked(run)


def number_of(cast, who):
    return FacilityNumber.objects.get(person=getattr(cast.persons, who)).number


def as_known(cast, who, **said):
    """A row that says of somebody what is known already."""
    person = getattr(cast.persons, who)
    return line(**{"number": number_of(cast, who), "name": person.legal_name, **said})


def codes(run):
    return {row.row: row.code for row in run.lines.all() if row.code}


def everybody():
    """All that an import may change, to compare."""
    people = Person.objects.order_by("pk").values_list("pk", "legal_name", "language", "adult_confirmed_at")
    events = CustodyEvent.objects.order_by("pk").values_list("pk", "kind", "unit", "housing", "occurred_at")
    numbers = FacilityNumber.objects.order_by("pk").values_list("pk", "person", "number")
    return list(people), list(events), list(numbers)
