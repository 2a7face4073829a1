"""Refusals of this floor, each with its code."""

from django.utils.translation import gettext_lazy as _

from core.errors import NotAllowed, RuleError


class RoomUnavailable(RuleError):
    """A full group, a missing approval, a keep-apart order: one refusal in one set of words."""

    code = "room.unavailable"
    text = _("This room can't take you in now. Staff can tell you about other groups.")
    status = 403


class SignedOut(RuleError):
    """The sign-in behind this seat has ended, or its door is closed."""

    code = "signed_out"
    text = _("You are signed out. Please sign in again.")
    status = 401


class SessionMoved(RuleError):
    """The session is not in the state that this act needs: somebody was first."""

    code = "session.moved_on"
    text = _("The session has changed. Look again, then try once more.")


class TurnNotYours(RuleError):
    """Somebody passes a turn that they do not have (any more)."""

    code = "turn.not_yours"
    text = _("It is not your turn now.")


class MemberNotHere(RuleError):
    """The turn is for somebody who has a seat in this circle and is not away."""

    code = "member.not_here"
    text = _("This person is not in the circle now.")


class NotYours(NotAllowed):
    code = "session.not_yours"
    text = _("Only a leader of this circle can do that.")


class GroupFull(RuleError):
    code = "group.full"
    text = "Every seat of this group is taken."


class AlreadySeated(RuleError):
    code = "group.already_seated"
    text = "This person has a seat in this group already."


class MembershipMoved(RuleError):
    code = "membership.moved_on"
    text = "This seat has changed. Look again, then try once more."
