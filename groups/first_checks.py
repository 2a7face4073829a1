"""What a participant does before any other page: choose a name, read the notice that says who watches."""

from urllib.parse import urlencode

from django.urls import reverse

from accounts.doors import DoorRequest
from accounts.gates import ask_first
from core import clock
from custody.timeline import status_of
from groups.agreements.selectors import notice_needed


def name_first(request: DoorRequest) -> str | None:
    """Whoever has no name yet is led through the first screens; the notice is one of them."""
    person = request.caller.person
    return reverse("groups:welcome") if person is not None and not person.alias else None


def notice_first(request: DoorRequest) -> str | None:
    """At each sign-in until it was read, and again when it says something else. What was already typed is sent first:
    the room itself takes nothing from who has not read it."""
    person = request.caller.person
    if person is None or request.method not in ("GET", "HEAD"):
        return None
    status = request.caller.custody or status_of(person)
    if not notice_needed(person, status.facility, at=clock.now()):
        return None
    return f"{reverse('groups:notice')}?{urlencode({'next': request.get_full_path()})}"


ask_first(name_first, rank=10)
ask_first(notice_first, rank=20)
