"""Names of groups as single letters: patterns that speak of any of a thousand names would be huge if they spelled them.

A capital stands for all names that are of the same kinds; the normal form itself has no capitals.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from string import ascii_uppercase
from typing import Final

from .en import hate_groups as english
from .es import hate_groups as spanish

_KINDS: Final[Mapping[str, tuple[str, ...]]] = {**english.KINDS, **spanish.KINDS}
_PLAIN: Final = frozenset({*english.PLAIN, *spanish.PLAIN})


def _kinds_of_names() -> Mapping[str, frozenset[str]]:
    kinds: dict[str, set[str]] = defaultdict(set)
    for kind, names in _KINDS.items():
        for name in names:
            kinds[name].add(kind)
    return {name: frozenset(found) for name, found in kinds.items() if name not in _PLAIN}


_OF_NAMES: Final = _kinds_of_names()
_ALIKE: Final = dict(zip(dict.fromkeys(_OF_NAMES.values()), ascii_uppercase, strict=False))
#: The letter for each name.
LETTERS: Final[Mapping[str, str]] = {name: _ALIKE[kinds] for name, kinds in _OF_NAMES.items()}


def _choices(kind: str) -> Iterator[str]:
    yield "[" + "".join(letter for kinds, letter in _ALIKE.items() if kind in kinds) + "]"
    yield from sorted(_PLAIN.intersection(_KINDS[kind]), key=len, reverse=True)


#: For each kind, its names as a piece of a pattern.
LETTERS_OF: Final[Mapping[str, str]] = {kind: "|".join(_choices(kind)) for kind in _KINDS}
