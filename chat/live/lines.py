"""What sockets and polls have in common: addresses, headers, and the codes with which a line is refused."""

import re
from collections import deque
from collections.abc import Mapping
from datetime import datetime, timedelta
from http.cookies import CookieError, SimpleCookie
from typing import Any
from uuid import UUID

from chat.live.guests import Knock
from core.errors import NotThere, RuleError
from groups.errors import SignedOut

PROTOCOL = "samecircle.v1"
#: Lines that one sign-in may have open in one process: tabs, and what is left of those that were cut.
LINES_OF_A_SIGN_IN = 8

_UUID = r"(?P<room>[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})"
_SOCKET = re.compile(rf"/ws/rooms/{_UUID}/")
_POLL = re.compile(rf"/rooms/{_UUID}/events")

Scope = Mapping[str, Any]


def socket_room(scope: Scope) -> UUID | None:
    return _room(_SOCKET, scope)


def poll_room(scope: Scope) -> UUID | None:
    return _room(_POLL, scope)


def _room(pattern: re.Pattern[str], scope: Scope) -> UUID | None:
    found = pattern.fullmatch(scope["path"])
    return UUID(found["room"]) if found else None


def header(scope: Scope, name: bytes) -> str:
    values = [value for key, value in scope["headers"] if key == name]
    return values[0].decode("latin1") if len(values) == 1 else ""


def cookies(scope: Scope) -> dict[str, str]:
    jar: SimpleCookie = SimpleCookie()
    for key, value in scope["headers"]:
        if key == b"cookie":
            try:
                jar.load(value.decode("latin1"))
            except CookieError:
                continue
    return {name: morsel.value for name, morsel in jar.items()}


def knock(scope: Scope, room_id: UUID) -> Knock:
    """What this line shows at the door of its room."""
    return Knock(host=header(scope, b"host"), cookies=cookies(scope), path=scope["path"], room_id=room_id)


def same_origin(scope: Scope) -> bool:
    """Whether the page that opens this socket comes from the very host it calls. Doors are sibling hosts: being one of
    ours is not enough."""
    scheme, _, host = header(scope, b"origin").partition("://")
    return scheme in ("http", "https") and bool(host) and host.lower() == header(scope, b"host").lower()


def code_of(refusal: RuleError) -> int:
    """The close code that says this refusal; its last three digits are the status that a poll gets."""
    if isinstance(refusal, SignedOut):
        return 4401
    return 4404 if isinstance(refusal, NotThere) else 4403


async def close(send: Any, code: int) -> None:
    """Close with this code. Autobahn, under a Daphne that is not ours, refuses 1012 and 1013: then it is an ordinary
    end, after which a client comes back as well."""
    try:
        await send({"type": "websocket.close", "code": code})
    except Exception:
        await send({"type": "websocket.close"})


class Pace:
    """At most so many of something in any ten seconds. What was refused counts: who goes on trying goes on waiting."""

    SPAN = timedelta(seconds=10)

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self._at: deque[datetime] = deque(maxlen=2 * limit + 1)

    def step(self, now: datetime) -> bool:
        """One more. False: that is too fast."""
        while self._at and now - self._at[0] >= self.SPAN:
            self._at.popleft()
        self._at.append(now)
        return len(self._at) <= self.limit

    @property
    def is_wild(self) -> bool:
        """More than twice as many as may be: no impatience, a fault or an attack."""
        return len(self._at) > 2 * self.limit

    def is_over(self, now: datetime) -> bool:
        """Nothing of it is left to remember."""
        return not self._at or now - self._at[-1] >= self.SPAN
