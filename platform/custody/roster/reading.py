"""Rows to facts: each row alone, as it comes."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from hashlib import blake2b
from zoneinfo import ZoneInfo

from core.errors import BadInput
from custody.roster import cells
from custody.roster.cells import Wrong
from custody.roster.facts import QUOTED, Fact, Field, RowError
from custody.roster.files import MOST_CELL, MOST_COLUMNS, MOST_ROWS, Shape, TooManyRows, cells_of, opened

Row = Fact | RowError


class MappingIncomplete(BadInput):
    code = "roster.mapping_incomplete"
    text = "Say which columns hold the facility number and the name (or first and last name)."


class MappingUnclear(BadInput):
    code = "roster.mapping_unclear"
    text = "A column can hold one thing, and a thing one column; a whole name or its two parts. Look again."


@dataclass(frozen=True, slots=True)
class Layout:
    """What each column holds, by the name of the column; and how the list writes its dates."""

    columns: Mapping[Field, str]
    dates: str = "mdy"


@dataclass(frozen=True)
class Reader:
    """Reads the rows of one file. `at`: the file's own time, on which ages and 'not come yet' rest."""

    shape: Shape
    mapping: Layout
    zone: ZoneInfo
    at: datetime
    places: dict[Field, int] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "places", places_of(self.shape.head, self.mapping))

    def rows(self, pieces: Iterable[bytes]) -> Iterator[Row]:
        """Facts and errors; rows without anything in them are passed over."""
        for row, found in cells_of(opened(pieces, self.shape.encoding), self.shape.separator):
            if row < self.shape.first:
                continue
            if row - self.shape.first >= MOST_ROWS:
                raise TooManyRows
            if isinstance(found, str):
                yield RowError(row, found)
            elif any(map(str.strip, found)):
                yield self.row(row, found)

    def row(self, row: int, found: list[str]) -> Row:
        wrong = self._wrong(found)
        if wrong is not None:
            return self._error(row, found, wrong)
        try:
            return self._fact(row, found)
        except Wrong as error:
            return self._error(row, found, error)

    def _wrong(self, found: list[str]) -> Wrong | None:
        """What no row may be, whatever its columns hold."""
        while len(found) > len(self.shape.head) and not found[-1].strip():
            found.pop()
        if len(found) > MOST_COLUMNS:
            return Wrong("row.too_wide")
        if max(map(len, found)) > MOST_CELL:
            return Wrong("row.cell_too_long", place=next(at for at, cell in enumerate(found) if len(cell) > MOST_CELL))
        if any("\0" in cell for cell in found):
            return Wrong("row.control", place=next(at for at, cell in enumerate(found) if "\0" in cell))
        return Wrong("row.columns") if len(found) > len(self.shape.head) else None

    def _error(self, row: int, found: list[str], wrong: Wrong) -> RowError:
        place = self.places.get(wrong.field) if wrong.field else wrong.place
        column, cell = "", ""
        if place is not None and place < len(self.shape.head):
            column, cell = self.shape.head[place], found[place] if place < len(found) else ""
        number = cells.shown(self._cell(found, Field.NUMBER), cells.NUMBER)
        return RowError(row, wrong.code, column, cells.shown(cell, QUOTED), number)

    def _cell(self, found: list[str], of: Field) -> str:
        place = self.places.get(of)
        return found[place] if place is not None and place < len(found) else ""

    def _text(self, found: list[str], of: Field) -> str:
        return cells.text(self._cell(found, of), of)

    def _time(self, found: list[str], of: Field) -> datetime | None:
        return cells.moment(self._text(found, of), of, self.mapping.dates, self.zone, not_after=self.at)

    def _fact(self, row: int, found: list[str]) -> Fact:
        number = cells.number(self._text(found, Field.NUMBER))
        kind, occurred_at = self._event(found)
        return Fact(
            row=row,
            number=number,
            name=self._name(found),
            unit=cells.place(self._text(found, Field.UNIT), Field.UNIT),
            housing=cells.place(self._text(found, Field.HOUSING), Field.HOUSING),
            language=cells.language(self._text(found, Field.LANGUAGE)),
            adult=self._adult(found),
            kind=kind,
            occurred_at=occurred_at,
        )

    def _name(self, found: list[str]) -> str:
        parts = [self._text(found, of) for of in (Field.NAME, Field.FIRST, Field.LAST)]
        return cells.name(" ".join(part for part in parts if part), self.mapping.columns)

    def _adult(self, found: list[str]) -> bool | None:
        """Of a date of birth only this is kept: whether it makes an adult."""
        said = cells.yes_or_no(self._text(found, Field.ADULT))
        born = cells.day(self._text(found, Field.BORN), Field.BORN, self.mapping.dates)
        if born is None:
            return said
        today = self.at.astimezone(self.zone).date()
        if born > today:
            raise Wrong("row.in_future", Field.BORN)
        return _is_18(born, today) and said is not False

    def _event(self, found: list[str]) -> tuple[str, datetime | None]:
        """A release needs its time: without one, an old list could release somebody who has come back."""
        status = cells.status(self._text(found, Field.STATUS))
        came, went = self._time(found, Field.ADMITTED_AT), self._time(found, Field.RELEASED_AT)
        if status == "held" or (status is None and went is None):
            return "admitted", came
        if went is None:
            raise Wrong("row.released_when", Field.STATUS)
        if came is not None and went < came:
            raise Wrong("row.released_before_admitted", Field.RELEASED_AT)
        return "released", went


def _is_18(born: date, today: date) -> bool:
    return (today.year - born.year, today.month, today.day) >= (18, born.month, born.day)


def places_of(head: tuple[str, ...], mapping: Layout) -> dict[Field, int]:
    """Where in a row each thing stands. Refuses a mapping that is no mapping of this file."""
    named, at = mapping.columns, {name.casefold(): place for place, name in enumerate(head) if name}
    whole, parts = Field.NAME in named, [of for of in (Field.FIRST, Field.LAST) if of in named]
    if Field.NUMBER not in named or not (whole or len(parts) == 2):
        raise MappingIncomplete
    places = {of: at.get(name.casefold(), -1) for of, name in named.items()}
    if -1 in places.values() or len(set(places.values())) < len(places) or (whole and parts):
        raise MappingUnclear
    return places


@dataclass(frozen=True, slots=True)
class Overview:
    """What only the whole list tells. `twice`: rows whose number is in it with different content; `repeated`: rows
    that say again what one above them said. `numbers`: all that are in it, right or wrong; None: a part of the list
    could not be read, so who is missing can't be said."""

    rows: int
    sha256: str
    twice: frozenset[int]
    repeated: frozenset[int]
    numbers: frozenset[str] | None


def overview(rows: Iterable[Row], *, sha256: str = "") -> Overview:
    """One look through all rows, which keeps of each no more than its number and a digest."""
    count, is_whole = 0, True
    seen: dict[str, tuple[int, bytes]] = {}
    twice, repeated, numbers = set[int](), set[int](), set[str]()
    for row in rows:
        count += 1
        if row.number:
            numbers.add(row.number)
        else:
            is_whole = False
            continue
        digest = _digest(row)
        first = seen.setdefault(row.number, (row.row, digest))
        if first[0] == row.row:
            continue
        if digest and first[1] == digest:
            repeated.add(row.row)
        else:
            twice |= {first[0], row.row}
    return Overview(count, sha256, frozenset(twice), frozenset(repeated), frozenset(numbers) if is_whole else None)


def _digest(fact: Row) -> bytes:
    """Of a row that is wrong nothing: another one with its number may not be right either."""
    if isinstance(fact, RowError):
        return b""
    said = (fact.name, fact.unit, fact.housing, fact.language, fact.adult, fact.kind, fact.occurred_at)
    return blake2b(repr(said).encode(), digest_size=16).digest()
