"""Which pages stand in the staff bar. Each app registers its own; links are shown to whom they open for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise


@dataclass(frozen=True)
class Entry:
    url_name: str
    label: str | Promise
    rank: int
    may: Callable[[Any], bool]
    under: str


@dataclass(frozen=True)
class Link:
    """A place. `is_here`: the page being shown is in it; `is_page`: it is that page itself; `within`: the places that
    belong to this one."""

    url: str
    label: str | Promise
    is_here: bool
    is_page: bool = False
    within: Sequence[Link] = ()


_entries: dict[str, Entry] = {}


def register(url_name: str, label: str | Promise, *, rank: int, may: Callable[[Any], bool], under: str = "") -> None:
    """Put a page into the staff bar, ordered by rank. `may` is asked with the caller on every page. `under`: the name
    of another entry; this one then stands in its section and not in the bar."""
    _entries[url_name] = Entry(url_name, label, rank, may, under)


def links(*, caller: Any, here: str) -> list[Link]:
    """The staff bar of this caller; `here` is the address of the page being shown."""
    entries = sorted(_entries.values(), key=lambda entry: entry.rank)
    shown = {entry.url_name: (entry, url) for entry, url in _with_urls(entries) if entry.may(caller)}
    longest = max((url for _, url in shown.values() if here.startswith(url)), key=len, default=None)
    below: dict[str, list[Link]] = {}
    for entry, url in shown.values():
        if entry.under in shown:
            below.setdefault(entry.under, []).append(Link(url, entry.label, url == longest, url == here))
    return [
        _top(entry, url, below.get(name, ()), longest, here)
        for name, (entry, url) in shown.items()
        if entry.under not in shown
    ]


def places(caller: Any) -> list[Link]:
    """Every place of this caller, sections and what is within them, in one row."""
    return [place for link in links(caller=caller, here="") for place in (link, *link.within)]


def _top(entry: Entry, url: str, within: Sequence[Link], longest: str | None, here: str) -> Link:
    is_here = url == longest or any(link.is_here for link in within)
    return Link(url, entry.label, is_here, url == here, within)


def _with_urls(entries: list[Entry]) -> Iterator[tuple[Entry, str]]:
    for entry in entries:
        try:
            yield entry, reverse(entry.url_name)
        except NoReverseMatch:
            continue
