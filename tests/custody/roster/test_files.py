"""What kind of file a list is, and its rows: any bytes in, rows out, nothing but our own refusals."""

import csv
import io
import tracemalloc
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from custody.roster.files import (
    MOST_LINE,
    SEPARATORS,
    IsWorkbook,
    Letters,
    ListEmpty,
    NoHead,
    NoList,
    cells_of,
    opened,
    shape_of,
)

PRINTED = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=20)
#: Cells with all that quoting is for.
CELLS = st.one_of(PRINTED, st.sampled_from(['say "hi"', '"', '""', "a\nb", "a,b", ";|\t,", "=1+1", " x ", "'"]))
ROWS = st.lists(st.lists(CELLS, min_size=2, max_size=6), min_size=1, max_size=8)


def pieces(data, size=7):
    """In pieces that cut through letters and quotation marks."""
    return [data[at : at + size] for at in range(0, len(data), size)]


def encoding_of(data, size=7):
    letters = Letters()
    for piece in pieces(data, size):
        letters.see(piece)
    return letters.encoding()


def read(data, separator=",", encoding="utf-8"):
    return [cells for _, cells in cells_of(opened(pieces(data), encoding), separator)]


@given(
    ROWS,
    st.sampled_from(SEPARATORS),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    st.sampled_from(["\r\n", "\n", "\r"]),
    st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
)
def test_what_is_written_is_read_again(rows, separator, encoding, end, quoting):
    out = io.StringIO()
    if end == "\r":  # the writer would leave an LF within a cell unquoted
        quoting = csv.QUOTE_ALL
    csv.writer(out, delimiter=separator, lineterminator=end, quoting=quoting).writerows(rows)
    assert read(out.getvalue().encode(encoding), separator, encoding) == rows


@given(st.binary(max_size=3000))
def test_any_bytes_are_rows_or_refused(data):
    try:
        encoding = encoding_of(data)
        shape = shape_of(pieces(data), encoding)
    except NoList:
        return
    for number, cells in cells_of(opened(pieces(data), encoding), shape.separator):
        assert number >= 1
        assert isinstance(cells, list) or cells.startswith("row.")


@pytest.mark.parametrize(
    ("written", "encoding"),
    [
        ("Número;Nombre\n1;Iñigo\n", "utf-8"),
        ("Número;Nombre\n1;Iñigo\n", "utf-8-sig"),
        ("Número;Nombre\n1;Iñigo\n", "utf-16"),
        ("Número;Nombre\n1;Iñigo\n", "cp1252"),
    ],
)
def test_the_letters_of_a_file_are_found_out(written, encoding):
    data = written.encode(encoding)
    assert encoding_of(data, 3) == encoding
    assert read(data, ";", encoding_of(data)) == [["Número", "Nombre"], ["1", "Iñigo"]]


def test_a_letter_that_is_cut_off_at_the_end_is_no_utf_8():
    assert encoding_of("Iñ".encode()[:-1]) == "cp1252"


def test_an_empty_file_and_a_workbook_are_refused():
    with pytest.raises(ListEmpty):
        encoding_of(b"")
    with pytest.raises(IsWorkbook):
        encoding_of(b"PK\x03\x04 a workbook", size=40)


@pytest.mark.parametrize(
    ("head", "separator", "names"),
    [
        ("Number,Name", ",", ("Number", "Name")),
        ("Number;Name, whole;Unit", ";", ("Number", "Name, whole", "Unit")),
        ("Number\tName", "\t", ("Number", "Name")),
        ("Number|Name", "|", ("Number", "Name")),
        ('"Name; first, last; more",Number', ",", ("Name; first, last; more", "Number")),
        ("Number,Name,,", ",", ("Number", "Name")),
        ("sep=;\nNumber;Name", ";", ("Number", "Name")),
    ],
)
def test_the_separator_is_what_stands_between_the_names(head, separator, names):
    shape = shape_of([f"{head}\n1{separator}Sam\n".encode()], "utf-8")
    assert (shape.separator, shape.head) == (separator, names)


@pytest.mark.parametrize("head", ["700123,Sam Hollis", "Number,number", ",,", "", "Name," + "x" * 81, "\x07a,b"])
def test_without_a_head_it_is_no_list(head):
    with pytest.raises(NoHead):
        shape_of([f"{head}\n1,Sam\n".encode()], "utf-8")


def test_a_row_that_is_too_long_is_passed_over_and_the_next_one_is_read():
    long = "x" * (MOST_LINE * 3)
    assert read(f"a,b\n{long}\n1,2\n".encode()) == [["a", "b"], "row.too_long", ["1", "2"]]


def test_a_quoted_cell_of_a_megabyte_ends_where_it_ends_and_nothing_in_it_is_a_row():
    """Without this, a line within somebody's notes could be taken for a person."""
    cell = 'a line, "" and a number\n700999,Not A Person\n' * 30_000
    assert read(f'1,"{cell}",x\n2,"b"\n'.encode()) == ["row.too_long", ["2", "b"]]


def test_a_quotation_mark_that_is_never_closed_is_told():
    assert read(b'a,b\n1,"Sam\n2,Joy\n') == [["a", "b"], "row.quote_open"]


def test_a_quotation_mark_within_a_cell_is_a_letter():
    assert read(b'1,5" pipe\n2,x\n') == [["1", '5" pipe'], ["2", "x"]]


def test_no_more_than_a_row_and_a_piece_is_in_memory():
    piece = b"700123,Sam Hollis,East 2\n" * 2000
    rows = cells_of(opened((piece for _ in range(400)), "utf-8"), ",")
    list(islice(rows, 10))
    tracemalloc.start()
    try:
        count = sum(1 for _ in rows)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert count == 2000 * 400 - 10
    assert peak < 1_000_000  # of 20 million
