"""Refusals of what staff record about supervision."""

from core.errors import BadInput, RuleError


class ApprovalMoved(RuleError):
    code = "supervision.moved_on"
    text = "This approval has changed. Look again, then try once more."


class AlreadyAsked(RuleError):
    code = "supervision.already_asked"
    text = "There is an approval for this group already, or one is waited for."


class NotUnderSupervision(RuleError):
    code = "supervision.none"
    text = "Nobody has recorded that this person is under supervision."


class AlreadyUnderSupervision(RuleError):
    code = "supervision.standing"
    text = "A supervision is on record already. End it before you record another."


class ApprovalUnclear(BadInput):
    code = "supervision.unclear"
    text = "Name the officer. An approval also needs a last day that is still to come."
