"""Paper takes every text that somebody can write: drawn, or shown to be missing, and never a reason to fail."""

from io import BytesIO

import pytest
from pypdf import PdfReader
from reportlab.pdfbase.pdfmetrics import stringWidth

from core import paper

WORDS = "“Señor Núñez — ¿qué tal? ¡Adiós!” 100 € & <b>bold</b> &amp; it's"


def read(*blocks, **more):
    made = paper.document(**{"title": "A paper", "language": "es", "blocks": blocks} | more)
    return PdfReader(BytesIO(made))


def text_of(*blocks, **more):
    return "\n".join(page.extract_text() for page in read(*blocks, **more).pages)


def test_a_paper_says_its_title_and_its_language_and_shows_the_title():
    made = read(paper.Title("Hola"))
    assert made.metadata.title == "A paper"
    assert made.root_object["/Lang"] == "es"
    assert made.root_object["/ViewerPreferences"]["/DisplayDocTitle"]


def test_its_fonts_ride_in_the_file_so_that_it_is_the_same_everywhere():
    fonts = read(paper.Title("Hola"), paper.Words("¿Qué tal?")).pages[0]["/Resources"]["/Font"].values()
    used = [font.get_object() for font in fonts if "Helvetica" not in font.get_object()["/BaseFont"]]
    assert used
    assert all("/FontFile2" in font["/FontDescriptor"] for font in used)


@pytest.mark.parametrize("block", [paper.Title, paper.Heading, paper.Words, lambda text: paper.Quote([(text, True)])])
def test_what_is_written_is_what_is_read_and_nothing_in_it_is_a_command(block):
    assert WORDS in " ".join(text_of(block(WORDS)).split())


@pytest.mark.parametrize(
    ("body", "drawn"),
    [
        ("so happy 😀 now", "so happy ◊ now"),
        ("a family 👨\u200d👩\u200d👧 of three", "a family ◊ of three"),
        ("مرحبا بك here", "◊ ◊ here"),
        ("zero\u200bwid\u200dth", "zerowidth"),
        ("c\u0430ll me", "c◊ll me"),  # a look-alike is seen
        ("cafe\u0301", "café"),
        ("tab\there", "tab here"),
        ("\u200b\u200b", ""),
    ],
)
def test_what_the_font_has_no_shape_for_is_a_sign_and_never_lost_unseen(body, drawn):
    assert " ".join(text_of(paper.Quote([(body, False)])).split()).removeprefix("Same Circle").strip(" 1") == drawn
    assert paper.has_gaps(body) == ("◊" in drawn)


@pytest.mark.parametrize("body", ["word " * 400, "a" * 500, "W" * 2000, "😀" * 2000, "line\n" * 400, "\n\n", " ", ""])
def test_long_and_odd_words_stay_between_the_edges(body):
    made = read(paper.Quote([(body, True), (body, False)]))
    for page in made.pages:
        for start, text, size in _lines_on(page):
            assert start >= 0
            assert start + stringWidth(text, paper.REGULAR, size) <= float(page.mediabox.width)
    if body.strip() and body[0] in "aW":
        assert sum(page.extract_text().count(body[0]) for page in made.pages) >= 2 * len(body)


def _lines_on(page):
    """Each line of the page: where it starts, what it says, and how large it is."""
    found = []
    page.extract_text(visitor_text=lambda text, cm, tm, _font, size: found.append((cm[4] + tm[4], text, size)))
    return [(start, line, size) for start, text, size in found for line in text.splitlines()]


def test_the_corner_and_the_foot_stand_on_each_page():
    made = read(paper.Quote([("word " * 900, False)]), corner="Case 12", foot="Help is near.")
    assert len(made.pages) > 1
    for page in made.pages:
        assert "Case 12" in page.extract_text()
        assert "Help is near." in page.extract_text()
