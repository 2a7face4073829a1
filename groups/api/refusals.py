"""How the interface says no: a code, words, and for a body that can't be read where and why."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

from core.errors import BadInput, RuleError


class NotUnderstood(BadInput):
    """A body or address of another shape than the description says."""

    code = "api.not_understood"
    text = "This does not have the shape that the description says. See `problems`."

    def __init__(self, errors: Iterable[Mapping[str, Any]] = ()) -> None:
        super().__init__()
        self.problems = [{"at": _at(error), "text": _text(error)} for error in errors]


def _at(error: Mapping[str, Any]) -> str:
    return ".".join(str(part) for part in error.get("loc", ()))


def _text(error: Mapping[str, Any]) -> str:
    """Pydantic's words tell what is expected; what was sent is in them for a few kinds only, and left out there."""
    return str(error.get("type", "")) if "input" in str(error.get("msg", "")).lower() else str(error.get("msg", ""))


def install(api: NinjaAPI) -> None:
    """Every refusal of the interface has one form."""

    @api.exception_handler(RuleError)
    def rule(request: HttpRequest, error: RuleError) -> HttpResponse:
        return _answer(api, request, error)

    @api.exception_handler(ValidationError)
    def shape(request: HttpRequest, error: ValidationError) -> HttpResponse:
        return _answer(api, request, NotUnderstood(error.errors))

    @api.exception_handler(HttpError)
    def other(request: HttpRequest, error: HttpError) -> HttpResponse:
        """Ninja's own: a body that is no JSON at all."""
        return _answer(api, request, NotUnderstood([{"loc": ("body",), "msg": "This is no JSON."}]))


def _status(error: RuleError) -> int:
    """400 means that the body has another shape than the description says; what it says may still be refused."""
    is_refused = isinstance(error, BadInput) and not isinstance(error, NotUnderstood)
    return 409 if is_refused else error.status


def _answer(api: NinjaAPI, request: HttpRequest, error: RuleError) -> HttpResponse:
    said = {"code": error.code, "text": str(error.text), "problems": getattr(error, "problems", [])}
    response = api.create_response(request, said, status=_status(error))
    if error.retry_after is not None:
        response["Retry-After"] = str(error.retry_after)
    if error.status == 401:
        response["WWW-Authenticate"] = "Bearer"
    return response
