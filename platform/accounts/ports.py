"""What accounts asks of a higher floor, by a dotted path in the settings: to tell somebody, unseen, that a person came
in under pressure."""

from typing import Protocol

from django.conf import settings
from django.utils.module_loading import import_string

from accounts.models import SignIn


class Alarm(Protocol):
    """Called inside the caller's unit, with `user__person` and `tablet` at hand. The same sign-in again is the same
    alarm."""

    def __call__(self, *, sign_in: SignIn) -> None:
        """Tell those on duty where this person is. Nothing that the person or anybody near them sees may change."""


def alarm() -> Alarm:
    """The alarm of this installation (`ACCOUNTS_ALARM`)."""
    found: Alarm = import_string(settings.ACCOUNTS_ALARM)
    return found
