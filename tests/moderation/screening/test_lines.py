"""The command for people outside: the very engine of the rooms, line by line, and what it says of bad lines."""

import io
import json

import pytest
from django.core.management import call_command

from moderation.screening.lines import answers


def screened(*rows):
    return [json.loads(line) for line in answers(json.dumps(row) for row in rows)]


def test_a_line_is_answered_with_outcome_findings_and_time():
    (answer,) = screened({"id": "a-1", "text": "Call me at 312-555-0142", "lang": "en"})
    assert answer.pop("ms") >= 0
    assert answer == {
        "id": "a-1",
        "outcome": "hold",
        "crisis": False,
        "findings": [
            {
                "category": "contact_info",
                "tier": "phone",
                "rule": "contact.phone",
                "version": 2,
                "view": "digits",
                "span": [11, 23],
                "score": 1.0,
            }
        ],
    }


def test_a_cry_for_help_is_told_beside_the_outcome():
    (answer,) = screened({"id": 1, "text": "I am going to kill myself tonight"})
    assert (answer["outcome"], answer["crisis"]) == ("deliver", True)


def test_nothing_of_the_text_comes_back():
    assert "312" not in "".join(answers(['{"id": 1, "text": "call me at 312-555-0142"}']))


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("not json", "screen.not_json"),
        ("[]", "screen.no_text"),
        ('{"id": 1}', "screen.no_text"),
        ('{"text": 5}', "screen.no_text"),
    ],
)
def test_a_line_that_cannot_be_read_is_named_and_the_rest_goes_on(line, code):
    first, second = (json.loads(answer) for answer in answers([line, '{"id": 2, "text": "hello"}']))
    assert first == {"line": 1, "error": code}
    assert (second["id"], second["outcome"]) == (2, "deliver")


def test_empty_lines_are_passed_over():
    assert list(answers(["", "  \n"])) == []


def test_the_command_reads_and_writes_lines(monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO('{"id": "é", "text": "hola"}\n'))
    out = io.StringIO()
    call_command("screen", "--json", stdout=out)
    assert json.loads(out.getvalue())["id"] == "é"
