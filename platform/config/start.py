"""The start page of the bare site, in development: who is who, the three doors, codes of the moment, and one click that
turns this browser into a tablet. It does not exist in production."""

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from accounts import tablets
from accounts.browsers import SECONDS, set_cookie
from accounts.doors import DEVICE_COOKIE, Door, DoorRequest
from accounts.gates import SeeOther, everybody
from config.demo import people as cast
from config.demo import show
from core import clock
from core.errors import NotThere
from custody.models import Facility, Tablet


@never_cache
def start(request: HttpRequest) -> HttpResponse:
    """Roles, doors, sign-ins, codes."""
    inside = [(someone, cast.FACILITIES[someone.facility][0]) for someone in cast.PEOPLE if someone.facility]
    context = {
        "doors": show.doors(),
        "inside": inside,
        "outside": [someone for someone in cast.PEOPLE if not someone.facility],
        "staff": [(member, code_now(member.totp_secret)) for member in cast.STAFF],
        "facilities": Facility.objects.filter(code__in=cast.FACILITIES).order_by("name"),
        "cast": cast,
    }
    return render(request, "config/staff/start.html", context)


def code_now(secret: str) -> str:
    """The six digits that an authenticator shows for this secret now."""
    counters = list(yield_hotp_counters_from_time())  # a few before and after, where some are tolerated
    return str(format_hotp_value(hotp_value(secret, counters[len(counters) // 2])))


@never_cache
@require_safe
@everybody
def become_tablet(request: DoorRequest, code: str) -> HttpResponse:
    """This browser becomes a tablet of that facility: what staff do with a one-time code, in one click."""
    if not settings.DEVELOPMENT or request.caller.door != Door.TABLET:
        raise NotThere
    facility = Facility.objects.filter(code=code).first()
    if facility is None:
        raise NotThere
    tablet = _spare_tablet(facility)
    tablet, secret = tablets.enrol(code=tablets.issue_code(tablet=tablet, by="system"), at=clock.now())
    response = SeeOther("/sign-in/")
    set_cookie(response, DEVICE_COOKIE, tablets.cookie_of(tablet, secret), seconds=SECONDS)
    return response


def _spare_tablet(facility: Facility) -> Tablet:
    number = Tablet.objects.filter(facility=facility, label__startswith="Browser ").count() + 1
    return tablets.add_tablet(facility=facility, label=f"Browser {number:03d}", by="system")
