"""What records say no with. Only staff read these, in English like their pages."""

from typing import ClassVar

from django.utils.functional import Promise

from core.errors import RuleError


class HoldMoved(RuleError):
    code: ClassVar[str] = "records.hold_moved"
    text: str | Promise = "Somebody else was first: this hold is not as you saw it. Look at it again."


class SecondPersonNeeded(RuleError):
    code: ClassVar[str] = "records.second_person_needed"
    text: str | Promise = "Another person must release this hold: you asked for it."


class TargetUnclear(RuleError):
    code: ClassVar[str] = "records.target_unclear"
    text: str | Promise = "A hold is placed on one message, one room or one person."
    status: ClassVar[int] = 400


class ReasonMissing(RuleError):
    code: ClassVar[str] = "records.reason_missing"
    text: str | Promise = "Write why this must be kept."
    status: ClassVar[int] = 400


class ClassUnclear(RuleError):
    code: ClassVar[str] = "records.class_unclear"
    text: str | Promise = "This class is not kept by days."
    status: ClassVar[int] = 400


class DaysOutOfRange(RuleError):
    code: ClassVar[str] = "records.days_out_of_range"
    text: str | Promise = "This class can't be kept for so few days, or for so many."
    status: ClassVar[int] = 400
