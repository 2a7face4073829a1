"""Staff pages about facilities: what is at each, with the ways to it."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.doors import DoorRequest
from accounts.gates import staff
from accounts.pins.printed import cards_at
from groups.continuity.selectors import PEOPLE_ROLES
from groups.facilities.selectors import facility_for, my_facilities, units_of, views_of


@require_safe
@staff(*PEOPLE_ROLES)
def facility_list(request: DoorRequest) -> HttpResponse:
    views = views_of(list(my_facilities(request.caller.user)))
    return render(request, "groups/staff/facilities.html", {"views": views})


@require_safe
@staff(*PEOPLE_ROLES)
def facility_page(request: DoorRequest, facility_id: UUID) -> HttpResponse:
    facility = facility_for(request.caller.user, facility_id)
    context = {
        "view": views_of([facility])[0],
        "facility": facility,
        "units": units_of(facility),
        "cards": cards_at(facility, viewer=request.caller.user),
    }
    return render(request, "groups/staff/facility.html", context)
