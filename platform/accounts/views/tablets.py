"""Staff's pages about tablets: the list, one of them, a delivery, and the night on which all are replaced."""

from collections.abc import Callable, Sequence
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

import segno
from django.conf import settings
from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts import forms, tablets
from accounts.doors import DoorRequest
from accounts.errors import DeliveryRefused
from accounts.gates import SeeOther, staff
from accounts.permissions import facilities_in_scope, one_of
from accounts.tablets import deliveries, fleet
from accounts.tablets.deliveries import Coded
from accounts.tablets.fleet import Filter
from accounts.tablets.sheet import open_sheet, printed, sheet_of
from core import clock
from core.errors import NotThere, RuleError
from core.templatetags.samecircle import clock as time_of_day
from core.typed import whole
from custody.models import Facility, Tablet

MOVES: dict[str, Callable[..., None]] = {
    "suspend": tablets.suspend,
    "resume": tablets.resume,
    "lose": tablets.lose,
    "retire": tablets.retire,
}


def _facilities(request: DoorRequest) -> QuerySet[Facility]:
    return facilities_in_scope(request.caller.user, *tablets.MANAGING)


def _facility(request: DoorRequest, facility_id: UUID) -> Facility:
    facility = _facilities(request).filter(pk=facility_id).first()
    if facility is None:
        raise NotThere
    return facility


def _tablet(request: DoorRequest, tablet_id: UUID) -> Tablet:
    found = Tablet.objects.filter(pk=tablet_id, facility__in=_facilities(request)).select_related("facility", "unit")
    tablet = found.first()
    if tablet is None:
        raise NotThere
    return tablet


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*tablets.MANAGING)
def tablet_list(request: DoorRequest) -> HttpResponse:
    """The tablets in scope; a POST adds one."""
    facilities = _facilities(request)
    shown_at = one_of(facilities, request.GET.get("facility", ""))
    only = shown_at or (facilities.first() if facilities.count() == 1 else None)
    form = forms.TabletForm(request.POST or None, facilities=facilities, initial={"facility": only})
    if request.method == "POST" and form.is_valid():
        try:
            return _added(request, form)
        except RuleError as error:
            form.add_error("label", str(error.text))
    wanted = forms.FleetForm(request.GET, facilities=facilities)
    wanted.is_valid()
    shown = fleet.fleet(facilities, _filter(request, wanted))
    context = {
        "form": form,
        "wanted": wanted,
        "fleet": shown,
        "shown_at": shown_at,
        "pages": _query(request),
        "is_filtered": any(request.GET.get(name) for name in wanted.fields),
        "waiting": shown_at and Tablet.objects.filter(facility=shown_at, state="enrolling", kind="tablet").count(),
    }
    return render(request, "accounts/staff/tablets.html", context, status=400 if form.errors else 200)


def _filter(request: DoorRequest, wanted: forms.FleetForm) -> Filter:
    said = wanted.cleaned_data
    return Filter(
        facility=said.get("facility"),
        unit=said.get("unit"),
        state=said.get("state", ""),
        unseen=said.get("unseen", False),
        page=whole(request.GET.get("page", "")) or 1,
    )


def _query(request: DoorRequest) -> str:
    query = request.GET.copy()
    query.pop("page", None)
    return query.urlencode()


def _added(request: DoorRequest, form: forms.TabletForm) -> HttpResponse:
    said = form.cleaned_data
    tablet = tablets.add_tablet(
        facility=said["facility"],
        in_unit=said["unit"],
        label=said["label"],
        kind=said["kind"] or Tablet.Kind.TABLET,
        by=request.caller.user,
    )
    what = "Make a start address" if tablet.kind == Tablet.Kind.KIOSK else "Issue a code"
    messages.success(request, f"{tablet} is on the list. {what} to set it up.")
    return SeeOther(reverse("accounts:tablets"))


@require_safe
@staff(*tablets.MANAGING)
def tablet_page(request: DoorRequest, tablet_id: UUID) -> HttpResponse:
    return _page(request, _tablet(request, tablet_id))


def _page(request: DoorRequest, tablet: Tablet, status: int = 200, **more: object) -> HttpResponse:
    others = _facilities(request).exclude(pk=tablet.facility_id)
    context = {
        "row": fleet.rows_of([tablet])[0],
        "tablet": tablet,
        "is_over": tablet.state in (Tablet.State.LOST, Tablet.State.RETIRED),
        "unit_form": forms.UnitForm(facility=tablet.facility, initial={"unit": tablet.unit_id}),
        "facility_form": forms.OtherFacilityForm(facilities=others),
        "has_others": others.exists(),
        **more,
    }
    return render(request, "accounts/staff/tablet.html", context, status=status)


@require_POST
@staff(*tablets.MANAGING)
def issue_code(request: DoorRequest, tablet_id: UUID) -> HttpResponse:
    """The code, big, this once: it is nowhere else, and this page can't be loaded again."""
    tablet = _tablet(request, tablet_id)
    code = tablets.issue_code(tablet=tablet, by=request.caller.user)
    tablet.refresh_from_db()
    return render(request, "accounts/staff/tablet_code.html", {"tablet": tablet, "code": code})


@require_POST
@staff(*tablets.MANAGING)
def issue_address(request: DoorRequest, tablet_id: UUID) -> HttpResponse:
    """The start address of a kiosk, this once. Its secret stands after the '#', which no server and no log gets."""
    tablet = _tablet(request, tablet_id)
    secret = tablets.issue_managed(tablet=tablet, by=request.caller.user)
    address = f"{_at_tablets('accounts:kiosk')}#{secret}"
    square = segno.make(address, error="m", micro=False).svg_inline(scale=5, border=4, light="#fff")
    context = {"tablet": tablet, "address": address, "square": mark_safe(square)}  # noqa: S308  (drawn here)
    return render(request, "accounts/staff/kiosk_address.html", context)


def _at_tablets(page: str) -> str:
    return f"{settings.SCHEME}://{settings.DOOR_HOSTS['tablet']}{reverse(page)}"


@require_POST
@staff(*tablets.MANAGING)
def move_tablet(request: DoorRequest, tablet_id: UUID, move: str) -> HttpResponse:
    if move not in MOVES:
        raise NotThere
    tablet = _tablet(request, tablet_id)
    MOVES[move](tablet=tablet, by=request.caller.user)
    messages.success(request, f"{tablet} is {tablet.state} now.")
    return SeeOther(reverse("accounts:tablets"))


@require_POST
@staff(*tablets.MANAGING)
def assign_unit(request: DoorRequest, tablet_id: UUID) -> HttpResponse:
    tablet = _tablet(request, tablet_id)
    form = forms.UnitForm(request.POST, facility=tablet.facility)
    if not form.is_valid():
        return _page(request, tablet, status=400, unit_form=form)
    tablets.assign_unit(tablet=tablet, to=form.cleaned_data["unit"], by=request.caller.user)
    where = f"is in {tablet.unit} now" if tablet.unit else "is in no unit now"
    messages.success(request, f"{tablet} {where}. Whoever sat at it is signed out.")
    return SeeOther(reverse("accounts:tablet", args=[tablet.pk]))


@require_POST
@staff(*tablets.MANAGING)
def move_to_facility(request: DoorRequest, tablet_id: UUID) -> HttpResponse:
    tablet = _tablet(request, tablet_id)
    form = forms.OtherFacilityForm(request.POST, facilities=_facilities(request).exclude(pk=tablet.facility_id))
    if form.is_valid():
        try:
            tablets.move_to_facility(tablet=tablet, to=form.cleaned_data["facility"], by=request.caller.user)
        except RuleError as error:
            form.add_error("facility", str(error.text))
        else:
            messages.success(request, f"{tablet} belongs to {tablet.facility} now. It needs a code from there.")
            return SeeOther(reverse("accounts:tablet", args=[tablet.pk]))
    return _page(request, tablet, status=400, facility_form=form)


# Many at once


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*tablets.MANAGING)
def deliver(request: DoorRequest) -> HttpResponse:
    """A delivery goes onto the list as a whole, or not at all."""
    facilities = _facilities(request)
    only = one_of(facilities, request.GET.get("facility", "")) or (
        facilities.first() if facilities.count() == 1 else None
    )
    form = forms.DeliveryForm(request.POST or None, facilities=facilities, initial={"facility": only})
    wrong: Sequence[tuple[int, str, str]] = ()
    if request.method == "POST" and form.is_valid():
        try:
            return _delivered(request, form)
        except DeliveryRefused as error:
            wrong = error.lines
            form.add_error("labels", str(error.text))
        except RuleError as error:
            form.add_error("labels", str(error.text))
    context = {"form": form, "wrong": wrong[:SHOWN], "more": max(0, len(wrong) - SHOWN)}
    return render(request, "accounts/staff/delivery.html", context, status=400 if form.errors else 200)


#: Wrong lines that are shown: who pastes the wrong column needs no two hundred of them.
SHOWN = 20


def _delivered(request: DoorRequest, form: forms.DeliveryForm) -> HttpResponse:
    said = form.cleaned_data
    coded = deliveries.deliver(
        facility=said["facility"], in_unit=said["unit"], lines=said["labels"], by=request.caller.user
    )
    return _codes(request, said["facility"], coded)


@require_POST
@staff(*tablets.MANAGING)
def new_codes(request: DoorRequest) -> HttpResponse:
    """For all tablets of a facility that wait: the sheet was lost, or its day is over."""
    facility = one_of(_facilities(request), request.POST.get("facility", ""))
    if facility is None:
        raise NotThere
    return _codes(request, facility, deliveries.new_codes(facility=facility, by=request.caller.user))


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*tablets.MANAGING)
def replace(request: DoorRequest, facility_id: UUID) -> HttpResponse:
    facility = _facility(request, facility_id)
    form = forms.ReplaceForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            return _codes(request, facility, deliveries.replace_all(facility=facility, by=request.caller.user))
        except RuleError as error:
            form.add_error(None, str(error.text))
    context = {"form": form, "facility": facility, "old": deliveries.to_replace(facility)}
    return render(request, "accounts/staff/replace.html", context, status=400 if form.errors else 200)


def _codes(request: DoorRequest, facility: Facility, coded: Sequence[Coded]) -> HttpResponse:
    """The codes, this once, and the same as a sheet to print: sealed in this page, and kept nowhere."""
    now = clock.now()
    until = _in_words(now + tablets.DELIVERY_CODE_LIVES, facility)
    user = request.caller.user
    sheet = sheet_of(coded, facility=facility.name, until=until, at=now, made_for=user and user.pk)
    context = {"facility": facility, "coded": coded, "until": until, "sealed": sheet.sealed()}
    return render(request, "accounts/staff/codes.html", context)


def _in_words(at: datetime, facility: Facility) -> str:
    here = at.astimezone(ZoneInfo(facility.time_zone))
    return f"{here:%A, %-d %B}, {time_of_day(here)}"


@require_POST
@staff(*tablets.MANAGING)
def sheet(request: DoorRequest) -> HttpResponse:
    user = request.caller.user
    found = open_sheet(request.POST.get("sheet", ""), at=clock.now(), made_for=user and user.pk)
    headers = {"Content-Disposition": 'attachment; filename="tablet-codes.pdf"'}
    paper = printed(found, address=_at_tablets("accounts:enrol"))
    return HttpResponse(paper, content_type="application/pdf", headers=headers)
