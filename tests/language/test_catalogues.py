"""Every text that a participant sees has its Spanish, and says the same things in it."""

from __future__ import annotations

import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import polib
import pytest
from django.template.base import Lexer, TokenType

from tests.language.allowed import UNTRANSLATED
from tests.language.texts import (
    APPS,
    Text,
    all_texts,
    is_for_staff,
    placeholders,
    templates,
    texts_of_module,
    texts_of_template,
)

ROOT = Path(__file__).resolve().parents[2]

SAME_EVERYWHERE = re.compile("|".join(map(re.escape, sorted(UNTRANSLATED, key=len, reverse=True))))

#: Blocks that fill attributes, not the page's words.
ATTRIBUTES = re.compile(r"{% block \w+_(class|attrs|mode) %}.*?{% endblock( \w+)? %}", re.S)


@cache
def catalogue(app: str) -> dict[tuple[str | None, str], polib.POEntry]:
    path = APPS[app] / "locale" / "es" / "LC_MESSAGES" / "django.po"
    entries = polib.pofile(str(path), check_for_duplicates=True) if path.exists() else []
    return {(entry.msgctxt, entry.msgid): entry for entry in entries if not entry.obsolete}


def spanish_of(text: Text) -> list[str]:
    """The Spanish of a text, in all its forms; empty where there is none."""
    entry = catalogue(text.app).get((text.context, text.msgid))
    if entry is None or entry.fuzzy:
        return []
    forms = list(entry.msgstr_plural.values()) if text.plural else [entry.msgstr]
    return forms if all(forms) else []


def test_no_text_is_one_that_a_catalogue_can_never_find():
    broken = [f"{text.where}: {text.broken}: {text.msgid!r}" for text in all_texts() if text.broken]
    assert not broken, "\n" + "\n".join(broken)


@pytest.mark.parametrize("app", sorted(APPS))
def test_every_text_for_participants_has_its_spanish(app):
    missing = [
        f"{text.where}: in {text.app}/locale/es: {text.msgid!r}"
        for text in all_texts()
        if text.app == app and not text.for_staff and not text.broken and not spanish_of(text)
    ]
    assert not missing, "\n" + "\n".join(missing)


def test_the_spanish_fills_in_the_same_things():
    other = [
        f"{text.where}: {text.msgid!r} -> {words!r}"
        for text in all_texts()
        for words in spanish_of(text)
        if placeholders(words) != placeholders(text.plural or text.msgid)
        and placeholders(words) != placeholders(text.msgid)
    ]
    assert not other, "\n" + "\n".join(other)


def test_the_same_english_has_one_spanish_in_all_catalogues():
    said: dict[tuple[str | None, str], set[str]] = {}
    for app in APPS:
        for key, entry in catalogue(app).items():
            said.setdefault(key, set()).add(entry.msgstr)
    assert not {key: words for key, words in said.items() if len(words) > 1}


@pytest.mark.parametrize("app", sorted(APPS))
def test_a_catalogue_says_its_plural_rule_and_its_encoding(app):
    path = APPS[app] / "locale" / "es" / "LC_MESSAGES" / "django.po"
    if path.exists():
        metadata = polib.pofile(str(path)).metadata
        assert metadata["Plural-Forms"].startswith("nplurals=2; plural=(n != 1)")
        assert metadata["Content-Type"] == "text/plain; charset=UTF-8"


class _Words(HTMLParser):
    """Collects what a reader would see or hear: text, and the attributes that are spoken."""

    SPOKEN = ("aria-label", "title", "alt", "placeholder")

    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attrs):
        self.found += [value for name, value in attrs if name in self.SPOKEN and value]

    def handle_data(self, data):
        self.found.append(data)


def _left_alone(source: str) -> list[str]:
    """The words of a template that no tag translates."""
    inside, kept = 0, []
    source = ATTRIBUTES.sub(" ", source)
    for token in Lexer(source).tokenize():
        first = token.contents.split()[0] if token.token_type == TokenType.BLOCK and token.contents else ""
        inside += first in ("blocktranslate", "blocktrans", "comment")
        inside -= first in ("endblocktranslate", "endblocktrans", "endcomment")
        kept.append(token.contents if token.token_type == TokenType.TEXT and not inside else " ")
    parser = _Words()
    parser.feed(re.sub(r"<(script|style)\b.*?</\1>", " ", "".join(kept), flags=re.S))
    words = (SAME_EVERYWHERE.sub(" ", found).strip() for found in parser.found)
    return [found for found in words if re.search(r"[^\W\d_]{2}", found)]


def test_participants_templates_hold_no_words_outside_of_translate():
    alone = [
        f"{path.relative_to(ROOT)}: {words!r}"
        for path in templates()
        if not is_for_staff(path)
        for words in _left_alone(path.read_text())
    ]
    assert not alone, "\n" + "\n".join(alone)


# The finder itself


def _found(source):
    return list(texts_of_template(source, ROOT / "templates" / "base" / "page.html"))


def test_the_finder_sees_every_kind_of_text_in_a_template():
    found = _found(
        '{% translate "One" %}{% translate "You" context "seat" %}{% notice title=_("Two") %}{{ _("Three") }}'
        "{% blocktranslate trimmed with a=b %}\n  Hi\n  {{ a }}, 5%\n{% endblocktranslate %}"
        "{% blocktranslate count n=c %}one{% plural %}{{ n }} many{% endblocktranslate %}"
        '{% comment %}{% translate "Never" %}{% endcomment %}'
    )
    assert [(text.msgid, text.context, text.plural) for text in found] == [
        ("One", None, None),
        ("You", "seat", None),
        ("Two", None, None),
        ("Three", None, None),
        ("Hi %(a)s, 5%%", None, None),
        ("one", None, "%(n)s many"),
    ]


def test_the_finder_sees_texts_in_python_by_whatever_name_they_are_called():
    source = (
        "from django.utils.translation import gettext_lazy as _, ngettext\n"
        "from django.utils import translation as t\n"
        'a = _("One" " two")\nb = ngettext("seat", "seats", 2)\nc = t.pgettext("door", "In")\nd = _(f"no {a}")\n'
        "e = _(a)\nf = other('x')\n"
    )
    found = list(texts_of_module(source, ROOT / "chat" / "x.py", "chat"))
    assert [(text.msgid, text.context, text.plural, bool(text.broken)) for text in found] == [
        ("One two", None, None, False),
        ("seat", None, "seats", False),
        ("In", "door", None, False),
        ("f'no {a}'", None, None, True),
    ]


def test_words_outside_of_translate_are_seen():
    source = '<p>Same Circle</p><p title="Hello there">{{ name }}</p><p>Left over {% translate "ok" %}</p>'
    assert _left_alone(source) == ["Hello there", "Left over"]
