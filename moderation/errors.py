"""Refusals of this floor, each with its code. Only staff read their words."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from core.errors import BadInput, NotAllowed, RuleError

if TYPE_CHECKING:
    from moderation.models import CaseEvent


class CaseDecided(RuleError):
    """Somebody was first: the case has its decision, and keeps it."""

    code = "case.decided"
    text = "Somebody else decided this case first. Nothing was sent."


class CaseMovedOn(RuleError):
    """New evidence came in after the version that the moderator was looking at; `changes` says which."""

    code = "case.moved_on"
    text = "Not decided. This case changed while you read it."

    def __init__(self, changes: Sequence["CaseEvent"] = ()) -> None:
        super().__init__()
        self.changes = list(changes)


class CaseHeld(RuleError):
    """Somebody else is working on the case. It can be taken over, with a reason."""

    code = "case.held"
    text = "A colleague is working on this case. You can take it over, with a reason."


class LeaseLost(RuleError):
    """The claim has ended, or another tab or colleague has it now."""

    code = "case.lease_lost"
    text = "This case is no longer yours in this tab. Claim it again."


class OwnCase(NotAllowed):
    """Nobody decides about their own words, or about a report that they made."""

    code = "case.own"
    text = "This case is about you. A colleague decides it."


class NoNotice(RuleError):
    """There is no decision that the writer was told of, or the message has moved on since."""

    code = "case.no_notice"
    text = "There is no notice to print: the case is not decided, or the message has moved on since."


class NotFitting(RuleError):
    """The decision does not fit the state that the message is in."""

    code = "case.not_fitting"
    text = "That decision does not fit this message as it is now."


class ReasonNeeded(BadInput):
    """What is sent back or taken down needs a reason that the writer can read."""

    code = "case.reason_needed"
    text = "Choose a reason. The writer reads it."


class TakeOverNeedsReason(BadInput):
    code = "case.take_over_needs_reason"
    text = "Say why you take this case over."


class AlertAnswered(RuleError):
    """A colleague was first: the alert is acknowledged already."""

    code = "alert.answered"
    text = "A colleague has answered this alert already."


class AlertNotAnswered(RuleError):
    """An alert is closed only after somebody has acknowledged it, and only once."""

    code = "alert.not_answered"
    text = "Answer this alert first. Then you can close it."


class NotOnDuty(NotAllowed):
    code = "alert.not_on_duty"
    text = "Only somebody on duty can do that."


class NotADutyRole(BadInput):
    """Only who has the duty role for a place can stand in its duty list."""

    code = "duty.no_role"
    text = "This colleague has no duty role here. Give them the role first."


# Rules as rows


class RuleIncomplete(BadInput):
    """`field` is the first one of a rule's content that is not right."""

    code = "rule.incomplete"
    text = "Something in this rule is missing or does not fit. Please look at the marked field."

    def __init__(self, field: str) -> None:
        super().__init__()
        self.field = field


class RuleCodeTaken(RuleError):
    code = "rule.code_taken"
    text = "There is a rule with this code already. Choose another."


class RuleMovedOn(RuleError):
    """Somebody was first: the version that the caller was looking at is not the one that it was."""

    code = "rule.moved_on"
    text = "Not done. A colleague changed this rule while you read it."


class RuleNotFitting(RuleError):
    code = "rule.not_fitting"
    text = "That does not fit this rule as it is now."


class RuleIsBroken(RuleError):
    """Its pattern is none, or the engine can't run it."""

    code = "rule.broken"
    text = "This rule can't run as it is written. Nothing was changed."


class ExamplesFail(RuleError):
    """`missed`: numbers (from 1) of texts that it must find and doesn't. `hit`: of those that it must leave alone."""

    code = "rule.examples_fail"
    text = "Not published. The rule does not do what its examples say."

    def __init__(self, *, missed: Sequence[int] = (), hit: Sequence[int] = ()) -> None:
        super().__init__()
        self.missed = list(missed)
        self.hit = list(hit)


class ExamplesMissing(RuleError):
    code = "rule.examples_missing"
    text = "Give at least one text that the rule must find, and one that it must leave alone."


class NeedsSecond(RuleError):
    """What a rule is for is agreed by two people."""

    code = "rule.needs_second"
    text = "A second person who may publish here has to agree to what this rule is for."


class OwnPurpose(NotAllowed):
    code = "rule.own_purpose"
    text = "You wrote this. Somebody else has to agree to it."


class OverrideStands(RuleError):
    code = "rule.override_stands"
    text = "This built-in rule is overridden here already. Bring it back first."


class OutcomeUnsafe(BadInput):
    """A cry for help, or a report of abuse, would be kept from the circle."""

    code = "rule.outcome_unsafe"
    text = "Who asks for help or tells of abuse is never held up. Choose to deliver or to flag it."


class BackTestEnded(RuleError):
    code = "back_test.ended"
    text = "This back-test is over already."
