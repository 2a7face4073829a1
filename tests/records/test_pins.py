"""Pins: several reasons may keep one thing, each is lifted by itself, and an eraser sees all that are placed."""

from datetime import UTC, datetime, timedelta
from threading import Event

import pytest
from django.db import IntegrityError, connection, transaction

from core import clock
from core.transactions import unit
from records import pins
from records.models import Pin
from tests.racing import threads

NINE = datetime(2026, 11, 23, 9, tzinfo=UTC)
THIS, OTHER = "message:1", "message:2"


def test_a_pin_stands_until_it_is_lifted(db):
    pins.place(target=THIS, because="case:1", at=NINE)
    assert pins.standing([THIS, OTHER]) == {THIS}
    pins.lift(target=THIS, because="case:1", at=NINE + timedelta(hours=1))
    assert pins.standing([THIS, OTHER]) == set()


def test_a_thing_is_kept_until_the_last_reason_is_gone(db):
    pins.place(target=THIS, because="case:1")
    pins.place(target=THIS, because="hold:1")
    pins.lift(target=THIS, because="case:1")
    assert pins.standing([THIS]) == {THIS}
    pins.lift(target=THIS, because="hold:1")
    assert not pins.standing([THIS])


def test_placing_twice_is_placing_once(db):
    pins.place(target=THIS, because="case:1", at=NINE)
    pins.place(target=THIS, because="case:1", at=NINE + timedelta(hours=1))
    assert Pin.objects.get().placed_at == NINE


def test_a_reason_can_come_back(db):
    for _ in range(2):
        pins.place(target=THIS, because="case:1")
        pins.lift(target=THIS, because="case:1")
    pins.place(target=THIS, because="case:1")
    assert pins.standing([THIS]) == {THIS}
    assert Pin.objects.count() == 3


def test_lifting_what_does_not_stand_changes_nothing(db):
    pins.lift(target=THIS, because="case:1")
    pins.place(target=THIS, because="case:2")
    pins.lift(target=THIS, because="case:1")
    assert pins.standing([THIS]) == {THIS}


def test_a_thousand_targets_are_asked_in_one_query(db, django_assert_num_queries):
    pins.place(target=THIS, because="case:1")
    with django_assert_num_queries(1):
        assert pins.standing(f"message:{number}" for number in range(1000)) == {THIS}


def test_the_ids_of_one_kind_that_are_pinned_can_be_left_out_of_a_query(db):
    pins.place(target="person:1", because="hold:1")
    pins.place(target="person:1", because="hold:2")
    pins.place(target="person:2", because="hold:1")
    pins.place(target="personnel:3", because="hold:1")
    pins.lift(target="person:2", because="hold:1")
    assert pins.named("person") == ["1"]


@pytest.mark.parametrize(
    "wrong",
    [{"lifted_at": None}, {"lifted_at": NINE - timedelta(hours=1), "because": "case:2"}],
    ids=["twice", "before"],
)
def test_the_database_refuses_a_pin_that_cannot_be(db, wrong):
    pins.place(target=THIS, because="case:1", at=NINE)
    with pytest.raises(IntegrityError), transaction.atomic():
        Pin.objects.create(**{"target": THIS, "because": "case:1", "placed_at": NINE, **wrong})


def test_many_place_the_same_pin_at_once_and_there_is_one(rows):
    def place(_: int) -> None:
        try:
            pins.place(target=THIS, because="case:1")
        finally:
            connection.close()

    with threads(4) as pool:
        list(pool.map(place, range(8)))
    assert Pin.objects.count() == 1


def test_while_an_eraser_looks_nobody_places_a_pin(rows):
    """What the eraser has read of pins is true until it has erased: the pin comes after, or was seen."""
    looks, asked = Event(), Event()
    order: list[str] = []

    def hold() -> None:
        looks.wait(5)
        asked.set()
        try:
            pins.place(target=THIS, because="hold:1", at=clock.now())
            order.append("pinned")
        finally:
            connection.close()

    with threads(1) as pool:
        placing = pool.submit(hold)
        with unit():
            pins.hold_still()
            assert not pins.standing([THIS])
            looks.set()
            asked.wait(5)
            with pytest.raises(TimeoutError):
                placing.result(timeout=0.3)
            order.append("erased")
        placing.result(timeout=10)
    assert order == ["erased", "pinned"]
