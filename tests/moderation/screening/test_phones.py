"""Telephone numbers, and what looks like one."""

import pytest

from .texts import findings, marked


@pytest.mark.parametrize(
    "body",
    [
        "312-555-0142",
        "1 (312) 555-0142",
        "312 555.0142 is where I stay",
        "text me at 5550142",
        "3 1 2 5 5 5 0 1 4 2",
        "three-one-two five-five-five oh-one-four-two",
        "mi celular: 55-1234-5678",
        "call me at 030 / 55501420",
        "móvil 612345678",
        "+34 612 34 56 78",
        "my case is 21-CR-0012 but my phone is 312-555-0142",
        "call me at EIZ-SSS-OIAZ tonight",
        "mi móvil: AIZ EIE ZZS",
        "my cell 3l2 555 oi42",
        "reach me 3x1x2x5x5x5x0x1x4x2",
        "llámame al 024 555 01 42",
        "my new 555 0142",
    ],
)
def test_a_number_to_call_is_found(body):
    assert marked(body, "contact_info")


@pytest.mark.parametrize(
    "body",
    [
        "call 988 or text HOME to 741741",
        "the lifeline is 1-800-273-8255",
        "docket 2021-004567, hearing 3/14/2026 1:30 pm",
        "I paid $12,500 in 2019, 2020 and 2021",
        "1 Corinthians 13:4-7 and Psalm 23",
        "90 meetings in 90 days, day 1 2 3 4 5 6 7",
        "20 years, 240 months, 7300 days",
        "we won 21-14, 35-28 and 42-17",
        "chapter 12 pages 100 200 3000",
        "CALL ME WHEN IT IS A BIG TEST AGAIN",
        "OIO-IZEA-SGTB",
        "a 2x4x2x4x2 plank",
        "I'm 34, my kids are 5, 7 and 12, I have 1200 days left",
    ],
)
def test_other_figures_are_left_alone(body):
    assert not marked(body, "contact_info")


def test_the_number_of_a_prison_is_no_telephone():
    assert [f.tier for f in findings("inmate 5551234567")] == ["facility_number"]


def test_only_the_number_is_marked():
    assert marked("I'm 34, so 312-555-0142 it is", "contact_info") == ["312-555-0142"]


def test_two_numbers_are_marked_apart():
    assert marked("312-555-0142 or 312-555-0143", "contact_info") == ["312-555-0142", "312-555-0143"]


def test_half_a_character_among_the_figures_hides_nothing():
    """Half of a surrogate pair can't be written as UTF-8."""
    assert marked("call me at 3l2-555-Ol42 \udcf4 or 312-555-0142", "contact_info")
