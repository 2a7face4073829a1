"""What a list says, row by row: facts, or what is wrong with a row and what to do about it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Field(StrEnum):
    """What a column may hold."""

    NUMBER = "number"
    NAME = "name"
    FIRST = "first"
    LAST = "last"
    UNIT = "unit"
    HOUSING = "housing"
    LANGUAGE = "language"
    ADULT = "adult"
    BORN = "born"
    ADMITTED_AT = "admitted_at"
    STATUS = "status"
    RELEASED_AT = "released_at"


#: How dates with strokes are written: day or month first. A date as 2026-11-20 is always understood.
DATES = {"mdy": "Month first: 11/20/2026", "dmy": "Day first: 20/11/2026"}
#: Characters of a cell that an error may quote: what is in it may be anything.
QUOTED = 30


@dataclass(frozen=True, slots=True)
class Fact:
    """One row: who is held here, or was released. Rows are counted as a spreadsheet counts them: the first below the
    head is 2. Empty text, None: the list does not say. `occurred_at`: of the admission, or of the release."""

    row: int
    number: str
    name: str
    unit: str = ""
    housing: str = ""
    language: str = ""
    adult: bool | None = None
    kind: str = "admitted"
    occurred_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class RowError:
    """A row of which nothing is taken. `column`: its head, where one cell is to blame; `cell`: how that begins."""

    row: int
    code: str
    column: str = ""
    cell: str = ""
    number: str = ""

    @property
    def words(self) -> str:
        return WORDS[self.code]


#: Code of a row's error -> what is wrong, and what to do.
WORDS = {
    "row.quote_open": "A quotation mark is opened here and never closed: nothing below this row was read. Close it.",
    "row.too_long": "This row is longer than a row may be. Look for a missing quotation mark, or a cell full of text.",
    "row.too_wide": "This row has more than 40 cells. Leave out columns that are not needed.",
    "row.columns": "This row has more cells than the head. Put quotation marks round cells that hold the separator.",
    "row.cell_too_long": "A cell holds more than 500 characters. Shorten it, or leave this column out.",
    "row.control": "A cell holds characters that can't be seen or printed. Type it anew.",
    "row.letters": "Letters of this cell can't be read. Save the list as CSV UTF-8 and upload it again.",
    "row.number_missing": "There is no facility number. Add it.",
    "row.number_long": "A facility number has 40 characters at most. Correct it.",
    "row.number_spoiled": "A spreadsheet has rounded this number. Format the column as text, and export again.",
    "row.number_twice": "This number is in the list more than once, with different content. Keep the right row.",
    "row.name_missing": "There is no name. Add it.",
    "row.name_long": "A name has 200 characters at most. Shorten it.",
    "row.place_long": "A unit or a place in it has 60 characters at most. Shorten it.",
    "row.adult": "Write yes or no, or a date of birth.",
    "row.time": "This date or time can't be read. Write it as 2026-11-20, or 2026-11-20 16:00.",
    "row.in_future": "This time has not come yet. Correct it.",
    "row.status": "Write held or released (or in, out).",
    "row.released_when": "The list says released, and not when. Add the time of the release.",
    "row.released_before_admitted": "The release is earlier than the admission. Correct one of them.",
    # What our own record says
    "row.elsewhere": "Another facility holds this person, as far as we know. If they are here now, add when they"
    " came: it must be later than what we know.",
    "row.released": "We know this person as released. If they are here again, add when they came.",
    "row.released_early": "We know of something later than this release. Add its time of day, or record it on the"
    " person's page.",
    "row.died": "Our record says that this person has died. Look at the person's page.",
    "row.not_adult": "The list says under 18, our record says adult. Look at the person's page.",
    "row.number_taken": "This number was given to somebody else meanwhile. Check again.",
    "row.failed": "This row could not be stored. Nothing of it was taken. Try again, or record it by hand.",
}
