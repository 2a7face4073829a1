"""What waits for a member of staff, on their first page. Each app registers cards that it can fill for a caller."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Fact:
    """A few words in a row. `tone`: `berry` (crisis), `clay` (late, to be mended), `dusk` (waits), `pine` (good)."""

    words: str
    url: str = ""
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that waits, or one place at a glance. `aside`: how long, or how many."""

    words: str
    url: str = ""
    detail: str = ""
    aside: str = ""
    tone: str = ""
    facts: Sequence[Fact] = ()


@dataclass(frozen=True, slots=True)
class Act:
    """Something that can be done from here. `post`: it changes something, and is a form of one button."""

    words: str
    url: str
    post: bool = False
    is_main: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """`calm`: the good news that is told when there is no row. `is_wide`: it needs both columns."""

    title: str
    rows: Sequence[Row]
    calm: str
    note: str = ""
    tone: str = ""
    acts: Sequence[Act] = ()
    is_wide: bool = False


Maker = Callable[[Any], Card | None]
_makers: dict[str, tuple[int, Maker]] = {}


def register(name: str, make: Maker, *, rank: int) -> None:
    """`make` is asked with the caller whenever they open their first page; None: there is nothing of theirs in it."""
    _makers[name] = (rank, make)


def cards(caller: Any) -> list[Card]:
    ranked = sorted(_makers.items(), key=lambda item: (item[1][0], item[0]))
    return [card for _, (_, make) in ranked if (card := make(caller)) is not None]
