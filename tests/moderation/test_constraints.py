"""What must never be half true is refused by the database itself."""

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from core import clock
from core.ids import new_id
from moderation.models import Alert, Case, CaseCounter, CaseEvent, DutyPosition, MemberReport
from tests import factories as make
from tests.moderation.helpers import held_case


@pytest.fixture
def case(cast, monkeypatch):
    return held_case(cast, monkeypatch)


def refused(act):
    with pytest.raises(IntegrityError), transaction.atomic():
        act()


def alert(cast, **values):
    return Alert.objects.create(
        **{"cause": "help", "person": cast.persons.ana, "client_id": new_id(), "raised_at": clock.now(), **values}
    )


def test_a_message_has_one_open_case(case):
    copy = {"message": case.message, "group": case.group, "category": "x", "severity": 2, "opened_at": clock.now()}
    refused(lambda: Case.objects.create(number=99, due_at=clock.now(), **copy))


@pytest.mark.parametrize("half", [{"state": "decided"}, {"outcome": "released"}, {"state": "decided", "outcome": "x"}])
def test_half_a_decision_is_refused(case, half):
    refused(lambda: Case.objects.filter(pk=case.pk).update(**half))


def test_numbers_have_one_counter(db):
    refused(lambda: CaseCounter.objects.create(id=2))


def test_a_version_of_a_case_is_one_event(case):
    refused(lambda: CaseEvent.objects.create(case=case, version=1, kind="x", by="system", at=clock.now()))


@pytest.mark.parametrize("act", ["update", "delete"])
def test_what_happened_to_a_case_is_never_rewritten(case, act):
    rows = CaseEvent.objects.filter(case=case)
    with pytest.raises(DatabaseError), transaction.atomic():
        rows.update(kind="released") if act == "update" else rows.delete()


def test_a_report_is_one_per_client_id(cast, case):
    same = {"case": case, "message": case.message, "reporter": cast.persons.ben, "client_id": new_id()}
    MemberReport.objects.create(reason="other", at=clock.now(), **same)
    refused(lambda: MemberReport.objects.create(reason="other", at=clock.now(), **same))


def test_an_alert_is_one_per_person_cause_and_client_id(cast):
    client_id = new_id()
    alert(cast, client_id=client_id)
    alert(cast, client_id=client_id, cause="self_harm")
    refused(lambda: alert(cast, client_id=client_id))


def test_an_alert_belongs_to_a_facility_or_a_programme(cast):
    refused(lambda: alert(cast, facility=cast.alder, programme=cast.programme))


def test_half_an_answer_is_refused(cast):
    refused(lambda: alert(cast, state="acknowledged", acknowledged_at=clock.now()))
    refused(lambda: alert(cast, acknowledged_by=cast.dov))


def test_what_nobody_answered_is_not_closed(cast):
    refused(lambda: alert(cast, state="resolved", resolved_at=clock.now(), resolved_by=cast.dov))


@pytest.mark.parametrize("both", [True, False])
def test_a_duty_list_is_of_a_facility_or_of_a_programme(cast, both):
    places = {"facility": cast.alder, "programme": cast.programme} if both else {}
    refused(lambda: DutyPosition.objects.create(position=1, user=cast.dov, **places))


@pytest.mark.parametrize("second", [{"position": 1}, {"user": "same"}])
def test_a_place_in_a_duty_list_is_one_person_and_a_person_has_one_place(cast, second):
    DutyPosition.objects.create(facility=cast.alder, position=1, user=cast.dov)
    user = cast.dov if second.get("user") else cast.del_
    refused(lambda: DutyPosition.objects.create(facility=cast.alder, position=second.get("position", 2), user=user))


def test_the_same_place_in_two_lists_is_no_clash(cast):
    other = make.facility(cast.programme)
    DutyPosition.objects.create(facility=cast.alder, position=1, user=cast.dov)
    DutyPosition.objects.create(facility=other, position=1, user=cast.dov)
