"""The duty page and the lists: for whom they are, and what they show of a person."""

import re

import pytest
from django.urls import reverse

from core.ids import new_id
from moderation.alerts import rota, services
from moderation.models import Alert
from tests.moderation.helpers import client_of, crisis, held_case

SEES_DUTY = {"dov": 200, "ada": 200, "pat": 200, "mo": 404, "mia": 404, "rue": 404, "ana": 404, "ben": 404}


@pytest.fixture
def alert(cast):
    return services.raise_alert(cause="help", person=cast.persons.ana, client_id=new_id(), group=cast.group)


def duty(cast, who):
    return client_of(cast.caller(who)).get(reverse("moderation:duty")).content.decode()


@pytest.mark.parametrize(("who", "status"), SEES_DUTY.items())
def test_who_sees_the_duty_page(cast, who, status):
    assert client_of(cast.caller(who)).get(reverse("moderation:duty")).status_code == status


def test_somebody_on_duty_reads_who_and_where_and_who_was_told(cast, alert):
    page = duty(cast, "dov")
    assert cast.persons.ana.legal_name in page
    assert "East 2" in page
    assert re.search(r"Dov told at \d+:\d\d [ap]m", page)
    assert "I am going" in page


def test_an_alert_carries_no_word_of_the_person(cast, monkeypatch):
    held_case(cast, monkeypatch, body="i want to end it all", verdict=crisis())
    page = duty(cast, "dov")
    assert "Words of self-harm" in page
    assert "end it all" not in page


def test_an_alert_of_another_facility_is_not_there(cast, alert):
    make_grant(cast.mia, cast.birch)
    mia = client_of(cast.caller("mia"))
    assert cast.persons.ana.legal_name not in duty(cast, "mia")
    for act in ("answer", "close"):
        assert mia.post(reverse(f"moderation:{act}", args=[alert.pk])).status_code == 404
    assert Alert.objects.get().state == "notified"


def make_grant(user, facility):
    from tests import factories as make

    make.grant(user, "duty_officer", scope=facility)


def test_an_administrator_who_was_not_told_sees_no_alert(cast, alert):
    assert cast.persons.ana.legal_name not in duty(cast, "ada")


def test_answering_is_seen_by_the_others_at_once(cast, alert):
    dov, del_ = client_of(cast.caller("dov")), client_of(cast.caller("del_"))
    tag = re.search(r"board/\?tag=(\w+)", duty(cast, "del_")).group(1)
    dov.post(reverse("moderation:answer", args=[alert.pk]))
    board = del_.get(reverse("moderation:board"), {"tag": tag}, HTTP_HX_REQUEST="true")
    assert board.status_code == 200
    assert "Dov answered at" in board.content.decode()


def test_an_unchanged_board_costs_nothing(cast, alert):
    del_ = client_of(cast.caller("del_"))
    tag = re.search(r"board/\?tag=(\w+)", duty(cast, "del_")).group(1)
    answer = del_.get(reverse("moderation:board"), {"tag": tag}, HTTP_HX_REQUEST="true")
    assert answer.status_code in (200, 204)  # 200 where a minute has just passed
    again = re.search(r"tag=(\w+)", answer.content.decode())
    tag = again.group(1) if again else tag
    assert del_.get(reverse("moderation:board"), {"tag": tag}).status_code == 204


def test_who_was_second_reads_that_a_colleague_was_first(cast, alert):
    dov, del_ = client_of(cast.caller("dov")), client_of(cast.caller("del_"))
    dov.post(reverse("moderation:answer", args=[alert.pk]))
    del_.post(reverse("moderation:answer", args=[alert.pk]))
    page = del_.get(reverse("moderation:duty")).content.decode()
    assert "A colleague has answered this alert already." in page
    assert Alert.objects.get().acknowledged_by == cast.dov


def test_closing_by_a_plain_form(cast, alert):
    dov = client_of(cast.caller("dov"))
    dov.post(reverse("moderation:answer", args=[alert.pk]))
    dov.post(reverse("moderation:close", args=[alert.pk]))
    assert Alert.objects.get().state == "resolved"


# Lists


def list_url(place):
    return reverse("moderation:duty_list", args=[type(place).__name__.lower(), place.pk])


def test_an_administrator_changes_the_list_of_their_facility(cast):
    ada = client_of(cast.caller("ada"))
    for user in (cast.dov, cast.del_):
        ada.post(list_url(cast.alder), {"do": "add", "user": user.pk})
    ada.post(list_url(cast.alder), {"do": "up", "user": cast.del_.pk})
    ada.post(list_url(cast.alder), {"do": "remove", "user": cast.dov.pk})
    assert rota.duty_list(cast.alder) == [cast.del_]
    assert "Del" in ada.get(reverse("moderation:duty_lists")).content.decode()


@pytest.mark.parametrize(("who", "place"), [("ada", "birch"), ("ada", "programme"), ("dov", "alder"), ("mo", "alder")])
def test_a_list_that_is_not_theirs_is_not_there(cast, who, place):
    place = getattr(cast, place)
    client = client_of(cast.caller(who))
    assert client.get(list_url(place)).status_code == 404
    assert client.post(list_url(place), {"do": "add", "user": cast.dov.pk}).status_code == 404
    assert rota.duty_list(place) == []


def test_the_programmes_list_is_its_administrators(cast):
    assert client_of(cast.caller("pat")).get(list_url(cast.programme)).status_code == 200


@pytest.mark.parametrize("data", [{"do": "add", "user": "x"}, {"do": "burn", "user": "x"}, {}])
def test_a_form_that_makes_no_sense_changes_no_list(cast, data):
    assert client_of(cast.caller("ada")).post(list_url(cast.alder), data).status_code == 404


def test_who_has_no_duty_role_is_refused_in_words(cast):
    ada = client_of(cast.caller("ada"))
    ada.post(list_url(cast.alder), {"do": "add", "user": cast.mo.pk})
    assert "has no duty role here" in ada.get(list_url(cast.alder)).content.decode()


# Figures in the bar


def test_the_bar_counts_what_waits_within_reach(cast, alert):
    url = reverse("moderation:live")
    assert "1 crisis" in client_of(cast.caller("dov")).get(url).content.decode()
    assert "crisis" not in client_of(cast.caller("mia")).get(url).content.decode()
    assert client_of(cast.caller("ana")).get(url).status_code == 404
