"""Refusals of this floor, each with its code."""

from django.utils.translation import gettext_lazy as _

from core.errors import NotAllowed, RuleError

#: Said to staff for whatever keeps a person out of a group, so that it can't be told which it was.
SEAT_REFUSED = "This group can't take this person in now. See which facilities agreed, or choose another group."


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


class AgreementNeeded(RoomUnavailable):
    """Somebody has not read and agreed to what is in force. Told with a code of its own: a page asks for it."""

    code = "agreement.needed"
    text = _("Please read and agree first.")


class AdultNeeded(RoomUnavailable):
    """Staff have not noted that this person is an adult."""

    code = "adult.needed"
    text = _("Staff must first note that you are 18 or older. Please ask them.")


class SupervisionLapsed(RoomUnavailable):
    """An officer's approval ended more than a week ago: the seat is kept and waits for a new one."""

    code = "supervision.lapsed"
    text = _("The yes of your officer has ended. Your seat is kept. You can come back when there is a new yes.")


class SupervisionPending(NotAllowed):
    """Under supervision, and without an approval that stands: they may read, and do nothing else."""

    code = "posting.supervision"
    text = _("You can read here. You can write when your officer has said yes. Staff ask for that.")


class AdultNotConfirmed(RuleError):
    code = "adult.not_confirmed"
    text = "Nobody has confirmed yet that this person is 18 or older. Do that on the person's page first."


class FacilityNotAgreed(RuleError):
    code = "session.facility_not_agreed"
    text = _("This session can't open yet. A jail or prison must say yes first. Staff know which one.")
