"""Rows to facts: each bad cell by its code, and nothing of its row taken."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from custody.roster import cells
from custody.roster.facts import WORDS, Fact, Field, RowError
from custody.roster.files import MOST_ROWS, TooManyRows, shape_of
from custody.roster.reading import Layout, MappingIncomplete, MappingUnclear, Reader, overview

ALL = (
    "Number,Name,First,Last,Unit,Bed,Language,Adult,Born,Came,Status,Went",
    dict(
        zip(
            Field,
            ["Number", "Name", "First", "Last", "Unit", "Bed", "Language", "Adult", "Born", "Came", "Status", "Went"],
            strict=True,
        )
    ),
)
WHOLE = {field: name for field, name in ALL[1].items() if field not in (Field.FIRST, Field.LAST)}
CHICAGO = ZoneInfo("America/Chicago")
NOW = datetime(2026, 11, 26, 15, tzinfo=UTC)


def reader(columns=None, dates="mdy"):
    return Reader(shape_of([ALL[0].encode()], "utf-8"), Layout(columns or WHOLE, dates), CHICAGO, NOW)


def line(**said):
    return ",".join({"Number": "7", "Name": "Sam Hollis", **said}.get(name, "") for name in ALL[0].split(","))


def rows(*lines, columns=None, dates="mdy"):
    written = "\n".join((ALL[0], *lines)).encode()
    return list(reader(columns, dates).rows([written]))


def test_a_row_is_a_fact():
    [fact] = rows(line(Unit="East 2", Bed="14", Language="Español", Adult="yes", Came="11/20/2026 4:05 PM"))
    assert fact == Fact(
        row=2,
        number="7",
        name="Sam Hollis",
        unit="East 2",
        housing="14",
        language="es",
        adult=True,
        kind="admitted",
        occurred_at=datetime(2026, 11, 20, 16, 5, tzinfo=CHICAGO),
    )


def test_a_name_may_stand_in_two_columns():
    columns = {Field.NUMBER: "Number", Field.FIRST: "First", Field.LAST: "Last"}
    [fact] = rows(line(First="Sam", Last="Hollis"), columns=columns)
    assert fact.name == "Sam Hollis"


def test_empty_rows_are_passed_over_and_counted_as_a_spreadsheet_counts():
    found = rows(line(), ",,,", "", line(Number="8"))
    assert [fact.row for fact in found] == [2, 5]


@pytest.mark.parametrize(
    ("said", "code", "column"),
    [
        ({"Number": ""}, "row.number_missing", "Number"),
        ({"Number": "7" * 41}, "row.number_long", "Number"),
        ({"Number": "7.00123E+05"}, "row.number_spoiled", "Number"),
        ({"Name": ""}, "row.name_missing", "Name"),
        ({"Name": "x" * 201}, "row.name_long", "Name"),
        ({"Name": "Sam\x00"}, "row.control", "Name"),
        ({"Name": "Sam\x07"}, "row.control", "Name"),
        ({"Name": "Sam\u202egnp"}, "row.control", "Name"),
        ({"Name": "Sam \ufffd"}, "row.letters", "Name"),
        ({"Bed": "\x00"}, "row.control", "Bed"),
        ({"Unit": "x" * 61}, "row.place_long", "Unit"),
        ({"Unit": "x" * 501}, "row.cell_too_long", "Unit"),
        ({"Adult": "perhaps"}, "row.adult", "Adult"),
        ({"Born": "31/31/1990"}, "row.time", "Born"),
        ({"Born": "11/20/2027"}, "row.in_future", "Born"),
        ({"Came": "yesterday"}, "row.time", "Came"),
        ({"Came": "2026-11-20 25:00"}, "row.time", "Came"),
        ({"Came": "2026-11-20 16:00 CST"}, "row.time", "Came"),
        ({"Came": "0001-01-01"}, "row.time", "Came"),
        ({"Came": "2026-11-27"}, "row.in_future", "Came"),
        ({"Status": "escaped?"}, "row.status", "Status"),
        ({"Status": "released"}, "row.released_when", "Status"),
        ({"Came": "2026-11-20", "Went": "2026-11-19"}, "row.released_before_admitted", "Went"),
    ],
)
def test_a_bad_cell_is_named_by_its_code_and_column(said, code, column):
    [error] = rows(line(**said))
    assert (error.code, error.column) == (code, column)
    assert error.words
    assert len(error.cell) <= 30


def test_more_cells_than_the_head_are_an_error_and_empty_ones_are_none():
    spare, more = rows(line() + ",,", line() + ",x")
    assert isinstance(spare, Fact)
    assert more.code == "row.columns"
    assert rows(line() + ",x" * 40)[0].code == "row.too_wide"


def test_a_formula_is_text_and_neutral_in_what_we_make():
    [fact] = rows(line(Name="=HYPERLINK(1)"))
    assert fact.name == "=HYPERLINK(1)"
    for begin in ("=1", "+1", "-1", "@x", " =1", "\t=1", "\r=1", "|cmd"):
        assert cells.neutral(begin) == f"'{begin}"
    assert cells.neutral("Sam") == "Sam"


@given(st.text(max_size=60))
def test_any_text_in_any_cell_is_a_fact_or_an_error_of_ours(text):
    for place in range(len(ALL[0].split(","))):
        found = ["7", "Sam", "", "", "", "", "", "", "", "", "", ""]
        found[place] = text
        row = reader().row(2, found)
        assert isinstance(row, Fact) or row.code in WORDS
        if isinstance(row, RowError):
            assert len(row.cell) <= 30
            assert row.cell.isprintable()


@pytest.mark.parametrize(
    ("typed", "dates", "there"),
    [
        ("2026-11-20", "dmy", datetime(2026, 11, 20, tzinfo=CHICAGO)),
        ("02/03/2026", "mdy", datetime(2026, 2, 3, tzinfo=CHICAGO)),
        ("02/03/2026", "dmy", datetime(2026, 3, 2, tzinfo=CHICAGO)),
        ("2026-11-20T16:00:30", "mdy", datetime(2026, 11, 20, 16, 0, 30, tzinfo=CHICAGO)),
        ("2026-11-20 12:10 am", "mdy", datetime(2026, 11, 20, 0, 10, tzinfo=CHICAGO)),
        ("2026-11-20T16:00Z", "mdy", datetime(2026, 11, 20, 16, tzinfo=UTC)),
        ("2026-11-20 16:00 +01:00", "mdy", datetime(2026, 11, 20, 15, tzinfo=UTC)),
    ],
)
def test_times_are_on_the_facilitys_clock_unless_they_say_their_own(typed, dates, there):
    [fact] = rows(line(Came=typed), dates=dates)
    assert fact.occurred_at == there


@pytest.mark.parametrize(
    ("said", "adult"),
    [
        ({"Born": "11/26/2008"}, True),
        ({"Born": "11/27/2008"}, False),
        ({"Adult": "no"}, False),
        ({"Born": "1990-01-01", "Adult": "no"}, False),
        ({}, None),
    ],
)
def test_of_a_date_of_birth_only_the_answer_is_kept(said, adult):
    [fact] = rows(line(**said))
    assert fact.adult is adult
    assert "born" not in Fact.__slots__


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ({}, "admitted"),
        ({"Status": "Held", "Went": "2026-11-01"}, "admitted"),
        ({"Went": "2026-11-01"}, "released"),
        ({"Status": "OUT", "Went": "2026-11-01"}, "released"),
    ],
)
def test_a_row_says_held_or_released(said, kind):
    [fact] = rows(line(**said))
    assert fact.kind == kind


@pytest.mark.parametrize(
    ("columns", "error"),
    [
        ({Field.NAME: "Name"}, MappingIncomplete),
        ({Field.NUMBER: "Number", Field.FIRST: "First"}, MappingIncomplete),
        ({Field.NUMBER: "Number", Field.NAME: "Number"}, MappingUnclear),
        ({Field.NUMBER: "Number", Field.NAME: "Nowhere"}, MappingUnclear),
        ({Field.NUMBER: "Number", Field.NAME: "Name", Field.FIRST: "First"}, MappingUnclear),
    ],
)
def test_a_mapping_that_is_none_is_refused(columns, error):
    with pytest.raises(error):
        reader(columns)


def test_a_number_that_is_there_twice_is_wrong_in_both_rows_unless_they_say_the_same():
    said = overview(rows(line(), line(Number="8"), line(), line(Unit="East 2"), line(Number="9", Name="")))
    assert said.twice == {2, 5}
    assert said.repeated == {4}
    assert said.numbers == {"7", "8", "9"}


def test_beside_a_wrong_row_another_one_of_that_number_is_not_taken_either():
    assert overview(rows(line(Name=""), line())).twice == {2, 3}


def test_a_row_whose_number_is_not_known_leaves_open_who_is_missing():
    assert overview(rows(line(Number=""))).numbers is None
    assert overview(rows(line(Name=""))).numbers == {"7"}


def test_a_list_of_too_many_rows_is_refused():
    with pytest.raises(TooManyRows):
        overview(reader().rows([ALL[0].encode(), *(b"\n%d,Sam" % number for number in range(MOST_ROWS + 1))]))
