"""Every refusal has a code of its own, and the page of codes tells of each."""

import re
from collections import Counter

import pytest

from core.errors import RuleError
from tests.architecture.errors_page import PAGE, errors, page


def test_no_two_errors_share_a_code():
    codes = Counter(error.code for error in errors() if "code" in vars(error))
    assert not [code for code, times in codes.items() if times > 1]


@pytest.mark.parametrize("error", [error for error in errors() if error is not RuleError], ids=lambda one: one.__name__)
def test_every_error_says_what_it_is(error):
    """One that is told to other people in other words may keep its parent's code; none is just "an error"."""
    assert error.code != RuleError.code or error.__subclasses__()


@pytest.mark.parametrize("error", errors(), ids=lambda one: one.__name__)
def test_codes_look_alike_and_texts_are_for_people(error):
    assert re.fullmatch(r"[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*", error.code)
    assert str(error.text).strip()
    assert 400 <= error.status < 600


def test_the_page_of_codes_is_what_the_code_says():
    assert PAGE.read_text() == page(), "write it anew: .venv/bin/python -m tests.architecture.errors_page"
