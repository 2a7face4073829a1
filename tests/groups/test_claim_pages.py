"""Claiming a seat online: ten words, the own word, a way in; then the same circle, alias and history."""

from io import BytesIO

import pytest
from django.urls import reverse
from pypdf import PdfReader

from accounts.cards.services import choose_secret, word_list
from accounts.models import ClaimCard, User
from core import clock
from custody.models import CustodyEvent
from groups.continuity import services as continuity
from groups.continuity.views import new_card
from groups.models import Membership
from tests.accounts.helpers import at_door
from tests.browsing import browser

WORDS, SECRET, DONE = "/claim/", "/claim/secret/", "/claim/done/"
WAY_IN = {"sign_in": "rivers.edge", "password": "a long evening walk"}


@pytest.fixture
def words(cast):
    """Ana's card, printed inside, with her own word chosen."""
    choose_secret(user=cast.users.ana, secret="northern star")
    return new_card(person=cast.persons.ana, by=cast.ada).words


@pytest.fixture
def released(cast, words):
    continuity.record_custody_event(
        person=cast.persons.ana,
        kind=CustodyEvent.Kind.RELEASED,
        occurred_at=clock.now(),
        source="staff",
        source_id="1",
        by=cast.ada,
    )


def boxes(words):
    return {f"word{place}": word for place, word in enumerate(words, start=1)}


def test_the_whole_way_leads_into_the_same_seat(cast, words, released):
    before = Membership.objects.get(person=cast.persons.ana)
    page = at_door("online")
    assert page.post(WORDS, boxes(words))["Location"] == SECRET
    assert page.post(SECRET, {"secret": "Northern Star"})["Location"] == DONE
    assert cast.persons.ana.alias in page.get(DONE).text
    assert page.post(DONE, WAY_IN)["Location"] == "/"
    seat = Membership.objects.get(person=cast.persons.ana)
    assert (seat.pk, seat.seat, seat.state) == (before.pk, before.seat, "active")
    assert page.get(reverse("chat:room", args=[cast.room.pk])).status_code == 200
    assert ClaimCard.objects.get().state == "used"


def test_a_step_can_not_be_skipped(cast, words, released):
    page = at_door("online")
    assert page.get(SECRET)["Location"] == WORDS
    assert page.get(DONE)["Location"] == WORDS
    page.post(WORDS, boxes(words))
    assert page.post(DONE, WAY_IN)["Location"] == WORDS


def test_before_release_the_card_says_so_and_the_words_stay_typed(cast, words):
    answer = at_door("online").post(WORDS, boxes(words))
    assert answer.status_code == 409
    assert "from the day you are out" in answer.text
    assert all(f'value="{word}"' in answer.text for word in words)


def test_wrong_words_say_so_and_stay_typed(cast, words, released):
    typed = [*words[:9], next(word for word in word_list() if word != words[9])]
    answer = at_door("online").post(WORDS, boxes(typed))
    assert answer.status_code == 400
    assert f'value="{typed[9]}"' in answer.text


def test_a_used_card_opens_nothing(cast, words, released):
    page = at_door("online")
    page.post(WORDS, boxes(words))
    page.post(SECRET, {"secret": "northern star"})
    page.post(DONE, WAY_IN)
    assert at_door("online").post(WORDS, boxes(words)).status_code == 400


def test_a_wrong_own_word_says_how_many_tries_are_left(cast, words, released):
    page = at_door("online")
    page.post(WORDS, boxes(words))
    answer = page.post(SECRET, {"secret": "southern star"})
    assert answer.status_code == 400
    assert "4 more times" in answer.text


@pytest.mark.parametrize(
    ("wrong", "code"),
    [({"sign_in": "quiet.river"}, "circle"), ({"password": "short"}, "password"), ({"sign_in": "x"}, "4 to 40")],
)
def test_a_refused_way_in_keeps_the_name_and_the_card(cast, words, released, wrong, code):
    page = at_door("online")
    page.post(WORDS, boxes(words))
    page.post(SECRET, {"secret": "northern star"})
    answer = page.post(DONE, {**WAY_IN, **wrong})
    assert answer.status_code == 400
    assert code in answer.text
    assert page.post(DONE, WAY_IN).status_code == 303


def test_a_name_that_somebody_has_is_refused(cast, words, released):
    User.objects.filter(pk=cast.users.ben.pk).update(sign_in="rivers.edge")
    page = at_door("online")
    page.post(WORDS, boxes(words))
    page.post(SECRET, {"secret": "northern star"})
    assert page.post(DONE, WAY_IN).status_code == 400


@pytest.mark.parametrize("door", ["tablet", "staff", "localhost:8000"])
def test_claiming_is_for_the_online_door(db, door):
    assert at_door(door).get(WORDS).status_code == 404


def test_the_card_is_a_pdf_with_its_words_and_no_facility_on_it(cast):
    choose_secret(user=cast.users.ana, secret="northern star")
    answer = browser(cast, "ada").post(reverse("groups:print_card", args=[cast.persons.ana.pk]))
    assert answer["Content-Type"] == "application/pdf"
    text = "\n".join(page.extract_text() for page in PdfReader(BytesIO(answer.content)).pages)
    assert len([word for word in word_list() if word in text.split()]) >= 10
    assert cast.alder.name not in text
    assert cast.persons.ana.legal_name not in text


def test_a_card_is_printed_by_post_only_and_on_the_record(cast):
    from audit.models import AuditEvent

    page = browser(cast, "ada")
    address = reverse("groups:print_card", args=[cast.persons.ana.pk])
    assert page.get(address).status_code == 405
    page.post(address)
    assert AuditEvent.objects.filter(kind="groups.claim_card_printed", actor=f"user:{cast.ada.pk}").count() == 1
