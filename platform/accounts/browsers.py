"""The browser cookie of the online door: which accounts have come in with this browser before.

Failed tries are counted per account and browser; all browsers that an account does not know share one place. So a
stranger who tries names elsewhere can't pause the account on its owner's own phone.
"""

import json
import secrets
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpResponse

from accounts.attempts import UNKNOWN
from accounts.models import User
from core.keyring import Unreadable, ring

COOKIE = "sc_browser"
#: A library PC keeps the last few; beyond that the oldest is unknown again.
REMEMBERS = 8
SECONDS = 400 * 24 * 3600  # the longest that browsers keep a cookie


@dataclass(frozen=True, slots=True)
class Browser:
    id: str
    users: tuple[str, ...] = ()

    def place_for(self, user: User | None) -> str:
        known = user is not None and str(user.pk) in self.users
        return f"browser:{self.id}" if known else UNKNOWN

    def knowing(self, user: User) -> "Browser":
        others = tuple(pk for pk in self.users if pk != str(user.pk))
        return Browser(self.id, (*others, str(user.pk))[-REMEMBERS:])


def read(cookie: str | None) -> Browser | None:
    """The browser that sent this cookie. Sealed, so that the next person at a shared PC can read nothing in it."""
    try:
        browser_id, *users = json.loads(ring().open("browser", cookie or ""))
    except (Unreadable, ValueError):
        return None
    return Browser(browser_id, tuple(users))


def read_or_new(cookie: str | None) -> Browser:
    return read(cookie) or Browser(secrets.token_hex(16))


def remember(response: HttpResponse, browser: Browser) -> None:
    value = ring().seal("browser", json.dumps([browser.id, *browser.users]).encode())
    set_cookie(response, COOKIE, value, seconds=SECONDS)


def set_cookie(response: HttpResponse, name: str, value: str, *, seconds: int | None) -> None:
    """A cookie as all of ours are: of this host only, out of reach of scripts, and never sent from other sites."""
    response.set_cookie(
        name, value, max_age=seconds, httponly=True, samesite="Strict", secure=settings.SESSION_COOKIE_SECURE
    )
