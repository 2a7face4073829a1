"""Colours and measures are tokens, tokens are used, and pairs of colours can be told apart."""

import re

import pytest

from config.design import tokens
from tests.design.sheets import declarations, sheets

COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}\b|\b(?:rgb|hsl)a?\([^)]*\)")
#: Colours that stand outside of tokens.css, each with its reason: (sheet, selector) -> why.
WRITTEN_OUT = {
    ("base.css", ".dialog::backdrop"): "a backdrop knows no custom properties before Chromium 122",
    ("participant.css", ".starters"): "a mask: only how much of it there is counts",
    ("print.css", ""): "paper is black on white, whatever the theme",
}


def _excused(sheet: str, selector: str) -> bool:
    return (sheet, selector) in WRITTEN_OUT or (sheet, "") in WRITTEN_OUT


def test_no_colour_is_written_outside_of_the_tokens():
    found = [
        (sheet, selector, colour)
        for sheet, css in sheets().items()
        for selector, body in declarations(css)
        for colour in COLOUR.findall(body)
        if sheet != "tokens.css" and not _excused(sheet, selector)
    ]
    assert not found


def test_every_excuse_for_a_colour_is_still_needed():
    written = {
        (sheet, selector)
        for sheet, css in sheets().items()
        for selector, body in declarations(css)
        if COLOUR.search(body)
    }
    needed = written | {(sheet, "") for sheet, _ in written}
    assert not [excuse for excuse in WRITTEN_OUT if excuse not in needed]


def test_every_token_is_used():
    css = "\n".join(sheet for name, sheet in sheets().items() if name != "design.css")
    assert not [name for name in tokens.tokens() if not re.search(rf"var\(--{name}\b", css)]


def test_every_token_that_is_used_is_there():
    css = "\n".join(sheets().values())
    assert not set(re.findall(r"var\(--([\w-]+)", css)) - set(tokens.tokens())


def test_the_page_shows_every_colour():
    shown = {token.name for family in tokens.families() for token in family.tokens}
    colours = {name for name, token in tokens.tokens().items() if token.light.startswith("#")}
    assert shown == colours


@pytest.mark.parametrize("one", tokens.measured(), ids=lambda one: f"{one.pair.over} on {one.pair.under}")
def test_colours_can_be_told_apart_in_light_and_dark(one):
    assert min(one.light, one.dark) >= one.pair.least


def test_contrast_is_that_of_wcag():
    assert tokens.contrast("#ffffff", "#000000") == pytest.approx(21)
    assert tokens.contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)
    assert tokens.contrast("#123456", "#123456") == 1


def test_every_colour_that_carries_words_is_measured():
    """A token named in `color:` stands above something in the table."""
    words = {
        name
        for css in sheets().values()
        for _, body in declarations(css)
        for name in re.findall(r"(?:^|[;\s])color:\s*var\(--([\w-]+)\)", body)
    }
    assert not words - {pair.over for pair in tokens.PAIRS}
