"""Custody events by the interface: what a facility's system may say, once, late, and in what form."""

from datetime import timedelta

import pytest

from core import clock
from custody.models import CustodyEvent, FacilityNumber, Feed, Person
from custody.timeline import status_of
from tests import factories as make
from tests.groups.api.helpers import System, number_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def alder(cast):
    return System(cast.alder)


@pytest.fixture
def birch(cast):
    return System(cast.birch)


@pytest.fixture
def ana(cast):
    return number_of(cast.persons.ana)


def test_an_event_that_is_told_changes_the_status(cast, alder, ana):
    answer = alder.tells(number=ana)
    assert answer.status_code == 201
    assert answer.json() == {
        "id": "E-1",
        "is_new": True,
        "status": {"state": "released", "is_with_you": False, "unit": None},
    }
    assert not status_of(cast.persons.ana).in_custody


def test_told_again_it_is_the_same_event(cast, alder, ana):
    at = clock.wire(clock.now() - timedelta(minutes=1))
    first, again = (alder.tells(number=ana, occurred_at=at) for _ in range(2))
    assert (first.status_code, again.status_code) == (201, 200)
    assert again.json()["is_new"] is False
    assert CustodyEvent.objects.filter(source=alder.machine.source).count() == 1


def test_another_event_under_the_same_id_is_refused(alder, ana):
    alder.tells(number=ana)
    answer = alder.tells(number=ana, kind="to_court")
    assert (answer.status_code, answer.json()["code"]) == (409, "custody.source_id_reused")


def test_two_systems_may_use_the_same_id(cast, alder, birch, ana):
    alder.tells(number=ana, kind="to_court")
    make.person("Gus", at=cast.birch)
    answer = birch.tells(number=FacilityNumber.objects.get(facility=cast.birch).number, kind="to_court")
    assert answer.status_code == 201


def test_an_old_event_is_never_too_old(alder, ana):
    assert alder.tells(number=ana, kind="admitted", occurred_at="2019-03-01T08:00:00-06:00").status_code == 201


def test_an_event_that_has_not_happened_is_refused(alder, ana):
    answer = alder.tells(number=ana, occurred_at=clock.wire(clock.now() + timedelta(hours=1)))
    assert (answer.status_code, answer.json()["code"]) == (409, "custody.in_the_future")


@pytest.mark.parametrize("kind", ["released", "to_court", "died"])
def test_a_facility_says_nothing_of_whom_another_held(cast, alder, kind):
    """Tam was moved to Birch and has a number at Alder still."""
    tam = number_of(cast.persons.tam)
    answer = alder.tells(number=tam, kind=kind)
    assert (answer.status_code, answer.json()["code"]) == (409, "custody.held_elsewhere")
    assert status_of(cast.persons.tam).facility == cast.birch


def test_but_it_may_tell_late_what_happened_while_it_held_them(cast, alder):
    tam = cast.persons.tam
    before = tam.timeline.get(kind="transferred").occurred_at - timedelta(hours=1)
    answer = alder.tells(number=number_of(tam), kind="to_court", occurred_at=clock.wire(before))
    assert answer.status_code == 201
    assert status_of(tam).facility == cast.birch


def test_a_number_is_known_at_its_own_facility_only(birch, ana):
    answer = birch.tells(number=ana)
    assert (answer.status_code, answer.json()["code"]) == (404, "custody.number_unknown")


def test_somebody_new_is_admitted_with_name_and_age(cast, alder):
    said = {"legal_name": "Nina New", "language": "es", "is_adult": True}
    answer = alder.tells(number="N-1", kind="admitted", unit="East 2", person=said)
    assert answer.status_code == 201
    assert answer.json()["status"] == {"state": "in_custody", "is_with_you": True, "unit": "East 2"}
    nina = Person.objects.get(legal_name="Nina New")
    assert nina.language == "es"
    assert nina.adult_confirmed_at is not None
    assert status_of(nina).facility == cast.alder


def test_who_is_not_known_to_be_an_adult_is_not_said_to_be_one(alder):
    alder.tells(number="N-1", kind="admitted", person={"legal_name": "Nina New", "is_adult": False})
    assert Person.objects.get(legal_name="Nina New").adult_confirmed_at is None


def test_somebody_unknown_is_only_ever_admitted(alder):
    answer = alder.tells(number="N-1", kind="to_court", person={"legal_name": "Nina New", "is_adult": True})
    assert answer.json()["code"] == "custody.number_unknown"
    assert not Person.objects.filter(legal_name="Nina New").exists()


def test_a_transfer_names_the_other_facility_and_perhaps_its_number(cast, alder, ana):
    answer = alder.tells(number=ana, kind="transferred", to={"facility": "birch", "number": "B-9"})
    assert answer.status_code == 201
    assert answer.json()["status"]["is_with_you"] is False
    assert status_of(cast.persons.ana).facility == cast.birch
    assert FacilityNumber.objects.get(facility=cast.birch, number="B-9").person == cast.persons.ana


def test_the_answer_says_nothing_of_another_facilitys_units(cast, alder, ana):
    make.unit(cast.birch, "North")
    answer = alder.tells(number=ana, kind="transferred", to={"facility": "birch"})
    assert answer.json()["status"]["unit"] is None


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"kind": "transferred", "to": {"facility": "nowhere"}}, "custody.facility_unknown"),
        ({"kind": "admitted", "unit": "Nowhere"}, "custody.unit_unknown"),
        ({"kind": "released", "to": {"facility": "birch"}}, "custody.destination_not_here"),
        ({"kind": "transferred", "to": {"facility": "birch"}, "unit": "East 2"}, "custody.destination_not_here"),
    ],
)
def test_a_place_that_makes_no_sense_is_refused(alder, ana, said, code):
    answer = alder.tells(number=ana, **said)
    assert answer.json()["code"] == code
    assert not CustodyEvent.objects.filter(source=alder.machine.source).exists()


def test_a_number_of_somebody_else_moves_nobody(cast, alder, ana):
    """Half of it would have been done: the number was taken, the transfer not."""
    gus = make.person("Gus", at=cast.birch)
    answer = alder.tells(number=ana, kind="transferred", to={"facility": "birch", "number": number_of(gus)})
    assert answer.json()["code"] == "custody.number_taken"
    assert status_of(cast.persons.ana).facility == cast.alder


@pytest.mark.parametrize(
    ("said", "at"),
    [
        ({"occurred_at": "2025-03-01T14:30:00"}, "occurred_at"),
        ({"occurred_at": "2025-03-01"}, "occurred_at"),
        ({"occurred_at": 1764081000}, "occurred_at"),
        ({"kind": "escaped"}, "kind"),
        ({"number": 700123}, "number"),
        ({"id": "two words"}, "id"),
        ({"id": "x" * 101}, "id"),
        ({"housing": "x" * 41}, "housing"),
        ({"colour": "red"}, "colour"),
        ({"person": {"legal_name": "N", "is_adult": "yes"}}, "is_adult"),
    ],
)
def test_another_shape_is_refused_with_its_place_and_nothing_is_repeated(alder, ana, said, at):
    answer = alder.tells(**{"number": ana, **said})
    assert (answer.status_code, answer.json()["code"]) == (400, "api.not_understood")
    assert answer.json()["problems"][0]["at"].endswith(at)
    value = next(iter(said.values()))
    assert not isinstance(value, str) or value not in answer.content.decode()


@pytest.mark.parametrize("body", ["", "{", "[]", '"x"', "\x00", "{}" * 2])
def test_what_is_no_json_is_refused(alder, body):
    answer = alder.ask("post", "tell_event", body or " ")
    assert (answer.status_code, answer.json()["code"]) == (400, "api.not_understood")


def test_of_many_each_is_taken_or_refused_by_itself(cast, alder, ana):
    now = clock.wire(clock.now())
    good = {"id": "1", "kind": "to_court", "number": ana, "occurred_at": now}
    bad = {"id": "2", "kind": "to_court", "number": "nobody", "occurred_at": now}
    answer = alder.ask("post", "tell_events", {"events": [bad, good]})
    assert answer.status_code == 200
    first, second = answer.json()["outcomes"]
    assert (first["id"], first["refusal"]["code"], first["event"]) == ("2", "custody.number_unknown", None)
    assert (second["id"], second["event"]["is_new"], second["refusal"]) == ("1", True, None)


def test_a_feed_that_says_it_is_alive_is_heard(cast, alder):
    answer = alder.ask("post", "heartbeat")
    assert answer.status_code == 200
    feed = Feed.objects.get()
    assert (feed.facility, feed.source) == (cast.alder, alder.machine.source)


# Told in error


def test_a_release_told_in_error_is_undone_within_the_hour(cast, alder, ana):
    alder.tells(number=ana)
    answer = alder.ask("post", "take_event_back", {}, event_id="E-1")
    assert (answer.status_code, answer.json()["status"]["state"]) == (200, "in_custody")
    assert alder.ask("post", "take_event_back", {}, event_id="E-1").status_code == 200
    assert status_of(cast.persons.ana).facility == cast.alder


def test_after_an_hour_a_release_stands(alder, ana, time_machine):
    time_machine.move_to(clock.now(), tick=False)
    alder.tells(number=ana)
    time_machine.shift(timedelta(hours=1, seconds=1))
    answer = alder.ask("post", "take_event_back", {}, event_id="E-1")
    assert (answer.status_code, answer.json()["code"]) == (409, "custody.release_stands")


def test_another_event_is_taken_back_whenever_the_error_is_found(cast, alder, ana):
    alder.tells(number=ana, kind="died")
    answer = alder.ask("post", "take_event_back", {"reason": "wrong_person"}, event_id="E-1")
    assert answer.json()["status"] == {"state": "in_custody", "is_with_you": True, "unit": "East 2"}


def test_a_system_takes_back_what_it_told_and_nothing_else(alder, birch, ana):
    alder.tells(number=ana)
    answer = birch.ask("post", "take_event_back", {}, event_id="E-1")
    assert (answer.status_code, answer.json()["code"]) == (404, "custody.event_unknown")


# Two numbers of one human


@pytest.fixture
def twice(cast, ana):
    other = make.person("Ana Again", at=cast.alder)
    return {"id": "M-1", "kept": ana, "merged": number_of(other), "occurred_at": clock.wire(clock.now())}


def test_two_numbers_of_one_human_lead_to_one_person(cast, alder, twice):
    answer = alder.ask("post", "tell_merge", twice)
    assert answer.status_code == 201
    alder.tells(number=twice["merged"])
    assert not status_of(cast.persons.ana).in_custody


def test_a_merge_told_again_is_the_same_and_can_be_undone(alder, twice):
    alder.ask("post", "tell_merge", twice)
    assert alder.ask("post", "tell_merge", twice).status_code == 200
    for _ in range(2):
        answer = alder.ask("post", "tell_merge_undone", merge_id="M-1")
        assert (answer.status_code, answer.json()["is_undone"]) == (200, True)
    assert Person.objects.filter(merged_into=None).count() == Person.objects.count()


def test_nobody_merges_whom_another_facility_holds(cast, alder, twice):
    answer = alder.ask("post", "tell_merge", {**twice, "merged": number_of(cast.persons.tam)})
    assert answer.json()["code"] == "custody.held_elsewhere"


@pytest.mark.parametrize("end", ["kept", "merged"])
def test_a_merge_is_of_two_that_are_known(alder, twice, end):
    answer = alder.ask("post", "tell_merge", {**twice, end: "nobody"})
    assert (answer.status_code, answer.json()["code"]) == (404, "custody.number_unknown")


def test_a_merge_that_nobody_told_is_not_undone(alder):
    assert alder.ask("post", "tell_merge_undone", merge_id="M-9").json()["code"] == "merge.unknown"
