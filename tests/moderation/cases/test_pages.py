"""The desk: only for whom it is, quiet while nothing changes, honest when somebody was first."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.services import set_language
from audit.models import AuditEvent
from chat.models import Message, ScreeningRecord
from chat.ports import Span, Verdict
from moderation.cases import services
from moderation.cases.queue import due_words, queue_of
from moderation.cases.selectors import parts_of
from moderation.models import Case
from tests import factories as make
from tests.moderation.helpers import FINDING, answers, case_of, client_of, crisis, flagged, held, held_case, say
from tests.moderation.rules.helpers import at, drafted, saying
from tests.moderation.test_intake import delivered, report

SIX = datetime(2026, 11, 23, 18, 0, tzinfo=UTC)
SEES_DESK = {"mo": 200, "mia": 200, "dov": 404, "ada": 404, "pat": 404, "rue": 404, "ana": 404, "ben": 404}
SEES_CASE = {**SEES_DESK, "mia": 404}


@pytest.fixture
def case(cast, monkeypatch):
    return held_case(cast, monkeypatch)


@pytest.fixture
def mo(cast):
    return client_of(cast.caller("mo"))


def page_of(case):
    return reverse("moderation:case", args=[case.number])


def text(answer):
    return answer.content.decode()


@pytest.mark.parametrize(("who", "status"), SEES_DESK.items())
def test_who_sees_the_desk(cast, who, status):
    assert client_of(cast.caller(who)).get(reverse("moderation:desk")).status_code == status


def test_a_number_that_nobody_counts_to_is_no_number(cast, case, mo):
    absurd = "9" * 5000
    assert mo.get(reverse("moderation:queue"), {"case": absurd}).status_code == 200
    decide = reverse("moderation:decide", args=[case.number])
    assert mo.post(decide, {"decision": "release", "version": absurd}).status_code == 400


@pytest.mark.parametrize(("who", "status"), SEES_CASE.items())
def test_who_sees_a_case(cast, case, who, status):
    client = client_of(cast.caller(who))
    assert client.get(page_of(case)).status_code == status
    if status == 404:
        decide = reverse("moderation:decide", args=[case.number])
        answer = client.post(decide, {"decision": "release", "version": case.version})
        assert answer.status_code == 404
        assert Message.objects.get(pk=case.message_id).state == "held"


def test_a_stranger_is_asked_to_sign_in(cast, client):
    answer = client.get(reverse("moderation:desk"), HTTP_HOST="staff.localhost:8000")
    assert answer.status_code == 303
    assert "/sign-in/" in answer["Location"]


def test_a_case_that_is_not_there_and_one_out_of_reach_look_alike(cast, case):
    mia = client_of(cast.caller("mia"))
    pages = [text(mia.get(reverse("moderation:case", args=[number]))) for number in (case.number, 999)]
    assert len({re.sub(r'value="\w{64}"|nonce="[^"]+"', "", page) for page in pages}) == 1


def test_reading_a_case_is_on_the_record_each_time(cast, case, mo):
    mo.get(page_of(case))
    mo.get(page_of(case))
    rows = AuditEvent.objects.filter(kind="moderation.case_read")
    assert [(row.actor, row.subject, row.detail["state"]) for row in rows] == [
        (f"user:{cast.mo.pk}", f"case:{case.pk}", "held")
    ] * 2


def test_looking_at_the_queue_shows_no_words_and_is_no_reading(cast, case, mo):
    page = text(mo.get(reverse("moderation:desk")))
    assert "312 555" not in page
    assert "Contact details" in page
    assert not AuditEvent.objects.filter(kind="moderation.case_read").exists()


def test_a_crisis_is_headed_by_what_we_promise_and_the_rest_by_its_number(cast, monkeypatch, mo):
    held_case(cast, monkeypatch)
    answers(monkeypatch, crisis())
    say(cast, "ben", "not any more")
    heads = re.findall(r"<h2[^>]*><span>([^<]+)</span><span>([^<]+)</span>", text(mo.get(reverse("moderation:desk"))))
    assert heads[0] == ("Crisis", "to a named person in 60 s")
    assert [number for _, number in heads[1:]] == ["1"]


def test_the_case_marks_what_the_rule_saw_and_names_the_rule(case, mo):
    page = text(mo.get(page_of(case)))
    assert "<mark>312 555 0142</mark><sup>1</sup>" in page
    assert '<a href="/rules/built-in/contact.phone/">contact.phone</a>, version 3' in page


def test_a_rule_that_staff_wrote_has_a_link_where_its_reader_may_open_its_page(cast, monkeypatch, mo):
    rule = drafted(cast.ada, saying(scope=at("facility", cast.alder)), "near")
    case = held_case(cast, monkeypatch, verdict=held(replace(FINDING, rule="staff.near", version=1)))
    page = text(mo.get(page_of(case)))
    assert f'<a href="/rules/{rule.pk}/">staff.near</a>, version 1' in page
    assert mo.get(f"/rules/{rule.pk}/").status_code == 200


def test_a_rule_of_another_place_is_named_without_a_link(cast, monkeypatch, mo):
    admin = make.staff("Bea", "facility_administrator", scope=cast.birch)
    drafted(admin, saying(scope=at("facility", cast.birch)), "far")
    findings = [replace(FINDING, rule=code, version=1) for code in ("staff.far", "gone.rule")]
    page = text(mo.get(page_of(held_case(cast, monkeypatch, verdict=held(*findings)))))
    for code in ("staff.far", "gone.rule"):
        assert f'<span class="muted">{code}, version 1</span>' in page


def test_the_case_says_how_the_words_were_read_and_what_a_weak_signal_weighs(cast, monkeypatch, mo):
    disguised = replace(FINDING, view="joined+leet", score=0.4)
    case = held_case(cast, monkeypatch, verdict=held(disguised))
    page = text(mo.get(page_of(case)))
    assert "Read with: letters set apart, figures and signs for letters" in page
    assert "A weak signal: 0.4 of 1" in page


def test_what_rules_on_trial_saw_marks_nothing(cast, monkeypatch, mo):
    trial = replace(FINDING, rule="on.trial", span=Span(0, 4))
    case = held_case(cast, monkeypatch, verdict=held(shadow=(trial,)))
    page = text(mo.get(page_of(case)))
    assert "contact.phone" in page
    assert "on.trial" not in page
    kept = ScreeningRecord.objects.get(message=case.message)
    assert [finding["rule"] for finding in kept.findings if finding.get("shadow")] == ["on.trial"]


def test_the_words_of_members_are_written_as_words(cast, monkeypatch, mo):
    case = held_case(cast, monkeypatch, body="<script>alert(1)</script> 312 555 0142")
    assert "<script>alert" not in text(mo.get(page_of(case)))


def test_the_case_shows_what_was_said_around_it(cast, monkeypatch, mo):
    delivered(cast, monkeypatch, "ben", "does anybody know of work")
    case = held_case(cast, monkeypatch)
    page = text(mo.get(page_of(case)))
    assert "does anybody know of work" in page
    assert "Quiet River in this room" in page


def test_who_reported_is_on_no_page(cast, monkeypatch, mo):
    message = delivered(cast, monkeypatch)
    report(cast, message, by="ben", note="he asked me for money")
    page = text(mo.get(page_of(case_of(message))))
    assert "he asked me for money" in page
    assert "Stillwater" not in page


def test_the_preview_is_in_the_writers_language(cast, case, mo):
    set_language(user=cast.users.ana, language="es")
    page = text(mo.get(page_of(case)))
    assert "Se lo devolvimos. Nadie del círculo lo vio." in page


# Deciding, by plain forms


def decide(client, case, **fields):
    data = {"version": case.version, "tab": "a", **fields}
    return client.post(reverse("moderation:decide", args=[case.number]), data)


def test_release_by_a_plain_form(case, mo):
    answer = decide(mo, case, decision="release")
    assert (answer.status_code, answer["Location"]) == (303, reverse("moderation:desk"))
    assert Message.objects.get(pk=case.message_id).state == "delivered"
    assert f"Case {case.number}: released." in text(mo.get(reverse("moderation:desk")))


def test_return_by_a_plain_form(case, mo):
    decide(mo, case, decision="return", code="contact", note="No numbers here, please.")
    message = Message.objects.get(pk=case.message_id)
    assert (message.state, message.reason_note) == ("returned", "No numbers here, please.")


def test_a_decision_on_a_case_that_changed_says_what_changed_and_sends_nothing(cast, monkeypatch, mo):
    message = delivered(cast, monkeypatch)
    report(cast, message)
    stale = case_of(message)
    report(cast, message, by="fay", reason="threat")
    answer = decide(mo, stale, decision="remove", code="unkind")
    assert answer.status_code == 409
    assert "Not decided. This case changed while you read it." in text(answer)
    assert "Member report: a threat" in text(answer)
    message.refresh_from_db()
    assert message.state == "delivered"


def test_a_decision_on_a_decided_case_says_so(cast, case, mo):
    nia = make.staff("Nia", "moderator", scope=cast.alder)
    services.decide(case=case, version=case.version, decision=services.Decision.RELEASE, by=nia)
    answer = decide(mo, case, decision="remove", code="contact")
    assert answer.status_code == 409
    assert "Somebody else decided this case first." in text(answer)
    assert "Nia" in text(answer)
    assert Message.objects.get(pk=case.message_id).state == "delivered"


@pytest.mark.parametrize("bad", [{"decision": "burn"}, {"decision": ""}, {"decision": "release", "version": "x"}])
def test_a_form_that_makes_no_sense_does_nothing(case, mo, bad):
    assert decide(mo, case, **bad).status_code == 400
    assert Message.objects.get(pk=case.message_id).state == "held"


def test_a_return_without_a_reason_keeps_what_was_typed(case, mo):
    answer = decide(mo, case, decision="return", code="nonsense", note="my own line")
    assert answer.status_code == 400
    assert "my own line" in text(answer)


def test_claiming_next_opens_it_and_is_mine(cast, case, mo):
    answer = mo.post(reverse("moderation:next"), {"tab": "a"})
    assert answer["Location"] == page_of(case)
    assert "data-lease" in text(mo.get(page_of(case)))


def test_claiming_next_when_nothing_waits_says_so(cast, mo):
    mo.post(reverse("moderation:next"))
    assert "Nothing waits that is free." in text(mo.get(reverse("moderation:desk")))


def test_a_colleagues_case_offers_taking_over_and_no_decision(cast, case, mo):
    nia = make.staff("Nia", "moderator", scope=cast.alder)
    services.claim(case=case, by=nia, tab="n")
    page = text(mo.get(page_of(case)))
    assert "Take over" in page
    assert len(re.findall(r'name="decision" value="\w+"[^>]* disabled', page)) == 4
    mo.post(reverse("moderation:claim", args=[case.number]), {"tab": "a", "because": "urgent"})
    assert "data-lease" in text(mo.get(page_of(case)))


def test_the_heartbeat_answers_the_time_left_or_that_it_is_lost(cast, case, mo):
    mo.post(reverse("moderation:claim", args=[case.number]), {"tab": "a"})
    renew = reverse("moderation:renew", args=[case.number])
    answer = mo.post(renew, {"tab": "a"}, HTTP_ACCEPT="application/json")
    assert (answer.status_code, answer.json()) == (200, {"seconds": 299}) or answer.json() == {"seconds": 300}
    lost = mo.post(renew, {"tab": "b"}, HTTP_ACCEPT="application/json")
    assert (lost.status_code, lost.json()["code"]) == (409, "case.lease_lost")


def test_putting_a_case_back(cast, case, mo):
    mo.post(reverse("moderation:claim", args=[case.number]), {"tab": "a"})
    mo.post(reverse("moderation:let_go", args=[case.number]))
    assert "Claim it" in text(mo.get(page_of(case)))


# The queue


def queue_groups(user):
    return {group.code: [row.number for row in group.rows] for group in queue_of(user).groups}


def test_the_queue_groups_by_who_can_wait_least(cast, monkeypatch):
    with time_machine.travel(SIX - timedelta(minutes=61), tick=False) as now:
        message = delivered(cast, monkeypatch)
        report(cast, message)
        late = case_of(message)
        now.move_to(SIX)
        cast.group.sessions.update(state="closed", phase="", closed_at=SIX)
        cast.group.leases.all().delete()
        later = held_case(cast, monkeypatch, verdict=flagged())
        soon = held_case(cast, monkeypatch, "ben")
        cry = held_case(cast, monkeypatch, verdict=crisis())
        answers(monkeypatch, Verdict.not_screened("late"))
        unscreened = case_of(say(cast, "ben", "hello there"))
        assert queue_groups(cast.mo) == {
            "not_screened": [unscreened.number],
            "crisis": [cry.number],
            "overdue": [late.number],
            "soon": [soon.number],
            "later": [later.number],
        }
        assert queue_groups(cast.mia) == {}


def test_an_overdue_case_gets_louder_and_never_ends_by_itself(cast, monkeypatch):
    with time_machine.travel(SIX, tick=False) as now:
        case = held_case(cast, monkeypatch)
        now.shift(timedelta(days=400))
        assert queue_groups(cast.mo) == {"overdue": [case.number]}
        assert Case.objects.get().state == "open"


def test_an_unchanged_queue_costs_nothing_and_a_changed_one_comes_again(cast, monkeypatch, mo):
    with time_machine.travel(SIX, tick=False):
        held_case(cast, monkeypatch)
        cast_mo = client_of(cast.caller("mo"))
        page = text(cast_mo.get(reverse("moderation:desk")))
        tag = re.search(r"queue/\?tag=(\w+)", page).group(1)
        url = reverse("moderation:queue")
        again = cast_mo.get(url, {"tag": tag, "case": ""}, HTTP_HX_REQUEST="true")
        assert (again.status_code, again.content) == (204, b"")
        held_case(cast, monkeypatch, "ben")
        changed = cast_mo.get(url, {"tag": tag, "case": ""}, HTTP_HX_REQUEST="true")
        assert changed.status_code == 200
        assert "2 open" in text(changed)


def test_who_has_a_case_is_in_the_queue_of_others(cast, case, mo):
    nia = make.staff("Nia", "moderator", scope=cast.alder)
    services.claim(case=case, by=nia)
    assert "Nia" in text(mo.get(reverse("moderation:desk")))


def test_the_desk_costs_the_same_for_two_cases_and_for_ten(cast, monkeypatch, mo):
    def cost():
        with CaptureQueriesContext(connection) as queries:
            mo.get(reverse("moderation:desk"))
        return len(queries)

    def fill(times):
        for _ in range(times):
            held_case(cast, monkeypatch)
            held_case(cast, monkeypatch, "ben", verdict=crisis())

    fill(1)
    few = cost()
    fill(4)
    assert cost() == few


# Small things


def test_marks_may_overlap():
    parts = parts_of("abcdef", [(0, 3, 1), (2, 5, 2)])
    assert [(part.text, part.rules) for part in parts] == [
        ("ab", (1,)),
        ("c", (1, 2)),
        ("de", (2,)),
        ("f", ()),
    ]


def test_a_mark_beyond_the_words_marks_what_there_is():
    assert [(part.text, part.rules) for part in parts_of("abc", [(1, 9, 1)])] == [("a", ()), ("bc", (1,))]


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(6, "6 min"), (70, "1 h 10 min"), (0, "0 min"), (-31, "31 min late"), (-72, "1 h 12 min late")],
)
def test_due_times_are_said_in_words(minutes, words):
    assert due_words(SIX + timedelta(minutes=minutes), SIX) == words
