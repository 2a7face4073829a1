"""The three doors, and who has come through one of them."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation.trans_real import parse_accept_lang_header

from accounts.models import SignIn, User
from core import clock
from custody.models import Person, Tablet
from custody.timeline import Status, statuses
from custody.windows.hours import Hours
from custody.windows.selectors import door_hours

LANGUAGES = ("en", "es")


class Door(StrEnum):
    TABLET = "tablet"
    ONLINE = "online"
    STAFF = "staff"


#: Everybody signs in again after half a day (the figure of the security rules), live sockets too.
LONGEST = timedelta(hours=12)
#: Without a page opened or sent for so long a sign-in ends. Staff: the figure of the security rules. Participants:
#: longer than the longest session (90 minutes), in which a quiet reader sends nothing; the page locks sooner.
IDLE = {Door.TABLET: timedelta(hours=2), Door.ONLINE: timedelta(hours=2), Door.STAFF: timedelta(hours=1)}
#: After so long a sign-in of staff is locked, by the server's clock: nothing opens but the lock, which a second factor
#: opens. The figure of the security rules.
LOCKS = {Door.STAFF: timedelta(minutes=30)}
#: After so long without a key or a touch the page locks itself: shared tablets after 10 minutes (long enough to
#: read a long message slowly, too short to be left lying), staff screens with their sign-in, own phones never.
SCREEN = {Door.TABLET: timedelta(minutes=10), Door.STAFF: LOCKS[Door.STAFF]}

DEVICE_COOKIE = "sc_device"
#: What a session holds: the id of the sign-in, and the door that it was made for.
SIGN_IN, DOOR = "sign_in", "door"
#: Django's own form of a key. What looks otherwise was never handed out, and is not asked for.
_SESSION_KEY = re.compile("[a-z0-9]{32}")
#: On a single host these pages say the door, before any cookie does.
PATHS = {
    "/tablet/": Door.TABLET,
    "/enrol/": Door.TABLET,
    "/kiosk/": Door.TABLET,
    "/online/": Door.ONLINE,
    "/claim/": Door.ONLINE,
    "/staff/": Door.STAFF,
}


@dataclass(frozen=True, slots=True)
class Caller:
    """Whoever sent a request, a frame or a poll: `request.caller`, or `identify(…)` for sockets.

    `door` is the door of the host (None on the bare site). All else is None until signed in; a sign-in that has
    ended or lapsed, or belongs to another door, counts as none. `custody` is a participant's present status.
    One that is locked counts as none everywhere, but for the lock itself, which finds it in `locked`.
    """

    door: Door | None
    language: str = "en"
    user: User | None = None
    person: Person | None = None
    sign_in: SignIn | None = None
    tablet: Tablet | None = None
    custody: Status | None = None
    locked: SignIn | None = None
    closes_at: datetime | None = None  # when the hours of their tablet's door end, if that is before the sign-in does

    @property
    def signed_in(self) -> bool:
        return self.sign_in is not None

    @property
    def is_staff(self) -> bool:
        return self.door == Door.STAFF and self.signed_in

    @property
    def needs_own_pin(self) -> bool:
        """They came in with a PIN that staff made: they choose their own before anything opens."""
        return self.door == Door.TABLET and self.user is not None and self.user.pin_is_temporary

    @property
    def idle_seconds(self) -> int | None:
        """When the page of this caller locks itself; None: never."""
        if not self.signed_in or self.door not in SCREEN:
            return None
        return int(SCREEN[self.door].total_seconds())

    @property
    def closes_in(self) -> int:
        """Seconds until the hours end: a page counts them, whatever its device thinks the time is."""
        return max(0, int((self.closes_at - clock.now()).total_seconds())) if self.closes_at else 0


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What somebody shows at the door."""

    host: str
    cookies: Mapping[str, str]
    path: str = ""
    accept_language: str = ""

    def stranger(self) -> Caller:
        """They, as long as nothing says who they are."""
        door = door_of(host=self.host, cookies=self.cookies, path=self.path)
        return Caller(door=door, language=chosen_language(self.cookies, self.accept_language))

    def session_key(self, door: Door | None) -> str:
        key = self.cookies.get(cookie_name(door), "") if door else ""
        return key if _SESSION_KEY.fullmatch(key) else ""


def identify(*, host: str, cookies: Mapping[str, str], path: str = "", accept_language: str = "") -> Caller:
    """Who calls, from nothing but host and cookies. For pages, sockets and polls alike."""
    return identify_many([Shown(host=host, cookies=cookies, path=path, accept_language=accept_language)])[0]


def identify_many(shown: Sequence[Shown]) -> list[Caller]:
    """The same for each of these: three queries, whatever their number, and one more where tablets are among them."""
    strangers = [each.stranger() for each in shown]
    keys = [each.session_key(stranger.door) for each, stranger in zip(shown, strangers, strict=True)]
    sessions = _sessions({key for key in keys if key})
    return _recognise([(stranger, sessions.get(key, {})) for stranger, key in zip(strangers, keys, strict=True)])


def recognise(door: Door | None, session: Any, *, language: str) -> Caller:
    """The caller that a session stands for at this door; a stranger where it stands for nobody (any more)."""
    return _recognise([(Caller(door=door, language=language), session)])[0]


def _sessions(keys: Collection[str]) -> dict[str, Mapping[str, Any]]:
    """What the session of each of these keys holds, as Django's own store reads it. Its date is not asked: that is by
    Django's clock, and the sign-in in it ends before it (`lapsed`)."""
    store = SessionStore()
    rows = Session.objects.filter(session_key__in=keys)
    return {key: store.decode(data) for key, data in rows.values_list("session_key", "session_data")}


def _recognise(asked: Sequence[tuple[Caller, Any]]) -> list[Caller]:
    sign_in_ids = [_sign_in_of(stranger, session) for stranger, session in asked]
    sign_ins = standing({pk for pk in sign_in_ids if pk}, user="user__person")
    custody, at = statuses(persons_of(sign_ins.values())), clock.now()
    found = {pk: _caller(sign_in, custody, at=at) for pk, sign_in in sign_ins.items()}
    return [(found.get(pk) if pk else None) or stranger for pk, (stranger, _) in zip(sign_in_ids, asked, strict=True)]


def _sign_in_of(stranger: Caller, session: Any) -> UUID | None:
    """A session counts at its own door only."""
    if stranger.door is None or session.get(DOOR) != stranger.door or not session.get(SIGN_IN):
        return None
    return UUID(str(session[SIGN_IN]))


def _caller(sign_in: SignIn, statuses: Mapping[UUID, Status], *, at: datetime) -> Caller | None:
    user, custody = sign_in.user, custody_of(sign_in, statuses)
    if lapsed(sign_in, custody, at=at):
        return None
    if is_locked(sign_in, at=at):
        return Caller(door=Door(sign_in.door), language=user.language, locked=sign_in)
    return Caller(
        door=Door(sign_in.door),
        language=user.language,
        user=user,
        person=user.person if sign_in.door != Door.STAFF else None,
        sign_in=sign_in,
        tablet=sign_in.tablet,
        custody=custody,
        closes_at=_closes_at(sign_in, custody, at=at),
    )


def _closes_at(sign_in: SignIn, custody: Status | None, *, at: datetime) -> datetime | None:
    hours = hours_at(sign_in.tablet, custody)
    until = hours.open_until(at) if hours else None
    return until if until and until < sign_in.started_at + LONGEST else None


def still_valid(sign_in_id: UUID) -> bool:
    """Whether what was opened by this sign-in may stay open. Two queries."""
    sign_ins = standing([sign_in_id])
    custody, at = statuses(persons_of(sign_ins.values())), clock.now()
    return any(lasts_until(each, custody_of(each, custody), at=at) for each in sign_ins.values())


def standing(sign_in_ids: Iterable[UUID], *, user: str = "user") -> dict[UUID, SignIn]:
    """Those of these sign-ins that nobody has ended, each with user (`user__person`: and person) and tablet: one
    query, and one for the hours of tablets' doors where there are any."""
    wanted = SignIn.objects.filter(pk__in=list(sign_in_ids), ended_at=None)
    return {sign_in.pk: sign_in for sign_in in with_hours(wanted.select_related(user))}


def with_hours(sign_ins: QuerySet[SignIn]) -> QuerySet[SignIn]:
    return sign_ins.select_related("tablet__facility").prefetch_related("tablet__facility__windows")


def persons_of(sign_ins: Iterable[SignIn]) -> set[UUID]:
    """Whose they are, as far as they are participants'."""
    return {sign_in.user.person_id for sign_in in sign_ins if sign_in.user.person_id}


def custody_of(sign_in: SignIn, statuses: Mapping[UUID, Status]) -> Status | None:
    """The status of the person whose sign-in it is, among these; None for staff."""
    return statuses.get(sign_in.user.person_id) if sign_in.user.person_id else None


def lasts_until(sign_in: SignIn, custody: Status | None, *, at: datetime) -> datetime | None:
    """Until when what this sign-in has opened may stay open, if its person does nothing more: then it lapses or locks
    by itself. None: it has."""
    if lapsed(sign_in, custody, at=at) or is_locked(sign_in, at=at):
        return None
    until = min(sign_in.started_at + LONGEST, sign_in.active_at + _quiet_for(sign_in.door))
    hours = hours_at(sign_in.tablet, custody)
    return min(until, (hours and hours.open_until(at)) or until)


def _quiet_for(door: str) -> timedelta:
    """How long somebody may do nothing before what they see closes."""
    return min(IDLE[Door(door)], LOCKS.get(Door(door), IDLE[Door(door)]))


def is_locked(sign_in: SignIn, *, at: datetime) -> bool:
    """By hand, or because nobody was there for too long, whether or not any script has said so."""
    after = LOCKS.get(Door(sign_in.door))
    return sign_in.locked_at is not None or (after is not None and at - sign_in.active_at >= after)


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
    return custody_says(sign_in.door, sign_in.tablet, custody) or window_says(sign_in.tablet, custody, at=at)


def window_says(tablet: Tablet | None, custody: Status | None, *, at: datetime) -> str:
    """`window` where somebody of this status is outside of the hours of the tablet door; empty: they are not."""
    hours = hours_at(tablet, custody)
    return "" if hours is None or hours.open_until(at) else "window"


def door_opens(tablet: Tablet | None, custody: Status | None, *, at: datetime) -> datetime | None:
    """When the tablet door opens again for somebody of this status, on its facility's clock; None: it is open."""
    hours = hours_at(tablet, custody)
    opens = hours.opens_at(at) if hours else None
    return opens.astimezone(hours.zone) if hours and opens else None


def hours_at(tablet: Tablet | None, custody: Status | None) -> Hours | None:
    """The hours of somebody at a tablet: those of the unit where they live, else of the one where it stands."""
    if tablet is None:
        return None
    unit = custody.unit if custody else None
    return door_hours(tablet.facility, unit.pk if unit else tablet.unit_id)


def custody_says(door: str, tablet: Tablet | None, custody: Status | None) -> str:
    """Why somebody of this status may not be at this door (and this tablet); empty: they may."""
    if custody is not None and not custody.door:
        return str(custody.state)  # temporarily out, or deceased: no door is open
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
