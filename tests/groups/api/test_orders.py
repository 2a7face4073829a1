"""Keep-apart orders by the interface."""

import pytest

from custody.models import KeepApartOrder
from tests import factories as make
from tests.groups.api.helpers import System, number_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def alder(cast):
    return System(cast.alder)


@pytest.fixture
def pair(cast):
    return {
        "id": "K-1",
        "one": {"number": number_of(cast.persons.ana)},
        "other": {"number": number_of(cast.persons.oz)},
        "reason": "threat",
        "authorised_by": "Captain Ruiz",
    }


def test_an_order_that_is_told_parts_two_people(cast, alder, pair):
    answer = alder.ask("post", "tell_order", pair)
    assert (answer.status_code, answer.json()) == (201, {"id": "K-1", "is_new": True, "is_ended": False})
    order = KeepApartOrder.objects.get()
    assert {order.one, order.other} == {cast.persons.ana, cast.persons.oz}
    assert (order.facility, order.authorised_by) == (cast.alder, "Captain Ruiz")


def test_told_again_it_is_the_same_order(alder, pair):
    assert [alder.ask("post", "tell_order", pair).status_code for _ in range(2)] == [201, 200]
    assert KeepApartOrder.objects.count() == 1


def test_another_order_under_the_same_id_is_refused(alder, pair):
    alder.ask("post", "tell_order", pair)
    answer = alder.ask("post", "tell_order", {**pair, "reason": "victim"})
    assert (answer.status_code, answer.json()["code"]) == (409, "order.source_id_reused")


def test_the_other_may_be_at_another_facility(cast, alder, pair):
    gus = make.person("Gus", at=cast.birch)
    said = {**pair, "other": {"facility": "birch", "number": number_of(gus)}, "kind": "no_contact", "protects": "other"}
    assert alder.ask("post", "tell_order", said).status_code == 201
    assert KeepApartOrder.objects.get().protected == gus


def test_an_order_about_two_of_others_is_not_yours(cast, alder, pair):
    there = {"facility": "birch", "number": "1"}
    answer = alder.ask("post", "tell_order", {**pair, "one": there, "other": there})
    assert (answer.status_code, answer.json()["code"]) == (409, "order.not_yours")


def test_a_facility_of_another_programme_is_unknown(cast, alder, pair):
    far = make.facility(code="far")
    answer = alder.ask("post", "tell_order", {**pair, "other": {"facility": far.code, "number": "1"}})
    assert answer.json()["code"] == "custody.facility_unknown"


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"other": {"number": "nobody"}}, "custody.number_unknown"),
        ({"kind": "no_contact"}, "order.protects"),
        ({"until": "2020-01-01T00:00:00Z"}, "order.times"),
    ],
)
def test_what_makes_no_order_is_refused(alder, pair, said, code):
    assert alder.ask("post", "tell_order", {**pair, **said}).json()["code"] == code
    assert not KeepApartOrder.objects.exists()


def test_an_order_is_of_two(alder, pair):
    assert alder.ask("post", "tell_order", {**pair, "other": pair["one"]}).json()["code"] == "order.of_one"


def test_an_order_is_ended_by_the_system_that_told_it(cast, alder, pair):
    alder.ask("post", "tell_order", pair)
    other = System(cast.alder, name="Another")
    because = {"because": "lifted"}
    assert other.ask("post", "tell_order_ended", because, order_id="K-1").json()["code"] == "order.unknown"
    for _ in range(2):
        answer = alder.ask("post", "tell_order_ended", because, order_id="K-1")
        assert (answer.status_code, answer.json()["is_ended"]) == (200, True)
