"""The claim card on paper: one sheet with both sides of the card, to cut out and fold. In the language of its person,
with a few lines in the other one for whoever helps. No facility, no name and no ID number are on it.

The square holds the address with the words in its fragment: that part stays in the phone. No server gets it, the page
takes it out of the address line at once, and the words alone open nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from django.utils import translation
from django.utils.translation import gettext as _
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from core import paper
from core.paper import BOLD, PAGE, REGULAR, Heading, Steps, Style, Title, Words

#: One side: what A6 and a quarter of a letter sheet both hold.
WIDTH, HEIGHT = 139 * mm, 104 * mm
LEFT = (PAGE[0] - WIDTH) / 2
TOP = PAGE[1] - 72
FOLD = TOP - HEIGHT
PADDING = 20.0
INNER = WIDTH - 2 * PADDING
SIZES = Style(text=10.4, heading=13.0, title=20.0)
SMALL = Style(text=8.6, heading=9.8, title=20.0)
SQUARE = 100.0
OTHER = {"en": "es", "es": "en"}


@dataclass(frozen=True, slots=True)
class Card:
    """What is on a card. `address`: the page for claiming; `host`: how it is typed by hand."""

    number: int
    words: Sequence[str]
    address: str
    host: str


def claim_card(card: Card, *, language: str) -> bytes:
    """The sheet as a PDF."""
    file = BytesIO()
    with translation.override(language):
        on = paper.canvas(file, title=_("Same Circle, card %(number)d") % {"number": card.number}, language=language)
        _lines_to_cut(on)
        _front(on, card)
        _back(on, card, other=OTHER[language])
    on.save()
    return file.getvalue()


def _lines_to_cut(on: Canvas) -> None:
    how = [Words(_("Cut along the outer line. Fold along the dashed line."))]
    paper.write(on, how, SIZES, x=LEFT, y=TOP + 26, width=WIDTH)
    on.setLineWidth(0.6)
    on.roundRect(LEFT, FOLD - HEIGHT, WIDTH, 2 * HEIGHT, 6)
    _dashed(on, FOLD, LEFT, LEFT + WIDTH)


def _front(on: Canvas, card: Card) -> None:
    x, right = LEFT + PADDING, LEFT + WIDTH - PADDING
    paper.brand(on, x=x, y=TOP - 28, size=12)
    on.setFont(REGULAR, 10)
    on.drawRightString(right, TOP - 28, _("Card %(number)d") % {"number": card.number})
    paper.write(on, [Title(_("Your seat is kept"))], SIZES, x=x, y=TOP - 42, width=INNER)
    _frame_of_words(on, card.words, x=x, y=TOP - 84)
    paper.square(on, f"{card.address}#{'-'.join(card.words)}", x=right - SQUARE, y=TOP - 84 - SQUARE, size=SQUARE)
    on.setFont(REGULAR, 8.4)
    on.drawCentredString(right - SQUARE / 2, TOP - 96 - SQUARE, _("Scan with a phone"))
    go = Words(_("Go to %(host)s") % {"host": card.host}, strong=card.host)
    y = paper.write(on, [go], Style(text=13), x=x, y=TOP - 216, width=INNER)
    need = [Words(_("You need this card and your own word.")), Words(_("Keep that word off the card."))]
    paper.write(on, need, SIZES, x=x, y=y - 3, width=INNER)


def _frame_of_words(on: Canvas, words: Sequence[str], *, x: float, y: float) -> None:
    """Two columns, read downwards."""
    rows, row, column = (len(words) + 1) // 2, 22.6, 116.0
    width, height = 2 * column + 10, rows * row + 10
    on.setLineWidth(1.6)
    on.roundRect(x, y - height, width, height, 6)
    for place, word in enumerate(words):
        left = x + 8 + (place // rows) * column
        line = y - 21 - (place % rows) * row
        on.setFont(REGULAR, 9)
        on.drawRightString(left + 15, line, str(place + 1))
        on.setFont(BOLD, 13.5)
        on.drawString(left + 22, line, word)


def _back(on: Canvas, card: Card, *, other: str) -> None:
    x = LEFT + PADDING
    y = paper.write(on, _what_to_do(), SIZES, x=x, y=FOLD - 4, width=INNER)
    on.setLineWidth(0.6)
    y = _blank(on, _("Phone of my mentor:"), x=x, y=y - 13)
    y = _dashed(on, y - 12, x, x + INNER)
    with translation.override(other):
        y = paper.write(on, _in_short(card.host), SMALL, x=x, y=y - 2, width=INNER)
    fine = [Words(_("It works once, and only after you are out. No one can use it without your own word."))]
    paper.write(on, fine, SMALL, x=x, y=FOLD - HEIGHT + 28, width=INNER)


def _what_to_do() -> list[paper.Block]:
    steps = (
        _("Use any phone, or a PC at a library. You need no e-mail."),
        _("Type the ten words. Then your own word."),
        _("Your seat, your name and your people are there."),
    )
    lost, night = _("Lost this card?"), _("Hard night?")
    return [
        Heading(_("The day you are out")),
        Steps(steps),
        Words(f"{night} {_('Call or text 988. It is free, day and night.')}", strong=night),
        Words(f"{lost} {_('Your mentor or staff can give you a new one. Your seat stays.')}", strong=lost),
    ]


def _in_short(host: str) -> list[paper.Block]:
    """The same, for whoever reads the other language."""
    told = _("Use any phone, or a PC at a library. Go to %(host)s. Type the ten words. Then your own word.")
    return [
        Heading(_("The day you are out")),
        Words(told % {"host": host}, strong=host),
        Words(_("You need no e-mail. Hard night? Call or text 988."), strong="988"),
    ]


def _blank(on: Canvas, words: str, *, x: float, y: float) -> float:
    """A line to write on."""
    on.setFont(REGULAR, SIZES.text)
    on.drawString(x, y, words)
    on.line(x + on.stringWidth(words, REGULAR, SIZES.text) + 6, y - 2, x + INNER, y - 2)
    return y


def _dashed(on: Canvas, y: float, start: float, end: float) -> float:
    on.saveState()
    on.setLineWidth(0.6)
    on.setDash(4, 3)
    on.line(start, y, end, y)
    on.restoreState()
    return y
