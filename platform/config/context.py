"""What every page's shell needs."""

from functools import cache, partial
from typing import Any

from django.http import HttpRequest

from accounts.doors import Caller
from chat.selectors import unread
from chat.selectors.own import waiting_count


def shell(request: HttpRequest) -> dict[str, Any]:
    """`caller`, and of a participant: `waiting_count`, how many of their messages wait for them or for a moderator;
    `unread`, what others have said in each of their circles since they looked."""
    caller: Caller | None = getattr(request, "caller", None)
    if caller is None or caller.person is None:
        return {"caller": caller}
    # Counted once, and only by pages that show it. Not a lazy object: plurals reckon with it.
    return {
        "caller": caller,
        "waiting_count": cache(partial(waiting_count, caller.person)),
        "unread": cache(partial(unread, caller.person)),
    }
