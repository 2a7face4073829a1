"""The card of letters on paper: the size of a bank card, to cut out. No name, no number and no place are on it. Staff
put it into the hand that it is for, and a card that was found opens nothing without number and PIN."""

from io import BytesIO

import segno
from django.utils import translation
from django.utils.translation import gettext as _
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from core import paper
from core.paper import BOLD, PAGE, Style, Words

WIDTH, HEIGHT = 85.6 * mm, 54 * mm
LEFT, TOP = (PAGE[0] - WIDTH) / 2, PAGE[1] - 90
PADDING = 12.0
SQUARE = 54.0
TEXT = Style(text=8.4)


def letters_card(letters: str, *, language: str) -> bytes:
    """The card as a PDF: in the language of its person first, with the other below it."""
    file = BytesIO()
    with translation.override(language):
        on = paper.canvas(file, title=_("Card of letters"), language=language)
        paper.write(on, [Words(_("Cut along the line."))], TEXT, x=LEFT, y=TOP + 20, width=WIDTH)
    on.setLineWidth(0.6)
    on.roundRect(LEFT, TOP - HEIGHT, WIDTH, HEIGHT, 8)
    paper.brand(on, x=LEFT + PADDING, y=TOP - 22, size=11)
    on.setFont(BOLD, 19)
    on.drawString(LEFT + PADDING, TOP - 56, f"{letters[:4]} {letters[4:]}")
    _square(on, letters, x=LEFT + WIDTH - PADDING - SQUARE, y=TOP - PADDING - SQUARE)
    y = TOP - 72
    for spoken in (language, *(one for one in ("en", "es") if one != language)):
        with translation.override(spoken):
            words = [Words(_("Type these letters when you sign in at a tablet. Keep this card. Show it to no one."))]
            y = paper.write(on, words, TEXT, x=LEFT + PADDING, y=y, width=WIDTH - 2 * PADDING)
    on.save()
    return file.getvalue()


def _square(on: Canvas, text: str, *, x: float, y: float) -> None:
    """The QR code as squares of our own: no picture, no font."""
    rows = list(segno.make(text, error="m", micro=False).matrix_iter(border=0))
    step = SQUARE / len(rows)
    for line, row in enumerate(rows):
        for column, dark in enumerate(row):
            if dark:
                on.rect(x + column * step, y + SQUARE - (line + 1) * step, step, step, stroke=0, fill=1)
