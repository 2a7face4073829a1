"""Pages of those on duty: the alerts, and the duty lists."""

from hashlib import blake2b
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from accounts.doors import DoorRequest
from accounts.gates import SeeOther, quiet, staff
from accounts.models import User
from accounts.permissions import facilities_in_scope, has_role, holds, programmes_in_scope
from core import clock
from core.errors import NotThere, RuleError
from custody.models import Facility, Programme
from moderation.alerts import rota, services
from moderation.alerts.selectors import duty_alerts
from moderation.permissions import ON_DUTY, ROTA, alert_for
from moderation.requests import staff_of


@require_GET
@staff(*ON_DUTY, *ROTA)
def duty(request: DoorRequest) -> HttpResponse:
    """The alerts of whoever is on duty, live. Administrators come here when nobody else could be told."""
    user = staff_of(request)
    return render(request, "moderation/staff/duty.html", {**_board(user), "keeps_lists": holds(user, *ROTA)})


@require_GET
@quiet
@staff(*ON_DUTY, *ROTA)
def board(request: DoorRequest) -> HttpResponse:
    """The same again, for the page that shows it: 204 while nothing has changed."""
    shown = _board(staff_of(request))
    if request.GET.get("tag") == shown["tag"]:
        return HttpResponse(status=204)
    return render(request, "moderation/staff/_board.html", shown)


@require_POST
@staff(*ON_DUTY, *ROTA)
def answer(request: DoorRequest, alert_id: UUID) -> HttpResponse:
    """I am going."""
    user = staff_of(request)
    return _done(request, lambda: services.acknowledge(alert=alert_for(user, alert_id), by=user))


@require_POST
@staff(*ON_DUTY)
def close(request: DoorRequest, alert_id: UUID) -> HttpResponse:
    """The person is safe, or in good hands."""
    user = staff_of(request)
    return _done(request, lambda: services.resolve(alert=alert_for(user, alert_id), by=user))


@require_GET
@staff(*ROTA)
def lists(request: DoorRequest) -> HttpResponse:
    """The duty lists that this administrator looks after."""
    places = _places(staff_of(request))
    rows = [{"place": place, "url": _list_url(place), "names": rota.duty_list(place)} for place in places]
    return render(request, "moderation/staff/duty_lists.html", {"rows": rows})


@staff(*ROTA)
def duty_list(request: DoorRequest, kind: str, place_id: UUID) -> HttpResponse:
    """One list: add, take off, move up. Each change is on the record."""
    place = _place(staff_of(request), kind, place_id)
    if request.method == "POST":
        _change(request, place)
        return SeeOther(_list_url(place))
    standing = rota.duty_list(place)
    free = [user for user in rota.could_stand(place) if user not in standing]
    return render(request, "moderation/staff/duty_list.html", {"place": place, "standing": standing, "free": free})


def _board(user: User) -> dict[str, Any]:
    alerts = duty_alerts(user)
    now = clock.now()
    minutes = int(now.timestamp() // 60)  # ages are shown in minutes
    tag = blake2b(f"{minutes}{alerts!r}".encode(), digest_size=8).hexdigest()
    return {"alerts": alerts, "tag": tag, "now": now, "waiting": sum(alert.waits for alert in alerts)}


def _done(request: DoorRequest, act: Any) -> HttpResponse:
    """Do it, and back to the duty page; a refusal is said there."""
    try:
        act()
    except NotThere:
        raise
    except RuleError as error:
        messages.warning(request, str(error.text))
    return SeeOther(reverse("moderation:duty"))


def _change(request: DoorRequest, place: rota.Place) -> None:
    act = {"add": rota.add, "remove": rota.remove, "up": rota.move_up}.get(request.POST.get("do", ""))
    user_id = _uuid(request.POST.get("user", ""))
    user = User.objects.filter(pk=user_id, person=None).first() if user_id else None
    if act is None or user is None:
        raise NotThere
    try:
        act(place=place, user=user, by=staff_of(request))
    except RuleError as error:
        messages.error(request, str(error.text))


def _places(user: User) -> list[rota.Place]:
    programmes = programmes_in_scope(user, *ROTA)
    mine = Programme.objects.all() if programmes is None else Programme.objects.filter(pk__in=programmes)
    return [*mine.order_by("name"), *facilities_in_scope(user, *ROTA).order_by("name")]


def _place(user: User, kind: str, place_id: UUID) -> rota.Place:
    place: rota.Place | None
    if kind == "facility":
        place = Facility.objects.filter(pk=place_id).first()
        covered = has_role(user, *ROTA, facility_ids=(place_id,))
    else:
        place = Programme.objects.filter(pk=place_id).first()
        covered = has_role(user, *ROTA, programme_id=place_id)
    if place is None or not covered:
        raise NotThere
    return place


def _list_url(place: rota.Place) -> str:
    return reverse("moderation:duty_list", args=[type(place).__name__.lower(), place.pk])


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
