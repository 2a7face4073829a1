"""A row is met by its figure only, and never when what it stands on was broken."""

import json

import pytest

from tests.bench.table import Row, render, save


@pytest.mark.parametrize(
    ("value", "baseline", "reach", "met"),
    [
        (200.0, 10.0, "≥ 20 ×", True),
        (199.0, 10.0, "≥ 20 ×", False),
        (11.0, 10.0, "> 1 ×", True),
        (10.0, 10.0, "> 1 ×", False),
        (45.0, None, "≤ 45", True),
        (45.1, None, "≤ 45", False),
        (13.0, 10.0, "≤ 1.3 ×", True),
        (1.0, None, "", None),
        (None, 10.0, "≥ 20 ×", None),
        (200.0, None, "≥ 20 ×", None),
    ],
)
def test_a_promise_is_kept_or_not_by_the_figure_it_speaks_of(value, baseline, reach, met):
    assert Row("x", value, "ms", baseline, reach).met is met


@pytest.mark.parametrize("reach", ["≤ 45", ""])
def test_a_fast_server_that_lost_messages_has_met_nothing(reach):
    assert Row("x", 1.0, "ms", reach=reach, broken="3 missing").met is False


def test_the_file_has_every_row_with_what_it_is_judged_by(tmp_path):
    save(
        [Row("x", 30.0, "ms", 10.0, "≤ 1.3 ×"), Row("y", None, "s", note="no compiler")], tmp_path / "b" / "bench.json"
    )
    first, second = json.loads((tmp_path / "b" / "bench.json").read_text())
    assert {key: first[key] for key in ("name", "value", "unit", "baseline", "ratio", "reach", "met")} == {
        "name": "x",
        "value": 30.0,
        "unit": "ms",
        "baseline": 10.0,
        "ratio": 3.0,
        "reach": "≤ 1.3 ×",
        "met": False,
    }
    assert (second["value"], second["met"], second["note"]) == (None, None, "no compiler")


def test_the_table_says_why_a_figure_is_missing_and_what_broke():
    shown = render([Row("x", None, "s", note="no compiler"), Row("y", 1234.5, "ms", broken="3 missing", load=0.4)])
    assert "no compiler" in shown
    assert "BROKEN: 3 missing" in shown
    assert "1,234" in shown and "40%" in shown
