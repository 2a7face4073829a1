"""A facility's system, and what it says."""

import json
from typing import Any

from django.test import Client
from django.urls import reverse

from accounts.machines import services as machines
from accounts.models import Machine
from core import clock

#: Operations at the address of another.
SAME_ADDRESS = {"new_unit": "units"}
ALL = tuple(Machine.Scope.values)


class System:
    """One that holds a key of this facility."""

    def __init__(self, facility: Any, *scopes: str, name: str = "Jail system") -> None:
        self.machine, self.key = machines.add_machine(facility=facility, name=name, scopes=scopes or ALL, by="system")

    def ask(self, method: str, name: str, body: Any = None, **address: Any) -> Any:
        return ask(method, name, body, key=self.key, **address)

    def tells(self, **said: Any) -> Any:
        return self.ask("post", "tell_event", event(**said))


def ask(
    method: str, name: str, body: Any = None, *, key: str = "", host: str = "localhost:8000", **address: Any
) -> Any:
    client = Client(HTTP_HOST=host, raise_request_exception=False)
    headers = {"HTTP_AUTHORIZATION": f"Bearer {key}"} if key else {}
    data = body if isinstance(body, (str, bytes)) else json.dumps(body)
    url = reverse(f"api:{SAME_ADDRESS.get(name, name)}", kwargs=address)
    if body is None:
        return getattr(client, method)(url, **headers)
    return getattr(client, method)(url, data=data, content_type="application/json", **headers)


def event(**said: Any) -> dict[str, Any]:
    return {"id": "E-1", "kind": "released", "occurred_at": clock.wire(clock.now()), **said}


def number_of(person: Any) -> str:
    return str(person.numbers.get().number)
