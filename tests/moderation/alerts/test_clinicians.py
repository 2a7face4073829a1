"""Clinicians answer for those who are outside, and for nobody inside; and a duty list names whose role stands."""

import pytest

from accounts.models import RoleGrant
from core import clock
from core.errors import NotThere
from core.ids import new_id
from moderation.alerts import rota, services
from moderation.errors import NotADutyRole, NotOnDuty
from moderation.models import Alert, DutyPosition
from moderation.permissions import alert_for, alerts_of
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def cal(cast):
    return make.staff("Cal", RoleGrant.Role.CLINICIAN, scope=cast.programme)


def called(cast, who) -> Alert:
    return services.raise_alert(
        cause=Alert.Cause.HELP,
        person=getattr(cast.persons, who),
        client_id=new_id(),
        group=cast.group,
        case=None,
        at=clock.now(),
    )


def test_of_those_outside_a_clinician_is_told_and_answers_and_closes(cast, cal):
    alert = called(cast, "ben")
    assert cal in [notice.user for notice in alert.notices.all()]
    services.acknowledge(alert=alert, by=cal)
    assert services.resolve(alert=alert, by=cal).state == Alert.State.RESOLVED


def test_of_those_inside_a_clinician_learns_nothing(cast, cal):
    alert = called(cast, "ana")
    assert not alerts_of(cal).exists()
    with pytest.raises(NotThere):
        alert_for(cal, alert.pk)
    services.acknowledge(alert=alert, by=cast.dov)
    with pytest.raises(NotOnDuty):
        services.resolve(alert=alert, by=cal)


def test_a_clinician_of_another_programme_learns_nothing(cast):
    called(cast, "ben")
    other = make.staff("Zac", RoleGrant.Role.CLINICIAN, scope=make.programme())
    assert not alerts_of(other).exists()


def test_a_clinician_stands_on_a_programmes_list_and_on_no_facilitys(cast, cal):
    rota.add(place=cast.programme, user=cal, by=cast.pat)
    assert rota.duty_list(cast.programme) == [cal]
    with pytest.raises(NotADutyRole):
        rota.add(place=cast.alder, user=cal, by=cast.ada)


def test_whose_role_is_over_is_told_of_nothing_though_the_list_still_names_them(cast):
    for number, user in enumerate((cast.dov, cast.del_), start=1):
        DutyPosition.objects.create(facility=cast.alder, position=number, user=user)
    RoleGrant.objects.filter(user=cast.dov).update(until=clock.now())
    assert rota.duty_list(cast.alder) == [cast.del_]
    assert [notice.user for notice in called(cast, "ana").notices.all()] == [cast.del_]
