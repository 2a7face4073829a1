"""Going out, each way by POST; and the language of the page."""

from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from accounts import services, sessions
from accounts.browsers import SECONDS
from accounts.doors import LANGUAGES, DoorRequest
from accounts.factors import services as factors
from accounts.gates import SeeOther, everybody, page_of, signed_in
from accounts.views.ways_in import LEFT_OPEN, is_ours


@require_POST
@everybody
def sign_out(request: DoorRequest) -> HttpResponse:
    return _end(request, because="signed_out")


@require_POST
@everybody
def not_me(request: DoorRequest) -> HttpResponse:
    """Somebody found another's page open on a shared device. They may tell staff so, on the page that follows."""
    found = request.caller.sign_in
    response = _end(request, because="not_me")
    if found is not None and found.tablet_id:
        request.session[LEFT_OPEN] = str(found.pk)
    return response


@require_POST
@everybody
def tell_staff(request: DoorRequest) -> HttpResponse:
    """Whoever has just said 'not me' says that staff should know. Once; without such a page before it, nothing."""
    left = request.session.pop(LEFT_OPEN, None)
    told = left is not None and services.tell_found_open(sign_in_id=left)
    return SeeOther(f"{reverse('accounts:sign_in')}{'?because=told' if told else ''}")


@require_POST
@everybody
def lock(request: DoorRequest) -> HttpResponse:
    """Nobody has touched this page for a while: it posts this by itself. Shared tablets sign out; a screen of staff is
    locked, and its sign-in waits behind the lock."""
    caller = request.caller
    if caller.is_staff and caller.sign_in is not None:
        factors.lock(sign_in=caller.sign_in)
    elif caller.locked is None:
        return _end(request, because="locked")
    return SeeOther(f"{reverse('accounts:locked')}?{urlencode({'next': page_of(request)})}")


def _end(request: DoorRequest, *, because: str) -> HttpResponse:
    sign_in = request.caller.sign_in or request.caller.locked
    if sign_in is not None:
        services.end_sign_in(sign_in=sign_in, because=because, by=sign_in.user)
    sessions.end(request)
    return SeeOther(f"{reverse('accounts:sign_in')}?because={because}")


@require_POST
@signed_in
def here(request: DoorRequest) -> HttpResponse:
    """'I am here': the answer to 'Still here?' on a page that sends nothing else for a long time."""
    return HttpResponse(status=204)


@require_POST
@everybody
def language(request: DoorRequest) -> HttpResponse:
    """Speak this language: kept with the person once signed in, on the device before that."""
    chosen, back = request.POST.get("language", ""), request.POST.get("next", "")
    response = SeeOther(back if is_ours(back) else "/")
    if chosen not in LANGUAGES:
        return response
    if request.caller.user is not None:
        services.set_language(user=request.caller.user, language=chosen)
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        chosen,
        max_age=SECONDS,
        httponly=True,
        samesite="Strict",
        secure=settings.SESSION_COOKIE_SECURE,
    )
    return response
