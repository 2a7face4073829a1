"""The claim card on paper: two A6 pages, front and back, English and Spanish, with no facility's name on it."""

from collections.abc import Sequence
from io import BytesIO

import segno
from reportlab.lib.pagesizes import A6
from reportlab.pdfgen.canvas import Canvas

MARGIN = 24.0
WIDTH, HEIGHT = A6


def claim_card(*, number: int, words: Sequence[str], address: str, host: str) -> bytes:
    """The PDF. `address` is the page for claiming; the words ride in its fragment, which no server and no log sees."""
    file = BytesIO()
    canvas = Canvas(file, pagesize=A6, pageCompression=0)
    canvas.setTitle(f"Same Circle, card {number}")
    _front(canvas, number=number, words=words, address=address, host=host)
    canvas.showPage()
    _back(canvas, host=host)
    canvas.save()
    return file.getvalue()


def _front(canvas: Canvas, *, number: int, words: Sequence[str], address: str, host: str) -> None:
    canvas.setFont("Helvetica-Bold", 11)
    canvas.drawString(MARGIN, HEIGHT - 34, "Same Circle")
    canvas.setFont("Helvetica", 9)
    canvas.drawRightString(WIDTH - MARGIN, HEIGHT - 34, f"Card {number} / Tarjeta {number}")
    canvas.setFont("Helvetica-Bold", 17)
    canvas.drawString(MARGIN, HEIGHT - 66, "Your seat is kept")
    canvas.setFont("Helvetica", 11)
    canvas.drawString(MARGIN, HEIGHT - 82, "Hay un lugar para usted")
    for place, word in enumerate(words):
        _word(canvas, place, word)
    _square(canvas, f"{address}#{'-'.join(words)}", x=WIDTH - MARGIN - 108, y=HEIGHT - 232, size=108)
    canvas.setFont("Helvetica", 9)
    canvas.drawCentredString(WIDTH - MARGIN - 54, HEIGHT - 244, "Scan / Escanee")
    _lines(
        canvas,
        ["Go to / Vaya a", f"*{host}"],
        y=HEIGHT - 300,
        size=11,
    )
    _lines(
        canvas,
        [
            "You need this card and your own word.",
            "Keep that word off the card.",
            "Necesita esta tarjeta y su propia palabra.",
            "No escriba esa palabra en la tarjeta.",
        ],
        y=HEIGHT - 338,
        size=9,
    )


def _word(canvas: Canvas, place: int, word: str) -> None:
    y = HEIGHT - 114 - place * 17
    canvas.setFont("Helvetica", 9)
    canvas.drawRightString(MARGIN + 14, y, str(place + 1))
    canvas.setFont("Helvetica-Bold", 12)
    canvas.drawString(MARGIN + 20, y, word)


def _square(canvas: Canvas, text: str, *, x: float, y: float, size: float) -> None:
    """The QR code as squares of our own: no picture, no font."""
    rows = list(segno.make(text, error="m", micro=False).matrix_iter(border=0))
    step = size / len(rows)
    for line, row in enumerate(rows):
        for column, dark in enumerate(row):
            if dark:
                canvas.rect(x + column * step, y + size - (line + 1) * step, step, step, stroke=0, fill=1)


def _back(canvas: Canvas, *, host: str) -> None:
    _lines(
        canvas,
        [
            "*The day you are out",
            "1. Use any phone, or a PC at a library. You need no e-mail.",
            "2. Type the ten words. Then your own word.",
            "3. Your seat, your name and your people are there.",
            "Lost this card? Ask your mentor or staff for a new one.",
            "*Hard night? Call or text 988. Free, day and night.",
            "",
            "*El día que salga",
            "1. Use un teléfono, o una computadora de la biblioteca.",
            "   No necesita correo.",
            "2. Escriba las diez palabras. Luego su propia palabra.",
            "3. Su lugar, su nombre y su gente están ahí.",
            "¿Perdió la tarjeta? Pida otra a su mentor o al personal.",
            "*¿Noche difícil? Llame o escriba al 988. Es gratis.",
            "",
            "Works once, only after you are out.",
            "Sirve una vez, solo después de salir.",
            host,
        ],
        y=HEIGHT - 40,
        size=9,
    )


def _lines(canvas: Canvas, lines: Sequence[str], *, y: float, size: float) -> None:
    """Lines from `y` down; a star makes a line bold."""
    for line in lines:
        canvas.setFont("Helvetica-Bold" if line.startswith("*") else "Helvetica", size)
        canvas.drawString(MARGIN, y, line.lstrip("*"))
        y -= size * 1.65
