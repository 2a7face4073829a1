"""The door of other systems: a key for each, which speaks for one facility within its scopes."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja.security import HttpBearer

from accounts.machines import services as machines
from accounts.machines.errors import MachineUnknown
from accounts.models import Machine
from core.errors import NotThere
from core.scoping import within
from custody.scoping import Reach


class MachineRequest(HttpRequest):
    """A request as operations get it."""

    auth: Machine


class MachineKeyAuth(HttpBearer):
    """`Authorization: Bearer sck_…`; counts the request, also one that is refused later."""

    def __call__(self, request: HttpRequest) -> Any:
        at_no_persons_door(request)
        machine = super().__call__(request)
        if machine is None:
            raise MachineUnknown
        return machine

    def authenticate(self, request: HttpRequest, token: str) -> Machine:
        machine = machines.recognise(token)
        machines.count_request(machine)
        return machine


@dataclass(frozen=True, slots=True)
class OwnPlaces:
    """What queries see while a machine speaks: its facility, and nothing else."""

    user_id: None
    reach: Reach


@contextmanager
def speaking(machine: Machine) -> Iterator[None]:
    """From here on a query that forgets to ask for the facility answers what is at this one."""
    reach = Reach(frozenset({str(machine.facility_id)}), frozenset(), frozenset())
    with within(OwnPlaces(None, reach)):
        yield


def on_the_bare_site(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """The description stands where the interface does."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        at_no_persons_door(request)
        return view(request, *args, **kwargs)

    return guarded


def at_no_persons_door(request: HttpRequest) -> None:
    """The interface stands on the bare site: what a tablet or a phone may reach is not part of it."""
    if getattr(request, "door", None) is not None:
        raise NotThere
