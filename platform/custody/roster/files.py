"""What kind of file it is: its letters, its separator, its head. A file that is no list is refused with a code."""

import codecs
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar, TextIO

from core.errors import BadInput

MIB = 1024 * 1024
MOST_BYTES = 20 * MIB
MOST_ROWS = 50_000
MOST_COLUMNS = 40
MOST_CELL = 500
#: Characters of a row: 40 cells of 500, each letter of them a doubled quotation mark, with what stands between.
MOST_LINE = MOST_COLUMNS * (2 * MOST_CELL + 3)
#: Longer than this no column's name is: it is somebody's text.
MOST_HEAD = 80

SEPARATORS = ",;\t|"
ENCODINGS = {
    "utf-8": "UTF-8",
    "utf-8-sig": "UTF-8 with a byte order mark",
    "utf-16": "UTF-16",
    "cp1252": "Windows-1252 (the file did not say; its letters are not UTF-8)",
}


class NoList(BadInput):
    """The file as a whole can't be read as a list."""

    code = "roster.no_list"
    text = "This is no list that we can read. Export it as CSV, with a head that names the columns."


class ListEmpty(NoList):
    code = "roster.empty"
    text = "There is nothing in this file. Export the list again."


class ListTooLarge(NoList):
    code = "roster.too_large"
    text = "A list has 20 MB at most. Leave out columns that are not needed."
    status: ClassVar[int] = 413


class TooManyRows(NoList):
    code = "roster.too_many_rows"
    text = "A list has 50 000 rows at most. Leave out who was released long ago, or upload it in parts."


class NoHead(NoList):
    code = "roster.no_head"
    text = "The first row must name the columns, each by a name of its own. Add a head and upload the list again."


class IsWorkbook(NoList):
    code = "roster.workbook"
    text = "This is a workbook or a packed file. Save it as CSV (UTF-8) and upload that."


@dataclass(frozen=True, slots=True)
class Shape:
    """How a file is written: `head` are the names of its columns; `first`: the row below it."""

    encoding: str
    separator: str
    head: tuple[str, ...]
    first: int


class Letters:
    """Finds out in what letters a file is written, piece by piece."""

    def __init__(self) -> None:
        self._begin = b""
        self._decoder = codecs.getincrementaldecoder("utf-8")()
        self._is_utf8 = True

    def see(self, piece: bytes) -> None:
        self._begin = self._begin or piece[:4]
        self._try(piece, final=False)

    def _try(self, piece: bytes, *, final: bool) -> None:
        if not self._is_utf8:
            return
        try:
            self._decoder.decode(piece, final)
        except UnicodeDecodeError:
            self._is_utf8 = False

    def encoding(self) -> str:
        """Once all was seen. Refuses what is no text at all."""
        if not self._begin:
            raise ListEmpty
        if self._begin.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\x1f\x8b", b"%PDF")):
            raise IsWorkbook
        if self._begin.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return "utf-16"
        if self._begin.startswith(codecs.BOM_UTF8):
            return "utf-8-sig"
        self._try(b"", final=True)
        return "utf-8" if self._is_utf8 else "cp1252"


class _Stream(io.RawIOBase):
    """Pieces as one stream, one piece in memory at a time."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self._pieces = iter(pieces)
        self._rest = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer)  # type: ignore[arg-type]
        while not self._rest:
            piece = next(self._pieces, None)
            if piece is None:
                return 0
            self._rest = memoryview(piece)
        size = min(len(view), len(self._rest))
        view[:size], self._rest = self._rest[:size], self._rest[size:]
        return size


def opened(pieces: Iterable[bytes], encoding: str) -> TextIO:
    """The text of these pieces, with LF at the end of every line; letters that can't be read are U+FFFD."""
    return io.TextIOWrapper(io.BufferedReader(_Stream(pieces)), encoding=encoding, errors="replace", newline=None)


def cells_of(text: TextIO, separator: str) -> Iterator[tuple[int, list[str] | str]]:
    """Each row with its number: its cells, or the code of why it can't be read. Never more than one row in memory; a
    row that is too long is passed over to its end."""
    row = 0
    while line := text.readline(MOST_LINE):
        row += 1
        if '"' not in line and _ends(line):
            yield row, line.rstrip("\n").split(separator)
        else:
            yield row, _Quoted(text, separator).read(line)


def _ends(line: str) -> bool:
    return line.endswith("\n") or len(line) < MOST_LINE


class _Quoted:
    """A row with quotation marks in it; it may go on over several lines."""

    def __init__(self, text: TextIO, separator: str) -> None:
        self._text, self._separator = text, separator
        self._cells: list[str] = []
        self._cell: list[str] = []
        self._open = False

    def read(self, line: str) -> list[str] | str:
        size = 0
        while line:
            size += len(line)
            self._take(line)
            if size >= MOST_LINE:
                return self._pass_over(line)
            if not self._open:
                return self._cells
            line = self._text.readline(MOST_LINE)
        return "row.quote_open"

    def _take(self, line: str) -> None:
        at, end = 0, len(line)
        while at < end:
            at = self._inside(line, at) if self._open else self._outside(line, at)

    def _inside(self, line: str, at: int) -> int:
        """Within quotation marks: up to the one that closes, a doubled one is one of the text."""
        mark = line.find('"', at)
        if mark < 0:
            self._cell.append(line[at:])
            return len(line)
        self._cell.append(line[at:mark])
        if line.startswith('"', mark + 1):
            self._cell.append('"')
            return mark + 2
        self._open = False
        if mark + 1 == len(line):  # the file ends here
            self._end_cell()
        return mark + 1

    def _outside(self, line: str, at: int) -> int:
        if line[at] == '"' and not self._cell:
            self._open = True
            self._cell.append("")
            return at + 1
        end = line.find(self._separator, at)
        if end >= 0:
            self._cell.append(line[at:end])
            self._end_cell()
            if end + 1 == len(line):  # the file ends with a separator
                self._end_cell()
            return end + 1
        self._cell.append(line[at:].rstrip("\n"))
        self._end_cell()
        return len(line)

    def _end_cell(self) -> None:
        self._cells.append("".join(self._cell))
        self._cell = []

    def _pass_over(self, line: str) -> str:
        """To the end of this row: the line break that is not within quotation marks."""
        while self._open or not line.endswith("\n"):
            line = self._text.readline(MOST_LINE)
            if not line:
                return "row.quote_open" if self._open else "row.too_long"
            self._open ^= line.count('"') % 2 == 1
        return "row.too_long"


def shape_of(pieces: Iterable[bytes], encoding: str) -> Shape:
    """The separator and the head. `sep=;` in a row of its own, as spreadsheets write it, is heeded."""
    text = opened(pieces, encoding)
    first = text.readline(MOST_LINE)
    row, separator = 1, ""
    if first.rstrip("\n")[:4].casefold() == "sep=" and len(first.rstrip("\n")) == 5:
        separator, first, row = first[4], text.readline(MOST_LINE), 2
    if not _ends(first) or "\0" in first:
        raise NoList
    separator = separator or _sniffed(first)
    found = _Quoted(text, separator).read(first) if first else []
    return Shape(encoding, separator, _head(found), row + 1)


def _sniffed(head: str) -> str:
    """What stands most often between the names; outside of quotation marks only."""
    outside = "".join(head.split('"')[::2])
    return max(SEPARATORS, key=outside.count)


def _head(cells: list[str] | str) -> tuple[str, ...]:
    if isinstance(cells, str):
        raise NoHead
    names = [" ".join(cell.split()) for cell in cells]
    while names and not names[-1]:
        names.pop()
    folded = [name.casefold() for name in names if name]
    is_head = folded and len(set(folded)) == len(folded) and len(names) <= MOST_COLUMNS
    if not is_head or any(len(name) > MOST_HEAD or not name.isprintable() or _is_a_value(name) for name in names):
        raise NoHead
    return tuple(names)


def _is_a_value(name: str) -> bool:
    """A name of a column is no number and no date."""
    return bool(name) and not any(letter.isalpha() for letter in name) and any(map(str.isdigit, name))
