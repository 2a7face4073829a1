"""The counters count, and no text for participants is harder to read than we promise."""

import pytest

from tests.language import reading
from tests.language.allowed import HARD_TO_READ, HARD_WORDS
from tests.language.hard_words import LISTS, hard_words
from tests.language.test_catalogues import spanish_of
from tests.language.texts import Text, all_texts

ENGLISH = {
    "the": 1, "message": 2, "room": 1, "people": 2, "waiting": 2, "circle": 2, "idea": 3, "held": 1, "asked": 1,
    "wanted": 2, "changes": 2, "names": 1, "outside": 2, "facility": 4, "created": 3, "don't": 1, "reading": 2,
    "leave": 1, "safe": 1, "moderator": 4, "science": 2, "quiet": 2, "tablet": 2, "cruel": 2, "you": 1, "see": 1,
}  # fmt: skip
SPANISH = {
    "círculo": 3, "sala": 2, "lugar": 2, "mensaje": 3, "persona": 3, "usted": 2, "ayuda": 3, "leerá": 3, "día": 2,
    "ciudad": 2, "quien": 1, "guerra": 2, "pingüino": 3, "país": 2, "lea": 2, "muy": 1, "causa": 2, "yo": 1,
}  # fmt: skip


@pytest.mark.parametrize(("word", "count"), ENGLISH.items())
def test_english_syllables(word, count):
    assert reading.english_syllables(word) == count


@pytest.mark.parametrize(("word", "count"), SPANISH.items())
def test_spanish_syllables(word, count):
    assert reading.spanish_syllables(word) == count


def test_plain_words_pass_and_official_ones_do_not():
    ours = "Your message is held. A person will read it by six. You are not in trouble."
    theirs = "Communications identified as noncompliant are subject to administrative review by authorized personnel."
    assert reading.grade(ours) <= reading.HARDEST_GRADE < reading.grade(theirs)


def test_spanish_plain_words_pass_and_official_ones_do_not():
    ours = "Su mensaje espera. Una persona lo lee antes de las seis. Usted no está en problemas."
    theirs = "Las comunicaciones identificadas como incompatibles permanecerán sujetas a consideración administrativa."
    assert reading.inflesz(ours) >= reading.LOWEST_INFLESZ > reading.inflesz(theirs)


def _variants(text: Text) -> list[str]:
    return [text.msgid, *([text.plural] if text.plural else [])]


def test_no_english_text_for_participants_is_above_grade_six():
    hard = [
        f"{text.where}: grade {reading.grade(words):.1f}: {words!r}"
        for text in all_texts()
        if not text.for_staff and not text.broken and text.msgid not in HARD_TO_READ
        for words in _variants(text)
        if len(reading.words(words)) >= reading.FEWEST_WORDS and reading.grade(words) > reading.HARDEST_GRADE
    ]
    assert not hard, "\n" + "\n".join(hard)


def test_no_spanish_text_for_participants_is_harder_than_quite_easy():
    hard = [
        f"{text.where}: {reading.inflesz(words):.0f}: {words!r}"
        for text in all_texts()
        if not text.for_staff and not text.broken and text.msgid not in HARD_TO_READ
        for words in spanish_of(text)
        if len(reading.words(words)) >= reading.FEWEST_WORDS and reading.inflesz(words) < reading.LOWEST_INFLESZ
    ]
    assert not hard, "\n" + "\n".join(hard)


def _in_language(text: Text, language: str) -> list[str]:
    return _variants(text) if language == "en" else spanish_of(text)


def _hard_words_in_use(language: str) -> list[tuple[Text, str, str]]:
    """Each hard word that a participant reads, with its text and the words around it."""
    return [
        (text, words, hard)
        for text in all_texts()
        if not text.for_staff and not text.broken
        for words in _in_language(text, language)
        for hard in hard_words(words, language)
    ]


@pytest.mark.parametrize("language", ["en", "es"])
def test_no_text_for_participants_has_a_hard_word(language):
    found = [
        f"{text.where}: {hard!r} in {words!r}"
        for text, words, hard in _hard_words_in_use(language)
        if hard.lower() not in HARD_WORDS
    ]
    assert not found, "\n" + "\n".join(found)


@pytest.mark.parametrize(
    ("text", "language", "hard"),
    [
        ("Your message is pending moderation", "en", ["pending", "moderation"]),
        ("Request denied", "en", ["Request", "denied"]),
        ("Held. A person will read it.", "en", []),
        ("Unquestionably yours", "en", ["Unquestionably"]),
        ("Mensaje rechazado por infracción", "es", ["infracción"]),
        ("Su cuenta de usuario", "es", ["cuenta", "usuario"]),
        ("Su mensaje espera", "es", []),
        ("Incomprensiblemente suyo", "es", ["Incomprensiblemente"]),
    ],
)
def test_a_hard_word_is_seen_in_a_label_of_two_words(text, language, hard):
    assert hard_words(text, language) == hard


@pytest.mark.parametrize("language", ["en", "es"])
def test_each_hard_word_is_one_word_and_has_a_plain_one(language):
    assert not [word for word, plain in LISTS[language].items() if not plain or " " in word]


def test_every_exception_is_still_needed():
    assert not set(HARD_TO_READ) - {text.msgid for text in all_texts()}
    used = {hard.lower() for language in LISTS for _, _, hard in _hard_words_in_use(language)}
    assert not set(HARD_WORDS) - used
