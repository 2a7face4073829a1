"""A decision moves case, message and audit together, once, and never past evidence that nobody has read."""

import pytest
from django.db import IntegrityError

from accounts.services import set_language
from audit.models import AuditEvent
from chat.errors import WriterGone
from chat.models import Message
from chat.ports import Outcome
from core.errors import NotThere
from groups.models import Membership
from groups.services import end_membership
from moderation.cases import services
from moderation.cases.services import Decision, decide
from moderation.cases.words import RETURN_REASONS
from moderation.errors import CaseDecided, CaseHeld, CaseMovedOn, LeaseLost, NotFitting, OwnCase, ReasonNeeded
from moderation.models import Case
from records.models import Pin
from tests import factories as make
from tests.moderation.helpers import answers, case_of, crisis, flagged, held_case, open_room, say
from tests.moderation.test_intake import delivered, report
from tests.racing import together


@pytest.fixture
def case(cast, monkeypatch):
    return held_case(cast, monkeypatch)


def do(case, decision, by, **more):
    return decide(case=case, version=more.pop("version", case.version), decision=decision, by=by, **more)


def state_of(case):
    return Message.objects.get(pk=case.message_id).state


def test_released_is_said_to_everybody(cast, case):
    decided = do(case, Decision.RELEASE, cast.mo)
    assert (decided.state, decided.outcome, decided.decided_by) == ("decided", "released", cast.mo)
    assert state_of(case) == "delivered"
    assert Message.objects.get(pk=case.message_id).seq is not None


def test_returned_goes_back_with_the_reason_and_what_the_rules_marked(cast, case):
    do(case, Decision.RETURN, cast.mo, code="contact", note="  Please leave the number out.  ")
    message = Message.objects.get(pk=case.message_id)
    assert (message.state, message.reason_code) == ("returned", "contact")
    assert message.reason_note == "Please leave the number out."
    assert message.spans == [[11, 23]]


def test_the_standard_line_follows_the_writers_language(cast, case):
    do(case, Decision.RETURN, cast.mo, code="contact", note=str(RETURN_REASONS["contact"].line))
    assert Message.objects.get(pk=case.message_id).reason_note == ""


def test_a_line_in_the_writers_language_is_the_standard_one_too(cast, case):
    set_language(user=cast.users.ana, language="es")
    standard = services.preview("es").second["contact"]
    do(case, Decision.RETURN, cast.mo, code="contact", note=standard)
    assert Message.objects.get(pk=case.message_id).reason_note == ""


def test_removed_from_the_room_is_taken_down(cast, monkeypatch):
    message = delivered(cast, monkeypatch)
    report(cast, message)
    do(case_of(message), Decision.REMOVE, cast.mo, code="unkind")
    message.refresh_from_db()
    assert (message.state, message.reason_code) == ("removed", "unkind")


def test_no_action_leaves_the_message_as_it_is(cast, monkeypatch):
    message = delivered(cast, monkeypatch)
    report(cast, message)
    decided = do(case_of(message), Decision.NO_ACTION, cast.mo)
    message.refresh_from_db()
    assert (message.state, decided.outcome) == ("delivered", "no_action")


def test_a_decision_is_on_the_record_without_a_word(cast, case):
    do(case, Decision.RETURN, cast.mo, code="contact", note="Please leave the number out.")
    row = AuditEvent.objects.get(kind="moderation.case_decided")
    assert (row.actor, row.subject) == (f"user:{cast.mo.pk}", f"case:{case.pk}")
    assert row.detail == {
        "decision": "return",
        "code": "contact",
        "message": str(case.message_id),
        "version": case.version,
    }


def test_what_was_decided_is_pinned_no_longer_and_held_by_nobody(cast, case):
    services.claim(case=case, by=cast.mo, tab="a")
    do(case, Decision.RELEASE, cast.mo, tab="a")
    assert not Pin.objects.filter(target=f"message:{case.message_id}", lifted_at=None).exists()
    assert not hasattr(Case.objects.get(pk=case.pk), "claim")


# Refusals: in each, nothing at all has happened


@pytest.fixture
def unchanged(cast, case):
    """After a refusal the case and its message are as they were, and nothing was put on the record."""
    yield
    case.refresh_from_db()
    assert (case.state, state_of(case)) == ("open", "held")
    assert not AuditEvent.objects.filter(kind="moderation.case_decided").exists()


@pytest.mark.parametrize("who", ["mia", "dov", "ada", "pat", "rue"])
def test_who_does_not_moderate_there_decides_nothing(cast, case, unchanged, who):
    with pytest.raises(NotThere):
        do(case, Decision.RELEASE, getattr(cast, who))


def test_nobody_decides_about_their_own_words(cast, monkeypatch):
    case = held_case(cast, monkeypatch, "ben")
    make.grant(cast.users.ben, "moderator", scope=cast.programme)
    with pytest.raises(OwnCase):
        do(case, Decision.RELEASE, cast.users.ben)


def test_nobody_decides_about_their_own_report(cast, monkeypatch):
    message = delivered(cast, monkeypatch)
    report(cast, message, by="ben")
    make.grant(cast.users.ben, "moderator", scope=cast.programme)
    with pytest.raises(OwnCase):
        do(case_of(message), Decision.REMOVE, cast.users.ben, code="unkind")


def test_a_case_that_a_colleague_has_is_not_decided_past_them(cast, case, unchanged):
    nia = make.staff("Nia", "moderator", scope=cast.alder)
    services.claim(case=case, by=nia)
    with pytest.raises(CaseHeld):
        do(case, Decision.RELEASE, cast.mo)


def test_a_case_that_my_other_tab_has_is_not_decided_here(cast, case, unchanged):
    services.claim(case=case, by=cast.mo, tab="a")
    with pytest.raises(LeaseLost):
        do(case, Decision.RELEASE, cast.mo, tab="b")


@pytest.mark.parametrize("reason", [{}, {"code": "made_up"}, {"code": "contact", "note": "x" * 501}])
def test_nothing_goes_back_without_a_reason_that_can_be_read(cast, case, unchanged, reason):
    with pytest.raises(ReasonNeeded):
        do(case, Decision.RETURN, cast.mo, **reason)


def test_what_is_held_needs_a_decision_about_the_message(cast, case, unchanged):
    with pytest.raises(NotFitting):
        do(case, Decision.NO_ACTION, cast.mo)


def test_what_everybody_has_read_can_not_be_sent_back(cast, monkeypatch):
    open_room(cast)
    answers(monkeypatch, flagged())
    case = case_of(say(cast, "ana"))
    with pytest.raises(NotFitting):
        do(case, Decision.RETURN, cast.mo, code="contact")


def test_a_version_without_the_new_evidence_decides_nothing_and_is_told_what_came(cast, monkeypatch):
    message = delivered(cast, monkeypatch)
    report(cast, message)
    stale = case_of(message)
    report(cast, message, by="fay", reason="threat")
    with pytest.raises(CaseMovedOn) as refused:
        do(stale, Decision.NO_ACTION, cast.mo)
    assert [event.data["reason"] for event in refused.value.changes] == ["threat"]
    do(case_of(message), Decision.NO_ACTION, cast.mo)


def test_a_version_that_the_case_has_not_had_yet_decides_nothing(cast, case):
    with pytest.raises(CaseMovedOn):
        decide(case=case, version=case.version + 1, decision=Decision.RELEASE, by=cast.mo)
    assert Message.objects.get(pk=case.message_id).state == "held"


def test_a_claim_is_no_evidence_and_makes_no_version_stale(cast, case):
    services.claim(case=case, by=cast.mo)
    assert do(case, Decision.RELEASE, cast.mo).outcome == "released"


def test_a_decided_case_keeps_its_decision(cast, case):
    do(case, Decision.RELEASE, cast.mo)
    with pytest.raises(CaseDecided):
        do(case, Decision.REMOVE, cast.mo, code="contact")
    assert state_of(case) == "delivered"


def test_words_of_a_writer_who_left_are_returned_or_removed_never_said(cast, case):
    end_membership(membership=cast.seats.ana, to=Membership.State.LEFT, by=cast.pat)
    with pytest.raises(WriterGone):
        do(case, Decision.RELEASE, cast.mo)
    assert Case.objects.get(pk=case.pk).state == "open"
    assert do(case, Decision.RETURN, cast.mo, code="contact").outcome == "returned"


def test_without_its_audit_row_no_decision_happens(cast, case, unchanged, monkeypatch):
    def refuse(*args, **kwargs):
        raise IntegrityError

    with monkeypatch.context() as broken:
        broken.setattr(AuditEvent.objects, "create", refuse)
        with pytest.raises(IntegrityError):
            do(case, Decision.RELEASE, cast.mo)


def test_a_cry_is_decided_like_any_message_and_its_alert_stands(cast, monkeypatch):
    case = held_case(cast, monkeypatch, verdict=crisis(Outcome.HOLD))
    do(case, Decision.RELEASE, cast.mo)
    assert case.alerts.get().state == "notified"


# Races


def test_two_moderators_decide_at_once_and_one_does(live_cast, monkeypatch):
    case = held_case(live_cast, monkeypatch)
    nia = make.staff("Nia", "moderator", scope=live_cast.alder)
    outcomes = together(
        lambda: do(case, Decision.RELEASE, live_cast.mo).outcome,
        lambda: do(case, Decision.REMOVE, nia, code="contact").outcome,
    )
    assert "case.decided" in outcomes
    won = next(outcome for outcome in outcomes if outcome != "case.decided")
    assert {"released": "delivered", "removed": "removed"}[won] == state_of(case)
    assert AuditEvent.objects.filter(kind="moderation.case_decided").count() == 1


def test_a_writer_takes_back_while_a_moderator_releases_and_both_tell_the_truth(live_cast, monkeypatch):
    from chat import services as chat

    case = held_case(live_cast, monkeypatch)
    ana = live_cast.seat("ana")
    together(
        lambda: do(case, Decision.RELEASE, live_cast.mo).outcome,
        lambda: chat.withdraw(seat=ana, message_id=case.message_id).state,
    )
    case.refresh_from_db()
    assert state_of(case) == "withdrawn"
    assert case.outcome in ("released", "withdrawn")


def test_the_state_of_a_case_is_a_projection_of_its_events(cast, case):
    assert services.status_of(case.events.all()) == case.state == "open"
    services.claim(case=case, by=cast.mo)
    assert services.status_of(case.events.all()) == "open"
    decided = do(case, Decision.RELEASE, cast.mo)
    assert services.status_of(case.events.all()) == decided.state == "decided"
