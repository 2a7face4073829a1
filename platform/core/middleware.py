"""A rule that said no, answered as a page (or as JSON where the caller asked for it)."""

from collections.abc import Callable
from typing import Any

from asgiref.sync import iscoroutinefunction, markcoroutinefunction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from core.errors import NotThere, RuleError


class RuleErrorMiddleware:
    """Turns a `RuleError` that a view let through into an answer with its status, code and plain words."""

    sync_capable = True
    async_capable = True

    def __init__(self, get_response: Callable[[HttpRequest], Any]) -> None:
        self.get_response = get_response
        if iscoroutinefunction(get_response):
            markcoroutinefunction(self)

    def __call__(self, request: HttpRequest) -> Any:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        return answer(request, error) if isinstance(error, RuleError) else None


def answer(request: HttpRequest, error: RuleError) -> HttpResponse:
    if "application/json" in request.headers.get("Accept", ""):
        response: HttpResponse = JsonResponse({"code": error.code, "text": str(error.text)}, status=error.status)
    else:
        # What somebody may not know of looks exactly like what does not exist.
        page = "404.html" if error.code == NotThere.code else "rule.html"
        response = render(request, page, {"error": error}, status=error.status)
    if error.retry_after is not None:
        response["Retry-After"] = str(error.retry_after)
    return response
