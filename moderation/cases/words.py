"""What cases are called on staff pages, and what writers read about a decision."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chat import reasons
from moderation.models import Case, CaseEvent
from moderation.screening import staff_words

#: What a case is about, beside the categories of the screening.
CATEGORIES: Mapping[str, str | Promise] = {
    **staff_words.CATEGORIES,
    "not_screened": "Not screened yet",
    "report": "Member report",
}
ICONS: Mapping[str, str] = {
    "not_screened": "wait",
    "self_harm": "help",
    "threats_violence": "alert",
    "hate_slurs": "speak",
    "sexual": "eyeoff",
    "abuse_report": "shield",
    "contraband": "swap",
    "escape": "out",
    "gang": "people",
    "doxxing": "person",
    "contact_info": "phone",
    "spam": "again",
    "report": "flag",
}

STATES: Mapping[str, str] = {
    "held": "held",
    "delivered": "delivered",
    "returned": "sent back",
    "masked": "masked",
    "removed": "taken down",
    "withdrawn": "taken back",
    "expired": "expired",
}

REPORT_REASONS: Mapping[str, str] = {
    "unkind": "unkind words",
    "threat": "a threat",
    "private": "something private",
    "worried": "worried about the writer",
    "other": "another reason",
}

TAKE_OVER_REASONS: Mapping[str, str] = {
    "urgent": "It can't wait",
    "asked": "My colleague asked me to",
    "away": "My colleague is away",
}

OUTCOMES: Mapping[str, str] = {
    "released": "Released",
    "returned": "Sent back",
    "removed": "Taken down",
    "no_action": "Left as it is",
    "withdrawn": "Taken back by the writer",
    "screened": "Screened, nothing found",
}

#: What happened to a case, as its time line says it.
EVENTS: Mapping[str, str] = {
    **OUTCOMES,
    "held": "Held by the screening",
    "not_screened": "Held: the screening did not answer",
    "flagged": "Flagged by the screening",
    "crisis": "Words of self-harm: somebody on duty was told",
    "report": "Member report",
    "claimed": "Claimed",
    "taken_over": "Taken over",
    "let_go": "Put back",
    "withdrawn_by_writer": "The writer took the message back",
}


@dataclass(frozen=True, slots=True)
class ReturnReason:
    """A reason to send something back or to take it down: staff choose by `label`, the writer reads `line`."""

    code: str
    label: str
    line: str | Promise


RETURN_REASONS: Mapping[str, ReturnReason] = {
    reason.code: reason
    for reason in (
        ReturnReason(
            "contact",
            "Contact details",
            gettext_lazy(
                "Phone numbers, emails and addresses stay out of the room, to keep everyone safe. "
                "The marked words are the reason. You are not in trouble."
            ),
        ),
        ReturnReason(
            "threat",
            "A threat, or words that scare",
            gettext_lazy("These words may scare someone here. Please say it in a calmer way."),
        ),
        ReturnReason(
            "unkind",
            "Unkind words",
            gettext_lazy("These words may hurt someone here. Please say it in a kinder way."),
        ),
        ReturnReason(
            "names",
            "A person outside",
            gettext_lazy("Names of people outside stay out of the room, to keep them safe. You are not in trouble."),
        ),
        ReturnReason(
            "sexual",
            "Sexual words",
            gettext_lazy("Words about sex make some people here feel unsafe. Please say it in another way."),
        ),
        ReturnReason(
            "goods",
            "Things that may not be here",
            gettext_lazy("Buying, selling or bringing things in has no place here. You can talk about a craving."),
        ),
        ReturnReason(
            "spam",
            "Ads, chain letters, the same again",
            gettext_lazy("Ads and texts that are passed on stay out of the room. Please say it in your own words."),
        ),
        ReturnReason(
            "other",
            "Another reason",
            gettext_lazy("This does not fit the rules of this circle. You can ask staff about it."),
        ),
    )
}

#: The reason that a case suggests by itself.
SUGGESTED: Mapping[str, str] = {
    "contact_info": "contact",
    "threats_violence": "threat",
    "hate_slurs": "unkind",
    "sexual": "sexual",
    "contraband": "goods",
    "doxxing": "names",
    "spam": "spam",
    "report": "unkind",
}


@dataclass(frozen=True, slots=True)
class Preview:
    """What the writer will read, in their language: the first line per decision, the second per reason."""

    language: str
    first: Mapping[str, str]
    second: Mapping[str, str]


def preview(language: str) -> Preview:
    with translation.override(language):
        return Preview(
            language=language,
            first={
                "release": _("A person read it. Your circle has it."),
                "return": _("Sent back to you. No one in the circle saw it."),
                "remove": _("Staff took this message down."),
            },
            second={code: str(reason.line) for code, reason in RETURN_REASONS.items()},
        )


def suggested_reason(case: Case) -> str:
    return SUGGESTED.get(case.category, "other")


def title(case: Case) -> str:
    return str(CATEGORIES.get(case.category, "Held words"))


def icon(case: Case) -> str:
    return ICONS.get(case.category, "wait")


def event_words(event: CaseEvent) -> str:
    """One line of the time line."""
    words = EVENTS.get(event.kind, event.kind)
    reason = event.data.get("reason") or event.data.get("because")
    known = REPORT_REASONS.get(str(reason)) or TAKE_OVER_REASONS.get(str(reason), "")
    said = f"{words}: {known.lower() if event.kind == 'taken_over' else known}" if known else words
    return f"{said}. Its note: {_of_note(event.data['note'])}" if event.data.get("note") else said


def _of_note(kinds: Iterable[str]) -> str:
    """What the screening saw in the note of a report."""
    names = (staff_words.TIERS.get((kind.partition(".")[0], kind.partition(".")[2])) for kind in kinds)
    return "; ".join(str(name or "not screened") for name in names)


def tell_chat() -> None:
    """Writers read these reasons in their messages, in whatever language they read then."""
    for reason in RETURN_REASONS.values():
        reasons.register(reason.code, reason.line)
