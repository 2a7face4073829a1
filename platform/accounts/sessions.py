"""What a session cookie stands for: one sign-in, at one door."""

from django.contrib.sessions.backends.db import SessionStore
from django.middleware.csrf import rotate_token

from accounts import browsers
from accounts.agents import device_of
from accounts.doors import DOOR, SIGN_IN, Door, DoorRequest, cookie_name
from accounts.models import SignIn

#: Somebody who has shown the password and not yet the code.
HALF = "half"


def begin(request: DoorRequest, sign_in: SignIn) -> None:
    """From here on this browser is `sign_in`: under a new key, with nothing kept of what was before."""
    request.session.flush()
    _fill(request.session, sign_in)
    rotate_token(request)
    device = device_of(request.headers.get("User-Agent", ""))
    SignIn.objects.filter(pk=sign_in.pk).update(device=device)
    if sign_in.door == Door.ONLINE:
        request.browser = browsers.read_or_new(request.COOKIES.get(browsers.COOKIE)).knowing(sign_in.user)


def end(request: DoorRequest) -> None:
    request.session.flush()
    rotate_token(request)


def cookie_for(sign_in: SignIn) -> tuple[str, str]:
    """Name and value of a cookie that is this sign-in, without a browser: for load tools and tests."""
    session = SessionStore()
    _fill(session, sign_in)
    session.save()
    return cookie_name(Door(sign_in.door)), str(session.session_key)


def _fill(session: SessionStore, sign_in: SignIn) -> None:
    session[SIGN_IN], session[DOOR] = str(sign_in.pk), sign_in.door
