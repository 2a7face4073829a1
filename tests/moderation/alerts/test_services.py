"""An alert reaches a named person at once, gets louder until somebody answers, and is closed only by a duty role."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.db import IntegrityError

from accounts.models import User
from audit.models import AuditEvent
from chat.ports import Verdict
from core.ids import new_id
from core.steps import jobs
from custody.models import CustodyEvent
from moderation.alerts import rota, services
from moderation.alerts.selectors import duty_alerts, standing_for
from moderation.cases.services import Decision, decide
from moderation.errors import AlertAnswered, AlertNotAnswered, NotOnDuty
from moderation.intake import desk
from moderation.models import Alert, DutyPosition
from tests import factories as make
from tests.moderation.helpers import held_case
from tests.racing import together

SIX = datetime(2026, 11, 23, 18, 0, tzinfo=UTC)
FIVE = timedelta(minutes=5)


@pytest.fixture
def listed(cast):
    """Dov is first on Alder's list, Del second; Eve has the duty role and stands in no list."""
    cast.eve = make.staff("Eve", "duty_officer", scope=cast.alder)
    DutyPosition.objects.create(facility=cast.alder, position=1, user=cast.dov)
    DutyPosition.objects.create(facility=cast.alder, position=2, user=cast.del_)
    return cast


def cry(cast, name="ana", **more):
    person = getattr(cast.persons, name)
    return services.raise_alert(cause="help", person=person, client_id=more.pop("client_id", new_id()), **more)


def told(alert):
    """Who was told, round by round."""
    rounds = {}
    for notice in alert.notices.order_by("round", "pk").select_related("user"):
        rounds.setdefault(notice.round, set()).add(notice.user.name)
    return list(rounds.values())


def steps():
    """One round of the worker's loop over what this app has registered."""
    for name in ("moderation.escalate_alerts", "moderation.alert_unscreened"):
        while jobs[name].step():
            pass


# Raising


@time_machine.travel(SIX, tick=False)
def test_the_first_of_the_list_is_told_at_once_with_the_place(listed):
    alert = cry(listed)
    assert (alert.facility, alert.unit, alert.programme) == (listed.alder, listed.unit, None)
    assert (alert.state, alert.raised_at, alert.next_at) == ("notified", SIX, SIX + FIVE)
    assert told(alert) == [{"Dov"}]


def test_the_same_cry_again_is_the_same_alert(listed):
    client_id = new_id()
    assert cry(listed, client_id=client_id) == cry(listed, client_id=client_id)
    assert Alert.objects.count() == 1
    assert AuditEvent.objects.filter(kind="moderation.alert_raised").count() == 1


def test_the_same_cry_twice_at_once_is_one_alert(live_cast):
    client_id = new_id()
    outcomes = together(
        lambda: cry(live_cast, client_id=client_id).pk,
        lambda: cry(live_cast, client_id=client_id).pk,
    )
    assert outcomes[0] == outcomes[1]
    assert Alert.objects.count() == 1


def test_outside_the_programme_is_told_and_the_facility_is_not(listed):
    clinician = make.staff("Cleo", "duty_officer", scope=listed.programme)
    DutyPosition.objects.create(programme=listed.programme, position=1, user=clinician)
    alert = cry(listed, "ben")
    assert (alert.facility, alert.programme) == (None, listed.programme)
    assert told(alert) == [{"Cleo"}]
    assert not duty_alerts(listed.dov)
    assert [shown.alias for shown in duty_alerts(clinician)] == ["Stillwater"]


def test_without_a_list_everybody_on_duty_is_told_at_once(cast):
    assert told(cry(cast)) == [{"Dov", "Del"}]


def test_without_anybody_on_duty_those_who_keep_the_list_are_told(cast):
    assert told(cry(cast, "ben")) == [{"Pat"}]


def test_without_anybody_at_all_it_stands_and_is_tried_again_within_a_minute(cast):
    nowhere = make.person("Lone Pine")
    with time_machine.travel(SIX, tick=False) as now:
        alert = services.raise_alert(cause="help", person=nowhere, client_id=new_id())
        assert (alert.state, told(alert)) == ("raised", [])
        make.staff("Cleo", "duty_officer")
        now.shift(timedelta(seconds=60))
        steps()
        alert.refresh_from_db()
        assert (alert.state, told(alert)) == ("notified", [{"Cleo"}])


def test_who_is_locked_out_is_not_waited_for(listed):
    listed.dov.state = User.State.LOCKED
    listed.dov.save()
    assert told(cry(listed)) == [{"Del"}]


def test_an_alert_that_can_not_be_put_on_the_record_is_not_raised(listed, monkeypatch):
    def refuse(*args, **kwargs):
        raise IntegrityError

    monkeypatch.setattr(AuditEvent.objects, "create", refuse)
    with pytest.raises(IntegrityError):
        cry(listed)
    assert not Alert.objects.exists()


# Louder


def test_unanswered_it_goes_to_the_next_then_to_everybody_again_and_again(listed):
    with time_machine.travel(SIX, tick=False) as now:
        alert = cry(listed)
        now.shift(FIVE - timedelta(seconds=1))
        steps()
        assert told(alert) == [{"Dov"}]
        now.shift(timedelta(seconds=1))
        steps()
        assert told(alert) == [{"Dov"}, {"Del"}]
        for _ in range(2):
            now.shift(FIVE)
            steps()
        everybody = {"Dov", "Del", "Eve"}
        assert told(alert) == [{"Dov"}, {"Del"}, everybody, everybody]
        alert.refresh_from_db()
        assert alert.state == "notified"


def test_a_step_that_runs_twice_tells_once(listed):
    with time_machine.travel(SIX, tick=False) as now:
        alert = cry(listed)
        now.shift(FIVE)
        steps()
        steps()
        assert told(alert) == [{"Dov"}, {"Del"}]


def test_two_workers_at_once_tell_one(live_cast):
    for position, user in enumerate((live_cast.dov, live_cast.del_), start=1):
        DutyPosition.objects.create(facility=live_cast.alder, position=position, user=user)
    alert = cry(live_cast)
    Alert.objects.update(next_at=alert.raised_at)
    together(services.escalate_one, services.escalate_one)
    assert told(alert) == [{"Dov"}, {"Del"}]


def test_an_answer_ends_the_noise(listed):
    with time_machine.travel(SIX, tick=False) as now:
        alert = cry(listed)
        services.acknowledge(alert=alert, by=listed.dov)
        now.shift(FIVE)
        steps()
        assert told(alert) == [{"Dov"}]


def test_a_list_that_changes_meanwhile_leaves_nobody_out(listed):
    with time_machine.travel(SIX, tick=False) as now:
        alert = cry(listed)
        rota.add(place=listed.alder, user=listed.eve, by=listed.ada)
        rota.move_up(place=listed.alder, user=listed.eve, by=listed.ada)
        rota.move_up(place=listed.alder, user=listed.eve, by=listed.ada)
        now.shift(FIVE)
        steps()
        now.shift(FIVE)
        steps()
        assert told(alert) == [{"Dov"}, {"Eve"}, {"Del"}]


# Answered and closed


def test_who_answers_is_named_and_a_second_one_is_told_so(listed):
    alert = cry(listed)
    services.acknowledge(alert=alert, by=listed.dov)
    services.acknowledge(alert=alert, by=listed.dov)
    with pytest.raises(AlertAnswered):
        services.acknowledge(alert=alert, by=listed.del_)
    assert alert.acknowledged_by == listed.dov
    assert AuditEvent.objects.filter(kind="moderation.alert_acknowledged").count() == 1


def test_two_who_answer_at_once_and_one_goes(live_cast):
    alert = cry(live_cast)
    copies = [Alert.objects.get(pk=alert.pk) for _ in range(2)]
    outcomes = together(
        lambda: services.acknowledge(alert=copies[0], by=live_cast.dov).state,
        lambda: services.acknowledge(alert=copies[1], by=live_cast.del_).state,
    )
    assert sorted(outcomes) == ["acknowledged", "alert.answered"]


@pytest.mark.parametrize("who", ["mo", "mia", "ada", "pat", "rue"])
def test_only_somebody_on_duty_there_answers_or_closes(listed, who):
    alert = cry(listed)
    with pytest.raises(NotOnDuty):
        services.acknowledge(alert=alert, by=getattr(listed, who))
    services.acknowledge(alert=alert, by=listed.dov)
    with pytest.raises(NotOnDuty):
        services.resolve(alert=alert, by=getattr(listed, who))


def test_who_was_told_may_answer_and_only_a_duty_role_closes(cast):
    alert = cry(cast, "ben")
    services.acknowledge(alert=alert, by=cast.pat)
    with pytest.raises(NotOnDuty):
        services.resolve(alert=alert, by=cast.pat)


def test_what_nobody_answered_can_not_be_closed_and_nothing_closes_twice(listed):
    alert = cry(listed)
    with pytest.raises(AlertNotAnswered):
        services.resolve(alert=alert, by=listed.dov)
    services.acknowledge(alert=alert, by=listed.dov)
    services.resolve(alert=alert, by=listed.del_)
    with pytest.raises(AlertNotAnswered):
        services.resolve(alert=alert, by=listed.dov)
    assert (alert.state, alert.resolved_by) == ("resolved", listed.del_)


def test_a_move_of_the_person_moves_no_alert(listed):
    alert = cry(listed)
    make.custody_event(listed.persons.ana, CustodyEvent.Kind.RELEASED, occurred_at=alert.raised_at)
    alert.refresh_from_db()
    assert (alert.facility, alert.unit) == (listed.alder, listed.unit)


# Not screened


def test_what_nothing_has_screened_for_a_minute_is_an_alert(listed, monkeypatch):
    with time_machine.travel(SIX, tick=False) as now:
        case = held_case(listed, monkeypatch, verdict=Verdict.not_screened("late"))
        now.shift(timedelta(seconds=59))
        steps()
        assert not Alert.objects.exists()
        now.shift(timedelta(seconds=1))
        steps()
        steps()
        alert = Alert.objects.get()
    assert (alert.cause, alert.case, alert.person) == ("not_screened", case, listed.persons.ana)


def test_what_was_decided_within_the_minute_is_no_alert(listed, monkeypatch):
    with time_machine.travel(SIX, tick=False) as now:
        case = held_case(listed, monkeypatch, verdict=Verdict.not_screened("late"))
        decide(case=case, version=case.version, decision=Decision.RELEASE, by=listed.mo)
        now.shift(timedelta(minutes=2))
        steps()
    assert not Alert.objects.exists()


def test_an_ordinary_held_message_is_no_alert(listed, monkeypatch):
    with time_machine.travel(SIX, tick=False) as now:
        held_case(listed, monkeypatch)
        now.shift(timedelta(hours=1))
        steps()
    assert not Alert.objects.exists()


# What the person reads


def test_the_person_reads_who_was_told_and_who_is_next(listed):
    with time_machine.travel(SIX, tick=False) as now:
        cry(listed)
        assert standing_for(listed.persons.ana).lines == (
            "We told Dov at 12:00 pm. No answer yet.",
            "If no one answers, we tell Del at 12:05 pm.",
        )
        now.shift(FIVE)
        steps()
        assert standing_for(listed.persons.ana).lines[1] == "If no one answers, we tell everyone on duty at 12:10 pm."
        services.acknowledge(alert=Alert.objects.get(), by=listed.del_)
        found = standing_for(listed.persons.ana)
        assert (found.waits, found.lines[0]) == (False, "Del answered at 12:05 pm. A person knows that you need help.")


def test_the_person_reads_of_their_own_calls_only_and_of_none_long_over(listed):
    with time_machine.travel(SIX, tick=False) as now:
        alert = cry(listed)
        assert standing_for(listed.persons.ben) is None
        services.acknowledge(alert=alert, by=listed.dov)
        services.resolve(alert=alert, by=listed.dov)
        assert standing_for(listed.persons.ana).state == "resolved"
        now.shift(timedelta(minutes=31))
        assert standing_for(listed.persons.ana) is None


def test_a_call_that_waits_is_shown_before_one_that_was_answered_later(listed):
    first, second = cry(listed), cry(listed)
    services.acknowledge(alert=second, by=listed.dov)
    assert standing_for(listed.persons.ana).alert_id == first.pk


@time_machine.travel(SIX, tick=False)
def test_help_asked_answers_where_it_stands_and_a_retry_the_same(listed):
    call = {"person_id": listed.persons.ana.pk, "client_id": new_id(), "room_id": None, "at": SIX}
    said = desk.help_asked(**call)
    assert said.startswith("We told Dov at 12:00 pm.")
    assert desk.help_asked(**call) == said
    assert Alert.objects.count() == 1
