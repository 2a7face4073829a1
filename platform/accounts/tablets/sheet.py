"""The sheet for a delivery: a sticker for each tablet, with its label, its code, and the code as a square to scan. The
square holds the code in the address's fragment, which no server gets.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from accounts.errors import SheetGone
from accounts.tablets.codes import DELIVERY_CODE_LIVES
from accounts.tablets.deliveries import Coded
from core import paper
from core.keyring import Unreadable, ring
from core.paper import BOLD, MARGIN, PAGE, REGULAR, Style, Words

COLUMNS, ROWS = 2, 7
LEFT, TOP = 46.0, PAGE[1] - 92.0
WIDTH, HEIGHT = (PAGE[0] - 2 * LEFT) / COLUMNS, 94.0
SQUARE, PADDING = 70.0, 12.0
SIZES = Style(text=10.5)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is printed. It travels in the page of who made it, sealed: the codes are kept nowhere."""

    facility: str
    stickers: Sequence[tuple[str, str, str]]  # label, unit, code
    until: str  # in words, on the facility's clock
    made_at: float
    made_for: str  # whose page it is in: nobody else can print it

    def sealed(self) -> str:
        fields = [self.facility, self.stickers, self.until, self.made_at, self.made_for]
        return ring().seal("tablet.sheet", json.dumps(fields).encode())


def sheet_of(coded: Sequence[Coded], *, facility: str, until: str, at: datetime, made_for: object) -> Sheet:
    stickers = [(one.tablet.label, str(one.tablet.unit or ""), one.code) for one in coded]
    return Sheet(facility, stickers, until, at.timestamp(), str(made_for))


def open_sheet(sealed: str, *, at: datetime, made_for: object) -> Sheet:
    """`SheetGone` for what is not theirs, or when its codes are over."""
    try:
        sheet = Sheet(*json.loads(ring().open("tablet.sheet", sealed)))
    except (Unreadable, ValueError, TypeError):
        raise SheetGone from None
    if sheet.made_for != str(made_for) or at.timestamp() - sheet.made_at > DELIVERY_CODE_LIVES.total_seconds():
        raise SheetGone
    return sheet


def printed(sheet: Sheet, *, address: str) -> bytes:
    """The sheet as a PDF. `address`: the page where a code is typed."""
    file = BytesIO()
    on = paper.canvas(file, title=f"Tablet codes, {sheet.facility}", language="en")
    per_page = COLUMNS * ROWS
    for start in range(0, len(sheet.stickers), per_page):
        _head(on, sheet)
        for place, sticker in enumerate(sheet.stickers[start : start + per_page]):
            _sticker(on, *sticker, address=address, place=place)
        on.showPage()
    on.save()
    return file.getvalue()


def _head(on: Canvas, sheet: Sheet) -> None:
    paper.brand(on, x=LEFT, y=PAGE[1] - 50, size=13)
    on.setFont(REGULAR, 9.5)
    on.drawRightString(PAGE[0] - LEFT, PAGE[1] - 50, f"{sheet.facility}. Each code works once, until {sheet.until}.")
    on.drawString(LEFT, PAGE[1] - 70, "On the tablet: scan the square, or open its sign-in page and type the code.")
    on.drawString(LEFT, MARGIN - 40, "Keep this sheet with you. Destroy it when all tablets are set up.")


def _sticker(on: Canvas, label: str, unit: str, code: str, *, address: str, place: int) -> None:
    x, y = LEFT + (place % COLUMNS) * WIDTH, TOP - (place // COLUMNS) * HEIGHT
    on.setLineWidth(0.5)
    on.rect(x, y - HEIGHT, WIDTH, HEIGHT)
    paper.square(on, f"{address}#{code}", x=x + PADDING, y=y - PADDING - SQUARE, size=SQUARE)
    left, width = x + 2 * PADDING + SQUARE, WIDTH - 3 * PADDING - SQUARE
    below = paper.write(on, [Words(label, strong=label)], SIZES, x=left, y=y - PADDING + 2, width=width)
    if unit:
        below = paper.write(on, [Words(unit)], Style(text=8.5), x=left, y=below, width=width)
    on.setFont(BOLD, 15)
    on.drawString(left, y - HEIGHT + PADDING + 3, code)
