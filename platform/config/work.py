"""Where staff start, and how they get anywhere: what waits for them, and one search over all that is theirs."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from accounts.doors import DoorRequest
from accounts.gates import staff
from core import finding
from core import home as first_page
from core.typed import plain


@require_safe
@staff
def home(request: DoorRequest) -> HttpResponse:
    """What needs this member of staff now, card by card."""
    return render(request, "config/staff/work.html", {"cards": first_page.cards(request.caller)})


@require_http_methods(["GET", "HEAD", "POST"])
@staff
def find(request: DoorRequest) -> HttpResponse:
    """By POST, so that the names of people stand in no address; for the palette only its list."""
    text = plain(request.POST.get("q", "")).strip()[: finding.LONGEST]
    answers = finding.find(request.caller, text)
    context = {"q": text, "answers": answers, "total": sum(len(answer.found) for answer in answers)}
    if "HX-Request" in request.headers:
        return render(request, "config/staff/_found.html", context)
    return render(request, "config/staff/find.html", context)
