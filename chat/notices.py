"""The notice of a decision: what became of a message, for its writer, on paper. It says the four things that every
state says, and names nobody: not the writer, not who decided, not the place."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from chat.models import Message
from chat.ports import desk
from chat.selectors import OwnMessage
from chat.selectors.room import days_shown
from core import paper
from core.paper import Block, Facts, Heading, Quote, Steps, Title, Words
from core.templatetags.samecircle import clock

State = Message.State


@dataclass(frozen=True, slots=True)
class Notice:
    """In the language that was active when it was made. `number`: what staff find it by, as people read it."""

    number: str
    happened: str
    facts: Sequence[tuple[str, str]]
    reason: str
    parts: Sequence[tuple[str, bool]]
    after: Sequence[str]
    steps: Sequence[str]

    @property
    def title(self) -> str:
        return _("What became of your message")

    @property
    def is_marked(self) -> bool:
        return any(marked for _text, marked in self.parts)


def notice_of(told: OwnMessage, *, zone: str) -> Notice:
    """Of a message that staff have decided on. `zone`: IANA name, for its times."""
    message = told.message
    case = desk().decided_case(message.pk)
    number = _("Case %(number)d") % {"number": case} if case else ""
    until = message.said_at + timedelta(days=days_shown(message.room.group, at=message.moved_at))
    return Notice(
        number=number,
        happened=_happened(message),
        facts=_facts(message, zone),
        reason=told.posted.reason.text if told.posted.reason else _fine(message),
        parts=told.shown_in,
        after=_after(message, date_format(timezone.localtime(until, ZoneInfo(zone)), "DATE_FORMAT")),
        steps=[*_steps(message), *_asking(number)],
    )


def _happened(message: Message) -> str:
    return {
        State.RETURNED: _("Sent back to you. No one in the circle saw it."),
        State.MASKED: _("Staff hid the marked words. Your circle sees the rest."),
        State.REMOVED: _("This message was taken down."),
        State.DELIVERED: _("A person read it. Your circle has it."),
    }[State(message.state)]


def _fine(message: Message) -> str:
    return _("It was held until a person could read it. It is fine.") if message.state == State.DELIVERED else ""


def _facts(message: Message, zone: str) -> list[tuple[str, str]]:
    return [
        (_("Circle"), message.room.group.name),
        (_("You wrote it"), _moment(message.said_at, zone)),
        (_("It was decided"), _moment(message.moved_at, zone)),
        (_("Who decided"), _("a person on the staff")),
    ]


def _moment(at: datetime, zone: str) -> str:
    local = timezone.localtime(at, ZoneInfo(zone))
    return f"{date_format(local, 'DATE_FORMAT')}, {clock(local)}"


def _after(message: Message, day: str) -> list[str]:
    """What happens next, and until when."""
    if message.state == State.RETURNED:
        return [_("It waits for you until %(day)s. Then it is gone.") % {"day": day}, _("You are not in trouble.")]
    if message.state == State.REMOVED:
        return [_("Your circle can't read it any more."), _("You keep your seat. You can write as before.")]
    return [_("Your circle can read it until %(day)s. Then it is gone.") % {"day": day}]


def _steps(message: Message) -> list[str]:
    if message.state == State.RETURNED:
        return [
            _("Open My messages and find these words."),
            _("To send it, press “Change it and send”. To keep it to yourself, press “Take it back”."),
        ]
    if message.state == State.DELIVERED:
        return [_("You need to do nothing.")]
    return [_("Read why. You can say it in another way.")]


def _asking(number: str) -> list[str]:
    if not number:
        return [_("You can ask staff about it. Show them this paper.")]
    return [_("You can ask staff about it. Show them this paper, or tell them: %(number)s.") % {"number": number}]


def drawn(notice: Notice) -> bytes:
    """The notice as a PDF, in the language that is active now: the one that it was made in."""
    return paper.document(
        title=notice.title,
        language=get_language() or "en",
        blocks=_blocks(notice),
        corner=notice.number,
        foot=_("Hard night? Press “Help now” on any page."),
    )


def _blocks(notice: Notice) -> list[Block]:
    reason: list[Block] = [Heading(_("Why")), Words(notice.reason)] if notice.reason else []
    return [
        Title(notice.title),
        Words(notice.happened, strong=notice.happened),
        Facts(notice.facts),
        *reason,
        Heading(_("Your words")),
        Quote(notice.parts),
        *_about_words(notice),
        Heading(_("What happens next")),
        *map(Words, notice.after),
        Heading(_("What you can do")),
        Steps(notice.steps),
    ]


def _about_words(notice: Notice) -> list[Block]:
    told = [Words(_("The words with a line under them are the ones it is about."))] if notice.is_marked else []
    gaps = any(paper.has_gaps(text) for text, _marked in notice.parts)
    return [
        *told,
        *([Words(_("%(sign)s stands for a sign that we can't print.") % {"sign": paper.GAP})] if gaps else []),
    ]
