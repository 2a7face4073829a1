"""Paper: PDFs that people hold in their hands. Black on white and large, with a title, a language and text that can be
read out. The font rides in the file, so that the paper is the same on every machine (without it, a viewer takes any
font that it has, and lines run over the edge); it comes with the library that draws.

The font knows Western letters. What it can't draw (emoji, other scripts) stands as a diamond, one for a run of them, so
that nothing is lost unseen; signs without a width are left out, as on a screen. Say so on the paper where `has_gaps`.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

import segno
from reportlab.lib.colors import Color, black
from reportlab.lib.pagesizes import LETTER
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import registerFont, registerFontFamily
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import KeepTogether, Paragraph, SimpleDocTemplate, Spacer

PAGE = LETTER
#: Points between the edge of the page and what is on it.
MARGIN = 60.0
REGULAR, BOLD = "Vera", "VeraBd"
#: Stands for what the font has no shape for.
GAP = "\u25ca"

_MARK = Color(0.86, 0.86, 0.86)
_UNSEEN = ("Cf", "Mn", "Me")

_font = TTFont(REGULAR, "Vera.ttf")
registerFont(_font)
registerFont(TTFont(BOLD, "VeraBd.ttf"))
registerFontFamily(REGULAR, normal=REGULAR, bold=BOLD, italic=REGULAR, boldItalic=BOLD)
#: The signs that can be drawn.
_SHAPES = frozenset(map(chr, _font.face.charToGlyph))


@dataclass(frozen=True, slots=True)
class Style:
    """The sizes of one paper, in points."""

    text: float = 12.0
    heading: float = 14.0
    title: float = 24.0

    def of(self, size: float, *, bold: bool = False, above: float = 0.0, below: float = 0.0) -> ParagraphStyle:
        return ParagraphStyle(
            "words",
            fontName=BOLD if bold else REGULAR,
            fontSize=size,
            leading=round(size * 1.32, 1),
            spaceBefore=above,
            spaceAfter=below,
            textColor=black,
            splitLongWords=1,
        )


@dataclass(frozen=True, slots=True)
class Title:
    text: str

    def drawn(self, style: Style) -> list[Any]:
        return [Paragraph(markup(self.text), style.of(style.title, bold=True, below=style.text))]


@dataclass(frozen=True, slots=True)
class Heading:
    text: str

    def drawn(self, style: Style) -> list[Any]:
        look = style.of(style.heading, bold=True, above=style.text, below=style.text / 4)
        look.keepWithNext = 1
        return [Paragraph(markup(self.text), look)]


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph; `strong` is a part of it that stands out."""

    text: str
    strong: str = ""

    def drawn(self, style: Style) -> list[Any]:
        before, found, after = self.text.partition(self.strong) if self.strong else (self.text, "", "")
        words = f"{markup(before)}<b>{markup(found)}</b>{markup(after)}" if found else markup(self.text)
        return [Paragraph(words, style.of(style.text, below=style.text / 3))]


@dataclass(frozen=True, slots=True)
class Steps:
    """What to do, in order."""

    lines: Sequence[str]

    def drawn(self, style: Style) -> list[Any]:
        look = style.of(style.text, below=style.text / 5)
        look.leftIndent, look.bulletFontSize, look.bulletFontName = style.text * 1.8, style.text, REGULAR
        return [Paragraph(markup(line), look, bulletText=f"{at}.") for at, line in enumerate(self.lines, start=1)]


@dataclass(frozen=True, slots=True)
class Facts:
    """Names with what is known under each."""

    rows: Sequence[tuple[str, str]]

    def drawn(self, style: Style) -> list[Any]:
        look = style.of(style.text, below=style.text / 5)
        lines = [Paragraph(f"{markup(name)}: <b>{markup(value)}</b>", look) for name, value in self.rows]
        return [Spacer(0, style.text / 3), *lines]


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's words in a frame, in parts; True: this part is what it is about."""

    parts: Sequence[tuple[str, bool]]

    def drawn(self, style: Style) -> list[Any]:
        look = style.of(style.text, above=style.text, below=style.text)
        look.borderWidth, look.borderColor, look.borderPadding = 0.8, black, style.text * 0.7
        look.leftIndent = look.rightIndent = style.text * 0.7
        return [Paragraph("".join(_part(text, is_marked) for text, is_marked in self.parts), look)]


Block = Title | Heading | Words | Steps | Facts | Quote


def document(*, title: str, language: str, blocks: Sequence[Block], corner: str = "", foot: str = "") -> bytes:
    """As many pages as it takes. `corner` stands at the top right of each page, `foot` at its end."""
    file = BytesIO()
    style = Style()
    page = SimpleDocTemplate(
        file,
        pagesize=PAGE,
        leftMargin=MARGIN - 6,  # frames have a padding of 6
        rightMargin=MARGIN - 6,
        topMargin=MARGIN + 34,
        bottomMargin=MARGIN,
        title=title,
        lang=language,
        author="Same Circle",
        creator="Same Circle",
        producer="Same Circle",
    )
    around = partial(_around, corner=corner, foot=foot)
    page.build(_together(blocks, style), onFirstPage=around, onLaterPages=around, canvasmaker=_titled)
    return file.getvalue()


def canvas(file: BytesIO, *, title: str, language: str) -> Canvas:
    """One sheet to draw on by hand."""
    made = _titled(file, pagesize=PAGE, lang=language)
    made.setTitle(title)
    made.setAuthor("Same Circle")
    return made


def write(on: Canvas, blocks: Sequence[Block], style: Style, *, x: float, y: float, width: float) -> float:
    """Blocks from `y` down, in a column; answers where they end."""
    for block in blocks:
        for piece in block.drawn(style):
            y -= piece.getSpaceBefore()
            _, height = piece.wrapOn(on, width, y)
            y -= height
            piece.drawOn(on, x, y)
            y -= piece.getSpaceAfter()
    return y


def brand(on: Canvas, *, x: float, y: float, size: float = 12.0) -> None:
    """The ring with one open place, and the name. `y` is the line that the name stands on."""
    radius, middle = size * 0.62, y + size * 0.36
    on.setLineWidth(size / 6)
    on.setLineCap(1)
    on.arc(x, middle - radius, x + 2 * radius, middle + radius, 80, 290)
    on.setLineWidth(size / 12)
    on.circle(x + radius * 1.72, middle + radius * 0.66, radius * 0.34, stroke=1, fill=0)
    on.setFont(BOLD, size)
    on.drawString(x + size * 1.75, y, "Same Circle")


def square(on: Canvas, text: str, *, x: float, y: float, size: float) -> None:
    """A QR code as squares of our own: no picture, no font."""
    rows = list(segno.make(text, error="m", micro=False).matrix_iter(border=0))
    step = size / len(rows)
    for line, row in enumerate(rows):
        for column, dark in enumerate(row):
            if dark:
                on.rect(x + column * step, y + size - (line + 1) * step, step, step, stroke=0, fill=1)


def markup(text: str) -> str:
    """The text as paragraphs take it: nothing in it is a command, and everything in it can be drawn."""
    runs = re.split("(\n)", _composed(text))
    return "".join("<br/>" if run == "\n" else _drawable(run) for run in runs)


def has_gaps(text: str) -> bool:
    return GAP in markup(text)


def _composed(text: str) -> str:
    """Letters with their accents in one, without signs that have no width, and with plain space."""
    one = unicodedata.normalize("NFC", text.expandtabs(4))
    return "".join(sign for sign in one if sign == "\n" or not unicodedata.category(sign).startswith(_UNSEEN))


def _drawable(text: str) -> str:
    with_gaps = "".join(sign if sign in _SHAPES else GAP for sign in text)
    return escape(re.sub(f"{GAP}+", GAP, with_gaps))


def _part(text: str, is_marked: bool) -> str:
    words = markup(text)
    return f'<font backColor="{_MARK.hexval()}"><b><u>{words}</u></b></font>' if is_marked else words


def _together(blocks: Sequence[Block], style: Style) -> list[Any]:
    """A heading stays with the paragraph under it."""
    pieces: list[Any] = []
    for block in blocks:
        drawn = block.drawn(style)
        pieces += [KeepTogether(drawn)] if isinstance(block, Steps | Facts) else drawn
    return pieces


def _around(on: Canvas, page: Any, *, corner: str, foot: str) -> None:
    width, height = PAGE
    on.saveState()
    brand(on, x=MARGIN, y=height - MARGIN, size=14)
    on.setFont(REGULAR, 11)
    on.drawRightString(width - MARGIN, height - MARGIN, corner)
    on.setFont(REGULAR, 9)
    on.drawString(MARGIN, MARGIN - 24, foot)
    on.drawRightString(width - MARGIN, MARGIN - 24, str(page.page))
    on.restoreState()


def _titled(*args: Any, **named: Any) -> Canvas:
    """Viewers show the title, not the file's name."""
    made = Canvas(*args, **named)
    made.setViewerPreference("DisplayDocTitle", "true")
    return made
