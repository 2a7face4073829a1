"""Door, session and caller of each request."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

from asgiref.sync import iscoroutinefunction, markcoroutinefunction
from django.contrib.auth.models import AnonymousUser
from django.contrib.sessions.backends.base import UpdateError
from django.contrib.sessions.backends.db import SessionStore
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.deprecation import MiddlewareMixin

from accounts import browsers
from accounts.browsers import set_cookie
from accounts.doors import DEVICE_COOKIE, Caller, chosen_language, cookie_name, door_of, recognise
from accounts.models import SignIn
from accounts.scoping import places_of
from accounts.tablets.credentials import present
from accounts.tablets.engines import engine_of
from core import clock
from custody.models import Tablet

#: How exactly we want to know when somebody was last there.
TOUCH_EVERY = timedelta(minutes=1)


class DoorMiddleware(MiddlewareMixin):
    """Says through which door a request comes: `request.door`, None on the bare site."""

    def process_request(self, request: Any) -> None:
        request.door = door_of(host=request.get_host(), cookies=request.COOKIES, path=request.path)


class DoorSessionMiddleware(MiddlewareMixin):
    """Django's sessions, with a cookie of its own for each door. The bare site has none."""

    def process_request(self, request: Any) -> None:
        key = request.COOKIES.get(cookie_name(request.door)) if request.door else None
        request.session = SessionStore(session_key=key)

    def process_response(self, request: Any, response: Any) -> HttpResponseBase:
        if getattr(request, "door", None) and hasattr(request, "session"):
            self._keep(request, response)
        return response  # type: ignore[no-any-return]

    def _keep(self, request: Any, response: Any) -> None:
        name, session = cookie_name(request.door), request.session
        if session.accessed:
            patch_vary_headers(response, ("Cookie",))
        if session.is_empty():
            if name in request.COOKIES:
                response.delete_cookie(name, samesite="Strict")
        elif session.modified and response.status_code < 500 and self._saved(session):
            set_cookie(response, name, session.session_key, seconds=None)

    def _saved(self, session: SessionStore) -> bool:
        """False: it was ended elsewhere while this request ran; it stays ended."""
        try:
            session.save()
        except UpdateError:
            return False
        return True


class CallerMiddleware(MiddlewareMixin):
    """Says who calls: `request.caller`; speaks their language; notes that they are there."""

    def process_request(self, request: Any) -> None:
        language = chosen_language(request.COOKIES, request.headers.get("Accept-Language", ""))
        request.caller = recognise(request.door, request.session, language=language)
        request.user = request.caller.user or AnonymousUser()
        request.LANGUAGE_CODE = request.caller.language
        translation.activate(request.caller.language)

    def process_view(self, request: Any, view: Any, args: Any, kwargs: Any) -> None:
        sign_in = request.caller.sign_in
        if sign_in and is_by_hand(request) and not getattr(view, "quiet", False) and touch(sign_in):
            self._look_at_device(request)

    def _look_at_device(self, request: Any) -> None:
        """As often as somebody's being there is noted. A tablet that is suspended for it is out before the page."""
        caller = request.caller
        if caller.tablet is None:
            return
        engine = engine_of(request.headers.get("User-Agent", ""))
        shown = present(request.COOKIES.get(DEVICE_COOKIE), at=clock.now(), engine=engine)
        if shown is not None and shown == caller.tablet and shown.state != Tablet.State.ACTIVE:
            request.caller = Caller(door=caller.door, language=caller.language)
            request.user = AnonymousUser()

    def process_response(self, request: Any, response: Any) -> HttpResponseBase:
        """Pages behind a door are kept by nobody: not by the browser's cache, nor for its Back button."""
        response.headers.setdefault("Content-Language", translation.get_language() or "en")
        if getattr(request, "door", None):
            response.headers["Cache-Control"] = "no-store"
        if hasattr(request, "browser"):
            browsers.remember(response, request.browser)
        return response  # type: ignore[no-any-return]


class ScopeMiddleware:
    """Says what the queries of this request may see: of staff, what is at the places of their grants."""

    sync_capable = True
    async_capable = True

    def __init__(self, get_response: Callable[[Any], Any]) -> None:
        self.get_response = get_response
        if iscoroutinefunction(get_response):
            markcoroutinefunction(self)

    def __call__(self, request: Any) -> Any:
        if iscoroutinefunction(self.get_response):
            return self._later(request)
        with places_of(request.caller):
            return self.get_response(request)

    async def _later(self, request: Any) -> HttpResponseBase:
        with places_of(request.caller):
            answer: Awaitable[HttpResponseBase] = self.get_response(request)
            return await answer


def is_by_hand(request: HttpRequest) -> bool:
    """Whether somebody did this: what a page fetches by itself does not count as being there."""
    if request.method not in ("GET", "HEAD"):
        return True
    return not request.headers.get("HX-Request") and "application/json" not in request.headers.get("Accept", "")


def touch(sign_in: SignIn) -> bool:
    """Note that somebody is there; at most once a minute (False: not yet again). Also for frames that a person sent."""
    now = clock.now()
    if now - sign_in.active_at < TOUCH_EVERY:
        return False
    note_there(sign_in.pk)
    if sign_in.tablet_id:
        Tablet.objects.filter(pk=sign_in.tablet_id).update(last_seen_at=now)
    return True


def note_there(sign_in_id: UUID) -> None:
    """The same from an open line, which says by itself how often. Nothing that is over or locked comes back by it."""
    now = clock.now()
    standing = SignIn.objects.filter(pk=sign_in_id, ended_at=None, locked_at=None)
    standing.filter(active_at__lt=now).update(active_at=now)
