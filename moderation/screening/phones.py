"""Telephone numbers: which runs of figures are one, by their shape and by the words close to them.

A cheap count of figures comes first; most messages end there.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Final

import re2

from chat.ports import Finding

from .rules.contact import phones as table
from .views import View, Views, figures_at_most

_FEWEST: Final = 7  # figures in a local number
_MOST: Final = 15  # E.164
_CUE_BEFORE: Final = 45
_CUE_AFTER: Final = 25

(_RULE,) = table.RULES
_NOT_A_PHONE: Final = re.compile("|".join(table.NOT_A_PHONE))
#: The same, to ask a whole text cheaply.
_MAY_BE_NONE: Final = re2.compile("|".join(table.NOT_A_PHONE).encode())
_RUN: Final = re.compile(rf"\+?[0-9](?:[^a-z0-9:$%]{{0,4}}(?:(?:{table.BETWEEN})[^a-z0-9:$%]{{1,3}})?[0-9])*", re.ASCII)
_FIGURE: Final = re.compile("[0-9]")
_GROUP: Final = re.compile(r"[0-9]+")
_CUE: Final = re.compile(rf"\b(?:{table.CUES})\b")
#: The same, to ask a whole text cheaply.
_SAYS_CUE: Final = re2.compile(rf"\b(?:{table.CUES})\b".encode())
_OTHER: Final = re.compile(rf"\b(?:{table.OTHER_NUMBERS})\b|(?<!my )(?<!mi )#\s*$")
_SOMEONES: Final = re.compile(r"\b(?:my|mi|her|his|su|our)(?: [a-z]+)? $")
_US: Final = re.compile(r"[2-9]\d\d[2-9]\d{6}")

#: Shapes that are a number in themselves, by the size of their first group, with the figures it may begin with.
_SHAPES: Final[Mapping[int, tuple[tuple[tuple[int, ...], str], ...]]] = {
    1: (((1, 3, 3, 4), "1"), ((1, 3, 7), "1")),
    2: (((2, 4, 4), "23456789"), ((2, 3, 2, 2), "89")),  # Mexico; Spain
    3: (
        ((3, 3, 4), "23456789"),  # 312 555 0142
        ((3, 7), "23456789"),
        ((3, 3, 3), "6789"),  # Spain
        ((3, 2, 2, 2), "6789"),
        ((3, 3, 2, 2), "23456789"),  # Mexico, Colombia
    ),
    4: (((4, 7), "0"), ((4, 3, 4), "0")),
    5: (((5, 6), "0"),),  # United Kingdom
}
_LOCAL: Final = (3, 4)
_WHOLE: Final = (9, 10, 11)


@dataclass(frozen=True)
class _Run:
    """Groups of figures with only small signs between them."""

    text: str
    groups: tuple[tuple[int, int], ...]

    def part(self, first: int, last: int) -> str:
        return "".join(self.text[start:end] for start, end in self.groups[first:last])

    @property
    def start(self) -> int:
        return self.groups[0][0]

    @property
    def end(self) -> int:
        return self.groups[-1][1]

    @cached_property
    def sizes(self) -> tuple[int, ...]:
        return tuple(end - start for start, end in self.groups)

    def between(self, first: int, last: int) -> str:
        """The signs between the groups from `first` to `last`."""
        pairs = zip(self.groups[first : last - 1], self.groups[first + 1 : last], strict=True)
        return "".join(self.text[left[1] : right[0]] for left, right in pairs)


def phones(views: Views) -> Iterator[Finding]:
    """Every stretch of the text that is a telephone number."""
    if figures_at_most(views.normal.text) >= _FEWEST:
        for run in _runs(views.digits.text):
            yield from _findings(views.body, views.digits, run, cued=_is_cued(run.text, run.start, run.end))
    if _SAYS_CUE.search(views.normal.data) and views.figures is not views.raw:
        for run in _runs(views.figures.text):
            if sum(run.sizes) >= _FEWEST and _is_cued(views.normal.text, *_in(views.normal, run.start, run.end)):
                yield from _findings(views.body, views.figures, run, cued=True)


def _in(view: View, start: int, end: int) -> tuple[int, int]:
    """Where the stretch of the body stands in this view."""
    return bisect_left(view.starts, start), bisect_left(view.starts, end)


def _runs(text: str) -> Iterator[_Run]:
    if not any(len(_FIGURE.findall(seen[0])) >= _FEWEST for seen in _RUN.finditer(text)):
        return
    masked = text
    if _MAY_BE_NONE.search(text.encode("utf-8", "replace")):
        masked = _NOT_A_PHONE.sub(lambda seen: "x" * len(seen[0]), text)
    for seen in _RUN.finditer(masked):
        if seen.end() - seen.start() < _FEWEST:
            continue
        groups = tuple((g.start(), g.end()) for g in _GROUP.finditer(masked, seen.start(), seen.end()))
        yield _Run(masked, groups)


def _findings(body: str, view: View, run: _Run, *, cued: bool) -> Iterator[Finding]:
    if sum(run.sizes) < _FEWEST:
        return
    is_other = _OTHER.search(run.text[max(0, run.start - _CUE_BEFORE) : run.start]) is not None
    is_said = _is_said(body, view, run.start, run.end)
    for first, last in _numbers(run, cued=cued and not is_other, is_other=is_other, is_said=is_said):
        if run.part(first, last).removeprefix("1") not in table.PUBLIC_LINES:
            span = view.span(run.groups[first][0], run.groups[last - 1][1])
            yield Finding(_RULE.category, _RULE.tier, _RULE.code, _RULE.version, span, _RULE.score, view.name)


def _is_cued(text: str, start: int, end: int) -> bool:
    before, after = text[max(0, start - _CUE_BEFORE) : start], text[end : end + _CUE_AFTER]
    return _CUE.search(before) is not None or _CUE.search(after) is not None


def _is_said(body: str, view: View, start: int, end: int) -> bool:
    """All in words, not a figure among them."""
    span = view.span(start, end)
    return not any(map(str.isdigit, body[span.start : span.end]))


def _numbers(run: _Run, *, cued: bool, is_other: bool, is_said: bool) -> Iterator[tuple[int, int]]:
    """Stretches of groups, first to last, that are a number."""
    at, found = 0, False
    while at < len(run.groups):
        size = _shaped(run, at, cued=cued, is_other=is_other)
        if size:
            yield at, at + size
            found = True
        at += size or 1
    if found or is_other:
        return
    spread = _spread(run, is_said=is_said)
    if spread:
        yield spread
    elif cued and _FEWEST <= len(run.part(0, len(run.groups))) <= _MOST and not _is_list(run):
        yield 0, len(run.groups)


def _shaped(run: _Run, at: int, *, cued: bool, is_other: bool) -> int:
    """How many groups from here make a number by their shape; 0 when they don't."""
    if _is_abroad(run, at):
        return _abroad(run, at)
    start = run.groups[at][0]
    if run.sizes[at] == 1 and run.text[start] not in "01":
        return 0
    if not is_other and _is_national(run, at):
        return len(run.sizes) - at
    for shape, firsts in _SHAPES.get(run.sizes[at], ()):
        size = len(shape)
        if run.text[start] in firsts and run.sizes[at : at + size] == shape:
            return size if "," not in run.between(at, at + size).replace(", ", "") else 0
    if is_other:
        return 0
    if run.sizes[at] in _WHOLE and _is_whole(run.part(at, at + 1)):
        return 1
    return 2 if _is_local(run, at, cued=cued) else 0


def _is_abroad(run: _Run, at: int) -> bool:
    start = run.groups[at][0]
    return start > 0 and run.text[start - 1] == "+"


def _abroad(run: _Run, at: int) -> int:
    """+ and then as many groups as an international number can have."""
    size = 0
    while at + size < len(run.groups) and len(run.part(at, at + size + 1)) <= _MOST:
        size += 1
    return size if len(run.part(at, at + size)) > _FEWEST else 0


def _is_national(run: _Run, at: int) -> bool:
    """024 971 50 30: the rest of a run that begins with a zero, in groups of a usual size."""
    if not 3 <= len(run.sizes) - at <= 5 or run.text[run.groups[at][0]] != "0":
        return False
    sizes = run.sizes[at:]
    if not 10 <= sum(sizes) <= 11:
        return False
    return all(2 <= size <= 4 for size in sizes) and not set(run.between(at, len(run.sizes))) & set(",;")


def _is_whole(figures: str) -> bool:
    """Written without a break: ten as in the United States, eleven with a prefix, nine as in Spain."""
    size = len(figures)
    if size == 11:
        return re.match("0[1-9]", figures) is not None or (figures[0] == "1" and _is_whole(figures[1:]))
    if size == 10:
        return _US.fullmatch(figures) is not None
    return size == 9 and figures[0] in "67"


def _is_local(run: _Run, at: int, *, cued: bool) -> bool:
    """555-0142: with a hyphen or dot, or with a word close by that says so."""
    if run.sizes[at : at + 2] != _LOCAL or run.text[run.groups[at][0]] in "01":
        return False
    start = run.groups[at][0]
    is_someones = _SOMEONES.search(run.text[max(0, start - _CUE_BEFORE) : start]) is not None
    return cued or is_someones or run.between(at, at + 2).strip() in ("-", ".", "dash", "guion")


def _spread(run: _Run, *, is_said: bool) -> tuple[int, int] | None:
    """Figures one by one; or in words, in pairs too."""
    sizes = run.sizes
    figures = sum(sizes)
    if max(sizes) > 3 or not _FEWEST <= figures <= _MOST + 2 or _is_counting(run):
        return None
    one_by_one = len(sizes) >= _FEWEST and sizes.count(1) >= 0.6 * len(sizes)
    return (0, len(sizes)) if one_by_one or (is_said and figures >= 9) else None


def _is_list(run: _Run) -> bool:
    """Counting, unless it is ten single figures: *call me, one two three …*."""
    return _is_counting(run) and run.sizes != (1,) * 10


def _is_counting(run: _Run) -> bool:
    """1 2 3 4 …, 10 9 8 …, or the same figure over and over."""
    values = [int(run.text[start:end][:_MOST]) for start, end in run.groups]
    return _is_steady(values)


def _is_steady(values: Sequence[int]) -> bool:
    """Nearly all steps are alike."""
    steps = Counter(after - before for before, after in pairwise(values))
    return steps.total() >= 3 and max(steps.values()) >= 0.85 * steps.total()
