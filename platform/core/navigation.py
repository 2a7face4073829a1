"""Which pages stand in the staff bar. Each app registers its own; links are shown to whom they open for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
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


@dataclass(frozen=True)
class Link:
    url: str
    label: str | Promise
    is_here: bool


_entries: dict[str, Entry] = {}


def register(url_name: str, label: str | Promise, *, rank: int, may: Callable[[Any], bool]) -> None:
    """Put a page into the staff bar, ordered by rank. `may` is asked with the caller on every page."""
    _entries[url_name] = Entry(url_name, label, rank, may)


def links(*, caller: Any, here: str) -> list[Link]:
    """The staff bar of this caller; `here` is the address of the page being shown."""
    entries = sorted(_entries.values(), key=lambda entry: entry.rank)
    shown = [(entry, url) for entry, url in _with_urls(entries) if entry.may(caller)]
    longest = max((url for _, url in shown if here.startswith(url)), key=len, default=None)
    return [Link(url, entry.label, url == longest) for entry, url in shown]


def _with_urls(entries: list[Entry]) -> Iterator[tuple[Entry, str]]:
    for entry in entries:
        try:
            yield entry, reverse(entry.url_name)
        except NoReverseMatch:
            continue
