"""Second factors that an account has, and whether what is shown is one of them."""

import re
from collections.abc import Collection
from datetime import datetime

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP

from accounts.models import User

Type = Authenticator.Type
#: What is a factor of its own. Recovery codes stand in for a lost one, they are none.
FACTORS = (Type.TOTP, Type.WEBAUTHN)
#: Until when a code counts that somebody was given to set up a factor; without it codes count until they are used.
UNTIL = "until"


def of(user: User, *types: str) -> list[Authenticator]:
    """The oldest first."""
    rows = Authenticator.objects.filter(user=user).order_by("created_at", "pk")
    return list(rows.filter(type__in=types) if types else rows)


def has(user: User, types: Collection[str] = FACTORS) -> bool:
    return bool(Authenticator.objects.filter(user=user, type__in=types).exists())


def takes(user: User, *, code: str, passkey: Authenticator | None, at: datetime) -> str:
    """With which kind of factor this user has shown who they are; empty: with none. Works once for each code.
    `passkey`: one whose answer `accounts.factors.passkeys` has just checked."""
    factor = _passkey_of(user, passkey) if passkey is not None else _code_of(user, code, at=at)
    if factor is None:
        return ""
    Authenticator.objects.filter(pk=factor.pk).update(last_used_at=at)
    return str(factor.type)


def _passkey_of(user: User, passkey: Authenticator) -> Authenticator | None:
    """Asked anew: it may have been taken off the list a moment ago."""
    found: Authenticator | None = Authenticator.objects.filter(pk=passkey.pk, user=user, type=Type.WEBAUTHN).first()
    return found


def _code_of(user: User, typed: str, *, at: datetime) -> Authenticator | None:
    code = re.sub(r"[\s-]", "", typed)
    if not (code.isascii() and code.isdigit()):
        return None
    return next((factor for factor in of(user, Type.TOTP, Type.RECOVERY_CODES) if _fits(factor, code, at=at)), None)


def _fits(factor: Authenticator, code: str, *, at: datetime) -> bool:
    if factor.type == Type.TOTP:
        return bool(TOTP(factor).validate_code(code))
    until = factor.data.get(UNTIL)
    if until is not None and at >= datetime.fromisoformat(until):
        return False
    return bool(RecoveryCodes(factor).validate_code(code))
