"""What views ask of a request. The gate has let the caller in; this only says so to the type checker."""

from accounts.doors import Caller, DoorRequest
from accounts.models import User
from custody.models import Person


def staff_of(request: DoorRequest) -> User:
    return user_of(request.caller)


def user_of(caller: Caller) -> User:
    assert caller.user is not None
    return caller.user


def person_of(request: DoorRequest) -> Person:
    assert request.caller.person is not None
    return request.caller.person


def by_script(request: DoorRequest) -> bool:
    """A page asks for a part of itself (htmx)."""
    return "HX-Request" in request.headers
