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


class PlaceNotNeeded(PlaceMissing):
    code = "custody.place_not_needed"
    text: str | Promise = "After this event no facility holds the person. Leave facility, unit and cell empty."


class UnitElsewhere(BadInput):
    code = "custody.unit_elsewhere"
    text: str | Promise = "This unit is at another facility. Choose a unit of the facility that you named."


class KindUnknown(BadInput):
    code = "custody.kind_unknown"
    text: str | Promise = "There is no such kind of custody event."


class SourceMalformed(BadInput):
    code = "custody.source_malformed"
    text: str | Promise = "A source and its ids are letters, digits and . : / + = @ - _ without spaces, 200 at most."


class SourceIdReused(RuleError):
    code = "custody.source_id_reused"
    text = "This source has used the same id for another event."


class NotARelease(RuleError):
    code = "custody.not_a_release"
    text = "Only a release can be undone. Take this event back instead."


class ReleaseStands(RuleError):
    code = "custody.release_stands"
    text = "A release can be undone for one hour. After that, record where the person is now."


class ReasonMissing(BadInput):
    code = "custody.reason_missing"
    text: str | Promise = "Say why this event is taken back."


class MergeWithItself(BadInput):
    code = "merge.with_itself"
    text: str | Promise = "These are one record already. Choose another person."


class MergedAlready(RuleError):
    code = "merge.already"
    text = "This record is merged with another one. Undo that first if it was wrong."


class MergeOfAPair(RuleError):
    code = "merge.of_a_pair"
    text = "An order keeps these two apart, so they can't be one person. Check which record is right."


class MergeLaterStands(RuleError):
    code = "merge.later_stands"
    text = "Another merge of this person came after this one. Undo that one first."


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


class AdultUnclear(BadInput):
    code = "adult.unclear"
    text = "Say how you know that this person is 18 or older."
