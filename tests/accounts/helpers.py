"""People at doors: requests as a browser of each door sends them."""

import time
from datetime import datetime

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.test import Client

from accounts import services, tablets
from accounts.doors import DEVICE_COOKIE
from accounts.models import User
from core import clock
from custody.models import Facility, Tablet
from tests import factories as make

HOSTS = {"tablet": "tablet.localhost:8000", "online": "online.localhost:8000", "staff": "staff.localhost:8000"}
BARE = "localhost:8000"


def at_door(door: str, **more: object) -> Client:
    """A browser that only knows one door."""
    return Client(HTTP_HOST=HOSTS.get(door, door), **more)


def enrolled(facility: Facility) -> tuple[Tablet, str]:
    """A tablet that took its code, and the cookie it shows."""
    tablet = tablets.add_tablet(facility=facility, label=f"{make.n():03d}", by=None)
    code = tablets.issue_code(tablet=tablet, by=None)
    tablet, secret = tablets.enrol(code=code, at=clock.now())
    return tablet, tablets.cookie_of(tablet, secret)


def at_tablet(facility: Facility) -> Client:
    client = at_door("tablet")
    client.cookies[DEVICE_COOKIE] = enrolled(facility)[1]
    return client


def number_of(user: User) -> str:
    return user.person.numbers.get().number


def new_staff(name: str = "Nell", *grants: tuple[str, object]) -> User:
    """A member of staff with a second factor."""
    user = services.create_staff(
        name=name, sign_in=f"{name.lower()}.{make.n()}", password=make.PASSWORD, totp_secret=make.TOTP_SECRET, by=None
    )
    for role, scope in grants:
        make.grant(user, role, scope=scope)
    return user


def code_now(secret: str = make.TOTP_SECRET, *, at: datetime | None = None) -> str:
    moment = at.timestamp() if at else time.time()
    return format_hotp_value(hotp_value(secret, int(moment) // 30))


def wrong_code() -> str:
    return f"{(int(code_now()) + 1) % 1_000_000:06d}"
