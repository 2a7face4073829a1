"""Putting other words in place of some, with the maps kept."""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from .base import Maps, View


class Edit(NamedTuple):
    """What stands in place of `text[start:end]` of a view.

    `at` says for each new letter which old one it stands for; without it each stands for all of them.
    """

    start: int
    end: int
    letters: str
    step: str = ""
    at: Sequence[int] = ()


def edited(name: str, view: View, edits: Sequence[Edit]) -> View:
    """The view with these edits, which come in the order of the text and don't overlap."""
    if not edits:
        return View(name, view.text, lambda: view.maps)
    pieces: list[str] = []
    done = 0
    for edit in edits:
        pieces += (view.text[done : edit.start], edit.letters)
        done = edit.end
    pieces.append(view.text[done:])
    return View(name, "".join(pieces), partial(_maps, view, edits))


def _maps(view: View, edits: Sequence[Edit]) -> Maps:
    """Built piece by piece: what is not edited keeps its own map."""
    old, starts, ends = view.maps, list[int](), list[int]()
    done = 0
    for edit in edits:
        starts += old.starts[done : edit.start]
        ends += old.ends[done : edit.start]
        starts += map(old.starts.__getitem__, edit.at or [edit.start] * len(edit.letters))
        ends += map(old.ends.__getitem__, edit.at or [edit.end - 1] * len(edit.letters))
        done = edit.end
    return Maps([*starts, *old.starts[done:]], [*ends, *old.ends[done:]])
