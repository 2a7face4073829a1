"""Staff pages of imports: upload a list, say what its columns hold, read what would follow, have it done."""

import csv
import io
from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.doors import DoorRequest
from accounts.gates import SeeOther, quiet, staff
from accounts.models import User
from audit.services import record
from core.errors import NotThere, RuleError
from core.transactions import unit
from core.typed import whole
from core.uploads import is_too_large, takes_file
from custody.models import Facility
from custody.roster.cells import neutral
from custody.roster.files import ENCODINGS, MOST_BYTES, ListTooLarge
from groups import kinds
from groups.continuity.selectors import PEOPLE_ROLES
from groups.facilities.selectors import facility_for
from groups.roster import services
from groups.roster.errors import RosterMovedOn
from groups.roster.forms import ColumnsForm, UploadForm
from groups.roster.models import RosterMapping, RosterRow, RosterRun
from groups.roster.selectors import Line, columns_of, lines_of, roster_for, rosters_of, under_way

State = RosterRun.State

PAGE = 50
SHOWN = 20
SEPARATORS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars"}
#: What becomes of rows, in words: before it is done, and after.
OUTCOMES = {
    "new": ("New people", "New people"),
    "changed": ("Would change", "Changed"),
    "same": ("As we know them", "As we knew them"),
    "passed": ("Nothing to do", "Nothing to do"),
    "missing": ("Missing in the list", "Missing in the list"),
    "error": ("Wrong, would not be taken", "Wrong, not taken"),
}


@takes_file(most=MOST_BYTES)
@require_http_methods(["GET", "HEAD", "POST"])
@staff(*PEOPLE_ROLES)
def rosters(request: DoorRequest, facility_id: UUID) -> HttpResponse:
    """The facility's imports, and the way to a new one."""
    facility = facility_for(request.caller.user, facility_id)
    if request.method != "POST":
        return _rosters_page(request, facility, UploadForm())
    form = UploadForm(request.POST, request.FILES)
    if is_too_large(request):
        form.errors.clear()
        form.add_error("file", str(ListTooLarge.text))
        return _rosters_page(request, facility, form, status=ListTooLarge.status)
    if not form.is_valid():
        return _rosters_page(request, facility, form, status=400)
    try:
        chunks = form.cleaned_data["file"].chunks()
        run = services.upload_roster(facility=facility, chunks=chunks, by=_user(request))
    except RuleError as error:
        form.add_error("file", str(error.text))
        return _rosters_page(request, facility, form, status=error.status)
    return _to(run)


def _rosters_page(request: DoorRequest, facility: Facility, form: UploadForm, status: int = 200) -> HttpResponse:
    context = {
        "facility": facility,
        "form": form,
        "under_way": under_way(facility),
        "runs": rosters_of(facility)[:SHOWN],
        "mapping": RosterMapping.objects.filter(facility=facility).first(),
    }
    return render(request, "groups/staff/rosters.html", context, status=status)


@require_safe
@staff(*PEOPLE_ROLES)
def roster(request: DoorRequest, facility_id: UUID, run_id: UUID) -> HttpResponse:
    """Where an import stands, and what comes next."""
    run = roster_for(request.caller.user, facility_id, run_id)
    asks = run.state == State.UPLOADED or (run.state == State.CHECKED and "columns" in request.GET)
    return _columns_page(request, run) if asks else _report_page(request, run)


def _columns_page(
    request: DoorRequest, run: RosterRun, form: ColumnsForm | None = None, status: int = 200
) -> HttpResponse:
    context = {**_about(run), "form": form or _columns_form(run)}
    return render(request, "groups/staff/roster_columns.html", context, status=status)


def _columns_form(run: RosterRun, data: Any = None) -> ColumnsForm:
    known = RosterMapping.objects.filter(facility=run.facility_id).first()
    said = run if run.columns else known
    initial = {"dates": said.dates, "is_complete": said.is_complete} if said else {}
    return ColumnsForm(data, columns=columns_of(run), initial=initial)


def _about(run: RosterRun) -> dict[str, Any]:
    return {
        "run": run,
        "facility": run.facility,
        "encoding": ENCODINGS.get(run.encoding, run.encoding),
        "separator": SEPARATORS.get(run.separator, run.separator),
        "is_at_work": run.state in RosterRun.AT_WORK,
        "is_open": run.state in RosterRun.OPEN,
    }


def _report_page(request: DoorRequest, run: RosterRun) -> HttpResponse:
    outcome = request.GET.get("only", "")
    lines = lines_of(run, outcome if outcome in OUTCOMES else "").select_related("person")
    page = Paginator(lines, PAGE).get_page(whole(request.GET.get("page", "1")) or 1)
    context = {
        **_progress(run),
        "page": page,
        "lines": [Line(line) for line in page.object_list],
        "only": outcome if outcome in OUTCOMES else "",
        "will_change": any(run.checked.get(name) for name in ("new", "changed")),
    }
    return render(request, "groups/staff/roster.html", context)


def _progress(run: RosterRun) -> dict[str, Any]:
    is_after = run.applied_at is not None
    counts = {**run.applied, "missing": run.checked.get("missing")} if is_after else run.checked
    figures = [(name, words[is_after], counts.get(name, 0)) for name, words in OUTCOMES.items()]
    return {**_about(run), "figures": figures, "is_after": is_after, "counts": counts}


@require_safe
@quiet
@staff(*PEOPLE_ROLES)
def progress(request: DoorRequest, facility_id: UUID, run_id: UUID) -> HttpResponse:
    """How far it is, for the page that shows it; once it is done that page is asked for anew."""
    run = roster_for(request.caller.user, facility_id, run_id)
    response = render(request, "groups/staff/_roster_progress.html", _progress(run))
    if run.state not in RosterRun.AT_WORK:
        response["HX-Refresh"] = "true"
    return response


@require_POST
@staff(*PEOPLE_ROLES)
def check(request: DoorRequest, facility_id: UUID, run_id: UUID) -> HttpResponse:
    run = roster_for(request.caller.user, facility_id, run_id)
    if run.state not in (State.UPLOADED, State.CHECKED):
        messages.warning(request, str(RosterMovedOn.text))
        return _to(run)
    form = _columns_form(run, request.POST)
    if not form.is_valid():
        return _columns_page(request, run, form, status=400)
    said = {name: form.cleaned_data[name] for name in ("columns", "dates", "is_complete")}
    try:
        services.check_roster(run=run, by=_user(request), **said)
    except RuleError as error:
        form.add_error(None, str(error.text))
        return _columns_page(request, run, form, status=error.status)
    return _to(run)


@require_POST
@staff(*PEOPLE_ROLES)
def apply(request: DoorRequest, facility_id: UUID, run_id: UUID) -> HttpResponse:
    run = roster_for(request.caller.user, facility_id, run_id)
    try:
        services.apply_roster(run=run, fingerprint=request.POST.get("checked", ""), by=_user(request))
    except RuleError as error:
        messages.warning(request, str(error.text))
    return _to(run)


@require_POST
@staff(*PEOPLE_ROLES)
def discard(request: DoorRequest, facility_id: UUID, run_id: UUID) -> HttpResponse:
    run = roster_for(request.caller.user, facility_id, run_id)
    try:
        services.discard_roster(run=run, by=_user(request))
        messages.success(request, "The list is discarded. Nothing of it was applied.")
    except RuleError as error:
        messages.warning(request, str(error.text))
        return _to(run)
    return SeeOther(reverse("groups:rosters", args=[run.facility_id]))


@require_safe
@staff(*PEOPLE_ROLES)
def report(request: DoorRequest, facility_id: UUID, run_id: UUID) -> HttpResponse:
    """The report as a file. It names people, so it goes on the record; a spreadsheet takes none of it for a formula."""
    run = roster_for(request.caller.user, facility_id, run_id)
    with unit():
        record(kinds.ROSTER_READ, by=_user(request), subject=f"facility:{run.facility_id}", run=run.pk)
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["Row", "Number", "What", "Code", "Column", "Cell", "In words"])
    writer.writerows(_cells(lines_of(run).iterator(), is_after=run.applied_at is not None))
    headers = {"Content-Disposition": 'attachment; filename="report.csv"'}
    return HttpResponse("\ufeff" + out.getvalue(), content_type="text/csv; charset=utf-8", headers=headers)


def _cells(lines: Iterator[RosterRow], *, is_after: bool) -> Iterator[list[str]]:
    for line in lines:
        what = OUTCOMES[line.outcome][is_after]
        row = "" if line.row is None else str(line.row)
        yield [neutral(cell) for cell in (row, line.number, what, line.code, line.column, line.cell, Line(line).words)]


def _user(request: DoorRequest) -> User:
    if request.caller.user is None:
        raise NotThere
    return request.caller.user


def _to(run: RosterRun) -> HttpResponse:
    return SeeOther(reverse("groups:roster", args=[run.facility_id, run.pk]))
