"""Staff of a unit: who lives there, and what helps them in at the door."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from accounts.doors import DoorRequest
from accounts.gates import SeeOther, staff
from accounts.models import User
from accounts.pins import printed, services
from accounts.pins.forms import ResetForm
from accounts.pins.paper import letters_card
from accounts.pins.selectors import SHOWN, found_open, people_here, person_here, unit_for, units_of
from accounts.rules import TEMPORARY_PIN
from core import clock
from core.errors import RuleError
from core.typed import plain
from custody.models import Person
from custody.timeline import status_of


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*services.HELPING)
def people(request: DoorRequest) -> HttpResponse:
    """Who lives in my units. What is looked for comes by POST: no name stands in an address."""
    return _list(request)


def _list(request: DoorRequest, *, refused: str = "", about: UUID | None = None, status: int = 200) -> HttpResponse:
    user = request.caller.user
    only = unit_for(user, request.GET.get("unit", ""))
    search = plain(request.POST.get("q", "")).strip()
    rows = people_here(user, unit=only, search=search)
    context = {
        "rows": rows,
        "units": list(units_of(user)),
        "only": only,
        "search": search,
        "shown": SHOWN if len(rows) == SHOWN else 0,
        "found_open": found_open(user),
        "reasons": services.REASONS.items(),
        "refused": refused,
        "about": about,
    }
    return render(request, "accounts/staff/people_here.html", context, status=status)


@require_POST
@staff(*services.HELPING)
def new_pin(request: DoorRequest, person_id: UUID) -> HttpResponse:
    """The PIN, big, this once: it is nowhere else, and this page can't be loaded again."""
    who = person_here(request.caller.user, person_id)
    form = ResetForm(request.POST)
    try:
        reason = form.cleaned_data["reason"] if form.is_valid() else ""
        pin = services.reset_pin(person=who, reason=reason, by=request.caller.user)
    except RuleError as error:
        if error.status == 404:
            raise
        return _list(request, refused=str(error.text), about=who.pk, status=error.status)
    facility = status_of(who).facility
    context = {"person": who, "pin": pin, "until": clock.now() + TEMPORARY_PIN, "facility": facility}
    return render(request, "accounts/staff/new_pin.html", {**context, "reads": _language(who)})


@require_POST
@staff(*services.HELPING)
def print_letters(request: DoorRequest, person_id: UUID) -> HttpResponse:
    """A new card of letters as a PDF. Its letters are on this paper and nowhere else; an earlier card stops working."""
    who = person_here(request.caller.user, person_id)
    made = printed.make_letters(person=who, by=request.caller.user)
    headers = {"Content-Disposition": 'attachment; filename="card.pdf"'}
    return HttpResponse(letters_card(made, language=_language(who)), content_type="application/pdf", headers=headers)


@require_POST
@staff(*printed.ADMINISTRATOR)
def ask_for_cards(request: DoorRequest, facility_id: UUID) -> HttpResponse:
    """Whether this facility's tablets ask for the card of letters."""
    facility = printed.facility_for(request.caller.user, facility_id)
    asks = request.POST.get("asks") == "yes"
    printed.ask_at(facility=facility, asks=asks, by=request.caller.user)
    words = "asks for the card of letters" if asks else "no longer asks for the card of letters"
    messages.success(request, f"Sign-in at the tablets of {facility} {words} now.")
    return SeeOther(reverse("groups:facility", args=[facility.pk]))


def _language(who: Person) -> str:
    """What they chose at their sign-in; before they have one, what is known of them."""
    chosen = User.objects.filter(person=who).values_list("language", flat=True).first()
    return chosen or who.language
