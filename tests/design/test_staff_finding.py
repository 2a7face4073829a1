"""The search of staff: it finds what the lists of the caller show, no more, and leaves no trace of what was typed."""

import logging
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from audit.models import AuditEvent
from core import finding
from moderation.models import Case
from tests import factories as make
from tests.browsing import browser
from tests.moderation.helpers import answers, held, open_room, say
from tests.moderation.rules.helpers import at, drafted, saying

pytestmark = pytest.mark.django_db


def found(cast, who, text):
    """Words of what is found, by kind; places and deeds aside."""
    kinds = finding.find(cast.caller(who), text)
    return {kind.title: [one.words for one in kind.found] for kind in kinds if kind.title not in ("Go to", "Do")}


@pytest.mark.parametrize("text", ["river", "Quiet", "the name", "the number"])
def test_a_person_is_found_as_the_list_of_people_finds_them(cast, text):
    ana = cast.persons.ana
    text = {"the name": ana.legal_name, "the number": ana.numbers.get().number}.get(text, text)
    assert found(cast, "ada", text) == {"People": ["Quiet River"]}
    assert "Quiet River" in browser(cast, "ada").get(reverse("groups:people"), {"q": text}).content.decode()


@pytest.mark.parametrize("who", ["mo", "dov", "rue"])
def test_nobody_finds_people_who_does_not_work_with_them(cast, who):
    assert "People" not in found(cast, who, "river")


def test_an_administrator_of_one_facility_finds_nothing_of_another(cast):
    tablet = make.tablet(cast.birch, label="B-77")
    group = make.group(make.programme(), cast.birch, name="Birch Circle")
    make.person("Birch Tree", at=cast.birch)
    rule = drafted(cast.pat, saying(scope=at("facility", cast.birch)), code="birch_pill")
    for text in ("Birch", tablet.label, group.name, rule.code, cast.persons.tam.alias):
        assert found(cast, "ada", text) == {}


def test_what_is_there_is_found_by_those_whose_it_is(cast):
    make.tablet(cast.alder, label="A-14")
    drafted(cast.ada, saying(scope=at("facility", cast.alder)))
    assert found(cast, "ada", "A-14") == {"Tablets": ["Tablet A-14"]}
    assert found(cast, "ada", "alder") == {"Facilities": ["Alder"]}
    assert found(cast, "mo", "monday evening") == {"Groups": ["Monday Evening Circle"]}
    assert found(cast, "ada", "staff.blue") == {"Rules": ["staff.blue_moon"]}
    assert found(cast, "ada", "people ask for") == {"Rules": ["staff.blue_moon"]}
    assert "contact.phone" in found(cast, "mia", "contact.phone")["Rules"]
    assert found(cast, "rue", "contact.phone") == {}


def test_a_case_is_found_by_its_number_within_reach(cast, monkeypatch):
    open_room(cast)
    answers(monkeypatch, held())
    say(cast, "ana")
    number = str(Case.objects.get().number)
    assert found(cast, "mo", number)["Cases"] == [f"Case {number}: Contact details"]
    assert found(cast, "mo", f"#{number}")["Cases"]
    assert "Cases" not in found(cast, "mia", number)
    assert "Cases" not in found(cast, "ada", number)


@pytest.mark.parametrize(
    ("who", "text", "deeds"),
    [
        ("ada", "admit", ["Admit a person"]),
        ("ada", "new rule", ["New rule"]),
        ("mo", "admit", []),
        ("mo", "rule", ["New rule"]),
        ("rue", "audit", ["Audit trail"]),
        ("pat", "audit", []),
    ],
)
def test_what_can_be_done_is_offered_to_those_who_may(cast, who, text, deeds):
    shown = {kind.title: [one.words for one in kind.found] for kind in finding.find(cast.caller(who), text)}
    assert shown.get("Do", []) == deeds


def test_before_a_word_is_typed_places_and_deeds_are_offered_and_nobody(cast):
    assert [kind.title for kind in finding.find(cast.caller("ada"), "")] == ["Go to", "Do", "This screen"]


def test_of_each_kind_a_few_are_shown_and_as_few_queries_asked(cast):
    def asked():
        with CaptureQueriesContext(connection) as done:
            kinds = finding.find(cast.caller("pat"), "al")
        assert all(len(kind.found) <= finding.MOST for kind in kinds)
        return len(done)

    few = asked()
    for _ in range(10):
        make.person(f"Alpaca {'x' * make.n()}", at=cast.alder)
        make.group(cast.programme, cast.alder, name=f"Alps {make.n()}")
        make.tablet(cast.alder, label=f"al-{make.n()}")
    assert asked() <= few
    assert few < 70


def test_what_was_looked_for_stands_in_no_address_no_log_and_not_on_the_record(cast, caplog):
    caplog.set_level(logging.DEBUG)
    caplog.set_level(logging.CRITICAL, logger="django.db.backends")
    ask, before = browser(cast, "ada"), AuditEvent.objects.count()
    page = ask.post(reverse("find"), {"q": "Quiet River"})
    assert "Quiet River" in page.content.decode()
    assert not re.search(r'(href|action|hx-[a-z]+)="[^"]*(Quiet|q=)', page.content.decode())
    assert "Quiet" not in caplog.text
    assert AuditEvent.objects.count() == before
    assert "Quiet River" not in ask.get(reverse("find"), {"q": "Quiet River"}).content.decode()


def test_the_palette_gets_a_list_box_and_a_page_without_script_gets_links(cast):
    ask = browser(cast, "ada")
    part = ask.post(reverse("find"), {"q": "river"}, headers={"HX-Request": "true"}).content.decode()
    assert 'role="option"' in part
    assert "<html" not in part
    whole = ask.post(reverse("find"), {"q": "river"}).content.decode()
    assert f'<li><a href="/people/{cast.persons.ana.pk}/">Quiet River</a>' in whole
    assert 'value="river"' in whole


@pytest.mark.parametrize("text", ["\x00", "%", "' or 1=1 --", "x" * 5000, "99999999999999999999", "٣", "#"])
def test_odd_words_are_looked_for_and_break_nothing(cast, text):
    for who in ("mo", "ada", "rue"):
        assert browser(cast, who).post(reverse("find"), {"q": text}).status_code == 200
