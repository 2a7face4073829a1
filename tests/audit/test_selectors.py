"""Looking into the chain: newest first, by page, by whatever somebody looks for."""

from datetime import UTC, datetime, timedelta

import pytest

from audit import kinds
from audit.selectors import Filters, trail
from audit.services import record
from core.transactions import unit

KIND = kinds.register("tests.happened", "Something happened in a test")
OTHER = kinds.register("tests.ended", "Something ended in a test")
NINE = datetime(2026, 11, 23, 9, tzinfo=UTC)


@pytest.fixture
def links(db):
    """Odd ones happened, even ones ended; one an hour."""
    for seq in range(1, 7):
        with unit():
            record(
                KIND if seq % 2 else OTHER,
                by=f"user:{seq % 3}",
                subject=f"thing:{seq % 2}",
                at=NINE + timedelta(hours=seq),
            )


def seqs(*args, **kwargs):
    return [link.seq for link in trail(*args, **kwargs)]


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (Filters(), [6, 5, 4, 3, 2, 1]),
        (Filters(kind=KIND), [5, 3, 1]),
        (Filters(actor="user:1"), [4, 1]),
        (Filters(subject="thing:0", actor="user:0"), [6]),
        (Filters(since=NINE + timedelta(hours=5)), [6, 5]),
        (Filters(until=NINE + timedelta(hours=2)), [1]),
        (Filters(kind="tests.never"), []),
    ],
)
def test_the_trail_shows_what_was_asked_for(links, filters, found):
    assert seqs(filters) == found


def test_the_trail_is_read_in_pages(links):
    assert seqs(Filters(), limit=4) == [6, 5, 4, 3]
    assert seqs(Filters(), before=3, limit=4) == [2, 1]
