"""The report counts what it says it counts."""

import io
import json

import pytest
from django.core.management import call_command

from moderation.screening.report import Share, lines_of

PHONE = "call me at 312-555-0142"


def row(id_, text, category, expect, **more):
    return {"id": id_, "text": text, "lang": "en", "category": category, "expect": expect, **more}


def cells(*suites):
    lines = [line for line in lines_of(suites) if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[1:]]


@pytest.mark.parametrize(
    ("part", "whole", "low", "high"), [(0, 10, 0.0, 0.2775), (5, 10, 0.2366, 0.7634), (10, 10, 0.7225, 1.0)]
)
def test_the_interval_is_wilsons(part, whole, low, high):
    assert Share(part, whole).interval == pytest.approx((low, high), abs=0.0005)


def test_nothing_of_nothing_says_nothing():
    assert (Share(0, 0).value, Share(0, 0).interval) == (0.0, (0.0, 1.0))


def test_only_findings_of_the_row_s_own_category_count():
    rows = [
        row(1, PHONE, "contact_info", "flag"),
        row(2, PHONE, "self_harm", "flag"),
        row(3, "hi", "self_harm", "clean"),
    ]
    shares = {(category, part): figure for _, category, part, figure in cells(("suite", rows))}
    assert shares["contact_info", "seen"].startswith("100.0 % (1/1")
    assert shares["self_harm", "seen"].startswith("0.0 % (0/1")
    assert shares["self_harm", "flagged though clean"].startswith("0.0 % (0/1")


def test_of_benign_talk_any_flag_counts():
    assert cells(("suite", [row(1, PHONE, "benign", "clean")]))[0][3].startswith("100.0 %")


def test_suites_are_never_pooled():
    one = [row(1, PHONE, "contact_info", "flag")]
    assert [line[0] for line in cells(("a", one), ("b", one))] == ["a", "b"]


def test_disguised_is_compared_with_the_same_seeds_plain():
    plain = [row("s1", PHONE, "contact_info", "flag"), row("s2", "nothing here", "contact_info", "flag")]
    disguised = [
        row("d1", "call me at 312\u200b-555-0142", "contact_info", "flag", transform="zero_width", seed="s1"),
        row("d2", "no thing here", "contact_info", "flag", transform="spacing", seed="s2"),
        row("d3", PHONE, "contact_info", "flag", transform="spacing", seed="not among the files"),
    ]
    shares = {line[1]: line[2:] for line in cells(("plain", plain), ("hidden", disguised)) if line[0] == "hidden"}
    assert shares["zero_width"][0] == "disguised ÷ plain: 1.00"
    assert shares["all"][1].startswith("50.0 % (1/2")


def test_the_command_reads_files(tmp_path):
    file = tmp_path / "suite.jsonl"
    file.write_text(json.dumps(row(1, PHONE, "contact_info", "flag")) + "\n")
    out = io.StringIO()
    call_command("screening_report", str(file), stdout=out)
    assert "| suite | contact_info | seen | 100.0 % (1/1" in out.getvalue()
