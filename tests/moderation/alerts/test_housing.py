"""Where somebody lives: for those on duty, when they need help, and for nobody else."""

import pytest
from django.urls import reverse

from accounts.models import RoleGrant
from audit.models import AuditEvent
from chat import services as chat
from core.ids import new_id
from core.models import Change
from moderation.alerts.selectors import duty_alerts
from moderation.models import Alert
from tests import factories as make
from tests.browsing import browser, browser_of
from tests.groups.continuity.helpers import Kind, tell

BED = "E2-14"


@pytest.fixture
def called(cast):
    """Ana lives in a bed at Alder, and asks for help."""
    tell(cast.persons.ana, Kind.TRANSFERRED, cast.alder, unit=cast.unit, housing=BED, minutes_ago=9, source_id="h-1")
    chat.ask_help(person_id=cast.persons.ana.pk, client_id=new_id(), room_id=cast.room.pk)
    return cast


def test_those_on_duty_see_unit_and_bed(called):
    page = browser(called, "dov").get(reverse("moderation:duty")).text
    assert "East 2" in page
    assert BED in page


def test_they_see_where_the_person_is_now_and_not_where_they_were_when_they_called(called):
    west = make.unit(called.alder, "West 1")
    tell(called.persons.ana, Kind.TRANSFERRED, called.alder, unit=west, housing="W1-02", source_id="h-2")
    page = browser(called, "dov").get(reverse("moderation:duty")).text
    assert "West 1" in page
    assert "W1-02" in page
    assert BED not in page


def test_they_see_that_the_person_is_not_in_the_building(called):
    tell(called.persons.ana, Kind.TO_HOSPITAL, called.alder, source_id="h-2")
    assert "Not there: in hospital" in browser(called, "dov").get(reverse("moderation:duty")).text


@pytest.mark.parametrize("who", ["mo", "mia", "rue", "rex"])
@pytest.mark.parametrize("page", ["moderation:duty", "moderation:desk", "moderation:board", "work"])
def test_moderators_and_records_officers_never_see_it(called, who, page):
    assert BED not in browser(called, who).get(reverse(page)).text


@pytest.mark.parametrize("role", [role for role in RoleGrant.Role if role != RoleGrant.Role.DUTY_OFFICER])
def test_nobody_without_a_duty_role_reads_it_of_an_alert_also_when_they_were_told(called, role):
    someone = make.staff("Una", role, scope=called.alder)
    Alert.objects.get().notices.create(user=someone, round=9, at=Alert.objects.get().raised_at)
    assert [alert.housing for alert in duty_alerts(someone)] == [""]
    assert BED not in browser_of(make.caller(someone)).get(reverse("moderation:duty")).text


def test_a_duty_officer_of_another_facility_sees_nothing_of_it(called):
    someone = make.staff("Una", RoleGrant.Role.DUTY_OFFICER, scope=called.birch)
    assert duty_alerts(someone) == []


def test_it_is_neither_on_the_record_nor_in_what_is_told_of(called):
    chat.ask_help(person_id=called.persons.ana.pk, client_id=new_id(), room_id=called.room.pk)
    assert not [row for row in AuditEvent.objects.all() if BED in str(row.detail) or BED in row.subject]
    assert not [row for row in Change.objects.all() if BED in row.subject]
