"""What the doors refuse, in words. The code is for clients and tests, the text for whoever stands there."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from django.utils.formats import date_format, get_format
from django.utils.functional import Promise, lazy
from django.utils.text import format_lazy
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from core import clock
from core.errors import RuleError
from core.templatetags.samecircle import clock as time_of_day


class SignInFailed(RuleError):
    """Unknown or wrong: one answer for both, and for a sign-in that is locked or switched off."""

    code = "sign_in.failed"
    text: str | Promise = _("That does not match. Please look at each field, and try again.")
    status = 400

    def __init__(self, text: str | Promise | None = None, *, left: int | None = None) -> None:
        super().__init__(text if left is None else format_lazy("{} {}", text or self.text, _tries(left)))
        self.left = left


def _tries(left: int) -> str:
    return ngettext("You can try %(left)d more time.", "You can try %(left)d more times.", left) % {"left": left}


class StaffSignInFailed(SignInFailed):
    text = "That does not match, or this account is locked. An administrator can unlock it."


class SignInPaused(RuleError):
    """Too many wrong tries on this device. Others on this device, and this person on another, are not touched."""

    code = "sign_in.paused"
    status = 429

    def __init__(self, *, seconds: int) -> None:
        minutes = max(1, -(-seconds // 60))
        words = ngettext(
            "There were too many tries here. Please wait %(minutes)d minute. Staff can open it sooner.",
            "There were too many tries here. Please wait %(minutes)d minutes. Staff can open it sooner.",
            minutes,
        )
        super().__init__(words % {"minutes": minutes}, retry_after=max(1, seconds))


class OtherDoor(RuleError):
    """The secret was right, but custody status says that this person comes in another way now."""

    code = "sign_in.other_door"
    text = _("This way in is closed to you now. Your seat is kept. Staff can tell you which way is open.")
    status = 403


class SignInNeeded(RuleError):
    code = "sign_in.needed"
    text = _("Please sign in first.")
    status = 401


class TabletUnknown(RuleError):
    """No enrolled tablet showed itself."""

    code = "tablet.unknown"
    text = _("This tablet is not set up yet. Please show it to staff.")
    status = 403


class TabletNotActive(RuleError):
    code = "tablet.not_active"
    text = _("This tablet is switched off for now. Please show it to staff.")
    status = 403


class CodeUnknown(RuleError):
    code = "tablet.code_unknown"
    text = _("We do not know this code. It may be used up. Please ask for a new one.")
    status = 400


class CodeExpired(RuleError):
    code = "tablet.code_expired"
    text = _("This code is too old. Please ask for a new one.")
    status = 400


class TabletCantDoThat(RuleError):
    """A move that the tablet's state does not have."""

    code = "tablet.wrong_state"
    text = "This tablet can't do that now. Somebody may have changed it. Please look again."


class TabletLabelTaken(RuleError):
    code = "tablet.label_taken"
    text = "This facility has a tablet with that label already."


class PinRefused(RuleError):
    """What is wrong with a PIN: the rules of `accounts.rules`."""

    code = "pin.refused"
    status = 400


class PinLength(PinRefused):
    code = "pin.length"
    text = _("A PIN has 6 to 12 digits.")


class PinDigits(PinRefused):
    code = "pin.digits"
    text = _("A PIN has only digits, 0 to 9.")


class PinIsNumber(PinRefused):
    code = "pin.is_number"
    text = _("Your PIN can't be your ID number, or a part of it. Others can see that number.")


class PinSame(PinRefused):
    code = "pin.same"
    text = _("Please use 3 digits or more that are not the same. This PIN is too easy to guess.")


class PinRun(PinRefused):
    code = "pin.run"
    text = _("Please don't count up or down. This PIN is too easy to guess.")


class PinPattern(PinRefused):
    code = "pin.pattern"
    text = _("Please don't use the same digits again and again. This PIN is too easy to guess.")


class PinKeypad(PinRefused):
    code = "pin.keypad"
    text = _("Please don't go in a line over the keys. This PIN is too easy to guess.")


class PinDate(PinRefused):
    code = "pin.date"
    text = _("Please don't use a date or a year. Others may know your birthday.")


class PinCommon(PinRefused):
    code = "pin.common"
    text = _("Many people use this PIN. It is too easy to guess.")


class PinsAlike(PinRefused):
    code = "pin.alike"
    text = _("Your two PINs look too much alike. Please change 2 digits or more.")


class PinUsed(PinRefused):
    """The old one again, or the other of the two: the same words, so that they don't tell whether there are two."""

    code = "pin.used"
    text = _("Please take a PIN that you did not use before.")


class PinsDiffer(PinRefused):
    code = "pin.differ"
    text = _("The two new PINs are not the same. Please type them again.")


class PinTooOld(RuleError):
    """The PIN was right, and its day is over. Told only to who proved it."""

    code = "pin.too_old"
    text = _("This PIN was good for one day. That day is over. Please ask staff for a new one.")
    status = 403


class ReasonMissing(RuleError):
    code = "pin.reason"
    text = "Say why they need a new PIN."
    status = 400


class AccountOff(RuleError):
    code = "pin.account_off"
    text = "This person's sign-in is switched off. An administrator can switch it on again."


class NameRefused(RuleError):
    code = "name.refused"
    status = 400


class NameLength(NameRefused):
    code = "name.length"
    text = _("A sign-in name has 4 to 40 letters or digits.")


class NameLetters(NameRefused):
    code = "name.letters"
    text = _("Please use only letters, digits, dots, dashes and _ in the sign-in name.")


class NameIsAlias(NameRefused):
    code = "name.alias"
    text = _("Please don't use your name in the circle. Others know it.")


class NameTaken(NameRefused):
    code = "name.taken"
    text = _("This sign-in name is taken. Please choose another.")
    status = 409


class PasswordWeak(RuleError):
    """`text` says what is missing, in the words of the validators."""

    code = "password.weak"
    status = 400


class KioskSecretUnknown(RuleError):
    code = "kiosk.unknown"
    text = _("This start address is not right, or staff made a new one. Please show it to staff.")
    status = 400


class DoorClosed(RuleError):
    """The tablets of this place have hours, and it is outside of them. The hours hang on the wall: no secret."""

    code = "door.closed_now"
    text: str | Promise = _("The tablets are closed now.")
    status = 403

    def __init__(self, opens: datetime | None = None) -> None:
        """`opens`: when it opens again, on the clock of the place."""
        super().__init__(format_lazy("{} {}", self.text, open_again(opens)) if opens else None)


def _open_again(opens: datetime) -> str:
    """With its day, always: who reads it in the evening need not think which morning is meant."""
    day = date_format(opens, "l" if opens - clock.now() < timedelta(days=6) else f"l, {get_format('MONTH_DAY_FORMAT')}")
    return gettext("Open again: %(when)s") % {"when": f"{day}, {time_of_day(opens)}"}


open_again = lazy(_open_again, str)


class DeliveryRefused(RuleError):
    """Lines of a delivery that can't become tablets: nothing was made. `lines`: what is wrong, by line."""

    code = "delivery.refused"
    text = "Nothing was made. Please mend the lines below, and send it again."
    status = 400

    def __init__(self, lines: Sequence[tuple[int, str, str]]) -> None:
        super().__init__()
        self.lines = lines


class NothingToReplace(RuleError):
    code = "tablet.nothing_to_replace"
    text = "No tablet is in use here. Those that wait for a code can get one from the list."


class SheetGone(RuleError):
    """A sheet of codes that is too old, or somebody else's."""

    code = "delivery.sheet_gone"
    text = "This sheet can't be printed any more. Make new codes for the tablets that are not set up yet."
    status = 400


class ScreenLocked(RuleError):
    """Signed in, and nothing opens until a second factor is shown again."""

    code = "sign_in.locked"
    text = "This screen is locked. Open it with your passkey or a code."
    status = 401


class ProofNeeded(RuleError):
    """Signed in, and this act asks who is there once more."""

    code = "sign_in.proof_needed"
    text = _("Please show again that it is you.")
    status = 401


class CodeNeeded(RuleError):
    """The password was right, and this account asks for a code, too."""

    code = "sign_in.code_needed"
    text = _("Please type your code, too.")
    status = 401

    def __init__(self, user: Any) -> None:
        super().__init__()
        self.user = user


class CodeNotTaken(RuleError):
    """The code of an app that is being set up: nothing was set up."""

    code = "factor.code_wrong"
    text = _("That code does not fit. Please type the code that the app shows now.")
    status = 400


class PasskeyRefused(RuleError):
    """Not of this site, not of this moment, or not known: one answer for all."""

    code = "factor.passkey_refused"
    text = _("That passkey did not work here. Please try again.")
    status = 400


class PasskeyKnown(RuleError):
    code = "factor.passkey_known"
    text = _("This passkey is on your list already.")


class TooManyPasskeys(RuleError):
    code = "factor.too_many"
    text = _("You have ten passkeys. Take one off the list first.")


class LastWayIn(RuleError):
    """Taking this away would leave no way in."""

    code = "factor.last"
    text: str | Promise = _("This is your last way in. Add another one first.")


class LastFactorOfStaff(LastWayIn):
    text = "Staff always have a second way to show who they are. Add another one first."


class AccountState(RuleError):
    code = "account.wrong_state"
    text = "This account is in another state by now. Please look again."


class LastAdministrator(RuleError):
    code = "account.last_administrator"
    text = "This is the last account that administers the whole installation. Give somebody else that role first."
