"""A text on trial: what the whole screening says of it, and why. It is kept nowhere."""

from datetime import datetime, timedelta

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from accounts.doors import DoorRequest
from accounts.gates import staff
from chat.ports import Draft, Times
from core import clock
from core.ids import new_id
from custody.models import Unit
from moderation.requests import by_script, staff_of
from moderation.rules.forms import ScreeningForm
from moderation.rules.permissions import DRAFTING
from moderation.rules.places import as_id
from moderation.rules.trials import verdict_view
from moderation.rules.trying import current, verdict

A_DAY = timedelta(days=1)


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*DRAFTING)
def try_text(request: DoorRequest) -> HttpResponse:
    """Why was this held? The text comes by POST alone, so that it stands in no address and no log."""
    user = staff_of(request)
    form = ScreeningForm(request.POST or None, user=user, initial={"lang": "en"})
    result = None
    if request.method == "POST" and form.is_valid() and form.cleaned_data["text"]:
        said = verdict(_draft(form), current())
        result = verdict_view(said, form.cleaned_data["text"], user)
    page = "moderation/staff/rules/_verdict.html" if by_script(request) else "moderation/staff/rules/try.html"
    return render(request, page, {"form": form, "result": result}, status=400 if form.errors else 200)


def _draft(form: ScreeningForm) -> Draft:
    said = form.cleaned_data
    facility, unit = _where(said["place"])
    return Draft(
        body=said["text"],
        lang=said["lang"] or "en",
        author_id=new_id(),
        room_id=as_id(said["room"].partition(":")[2]) or new_id(),
        facility_id=facility,
        unit_id=unit,
        times=_times(said["days"], now=clock.now()),
    )


def _where(place: str) -> tuple[str | None, str | None]:
    """Facility and unit of a writer in this place."""
    kind, _, named = place.partition(":")
    if kind == "unit":
        unit = Unit.objects.get(pk=named)
        return str(unit.facility_id), named
    return (named, None) if kind == "facility" else (None, None)


def _times(days: str, *, now: datetime) -> Times:
    return {
        "first": Times(now=now, in_custody_since=now - A_DAY),
        "court": Times(now=now, court_at=now + A_DAY),
        "released": Times(now=now, released_at=now - A_DAY),
    }.get(days, Times(now=now))
