"""Decided cases and closed alerts go when their class is over; what is open, pinned or of another place stays."""

from datetime import timedelta
from typing import Any

import pytest

from core import clock
from core.ids import new_id
from custody.models import Facility
from moderation.alerts import services as alerts
from moderation.cases import services as cases
from moderation.models import Alert, AlertNotice, Case, CaseEvent, MemberReport
from records import pins, services
from records.models import Certificate
from records.purge import purge
from tests.moderation.helpers import held_case

YEARS = timedelta(days=7 * 365)


def old(row: Any, field: str, *, ago: timedelta = YEARS) -> Any:
    type(row).objects.filter(pk=row.pk).update(**{field: clock.now() - ago})
    return row


def decided_case(cast, monkeypatch, *, ago: timedelta = YEARS) -> Case:
    case = held_case(cast, monkeypatch)
    cases.claim(case=case, by=cast.mo)
    case.refresh_from_db()
    cases.decide(case=case, version=case.version, decision=cases.Decision.RELEASE, by=cast.mo)
    return old(case, "decided_at", ago=ago)


def closed_alert(cast, name: str = "ana", *, ago: timedelta = YEARS) -> Alert:
    alert = alerts.raise_alert(cause=Alert.Cause.HELP, person=getattr(cast.persons, name), client_id=new_id())
    alert.refresh_from_db()
    alerts.acknowledge(alert=alert, by=cast.dov)
    alerts.resolve(alert=alert, by=cast.dov)
    return old(alert, "resolved_at", ago=ago)


def step(certificate: Certificate, kind: str) -> dict[str, Any]:
    return next(step for step in certificate.steps if step["kind"] == kind)


def test_a_decided_case_goes_with_its_events_and_reports(cast, monkeypatch):
    case = decided_case(cast, monkeypatch)
    MemberReport.objects.create(
        case=case, message=case.message, reporter=cast.persons.ben, client_id=new_id(), reason="unkind", at=clock.now()
    )
    fresh = decided_case(cast, monkeypatch, ago=YEARS - timedelta(minutes=1))
    certificate = purge(by=None)
    assert step(certificate, "moderation.cases")["removed"] == 1
    assert list(Case.objects.all()) == [fresh]
    assert set(CaseEvent.objects.values_list("case", flat=True)) == {fresh.pk}
    assert not MemberReport.objects.exists()


def test_an_open_case_never_ends_by_time(cast, monkeypatch):
    old(held_case(cast, monkeypatch), "opened_at", ago=2 * YEARS)
    purge(by=None)
    assert Case.objects.count() == 1


@pytest.mark.parametrize("target", ["case", "message", "room", "author", "reporter"])
def test_a_pin_on_what_a_case_is_about_keeps_it(cast, monkeypatch, target):
    case = decided_case(cast, monkeypatch)
    MemberReport.objects.create(
        case=case, message=case.message, reporter=cast.persons.ben, client_id=new_id(), reason="unkind", at=clock.now()
    )
    name = {
        "case": f"case:{case.pk}",
        "message": f"message:{case.message_id}",
        "room": f"room:{cast.group.room.pk}",
        "author": f"person:{cast.persons.ana.pk}",
        "reporter": f"person:{cast.persons.ben.pk}",
    }[target]
    pins.place(target=name, because="hold:1")
    purge(by=None)
    assert Case.objects.filter(pk=case.pk).exists()
    pins.lift(target=name, because="hold:1")
    purge(by=None)
    assert not Case.objects.filter(pk=case.pk).exists()


def test_a_case_is_kept_by_the_longest_rule_of_its_group(cast, monkeypatch):
    make_longer(cast.alder)
    case = decided_case(cast, monkeypatch)
    purge(by=None)
    assert Case.objects.filter(pk=case.pk).exists()


def make_longer(facility: Facility) -> None:
    services.set_days(kind="sanctions_appeals", facility=str(facility.pk), days=9 * 365, by="user:1")


def test_a_closed_alert_goes_with_its_notices(cast):
    closed_alert(cast)
    fresh = closed_alert(cast, "oz", ago=YEARS - timedelta(minutes=1))
    assert step(purge(by=None), "moderation.alerts")["removed"] == 1
    assert list(Alert.objects.all()) == [fresh]
    assert not AlertNotice.objects.exclude(alert=fresh).exists()


def test_an_alert_that_nobody_closed_stays(cast):
    alert = alerts.raise_alert(cause=Alert.Cause.HELP, person=cast.persons.ana, client_id=new_id())
    old(alert, "raised_at", ago=2 * YEARS)
    purge(by=None)
    assert Alert.objects.count() == 1


def test_a_held_persons_alerts_stay(cast):
    closed_alert(cast)
    pins.place(target=f"person:{cast.persons.ana.pk}", because="hold:1")
    purge(by=None)
    assert Alert.objects.count() == 1


def test_an_alert_is_kept_by_the_rule_of_its_facility(cast):
    make_longer(cast.alder)
    closed_alert(cast)
    purge(by=None)
    assert Alert.objects.count() == 1


def test_a_case_waits_for_its_alert_and_both_can_go_in_one_purge(cast, monkeypatch):
    case, alert = decided_case(cast, monkeypatch), closed_alert(cast, ago=YEARS - timedelta(minutes=1))
    Alert.objects.filter(pk=alert.pk).update(case=case)
    purge(by=None)
    assert (Case.objects.count(), Alert.objects.count()) == (1, 1)
    old(alert, "resolved_at")
    purge(by=None)
    assert (Case.objects.count(), Alert.objects.count()) == (0, 0)
