"""*Help now*: the card for everybody, a call for help for whoever is signed in, and where it stands."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from accounts.doors import DEVICE_COOKIE, Door, DoorRequest
from accounts.gates import SeeOther, everybody, quiet
from accounts.tablets import tablet_of
from chat.helper import card_of
from chat.models import Room
from core import clock
from core.ids import new_id
from custody.models import Facility, Person
from groups.models import Membership
from moderation.alerts.selectors import standing_for
from moderation.intake import desk


@everybody
def help_now(request: DoorRequest) -> HttpResponse:
    """GET: the card, and where a call stands. POST: call; the same `client_id` again is the same call."""
    person = request.caller.person
    if request.method == "POST" and person is not None:
        room = _room_of(person, request.POST.get("room", ""))
        client_id = _uuid(request.POST.get("client_id", "")) or new_id()
        desk.help_asked(person_id=person.pk, client_id=client_id, room_id=room, at=clock.now())
    if request.method == "POST":
        return SeeOther(reverse("moderation:help"))
    return render(request, "moderation/help.html", _shown(request, person))


@quiet
@everybody
def standing(request: DoorRequest) -> HttpResponse:
    """Where the call stands, for the page that shows it: looked at again every few seconds until answered."""
    person = request.caller.person
    found = standing_for(person) if person else None
    if found is None:
        return HttpResponse(status=204)
    return render(request, "moderation/_standing.html", {"standing": found})


def _shown(request: DoorRequest, person: Person | None) -> dict[str, Any]:
    caller = request.caller
    return {
        "shell": "base/participant.html" if person else "base/gate.html",
        "card": card_of(_facility(request), caller.language),
        "standing": standing_for(person) if person else None,
        "may_call": person is not None,
        "inside": caller.door == Door.TABLET,
        "client_id": new_id(),
    }


def _facility(request: DoorRequest) -> Facility | None:
    """Where the reader is: by custody, before sign-in by the tablet."""
    caller = request.caller
    if caller.custody is not None:
        return caller.custody.facility
    if caller.door != Door.TABLET:
        return None
    tablet = tablet_of(request.COOKIES.get(DEVICE_COOKIE))
    return tablet.facility if tablet else None


def _room_of(person: Person, room: str) -> UUID | None:
    """The room that the call came from, if it is one of theirs: an unknown one never stops a call."""
    room_id = _uuid(room)
    if room_id is None:
        return None
    seated = Membership.objects.filter(person=person, state__in=Membership.SEATED).values("group")
    return Room.objects.filter(pk=room_id, group__in=seated).values_list("pk", flat=True).first()


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
