"""Back-tests by pages: asked for, watched, cancelled; counts first, words only on a press that is on the record."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from audit.models import AuditEvent
from core import clock
from moderation.models import BackTest
from moderation.rules import services
from moderation.rules.backtests.services import run_batch
from tests.moderation.helpers import CLEAN, answers, client_of, open_room, say
from tests.moderation.rules.browsing import browser, text, url_of
from tests.moderation.rules.helpers import at, drafted, published, saying

OWN = {"mo": 200, "mia": 404, "ada": 404, "pat": 404, "dov": 404, "ana": 404}


@pytest.fixture
def said(cast, monkeypatch):
    """Ana and Ben talk at Alder."""
    open_room(cast)
    answers(monkeypatch, CLEAN)
    words = (("ana", "anyone got blue moons?"), ("ben", "a bluemoon for me"), ("ben", "red suns for all"))
    return [say(cast, who, body) for who, body in words]


@pytest.fixture
def alders(cast):
    return drafted(cast.mo, saying(scope=at("facility", cast.alder)))


def ask(user, rule, number=1, **form):
    data = {"days": "7", "scope": "everywhere", **form}
    return browser(user).post(url_of(rule, "ask_back_test", number), data)


def asked(user, rule, number=1, **form):
    ask(user, rule, number, **form)
    return BackTest.objects.get(version__rule=rule, version__number=number)


def run():
    while run_batch():
        pass


def page_of(test, name="back_test"):
    return reverse(f"rules:{name}", args=[test.pk])


def shows(user, test):
    return text(browser(user).get(page_of(test)))


def reads(user, test, **form):
    return browser(user).post(page_of(test, "read_back_test"), {"change": "new", **form})


def readings():
    return AuditEvent.objects.filter(kind="moderation.rule_backtest_read").count()


def test_the_rule_page_offers_a_back_test_of_what_waits(cast, alders):
    page = text(browser(cast.mo).get(url_of(alders)))
    assert url_of(alders, "ask_back_test", 1) in page
    assert "All rooms within my reach" in page
    assert "Birch" not in page


def test_a_back_test_is_asked_for_and_its_page_says_that_it_waits(cast, alders, said):
    answer = ask(cast.mo, alders)
    test = BackTest.objects.get()
    assert (answer.status_code, answer["Location"]) == (303, page_of(test))
    assert clock.now() - test.since < timedelta(days=7, minutes=1)
    page = shows(cast.mo, test)
    assert "Waits for its turn" in page
    assert f'hx-get="{page_of(test, "back_test_progress")}"' in page
    assert url_of(alders, "ask_back_test", 1) not in text(browser(cast.mo).get(url_of(alders)))


@pytest.mark.parametrize(("who", "status"), OWN.items())
def test_a_back_test_is_its_askers_alone(cast, alders, who, status):
    test = asked(cast.mo, alders)
    client = client_of(cast.caller(who))
    assert client.get(page_of(test)).status_code == status
    assert client.get(page_of(test, "back_test_progress")).status_code == status
    if status == 404:
        assert client.post(page_of(test, "cancel_back_test")).status_code == 404
        assert client.post(page_of(test, "read_back_test"), {"change": "new"}).status_code == 404
        assert BackTest.objects.get().state == "waiting"


def test_whoever_may_not_draft_there_asks_for_none(cast, staff, alders):
    assert ask(cast.mia, alders).status_code == 404
    everywhere = published(staff, code="for_all")
    assert url_of(everywhere, "ask_back_test", 1) not in text(browser(cast.mo).get(url_of(everywhere, "version", 1)))
    assert ask(cast.mo, everywhere).status_code == 303
    assert not BackTest.objects.exists()


@pytest.mark.parametrize("bad", [{"days": "400"}, {"days": ""}, {"scope": "facility:x"}, {"scope": ""}])
def test_a_form_that_makes_no_sense_asks_for_nothing(cast, alders, bad):
    assert ask(cast.mo, alders, **bad).status_code == 303
    assert not BackTest.objects.exists()


def test_a_place_out_of_reach_is_no_choice(cast, alders):
    ask(cast.mo, alders, scope=f"facility:{cast.birch.pk}")
    assert not BackTest.objects.exists()


def test_counts_come_first_and_show_nobodys_words(staff, said):
    rule = published(staff)
    services.change_draft(rule=rule, based_on=1, content=saying(literals=("bluemoon", "red suns")), by=staff.moe)
    test = asked(staff.moe, rule, 2)
    run()
    page = shows(staff.moe, test)
    rows = re.findall(r"<tr><th>(New|Gone|The same).*?<b>(\d+)</b>", page)
    assert rows == [("New", "1"), ("Gone", "1"), ("The same", "1")]
    assert "Version 2 hits them, version 1 does not" in page
    assert "3 messages read, 3 hit." in page
    assert "red suns for all" not in page
    assert 'hx-get="/rules' not in page
    assert readings() == 0


def test_words_are_read_on_a_press_and_on_the_record(cast, staff, said):
    test = asked(staff.moe, drafted(staff.moe))
    run()
    answer = reads(staff.moe, test)
    page = text(answer)
    assert answer.status_code == 200
    assert "anyone got <mark>blue moons</mark>?" in page
    assert "a <mark>bluemoon</mark> for me" in page
    assert "Monday Evening Circle" in page
    assert readings() == 1


def test_whoever_may_not_read_rooms_gets_counts_and_no_words(cast, said):
    rule = drafted(cast.ada, saying(scope=at("facility", cast.alder)))
    test = asked(cast.ada, rule)
    run()
    assert "Read them" not in shows(cast.ada, test)
    page = text(reads(cast.ada, test))
    assert "Nothing here that you may read." in page
    assert "blue moons" not in page
    assert readings() == 0


def test_messages_come_twenty_at_a_time(cast, staff, monkeypatch):
    open_room(cast)
    answers(monkeypatch, CLEAN)
    for number in range(21):
        say(cast, ("ana", "ben", "fay")[number % 3], f"blue moons {number:02}")
    test = asked(staff.moe, drafted(staff.moe))
    run()
    first, second = text(reads(staff.moe, test)), text(reads(staff.moe, test, page="2"))
    assert (first.count("<mark>"), second.count("<mark>")) == (20, 1)
    assert ">Older</button>" in first
    assert ">Newer</button>" in second
    assert ">Older</button>" not in second


@pytest.mark.parametrize("bad", [{"change": "all"}, {"change": ""}, {"page": "x"}, {"page": "0"}, {"page": "9" * 400}])
def test_a_reading_that_makes_no_sense_reads_nothing(cast, alders, bad):
    test = asked(cast.mo, alders)
    assert reads(cast.mo, test, **bad).status_code == 400
    assert readings() == 0


def test_a_back_test_is_cancelled_once(cast, alders):
    test, client = asked(cast.mo, alders), browser(cast.mo)
    assert "Cancel it" in text(client.get(page_of(test)))
    client.post(page_of(test, "cancel_back_test"))
    assert BackTest.objects.get().state == "cancelled"
    page = text(client.get(page_of(test)))
    assert "The back-test is cancelled." in page
    assert "Cancel it" not in page


def test_cancelling_what_is_over_says_so(cast, alders, said):
    test, client = asked(cast.mo, alders), browser(cast.mo)
    run()
    client.post(page_of(test, "cancel_back_test"))
    assert "This back-test is over already." in text(client.get(page_of(test)))
    assert BackTest.objects.get().state == "done"


def test_progress_is_a_part_of_the_page_and_stops_asking_when_it_is_over(cast, alders, said):
    test, client = asked(cast.mo, alders), browser(cast.mo)
    part = text(client.get(page_of(test, "back_test_progress"), HTTP_HX_REQUEST="true"))
    assert part.startswith("<section")
    assert "hx-get" in part
    run()
    assert "hx-get" not in text(client.get(page_of(test, "back_test_progress"), HTTP_HX_REQUEST="true"))
