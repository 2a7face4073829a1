"""Where one can go and what one can do, found by a few words. Each app registers finders of what is its own.

A finder answers for one caller and looks no further than that caller's own lists do. What was looked for is sent as a
form: it stands in no address, and is neither logged nor kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from core import navigation

#: Shown of each kind at most; whoever needs more opens the list itself.
MOST = 6
#: Longer than any name that is looked for.
LONGEST = 80


@dataclass(frozen=True, slots=True)
class Found:
    """Something to go to. `act`: a button of the page that does it, for what is no page of its own."""

    words: str
    url: str = ""
    detail: str = ""
    act: str = ""


@dataclass(frozen=True, slots=True)
class Findings:
    title: str
    found: Sequence[Found]


Finder = Callable[[Any, str], Iterable[Found]]


@dataclass(frozen=True, slots=True)
class _Entry:
    rank: int
    title: str
    find: Finder
    unasked: bool


_finders: dict[Finder, _Entry] = {}


def register(title: str, find: Finder, *, rank: int, unasked: bool = False) -> None:
    """`find` is asked with the caller and the words. `unasked`: also before anybody has typed a word. What several
    apps find under one title stands together."""
    _finders[find] = _Entry(rank, title, find, unasked)


def find(caller: Any, text: str) -> list[Findings]:
    """What these words lead to, for this caller, a few of each kind."""
    wanted = text.strip()[:LONGEST]
    found: dict[str, list[Found]] = {}
    for entry in sorted(_finders.values(), key=lambda entry: entry.rank):
        if wanted or entry.unasked:
            found.setdefault(entry.title, []).extend(entry.find(caller, wanted))
    return [Findings(title, rows[:MOST] if wanted else rows) for title, rows in found.items() if rows]


def matches(text: str, *labels: str) -> bool:
    """Whether each of the words stands somewhere in these labels."""
    whole = " ".join(labels).casefold()
    return all(word in whole for word in text.casefold().split())


def _places(caller: Any, text: str) -> Iterable[Found]:
    places = navigation.places(caller)
    return [Found(str(place.label), place.url) for place in places if matches(text, str(place.label))]


register("Go to", _places, rank=10, unasked=True)
