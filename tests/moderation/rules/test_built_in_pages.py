"""The page of a built-in rule: read-only, but it can run less somewhere; a rule that brings help takes two."""

import re

import pytest
from django.urls import reverse

from moderation.models import BuiltInOverride
from moderation.rules.overrides import BUILT_IN, override_built_in
from tests.moderation.helpers import client_of
from tests.moderation.rules.browsing import browser, text
from tests.moderation.rules.helpers import at

PHONE, CRISIS = "contact.phone", "en.self_harm.intent"
SEES = {"mo": 200, "mia": 200, "ada": 200, "pat": 200, "dov": 404, "rue": 404, "ana": 404}


def page_of(code):
    return reverse("rules:built_in", args=[code])


def shows(user, code=PHONE):
    return text(browser(user).get(page_of(code)))


def asks(user, code=PHONE, *, to="retired", scope="everywhere"):
    return browser(user).post(reverse("rules:override", args=[code]), {"to": to, "scope": scope})


def ends(user, override):
    return browser(user).post(reverse("rules:end_override", args=[override.pk]))


def states():
    return [(one.to, one.scope_kind, one.state) for one in BuiltInOverride.objects.order_by("asked_at", "pk")]


@pytest.mark.parametrize(("who", "status"), SEES.items())
def test_who_reads_a_built_in_rule(cast, who, status):
    assert client_of(cast.caller(who)).get(page_of(PHONE)).status_code == status


def test_a_built_in_rule_that_is_not_there_is_not_found(staff):
    assert browser(staff.pia).get(page_of("contact.nothing")).status_code == 404
    assert asks(staff.pia, "contact.nothing").status_code == 404


@pytest.mark.parametrize("code", sorted(BUILT_IN))
def test_every_built_in_rule_has_its_page(staff, code):
    page = shows(staff.moe, code)
    assert "It stands in the repository and is changed there." in page
    assert "It must find" in page
    assert "/edit/" not in page


def test_whoever_does_not_publish_anywhere_only_reads(cast):
    page = shows(cast.mo)
    assert "It works in full everywhere that you can see." in page
    assert "Let it run less" not in page
    assert asks(cast.mo, scope=f"facility:{cast.alder.pk}").status_code == 404
    assert states() == []


def test_it_is_retired_everywhere_and_brought_back(staff):
    assert asks(staff.pia).status_code == 303
    assert states() == [("retired", "everywhere", "standing")]
    page = shows(staff.pol)
    assert "<b>Everywhere</b>: Retired: it does not run" in page
    assert "Pia" in page
    assert ends(staff.pol, BuiltInOverride.objects.get()).status_code == 303
    assert states() == [("retired", "everywhere", "ended")]


def test_a_facility_puts_it_into_shadow_for_itself_alone(cast):
    page = shows(cast.ada)
    assert 'value="everywhere"' not in page
    assert "Birch" not in page
    assert asks(cast.ada, to="shadow", scope=f"facility:{cast.alder.pk}").status_code == 303
    assert states() == [("shadow", "facility", "standing")]
    assert asks(cast.ada, to="shadow", scope=f"facility:{cast.birch.pk}").status_code == 400
    assert asks(cast.ada, to="shadow").status_code == 400
    assert len(states()) == 1


def test_a_rule_that_brings_help_waits_for_a_second_person(staff):
    assert "A second person has to agree before it runs less." in shows(staff.pia, CRISIS)
    asks(staff.pia, CRISIS, to="shadow")
    assert states() == [("shadow", "everywhere", "asked")]
    own = shows(staff.pia, CRISIS)
    assert "Can agree: Pol." in own
    assert ">Agree</button>" not in own
    assert "Withdraw it" in own
    other = shows(staff.pol, CRISIS)
    to, scope = re.search(r'name="to" value="(\w+)"><input type="hidden" name="scope" value="(\w+)"', other).groups()
    asks(staff.pol, CRISIS, to=to, scope=scope)
    assert states() == [("shadow", "everywhere", "standing")]
    assert "Pia and Pol" in shows(staff.moe, CRISIS)


def test_what_was_asked_for_is_withdrawn(staff):
    asks(staff.pia, CRISIS)
    ends(staff.pia, BuiltInOverride.objects.get())
    assert states() == [("retired", "everywhere", "ended")]


def test_another_override_in_the_same_place_is_refused_in_words(staff):
    asks(staff.pia)
    answer = asks(staff.pol, to="shadow")
    assert answer.status_code == 400
    assert "This built-in rule is overridden here already. Bring it back first." in text(answer)


@pytest.mark.parametrize("bad", [{"to": "burned"}, {"to": ""}, {"scope": ""}, {"scope": "facility:x"}])
def test_a_form_that_makes_no_sense_does_nothing(staff, bad):
    assert asks(staff.pia, **bad).status_code == 400
    assert states() == []


def test_an_override_out_of_reach_is_not_shown_and_not_ended(cast, staff):
    birchs = override_built_in(code=PHONE, to="shadow", by=staff.pia, scope=at("facility", cast.birch))
    assert "Birch" not in shows(cast.ada)
    assert ends(cast.ada, birchs).status_code == 404
    alders = override_built_in(code=PHONE, to="shadow", by=staff.pia, scope=at("facility", cast.alder))
    assert "Bring it back" not in shows(cast.mo)
    assert ends(cast.mo, alders).status_code == 403
    assert [state for *_, state in states()] == ["standing", "standing"]
