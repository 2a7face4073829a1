"""Ways in which people hide words from a filter, written for these tests."""

import random
from collections.abc import Callable

from moderation.screening.views.lookalikes import LATIN

_LOOKING = {
    latin: [look for look, letter in LATIN.items() if letter == latin and look.islower()] for latin in "aceiopsxy"
}
_LEET = {"a": "4@", "e": "3", "i": "1!", "o": "0", "s": "5$", "t": "7", "l": "1", "b": "8"}
_INVISIBLE = "\u200b\u200c\u00ad\u2060\ufeff"
_MARKS = "\u0301\u0323\u0336"
_LONG = 4  # letters; shorter words are mostly left as they are

Disguise = Callable[[str, random.Random], str]


def _each_word(text: str, change: Callable[[str], str], chance: float, rng: random.Random) -> str:
    return " ".join(change(word) if word.isalpha() and rng.random() < chance else word for word in text.split(" "))


def _swapped_letters(text: str, instead: dict[str, list[str]] | dict[str, str], rng: random.Random) -> str:
    return "".join(rng.choice(instead[c]) if instead.get(c) and rng.random() < 0.6 else c for c in text)


def lookalikes(text: str, rng: random.Random) -> str:
    return _swapped_letters(text, _LOOKING, rng)


def leet(text: str, rng: random.Random) -> str:
    return _each_word(text, lambda word: _swapped_letters(word, _LEET, rng) if len(word) >= _LONG else word, 0.8, rng)


def invisible(text: str, rng: random.Random) -> str:
    return "".join(c + rng.choice(_INVISIBLE) if rng.random() < 0.3 else c for c in text)


def marked(text: str, rng: random.Random) -> str:
    return "".join(c + rng.choice(_MARKS) if c.isalpha() and rng.random() < 0.4 else c for c in text)


def spread(text: str, rng: random.Random) -> str:
    return _each_word(text, lambda word: " ".join(word) if len(word) >= _LONG else word, 0.8, rng)


def punctuated(text: str, rng: random.Random) -> str:
    sign = rng.choice(".-_~*/")
    return _each_word(text, lambda word: sign.join(word) if len(word) >= _LONG else word, 0.8, rng)


def lengthened(text: str, rng: random.Random) -> str:
    def longer(word: str) -> str:
        at = rng.randrange(len(word))
        return word[:at] + word[at] * rng.randint(3, 5) + word[at + 1 :]

    return _each_word(text, longer, 0.8, rng)


def masked(text: str, rng: random.Random) -> str:
    def hidden(word: str) -> str:
        places = [at for at, c in enumerate(word) if c in "aeiou" and at]
        if len(word) < _LONG or not places:
            return word
        at = rng.choice(places)
        return word[:at] + rng.choice("*#_") + word[at + 1 :]

    return _each_word(text, hidden, 0.8, rng)


def swapped(text: str, rng: random.Random) -> str:
    def turned(word: str) -> str:
        if len(word) < _LONG:
            return word
        at = rng.randrange(1, len(word) - 1)
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]

    return _each_word(text, turned, 0.8, rng)


ALL: dict[str, Disguise] = {
    each.__name__: each
    for each in (lookalikes, leet, invisible, marked, spread, punctuated, lengthened, masked, swapped)
}
