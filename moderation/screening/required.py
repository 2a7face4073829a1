"""Which literals every match of a pattern holds, read off the pattern itself.

A requirement is a row of choices, of each of which one must be met: *(kill|shoot) (him|her)* requires `{kill, shoot}`
and `{him, her}`. It may be weaker than the pattern, never stronger.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Final

Choice = frozenset[str]
Choices = tuple[Choice, ...]

_ESCAPES: Final = r"\\.|\[(?:\\.|[^\]\\])+\]"
_STRUCTURE: Final = re.compile(rf"{_ESCAPES}|\(\?:|[()|]", re.DOTALL)
#: Letters in a row are one token, but for the last before a count.
_TOKEN: Final = re.compile(rf"{_ESCAPES}|[a-z0-9 ]+(?![*+?{{])|[*+?]\??|\{{\d+(?:,\d*)?\}}\??|.", re.DOTALL)
_CLASS: Final = re.compile(r"\[([a-z0-9 ,]{1,4})\]")
_ONLY_WORDS: Final = re.compile("[a-z0-9 |]+")
_WIDTHLESS: Final = frozenset({r"\b", "^", "$", r"\A", r"\z"})
_MOST_EXACT: Final = 48  # spellings of a stretch that are kept whole
_MOST_CHOICES: Final = 400
_MOST_AT_ONCE: Final = 2  # choices that are looked for
_SHORTEST: Final = 3  # letters; shorter literals are in every text


@dataclass(frozen=True, slots=True)
class _Part:
    """What is known of a piece of a pattern: all that it can be, or else what it must hold."""

    exact: Choice | None
    held: Choices = ()

    def must(self) -> Choices:
        if self.exact is None:
            return self.held
        return (self.exact,) if self.exact and min(map(len, self.exact)) >= _SHORTEST else ()


_UNKNOWN: Final = _Part(None)
_EMPTY: Final = _Part(frozenset({""}))
_REMEMBERED: Final = 4_000  # groups
_KNOWN: Final[dict[str, _Part]] = {}


def required(pattern: str) -> Choices:
    """What each match of this pattern holds; nothing where nothing is known."""
    try:
        return _Reader(pattern).part(0, len(pattern)).must()
    except ValueError:
        return ()


class _Reader:
    """Reads a pattern once; what stands between brackets is jumped over where it was met before."""

    def __init__(self, pattern: str) -> None:
        self._pattern = pattern
        self._ends = _brackets(pattern)

    def part(self, start: int, end: int) -> _Part:
        written = self._pattern[start:end]
        part = _KNOWN.get(written)
        if part is None:
            part = _words(written) or _either([_row(pieces) for pieces in self._branches(start, end)])
            if len(_KNOWN) < _REMEMBERED:
                _KNOWN[written] = part
        return part

    def _branches(self, start: int, end: int) -> Iterator[list[str | _Part]]:
        """The alternatives, each as its pieces; a group is one piece, and known already."""
        pieces: list[str | _Part] = []
        done = start
        while seen := _STRUCTURE.search(self._pattern, done, end):
            pieces += _TOKEN.findall(self._pattern, done, seen.start())
            done = seen.end()
            if seen[0] == "|":
                yield pieces
                pieces = []
            elif seen[0] == "(?:":
                last = self._ends[seen.start()]
                pieces.append(self.part(done, last))
                done = last + 1
            elif seen[0] in "()":
                raise ValueError  # flags, a group that captures, or a bracket too many
            else:
                pieces.append(seen[0])
        yield [*pieces, *_TOKEN.findall(self._pattern, done, end)]


def _words(written: str) -> _Part | None:
    """Most groups are words with a bar between, and nothing else."""
    if not _ONLY_WORDS.fullmatch(written):
        return None
    exact = frozenset(written.split("|"))
    return _Part(exact) if len(exact) <= _MOST_CHOICES else None


def _brackets(pattern: str) -> dict[int, int]:
    """Where each bracket that opens is closed."""
    opened: list[int] = []
    ends: dict[int, int] = {}
    for seen in _STRUCTURE.finditer(pattern):
        if seen[0] in ("(", "(?:"):
            opened.append(seen.start())
        elif seen[0] == ")":
            if not opened:
                raise ValueError
            ends[opened.pop()] = seen.start()
    if opened:
        raise ValueError
    return ends


def _row(pieces: Sequence[str | _Part]) -> _Part:
    """Pieces one after another."""
    part = _EMPTY
    for at, piece in enumerate(pieces):
        if not _is_count(piece):
            follows = pieces[at + 1] if at + 1 < len(pieces) else ""
            this = piece if isinstance(piece, _Part) else _piece(piece)
            part = _then(part, _counted(this, follows) if isinstance(follows, str) and _is_count(follows) else this)
    return part


def _is_count(piece: str | _Part) -> bool:
    return isinstance(piece, str) and piece[:1] in ("*", "+", "?", "{")


def _piece(written: str) -> _Part:
    if written in _WIDTHLESS:
        return _EMPTY
    if seen := _CLASS.fullmatch(written):
        return _Part(frozenset(seen[1]))
    if written != "." and written[0] not in "\\[":
        return _Part(frozenset({written}))
    if written[0] == "\\" and not written[1].isalnum():
        return _Part(frozenset(written[1]))
    return _UNKNOWN


def _counted(part: _Part, count: str) -> _Part:
    if count.rstrip("?") == "" and part.exact is not None:
        return _Part(part.exact | {""})
    if count[0] == "+" or (count[0] == "{" and not count.startswith("{0")):
        return _Part(None, part.must())
    return _UNKNOWN


def _then(left: _Part, right: _Part) -> _Part:
    if left.exact is not None and right.exact is not None and len(left.exact) * len(right.exact) <= _MOST_EXACT:
        return _Part(frozenset(one + other for one, other in product(left.exact, right.exact)))
    return _Part(None, _strongest((*left.must(), *right.must())))


def _either(parts: Sequence[_Part]) -> _Part:
    exact = [part.exact for part in parts if part.exact is not None]
    if len(exact) == len(parts) and sum(map(len, exact)) <= _MOST_CHOICES:
        return _Part(frozenset[str]().union(*exact))
    held = [part.must() for part in parts]
    if not all(held):
        return _UNKNOWN
    choice = frozenset[str]().union(*(_strongest(one)[-1] for one in held))
    return _Part(None, (choice,)) if len(choice) <= _MOST_CHOICES else _UNKNOWN


def _strongest(choices: Iterable[Choice]) -> Choices:
    """The best last."""
    return tuple(sorted(dict.fromkeys(choices), key=_strength)[-_MOST_AT_ONCE:])


def _strength(choice: Choice) -> tuple[int, int]:
    """Long literals, and few of them, are seldom met."""
    return min(map(len, choice)), -len(choice)
