"""Staff's page about hours: when the tablets of a facility are open, and the rooms of its groups to its people."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from accounts.doors import DoorRequest
from accounts.gates import SeeOther, staff
from core.errors import NotThere, RuleError
from groups.facilities.selectors import facility_for
from groups.windows.forms import WindowForm
from groups.windows.selectors import DAYS, place_of, weeks_of
from groups.windows.services import MANAGING, add_windows, remove_window


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*MANAGING)
def window_list(request: DoorRequest, facility_id: UUID) -> HttpResponse:
    """The week of each; a POST adds the same hours to several days."""
    facility = facility_for(request.caller.user, facility_id)
    weeks = weeks_of(facility)
    form = WindowForm(request.POST or None, weeks=weeks)
    refused = ""
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        place, hours = place_of(facility, said["place"]), {name: said[name] for name in ("days", "opens", "closes")}
        try:
            add_windows(place=place, by=request.caller.user, **hours)
        except RuleError as error:
            form.add_error(None, str(error.text))
            refused = error.code
        else:
            messages.success(request, "These hours hold now. Whoever is outside of them is signed out.")
            return _back(facility_id)
    context: dict[str, Any] = {"facility": facility, "weeks": weeks, "days": DAYS, "form": form, "code": refused}
    return render(request, "groups/staff/windows.html", context, status=400 if form.errors else 200)


@require_POST
@staff(*MANAGING)
def remove(request: DoorRequest, facility_id: UUID) -> HttpResponse:
    facility = facility_for(request.caller.user, facility_id)
    try:
        window_id = UUID(request.POST.get("window", ""))
    except ValueError:
        raise NotThere from None
    place = place_of(facility, request.POST.get("place", ""))
    remove_window(place=place, window_id=window_id, by=request.caller.user)
    messages.success(request, "These hours are gone.")
    return _back(facility_id)


def _back(facility_id: UUID) -> HttpResponse:
    return SeeOther(reverse("groups:windows", args=[facility_id]))
