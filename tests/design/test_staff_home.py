"""The first page of staff shows each role what needs it now, of its own places alone, in a few queries."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import Attempts
from chat import services as chat
from core import clock, home
from core.ids import new_id
from custody.models import Tablet
from groups.models import FacilityApproval, GroupSession
from moderation.alerts import rota
from moderation.cases.services import claim_next
from records import holds
from records.purge import purge
from tests import factories as make
from tests.browsing import browser
from tests.moderation.helpers import answers, crisis, held, open_room, say
from tests.moderation.rules.helpers import at, drafted, saying

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _noon():
    with time_machine.travel("2026-11-23T18:00:00Z", tick=False):
        yield


def cards(cast, who):
    return {card.title: card for card in home.cards(cast.caller(who))}


def rows(card):
    return {row.words: row for row in card.rows}


def facts(row):
    return [fact.words for fact in row.facts]


@pytest.mark.parametrize(
    ("who", "titles"),
    [
        ("mo", ["The desk", "Cases you hold", "Your roles"]),
        ("dov", ["Calls for help", "Who is on duty", "Your roles"]),
        ("ada", ["My facilities", "Rules that wait for you", "Roles", "Your roles"]),
        ("pat", ["My facilities", "Groups today", "Rules that wait for you", "Roles", "Your roles"]),
        ("rue", ["Records", "Your roles"]),
    ],
)
def test_each_role_sees_what_is_its_own(cast, who, titles):
    assert list(cards(cast, who)) == titles


@pytest.mark.parametrize("who", ["mo", "dov", "pat"])
def test_where_nothing_waits_that_is_told_as_good_news(cast, who):
    page = browser(cast, who).get(reverse("work")).content.decode()
    calm = {"mo": "Nothing waits.", "dov": "Nobody waits for an answer.", "pat": "No group meets today."}
    assert calm[who] in page


def test_a_moderator_sees_the_queue_by_urgency_with_the_oldest_age(cast, monkeypatch):
    open_room(cast)
    answers(monkeypatch, held())
    say(cast, "ana")
    answers(monkeypatch, crisis())
    say(cast, "ana")
    with time_machine.travel(clock.now() + timedelta(minutes=3), tick=False):
        desk = cards(cast, "mo")["The desk"]
        assert [(row.words, row.aside, row.tone) for row in desk.rows] == [
            ("Crisis", "1", "berry"),
            ("Due in 30 minutes", "1", ""),
        ]
        assert (desk.note, desk.tone) == ("2 open, oldest 3 min", "berry")
        assert not cards(cast, "mia")["The desk"].rows


def test_claim_next_is_there_while_something_is_free_and_what_one_holds_stays_in_sight(cast, monkeypatch):
    open_room(cast)
    answers(monkeypatch, held())
    say(cast, "ana")
    assert "Claim next" in [act.words for act in cards(cast, "mo")["The desk"].acts]
    found = claim_next(by=cast.mo)
    assert "Claim next" not in [act.words for act in cards(cast, "mo")["The desk"].acts]
    assert [row.url for row in cards(cast, "mo")["Cases you hold"].rows] == [
        reverse("moderation:case", args=[found.number])
    ]
    assert not cards(cast, "mia")["Cases you hold"].rows


def test_who_is_on_duty_sees_who_waits_without_their_name_or_words(cast):
    rota.add(place=cast.alder, user=cast.dov, by=cast.ada)
    chat.ask_help(person_id=cast.persons.ana.pk, client_id=new_id(), room_id=cast.room.pk)
    shown = cards(cast, "dov")
    [call] = shown["Calls for help"].rows
    assert (call.words, call.detail, call.tone) == ("Asks for help", "Alder, East 2", "berry")
    [place] = shown["Who is on duty"].rows
    assert (place.words, place.detail, facts(place)) == ("Alder", "you", ["You are first"])
    assert cards(cast, "del_")["Who is on duty"].rows[0].detail == "Dov"
    page = browser(cast, "dov").get(reverse("work")).content.decode()
    assert cast.persons.ana.legal_name not in page


def test_a_facility_administrator_sees_their_facility_at_a_glance_and_no_other(cast):
    now = clock.now()
    seen, unseen = make.tablet(cast.alder, last_seen_at=now), make.tablet(cast.alder, last_seen_at=now)
    Tablet.objects.filter(pk=unseen.pk).update(last_seen_at=now - timedelta(hours=25))
    make.tablet(cast.alder, state=Tablet.State.SUSPENDED)
    make.tablet(cast.birch)
    Attempts.objects.create(
        subject=f"user:{cast.users.ana.pk}",
        place=f"tablet:{seen.pk}",
        since=now,
        paused_until=now + timedelta(minutes=5),
    )
    make.open_session(cast.group)
    FacilityApproval.objects.filter(group=cast.next_door).update(until=now + timedelta(days=12))
    shown = rows(cards(cast, "ada")["My facilities"])
    assert list(shown) == ["Alder"]
    assert shown["Alder"].detail == "2 inside"
    assert facts(shown["Alder"]) == [
        "2 tablets in use",
        "1 not seen for a day",
        "1 suspended",
        "1 sign-in paused",
        "1 session today",
        "Next Door: agreed until 5 Dec",
    ]


def test_an_approval_that_has_lapsed_is_told_too(cast):
    FacilityApproval.objects.filter(group=cast.group).update(until=clock.now())
    assert "1 approval lapsed" in facts(rows(cards(cast, "ada")["My facilities"])["Alder"])


def test_a_programme_administrator_sees_who_meets_today_and_where_nobody_leads(cast):
    now = clock.now()
    make.open_session(cast.group)
    for days in (0, 1):
        starts = now + timedelta(days=days, hours=1)
        GroupSession.objects.create(group=cast.next_door, starts_at=starts, ends_at=starts + timedelta(hours=1))
    make.open_session(make.group(make.programme()))
    card = cards(cast, "pat")["Groups today"]
    assert {row.words: facts(row) for row in card.rows} == {
        "Monday Evening Circle": ["Open", "Nobody leads or watches now"],
        "Next Door": ["Scheduled", "No facilitator has a seat"],
    }
    assert card.tone == "clay"


def test_a_rule_waits_for_those_who_may_agree_to_it_and_not_for_its_writer(cast):
    drafted(cast.ada, saying(scope=at("facility", cast.alder)), code="mine")
    drafted(cast.mo, saying(scope=at("facility", cast.alder)), code="from_the_desk")
    assert [row.words for row in cards(cast, "ada")["Rules that wait for you"].rows] == ["staff.from_the_desk"]
    assert len(cards(cast, "pat")["Rules that wait for you"].rows) == 2


def test_records_show_holds_the_last_purge_and_the_chain(cast):
    hold = holds.place_hold(target=f"room:{cast.room.pk}", reason="asked for", reference="", by=cast.rue)
    holds.ask_release(hold=hold, by=cast.rue)
    purge(by="system")
    told = {words: (row.aside, row.detail) for words, row in rows(cards(cast, "rex")["Records"]).items()}
    assert told["Legal holds that stand"] == ("1", "")
    assert told["Releases that wait for a second person"] == ("1", "")
    assert told["Last purge"][0].startswith("23 Nov")
    assert re.fullmatch(r"The last \d+ links hold together", told["Audit chain"][1])
    assert "Releases that wait for a second person" not in rows(cards(cast, "rue")["Records"])


def test_whoever_keeps_the_records_of_a_place_sees_nothing_of_the_whole(cast):
    ora = make.staff("Ora", "records_officer", scope=cast.alder)
    card, _ = home.cards(make.caller(ora))
    assert [row.words for row in card.rows] == ["Legal holds that stand"]


@pytest.mark.parametrize("who", ["mo", "dov", "ada", "pat", "rue"])
def test_the_page_asks_no_more_where_there_is_more_to_show(cast, monkeypatch, who):
    def fill():
        place = make.facility(cast.programme)
        for _ in range(3):
            make.tablet(cast.alder)
            make.tablet(place)
            made = make.group(cast.programme, cast.alder, place)
            make.open_session(made)
            make.person(at=cast.alder)
            holds.place_hold(target=f"room:{made.room.pk}", reason="asked for", reference="", by=cast.rue)

    def asked():
        with CaptureQueriesContext(
            connection,
        ) as done:
            assert ask.get(reverse("work")).status_code == 200
        return len(done)

    ask = browser(cast, who)
    fill()
    few = asked()
    fill()
    assert asked() <= few
    assert few < 75
