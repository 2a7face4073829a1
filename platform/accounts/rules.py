"""What a PIN, a sign-in name and a password must be."""

import re
from collections.abc import Callable, Iterable
from datetime import timedelta
from itertools import pairwise

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from accounts.errors import (
    NameIsAlias,
    NameLength,
    NameLetters,
    PasswordWeak,
    PinCommon,
    PinDate,
    PinDigits,
    PinIsNumber,
    PinKeypad,
    PinLength,
    PinPattern,
    PinRefused,
    PinRun,
    PinsAlike,
    PinSame,
)

PIN_LENGTH = range(6, 13)
#: How long a PIN works that staff have made: time to walk to a tablet, and to come back tomorrow.
TEMPORARY_PIN = timedelta(hours=24)
NAME_LENGTH = range(4, 41)
#: A facility number shorter than this may stand in a PIN by accident.
TELLING_NUMBER = 4
#: Fewer different digits than this are guessed, or seen on the glass.
FEWEST_DIGITS = 3
_NAME = re.compile(r"[a-z0-9._-]+")
#: Straight lines on the keys, read either way; one digit may follow them.
_LINES = ("123", "456", "789", "147", "258", "369", "159", "357", "2580")
_KEYPAD = re.compile(f"({'|'.join(side for line in _LINES for side in (line, line[::-1]))})+\\d?")
_YEAR = r"(?:19|20)\d\d"
_MONTH, _DAY = "(?:0[1-9]|1[0-2])", "(?:0[1-9]|[12]\\d|3[01])"
_ANY_DATE = re.compile(
    f"{_DAY}{_MONTH}(?:{_YEAR}|\\d\\d)|{_MONTH}{_DAY}(?:{_YEAR}|\\d\\d)|{_YEAR}{_MONTH}{_DAY}"
    f"|{_MONTH}{_YEAR}|{_YEAR}{_MONTH}|(?:{_YEAR}){{2,3}}"
)
#: What many people take, as far as no other rule has it.
_COMMON = (
    "102030 112358 135790 147896 159753 246810 314159 520131 753951 789632 963214 142536 321654 456321 "
    "963852 741963 147963 124578 235689 134679 976431 192837 564738 918273"
)


def check_pin(pin: str, *, numbers: Iterable[str]) -> None:
    """Raises a `PinRefused` that says what is wrong. `numbers`: the facility numbers of this person."""
    if not (pin.isascii() and pin.isdigit()):
        raise PinDigits
    if len(pin) not in PIN_LENGTH:
        raise PinLength
    if any(_alike(pin, re.sub(r"\D", "", number)) for number in numbers):
        raise PinIsNumber
    for is_like_that, refusal in _TRIVIAL:
        if is_like_that(pin):
            raise refusal


def check_apart(pin: str, silent: str) -> None:
    """The silent PIN is no slip of the finger away from the PIN, or somebody would call without wishing to; and no
    digit more, or whoever has seen the one would guess the other. Raises `PinsAlike`."""
    if pin == silent or _one_slip(pin, silent):
        raise PinsAlike


def _one_slip(one: str, other: str) -> bool:
    """One digit is another, is missing or is too many, or two neighbours have changed places."""
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) > 1:
        return False
    if len(short) < len(long):
        return any(short == long[:at] + long[at + 1 :] for at in range(len(long)))
    differ = [at for at, (left, right) in enumerate(zip(one, other, strict=True)) if left != right]
    return len(differ) < 2 or (len(differ) == 2 and _swapped(one, other, *differ))


def _swapped(one: str, other: str, first: int, second: int) -> bool:
    return second == first + 1 and one[first] == other[second] and one[second] == other[first]


def _alike(pin: str, number: str) -> bool:
    return pin == number or pin in number or (len(number) >= TELLING_NUMBER and number in pin)


def _is_run(pin: str) -> bool:
    steps = {(int(after) - int(before)) % 10 for before, after in pairwise(pin)}
    return steps in ({1}, {9})


def _has_few_digits(pin: str) -> bool:
    return len(set(pin)) < FEWEST_DIGITS


def _repeats(pin: str) -> bool:
    """A block that comes again (123123, 4747474), each digit twice (224488), or the same from both ends (471174)."""
    again = any(pin == (pin[:size] * len(pin))[: len(pin)] for size in range(1, len(pin) // 2 + 1))
    return again or pin[0::2] == pin[1::2] or pin == pin[::-1]


def _is_date(pin: str) -> bool:
    return _ANY_DATE.fullmatch(pin) is not None


def _is_on_the_keys(pin: str) -> bool:
    return _KEYPAD.fullmatch(pin) is not None


def _is_common(pin: str) -> bool:
    return pin in _COMMON.split()


#: What is easy to guess, the plainest first: of several the first is told.
_TRIVIAL: tuple[tuple[Callable[[str], bool], type[PinRefused]], ...] = (
    (_has_few_digits, PinSame),
    (_is_run, PinRun),
    (_repeats, PinPattern),
    (_is_on_the_keys, PinKeypad),
    (_is_date, PinDate),
    (_is_common, PinCommon),
)


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
