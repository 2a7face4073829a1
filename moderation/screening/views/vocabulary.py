"""The words that a disguise may hide: those of the rules, and common ones of both languages.

A word that is in here is never taken for a disguise of another, so ordinary words stay what they are.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import Final, TypeVar

from .folding import normal

_K = TypeVar("_K")
LONGEST: Final = 24  # letters
#: A word in a pattern, with letters that may be missing, choices of letters, and one choice of endings.
_IN_PATTERN: Final = re.compile(r"(?:(?:[a-z]|\[[a-z]+\])\??)+(?:\(\?:[a-z?|]+\)\??)?")
_ESCAPE: Final = re.compile(r"\\[a-zA-Z]\+?")
_ATOM: Final = re.compile(r"(?:\[([a-z]+)\]|([a-z])|\(\?:([a-z?|]+)\))(\?)?")
_WORD: Final = re.compile(r"[a-z]+")
_RUN: Final = re.compile(r"(.)\1+")
_SPELLINGS: Final = 64  # of one word in a pattern
ANY: Final = "*"
I_OR_L: Final = "1"
_HIDING: Final = str.maketrans(dict.fromkeys("aeiou", ANY))
#: What words cost in a row of letters follows from how often they are said among so many; unsaid ones are not nothing.
_SAID: Final = 30_000
_UNSAID: Final = 0.1
_SHORTEST_STEM: Final = 5  # letters
_SHORTEST_SWAPPED_STEM: Final = 7  # nothing but their order tells that these letters are odd
_LETTERS: Final = frozenset("aeiouy")  # words of one letter


def key(letters: str) -> str:
    """What a word shares with its lengthened and its ambiguous spellings: each run once, and l as i."""
    return _RUN.sub(r"\1", letters.replace("l", "i").replace(I_OR_L, "i"))


def words_of_text(text: str) -> list[str]:
    return _WORD.findall(normal(text).text)


@lru_cache(maxsize=50_000)
def _spellings(written: str) -> tuple[str, ...]:
    """The words that a piece of a pattern stands for: `stabb?(?:ed|ing)` is four."""
    choices: list[Sequence[str]] = []
    for seen in _ATOM.finditer(written):
        inner: list[str] = list(seen[1] or "") or [seen[2] or ""]
        if seen[3]:
            inner = [spelling for part in seen[3].split("|") for spelling in _spellings(part) or ("",)]
        choices.append([*inner, ""] if seen[4] else inner)
    found: list[str] = []
    for letters in product(*choices):
        found.append("".join(letters))
        if len(found) == _SPELLINGS:
            break
    return tuple(found)


def words_of_pattern(pattern: str) -> Iterator[str]:
    for written in set(_IN_PATTERN.findall(_ESCAPE.sub(" ", pattern))):
        yield from _spellings(written)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words with how often they are met, and the ways from a disguised form back to them; likelier words first."""

    counts: dict[str, int]
    by_key: Mapping[str, Sequence[str]]
    by_consonants: Mapping[str, Sequence[str]]
    #: With one consonant hidden.
    hidden: Mapping[str, str]
    swapped: Mapping[str, str]
    #: What each word costs among letters without gaps; infinite for what only begins a word.
    costs: Mapping[str, float]

    @classmethod
    def of(cls, said: Iterable[str], known: Iterable[str] = ()) -> "Vocabulary":
        """Words as often as they are said, and others, which may be pieces of words."""
        counts = Counter(dict.fromkeys(filter(_is_word, known), 0))
        counts.update(filter(_is_word, said))
        ordered = [word for word, _ in counts.most_common()]
        swapped = {form: word for word in reversed(ordered) for form in _swaps(word)}
        return cls(
            dict(counts),
            _grouped(ordered, lambda word: [key(word)]),
            _grouped(ordered, lambda word: [_consonants(word)]),
            {form: word for word in reversed(ordered) for form in _hidden(word)},
            {form: word for form, word in swapped.items() if form not in counts},
            _costs(counts),
        )

    def with_words(self, said: Iterable[str], known: Iterable[str] = ()) -> "Vocabulary":
        """These words as well; what is known already keeps its place."""
        new = Vocabulary.of(*((word for word in words if word not in self.counts) for words in (said, known)))
        if not new.counts:
            return self
        swapped = {form: word for form, word in new.swapped.items() if form not in self.counts}
        return Vocabulary(
            {**self.counts, **new.counts},
            _merged(self.by_key, new.by_key),
            _merged(self.by_consonants, new.by_consonants),
            {**new.hidden, **self.hidden},
            _without({**swapped, **self.swapped}, new.counts),
            {**self.costs, **_only_new(new.costs, self.costs)},
        )

    def __contains__(self, word: str) -> bool:
        return word in self.counts

    def spelled_like(self, letters: str) -> str:
        """The likeliest word of which this is a lengthened or ambiguous spelling; empty when there is none."""
        found = self.by_key.get(key(letters), ())
        once = _RUN.sub(r"\1", letters)
        for word in found:
            if len(word) == len(letters) and _fits(letters, word):
                return word
        for word in found:
            if _fits(once, _RUN.sub(r"\1", word)):
                return word
        return found[0] if found and I_OR_L in letters else ""

    def masked_as(self, letters: str) -> str:
        """The likeliest word behind letters of which some are hidden (`*`); rather a hidden vowel.

        Of a longer word the beginning may be known alone: *estr*ngulaba*.
        """
        longest = min(len(letters), LONGEST)
        for size in range(longest, min(longest, _SHORTEST_STEM) - 1, -1):
            if word := self._masked(letters[:size]):
                return word + letters[size:]
        return ""

    def _masked(self, letters: str) -> str:
        found = self.by_consonants.get(_consonants(letters), ())
        return next((word for word in found if _fits(letters, word)), "") or self.hidden.get(letters, "")

    def unswapped(self, letters: str) -> str:
        """The word with two of its letters swapped, or the same with a longer ending; empty when there is none."""
        if letters in self.swapped:
            return self.swapped[letters]
        for size in range(min(len(letters) - 1, LONGEST), _SHORTEST_SWAPPED_STEM - 1, -1):
            if letters[:size] in self.swapped and letters[:size] not in self.costs:
                return self.swapped[letters[:size]] + letters[size:]
        return ""


def _grouped(words: Iterable[str], keys: Callable[[str], Iterable[_K]]) -> Mapping[_K, Sequence[str]]:
    groups: dict[_K, list[str]] = defaultdict(list)
    for word in words:
        for one in keys(word):
            groups[one].append(word)
    return dict(groups)


def _merged(old: Mapping[_K, Sequence[str]], new: Mapping[_K, Sequence[str]]) -> Mapping[_K, Sequence[str]]:
    return {**old, **{one: [*old.get(one, ()), *words] for one, words in new.items()}}


def _without(forms: dict[str, str], words: Iterable[str]) -> Mapping[str, str]:
    for word in words:
        forms.pop(word, None)
    return forms


def _only_new(new: Mapping[str, float], old: Mapping[str, float]) -> Mapping[str, float]:
    """The beginning of a new word may be a word that is known."""
    return {word: cost for word, cost in new.items() if cost < math.inf or word not in old}


def _consonants(letters: str) -> str:
    return letters.translate(_HIDING)


def _hidden(word: str) -> Iterator[str]:
    if len(word) > 3:
        for at, letter in enumerate(word):
            if letter not in "aeiou":
                yield word[:at] + ANY + word[at + 1 :]


def _is_word(word: str) -> bool:
    return word in _LETTERS or 2 <= len(word) <= LONGEST


def _costs(counts: Mapping[str, int]) -> dict[str, float]:
    costs: dict[str, float] = {}
    for word, count in counts.items():
        for size in range(1, len(word)):
            costs.setdefault(word[:size], math.inf)
        costs[word] = math.log(_SAID / (count + _UNSAID))
    return costs


def _fits(letters: str, word: str) -> bool:
    if len(letters) != len(word):
        return False
    for letter, other in zip(letters, word, strict=True):
        if letter not in (other, ANY) and not (letter == I_OR_L and other in "il"):
            return False
    return True


def _swaps(word: str) -> Iterator[str]:
    """Two neighbours in each other's place; the first letter stays, and short words are left alone."""
    if len(word) < 4:
        return
    for at in range(1, len(word) - 1):
        if word[at] != word[at + 1]:
            yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]
