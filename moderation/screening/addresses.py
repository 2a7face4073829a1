"""Street addresses: a number, a name, and something that says *street*, in the order of many countries.

Most texts hold no figure and end at once. Capitals are lost in the normal form; where they matter they are looked up in
the body.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import takewhile
from operator import methodcaller
from typing import Final, NamedTuple

from chat.ports import Finding

from .rules.contact import addresses as table
from .views import View, Views, figures_at_most

_RULE: Final = table.RULES[0]
_TOKEN: Final = re.compile(r"\bs/n\b|[0-9]+(?:st|nd|rd|th)\b|[0-9]{1,6}[a-z]?(?![a-z0-9])|[^\W\d_]+|[0-9]+")
_JOINED: Final = re.compile(r"[ ,.\-/#ºª°:>?]{1,6}")
_GLUED: Final = re.compile(rf"[^\W\d_]{{3,}}(?:{table.GLUED})")
_GLUED_SOMETIMES: Final = re.compile(rf"[^\W\d_]{{4,}}(?:{table.GLUED_SOMETIMES})")
_YEAR: Final = re.compile(r"(?:19|20)[0-9][0-9]")
_ZIP: Final = re.compile(r"(?<![0-9])[0-9]{5}(?:-[0-9]{4})?(?![0-9])")
_STATE: Final = re.compile(rf"[^\W\d_]{{3,}},? (?:{table.STATES})[\s,]+$")
_SPOKEN_OF: Final = table.SAYS_SO | table.SUGGESTS
_STREETS_BEFORE: Final = table.STREETS_BEFORE | table.STREETS_BEFORE_SOMETIMES
_STREETS_AFTER: Final = table.STREETS_AFTER | table.STREETS_AFTER_SOMETIMES
_LEADING: Final = table.LEADS | _SPOKEN_OF
_ORDINALS: Final = ("st", "nd", "rd", "th")
_LONGEST_NUMBER: Final = 6  # figures
_FIGURES: Final = re.compile(r"[0-9]+")
_FIGURES_OR_NONE: Final = re.compile(r"[0-9]+|\bs/n\b")
_WORD: Final = re.compile(r"[^\W\d_]+")
_ENDS_AS_STREET: Final = methodcaller("endswith", tuple(f"{table.GLUED}|{table.GLUED_SOMETIMES}".split("|")))
_BEFORE: Final = 90  # code points around a number that are looked at
_BEHIND: Final = 70
_STREETS: Final = (" street", " avenue", " road", " lane", "calle ", "avenida ")
_SAID: Final = 6  # figures that two number words can give
_MONEY: Final = "$€£:"
_NAMES: Final = 5  # words in a name of a street
_FAR: Final = 8  # tokens between a word that says *address* and the address


class _Token(NamedTuple):
    """A word or a number, and the signs between it and the one before."""

    text: str
    start: int
    end: int
    gap: str
    is_capital: bool
    is_money: bool
    is_number: bool
    is_house: bool  # a number that a house can have; *s/n* says that it has none

    @property
    def is_name(self) -> bool:
        is_word = not (self.is_number or self.is_money or self.text == "s/n")
        return is_word and self.text not in table.NEVER

    @property
    def is_joined(self) -> bool:
        return _JOINED.fullmatch(self.gap) is not None

    @property
    def is_proper(self) -> bool:
        return self.is_capital and self.is_name


def addresses(views: Views) -> Iterator[Finding]:
    """Every stretch of the text that is an address, also of what it says with its disguises undone."""
    yield from _states(views)
    yield from _written(views, _view(views))
    if views.undone is not views.normal:
        yield from _written(views, views.undone)


def _written(views: Views, view: View) -> Iterator[Finding]:
    figures = _FIGURES_OR_NONE if "s/n" in view.text else _FIGURES
    numbers = _numbers(views.body, view, list(figures.finditer(view.text)))
    if not numbers:
        return
    for start, end in _windows(numbers, len(view.text)):
        if _may_hold(view.text[start:end]):
            yield from _found(view, _tokens(views.body, view, start, end))


def _view(views: Views) -> View:
    """As it is written; with number words read where there are no figures, but a street."""
    text = views.normal.text
    is_said = (
        not _FIGURES.search(text) and any(street in text for street in _STREETS) and figures_at_most(text) >= _SAID
    )
    return views.digits if is_said else views.normal


def _states(views: Views) -> Iterator[Finding]:
    """A town, its state and its postcode, as they are written."""
    for seen in _ZIP.finditer(views.body):
        state = _STATE.search(views.body, max(0, seen.start() - _BEFORE), seen.start())
        if state is not None:
            yield _finding(views.raw, state.start(), seen.end())


def _numbers(body: str, view: View, figures: Sequence[re.Match[str]]) -> list[int]:
    """Where figures begin, but for those that are the word *one*, which is everywhere."""
    starts = view.starts if figures else ()
    return [seen.start() for seen in figures if len(seen[0]) > 1 or body[starts[seen.start()]].isdigit()]


def _windows(numbers: Sequence[int], size: int) -> Iterator[tuple[int, int]]:
    """The stretches around the numbers, from one space to another; those that touch are one."""
    start, end = 0, -1
    for number in numbers:
        if end >= 0 and number - _BEFORE > end:
            yield start, end
            end = -1
        if end < 0:
            start = max(0, number - _BEFORE)
        end = min(size, number + _BEHIND)
    yield start, end


def _may_hold(text: str) -> bool:
    """Some word of an address is there."""
    words = _WORD.findall(text)
    return not table.ANY.isdisjoint(words) or any(map(_ENDS_AS_STREET, words))


def _found(view: View, tokens: Sequence[_Token]) -> Iterator[Finding]:
    at = 0
    while at < len(tokens):
        size = _size(tokens, at)
        if size:
            yield _finding(view, tokens[at].start, tokens[at + size - 1].end)
        at += size or 1


def _size(tokens: Sequence[_Token], at: int) -> int:
    """How many tokens from here are an address; most words are not even looked at."""
    size = 0
    if _may_begin(tokens, at):
        size = next((size for shape in _SHAPES if (size := shape(tokens, at))), 0)
    return size or (_as_said(tokens, at) if at and tokens[at - 1].text in _LEADING else 0)


def _may_begin(tokens: Sequence[_Token], at: int) -> bool:
    first = tokens[at]
    if first.is_house or first.is_capital or first.text in _STREETS_BEFORE:
        return True
    return at + 1 < len(tokens) and tokens[at + 1].is_house


def _finding(view: View, start: int, end: int) -> Finding:
    name = view.seen_in(start, end) or "normal"
    return Finding(_RULE.category, _RULE.tier, _RULE.code, _RULE.version, view.span(start, end), _RULE.score, name)


def _tokens(body: str, view: View, first: int, last: int) -> list[_Token]:
    tokens: list[_Token] = []
    text, starts, end = view.text, view.starts, first
    for seen in _TOKEN.finditer(text, first, last):
        word, start, gap = seen[0], seen.start(), text[end : seen.start()]
        end = seen.end()
        is_capital = body[starts[start]].isupper()
        is_money = start > 0 and text[start - 1] in _MONEY
        is_number = word[0].isdigit() and not is_money and word[-2:] not in _ORDINALS
        is_house = (is_number and len(word) <= _LONGEST_NUMBER) or word == "s/n"
        tokens.append(_Token(word, start, end, gap, is_capital, is_money, is_number, is_house))
    return tokens


def _names(tokens: Sequence[_Token], at: int, most: int = _NAMES) -> list[_Token]:
    """The words from here that can be the name of a street."""
    return list(takewhile(lambda token: token.is_name and token.is_joined, tokens[at : at + most]))


def _is_counted(tokens: Sequence[_Token], at: int) -> bool:
    """The number there counts years, dollars or people."""
    follows = tokens[at + 1 : at + 2]
    return bool(follows) and follows[0].gap in (" ", "") and follows[0].text in table.COUNTED


def _is_said(tokens: Sequence[_Token], at: int, words: frozenset[str]) -> bool:
    """One of these words leads to what begins here."""
    first, start = max(0, at - _FAR), at
    while start > first and tokens[start - 1].text in table.LEADS:
        start -= 1
    if start == first or tokens[start - 1].text not in words:
        return False
    if words is not table.SAYS_SO:
        return True
    return any(token.text in table.IS for token in tokens[start:at]) or any(
        ":" in token.gap for token in tokens[start : at + 1]
    )


def _has_door(tokens: Sequence[_Token], at: int) -> bool:
    """A flat, a floor or a postcode with its town stands here."""
    if at >= len(tokens) or not tokens[at].is_joined:
        return False
    first, follows = tokens[at], tokens[at + 1 : at + 2]
    if first.text in table.DOORS:
        return bool(follows) and (follows[0].is_number or len(follows[0].text) <= 2)
    return len(first.text) == 5 and first.is_number and bool(follows) and follows[0].is_proper


def _number_first(tokens: Sequence[_Token], at: int) -> int:
    """*1420 W Elm Street*: how many tokens; 0 when it is none."""
    if not tokens[at].is_number or len(tokens[at].text) > 6 or _is_a_date(tokens, at):
        return 0
    names = _names(tokens, at + 1)
    for size, name in enumerate(names):
        if size and name.text in _STREETS_AFTER and "," not in names[0].gap:
            return size + 2 if _is_street(tokens, at, size + 1) else 0
    return 0


def _is_a_date(tokens: Sequence[_Token], at: int) -> bool:
    before = tokens[at - 1].text if at else ""
    return _YEAR.fullmatch(tokens[at].text) is not None and before in (
        "in", "since", "until", "by", "during", "from", "year", "of", "en", "desde", "hasta", "ano", "de", "around",
    )  # fmt: skip


def _is_street(tokens: Sequence[_Token], at: int, size: int) -> bool:
    """Whether the number there, with so many words behind it, is a house."""
    named = tokens[at + 1 : at + size + 1]
    is_proper = all(token.is_capital or token.text in table.SMALL or token.text[0].isdigit() for token in named)
    if is_proper or _is_said(tokens, at, _SPOKEN_OF) or _has_door(tokens, at + size + 1):
        return True
    return named[-1].text in table.STREETS_AFTER and len(tokens[at].text) > 1 and size <= 4


def _street_first(tokens: Sequence[_Token], at: int) -> int:
    """*calle de los Pinos, nº 27*; *Carrera 7 # 12-34*."""
    word = tokens[at].text
    if word not in _STREETS_BEFORE:
        return 0
    end = _end_of_name(tokens, at + 1)
    names = tokens[at + 1 : end]
    if names and names[0].text in ("y", "e", "box"):
        return 0
    is_numbered = len(names) == 1 and names[0].is_number and _is_numbered(tokens, end)
    if not any(_is_a_name(token) for token in names) and not is_numbered:
        return 0
    while end < len(tokens) and tokens[end].text in table.BEFORE_A_NUMBER and tokens[end].is_joined:
        end += 1
    if end >= len(tokens) or not tokens[end].is_house or not tokens[end].is_joined or _is_counted(tokens, end):
        return 0
    is_clear = word in table.STREETS_BEFORE and _is_abbreviated(tokens, at) and _ends(tokens, end)
    is_proper = any(token.is_capital for token in names) and (len(word) > 1 or _is_abbreviated(tokens, at))
    is_said = _is_said(tokens, at, _SPOKEN_OF)
    return end - at + 1 if is_clear or is_proper or is_said or is_numbered or _has_door(tokens, end + 1) else 0


def _is_numbered(tokens: Sequence[_Token], at: int) -> bool:
    """What stands there is a number and says so: *# 12*, *no. 12*."""
    return at < len(tokens) and ("#" in tokens[at].gap or tokens[at].text in table.BEFORE_A_NUMBER)


def _is_abbreviated(tokens: Sequence[_Token], at: int) -> bool:
    """Written out, or short with the sign that says so: *c/*, *av.*"""
    return len(tokens[at].text) > 2 or any(sign in tokens[at + 1].gap for sign in "/.")


def _ends(tokens: Sequence[_Token], at: int) -> bool:
    """No noun follows that the number could count."""
    follows = tokens[at + 1 : at + 2]
    return not follows or follows[0].gap != " " or follows[0].is_number or follows[0].text in table.GOES_ON


def _end_of_name(tokens: Sequence[_Token], at: int) -> int:
    """Behind the last word of the name that begins here; a name may hold a number: *5 de mayo*."""
    end = at
    while end < len(tokens) and end - at <= _NAMES and tokens[end].is_joined:
        token = tokens[end]
        is_inside = (
            token.is_house
            and end + 1 < len(tokens)
            and (tokens[end + 1].text == "de" or (end == at and _is_numbered(tokens, end + 1)))
        )
        if token.text in table.BEFORE_A_NUMBER or not (_is_a_name(token) or token.text in table.SMALL or is_inside):
            break
        end += 1
    return end


def _is_a_name(token: _Token) -> bool:
    return (token.is_name or token.text in table.DATES) and token.text not in table.SMALL


def _glued(tokens: Sequence[_Token], at: int) -> int:
    """*Lindenstrasse 7*."""
    word, follows = tokens[at], tokens[at + 1 : at + 2]
    if not follows or not follows[0].is_house or follows[0].gap not in (" ", ", ") or _is_counted(tokens, at + 1):
        return 0
    is_clear = _GLUED.fullmatch(word.text) is not None
    if not is_clear and _GLUED_SOMETIMES.fullmatch(word.text) is None:
        return 0
    is_numbered = at > 0 and tokens[at - 1].is_number and word.is_joined
    is_said = _is_said(tokens, at, _SPOKEN_OF)
    has_more = is_numbered or is_said or _has_door(tokens, at + 2)
    return 2 if has_more or (is_clear and word.is_capital) else 0


def _with_door(tokens: Sequence[_Token], at: int) -> int:
    """*66 Ran 87 apt 652*: a number, a name, and which door."""
    first = tokens[at]
    if not (first.is_house or first.is_proper) or _is_a_date(tokens, at):
        return 0
    end = at + (1 if first.is_house else 0)
    names = _names(tokens, end)
    names = list(takewhile(lambda token: token.text not in table.DOORS, names))
    end += len(names)
    if names and end < len(tokens) and tokens[end].is_house and tokens[end].is_joined:
        end += 1
    elif not first.is_house:
        return 0
    is_named = any(len(token.text) > 2 for token in names)
    return end - at + 2 if is_named and _has_door(tokens, end) else 0


def _as_said(tokens: Sequence[_Token], at: int) -> int:
    """What the writer calls an address: a name and a number, in either order."""
    if not _is_said(tokens, at, _SPOKEN_OF):
        return 0
    is_sure = _is_said(tokens, at, table.SAYS_SO)
    if not is_sure and not _is_said(tokens, at, table.SUGGESTS):
        return 0
    first = tokens[at]
    start = at + 1 if first.is_number else at
    names = [token for token in _names(tokens, start, 4) if is_sure or token.is_capital or token.text in table.SMALL]
    end = start + len(names)
    if not any(len(name.text) > 2 for name in names):
        return 0
    has_number = end < len(tokens) and _is_a_house_there(tokens, end)
    if is_sure:
        return end - at + has_number if first.is_number or has_number else 0
    if has_number and len(tokens[end].text) > 1:
        return end - at + 1
    is_long = first.is_number and len(first.text) > 2 and not _YEAR.fullmatch(first.text)
    return end - at if is_long and tokens[start].is_capital and _ends(tokens, end - 1) else 0


def _is_a_house_there(tokens: Sequence[_Token], at: int) -> bool:
    token = tokens[at]
    return token.is_house and token.is_joined and not _is_counted(tokens, at) and not _YEAR.fullmatch(token.text)


_SHAPES: Final[tuple[Callable[[Sequence[_Token], int], int], ...]] = (
    _number_first,
    _street_first,
    _with_door,
    _glued,
)
