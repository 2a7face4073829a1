"""Staff's pages about the doors: tablets of their facilities, pauses and locked accounts."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts import forms, services, tablets
from accounts.doors import DoorRequest
from accounts.gates import SeeOther, proved, staff
from accounts.models import Attempts, User
from accounts.permissions import facilities_in_scope, one_of
from accounts.selectors import Pause, locked_staff, pauses
from core.errors import NotThere, RuleError
from custody.models import Facility, Tablet

MOVES: dict[str, Callable[..., None]] = {
    "suspend": tablets.suspend,
    "resume": tablets.resume,
    "lose": tablets.lose,
    "retire": tablets.retire,
}


def _facilities(request: DoorRequest) -> QuerySet[Facility]:
    return facilities_in_scope(request.caller.user, *tablets.MANAGING)


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
    shown = Tablet.objects.filter(facility__in=[shown_at] if shown_at else facilities)
    rows = [_row(tablet) for tablet in shown.select_related("facility", "unit").order_by("facility__name", "label")]
    context = {"form": form, "tablets": rows, "shown_at": shown_at}
    return render(request, "accounts/staff/tablets.html", context, status=400 if form.errors else 200)


def _added(request: DoorRequest, form: forms.TabletForm) -> HttpResponse:
    said = form.cleaned_data
    tablet = tablets.add_tablet(
        facility=said["facility"], in_unit=said["unit"], label=said["label"], by=request.caller.user
    )
    messages.success(request, f"{tablet} is on the list. Issue a code to enrol it.")
    return SeeOther(reverse("accounts:tablets"))


def _row(tablet: Tablet) -> dict[str, object]:
    """A tablet, and what may be done with it now."""
    targets = Tablet.MOVES[Tablet.State(tablet.state)]
    return {
        "tablet": tablet,
        "takes_code": tablet.state in tablets.TAKES_CODE,
        "may_suspend": Tablet.State.SUSPENDED in targets,
        "may_resume": tablet.state == Tablet.State.SUSPENDED,
        "may_end": bool(targets),
    }


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
def move_tablet(request: DoorRequest, tablet_id: UUID, move: str) -> HttpResponse:
    if move not in MOVES:
        raise NotThere
    tablet = _tablet(request, tablet_id)
    MOVES[move](tablet=tablet, by=request.caller.user)
    messages.success(request, f"{tablet} is {tablet.state} now.")
    return SeeOther(reverse("accounts:tablets"))


@require_safe
@staff(*services.ADMINISTRATORS)
def pause_list(request: DoorRequest) -> HttpResponse:
    """Who can't sign in just now, and may be helped by this member of staff."""
    caller = request.caller
    context: dict[str, list[Pause] | list[User]] = {"pauses": pauses(caller.user), "locked": locked_staff(caller.user)}
    return render(request, "accounts/staff/pauses.html", context)


@require_POST
@staff(*services.ADMINISTRATORS)
def lift_pause(request: DoorRequest, pause_id: int) -> HttpResponse:
    pause = Attempts.objects.filter(pk=pause_id, subject__startswith="user:").first()
    if pause is None:
        raise NotThere
    services.lift_pause(pause=pause, by=request.caller.user)
    messages.success(request, "They can try again on that device.")
    return SeeOther(reverse("accounts:pauses"))


@require_POST
@staff(*services.ADMINISTRATORS)
@proved
def unlock(request: DoorRequest, user_id: UUID) -> HttpResponse:
    user = User.objects.filter(pk=user_id).first()
    if user is None:
        raise NotThere
    services.unlock_staff(user=user, by=request.caller.user)
    messages.success(request, f"{user.name} can sign in again.")
    return SeeOther(reverse("accounts:pauses"))
