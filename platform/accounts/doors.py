"""The three doors, and who has come through one of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore
from django.http import HttpRequest
from django.utils.translation.trans_real import parse_accept_lang_header

from accounts.models import SignIn, User
from core import clock
from custody.models import Person, Tablet
from custody.timeline import Status, status_of, statuses

LANGUAGES = ("en", "es")


class Door(StrEnum):
    TABLET = "tablet"
    ONLINE = "online"
    STAFF = "staff"


#: Everybody signs in again after half a day (the figure of the security rules), live sockets too.
LONGEST = timedelta(hours=12)
#: Without a page opened or sent for so long a sign-in ends. Staff: the figure of the security rules. Participants:
#: longer than the longest session (90 minutes), in which a quiet reader sends nothing; the page locks sooner.
IDLE = {Door.TABLET: timedelta(hours=2), Door.ONLINE: timedelta(hours=2), Door.STAFF: timedelta(minutes=30)}
#: After so long without a key or a touch the page locks itself: shared tablets after 10 minutes (long enough to
#: read a long message slowly, too short to be left lying), staff screens with their sign-in, own phones never.
SCREEN = {Door.TABLET: timedelta(minutes=10), Door.STAFF: IDLE[Door.STAFF]}

DEVICE_COOKIE = "sc_device"
#: What a session holds: the id of the sign-in, and the door that it was made for.
SIGN_IN, DOOR = "sign_in", "door"
#: On a single host these pages say the door, before any cookie does.
PATHS = {
    "/tablet/": Door.TABLET,
    "/enrol/": Door.TABLET,
    "/online/": Door.ONLINE,
    "/claim/": Door.ONLINE,
    "/staff/": Door.STAFF,
}


@dataclass(frozen=True, slots=True)
class Caller:
    """Whoever sent a request, a frame or a poll: `request.caller`, or `identify(…)` for sockets.

    `door` is the door of the host (None on the bare site). All else is None until signed in; a sign-in that has
    ended or lapsed, or belongs to another door, counts as none. `custody` is a participant's present status.
    """

    door: Door | None
    language: str = "en"
    user: User | None = None
    person: Person | None = None
    sign_in: SignIn | None = None
    tablet: Tablet | None = None
    custody: Status | None = None

    @property
    def signed_in(self) -> bool:
        return self.sign_in is not None

    @property
    def is_staff(self) -> bool:
        return self.door == Door.STAFF and self.signed_in

    @property
    def idle_seconds(self) -> int | None:
        """When the page of this caller locks itself; None: never."""
        if not self.signed_in or self.door not in SCREEN:
            return None
        return int(SCREEN[self.door].total_seconds())


class DoorRequest(HttpRequest):
    """A request as our views get it: for annotations."""

    caller: Caller
    session: SessionStore
    browser: Any  # what the browser cookie becomes with this answer (`accounts.browsers.Browser`)


def cookie_name(door: Door) -> str:
    return f"sc_{door}"


def door_of(*, host: str, cookies: Mapping[str, str], path: str = "") -> Door | None:
    """The door that this host is, or on a single host the one that the page or the cookies say."""
    if settings.SINGLE_HOST:
        return _door_on_one_host(cookies, path) if _bare(host) in settings.ALLOWED_HOSTS else None
    doors = {_bare(its_host): Door(door) for door, its_host in settings.DOOR_HOSTS.items()}
    return doors.get(_bare(host))


def _door_on_one_host(cookies: Mapping[str, str], path: str) -> Door | None:
    if path in PATHS:
        return PATHS[path]
    present = [door for door in Door if cookie_name(door) in cookies]
    if present:
        return present[0]
    if path.startswith("/claim/"):
        return Door.ONLINE
    return Door.TABLET if DEVICE_COOKIE in cookies else None


def _bare(host: str) -> str:
    return host.partition(":")[0].lower()


def identify(*, host: str, cookies: Mapping[str, str], path: str = "", accept_language: str = "") -> Caller:
    """Who calls, from nothing but host and cookies: at most three queries. For pages, sockets and polls alike."""
    door = door_of(host=host, cookies=cookies, path=path)
    language = chosen_language(cookies, accept_language)
    key = cookies.get(cookie_name(door)) if door else None
    return recognise(door, SessionStore(session_key=key), language=language)


def recognise(door: Door | None, session: Any, *, language: str) -> Caller:
    """The caller that a session stands for at this door; a stranger where it stands for nobody (any more)."""
    stranger = Caller(door=door, language=language)
    if door is None or session.get(DOOR) != door or not session.get(SIGN_IN):
        return stranger
    sign_in = _read(session[SIGN_IN])
    return (_caller(sign_in, at=clock.now()) if sign_in else None) or stranger


def still_valid(sign_in_id: UUID) -> bool:
    """Whether what was opened by this sign-in may stay open. Two queries."""
    sign_in = standing([sign_in_id]).get(sign_in_id)
    if sign_in is None:
        return False
    person_id = sign_in.user.person_id
    custody = statuses([person_id])[person_id] if person_id else None
    return lasts_until(sign_in, custody, at=clock.now()) is not None


def standing(sign_in_ids: Iterable[UUID]) -> dict[UUID, SignIn]:
    """Those of these sign-ins that nobody has ended, each with its user and tablet: one query."""
    wanted = SignIn.objects.filter(pk__in=list(sign_in_ids), ended_at=None)
    return {sign_in.pk: sign_in for sign_in in wanted.select_related("user", "tablet")}


def lasts_until(sign_in: SignIn, custody: Status | None, *, at: datetime) -> datetime | None:
    """When a sign-in that nobody ends lapses by itself, if its person does nothing more; None: it has lapsed."""
    if lapsed(sign_in, custody, at=at):
        return None
    return min(sign_in.started_at + LONGEST, sign_in.active_at + IDLE[Door(sign_in.door)])


def _read(sign_in_id: UUID | str) -> SignIn | None:
    wanted = SignIn.objects.select_related("user__person", "tablet__facility")
    return wanted.filter(pk=sign_in_id, ended_at=None).first()


def _caller(sign_in: SignIn, *, at: datetime) -> Caller | None:
    user = sign_in.user
    custody = status_of(user.person) if user.person else None
    if lapsed(sign_in, custody, at=at):
        return None
    return Caller(
        door=Door(sign_in.door),
        language=user.language,
        user=user,
        person=user.person if sign_in.door != Door.STAFF else None,
        sign_in=sign_in,
        tablet=sign_in.tablet,
        custody=custody,
    )


def lapsed(sign_in: SignIn, custody: Status | None, *, at: datetime) -> str:
    """Why a sign-in that nobody has ended is over all the same, at `at`; empty: it is not."""
    if sign_in.user.state != User.State.ACTIVE:
        return "user_not_active"
    if at - sign_in.started_at >= LONGEST:
        return "age"
    if at - sign_in.active_at >= IDLE[Door(sign_in.door)]:
        return "idle"
    if sign_in.door == Door.STAFF:
        return ""
    return custody_says(sign_in.door, sign_in.tablet, custody)


def custody_says(door: str, tablet: Tablet | None, custody: Status | None) -> str:
    """Why somebody of this status may not be at this door (and this tablet); empty: they may."""
    if custody is None or custody.door != door:
        return "other_door"
    if tablet is None:
        return ""
    if tablet.state != Tablet.State.ACTIVE:
        return "tablet_not_active"
    return "" if str(tablet.facility_id) == custody.facility_id else "other_facility"


def chosen_language(cookies: Mapping[str, str], accept_language: str = "") -> str:
    """Before sign-in: what was chosen on this device, else what the browser asks for, else English."""
    chosen = cookies.get(settings.LANGUAGE_COOKIE_NAME, "")
    wanted = [chosen, *(code.partition("-")[0] for code, _ in parse_accept_lang_header(accept_language.lower()))]
    return next((code for code in wanted if code in LANGUAGES), "en")
