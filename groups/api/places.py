"""Facilities, and the units of one's own."""

from ninja import Router, Status

from accounts.machines.permissions import require_scope
from accounts.models import Machine
from custody.models import Facility, Unit
from groups.api.door import MachineRequest
from groups.api.schemas import REFUSED, FacilityOut, UnitIn, UnitOut
from groups.continuity.places import add_unit

router = Router(tags=["places"])


@router.get(
    "/facilities", response={200: list[FacilityOut], **REFUSED}, summary="Facilities to which people may be transferred"
)
def facilities(request: MachineRequest) -> list[FacilityOut]:
    """Those that take part in a programme of yours. A transfer names one by its code."""
    own = request.auth.facility
    found = Facility.objects.filter(programmes__in=own.programmes.all()).distinct().order_by("code")
    return [
        FacilityOut(code=each.code, name=each.name, time_zone=each.time_zone, is_yours=each == own) for each in found
    ]


@router.get("/units", response={200: list[UnitOut], **REFUSED}, summary="Units of your facility", url_name="units")
def units(request: MachineRequest) -> list[Unit]:
    return list(request.auth.facility.units.order_by("name"))


@router.post(
    "/units", response={200: UnitOut, 201: UnitOut, **REFUSED}, summary="Add a unit to your facility", url_name="units"
)
def new_unit(request: MachineRequest, told: UnitIn) -> Status[Unit]:
    """201: added. 200: it was there, and nothing happened."""
    require_scope(request.auth, Machine.Scope.PLACES)
    added, is_new = add_unit(facility=request.auth.facility, name=told.name, by=request.auth)
    return Status(201 if is_new else 200, added)
