"""The list of rules: everything that one may see in one place, found again, with what it does."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from core import clock
from moderation.models import Case, RuleNotice, RuleTraffic, RuleVerdict, StaffRule
from moderation.rules import services
from moderation.rules.overrides import BUILT_IN, override_built_in
from moderation.screening.rules import RULES
from tests.moderation.helpers import client_of, held_case
from tests.moderation.rules.browsing import browser, text
from tests.moderation.rules.helpers import at, drafted, published, saying

LIST = "/rules/"
SEES = {"mo": 200, "mia": 200, "ada": 200, "pat": 200, "dov": 404, "rue": 404, "ana": 404, "ben": 404}


def listed(user, **query):
    return text(browser(user).get(LIST, query))


def codes(page):
    return {code for code in (*BUILT_IN, *StaffRule.objects.values_list("code", flat=True)) if f">{code}</a>" in page}


def count_traffic(code, *, hits, outcome="hold", ago=timedelta(minutes=5)):
    RuleTraffic.objects.create(
        minute=clock.now() - ago, rule=code, version=1, outcome=outcome, seen=hits * 10, hits=hits
    )


@pytest.mark.parametrize(("who", "status"), SEES.items())
def test_who_sees_the_list(cast, who, status):
    client = client_of(cast.caller(who))
    assert client.get(LIST).status_code == status


@pytest.mark.parametrize(("who", "page", "stands"), [("mo", "/desk/", True), ("rue", "/records/", False)])
def test_the_staff_bar_leads_there_whoever_works_with_rules(cast, who, page, stands):
    assert (f'<a href="{LIST}">Rules</a>' in text(client_of(cast.caller(who)).get(page))) == stands


def test_a_rule_of_another_facility_is_not_in_the_list(cast, staff):
    drafted(cast.mo, saying(scope=at("facility", cast.alder)))
    everywhere = drafted(staff.moe, saying(purpose="For all."), code="for_all")
    assert {"staff.blue_moon", everywhere.code} <= codes(listed(cast.ada, kind="staff"))
    assert codes(listed(cast.mia, kind="staff")) == {everywhere.code}


def test_an_earlier_place_of_a_rule_is_not_shown_to_whom_it_is_not_for(cast, staff):
    rule = published(staff, saying(scope=at("facility", cast.alder), purpose="Only for Alder."))
    services.change_draft(rule=rule, based_on=1, content=saying(purpose="For all now."), by=staff.moe)
    page = listed(cast.mia, kind="staff")
    assert "For all now." in page
    assert "Only for Alder." not in page


def test_built_in_rules_and_staffs_own_stand_in_one_list(staff):
    drafted(staff.moe)
    assert {"staff.blue_moon", "contact.phone"} <= codes(listed(staff.moe))
    assert codes(listed(staff.moe, kind="staff")) == {"staff.blue_moon"}
    assert "staff.blue_moon" not in codes(listed(staff.moe, kind="built_in"))


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"q": "PILL"}, True),
        ({"q": "blue_moon people"}, True),
        ({"q": "weather"}, False),
        ({"category": "contraband"}, True),
        ({"category": "spam"}, False),
        ({"state": "draft"}, True),
        ({"state": "live"}, False),
        ({"place": "everywhere"}, True),
        ({"place": "room"}, False),
        ({"pack": "es"}, False),
        ({"pack": "all"}, True),
        ({"pack": "nonsense"}, True),
        ({"page": "9" * 400}, True),
    ],
)
def test_rules_are_looked_through(staff, query, found):
    drafted(staff.moe)
    assert ("staff.blue_moon" in codes(listed(staff.moe, kind="staff", **query))) == found


def test_a_search_without_a_result_says_so_and_leads_back(staff):
    page = listed(staff.moe, q="nothing like it")
    assert "No rule fits that." in page
    assert "show everything" in page


def test_before_the_first_rule_the_list_says_what_one_can_do(staff):
    assert "Nobody has written a rule here yet." in listed(staff.moe, kind="staff")


def test_rules_of_the_english_pack_are_found_as_such(staff):
    found = codes(listed(staff.moe, pack="en", kind="built_in"))
    assert found
    assert all(code.startswith("en.") for code in found)


def test_a_row_counts_the_last_day_and_tells_the_shadow_apart(staff):
    rule = drafted(staff.moe)
    services.start_shadow(rule=rule, version=1, by=staff.moe)
    count_traffic(rule.code, hits=77)
    count_traffic(rule.code, hits=33, outcome="shadow")
    count_traffic(rule.code, hits=500, ago=timedelta(hours=25))
    page = listed(staff.moe, kind="staff")
    assert '<td data-l="Hits, 24 h" class="n">77<br><span class="small muted">33 in shadow</span></td>' in page
    assert "500" not in page


def test_what_hits_most_comes_first_when_asked(staff):
    drafted(staff.moe, code="seldom")
    drafted(staff.moe, code="often")
    count_traffic("staff.often", hits=9)
    page = listed(staff.moe, kind="staff", order="hits")
    assert page.index("staff.often") < page.index("staff.seldom")


def test_a_row_says_how_often_moderators_agree_with_n_and_interval(cast, staff, monkeypatch):
    rule = drafted(staff.moe)
    for upheld in (True, True, False):
        case = held_case(cast, monkeypatch)
        RuleVerdict.objects.create(case=case, rule=rule.code, version=1, upheld=upheld, at=clock.now())
    assert '67 %<br><span class="small muted">n 3, 21 to 94</span>' in listed(staff.moe, kind="staff")
    assert Case.objects.count() == 3


def test_states_of_rules_are_told_in_words(cast, staff):
    rule = published(staff)
    StaffRule.objects.filter(pk=rule.pk).update(tripped_at=clock.now())
    services.change_draft(rule=rule, based_on=1, content=saying(literals=("x moon",)), by=staff.moe)
    override_built_in(code="contact.phone", to="retired", by=staff.pia)
    page = listed(staff.pia)
    assert all(words in page for words in ("Only flags: hit too much", "Draft of version 2", "Overridden"))
    assert codes(listed(staff.pia, state="tripped")) == {rule.code}
    assert codes(listed(staff.pia, state="overridden")) == {"contact.phone"}


def test_an_override_elsewhere_is_not_told(cast, staff):
    override_built_in(code="contact.phone", to="shadow", by=staff.pia, scope=at("facility", cast.birch))
    assert "Overridden at 1 place" in listed(staff.pia)
    assert "Overridden" not in codes(listed(cast.mo))
    assert "Overridden at" not in listed(cast.mo)


def test_the_list_costs_the_same_for_one_rule_and_for_fifty(cast, staff):
    def cost(user):
        client = browser(user)
        client.get(LIST, {"kind": "staff"})
        with CaptureQueriesContext(connection) as queries:
            client.get(LIST, {"kind": "staff"})
        return len(queries)

    places = [at("facility", cast.alder), at("unit", cast.unit), at("room", cast.room)]
    for number, place in enumerate(places):
        drafted(staff.moe, saying(scope=place), code=f"first_{number}")
    few = [cost(user) for user in (cast.mo, staff.pia)]
    for number in range(50):
        drafted(staff.moe, saying(scope=places[number % 3]), code=f"more_{number}")
    assert [cost(user) for user in (cast.mo, staff.pia)] == few


def test_many_rules_come_in_pages(staff):
    for number in range(51):
        drafted(staff.moe, code=f"rule_{number:02}")
    assert len(codes(listed(staff.moe, kind="staff"))) == 50
    assert codes(listed(staff.moe, kind="staff", page="2")) == {"staff.rule_50"}


def test_all_built_in_rules_are_there(staff):
    found = set()
    for page in range(1, len(RULES) // 50 + 2):
        found |= codes(listed(staff.moe, kind="built_in", page=page))
    assert found == set(BUILT_IN)


# Notices


def notice(user, kind="tripped", rule="staff.blue_moon"):
    return RuleNotice.objects.create(user=user, kind=kind, rule=rule, version=1, seen=200, hits=50, at=clock.now())


def test_a_notice_stands_on_top_until_its_reader_puts_it_aside(staff):
    rule = published(staff)
    told = notice(staff.pia)
    page = listed(staff.pia)
    assert f'<a href="{reverse("rules:rule", args=[rule.pk])}">staff.blue_moon</a> hit 50 of 200 texts (25 %)' in page
    aside = reverse("rules:dismiss", args=[told.pk])
    assert browser(staff.pol).post(aside).status_code == 404
    assert browser(staff.pia).post(aside).status_code == 303
    assert "hit 50 of 200" not in listed(staff.pia)
    assert browser(staff.pia).post(aside).status_code == 404


def test_a_crisis_rule_that_hits_much_is_told_as_that(staff):
    notice(staff.pia, "hits_much", "en.self_harm.intent")
    page = listed(staff.pia)
    assert "A rule that brings help hits much" in page
    assert "Nothing was changed" in page


def test_a_notice_of_a_rule_out_of_sight_leads_nowhere(cast, staff):
    rule = drafted(staff.moe, saying(scope=at("facility", cast.birch)))
    notice(cast.mo)
    page = listed(cast.mo)
    assert "hit 50 of 200" in page
    assert str(rule.pk) not in page
