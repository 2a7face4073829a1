"""How hard a text is to read, by the two formulas of the field.

English: Flesch-Kincaid grade. Spanish: Szigriszt-Pazos perspicuity, judged by the INFLESZ scale
(65 and more: "quite easy"). Both want sentences, words and syllables; both mean little below ten words.
"""

from __future__ import annotations

import re

FEWEST_WORDS = 10
HARDEST_GRADE = 6.0
LOWEST_INFLESZ = 65.0

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
SENTENCE_END = re.compile(r"[.!?:;…]+(?:\s|$)|\n")
PLACEHOLDER = re.compile(r"%\(\w+\)[sdif]|%[sdif]|\{\w*\}")
TAGS = re.compile(r"<[^>]*>|&\w+;")

SILENT_END = re.compile(r"(?:[^aeiouy]es|[^aeiouytd]ed|[^aeiouyl]e|[aeiouy]le|[aeiouy]e)$")
STILL_HEARD = re.compile(r"(?:[sxzcg]|ch|sh)es$")
TWO_VOWELS = re.compile(
    r"ia(?!l?ly)|io(?!n)|eo(?![up])|(?:id|ar|cr)ea|ua|uo|ie(?=t|n[ct])|iu|[^q]ue(?=l|t)|ying|ism$|[ds]n't$"
)

STRONG, WEAK, WEAK_ACCENTED = "aeoáéó", "iuüy", "íú"


def plain(text: str) -> str:
    """The text as it is read: names stand for what is filled in, without markup."""
    return TAGS.sub(" ", PLACEHOLDER.sub("Ana", text.replace("%%", "%")))


def words(text: str) -> list[str]:
    return WORD.findall(plain(text))


def sentences(text: str) -> int:
    return max(len([part for part in SENTENCE_END.split(plain(text)) if WORD.search(part)]), 1)


def grade(text: str) -> float:
    """Flesch-Kincaid grade of an English text."""
    said = words(text)
    syllables = sum(english_syllables(word) for word in said)
    return 0.39 * len(said) / sentences(text) + 11.8 * syllables / len(said) - 15.59


def inflesz(text: str) -> float:
    """Szigriszt-Pazos perspicuity of a Spanish text: the higher, the easier."""
    said = words(text)
    syllables = sum(spanish_syllables(word) for word in said)
    return 206.835 - 62.3 * syllables / len(said) - len(said) / sentences(text)


def english_syllables(word: str) -> int:
    """By groups of vowels, a silent ending taken away. Right for nine words of ten, which is enough for a mean."""
    word = word.lower().replace("’", "'")
    groups = len(re.findall(r"[aeiouy]+", word)) + len(TWO_VOWELS.findall(word))
    if SILENT_END.search(word) and not STILL_HEARD.search(word):
        groups -= 1 if not re.search(r"[aeiouy][aeiouy]e?$|ee$", word) else 0
    return max(groups, 1)


def spanish_syllables(word: str) -> int:
    """By vowels: two strong ones part, a weak one joins its neighbour unless it has the accent."""
    word = re.sub(r"(?<=q)u|(?<=g)u(?=[eiéí])", "", word.lower())
    word = re.sub(r"y(?=[aeiouáéíóú])", "j", word)
    count, before = 0, ""
    for letter in word:
        if letter not in STRONG + WEAK + WEAK_ACCENTED:
            before = ""
            continue
        joins = before and (letter in WEAK or before in WEAK)
        count += 0 if joins else 1
        before = letter
    return max(count, 1)
