"""Supervision after release: in each group an officer says yes; until then, and for a week after, one may read."""

from datetime import timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils.translation import trans_real
from hypothesis import given
from hypothesis import strategies as st

from audit.models import AuditEvent
from core import clock
from core.errors import RuleError
from custody.models import CustodyEvent
from groups.authority import reading
from groups.continuity.services import settle
from groups.errors import SupervisionLapsed
from groups.models import Membership, Supervision, SupervisionApproval
from groups.sessions.services import open_session
from groups.sessions.turns import raise_hand
from groups.supervision import services
from groups.supervision.selectors import (
    APPROVED,
    ENDING,
    LAPSED,
    PENDING,
    READ_ONLY,
    SUSPENDED,
    WARNED,
    standing_of,
)
from groups.tasks import settle_supervision
from tests import factories as make
from tests.browsing import browser
from tests.racing import together

DAY = timedelta(days=1)
NOW = clock.now()


def granted(days, **values):
    return SupervisionApproval(state="granted", until=NOW + days * DAY, **values)


def revoked(days):
    return SupervisionApproval(state="revoked", until=NOW + 300 * DAY, revoked_at=NOW + days * DAY)


def asked():
    return SupervisionApproval(state="pending")


# What approvals come to

STANDINGS = {
    "nobody was asked": ([], PENDING, None),
    "asked": ([asked()], PENDING, None),
    "a yes for long": ([granted(100)], APPROVED, 86),
    "a yes, two weeks before its end": ([granted(14)], ENDING, 14),
    "a yes that ends tomorrow": ([granted(1)], ENDING, 1),
    "at the moment of its end": ([granted(0)], LAPSED, 7),
    "six days after": ([granted(-6)], LAPSED, 1),
    "a week after": ([granted(-7)], SUSPENDED, None),
    "asked again after that": ([granted(-8), asked()], SUSPENDED, None),
    "asked again within the week": ([granted(-2), asked()], LAPSED, 5),
    "a no": ([revoked(-1)], LAPSED, 6),
    "a no, long ago": ([revoked(-40)], SUSPENDED, None),
    "a no, and then a yes": ([revoked(-40), granted(100)], APPROVED, 86),
    "replaced by a longer yes": ([revoked(0), granted(100)], APPROVED, 86),
}


@pytest.mark.parametrize("case", STANDINGS)
def test_what_approvals_come_to_and_when_that_changes(case):
    approvals, state, days = STANDINGS[case]
    found = standing_of(approvals, at=NOW)
    assert found.state == state
    assert found.reads_only == (state in (PENDING, LAPSED))
    assert days is None or found.until == NOW + days * DAY


@given(days=st.lists(st.floats(-40, 40), max_size=4), noes=st.lists(st.floats(-40, 0), max_size=4), open_=st.booleans())
def test_nobody_writes_without_a_yes_that_stands_and_nothing_changes_before_it_says_so(days, noes, open_):
    approvals = [granted(each) for each in days] + [revoked(each) for each in noes] + ([asked()] if open_ else [])
    found = standing_of(approvals, at=NOW)
    has_yes = any(approval.until > NOW for approval in approvals if approval.state == "granted")
    assert (found.state in (APPROVED, ENDING)) == has_yes
    if found.until < NOW + 100 * DAY:
        assert standing_of(approvals, at=found.until - timedelta(milliseconds=1)).state == found.state
        assert standing_of(approvals, at=found.until).state != found.state


# What follows in the room


def supervised(cast, who="ben", **approval):
    make.supervision(getattr(cast.persons, who))
    if approval:
        make.officer(getattr(cast.persons, who), cast.group, **approval)


def read(cast, who="ben"):
    return reading(cast.seat(who), at=clock.now())


def watched(cast):
    make.open_session(cast.group, watched_by=cast.seat("mo"))


def test_without_a_yes_one_reads_and_calls_for_help_and_does_nothing_else(cast):
    watched(cast)
    supervised(cast)
    assert read(cast).can == {"help", "report", "withdraw"}
    assert read(cast).why_not == "posting.supervision"
    assert read(cast, "fay").may_post


def test_with_a_yes_one_writes_until_its_day(cast):
    watched(cast)
    end = clock.now() + timedelta(minutes=2)
    supervised(cast, until=end)
    assert read(cast).may_post
    assert read(cast).valid_until <= end
    assert read(cast).seated_until <= end


def test_a_yes_for_another_group_is_none_here(cast):
    watched(cast)
    make.supervision(cast.persons.ben)
    make.officer(cast.persons.ben, cast.next_door, until=clock.now() + 100 * DAY)
    assert read(cast).why_not == "posting.supervision"


@pytest.mark.parametrize(
    "values",
    [
        {"from_at": NOW + 300 * DAY},
        {"until": NOW - DAY, "from_at": NOW - 9 * DAY},
        {"ended_at": NOW, "ended_by": "system"},
    ],
    ids=["to come", "over", "ended by staff"],
)
def test_who_is_not_under_supervision_now_needs_nobodys_yes(cast, values):
    watched(cast)
    make.supervision(cast.persons.ben, **values)
    assert read(cast).may_post


def test_inside_no_officer_is_asked(cast):
    watched(cast)
    supervised(cast, "ana")
    assert read(cast, "ana").may_post


def test_who_leads_and_may_only_read_leads_nothing_and_watches_nobody(cast):
    supervised(cast, "fay")
    seat = cast.seat("fay")
    assert (seat.role, seat.leads) == ("member", False)
    for act in (lambda: open_session(seat=seat), lambda: raise_hand(seat=seat)):
        with pytest.raises(RuleError) as refused:
            act()
        assert refused.value.code == "posting.supervision"


def test_a_week_after_the_end_the_seat_waits_and_is_back_with_a_new_yes(cast):
    supervised(cast, until=clock.now() + DAY)
    approval = SupervisionApproval.objects.get()
    with time_machine.travel(clock.now() + DAY + READ_ONLY, tick=False):
        with pytest.raises(SupervisionLapsed):
            cast.seat("ben")
        settle_supervision()
        seat = Membership.objects.get(pk=cast.seats.ben.pk)
        assert (seat.state, seat.why_away, seat.seat) == ("away", "supervision", cast.seats.ben.seat)
        services.grant_approval(approval=approval, until=clock.now() + 90 * DAY, document="", by=cast.pat)
        assert Membership.objects.get(pk=seat.pk).state == "active"
        assert cast.seat("ben")


def test_before_its_day_the_step_leaves_every_seat_alone(cast):
    supervised(cast, until=clock.now() + DAY)
    with time_machine.travel(clock.now() + DAY + READ_ONLY - timedelta(minutes=1), tick=False):
        settle_supervision()
        assert Membership.objects.get(pk=cast.seats.ben.pk).state == "active"
    assert not AuditEvent.objects.filter(kind="groups.seat_away").exists()


def test_the_step_brings_back_who_waits_when_the_supervision_ends_by_its_day(cast):
    make.supervision(cast.persons.ben, until=clock.now() + 60 * DAY)
    make.officer(cast.persons.ben, cast.group, until=clock.now() + DAY)
    with time_machine.travel(clock.now() + 20 * DAY, tick=False):
        settle_supervision()
        assert Membership.objects.get(pk=cast.seats.ben.pk).state == "away"
    with time_machine.travel(clock.now() + 61 * DAY, tick=False):
        settle_supervision()
        assert Membership.objects.get(pk=cast.seats.ben.pk).state == "active"


def test_back_in_custody_the_seat_is_the_facilitys_matter(cast):
    supervised(cast, "ana", until=clock.now() - 30 * DAY, granted_at=clock.now() - 60 * DAY)
    settle(person=cast.persons.ana, by="system")
    assert Membership.objects.get(pk=cast.seats.ana.pk).state == "active"
    make.custody_event(cast.persons.ana, CustodyEvent.Kind.RELEASED, occurred_at=clock.now())
    settle(person=cast.persons.ana, by="system")
    assert Membership.objects.get(pk=cast.seats.ana.pk).why_away == "supervision"


# Services


def record(cast, **values):
    said = {
        "person": cast.persons.ben,
        "officer": "P. Officer",
        "no_association": True,
        "from_at": clock.now() - DAY,
        "until": None,
        "by": cast.pat,
    }
    return services.record_supervision(**{**said, **values})


def refusal(act):
    with pytest.raises(RuleError) as refused:
        act()
    return refused.value.code


def test_from_the_record_to_the_yes_and_the_no_each_step_is_on_the_record(cast):
    record(cast)
    approval = services.ask_approval(person=cast.persons.ben, group=cast.group, officer="P. Officer", by=cast.pat)
    until = clock.now() + 90 * DAY
    services.grant_approval(approval=approval, until=until, document="P-118", by=cast.pat)
    approval.refresh_from_db()
    assert (approval.state, approval.until, approval.document) == ("granted", until, "P-118")
    services.revoke_approval(approval=approval, by=cast.pat)
    services.end_supervision(supervision=Supervision.objects.get(), by=cast.pat)
    kinds = ["supervision_recorded", "officer_asked", "officer_approved", "officer_revoked", "supervision_ended"]
    told = AuditEvent.objects.filter(kind__in=[f"groups.{kind}" for kind in kinds]).order_by("seq")
    assert [row.kind for row in told] == [f"groups.{kind}" for kind in kinds]
    assert {row.actor for row in told} == {f"user:{cast.pat.pk}"}


def test_each_step_makes_older_readings_stale(cast):
    def version():
        return Membership.objects.get(pk=cast.seats.ben.pk).authority

    seen = [version()]
    supervision = record(cast)
    seen.append(version())
    approval = services.ask_approval(person=cast.persons.ben, group=cast.group, officer="P. Officer", by=cast.pat)
    seen.append(version())
    services.grant_approval(approval=approval, until=clock.now() + DAY, document="", by=cast.pat)
    seen.append(version())
    services.revoke_approval(approval=approval, by=cast.pat)
    seen.append(version())
    services.end_supervision(supervision=supervision, by=cast.pat)
    seen.append(version())
    assert seen == sorted(set(seen))


def test_a_yes_that_is_renewed_is_a_new_row_and_the_old_one_stays_on_file(cast):
    record(cast)
    first = make.officer(cast.persons.ben, cast.group, until=clock.now() + DAY)
    second = services.grant_approval(approval=first, until=clock.now() + 90 * DAY, document="P-2", by=cast.pat)
    first.refresh_from_db()
    assert (first.state, second.state, second.pk != first.pk) == ("revoked", "granted", True)
    watched(cast)
    assert read(cast).may_post


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"officer": "  "}, "supervision.unclear"),
        ({"until": NOW - DAY}, "supervision.unclear"),
        ({"from_at": NOW + 90 * DAY, "until": NOW + 30 * DAY}, "supervision.unclear"),
    ],
)
def test_a_record_without_an_officer_or_with_an_end_that_is_over_is_refused(cast, values, code):
    assert refusal(lambda: record(cast, **values)) == code
    assert not Supervision.objects.exists()


def test_one_supervision_at_a_time_and_one_that_is_over_makes_room(cast):
    record(cast)
    assert refusal(lambda: record(cast)) == "supervision.standing"
    Supervision.objects.update(until=clock.now() - timedelta(hours=1))
    assert record(cast)


def test_ending_twice_is_told(cast):
    supervision = record(cast)
    services.end_supervision(supervision=supervision, by=cast.pat)
    assert refusal(lambda: services.end_supervision(supervision=supervision, by=cast.pat)) == "supervision.none"


def test_nobody_is_asked_for_who_is_not_under_supervision_or_twice(cast):
    def ask(officer="P. Officer"):
        return services.ask_approval(person=cast.persons.ben, group=cast.group, officer=officer, by=cast.pat)

    assert refusal(ask) == "supervision.none"
    record(cast)
    assert refusal(lambda: ask(" ")) == "supervision.unclear"
    ask()
    assert refusal(ask) == "supervision.already_asked"


@pytest.mark.parametrize("state", ["pending", "granted"])
def test_a_no_is_said_once_and_a_yes_needs_a_day_to_come(cast, state):
    until = clock.now() + DAY if state == "granted" else None
    approval = make.officer(cast.persons.ben, cast.group, until=until)
    past = clock.now() - DAY
    assert refusal(lambda: services.grant_approval(approval=approval, until=past, document="", by=cast.pat)) == (
        "supervision.unclear"
    )
    services.revoke_approval(approval=approval, by=cast.pat)
    assert refusal(lambda: services.revoke_approval(approval=approval, by=cast.pat)) == "supervision.moved_on"
    late = {"until": clock.now() + DAY, "document": "", "by": cast.pat}
    assert refusal(lambda: services.grant_approval(approval=approval, **late)) == "supervision.moved_on"


def test_of_a_yes_and_a_no_at_once_one_is_told_to_look_again(live_cast):
    make.supervision(live_cast.persons.ben)
    row = make.officer(live_cast.persons.ben, live_cast.group)
    yes, no = (SupervisionApproval.objects.select_related("person").get(pk=row.pk) for _ in range(2))
    until = clock.now() + DAY

    def grant():
        services.grant_approval(approval=yes, until=until, document="", by="system")

    def refuse():
        services.revoke_approval(approval=no, by="system")

    answers = together(grant, refuse)
    assert sorted(map(str, answers)) == ["None", "supervision.moved_on"]


def test_two_who_record_at_once_leave_one(live_cast):
    answers = together(lambda: record(live_cast) and None, lambda: record(live_cast) and None)
    assert sorted(map(str, answers)) == ["None", "supervision.standing"]


# Told in words


@pytest.fixture
def spanish():
    call_command("compile_catalogues", verbosity=0)
    trans_real._translations.clear()


WORDS = {
    "nobody said yes yet": ({}, ["You can read here for now.", "Your officer says yes"], ["You can write now"]),
    "a yes for long": ({"days": 100}, ["You can write now"], ["officer"]),
    "a yes that ends soon": ({"days": 10}, ["the yes of your officer ends", "You can write now"], []),
    "ended": ({"days": -2}, ["You can read here until", "With a new yes you can write again."], ["You can write now"]),
    "a week ago": ({"days": -8}, ["The yes of your officer has ended.", "Your seat is kept."], ["Go to the room"]),
}


@pytest.mark.parametrize("case", WORDS)
def test_home_says_how_one_stands_and_what_happens_next(cast, case):
    approval, said, unsaid = WORDS[case]
    watched(cast)
    end = {"until": clock.now() + approval["days"] * DAY} if approval else {}
    supervised(cast, **end)
    shown = browser(cast, "ben").get(reverse("groups:home")).text
    assert not [words for words in said if words not in shown]
    assert not [words for words in unsaid if words in shown]


def test_the_room_says_it_in_ones_language(cast, spanish):
    watched(cast)
    supervised(cast)
    room = reverse("chat:room", args=[cast.room.pk])
    assert "You can read here. You can write when your officer has said yes." in browser(cast, "ben").get(room).text
    cast.users.ben.language = "es"
    cast.users.ben.save(update_fields=["language"])
    assert "Puede escribir cuando su oficial diga que sí." in browser(cast, "ben").get(room).text


# Staff's pages


def page_of(cast, who="ben"):
    return reverse("groups:person", args=[getattr(cast.persons, who).pk])


def test_staff_record_ask_and_write_down_the_answer_on_the_persons_page(cast):
    pat, ben = browser(cast, "pat"), cast.persons.ben
    said = {"officer": "P. Officer, County", "from_day": "2026-01-02", "until_day": "", "no_association": "on"}
    assert pat.post(reverse("groups:record_supervision", args=[ben.pk]), said).status_code == 303
    assert "Nobody was asked yet" in pat.get(page_of(cast)).text
    ask = reverse("groups:ask_approval", args=[ben.pk])
    assert pat.post(ask, {"group": cast.group.pk, "officer": "P. Officer"}).status_code == 303
    approval = SupervisionApproval.objects.get()
    grant = reverse("groups:grant_approval", args=[ben.pk, approval.pk])
    day = (clock.now() + 90 * DAY).date().isoformat()
    assert pat.post(grant, {"until_day": day, "document": "P-118"}).status_code == 303
    shown = pat.get(page_of(cast)).text
    assert "Reads and writes." in shown
    assert "P-118" in shown
    assert pat.post(reverse("groups:revoke_officer", args=[ben.pk, approval.pk])).status_code == 303
    assert "Refused or taken back" in pat.get(page_of(cast)).text
    assert pat.post(reverse("groups:end_supervision", args=[ben.pk])).status_code == 303
    assert pat.post(reverse("groups:end_supervision", args=[ben.pk])).status_code == 404


def test_what_is_not_right_keeps_what_was_typed(cast):
    pat, ben = browser(cast, "pat"), cast.persons.ben
    answer = pat.post(
        reverse("groups:record_supervision", args=[ben.pk]), {"officer": "P. Officer", "from_day": "soon"}
    )
    assert answer.status_code == 400
    assert 'value="P. Officer"' in answer.text
    assert 'value="soon"' in answer.text
    make.supervision(ben)
    approval = make.officer(ben, cast.group)
    past = {"until_day": "2026-01-01", "document": "P-118"}
    answer = pat.post(reverse("groups:grant_approval", args=[ben.pk, approval.pk]), past)
    assert answer.status_code == 400
    assert 'value="P-118"' in answer.text
    assert "still to come" in answer.text


def test_an_approval_of_somebody_else_is_not_there(cast):
    make.supervision(cast.persons.fay)
    approval = make.officer(cast.persons.fay, cast.group)
    address = reverse("groups:revoke_officer", args=[cast.persons.ben.pk, approval.pk])
    assert browser(cast, "pat").post(address).status_code == 404
    assert SupervisionApproval.objects.get().state == "pending"


# What the database holds

BROKEN = {
    "one_per_person": lambda cast: [make.supervision(cast.persons.ben) for _ in range(2)],
    "ended_has_when_and_who": lambda cast: make.supervision(cast.persons.ben, ended_at=NOW),
    "approval_once": lambda cast: [make.officer(cast.persons.ben, cast.group) for _ in range(2)],
    "granted_has_its_days": lambda cast: make.officer(cast.persons.ben, cast.group, state="granted"),
    "revoked_has_when_and_who": lambda cast: make.officer(cast.persons.ben, cast.group, state="revoked"),
}


@pytest.mark.parametrize("constraint", BROKEN)
def test_the_database_refuses_what_can_not_be(cast, constraint):
    with pytest.raises(IntegrityError), transaction.atomic():
        BROKEN[constraint](cast)


def test_the_warning_comes_two_weeks_and_the_end_one_week_around_the_day():
    assert (WARNED, READ_ONLY) == (14 * DAY, 7 * DAY)
