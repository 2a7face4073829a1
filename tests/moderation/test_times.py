"""How long something takes or is late, as staff read it."""

from datetime import timedelta

import pytest

from moderation.times import span


@pytest.mark.parametrize(
    ("length", "words"),
    [
        (timedelta(seconds=-5), "0 min"),
        (timedelta(minutes=6), "6 min"),
        (timedelta(minutes=70), "1 h 10 min"),
        (timedelta(hours=47, minutes=5), "47 h 05 min"),
        (timedelta(days=3, hours=5), "3 d 5 h"),
    ],
)
def test_a_length_is_said_in_units_that_fit_it(length, words):
    assert span(length) == words
