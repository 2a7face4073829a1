"""Staff pages about people: who is where, what happened to their custody, and their claim card."""

from collections.abc import Callable
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.cards import services as cards
from accounts.doors import DoorRequest
from accounts.gates import SeeOther, staff
from accounts.models import ClaimCard, User
from accounts.permissions import facilities_in_scope, one_of
from audit.services import actor, record
from core.errors import NotThere, RuleError
from core.transactions import unit
from core.typed import plain
from custody.merging import timeline_of
from custody.models import CustodyEvent, Facility, Person
from custody.timeline import status_of
from groups import kinds
from groups.continuity import services
from groups.continuity.paper import Card, claim_card
from groups.continuity.selectors import (
    PEOPLE_ROLES,
    merges_into,
    other_numbers,
    people,
    person_for,
    timeline,
    where_words,
    zone_of,
)
from groups.continuity.taking_back import take_back, undo_release
from groups.forms import AdmitForm, AdultForm, CustodyEventForm, TakeBackForm
from groups.selectors import groups_of
from groups.supervision.part import part_of


@require_safe
@staff(*PEOPLE_ROLES)
def people_list(request: DoorRequest) -> HttpResponse:
    search = plain(request.GET.get("q", "")).strip()
    inside = one_of(facilities_in_scope(request.caller.user, *PEOPLE_ROLES), request.GET.get("facility", ""))
    rows = people(request.caller.user, search=search, inside=inside)
    return render(request, "groups/staff/people.html", {"rows": rows, "search": search, "inside": inside})


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*PEOPLE_ROLES)
def admit(request: DoorRequest) -> HttpResponse:
    """Somebody new at a facility."""
    facilities = facilities_in_scope(request.caller.user, *PEOPLE_ROLES)
    form = AdmitForm(request.POST or None, facilities=facilities)
    if request.method == "POST" and form.is_valid():
        try:
            person = services.admit_person(**form.cleaned_data, by=request.caller.user)
            return SeeOther(reverse("groups:person", args=[person.pk]))
        except RuleError as error:
            form.add_error(_field_of(error), str(error.text))
    return render(request, "groups/staff/admit.html", {"form": form}, status=400 if form.errors else 200)


def _field_of(error: RuleError) -> str | None:
    return {"pin": "pin", "custody.number_taken": "number"}.get(error.code) or (
        "pin" if error.code.startswith("pin.") else None
    )


@require_safe
@staff(*PEOPLE_ROLES)
def person(request: DoorRequest, person_id: UUID) -> HttpResponse:
    """Opening a person's page is put on the record. A record that was merged leads to the one that stands for it."""
    who = person_for(request.caller.user, person_id)
    if who.pk != person_id:
        return _to(who)
    with unit():
        record(kinds.PERSON_OPENED, by=request.caller.user, subject=f"person:{who.pk}")
    return person_page(request, who)


def person_page(
    request: DoorRequest,
    who: Person,
    form: CustodyEventForm | None = None,
    *,
    refused: RuleError | None = None,
    status: int = 200,
    **forms: object,
) -> HttpResponse:
    """`refused`: why an act of this page, other than the form's, was not done. `forms`: what was typed into another
    part of the page, and is not right yet."""
    user = User.objects.filter(person=who).first()
    told = timeline(who)
    zone = zone_of(told)
    context = {
        "person": who,
        "user": user,
        "status": status_of(who),
        "where": where_words(status_of(who)),
        "timeline": told,
        "zone": zone,
        "odd": [one for one in told if one.contradicts],
        "take_back": TakeBackForm(),
        "merges": merges_into(who),
        "numbers": [*who.numbers.select_related("facility"), *other_numbers(who)],
        "seats": groups_of(who),
        "card": user.claim_cards.filter(state=ClaimCard.State.PRINTED).first() if user else None,
        "reads": _reads(user, who),
        "languages": settings.LANGUAGES,
        "last_sign_in": services.last_sign_in(who),
        "form": form or _event_form(request, zone=zone),
        "refused": refused,
        "part": part_of(who, request.caller.user),
        "adult_form": AdultForm(),
        **forms,
    }
    return render(request, "groups/staff/person.html", context, status=refused.status if refused else status)


def _event_form(request: DoorRequest, *, zone: str = "", sent: bool = False) -> CustodyEventForm:
    # A transfer or return names a facility that may not be this user's own: all facilities are offered.
    return CustodyEventForm(request.POST if sent else None, facilities=Facility.objects.all(), zone=zone)


#: Beside which field a refusal is told.
_FIELDS = {
    "custody.in_the_future": "occurred_at",
    "custody.place_missing": "facility",
    "custody.place_not_needed": "facility",
    "custody.unit_elsewhere": "unit",
    "custody.number_taken": "number",
}


@require_POST
@staff(*PEOPLE_ROLES)
def custody_event(request: DoorRequest, person_id: UUID) -> HttpResponse:
    who = person_for(request.caller.user, person_id)
    form = _event_form(request, sent=True)
    if not form.is_valid():
        return person_page(request, who, form, status=400)
    try:
        _record(request, who, form)
    except RuleError as error:
        form.add_error(_FIELDS.get(error.code), str(error.text))
        return person_page(request, who, form, status=error.status)
    messages.success(request, "Recorded. Doors and seats follow at once.")
    return _to(who) if person_still_visible(request.caller.user, who) else SeeOther(reverse("groups:people"))


@unit()
def _record(request: DoorRequest, who: Person, form: CustodyEventForm) -> CustodyEvent:
    said = form.cleaned_data
    by = request.caller.user
    if said["facility"] and said["number"]:
        services.give_number(person=who, facility=said["facility"], number=said["number"], by=by)
    return services.record_custody_event(
        person=who,
        kind=said["kind"],
        facility=said["facility"],
        unit=said["unit"],
        housing=said["housing"],
        occurred_at=form.moment(said["facility"].time_zone if said["facility"] else zone_of(timeline(who))),
        source="staff",
        source_id=said["source_id"],
        by=by,
    )


@require_POST
@staff(*PEOPLE_ROLES)
def take_back_event(request: DoorRequest, person_id: UUID, event_id: UUID) -> HttpResponse:
    """An event that was told in error, whoever told it."""
    reason = request.POST.get("reason", "")
    return _correct(request, person_id, event_id, lambda event, by: take_back(event=event, reason=reason, by=by))


@require_POST
@staff(*PEOPLE_ROLES)
def undo_release_event(request: DoorRequest, person_id: UUID, event_id: UUID) -> HttpResponse:
    return _correct(request, person_id, event_id, lambda event, by: undo_release(event=event, by=by))


def _correct(
    request: DoorRequest, person_id: UUID, event_id: UUID, act: Callable[[CustodyEvent, object], object]
) -> HttpResponse:
    who = person_for(request.caller.user, person_id)
    event = timeline_of(who).filter(pk=event_id).first()
    if event is None:
        raise NotThere
    try:
        act(event, request.caller.user)
    except RuleError as error:
        return person_page(request, who, refused=error)
    messages.success(request, "Taken back. Doors and seats follow at once.")
    return _to(who) if person_still_visible(request.caller.user, who) else SeeOther(reverse("groups:people"))


def _to(who: Person) -> HttpResponse:
    return SeeOther(reverse("groups:person", args=[who.pk]))


def person_still_visible(user: User | None, who: Person) -> bool:
    """After a transfer the person may belong to another facility's staff."""
    try:
        person_for(user, who.pk)
    except RuleError:
        return False
    return True


@require_POST
@staff(*PEOPLE_ROLES)
def print_card(request: DoorRequest, person_id: UUID) -> HttpResponse:
    """A new claim card as a PDF, in the language that was asked for, else in the person's. Its words are on this paper
    and nowhere else; an earlier card stops working."""
    who = person_for(request.caller.user, person_id)
    printed = new_card(person=who, by=request.caller.user)
    host = settings.DOOR_HOSTS["online"]
    address = f"{settings.SCHEME}://{host}{reverse('groups:claim')}"
    card = Card(number=printed.card.number, words=printed.words, address=address, host=host)
    paper = claim_card(card, language=_language(request, printed.card.user, who))
    headers = {"Content-Disposition": f'attachment; filename="claim-card-{printed.card.number}.pdf"'}
    return HttpResponse(paper, content_type="application/pdf", headers=headers)


def _language(request: DoorRequest, user: User, who: Person) -> str:
    asked = request.POST.get("language", "")
    return asked if asked in dict(settings.LANGUAGES) else _reads(user, who)


def _reads(user: User | None, who: Person) -> str:
    """What they chose at their sign-in; before they have one, what is known of them."""
    return (user.language if user else "") or who.language


@unit()
def new_card(*, person: Person, by: object) -> cards.Printed:
    """Print a card for this person, on the record."""
    user = User.objects.get(person=person)
    printed = cards.print_card(user=user, by=actor(by))
    record(kinds.CARD_PRINTED, by=by, subject=f"user:{user.pk}", card=printed.card.number)
    return printed
