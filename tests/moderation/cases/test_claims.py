"""A claim is a lease: one holder, kept by the database, per tab, ending by itself."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.db import IntegrityError, transaction

from audit.models import AuditEvent
from chat.ports import Verdict
from core.errors import NotThere
from moderation.cases import services
from moderation.errors import CaseDecided, CaseHeld, LeaseLost, OwnCase, TakeOverNeedsReason
from moderation.models import CaseClaim
from tests import factories as make
from tests.moderation.helpers import answers, case_of, flagged, held, held_case, say
from tests.racing import together

SIX = datetime(2026, 11, 23, 18, 0, tzinfo=UTC)


@pytest.fixture
def nia(cast):
    """Moderates at Alder, like Mo."""
    return make.staff("Nia", "moderator", scope=cast.alder)


@pytest.fixture
def case(cast, monkeypatch):
    return held_case(cast, monkeypatch)


def kinds(case):
    return list(case.events.order_by("version").values_list("kind", flat=True))


def audited():
    return list(AuditEvent.objects.filter(kind__startswith="moderation.case").values_list("kind", flat=True))


@time_machine.travel(SIX, tick=False)
def test_a_claim_lasts_five_minutes_and_is_on_the_record(cast, case):
    claim = services.claim(case=case, by=cast.mo, tab="a")
    assert (claim.user, claim.until) == (cast.mo, SIX + timedelta(minutes=5))
    assert kinds(case) == ["held", "claimed"]
    assert audited() == ["moderation.case_claimed"]


def test_claiming_again_is_one_claim(cast, case):
    services.claim(case=case, by=cast.mo, tab="a")
    services.claim(case=case, by=cast.mo, tab="a")
    assert kinds(case) == ["held", "claimed"]


def test_ones_own_claim_moves_to_the_tab_that_asks(cast, case):
    services.claim(case=case, by=cast.mo, tab="a")
    services.claim(case=case, by=cast.mo, tab="b")
    with pytest.raises(LeaseLost):
        services.renew_claim(case=case, by=cast.mo, tab="a")
    services.renew_claim(case=case, by=cast.mo, tab="b")


def test_a_colleagues_claim_is_taken_over_only_with_a_reason(cast, case, nia):
    services.claim(case=case, by=cast.mo)
    with pytest.raises(CaseHeld):
        services.claim(case=case, by=nia)
    with pytest.raises(TakeOverNeedsReason):
        services.claim(case=case, by=nia, because="i felt like it")
    services.claim(case=case, by=nia, because="urgent")
    assert CaseClaim.objects.get().user == nia
    assert kinds(case) == ["held", "claimed", "taken_over"]
    assert AuditEvent.objects.get(kind="moderation.case_taken_over").detail == {"because": "urgent"}


def test_a_claim_that_has_run_out_is_free_again(cast, case, nia):
    with time_machine.travel(SIX, tick=False) as now:
        services.claim(case=case, by=cast.mo, tab="a")
        now.shift(timedelta(minutes=5))
        services.claim(case=case, by=nia, tab="n")
        with pytest.raises(LeaseLost):
            services.renew_claim(case=case, by=cast.mo, tab="a")


def test_a_heartbeat_keeps_a_claim(cast, case, nia):
    with time_machine.travel(SIX, tick=False) as now:
        services.claim(case=case, by=cast.mo, tab="a")
        now.shift(timedelta(minutes=4))
        assert services.renew_claim(case=case, by=cast.mo, tab="a") == SIX + timedelta(minutes=9)
        now.shift(timedelta(minutes=4))
        with pytest.raises(CaseHeld):
            services.claim(case=case, by=nia)


def test_letting_go_frees_the_case_and_twice_is_once(cast, case, nia):
    services.claim(case=case, by=cast.mo)
    services.release_claim(case=case, by=cast.mo)
    services.release_claim(case=case, by=cast.mo)
    services.claim(case=case, by=nia)
    assert kinds(case) == ["held", "claimed", "let_go", "claimed"]


def test_nobody_lets_go_of_a_colleagues_claim(cast, case, nia):
    services.claim(case=case, by=cast.mo)
    services.release_claim(case=case, by=nia)
    assert CaseClaim.objects.get().user == cast.mo


@pytest.mark.parametrize("who", ["mia", "dov", "ada", "pat", "rue"])
def test_who_does_not_moderate_there_finds_no_such_case(cast, case, who):
    with pytest.raises(NotThere):
        services.claim(case=case, by=getattr(cast, who))


def test_nobody_works_on_a_case_about_their_own_words(cast, monkeypatch):
    case = held_case(cast, monkeypatch, "ben")
    make.grant(cast.users.ben, "moderator", scope=cast.programme)
    with pytest.raises(OwnCase):
        services.claim(case=case, by=cast.users.ben)
    assert services.claim_next(by=cast.users.ben) is None


def test_a_decided_case_can_not_be_claimed(cast, case):
    services.decide(case=case, version=case.version, decision=services.Decision.RELEASE, by=cast.mo)
    with pytest.raises(CaseDecided):
        services.claim(case=case, by=cast.mo)


def test_two_who_claim_at_once_and_one_has_it(live_cast, monkeypatch):
    case = held_case(live_cast, monkeypatch)
    nia = make.staff("Nia", "moderator", scope=live_cast.alder)
    outcomes = together(
        lambda: services.claim(case=case, by=live_cast.mo).user.name,
        lambda: services.claim(case=case, by=nia).user.name,
    )
    assert sorted(outcomes) in (["Mo", "case.held"], ["Nia", "case.held"])
    assert CaseClaim.objects.count() == 1


def test_a_case_has_one_claim_whatever_the_code_does(cast, case):
    services.claim(case=case, by=cast.mo)
    with pytest.raises(IntegrityError), transaction.atomic():
        CaseClaim.objects.create(case=case, user=cast.mo, since=SIX, until=SIX)


# The next one


def test_the_next_case_is_the_most_severe_then_the_one_due_first(cast, monkeypatch):
    with time_machine.travel(SIX, tick=False) as now:
        reported = held_case(cast, monkeypatch, verdict=flagged())
        now.shift(timedelta(seconds=9))
        first = held_case(cast, monkeypatch, "ben")
        now.shift(timedelta(seconds=1))
        second = held_case(cast, monkeypatch)
        answers(monkeypatch, Verdict.not_screened("late"))
        unscreened = case_of(say(cast, "ben", "hello there"))
        order = [services.claim_next(by=cast.mo) for _ in range(5)]
    assert order == [unscreened, first, second, reported, None]


def test_the_next_case_is_one_that_nobody_holds(cast, case, nia):
    services.claim(case=case, by=cast.mo)
    assert services.claim_next(by=nia) is None


def test_two_who_ask_for_the_next_at_once_get_two_different_cases(live_cast, monkeypatch):
    cases = {held_case(live_cast, monkeypatch).pk, held_case(live_cast, monkeypatch).pk}
    nia = make.staff("Nia", "moderator", scope=live_cast.alder)
    outcomes = together(
        lambda: services.claim_next(by=live_cast.mo).pk,
        lambda: services.claim_next(by=nia).pk,
    )
    assert set(outcomes) == cases


def test_a_moderator_elsewhere_has_nothing_to_claim(cast, case):
    assert services.claim_next(by=cast.mia) is None


def test_a_case_of_somebody_outside_is_in_reach_of_the_facilities_that_take_part(cast, monkeypatch):
    case = held_case(cast, monkeypatch, "ben", verdict=held())
    assert services.claim_next(by=cast.mia) is None
    assert services.claim_next(by=cast.mo) == case
