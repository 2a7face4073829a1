"""Refusals of the live delivery, each with its code."""

from django.utils.translation import gettext_lazy as _

from core.errors import BadInput, RuleError


class TooManyFrames(RuleError):
    code = "rate.frames"
    text = _("That was very fast. Please wait a little, then try again.")
    status = 429


class TooManyLines(RuleError):
    code = "rate.lines"
    text = _("This room is open too many times. Please close some tabs and wait a little.")
    status = 429


class OpenedElsewhere(RuleError):
    """Another tab of the same person has this room now."""

    code = "opened_elsewhere"
    text = _("You have opened this room in another place.")
    status = 409


class TryLater(RuleError):
    """The database did not answer: nothing is known to be taken, and the same frame may be sent again."""

    code = "try_later"
    text = _("That did not reach us. It will be sent again.")
    status = 503


class LineRestarts(RuleError):
    """The process goes. Not an error of anybody's: the last notice before 1012, with the seconds over which all are
    to come back."""

    code = "line.restart"
    text = _("We start again. You come back by yourself.")
    status = 503


class QueryMalformed(BadInput):
    code = "poll.malformed"
    text = _("This page sent something we can't read. Please load it again.")
