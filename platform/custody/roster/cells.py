"""What stands in a cell. A formula is taken as the text that it is."""

import re
import unicodedata
from collections.abc import Mapping
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from custody.roster.facts import Field

NUMBER, NAME, PLACE = 40, 200, 60
#: Earlier than this nobody was born who is held today, and nobody came who is.
EARLIEST = 1900

YES = frozenset(("yes", "y", "true", "1", "adult", "si", "sí"))
NO = frozenset(("no", "n", "false", "0", "minor", "juvenile"))
HELD = frozenset(
    (
        "held",
        "in",
        "active",
        "admitted",
        "present",
        "housed",
        "inside",
        "booked",
        "incarcerated",
        "custody",
        "in custody",
    )
)
GONE = frozenset(("released", "out", "discharged", "gone", "inactive", "paroled"))
LANGUAGES = {
    **dict.fromkeys(("en", "eng", "english", "inglés", "ingles"), "en"),
    **dict.fromkeys(("es", "spa", "esp", "spanish", "español", "espanol"), "es"),
}
_SPOILED = re.compile(r"\d(?:[.,]\d+)?E\+\d+", re.IGNORECASE)
_ISO = re.compile(r"(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})")
_STROKES = re.compile(r"(?P<a>\d{1,2})[-/.](?P<b>\d{1,2})[-/.](?P<y>\d{4})")
_CLOCK = re.compile(
    r"(?P<h>\d{1,2}):(?P<m>\d{2})(?::(?P<s>\d{2})(?:\.\d+)?)?\s*(?P<half>[ap]\.?\s?m\.?)?", re.IGNORECASE
)
_ZONED = re.compile(r"(?:Z|[+-]\d{2}:?\d{2})", re.IGNORECASE)


class Wrong(Exception):
    """A cell that can't be taken; `field` or `place` says which."""

    def __init__(self, code: str, field: Field | None = None, *, place: int | None = None) -> None:
        super().__init__(code)
        self.code, self.field, self.place = code, field, place


def text(cell: str, of: Field) -> str:
    """With single spaces, in one form for each letter; nothing in it that can't be seen."""
    plain = " ".join(cell.split())
    if not plain or (plain.isascii() and plain.isprintable()):
        return plain
    if "\ufffd" in plain:
        raise Wrong("row.letters", of)
    if not plain.isprintable():
        raise Wrong("row.control", of)
    return unicodedata.normalize("NFC", plain)


def shown(cell: str, most: int) -> str:
    """How a cell begins, for a report: what can't be printed is left out."""
    plain = " ".join(cell[: most * 4].split())
    return "".join(letter for letter in plain if letter.isprintable())[:most]


def neutral(cell: str) -> str:
    """A cell of a file that we make: no spreadsheet may take it for a formula."""
    return f"'{cell}" if cell.lstrip()[:1] in tuple("=+-@|%") or cell[:1] in ("\t", "\r", "\n") else cell


def number(said: str) -> str:
    if not said:
        raise Wrong("row.number_missing", Field.NUMBER)
    if len(said) > NUMBER:
        raise Wrong("row.number_long", Field.NUMBER)
    if _SPOILED.fullmatch(said):
        raise Wrong("row.number_spoiled", Field.NUMBER)
    return said


def name(said: str, columns: Mapping[Field, str]) -> str:
    blamed = Field.NAME if Field.NAME in columns else Field.LAST
    if not said:
        raise Wrong("row.name_missing", blamed)
    if len(said) > NAME:
        raise Wrong("row.name_long", blamed)
    return said


def place(said: str, of: Field) -> str:
    if len(said) > PLACE:
        raise Wrong("row.place_long", of)
    return said


def language(said: str) -> str:
    """One of ours; of any other we know nothing better than what we knew."""
    return LANGUAGES.get(said.casefold(), "")


def yes_or_no(said: str) -> bool | None:
    word = said.casefold()
    if not word:
        return None
    if word not in YES | NO:
        raise Wrong("row.adult", Field.ADULT)
    return word in YES


def status(said: str) -> str | None:
    word = said.casefold()
    if not word:
        return None
    if word not in HELD | GONE:
        raise Wrong("row.status", Field.STATUS)
    return "held" if word in HELD else "released"


def day(said: str, of: Field, dates: str) -> date | None:
    return _day(said.partition(" ")[0].partition("T")[0], of, dates) if said else None


def moment(said: str, of: Field, dates: str, zone: ZoneInfo, *, not_after: datetime) -> datetime | None:
    """A time on the facility's clock, unless it says its own; a day alone is its beginning."""
    if not said:
        return None
    first, _, rest = said.replace("T", " ", 1).partition(" ")
    at_clock, its_zone = _clock(rest.strip(), of, zone)
    at = _in_zone(datetime.combine(_day(first, of, dates), at_clock), its_zone, of)
    if at > not_after:
        raise Wrong("row.in_future", of)
    return at


def _in_zone(typed: datetime, zone: ZoneInfo | str, of: Field) -> datetime:
    if isinstance(zone, ZoneInfo):
        return typed.replace(tzinfo=zone)
    try:
        return datetime.fromisoformat(f"{typed.isoformat()}{zone.upper()}")
    except ValueError:
        raise Wrong("row.time", of) from None


def _day(said: str, of: Field, dates: str) -> date:
    if found := _ISO.fullmatch(said):
        year, month, its_day = int(found["y"]), int(found["m"]), int(found["d"])
    elif found := _STROKES.fullmatch(said):
        first, second = int(found["a"]), int(found["b"])
        year, (month, its_day) = int(found["y"]), (second, first) if dates == "dmy" else (first, second)
    else:
        raise Wrong("row.time", of)
    try:
        if year < EARLIEST:
            raise ValueError
        return date(year, month, its_day)
    except ValueError:
        raise Wrong("row.time", of) from None


def _clock(said: str, of: Field, zone: ZoneInfo) -> tuple[time, ZoneInfo | str]:
    if not said:
        return time(0), zone
    found = _CLOCK.match(said)
    rest = said[found.end() :].strip() if found else said
    if found is None or (rest and not _ZONED.fullmatch(rest)):
        raise Wrong("row.time", of)
    try:
        return time(_hour(int(found["h"]), found["half"]), int(found["m"]), int(found["s"] or 0)), rest or zone
    except ValueError:
        raise Wrong("row.time", of) from None


def _hour(hour: int, half: str | None) -> int:
    if half is None:
        return hour
    if not 1 <= hour <= 12:
        raise ValueError
    return hour % 12 + (12 if half[0] in "pP" else 0)
