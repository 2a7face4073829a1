"""Refusals of continuity, each with its code."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from core.errors import BadInput, RuleError


class EventInTheFuture(BadInput):
    code = "custody.in_the_future"
    text: str | Promise = "This time has not come yet. Check date and time of the event."


class PlaceMissing(BadInput):
    code = "custody.place_missing"
    text: str | Promise = "Say at which facility the person is after this event."


class SourceIdReused(RuleError):
    code = "custody.source_id_reused"
    text = "This source has used the same id for another event."


class NumberTaken(RuleError):
    code = "custody.number_taken"
    text = "Another person has this number at this facility."


class NameMissing(BadInput):
    code = "custody.name_missing"
    text = "A person needs a legal name and a facility number."


class AliasRefused(BadInput):
    code = "alias.refused"
    text = _("Please choose another name.")


class AliasLength(AliasRefused):
    code = "alias.length"
    text = _("A name has 3 to 24 letters. Please try again.")


class AliasDigits(AliasRefused):
    code = "alias.digits"
    text = _("Use letters only. Numbers and signs can't be in a name here.")


class AliasRealName(AliasRefused):
    code = "alias.real_name"
    text = _("That looks like a real name. Pick one that no one can trace to you.")


class AliasUnkind(AliasRefused):
    code = "alias.unkind"
    text = _("That name may hurt or alarm someone. Please pick another.")


class AliasNotChecked(AliasRefused):
    code = "alias.not_checked"
    text = _("We could not check this name. Please try again in a moment.")


class AliasTaken(AliasRefused):
    code = "alias.taken"
    text = _("That name is taken, or looks like one that is. Please pick another.")


class AliasChosen(RuleError):
    code = "alias.chosen"
    text = _("You have a name in your circle. It stays the same for life.")
