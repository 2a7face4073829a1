"""The words that a rule knows: those of its examples, and those of what it looks for and of its guards."""

from collections.abc import Iterator
from functools import lru_cache

from .rules import Rule
from .rules.groups import LETTERS
from .views.vocabulary import words_of_pattern, words_of_text


@lru_cache(maxsize=4_096)
def said_in(rule: Rule) -> tuple[str, ...]:
    """As often as its examples, and the texts that it looks for, say them."""
    steps = (text for step in rule.steps for text in step)
    texts = (*rule.must_match, *rule.must_not_match, *rule.literals, *rule.not_before, *rule.not_after, *steps)
    return tuple(word for text in texts for word in words_of_text(text))


@lru_cache(maxsize=4_096)
def known_to(rule: Rule) -> frozenset[str]:
    """All words and pieces of words in its patterns."""
    return frozenset(word for pattern in _patterns(rule) for word in words_of_pattern(pattern))


def _patterns(rule: Rule) -> Iterator[str]:
    yield rule.pattern
    if rule.view == "groups":
        yield "|".join(LETTERS)
    for guard in rule.guards:
        yield guard.pattern
        yield guard.unless
