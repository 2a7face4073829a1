"""*Help now* is open to everybody, never limited, and says honestly where a call stands."""

import pytest
from django.test import Client
from django.urls import reverse

from accounts.services import set_language
from core.ids import new_id
from moderation.alerts import services
from moderation.models import Alert
from tests.accounts.helpers import at_door, at_tablet
from tests.moderation.helpers import client_of

HELP = "/help/"


def text(answer):
    return answer.content.decode()


def call(client, **fields):
    return client.post(HELP, {"client_id": str(new_id()), **fields})


@pytest.mark.parametrize("door", ["tablet", "online", "staff", "localhost:8000"])
def test_the_card_is_open_before_sign_in_at_every_door(db, door):
    page = at_door(door).get(HELP)
    assert page.status_code == 200
    assert "Help near you" in text(page)
    assert "I need someone right now" not in text(page)


def test_on_a_tablet_the_card_is_the_facilitys_also_before_sign_in(cast):
    page = text(at_tablet(cast.alder).get(HELP))
    assert "Tell any officer: I need to talk to someone now." in page
    assert "988" not in page


def test_inside_the_card_is_in_the_persons_language(cast):
    set_language(user=cast.users.ana, language="es")
    cast.users.ana.refresh_from_db()
    page = text(client_of(cast.caller("ana")).get(HELP))
    assert "Diga a un oficial: necesito hablar con alguien ahora." in page


def test_outside_the_card_is_the_crisis_line(cast):
    assert 'href="tel:988"' in text(client_of(cast.caller("ben")).get(HELP))


def test_a_call_tells_somebody_and_the_page_says_whom(cast):
    ana = client_of(cast.caller("ana"))
    answer = call(ana)
    assert (answer.status_code, answer["Location"]) == (303, HELP)
    alert = Alert.objects.get()
    assert (alert.cause, alert.person, alert.unit) == ("help", cast.persons.ana, cast.unit)
    page = text(ana.get(HELP))
    assert "We told everyone on duty at" in page
    assert '<meta http-equiv="refresh"' in page


def test_the_same_form_sent_twice_is_one_call(cast):
    ana = client_of(cast.caller("ana"))
    client_id = str(new_id())
    call(ana, client_id=client_id)
    call(ana, client_id=client_id)
    assert Alert.objects.count() == 1


def test_calls_are_never_limited(cast):
    ana = client_of(cast.caller("ana"))
    for _ in range(20):
        assert call(ana).status_code == 303
    assert Alert.objects.count() == 20


@pytest.mark.parametrize("fields", [{"client_id": "nonsense"}, {"client_id": ""}, {"room": "nonsense"}])
def test_a_form_that_is_broken_is_a_call_all_the_same(cast, fields):
    call(client_of(cast.caller("ana")), **fields)
    assert Alert.objects.count() == 1


def test_the_room_is_named_only_if_it_is_theirs(cast):
    ana = client_of(cast.caller("ana"))
    call(ana, room=str(cast.room.pk))
    call(ana, room=str(cast.next_door.room.pk))
    assert [alert.group for alert in Alert.objects.order_by("raised_at")] == [cast.group, None]


@pytest.mark.parametrize("who", ["tam", "xan"])
def test_who_has_no_room_to_be_in_can_call_too(cast, who):
    call(client_of(cast.caller(who)))
    assert Alert.objects.get().person == getattr(cast.persons, who)


def test_who_is_not_signed_in_raises_nothing(cast):
    assert call(at_tablet(cast.alder)).status_code == 303
    assert call(client_of(cast.caller("mo"))).status_code == 303
    assert not Alert.objects.exists()


def test_a_call_needs_our_own_form(cast):
    ana = client_of(cast.caller("ana"))
    strict = Client(enforce_csrf_checks=True, HTTP_HOST="tablet.localhost:8000")
    strict.cookies = ana.cookies
    assert call(strict).status_code == 403


def test_where_it_stands_is_looked_up_until_somebody_answers(cast):
    ana = client_of(cast.caller("ana"))
    url = reverse("moderation:standing")
    assert ana.get(url).status_code == 204
    call(ana)
    assert "No answer yet." in text(ana.get(url))
    services.acknowledge(alert=Alert.objects.get(), by=cast.dov)
    assert "Dov answered at" in text(ana.get(url))
    assert "http-equiv" not in text(ana.get(HELP))


def test_nobody_reads_where_anothers_call_stands(cast):
    call(client_of(cast.caller("ana")))
    assert client_of(cast.caller("ben")).get(reverse("moderation:standing")).status_code == 204
    assert "No answer yet." not in text(client_of(cast.caller("ben")).get(HELP))


def test_home_says_that_a_call_stands(cast):
    ana = client_of(cast.caller("ana"))
    call(ana)
    assert "You asked for help" in text(ana.get(reverse("groups:home")))
