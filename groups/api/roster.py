"""A facility's list, handed in by its system. It is checked as staff read the last one; staff have it applied."""

from collections.abc import Iterable
from uuid import UUID

from django.http import HttpRequest
from ninja import Router, Status

from accounts.machines.permissions import require_scope
from accounts.models import Machine
from core.transactions import unit
from custody.roster.facts import Field
from groups.api.door import MachineRequest, speaking
from groups.api.errors import RosterUnknown
from groups.api.schemas import REFUSED, RosterOut
from groups.roster.models import RosterRun
from groups.roster.selectors import as_last_time
from groups.roster.services import check_roster, upload_roster

router = Router(tags=["roster"])
PIECE = 64 * 1024
BODY = {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}


@router.post(
    "/roster",
    response={202: RosterOut, **REFUSED},
    summary="Hand in a list of everybody you hold",
    openapi_extra={"requestBody": {"required": True, "content": BODY}},
    url_name="hand_in",
)
def hand_in(request: MachineRequest) -> Status[RosterOut]:
    """The list as a file: CSV in any of the usual forms, 20 MB at most. One at a time: while staff have one under way,
    409. Nothing of it is done before a person of the facility has seen what would follow."""
    machine = request.auth
    require_scope(machine, Machine.Scope.ROSTER)
    with speaking(machine), unit():
        run = upload_roster(facility=machine.facility, chunks=_pieces(request), by=machine)
        known = as_last_time(run)
        if known is not None:
            columns = {Field(of): name for of, name in known.columns.items()}
            check_roster(run=run, columns=columns, dates=known.dates, is_complete=known.is_complete, by=machine)
            run.refresh_from_db()
    return Status(202, _out(run))


@router.get("/roster/{uuid:roster_id}", response={200: RosterOut, **REFUSED}, summary="How far a list has come")
def roster(request: MachineRequest, roster_id: UUID) -> RosterOut:
    machine = request.auth
    require_scope(machine, Machine.Scope.ROSTER)
    run = RosterRun.objects.filter(pk=roster_id, facility=machine.facility).first()
    if run is None:
        raise RosterUnknown
    return _out(run)


def _pieces(request: HttpRequest) -> Iterable[bytes]:
    """As it comes: the whole of it is never in memory."""
    return iter(lambda: request.read(PIECE), b"")


def _out(run: RosterRun) -> RosterOut:
    return RosterOut(
        id=str(run.pk),
        state=run.state,
        rows=run.rows,
        checked=run.checked,
        applied=run.applied,
        why_failed=run.why_failed,
    )
