"""What every page's shell needs."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from accounts.doors import Caller
from chat.selectors.own import waiting_count


def shell(request: HttpRequest) -> dict[str, Any]:
    """`caller`, and `waiting_count`: how many of a participant's messages wait for them or for a moderator."""
    caller: Caller | None = getattr(request, "caller", None)
    if caller is None or caller.person is None:
        return {"caller": caller}
    person = caller.person
    return {"caller": caller, "waiting_count": SimpleLazyObject(lambda: waiting_count(person))}
