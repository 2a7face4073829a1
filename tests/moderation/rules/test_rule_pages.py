"""The page of one rule: what it says and does, and only what its reader may do with it."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from core import clock
from core.ids import new_id
from moderation.models import RuleTraffic, StaffRule
from moderation.rules import services
from tests.moderation.helpers import client_of
from tests.moderation.rules.browsing import act, browser, shows, text, url_of
from tests.moderation.rules.helpers import again, at, drafted, numbers, published, saying

SEES_ALDERS = {"mo": 200, "ada": 200, "pat": 200, "mia": 404, "dov": 404, "rue": 404, "ana": 404}
SEES_EVERYWHERES = {**SEES_ALDERS, "mia": 200}
BROKEN = {"kind": "pattern", "literals": (), "pattern": "(unclosed"}


def buttons(page):
    return set(re.findall(r'action="/rules/[0-9a-f-]{36}/([a-z-]+)/"', page))


@pytest.fixture
def alders(cast):
    """A rule for Alder alone, drafted by Mo."""
    return drafted(cast.mo, saying(scope=at("facility", cast.alder)))


@pytest.mark.parametrize(("who", "status"), SEES_ALDERS.items())
def test_who_sees_a_rule_of_one_facility(cast, alders, who, status):
    client = client_of(cast.caller(who))
    pages = [url_of(alders), url_of(alders, "version", 1), url_of(alders, "edit")]
    assert [client.get(page).status_code for page in pages] == [status] * 3
    if status == 404:
        assert client.post(url_of(alders, "act", "retire"), {"version": 1}).status_code == 404
        assert numbers(alders)[0] == "draft"


@pytest.mark.parametrize(("who", "status"), SEES_EVERYWHERES.items())
def test_who_sees_a_rule_that_is_for_everywhere(cast, staff, who, status):
    assert client_of(cast.caller(who)).get(url_of(drafted(staff.moe))).status_code == status


def test_a_rule_out_of_reach_and_none_look_alike(cast, alders):
    mia = browser(cast.mia)
    pages = [mia.get(url_of(alders)), mia.get(reverse("rules:rule", args=[new_id()]))]
    assert len({re.sub(r'value="\w{64}"|nonce="[^"]+"', "", page.content.decode()) for page in pages}) == 1


def test_the_page_says_what_each_version_that_runs_or_waits_says(staff):
    rule = published(staff)
    steps = saying(kind="phrase", literals=(), steps=(("got", "sell"), ("blue moons",)), gap=2, not_before=("song",))
    services.change_draft(rule=rule, based_on=1, content=steps, by=staff.moe)
    services.start_shadow(rule=rule, version=2, by=staff.moe)
    pattern = saying(kind="pattern", literals=(), pattern=r"\bmoons?\b", score=0.5)
    services.change_draft(rule=rule, based_on=2, content=pattern, by=staff.moe)
    page = shows(staff.pia, rule)
    assert all(f'Version {n} <span class="tag' in page for n in (1, 2, 3))
    assert '<li class="chip">bluemoon</li>' in page
    assert "up to 2 other words between two steps" in page
    assert "\\bmoons?\\b" in page
    assert "0.5: a weak signal" in page
    assert "By itself: Held." in page


def test_the_history_says_who_wrote_and_who_agreed_and_what_changed(staff):
    rule = published(staff)
    services.change_draft(rule=rule, based_on=1, content=saying(literals=("x moon",)), by=staff.pia)
    page = shows(staff.moe, rule)
    assert "Agreed: Pol" in page
    assert "Changed: words" in page
    earlier = text(browser(staff.moe).get(url_of(rule, "version", 1)))
    assert "blue moons" in earlier
    assert "Moe" in earlier


def test_a_version_that_is_not_there_or_was_for_another_place_is_not_found(cast, staff):
    rule = drafted(staff.moe, saying(scope=at("facility", cast.birch)))
    services.change_draft(rule=rule, based_on=1, content=saying(), by=staff.moe)
    mo = browser(cast.mo)
    statuses = [mo.get(url_of(rule, "version", number)).status_code for number in (1, 2, 3)]
    assert statuses == [404, 200, 404]
    assert "Birch" not in text(mo.get(url_of(rule)))


def test_the_page_counts_traffic_by_version_and_by_what_became_of_it(staff):
    rule = published(staff)
    RuleTraffic.objects.create(minute=clock.now(), rule=rule.code, version=1, outcome="hold", seen=4321, hits=37)
    page = shows(staff.pia, rule)
    assert '<td class="n">4321</td><td class="n">37</td>' in page
    assert '<dt>Held</dt><dd class="num">37</dd>' in page
    assert "30 days" in page


@pytest.mark.parametrize("days", ["7", "30", "no number", "9" * 400])
def test_the_time_that_is_counted_may_be_longer(staff, days):
    assert browser(staff.pia).get(url_of(published(staff)), {"days": days}).status_code == 200


def test_the_page_costs_the_same_for_two_versions_and_for_ten(staff):
    def cost():
        client = browser(staff.pia)
        client.get(url_of(rule))
        with CaptureQueriesContext(connection) as queries:
            client.get(url_of(rule))
        return len(queries)

    def write(number):
        services.change_draft(rule=rule, based_on=number - 1, content=saying(gap=number % 5), by=staff.moe)

    rule = published(staff)
    write(2)
    few = cost()
    for number in range(3, 11):
        write(number)
    assert cost() == few


# What can be done


def test_who_only_looks_gets_no_button(cast, staff):
    page = shows(cast.mo, published(staff))
    assert buttons(page) == set()
    assert "You can read this rule." in page


def test_whoever_drafts_writes_the_next_version_of_a_live_rule_and_does_not_retire_it(staff):
    rule = published(staff)
    page = shows(staff.moe, rule)
    assert buttons(page) == set()
    assert url_of(rule, "edit") in page
    assert act(staff.moe, rule, "retire", 1).status_code == 403
    assert numbers(rule)[0] == "live"


def test_whoever_drafts_does_not_publish(staff):
    rule = drafted(staff.moe)
    assert buttons(shows(staff.moe, rule)) == {"start-shadow", "retire"}
    page = shows(staff.moe, rule)
    assert "somebody who may publish here and did not write it agrees to that: Pia, Pol." in page
    assert act(staff.moe, rule, "publish", 1).status_code == 403


def test_a_draft_goes_its_way_by_plain_forms(staff):
    rule = drafted(staff.moe)
    assert act(staff.moe, rule, "start-shadow", 1).status_code == 303
    assert buttons(shows(staff.pol, rule)) == {"agree", "end-shadow", "retire"}
    act(staff.pol, rule, "agree", 1)
    page = shows(staff.pol, rule)
    assert buttons(page) == {"end-shadow", "retire"}
    assert "You agreed to what version 1 is for. It can be published by Pia" in page
    assert buttons(shows(staff.pia, rule)) == {"publish", "end-shadow", "retire"}
    answer = act(staff.pia, rule, "publish", 1)
    assert (answer.status_code, answer["Location"]) == (303, url_of(rule))
    assert numbers(rule) == ("live", None, None, 1)


def test_after_an_act_the_page_says_what_was_done(staff):
    rule, client = drafted(staff.moe), browser(staff.moe)
    client.post(url_of(rule, "act", "start-shadow"), {"version": 1})
    assert "Version 1 runs in shadow within five seconds." in text(client.get(url_of(rule)))


def test_a_live_rule_is_retired_and_brought_back(staff):
    rule = published(staff)
    act(staff.pia, rule, "retire", 1)
    assert numbers(rule)[0] == "retired"
    assert buttons(shows(staff.moe, rule)) == {"bring-back"}
    act(staff.moe, rule, "bring-back", 1)
    assert numbers(rule) == ("draft", 1, None, None)


def test_a_draft_beside_a_live_version_is_given_up(staff):
    rule = published(staff)
    services.change_draft(rule=rule, based_on=1, content=saying(literals=("x moon",)), by=staff.moe)
    assert "discard" in buttons(shows(staff.moe, rule))
    act(staff.moe, rule, "discard", 2)
    assert numbers(rule) == ("live", None, None, 1)


def test_a_rule_that_hit_too_much_is_let_work_again_by_its_owner(staff):
    rule = published(staff)
    StaffRule.objects.filter(pk=rule.pk).update(tripped_at=clock.now())
    page = shows(staff.moe, rule)
    assert "It only flags now" in page
    assert "reset" in buttons(page)
    act(staff.moe, rule, "reset", 1)
    assert again(rule).tripped_at is None


# What can't be done is said, with what to do


def test_on_a_rule_that_moved_on_nothing_is_done(staff):
    rule = drafted(staff.moe)
    services.change_draft(rule=rule, based_on=1, content=saying(literals=("x moon",)), by=staff.pia)
    answer = act(staff.moe, rule, "start-shadow", 1)
    assert answer.status_code == 409
    assert "Not done. A colleague changed this rule while you read it." in text(answer)
    assert "x moon" in text(answer)
    assert numbers(rule) == ("draft", 2, None, None)


def test_examples_that_fail_are_named(staff):
    content = saying(must_match=("a bluemoon", "a red moon"), must_not_match=("blue moons rise", "the moon"))
    rule = drafted(staff.moe, content)
    services.approve_purpose(rule=rule, version=1, by=staff.pol)
    answer = act(staff.pia, rule, "publish", 1)
    assert answer.status_code == 409
    page = text(answer)
    assert "<li>2. a red moon</li>" in page
    assert "<li>1. blue moons rise</li>" in page
    assert "Change the rule or its examples" in page
    assert f'href="{url_of(rule, "edit")}">Change the rule</a>' in page


def test_a_new_purpose_without_a_second_person_says_who_could_agree(staff):
    rule = drafted(staff.pia)
    assert "publish" not in buttons(shows(staff.pia, rule))
    answer = act(staff.pia, rule, "publish", 1)
    assert answer.status_code == 409
    assert "A second person who may publish here has to agree" in text(answer)
    assert "Ask one of them to open this page and agree: Pol." in text(answer)


def test_nobody_agrees_to_their_own(staff):
    rule = drafted(staff.pia)
    assert "agree" not in buttons(shows(staff.pia, rule))
    answer = act(staff.pia, rule, "agree", 1)
    assert answer.status_code == 403
    assert "You wrote this. Somebody else has to agree to it." in text(answer)


def test_a_rule_that_cannot_run_says_why(staff):
    rule = drafted(staff.moe, saying(**BROKEN))
    answer = act(staff.moe, rule, "start-shadow", 1)
    assert answer.status_code == 409
    assert "This rule can&#x27;t run" in text(answer) or "not one that RE2 can read" in text(answer)
    assert f'href="{url_of(rule, "edit")}">Change the rule</a>' in text(answer)
    assert numbers(rule)[0] == "draft"


@pytest.mark.parametrize(
    ("name", "version", "status"), [("burn", "1", 404), ("retire", "", 400), ("retire", "9" * 5000, 400)]
)
def test_what_makes_no_sense_does_nothing(staff, name, version, status):
    rule = drafted(staff.moe)
    assert act(staff.moe, rule, name, version).status_code == status
    assert numbers(rule)[0] == "draft"
