"""Figures that are drawn with other signs: OIO-IZEA for 010-1234, 3x1x2x5. Only runs that look like a number."""

import re
from typing import Final

from .base import Maps, View

_GLYPHS: Final = str.maketrans("OoIlL|iZzEASsGTBbP", "001111122345567889")
_JOIN: Final = r"[ ._/\-]{1,3}"
#: In capitals, where words of these letters stand too; and small ones, only among figures.
_CAPITALS: Final = rf"[0-9OIlZEASGTBP|]{{2,}}(?:{_JOIN}[0-9OIlZEASGTBP|]{{2,}}){{0,5}}"
_WITH_FIGURE: Final = r"[OoIlLi|ZzSsBb]*[0-9][0-9OoIlLi|ZzSsBb]*"
_MIXED: Final = rf"{_WITH_FIGURE}(?:{_JOIN}{_WITH_FIGURE}){{0,9}}"
_DRAWN: Final = re.compile(rf"(?<![A-Za-z0-9])(?:{_MIXED}|{_CAPITALS})(?![A-Za-z0-9])")
_HELD_APART: Final = re.compile(r"(?<![A-Za-z0-9])[0-9](?:([xX*~|+])[0-9])(?:\1[0-9]){5,}(?![A-Za-z0-9])")
_FIGURE: Final = re.compile(r"[0-9]")
_LETTER: Final = re.compile(r"[A-Za-z|]")
_JOINED: Final = re.compile(_JOIN)
_FEWEST: Final = 7
_MOST: Final = 15
#: Words of these letters, that a shout can hold.
_LETTERED: Final = (
    "IT IS AS AT A I SO GO TO BIG SEE LET ALL SET GET BET BEST TEST BOSS LESS GOAL BILL TELL SELL LOSE LOSS"
    " GIB OIL LEG LEGS EAT ATE TEA SEA SEAT BEAT GOAT BOAT BAG BAGS TAG TAGS GAS BAT BATS SAT BIT BITS SIT SITE"
    " SIZE TIE TIES ASS BABE BASE EASE GATE GAZE TOES TOE GOES SAGE AGE AGES AGO EGG EGGS TOO ZOO BOO GOOSE"
    " STAGE STATE TASTE BEAST EAST LAST LIST LOST LOT LOTS STEEL SEAL SALE TALL BALL BELL SELF LIE LIES LIFE EL"
    " LA ES ESA ESTA ESE ESO SOL"
)
_WORDS: Final = frozenset(_LETTERED.split())


def drawn(body: str) -> View | None:
    """The body with such figures as figures, letter by letter; None where it holds none."""
    text = body
    if _FIGURE.search(body):
        text = _HELD_APART.sub(lambda seen: seen[0].replace(seen[1], " "), body)
    text = _DRAWN.sub(lambda seen: _read(seen[0]), text)
    if text == body:
        return None
    return View("figures", text, lambda: Maps(range(len(text)), range(1, len(text) + 1)))


def _read(run: str) -> str:
    groups = _JOINED.split(run)
    size = sum(map(len, groups))
    if not _FEWEST <= size <= _MOST or not _LETTER.search(run):
        return run
    figures = len(_FIGURE.findall(run))
    is_shout = not figures and sum(group in _WORDS for group in groups) * 2 >= len(groups)
    is_small = any(char.islower() for char in run) and figures * 2 < size
    return run if is_shout or is_small else run.translate(_GLYPHS)
