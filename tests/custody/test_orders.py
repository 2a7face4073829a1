"""Who must not meet whom: the same from both sides, over all records of one human, while an order is in force."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from core import clock
from custody.models import KeepApartOrder, Person
from custody.orders.selectors import orders_of, parted_from, records_of
from tests import factories as make

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def merge(gone: Person, kept: Person) -> None:
    Person.objects.filter(pk=gone.pk).update(merged_into=kept)


def others(person: Person, *, at=None) -> set:
    return {other for other, _ in parted_from([person.pk], at=at or clock.now())[person.pk]}


def test_an_order_holds_from_both_sides_and_for_nobody_else():
    one, other, third = make.person(), make.person(), make.person()
    order = make.order(one, other)
    found = parted_from([one.pk, other.pk, third.pk], at=clock.now())
    assert found == {
        one.pk: {(other.pk, order.pk)},
        other.pk: {(one.pk, order.pk)},
        third.pk: frozenset(),
    }


def test_an_order_holds_from_its_first_moment_until_its_last():
    now = clock.now()
    one, other = make.person(), make.person()
    make.order(one, other, from_at=now, until=now + DAY)
    assert [bool(others(one, at=now + span)) for span in (-DAY, 0 * DAY, DAY - timedelta(seconds=1), DAY)] == [
        False,
        True,
        True,
        False,
    ]


def test_an_order_that_was_ended_parts_nobody():
    one, other = make.person(), make.person()
    make.order(one, other, ended_at=clock.now(), ended_by="system", ended_because="lifted")
    assert not others(one)


def test_one_that_begins_later_is_known_of_already():
    one, other = make.person(), make.person()
    make.order(one, other, from_at=clock.now() + DAY)
    assert not others(one)
    assert [each.other_id for each in orders_of([one.pk], at=clock.now())[one.pk]] == [other.pk]


@pytest.mark.parametrize("protected", ["one", "other", None])
def test_each_side_knows_whom_the_order_protects(protected):
    two = {"one": make.person(), "other": make.person()}
    make.order(**two, protected=two.get(protected))
    found = orders_of([person.pk for person in two.values()], at=clock.now())
    for name, person in two.items():
        (mine,) = found[person.pk]
        assert (mine.protects_me, mine.protects_other) == (protected == name, protected not in (name, None))


def test_the_orders_of_every_record_of_a_human_hold_for_all_of_them():
    """Merged in a chain and in a bush, on either side."""
    one, other = [make.person() for _ in range(4)], [make.person() for _ in range(3)]
    for gone, kept in (
        (one[0], one[1]),
        (one[1], one[2]),
        (one[3], one[2]),
        (other[0], other[2]),
        (other[1], other[2]),
    ):
        merge(gone, kept)
    make.order(one[0], other[0], protected=one[0])
    for record in one:
        assert others(record) == {each.pk for each in other}
    for record in other:
        assert others(record) == {each.pk for each in one}
    (mine, *_) = orders_of([one[3].pk], at=clock.now())[one[3].pk]
    assert mine.protects_me


def test_two_records_that_turn_out_to_be_one_human_are_not_kept_from_themselves():
    one, other = make.person(), make.person()
    make.order(one, other)
    merge(one, other)
    assert not others(one)
    assert not others(other)


def test_records_that_go_round_in_a_circle_come_to_an_end():
    one, other, third = make.person(), make.person(), make.person()
    merge(one, other)
    merge(other, one)
    make.order(one, third)
    assert others(other) == {third.pk}
    assert records_of([one.pk]) == {one.pk, other.pk}


def test_many_cost_one_statement(django_assert_num_queries):
    persons = [make.person() for _ in range(20)]
    for one, other in zip(persons[:10], persons[10:], strict=True):
        make.order(one, other)
    for some in (persons[:1], persons):
        with django_assert_num_queries(1):
            found = parted_from([person.pk for person in some], at=clock.now())
    assert all(found.values())
    with django_assert_num_queries(0):
        assert parted_from([], at=clock.now()) == {}


@pytest.mark.parametrize(
    "wrong",
    [
        {"until": -DAY},
        {"until": 0 * DAY},
        {"kind": "no_contact"},
        {"ended_by": "system"},
        {"ended_because": "lifted"},
        {"ended_at": clock.now()},
        {"ended_at": clock.now(), "ended_by": "system"},
        {"ended_at": clock.now(), "ended_because": "lifted"},
    ],
)
def test_half_an_order_is_refused_by_the_database(wrong):
    now = clock.now()
    values = {name: now + value if isinstance(value, timedelta) else value for name, value in wrong.items()}
    one, other = make.person(), make.person()
    with pytest.raises(IntegrityError), transaction.atomic():
        make.order(one, other, from_at=now, **values)


def test_an_order_is_of_two_and_protects_one_of_them():
    one, other, third = make.person(), make.person(), make.person()
    for wrong in ({"other": one}, {"other": other, "protected": third}):
        with pytest.raises(IntegrityError), transaction.atomic():
            make.order(one, **wrong)
    assert make.order(one, other, protected=other, kind="no_contact").pk


def test_a_source_tells_an_order_once():
    one, other = make.person(), make.person()
    make.order(one, other, source_id="7")
    with pytest.raises(IntegrityError), transaction.atomic():
        make.order(one, other, source_id="7")
    assert KeepApartOrder.objects.count() == 1
