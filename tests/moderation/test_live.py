"""The counts in the bar: of one's own scope, by one's own role, and told again only when they change."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse

from chat import services as chat
from core import clock
from core.ids import new_id
from moderation.alerts.services import acknowledge
from moderation.cases.services import claim
from moderation.live import figures_of
from moderation.models import Alert, Case
from tests import factories as make
from tests.browsing import browser, browser_of
from tests.moderation.helpers import answers, crisis, held, open_room, say

LIVE = reverse("moderation:live")

pytestmark = pytest.mark.django_db


@pytest.fixture
def waiting(cast, monkeypatch):
    """Two held messages, one of which Mo has; and a cry for help."""
    open_room(cast)
    answers(monkeypatch, held())
    say(cast, "ana")
    claim(case=Case.objects.get(), by=cast.mo)
    say(cast, "ben")
    answers(monkeypatch, crisis())
    say(cast, "ana")
    return cast


def counts(user):
    return {figure.kind: figure.count for figure in figures_of(user)}


def test_a_moderator_sees_each_case_once_by_what_is_most_pressing(waiting):
    assert counts(waiting.mo) == {"crisis": 1, "overdue": 0, "soon": 2, "free": 2}


def test_what_is_late_is_counted_as_late_and_a_cry_never_twice(waiting):
    with time_machine.travel(clock.now() + timedelta(minutes=25), tick=False):
        assert counts(waiting.mo) == {"crisis": 1, "overdue": 2, "soon": 0, "free": 3}


def test_out_of_scope_nothing_is_counted(waiting):
    assert set(counts(waiting.mia).values()) == {0}


def test_those_on_duty_see_calls_without_an_answer_and_nothing_of_the_desk(waiting):
    assert counts(waiting.dov) == {"crisis": 1}
    acknowledge(alert=Alert.objects.get(), by=waiting.dov)
    assert counts(waiting.dov) == {"crisis": 0}
    assert counts(waiting.mo)["crisis"] == 1


@pytest.mark.parametrize("who", ["rue", "ada"])
def test_who_is_told_nothing_sees_nothing(waiting, who):
    assert counts(getattr(waiting, who)) == {"crisis": 0}


def test_whoever_is_both_is_led_to_the_call_while_nobody_has_answered_and_then_to_the_desk(waiting):
    both = make.staff("Bo", "moderator", "duty_officer", scope=waiting.alder)
    page = browser_of(make.caller(both)).get(LIVE).content.decode()
    assert "Nobody has answered yet." in page
    acknowledge(alert=Alert.objects.get(), by=both)
    page = browser_of(make.caller(both)).get(LIVE).content.decode()
    assert "Its case is open at the desk." in page
    assert page.count("1 crisis") == 3  # in the bar, in the band, in the title


def test_a_crisis_comes_first_in_the_title_of_the_tab_else_how_many_wait_to_be_claimed(waiting):
    mo = browser(waiting, "mo")
    assert 'data-title="1 crisis"' in mo.get(LIVE).content.decode()
    Case.objects.filter(severity=Case.Severity.CRISIS).update(severity=Case.Severity.FLAGGED)
    page = mo.get(LIVE).content.decode()
    assert 'data-title="2"' in page
    assert "urgent-band" in page
    assert 'class="urgent"' not in page


def test_while_nothing_changes_nothing_is_told_again(waiting):
    mo = browser(waiting, "mo")
    tag = re.search(r'name="tag" value="([^"]+)"', mo.get(LIVE).content.decode())[1]
    assert mo.get(LIVE, {"tag": tag}).status_code == 204
    chat.ask_help(person_id=waiting.persons.oz.pk, client_id=new_id(), room_id=waiting.next_door.room.pk)
    say(waiting, "ben")
    assert mo.get(LIVE, {"tag": tag}).status_code == 200


def test_looking_does_not_count_as_being_there(waiting):
    caller = waiting.caller("mo")
    ask = browser_of(caller)
    with time_machine.travel(clock.now() + timedelta(minutes=20), tick=False):
        ask.get(LIVE)
        before = caller.sign_in.active_at
        caller.sign_in.refresh_from_db()
        assert caller.sign_in.active_at == before
