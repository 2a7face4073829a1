"""What participants' pages show of a call for help that stands."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from moderation.alerts.selectors import standing_for


def help_status(request: HttpRequest) -> dict[str, Any]:
    """`help_status`: where the person's call for help stands (`title`, `text`, `waits`); nothing where there is none.
    Asked for only by pages that show it."""
    person = getattr(getattr(request, "caller", None), "person", None)
    if person is None:
        return {}
    return {"help_status": SimpleLazyObject(lambda: standing_for(person))}
