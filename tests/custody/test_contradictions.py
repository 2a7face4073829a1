"""What in a timeline can't all be true is listed, and refuses nothing."""

from itertools import permutations

import pytest

from custody.contradictions import contradictions
from custody.models import CustodyEvent
from tests.custody.test_timeline import BIRCH, event

Kind = CustodyEvent.Kind
IN, OUT = event(Kind.ADMITTED, 0), event(Kind.TO_COURT, 10)
BACK, FREE = event(Kind.RETURNED, 20), event(Kind.RELEASED, 30)


def found(*events: CustodyEvent) -> list[str]:
    return [str(each.code) for each in contradictions(events)]


def test_a_timeline_that_fits_has_none():
    moved = event(Kind.TRANSFERRED, 25, at=BIRCH)
    assert found(IN, OUT, BACK, moved, FREE, event(Kind.ADMITTED, 40, at=BIRCH), event(Kind.DIED, 50)) == []


@pytest.mark.parametrize(
    ("code", "events"),
    [
        ("two_places", (IN, event(Kind.TRANSFERRED, 5), event(Kind.TRANSFERRED, 5, at=BIRCH))),
        ("returned_not_out", (IN, BACK)),
        ("out_not_held", (FREE, event(Kind.TO_HOSPITAL, 40))),
        ("released_not_held", (FREE,)),
        ("released_not_held", (IN, FREE, event(Kind.RELEASED, 40))),
        ("admitted_while_held", (IN, event(Kind.ADMITTED, 5, at=BIRCH))),
        ("after_death", (IN, event(Kind.DIED, 5), FREE)),
    ],
)
def test_what_does_not_fit_is_listed_whatever_the_order_of_arrival(code, events):
    assert {code in found(*told) for told in permutations(events)} == {True}


def test_what_was_taken_back_contradicts_nothing():
    assert found(IN, event(Kind.RETURNED, 20, taken_back=True), FREE) == []
