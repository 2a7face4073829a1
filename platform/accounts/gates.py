"""Who may open a page. Every view has exactly one gate, in `view.gate`; a test walks all addresses.

Refusals: not signed in, to the sign-in page (303; for scripts 401); wrong door or role, 404: an outsider can't
tell a page that is not theirs from one that is not there.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast, overload
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpResponse, HttpResponseRedirect, JsonResponse
from django.http.response import HttpResponseBase
from django.urls import reverse

from accounts import permissions
from accounts.doors import Caller, Door, DoorRequest
from accounts.errors import SignInNeeded
from core.errors import NotThere

View = Callable[..., HttpResponseBase]
V = TypeVar("V", bound=Callable[..., HttpResponseBase])
Check = Callable[[DoorRequest], HttpResponseBase | None]
PARTICIPANTS = (Door.TABLET, Door.ONLINE)
#: The address of a page that this person has to see before all others; None: they have.
First = Callable[[DoorRequest], str | None]
_firsts: list[tuple[int, First]] = []


class SeeOther(HttpResponseRedirect):
    """After a POST, and for who must come in first: the browser asks for the other page by GET."""

    status_code = 303


def ask_first(check: First, *, rank: int) -> None:
    """Registered by a higher floor: where somebody goes before any page of theirs, the lowest rank first."""
    _firsts.append((rank, check))
    _firsts.sort(key=lambda each: each[0])


def first_page(request: DoorRequest) -> HttpResponse | None:
    """The way to what this person has to do first; None: nothing."""
    pages = (check(request) for _, check in _firsts)
    return next((SeeOther(page) for page in pages if page), None)


def everybody(view: V) -> V:
    """Open at every door and on the bare site, signed in or not."""
    view.gate = "everybody"  # type: ignore[attr-defined]
    return view


def signed_in(view: V) -> V:
    """Whoever has come through a door, whichever; with a PIN that staff made, not before they have their own."""
    return _guard(view, "signed_in", lambda request: _sign_in_first(request) or _own_pin_first(request))


@overload
def participant(view: V) -> V: ...
@overload
def participant(*, alias: bool = True, own_pin: bool = True) -> Callable[[V], V]: ...
def participant(view: View | None = None, *, alias: bool = True, own_pin: bool = True) -> Any:
    """A person with a seat to take, by the tablet or the online door. Whoever came in with a PIN that staff made
    chooses their own first (`accounts:own_pin`), unless `own_pin=False`; whoever has something else to do first
    (`ask_first`: an alias to choose, a notice to read) goes there, unless `alias=False`."""

    def check(request: DoorRequest) -> HttpResponseBase | None:
        _only_at(request.caller, *PARTICIPANTS)
        return (
            _sign_in_first(request) or _own_pin_first(request, needed=own_pin) or _first_of_all(request, needed=alias)
        )

    def gate(view: View) -> View:
        return _guard(view, "participant", check)

    return gate if view is None else gate(view)


@overload
def staff(view: V, /) -> V: ...
@overload
def staff(*roles: str) -> Callable[[V], V]: ...
def staff(*roles: Any) -> Any:
    """Staff with one of these roles in any scope (no roles: any staff). What they may see within the page is asked
    of `permissions` there. Use as `@staff`, `@staff()` or `@staff(Role.MODERATOR, …)`."""
    if len(roles) == 1 and callable(roles[0]):
        return staff()(roles[0])

    def check(request: DoorRequest) -> HttpResponseBase | None:
        _only_at(request.caller, Door.STAFF)
        refusal = _sign_in_first(request)
        if refusal is None and roles and not permissions.holds(request.caller.user, *roles):
            raise NotThere
        return refusal

    name = f"staff:{','.join(roles)}" if roles else "staff"
    return lambda view: _guard(view, name, check)


def quiet(view: V) -> V:
    """Marks a view that a page calls by itself (polls, heartbeats): it does not count as somebody being there."""
    view.quiet = True  # type: ignore[attr-defined]
    return view


def _guard(view: V, name: str, check: Check) -> V:
    @wraps(view)
    def guarded(request: DoorRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        refusal = check(request)
        return view(request, *args, **kwargs) if refusal is None else refusal

    guarded.gate = name  # type: ignore[attr-defined]
    return cast(V, guarded)


def _only_at(caller: Caller, *doors: Door) -> None:
    if caller.door not in doors and not (caller.door is None and settings.SINGLE_HOST):
        raise NotThere


def _sign_in_first(request: DoorRequest) -> HttpResponseBase | None:
    if request.caller.signed_in:
        return None
    if request.caller.door is None and not settings.SINGLE_HOST:
        raise NotThere
    return _from_a_script(request) or SeeOther(_sign_in_page(request))


def _sign_in_page(request: DoorRequest) -> str:
    page = reverse("accounts:sign_in")
    back = request.get_full_path()
    return f"{page}?{urlencode({'next': back})}" if request.method == "GET" and back != "/" else page


def _from_a_script(request: DoorRequest) -> HttpResponse | None:
    """For fetch: words and a code. For htmx: also the way out, so that nothing stays on an unwatched screen."""
    if request.headers.get("HX-Request"):
        return HttpResponse(status=401, headers={"HX-Redirect": reverse("accounts:sign_in")})
    if "application/json" not in request.headers.get("Accept", ""):
        return None
    error = SignInNeeded()
    return JsonResponse({"code": error.code, "text": str(error.text)}, status=error.status)


def _own_pin_first(request: DoorRequest, *, needed: bool = True) -> HttpResponseBase | None:
    if not (needed and request.caller.needs_own_pin):
        return None
    return _from_a_script(request) or SeeOther(reverse("accounts:own_pin"))


def _first_of_all(request: DoorRequest, *, needed: bool) -> HttpResponseBase | None:
    if request.caller.person is None:
        raise NotThere
    return first_page(request) if needed else None
