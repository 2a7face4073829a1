"""What people change about how they sign in, and how they show anew that it is they."""

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, validate_totp_code
from django.contrib.auth.hashers import make_password
from django.db import IntegrityError, transaction

from accounts import attempts, kinds, proofs, rules, services
from accounts.browsers import Browser
from accounts.doors import Door
from accounts.errors import (
    CodeNotTaken,
    LastFactorOfStaff,
    LastWayIn,
    PasskeyKnown,
    SignInFailed,
    SignInPaused,
    StaffSignInFailed,
    TooManyPasskeys,
)
from accounts.factors import codes, passkeys
from accounts.models import SignIn, User
from audit.services import record
from core import changes, clock
from core.errors import RuleError
from core.transactions import unit

Type = codes.Type
#: More than anybody has devices; a list that can be read.
MOST_PASSKEYS = 10
NAME_LENGTH = 40


# Showing anew who is there


def prove(
    *,
    sign_in: SignIn,
    browser: Browser,
    code: str = "",
    passkey: Authenticator | None = None,
    password: str = "",
) -> None:
    """Note that whoever is signed in has just shown it again, and open the screen if it was locked. Staff show a
    second factor; at the online door the password does, too. Raises `SignInFailed`, `SignInPaused`."""
    right = sign_in.door == Door.ONLINE and bool(password) and proofs.proves(password, sign_in.user.password)
    refused = _prove(sign_in, right, code, passkey, browser)
    if refused is not None:
        raise refused


@unit()
def _prove(
    sign_in: SignIn, right: bool, code: str, passkey: Authenticator | None, browser: Browser
) -> RuleError | None:
    """A refusal is a value, so that the failed try is committed. Wrong ones count as at the door: this is one."""
    now, user, is_staff = clock.now(), sign_in.user, sign_in.door == Door.STAFF
    place = attempts.ANY if is_staff else browser.place_for(user)
    row = attempts.locked(subject=attempts.subject_of(user, ""), place=place, at=now)
    if seconds := attempts.seconds_paused(row, at=now):
        return SignInPaused(seconds=seconds)
    if not services.is_active(user) or not SignIn.objects.filter(pk=sign_in.pk, ended_at=None).exists():
        return StaffSignInFailed() if is_staff else SignInFailed()
    if not right and not codes.takes(user, code=code, passkey=passkey, at=now):
        return services.failed_try(row, user, door=Door(sign_in.door), at=now)
    attempts.clear(row)
    _note_proof(sign_in, at=now)
    return None


def _note_proof(sign_in: SignIn, *, at: datetime) -> None:
    was_locked = SignIn.objects.filter(pk=sign_in.pk, locked_at__isnull=False).exists()
    SignIn.objects.filter(pk=sign_in.pk).update(proved_at=at, active_at=at, locked_at=None)
    kind = kinds.SCREEN_UNLOCKED if was_locked else kinds.PROVED
    record(kind, by=sign_in.user, subject=f"sign_in:{sign_in.pk}", at=at)


@unit()
def finish_set_up(*, sign_in: SignIn) -> bool:
    """Open a screen that waited until its person had a second factor. False: they have none."""
    if not codes.has(sign_in.user):
        return False
    _note_proof(sign_in, at=clock.now())
    return True


# The lock


@unit()
def lock(*, sign_in: SignIn, at: datetime | None = None, idle_since: datetime | None = None) -> bool:
    """Lock the screen of a member of staff: from here on nothing opens, and what is open closes. `idle_since`: only
    if nobody has been there since. False: it was locked or over already."""
    now = at or clock.now()
    open_one = SignIn.objects.filter(pk=sign_in.pk, door=Door.STAFF, ended_at=None, locked_at=None)
    if idle_since is not None:
        open_one = open_one.filter(active_at=idle_since)
    if not open_one.update(locked_at=now):
        return False
    changes.note("sign_in.locked", sign_in.pk)
    record(kinds.SCREEN_LOCKED, by=None if idle_since else sign_in.user, subject=f"sign_in:{sign_in.pk}", at=now)
    return True


# Factors


@unit()
def add_passkey(*, user: User, name: str, credential: Mapping[str, Any], by: object) -> Authenticator:
    """A passkey that `passkeys.made` has checked. The same again is `PasskeyKnown`."""
    _one_at_a_time(user)
    if Authenticator.objects.filter(user=user, type=Type.WEBAUTHN).count() >= MOST_PASSKEYS:
        raise TooManyPasskeys
    key = passkeys.id_of(credential)
    if Authenticator.objects.filter(type=Type.WEBAUTHN, data__id=key).exists():
        raise PasskeyKnown
    data = {"id": key, "name": _plain(name), "credential": dict(credential)}
    passkey: Authenticator = Authenticator.objects.create(
        user=user, type=Type.WEBAUTHN, data=data, created_at=clock.now()
    )
    _added(user, passkey, by=by)
    return passkey


def _plain(name: str) -> str:
    return re.sub(r"\s+", " ", name).strip()[:NAME_LENGTH]


@unit()
def add_totp(*, user: User, secret: str, code: str, by: object) -> Authenticator:
    """A code app, once it has shown that it has the secret. One that was there before is replaced. `CodeNotTaken`."""
    typed = re.sub(r"[\s-]", "", code)
    if not validate_totp_code(secret, typed):
        raise CodeNotTaken
    _one_at_a_time(user)
    Authenticator.objects.filter(user=user, type=Type.TOTP).delete()
    try:
        with transaction.atomic():
            totp = TOTP.activate(user, secret)
    except IntegrityError:
        raise CodeNotTaken from None
    totp.validate_code(typed)  # the code that set it up is used
    _added(user, totp.instance, by=by)
    factor: Authenticator = totp.instance
    return factor


def _added(user: User, factor: Authenticator, *, by: object) -> None:
    """Codes that somebody was given to set up a factor have done their work; a screen that waited for one opens."""
    given = [row.pk for row in codes.of(user, Type.RECOVERY_CODES) if codes.UNTIL in row.data]
    Authenticator.objects.filter(pk__in=given).delete()
    record(kinds.FACTOR_ADDED, by=by, subject=f"user:{user.pk}", factor=str(factor.type))


@unit()
def remove_factor(*, factor: Authenticator, by: object) -> bool:
    """Take a passkey or the code app away. False: it was gone already. `LastWayIn`: nothing would be left."""
    user = _one_at_a_time(factor.user)
    others = Authenticator.objects.filter(user=user, type__in=codes.FACTORS).exclude(pk=factor.pk)
    if user.person_id is None and not others.exists():
        raise LastFactorOfStaff
    if not (user.sign_in and user.password) and not others.filter(type=Type.WEBAUTHN).exists():
        raise LastWayIn
    deleted, _ = Authenticator.objects.filter(pk=factor.pk).delete()
    if not deleted:
        return False
    if user.person_id is not None and factor.type == Type.TOTP:  # they only stand in for its codes
        Authenticator.objects.filter(user=user, type=Type.RECOVERY_CODES).delete()
    record(kinds.FACTOR_REMOVED, by=by, subject=f"user:{user.pk}", factor=str(factor.type))
    return True


@unit()
def make_recovery_codes(*, user: User, by: object) -> list[str]:
    """Ten codes to write down, each for one time. Those from before stop working."""
    _one_at_a_time(user)
    Authenticator.objects.filter(user=user, type=Type.RECOVERY_CODES).delete()
    made = RecoveryCodes.activate(user).generate_codes()
    record(kinds.RECOVERY_CODES_MADE, by=by, subject=f"user:{user.pk}")
    return [f"{code[:4]} {code[4:]}" for code in made]


def recovery_codes_left(user: User) -> int | None:
    """None: there are none."""
    rows = codes.of(user, Type.RECOVERY_CODES)
    return len(RecoveryCodes(rows[0]).get_unused_codes()) if rows else None


def _one_at_a_time(user: User) -> User:
    """The user as they are now, locked: two changes at once can't take the last two factors."""
    return User.objects.select_for_update().get(pk=user.pk)


# Password and name


@unit()
def change_password(*, sign_in: SignIn, password: str) -> None:
    """One's own, by who has just proved who they are. Every other sign-in ends; this one stays. `PasswordWeak`."""
    rules.check_password(password)
    user = sign_in.user
    User.objects.filter(pk=user.pk).update(password=make_password(password))
    end_others(sign_in=sign_in, because="secret_changed")
    record(kinds.PASSWORD_SET, by=user, subject=f"user:{user.pk}")


@unit()
def end_others(*, sign_in: SignIn, because: str = "ended_from_list") -> int:
    """Everywhere but here; answers how many there were."""
    others = SignIn.objects.filter(user=sign_in.user, ended_at=None).exclude(pk=sign_in.pk)
    return services.end_some(others, because=because, by=sign_in.user)
