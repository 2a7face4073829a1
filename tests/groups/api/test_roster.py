"""A list that a facility's system hands in."""

import pytest
from django.test import Client

from custody.models import Person
from groups.roster.models import RosterMapping, RosterRun
from groups.roster.running import batch
from tests.groups.api.helpers import System

pytestmark = pytest.mark.django_db
LIST = b"Number,Name,Unit\nN-1,Nina New,East 2\n"


@pytest.fixture
def alder(cast):
    return System(cast.alder)


def hand_in(system, body=LIST, content_type="application/octet-stream"):
    client = Client(HTTP_HOST="localhost:8000", raise_request_exception=False)
    headers = {"HTTP_AUTHORIZATION": f"Bearer {system.key}"}
    return client.post("/api/v1/roster", data=body, content_type=content_type, **headers)


def test_a_list_that_is_handed_in_waits_for_staff(cast, alder):
    answer = hand_in(alder)
    assert (answer.status_code, answer.json()["state"]) == (202, "uploaded")
    run = RosterRun.objects.get()
    assert (run.facility, run.machine, run.uploaded_by) == (cast.alder, alder.machine, None)
    assert not Person.objects.filter(legal_name="Nina New").exists()


def test_it_is_checked_as_staff_read_the_last_one_and_nothing_more(cast, alder):
    columns = {"number": "Number", "name": "Name", "unit": "Unit"}
    RosterMapping.objects.create(
        facility=cast.alder, columns=columns, said_at=cast.persons.ana.created_at, said_by="system"
    )
    answer = hand_in(alder)
    assert answer.json()["state"] == "checking"
    while batch():
        pass
    seen = alder.ask("get", "roster", roster_id=answer.json()["id"]).json()
    assert (seen["state"], seen["checked"]["new"], seen["applied"]) == ("checked", 1, {})
    assert not Person.objects.filter(legal_name="Nina New").exists()


def test_one_at_a_time(alder):
    hand_in(alder)
    answer = hand_in(alder)
    assert (answer.status_code, answer.json()["code"]) == (409, "roster.under_way")


@pytest.mark.parametrize("body", [b"", b"\x00\x01\x02", b"PK\x03\x04 a workbook"])
def test_what_is_no_list_is_refused_and_leaves_nothing(alder, body):
    answer = hand_in(alder, body)
    assert answer.status_code == 409
    assert answer.json()["code"].startswith("roster.")
    assert not RosterRun.objects.exists()


def test_a_list_of_some_megabytes_is_taken_in_pieces(alder):
    rows = b"".join(b"N-%d,Sam Hollis,East 2\n" % number for number in range(20_000))
    assert hand_in(alder, b"Number,Name,Unit\n" + rows).status_code == 202


def test_another_facilitys_list_is_unknown(cast, alder):
    run = hand_in(alder).json()["id"]
    answer = System(cast.birch).ask("get", "roster", roster_id=run)
    assert (answer.status_code, answer.json()["code"]) == (404, "roster.unknown")
