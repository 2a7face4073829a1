"""Refusals of this floor, each with its code. docs/protocol.md lists them for clients."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from core.errors import BadInput, NotAllowed, NotThere, RuleError
from groups.errors import SupervisionPending


class FrameTooBig(BadInput):
    code = "frame.too_big"
    text = _("That is too much at once. Please send less.")
    status = 413


class FrameUnknown(BadInput):
    code = "frame.unknown"
    text = _("This page is too old or too new. Please load it again.")


class FrameMalformed(BadInput):
    code = "frame.malformed"
    text = _("This page sent something we can't read. Please load it again.")


class FrameTooEarly(BadInput):
    """Anything before `hello`."""

    code = "frame.too_early"
    text = _("The room is not ready yet. Please wait a moment.")


class BodyEmpty(BadInput):
    """Nothing, or nothing that anybody could see."""

    code = "body.empty"
    text = _("There are no words in this message yet.")


class BodyTooLong(BadInput):
    code = "body.too_long"
    text = _("This is too long. Please use 2,000 letters or fewer.")


class HiddenCharacters(BadInput):
    """Control characters, or marks that turn the direction of text: what people read would not be what is there."""

    code = "body.hidden_characters"
    text = _("This text has hidden signs in it. Please type it again by hand.")


class ClientIdReused(RuleError):
    """The same client_id with another body or room: never a second message, never another one's state."""

    code = "client_id.reused"
    text = _("This message was sent before with other words. Please write it as a new one.")


class TooFast(RuleError):
    code = "rate.posts"
    text = _("That was very fast. Please wait a little, then send it again.")
    status = 429


class RoomNotThere(NotThere):
    """No such room, or none that this caller may know of."""


class MessageNotThere(NotThere):
    """No such message in this room, or none that this caller may read."""

    code = "message.not_there"
    text = _("We can't find that message. It may be gone by now.")


class MessageMoved(RuleError):
    """The message is not in the state that this act needs: somebody was first."""

    code = "message.moved_on"
    text = _("This message has changed in the meantime. Please look at it again.")


class WriterGone(RuleError):
    """Whoever wrote it has no seat any more: it can be returned or removed, and not be said in their name."""

    code = "message.writer_gone"
    text = _("The writer has left this circle. Send it back or take it down.")


class MessageExpired(RuleError):
    """Its time in the room is over."""

    code = "message.expired"
    text = _("The time of this message is over. It can't be shown any more.")


class OwnMessage(NotAllowed):
    """Nobody decides on their own words."""

    code = "message.own"
    text = _("This is your own message. Someone else must decide.")


class SpansUnfit(BadInput):
    """A mask that hides nothing, or what is not in the text."""

    code = "message.spans_unfit"
    text = _("Mark the words that must be hidden.")


class ReasonUnknown(BadInput):
    code = "report.reason_unknown"
    text = _("Please choose a reason from the list.")


class PaperNotHere(NotAllowed):
    """A file would stay on a tablet that the next person uses."""

    code = "paper.not_here"
    text = _("This file would stay on the tablet. Staff can print it for you.")


class PostingPrevented(RuleError):
    """A member may not post now; the message was not taken and may be sent again."""

    code = "posting.prevented"
    text = _("You can't write here now. Your words are kept in the box.")


class NoSession(PostingPrevented):
    code = "posting.no_session"
    text = _("Writing opens when the next meeting starts. Your words stay in the box.")


class Paused(PostingPrevented):
    code = "posting.paused"
    text = _("A leader has paused writing. Your words stay in the box.")


class ListenOnly(PostingPrevented):
    code = "posting.listen_only"
    text = _("This is a time to listen. Your words stay in the box.")


class NoMonitor(PostingPrevented):
    code = "posting.no_monitor"
    text = _("Writing is paused. A leader must be here. Your words stay in the box.")


class MonitorsDoNotPost(NotAllowed):
    code = "posting.monitor"
    text = _("Staff watch this room. They do not write in it.")


PREVENTIONS: Mapping[str, type[RuleError]] = {
    error.code: error for error in (NoSession, Paused, ListenOnly, NoMonitor, MonitorsDoNotPost, SupervisionPending)
}


def prevented(code: str) -> RuleError:
    """The refusal for a reading's `why_not`."""
    return PREVENTIONS.get(code, PostingPrevented)()


def why_not(code: str) -> str | Promise:
    """The words for a reading's `why_not`."""
    return PREVENTIONS.get(code, PostingPrevented).text
