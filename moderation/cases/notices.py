"""The notice of a decided case as staff print it: in the writer's language, and on the record, because it shows the
words."""

from collections.abc import Mapping

from django.utils import translation

from accounts.models import User
from audit.services import record
from chat.models import Message
from chat.notices import drawn, notice_of
from chat.selectors import OwnMessage, with_words
from core.transactions import unit
from moderation import kinds
from moderation.errors import NoNotice
from moderation.languages import language_of
from moderation.models import Case
from moderation.times import zone_at

#: Outcomes that the writer is told of, with the state that each leaves the message in.
LEAVES: Mapping[str, str] = {
    "released": Message.State.DELIVERED,
    "returned": Message.State.RETURNED,
    "removed": Message.State.REMOVED,
}


def has_notice(case: Case) -> bool:
    """Decided, the writer was told, and the message still stands as this case left it: a paper about what was true
    once would mislead."""
    message = case.message
    if message is None or case.state != Case.State.DECIDED or case.revision != message.revision:
        return False
    return LEAVES.get(case.outcome) == message.state


@unit()
def print_notice(*, case: Case, by: User) -> bytes:
    """The PDF. `NoNotice` where there is nothing to tell, or nothing true any more."""
    if case.message is None or not has_notice(case):
        raise NoNotice
    language = language_of(case.message.author)
    with translation.override(language):
        paper = drawn(notice_of(_told(case.message), zone=zone_at(case.facility, case.group.programme)))
    record(kinds.NOTICE_PRINTED, by=by, subject=f"case:{case.pk}", message=case.message_id, language=language)
    return paper


def _told(message: Message) -> OwnMessage:
    found = with_words(message)
    if found is None:  # erased
        raise NoNotice
    return found
