"""Why a message is held, returned or removed, in plain words for its writer. Codes come from screening rules and
from the desk; a code that is not known here gets words that are true of any."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from chat.ports import Verdict

NOT_SCREENED = "not_screened"
HOLD_ALL = "hold_all"

_texts: dict[str, str | Promise] = {
    NOT_SCREENED: _("It could not be checked yet. It has nothing to do with your words."),
    HOLD_ALL: _("In this circle a person reads every message first."),
    "contact_info": _("It may hold a phone number, an address or an e-mail. The circle keeps those out."),
    "threats_violence": _("Some words may sound like a threat to someone."),
    "self_harm": _("We want to be sure that you are safe."),
}
#: Reasons that a member can give for a report (`ports.REPORT_REASONS`), as the room's page offers them.
REPORTS: dict[str, str | Promise] = {
    "unkind": _("Unkind words"),
    "threat": _("A threat"),
    "private": _("Something private, like a phone number"),
    "worried": _("I am worried about this person"),
    "other": _("Something else"),
}
ANY = _("A person needs to look at some of these words.")


def register(code: str, text: str | Promise) -> None:
    """The words for a code of a higher floor."""
    _texts[code] = text


def text(code: str, note: str = "") -> str:
    """In the language that is active now. A note that somebody wrote for the writer goes before any standard text."""
    return note or str(_texts.get(code, ANY))


def of_verdict(verdict: Verdict) -> tuple[str, list[tuple[int, int]]]:
    """The code and the spans that the writer is shown. What is only flagged waits for no reason of its own: there it
    is the circle that holds everything."""
    if not verdict.screened:
        return NOT_SCREENED, []
    if not verdict.because:
        return HOLD_ALL, []
    return verdict.because, sorted({(mark.start, mark.end) for mark in verdict.marks})
