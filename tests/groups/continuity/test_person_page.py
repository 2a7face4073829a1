"""The manual path for each: what staff record, take back, undo and merge from a person's page."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.urls import reverse

from core import clock
from custody.models import CustodyEvent, Person, RecordMerge
from custody.timeline import status_of
from groups.continuity.merging import merge_records
from tests import factories as make
from tests.browsing import browser
from tests.groups.continuity.helpers import Kind, tell

HOUR = timedelta(hours=1)


@pytest.fixture
def second(cast):
    return make.person("Second Wind", at=cast.alder, legal_name="Ana B. Copy")


@pytest.fixture
def page(cast):
    return browser(cast, "ada")


def address(cast, name, *more, who="ana"):
    return reverse(f"groups:{name}", args=[getattr(cast.persons, who).pk, *more])


def typed(cast, kind, **said):
    here = clock.now().astimezone(ZoneInfo(cast.alder.time_zone)) - timedelta(minutes=1)
    return {"kind": kind, "occurred_at": f"{here:%Y-%m-%dT%H:%M:%S}", "source_id": "staff-1", **said}


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_is_recorded_with_place_and_bed(cast, page, kind):
    where = (
        {} if kind in CustodyEvent.NOWHERE else {"facility": cast.alder.pk, "unit": cast.unit.pk, "housing": "E2-14"}
    )
    assert page.post(address(cast, "custody_event"), typed(cast, kind, **where)).status_code == 303
    event = CustodyEvent.objects.get(source="staff")
    assert (event.kind, event.housing) == (kind, "E2-14" if where else "")
    assert event.get_kind_display() in page.get(address(cast, "person")).text


@pytest.mark.parametrize(
    ("kind", "where", "says"),
    [
        ("released", {"facility": "alder"}, "no facility holds the person"),
        ("died", {"housing": "E2-14"}, "no facility holds the person"),
        ("to_court", {}, "Say at which facility"),
        ("to_court", {"facility": "birch", "unit": "unit"}, "at another facility"),
    ],
)
def test_a_place_that_does_not_fit_is_refused_beside_its_field_and_what_was_typed_stays(cast, page, kind, where, says):
    where = {name: getattr(cast, value).pk if hasattr(cast, value) else value for name, value in where.items()}
    answer = page.post(address(cast, "custody_event"), typed(cast, kind, number="771", **where))
    assert answer.status_code == 400
    assert says in answer.text
    assert 'value="771"' in answer.text
    assert not CustodyEvent.objects.filter(source="staff").exists()


def test_the_page_tells_times_by_the_clock_of_the_facility(cast, page):
    cast.alder.time_zone = "America/Anchorage"
    cast.alder.save()
    event = tell(cast.persons.ana, Kind.TO_COURT, cast.alder)
    local = event.occurred_at.astimezone(ZoneInfo("America/Anchorage"))
    text = page.get(address(cast, "person")).text
    assert f"{local:%H:%M %Z}" in text
    assert f'value="{clock.now().astimezone(ZoneInfo("America/Anchorage")):%Y-%m-%dT%H}' in text


def test_a_release_is_undone_while_its_hour_runs_and_the_page_says_until_when(cast, page):
    event = tell(cast.persons.ana, Kind.RELEASED)
    until = (event.recorded_at + HOUR).astimezone(ZoneInfo(cast.alder.time_zone))
    assert f"(until {until:%H:%M})" in page.get(address(cast, "person")).text
    assert page.post(address(cast, "undo_release", event.pk)).status_code == 303
    assert status_of(cast.persons.ana).in_custody
    assert "Taken back" in page.get(address(cast, "person")).text


def test_after_its_hour_a_release_is_not_offered_for_undoing_and_not_undone(cast):
    event = tell(cast.persons.ana, Kind.RELEASED)
    with time_machine.travel(event.recorded_at + HOUR + timedelta(seconds=1), tick=False):
        page = browser(cast, "ada")
        assert "Undo this release" not in page.get(address(cast, "person")).text
        answer = page.post(address(cast, "undo_release", event.pk))
    assert answer.status_code == 409
    assert 'data-code="custody.release_stands"' in answer.text


def test_an_event_is_taken_back_with_a_reason(cast, page):
    event = tell(cast.persons.ana, Kind.TO_COURT, cast.alder)
    refused = page.post(address(cast, "take_back", event.pk), {"reason": ""})
    assert (refused.status_code, 'data-code="custody.reason_missing"' in refused.text) == (400, True)
    assert page.post(address(cast, "take_back", event.pk), {"reason": "wrong_time"}).status_code == 303
    assert status_of(cast.persons.ana).in_custody


@pytest.mark.parametrize("name", ["take_back", "undo_release"])
def test_an_event_of_somebody_else_is_not_there(cast, page, name):
    event = tell(cast.persons.oz, Kind.TO_COURT, cast.alder)
    assert page.post(address(cast, name, event.pk), {"reason": "wrong_time"}).status_code == 404
    event.refresh_from_db()
    assert event.taken_back_at is None


def test_what_does_not_fit_together_is_said_and_refuses_nothing(cast, page):
    assert "does not fit" not in page.get(address(cast, "person")).text
    tell(cast.persons.ana, Kind.RETURNED, cast.alder)
    text = page.get(address(cast, "person")).text
    assert "The timeline does not fit together" in text
    assert "Returned, and was not known to be out." in text


def test_another_record_is_found_by_number_or_name_within_ones_scope(cast, page, second):
    tam = cast.persons.tam.numbers.get().number
    for asked in ("Copy", second.numbers.get().number):
        assert "Ana B. Copy" in page.get(address(cast, "merge_find"), {"q": asked}).text
    assert "Nobody found" in page.get(address(cast, "merge_find"), {"q": tam}).text
    own = cast.persons.ana.numbers.get().number
    assert "Nobody found" in page.get(address(cast, "merge_find"), {"q": own}).text


def test_both_are_shown_with_what_will_move_before_anything_does(cast, page, second):
    make.member(cast.group, second)
    make.member(cast.next_door, second)
    text = page.get(address(cast, "merge", second.pk)).text
    for shown in (
        cast.persons.ana.legal_name,
        "Ana B. Copy",
        second.numbers.get().number,
        "The seat in <b>Next Door</b>",
    ):
        assert shown in text
    assert "Both sit in <b>Monday Evening Circle</b>" in text
    assert not RecordMerge.objects.exists()


def test_two_records_are_merged_from_the_page_once_and_undone_there(cast, page, second):
    for _ in range(2):
        assert page.post(address(cast, "merge", second.pk), {"source_id": "staff-9"}).status_code == 303
    done = RecordMerge.objects.get()
    assert (done.kept, done.merged) == (cast.persons.ana, second)
    assert "Ana B. Copy</b> was merged" in page.get(address(cast, "person")).text
    assert page.get(address(cast, "merge", second.pk)).status_code == 303
    assert page.post(address(cast, "undo_merge", done.pk)).status_code == 303
    assert Person.objects.get(pk=second.pk).merged_into is None


def test_the_page_of_a_merged_record_leads_to_the_kept_one(cast, page, second):
    said = {"source": "staff", "source_id": "m", "occurred_at": clock.now(), "by": "system"}
    merge_records(kept=cast.persons.ana, merged=second, **said)
    answer = page.get(reverse("groups:person", args=[second.pk]))
    assert answer["Location"] == address(cast, "person")
    assert second.numbers.get().number in page.get(address(cast, "person")).text


def test_a_merge_that_is_refused_says_why(cast, page, second):
    said = {"source": "staff", "source_id": "staff-9", "occurred_at": clock.now(), "by": "system"}
    merge_records(kept=cast.persons.oz, merged=make.person(), **said)
    answer = page.post(address(cast, "merge", second.pk), {"source_id": "staff-9"})
    assert answer.status_code == 409
    assert 'data-code="custody.source_id_reused"' in answer.text
    answer = page.post(address(cast, "merge", second.pk), {})
    assert (answer.status_code, RecordMerge.objects.count()) == (400, 1)


def test_whom_one_does_not_work_with_is_not_there_to_be_merged(cast, page):
    for ask in (page.get, page.post):
        assert ask(address(cast, "merge", cast.persons.tam.pk)).status_code == 404
    assert page.get(address(cast, "merge_find", who="tam")).status_code == 404
