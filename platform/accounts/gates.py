"""Who may open a page. Every view has exactly one gate, in `view.gate`; a test walks all addresses.

Refusals: not signed in, to the sign-in page (303; for scripts 401); wrong door or role, 404: an outsider can't
tell a page that is not theirs from one that is not there.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import wraps
from typing import Any, TypeVar, cast, overload
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.http import HttpResponse, HttpResponseRedirect, JsonResponse
from django.http.response import HttpResponseBase
from django.urls import reverse

from accounts import permissions
from accounts.doors import Caller, Door, DoorRequest
from accounts.errors import ProofNeeded, ScreenLocked, SignInNeeded
from accounts.models import SignIn
from core import clock
from core.errors import NotThere, RuleError

View = Callable[..., HttpResponseBase]
V = TypeVar("V", bound=Callable[..., HttpResponseBase])
Check = Callable[[DoorRequest], HttpResponseBase | None]
PARTICIPANTS = (Door.TABLET, Door.ONLINE)
#: The address of a page that this person has to see before all others; None: they have.
First = Callable[[DoorRequest], str | None]
_firsts: list[tuple[int, First]] = []
#: A proof counts for so long: time for one errand, such as three accounts one after the other; too short for whoever
#: comes by a screen that was left open.
PROOF_LASTS = timedelta(minutes=15)


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


def account_holder(view: V) -> V:
    """Whoever looks after how they sign in by themselves: at the online door, and staff. Never at a shared tablet."""

    def check(request: DoorRequest) -> HttpResponseBase | None:
        _only_at(request.caller, Door.ONLINE, Door.STAFF)
        return _sign_in_first(request)

    return _guard(view, "account_holder", check)


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


def proved(view: V) -> V:
    """What changes who may see, or what is kept: to do it, one has shown a second factor (or at the online door one's
    password) a short time ago. Stands under the gate. Looking needs no proof; a form that was sent without one leads
    to the proof and back to its page, where what was typed is kept (`{% keeps %}`) and is sent anew by hand."""
    return _with_proof(view, looking=False)


def proved_first(view: V) -> V:
    """The same for a page whose form may not be kept, as one for a password: already to look at it."""
    return _with_proof(view, looking=True)


def _with_proof(view: V, *, looking: bool) -> V:
    @wraps(view)
    def with_proof(request: DoorRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        only_looks = not looking and request.method in ("GET", "HEAD")
        if only_looks or freshly_proved(request.caller.sign_in, at=clock.now()):
            return view(request, *args, **kwargs)
        page = f"{reverse('accounts:prove')}?{urlencode({'next': page_of(request)})}"
        return _from_a_script(request, ProofNeeded(), page) or SeeOther(page)

    with_proof.proved = True  # type: ignore[attr-defined]
    return cast(V, with_proof)


def freshly_proved(sign_in: SignIn | None, *, at: datetime) -> bool:
    return sign_in is not None and sign_in.proved_at is not None and at - sign_in.proved_at < PROOF_LASTS


def page_of(request: DoorRequest) -> str:
    """The page on which somebody is: what they open, or where they sent a form from. A path on this host."""
    if request.method in ("GET", "HEAD") and not request.headers.get("HX-Request"):
        return request.get_full_path()
    came = urlsplit(request.headers.get("HX-Current-URL") or request.headers.get("Referer") or "")
    if came.netloc != request.get_host():
        return "/"
    return came.path + (f"?{came.query}" if came.query else "")


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
    if request.caller.locked is not None:
        page = f"{reverse('accounts:locked')}?{urlencode({'next': page_of(request)})}"
        return _from_a_script(request, ScreenLocked(), page) or SeeOther(page)
    return _from_a_script(request, SignInNeeded(), reverse("accounts:sign_in")) or SeeOther(_sign_in_page(request))


def _sign_in_page(request: DoorRequest) -> str:
    page = reverse("accounts:sign_in")
    back = request.get_full_path()
    return f"{page}?{urlencode({'next': back})}" if request.method == "GET" and back != "/" else page


def _from_a_script(request: DoorRequest, error: RuleError, page: str) -> HttpResponse | None:
    """For fetch: words and a code. For htmx: also the way out, so that nothing stays on an unwatched screen."""
    if request.headers.get("HX-Request"):
        return HttpResponse(status=error.status, headers={"HX-Redirect": page})
    if "application/json" not in request.headers.get("Accept", ""):
        return None
    return JsonResponse({"code": error.code, "text": str(error.text)}, status=error.status)


def _own_pin_first(request: DoorRequest, *, needed: bool = True) -> HttpResponseBase | None:
    if not (needed and request.caller.needs_own_pin):
        return None
    page = reverse("accounts:own_pin")
    return _from_a_script(request, SignInNeeded(), page) or SeeOther(page)


def _first_of_all(request: DoorRequest, *, needed: bool) -> HttpResponseBase | None:
    if request.caller.person is None:
        raise NotThere
    return first_page(request) if needed else None
