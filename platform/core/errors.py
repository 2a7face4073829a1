"""Errors that speak: a stable code for clients, plain words for people."""

from typing import ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class RuleError(Exception):
    """A rule said no. `code` is the contract with clients; `text` is for people, in their language.

    `status` is the HTTP status of a page or frame that was refused; `retry_after` (seconds) says when it
    may be tried again, where that is known.
    """

    code: ClassVar[str] = "rule.error"
    text: str | Promise = _("That did not work. Please try again.")
    status: ClassVar[int] = 409
    retry_after: int | None = None

    def __init__(self, text: str | Promise | None = None, *, retry_after: int | None = None) -> None:
        super().__init__(self.code)
        if text is not None:
            self.text = text
        if retry_after is not None:
            self.retry_after = retry_after


class NotThere(RuleError):
    """There is no such thing, or none that this caller may know of: one answer for both."""

    code = "not_there"
    text: str | Promise = _("We can't find that page.")
    status = 404


class NotAllowed(RuleError):
    """The caller is known and the thing exists, but this act is not theirs."""

    code = "not_allowed"
    text: str | Promise = _("You can't do that here.")
    status = 403


class BadInput(RuleError):
    """What was sent can't be read; nothing was done."""

    code = "bad_input"
    text: str | Promise = _("Something in the form is not right. Please look again.")
    status = 400
