"""Pages of the installation itself."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from accounts.doors import Door, DoorRequest
from accounts.gates import SeeOther, everybody
from config.start import start
from core.errors import NotThere


@require_safe
@everybody
def front(request: DoorRequest) -> HttpResponse:
    """The first page of each door: where its people start."""
    caller = request.caller
    if caller.door is None:
        return _bare_site(request)
    if not caller.signed_in:
        return SeeOther(reverse("accounts:sign_in"))
    if caller.door != Door.STAFF:
        return SeeOther(reverse("groups:home"))
    return SeeOther(reverse("work"))


def _bare_site(request: DoorRequest) -> HttpResponse:
    """The site without a door: in development it explains the demo world, in production there is nothing."""
    if not settings.DEVELOPMENT:
        raise NotThere
    return start(request)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form was too old, or not ours. Nothing was done."""
    return render(request, "403_csrf.html", status=403)
