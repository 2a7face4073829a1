"""A number, an e-mail address or a name on a network that is sent in pieces: *312*, *555*, *0142*.

The author's last messages and the present text are read together, and only what the present one adds to is found.
Numbers are ordinary in chatter, so a piece is nearly nothing but figures: *day 312 sober* is none.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Final

from chat.ports import Draft, Finding, Span

from .patterns import Running
from .phones import phones
from .rules import RULES
from .rules.contact import phones as table
from .views import View, Views, figures_at_most

_MOST: Final = 8  # messages that are read with the present one
_LONG: Final = 60  # code points; a piece is no longer
_WORDS_OF_A_PIECE: Final = 6
_SIZES: Final = (7, 9, 10, 11)  # figures of a number that nobody announced
_SURELY: Final = 3  # bare numbers in a row are a number in pieces, without a word that says so

_WORD: Final = re.compile(r"[a-z]+")
_GROUP: Final = re.compile(r"[0-9]+")
_YEAR: Final = re.compile(r"(?:19|20)[0-9][0-9]")
_CUE: Final = re.compile(
    rf"\b(?:{table.CUES})\b"
    r"|\b(?:area code|lada|my|mi) ?(?:digits|number|numero|num|cell|cel|phone|telefono|line)?(?: is| es|:)?$"
)
#: May stand beside the figures of a piece.
_FILLERS: Final = (
    "and then y luego despues next last first rest is are it its thats that es son the el la los las area code"
    " lada my mi number numero num no digits ends end ending with starts start termina con empieza por in en ok"
    " okay lol so plus dash guion dot punto call text me llama llamame at al a hit up hmu cell cel phone telefono"
    " finally final part parte four three cuatro tres ultimos primeros e o oh here heres now ahora later"
)
_AROUND: Final = frozenset(_FILLERS.split())
_NAMES: Final = [Running(rule) for rule in RULES if rule.tier == "email" or rule.code.startswith("contact.handle_mine")]
_NAME_HINT: Final = re.compile(
    r"[@_]|[a-z]\.[a-z]|\b(?:gmail|hotmail|yahoo|outlook|icloud|proton\w*|arroba|dot|punto)\b|^(?:at|com|net|\.com) ?"
)
_NAME_LEADS: Final = re.compile(r"\b(?:my|mi) (?:[\w@]+ ){0,2}[\w@]+(?: is| es|:)?\W*$|@$")


def recent(views: Views, draft: Draft) -> Iterator[Finding]:
    """What the present text and the author's last ones say together."""
    before = draft.recent[-_MOST:]
    if before and _is_short(views.body):
        yield from _number(views, before)
        yield from _name(views, before)


def _is_short(body: str) -> bool:
    return len(body) <= _LONG and body.count(" ") < _WORDS_OF_A_PIECE


def _number(views: Views, before: Sequence[str]) -> Iterator[Finding]:
    if not figures_at_most(views.normal.text):
        return
    groups = _piece(views.digits)
    if not groups:
        return
    pieces, is_cued = _pieces(before)
    is_cued = is_cued or _CUE.search(views.normal.text) is not None
    pieces = _unused(pieces)
    for start in reversed(range(len(pieces))):
        earlier = pieces[start:]
        if not is_cued and _size([*earlier, groups]) not in _SIZES:
            continue
        found = _phone(earlier, groups, is_cued=is_cued or _speak_alone([*earlier, groups]))
        if found is not None:
            yield Finding(
                found.category, found.tier, found.rule, found.version, _figures_of(views.digits), found.score, "recent"
            )
            return


def _piece(view: View) -> list[str]:
    """The groups of figures of a text that says little else."""
    return _GROUP.findall(view.text) if _AROUND.issuperset(_WORD.findall(view.text)) else []


def _pieces(before: Sequence[str]) -> tuple[list[list[str]], bool]:
    """The pieces among these messages, and whether one of them speaks of a number to call."""
    pieces: list[list[str]] = []
    is_cued = False
    for message in filter(_is_short, before):
        views = Views(message)
        groups = _piece(views.digits)
        if groups:
            pieces.append(groups)
        is_cued = is_cued or _CUE.search(views.normal.text) is not None
    return pieces, is_cued


def _unused(pieces: Sequence[list[str]]) -> list[list[str]]:
    """Those behind a whole number, which was found when it was sent."""
    unused: list[list[str]] = []
    for piece in pieces:
        is_whole = unused and _phone(unused, piece, is_cued=False) is not None
        unused = [] if is_whole else [*unused, piece]
    return unused


def _speak_alone(pieces: Sequence[Sequence[str]]) -> bool:
    """Three bare numbers or more, that are neither years nor round."""
    groups = [group for piece in pieces for group in piece]
    if len(pieces) < _SURELY or _size(pieces) not in _SIZES:
        return False
    return not all(_YEAR.fullmatch(group) or group.endswith("0") for group in groups)


def _size(pieces: Sequence[Sequence[str]]) -> int:
    return sum(len(group) for piece in pieces for group in piece)


def _phone(earlier: Sequence[Sequence[str]], groups: Sequence[str], *, is_cued: bool) -> Finding | None:
    """A telephone number that begins in the earlier pieces and goes on in the present one."""
    cue = "call " if is_cued else ""
    longest = max(len(group) for piece in (*earlier, groups) for group in piece)
    for between in (" ", "") if longest > 2 else (" ",):
        said = cue + between.join(group for piece in earlier for group in piece)
        joined = said + between + between.join(groups)
        for finding in phones(Views(joined)):
            if finding.span.start < len(said) < finding.span.end:
                return finding
    return None


def _figures_of(view: View) -> Span:
    """From the first figure to the last."""
    seen = [group.span() for group in _GROUP.finditer(view.text)]
    return view.span(seen[0][0], seen[-1][1])


def _name(views: Views, before: Sequence[str]) -> Iterator[Finding]:
    if not _NAME_HINT.search(views.normal.text) and not _NAME_LEADS.search(Views(before[-1]).normal.text):
        return
    earlier = list(takewhile(_is_short, reversed(before)))
    said = "".join(f"{message} " for message in reversed(earlier))
    for finding in _names(Views(said + views.body)):
        if finding.span.start < len(said) < finding.span.end:
            span = Span(0, finding.span.end - len(said))
            yield Finding(finding.category, finding.tier, finding.rule, finding.version, span, finding.score, "recent")


def _names(views: Views) -> Iterator[Finding]:
    for ready in _NAMES:
        yield from ready.findings(views.body, views.named(ready.rule.view))
