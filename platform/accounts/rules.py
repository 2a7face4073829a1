"""What a PIN, a sign-in name and a password must be."""

import re
from collections.abc import Iterable
from itertools import pairwise

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from accounts.errors import (
    NameIsAlias,
    NameLength,
    NameLetters,
    PasswordWeak,
    PinDigits,
    PinIsNumber,
    PinLength,
    PinRun,
    PinSame,
)

PIN_LENGTH = range(6, 13)
NAME_LENGTH = range(4, 41)
#: A facility number shorter than this may stand in a PIN by accident.
TELLING_NUMBER = 4
_NAME = re.compile(r"[a-z0-9._-]+")


def check_pin(pin: str, *, numbers: Iterable[str]) -> None:
    """Raises a `PinRefused` that says what is wrong. `numbers`: the facility numbers of this person."""
    if not (pin.isascii() and pin.isdigit()):
        raise PinDigits
    if len(pin) not in PIN_LENGTH:
        raise PinLength
    if any(_alike(pin, re.sub(r"\D", "", number)) for number in numbers):
        raise PinIsNumber
    if len(set(pin)) == 1:
        raise PinSame
    if _is_run(pin):
        raise PinRun


def _alike(pin: str, number: str) -> bool:
    return pin == number or pin in number or (len(number) >= TELLING_NUMBER and number in pin)


def _is_run(pin: str) -> bool:
    steps = {(int(after) - int(before)) % 10 for before, after in pairwise(pin)}
    return steps in ({1}, {9})


def clean_name(typed: str, *, alias: str = "") -> str:
    """The sign-in name as it is stored; raises a `NameRefused` that says what is wrong."""
    name = typed.strip().casefold()
    if len(name) not in NAME_LENGTH:
        raise NameLength
    if not _NAME.fullmatch(name):
        raise NameLetters
    if alias and _plain(name) == _plain(alias):
        raise NameIsAlias
    return name


def _plain(name: str) -> str:
    """Without what makes two names differ only to a machine."""
    return re.sub(r"[\W_]", "", name.casefold())


def check_password(password: str) -> None:
    try:
        validate_password(password)
    except ValidationError as error:
        raise PasswordWeak(" ".join(error.messages)) from None
