"""What chat hands over becomes cases and alerts, in chat's own transaction, and never holds a word."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.db import IntegrityError

from accounts.services import set_language
from audit.models import AuditEvent
from chat import services as chat
from chat import wire
from chat.models import Message
from chat.ports import Outcome, Report, Verdict
from core import clock
from core.ids import new_id
from moderation.cases.evidence import DUE, Severity
from moderation.cases.words import event_words
from moderation.intake import desk, note_of
from moderation.models import Alert, AlertNotice, Case, CaseEvent, MemberReport
from records.models import Pin
from tests.moderation.helpers import (
    CLEAN,
    PHONE,
    answers,
    case_of,
    crisis,
    flagged,
    held,
    held_case,
    open_room,
    say,
)
from tests.racing import together

SIX = datetime(2026, 11, 23, 18, 0, tzinfo=UTC)


def ref_of(message):
    from chat.services.prepared import stored_ref

    return stored_ref(message)


def report(cast, message, *, by="ben", client_id=None, reason="unkind", note="he asked me for money"):
    frame = wire.Report(client_id=client_id or new_id(), message=message.pk, reason=reason, note=note)
    return chat.report(seat=cast.seat(by), report=frame).text


def delivered(cast, monkeypatch, name="ana", body="my week was long"):
    if not cast.group.sessions.filter(state="open").exists():
        open_room(cast)
    answers(monkeypatch, CLEAN)
    return say(cast, name, body)


@time_machine.travel(SIX, tick=False)
def test_a_held_message_has_a_case_and_its_writer_our_word_for_twenty_minutes(cast, monkeypatch):
    case = held_case(cast, monkeypatch)
    assert (case.state, case.severity, case.category) == ("open", Severity.HELD, "contact_info")
    assert (case.facility, case.group) == (cast.alder, cast.group)
    assert case.due_at == case.message.decide_by == SIX + timedelta(minutes=20)


@time_machine.travel(SIX, tick=False)
def test_a_case_of_somebody_outside_has_no_facility(cast, monkeypatch):
    assert held_case(cast, monkeypatch, "ben").facility is None


@time_machine.travel(SIX, tick=False)
def test_what_nothing_has_screened_is_the_most_urgent_class(cast, monkeypatch):
    case = held_case(cast, monkeypatch, verdict=Verdict.not_screened("late"))
    assert (case.severity, case.category) == (0, "not_screened")
    assert case.due_at == SIX + timedelta(minutes=5)


def test_a_flagged_message_is_delivered_and_waits_a_day(cast, monkeypatch):
    open_room(cast)
    answers(monkeypatch, flagged())
    message = say(cast, "ana")
    case = case_of(message)
    assert (message.state, case.severity) == ("delivered", Severity.FLAGGED)
    assert case.due_at - case.opened_at == timedelta(hours=24)


def test_a_message_is_pinned_until_its_case_is_decided(cast, monkeypatch):
    case = held_case(cast, monkeypatch)
    pin = Pin.objects.get(target=f"message:{case.message_id}", because=f"case:{case.pk}")
    assert pin.lifted_at is None
    chat.withdraw(seat=cast.seat("ana"), message_id=case.message_id)
    pin.refresh_from_db()
    assert pin.lifted_at is not None


def test_new_evidence_joins_the_open_case_and_raises_its_version(cast, monkeypatch):
    open_room(cast)
    answers(monkeypatch, flagged())
    message = say(cast, "ana")
    before = case_of(message)
    report(cast, message, reason="threat")
    after = case_of(message)
    assert (after.pk, after.version) == (before.pk, before.version + 1)
    assert (after.severity, after.category) == (Severity.REPORTED, "report")
    assert after.due_at < before.due_at


def test_milder_evidence_makes_a_case_no_milder(cast, monkeypatch):
    case = held_case(cast, monkeypatch, verdict=Verdict.not_screened("late"))
    desk.flagged(ref_of(case.message), flagged())
    after = case_of(case.message)
    assert (after.severity, after.category, after.due_at) == (0, "not_screened", case.due_at)


def test_a_returned_text_that_is_said_again_is_a_new_case_about_the_new_words(cast, monkeypatch):
    from moderation.cases.services import Decision, decide

    case = held_case(cast, monkeypatch)
    decide(case=case, version=case.version, decision=Decision.RETURN, by=cast.mo, code="contact")
    message = say(cast, "ana", "call me at 312 555 0199", replaces=case.message_id)
    again = case_of(message)
    assert message.pk == case.message_id
    assert (again.number, again.revision, again.state) == (case.number + 1, 2, "open")


# Crisis


@time_machine.travel(SIX, tick=False)
def test_words_of_self_harm_are_delivered_and_somebody_is_told_at_once(cast, monkeypatch):
    open_room(cast)
    answers(monkeypatch, crisis())
    message = say(cast, "ana", "i want to end it")
    alert = Alert.objects.get()
    assert message.state == Message.State.DELIVERED
    assert (alert.cause, alert.person, alert.facility, alert.unit) == (
        "self_harm",
        cast.persons.ana,
        cast.alder,
        cast.unit,
    )
    assert alert.case == case_of(message)
    assert alert.case.severity == Severity.CRISIS
    assert {notice.at for notice in alert.notices.all()} == {SIX}


def test_a_cry_in_a_message_that_something_else_holds_is_heard_too(cast, monkeypatch):
    case = held_case(cast, monkeypatch, verdict=crisis(Outcome.HOLD))
    assert case.message.state == "held"
    assert case.severity == Severity.CRISIS
    assert Alert.objects.get().case == case


def test_without_its_alert_a_cry_is_not_stored_as_said(cast, monkeypatch):
    def refuse(*args, **kwargs):
        raise IntegrityError

    open_room(cast)
    answers(monkeypatch, crisis())
    monkeypatch.setattr(AlertNotice.objects, "bulk_create", refuse)
    with pytest.raises(IntegrityError):
        say(cast, "ana", "i want to end it")
    assert not Message.objects.exists()
    assert not Case.objects.exists()
    assert not Alert.objects.exists()


def test_each_revision_of_a_cry_is_an_alert_and_a_retry_is_not(cast, monkeypatch):
    case = held_case(cast, monkeypatch, verdict=crisis(Outcome.HOLD))
    ref = ref_of(case.message)
    desk.crisis(ref, crisis())
    assert Alert.objects.count() == 1
    case.message.revision = 2
    desk.crisis(ref_of(case.message), crisis())
    assert Alert.objects.count() == 2


# Reports


@time_machine.travel(SIX, tick=False)
def test_a_report_opens_a_case_and_says_what_happens_next(cast, monkeypatch):
    message = delivered(cast, monkeypatch)
    said = report(cast, message)
    case = case_of(message)
    assert case.due_at == SIX + timedelta(minutes=60)
    assert said == "Thank you. A person will read it by 1:00 pm. The circle will not know who told us."


def test_a_reporter_reads_the_answer_in_their_language(cast, monkeypatch):
    message = delivered(cast, monkeypatch)
    set_language(user=cast.users.ben, language="es")
    assert report(cast, message).startswith("Gracias. Antes de las")


def test_who_reported_stands_in_no_event_and_the_note_is_sealed(cast, monkeypatch):
    message = delivered(cast, monkeypatch)
    report(cast, message, note="he asked me for money")
    found = MemberReport.objects.get()
    events = repr(list(CaseEvent.objects.values_list("by", "data")))
    assert str(cast.persons.ben.pk) not in events
    assert str(found.client_id) not in events
    assert "money" not in found.note
    assert note_of(found) == "he asked me for money"


def test_the_same_report_again_records_nothing_and_answers_the_same(cast, monkeypatch):
    message = delivered(cast, monkeypatch)
    client_id = new_id()
    first = report(cast, message, client_id=client_id)
    version = case_of(message).version
    assert report(cast, message, client_id=client_id) == first
    assert MemberReport.objects.count() == 1
    assert case_of(message).version == version


def test_a_note_is_screened_and_never_held(cast, monkeypatch):
    message = delivered(cast, monkeypatch)
    answers(monkeypatch, held())
    report(cast, message, note="call me at 312 555 0142")
    event = CaseEvent.objects.get(kind="report")
    assert event.data["note"] == ["contact_info.phone"]
    assert event_words(event) == "Member report: unkind words. Its note: Phone number"
    assert Alert.objects.count() == 0


def test_a_cry_for_help_in_a_note_calls_somebody_to_the_reporter(cast, monkeypatch):
    message = delivered(cast, monkeypatch)
    answers(monkeypatch, crisis())
    client_id = new_id()
    report(cast, message, note="I can't go on", client_id=client_id)
    report(cast, message, note="I can't go on", client_id=client_id)
    alert = Alert.objects.get()
    assert (alert.cause, alert.person, alert.case) == (Alert.Cause.SELF_HARM, cast.persons.ben, None)


def test_a_note_that_could_not_be_screened_is_there_and_says_so(cast, monkeypatch):
    message = delivered(cast, monkeypatch)
    answers(monkeypatch, Verdict.not_screened("late"))
    report(cast, message)
    assert event_words(CaseEvent.objects.get(kind="report")).endswith("Its note: not screened")
    assert note_of(MemberReport.objects.get()) == "he asked me for money"


def test_a_report_sent_twice_at_once_is_one_report(live_cast, monkeypatch):
    message = delivered(live_cast, monkeypatch)
    told = Report(client_id=new_id(), reporter_id=live_cast.persons.ben.pk, reason="unkind", note="")
    ref = ref_of(message)
    outcomes = together(lambda: desk.reported(ref, told), lambda: desk.reported(ref, told))
    assert outcomes[0] == outcomes[1]
    assert MemberReport.objects.count() == 1


def test_two_members_who_report_at_once_share_one_case(live_cast, monkeypatch):
    message = delivered(live_cast, monkeypatch)
    ref = ref_of(message)
    people = (live_cast.persons.ben, live_cast.persons.fay)
    reports = [Report(client_id=new_id(), reporter_id=who.pk, reason="unkind", note="") for who in people]
    together(*(lambda told=told: desk.reported(ref, told) for told in reports))
    assert Case.objects.filter(message=message).count() == 1
    assert MemberReport.objects.count() == 2


def test_case_numbers_are_dense_whoever_opens_them_at_once(live_cast, monkeypatch):
    messages = [delivered(live_cast, monkeypatch, body=f"word {number}") for number in range(4)]
    refs = [ref_of(message) for message in messages]
    together(*(lambda ref=ref: desk.flagged(ref, flagged()) for ref in refs))
    assert sorted(Case.objects.values_list("number", flat=True)) == [1, 2, 3, 4]


# Taken back, and screened late


def test_a_held_message_that_its_writer_takes_back_leaves_nothing_to_decide(cast, monkeypatch):
    case = held_case(cast, monkeypatch)
    chat.withdraw(seat=cast.seat("ana"), message_id=case.message_id)
    case.refresh_from_db()
    assert (case.state, case.outcome, case.decided_by) == ("decided", "withdrawn", None)
    assert case.events.latest("version").kind == "withdrawn"


@pytest.mark.parametrize("then", ["report", "crisis"])
def test_taking_back_ends_neither_a_report_nor_a_cry_for_help(cast, monkeypatch, then):
    message = delivered(cast, monkeypatch)
    if then == "report":
        report(cast, message)
    else:
        desk.crisis(ref_of(message), crisis())
    chat.withdraw(seat=cast.seat("ana"), message_id=message.pk)
    case = case_of(message)
    assert case.state == "open"
    assert case.events.latest("version").kind == "withdrawn_by_writer"


def test_taking_back_what_has_no_case_is_nothing_to_the_desk(cast, monkeypatch):
    message = delivered(cast, monkeypatch)
    chat.withdraw(seat=cast.seat("ana"), message_id=message.pk)
    assert not Case.objects.exists()


def test_screened_late_and_found_clean_is_over(cast, monkeypatch):
    case = held_case(cast, monkeypatch, verdict=Verdict.not_screened("late"))
    desk.screened(ref_of(case.message), CLEAN, delivered=True)
    case.refresh_from_db()
    assert (case.state, case.outcome) == ("decided", "screened")


def test_screened_late_and_held_is_an_ordinary_held_case(cast, monkeypatch):
    case = held_case(cast, monkeypatch, verdict=Verdict.not_screened("late"))
    desk.screened(ref_of(case.message), held(), delivered=False)
    after = case_of(case.message)
    assert (after.state, after.severity, after.category) == ("open", Severity.HELD, "contact_info")
    assert after.due_at == case.due_at


def test_screened_late_and_found_a_cry_is_never_closed(cast, monkeypatch):
    case = held_case(cast, monkeypatch, verdict=Verdict.not_screened("late"))
    desk.screened(ref_of(case.message), crisis(), delivered=True)
    desk.crisis(ref_of(case.message), crisis())
    case.refresh_from_db()
    assert (case.state, case.severity) == ("open", Severity.CRISIS)


# Words


def test_no_word_of_a_held_message_stands_in_cases_events_alerts_or_audit(cast, monkeypatch):
    case = held_case(cast, monkeypatch, verdict=crisis(Outcome.HOLD))
    rows = repr([list(model.objects.values()) for model in (Case, CaseEvent, Alert, AlertNotice, AuditEvent, Pin)])
    assert case.message.state == "held"
    assert PHONE not in rows
    assert "0142" not in repr(list(CaseEvent.objects.values_list("data")) + list(AuditEvent.objects.values("detail")))


def test_every_class_has_a_time_by_which_somebody_looks():
    assert set(DUE) == set(Severity)
    assert list(DUE.values()) == sorted(DUE.values())


def test_the_clock_is_read_once(cast, monkeypatch):
    case = held_case(cast, monkeypatch)
    assert case.events.get().at == case.opened_at <= clock.now()
