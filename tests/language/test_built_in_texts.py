"""The texts that people agree to stand in no catalogue: they are measured here, line by line."""

import pytest

from groups.agreements.built_in import TEXTS
from tests.language import reading
from tests.language.allowed import HARD_WORDS
from tests.language.hard_words import hard_words

LINES = [
    pytest.param(language, line, id=f"{kind}, {language}, {number}")
    for kind, both in TEXTS.items()
    for language, text in zip(("en", "es"), both, strict=True)
    for number, line in enumerate(text.splitlines(), start=1)
]


@pytest.mark.parametrize(("language", "line"), LINES)
def test_each_line_is_of_grade_six_or_lower_and_has_no_hard_word(language, line):
    assert not [word for word in hard_words(line, language) if word.lower() not in HARD_WORDS]
    words = line.replace(": ", ". ")
    if language == "en":
        assert reading.grade(words) <= reading.HARDEST_GRADE
    else:
        assert reading.inflesz(words) >= reading.LOWEST_INFLESZ


@pytest.mark.parametrize("kind", TEXTS)
def test_both_languages_say_as_many_things(kind):
    english, spanish = (text.splitlines() for text in TEXTS[kind])
    assert len(english) == len(spanish)
    assert all(": " in line for line in english + spanish)
