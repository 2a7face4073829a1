"""Whether somebody knows what they must know: the same work whoever asks, and whatever is right."""

import re
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from django.contrib.auth.hashers import check_password, make_password

from accounts.models import User
from custody.models import Facility


def proves(typed: str, encoded: str) -> bool:
    """Whether this is the secret. Where there is none to compare with, the same work is done for nothing, so that
    an answer takes as long for an unknown name as for a wrong secret."""
    right = check_password(typed, encoded or nobodys())
    return right and bool(encoded)


@lru_cache(maxsize=1)
def nobodys() -> str:
    return make_password("nobody has this one")


@dataclass(frozen=True, slots=True)
class Proof:
    """What somebody has shown. `silent`: it was the silent PIN, so somebody must be told, unseen."""

    right: bool
    silent: bool = False

    def is_too_old(self, user: User, *, at: datetime) -> bool:
        """A PIN that staff made works for a day. The silent one is the person's own, and doesn't end."""
        return not self.silent and user.pin_until is not None and user.pin_until <= at


def of_pin(user: User | None, pin: str) -> Proof:
    """Both PINs are always compared, also where there is none: the time that it takes tells nothing."""
    own, silent = proves(pin, user.pin if user else ""), proves(pin, user.duress_pin if user else "")
    return Proof(own or silent, silent and not own)


def at_tablet(user: User | None, *, facility: Facility, pin: str, printed: str) -> Proof:
    """The PIN, and at a facility that asks for it the card of letters too."""
    proof = of_pin(user, pin)
    if not facility.asks_printed_secret:
        return proof
    has_card = proves(letters(printed), user.printed_secret if user else "")
    return Proof(proof.right and has_card, proof.silent)


def letters(typed: str) -> str:
    """As it is printed: small or big letters, spaces and dashes don't matter."""
    return re.sub(r"[\W_]", "", typed.upper())
