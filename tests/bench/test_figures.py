"""Percentiles by nearest rank; nothing is made of nothing."""

import pytest

from tests.bench.figures import median, percentile, ratio


@pytest.mark.parametrize(("per_cent", "expected"), [(1, 1), (50, 50), (99, 99), (100, 100)])
def test_a_percentile_is_a_value_that_was_measured(per_cent, expected):
    assert percentile(list(range(100, 0, -1)), per_cent) == expected


def test_the_99th_percentile_of_few_values_is_the_worst_of_them():
    assert percentile([3.0, 9.0, 1.0], 99) == 9.0


def test_of_nothing_there_is_no_figure():
    assert percentile([], 50) is None
    assert median([]) is None
    assert ratio(1.0, None) is None
    assert ratio(None, 1.0) is None
    assert ratio(1.0, 0.0) is None
