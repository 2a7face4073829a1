"""Door, session and caller of each request."""

from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest
from django.utils.deprecation import MiddlewareMixin

from accounts.doors import Caller


class DoorMiddleware(MiddlewareMixin):
    pass


class DoorSessionMiddleware(SessionMiddleware):
    pass


class CallerMiddleware(MiddlewareMixin):
    def process_request(self, request: HttpRequest) -> None:
        request.caller = Caller(door=None)  # type: ignore[attr-defined]
