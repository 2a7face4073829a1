"""Claiming a seat online: ten words, the own word, a way in; then the same circle, alias and history."""

import re
from datetime import timedelta
from io import BytesIO

import pytest
import time_machine
from django.conf import settings
from django.urls import reverse
from pypdf import PdfReader
from reportlab.pdfbase.pdfmetrics import stringWidth

from accounts.cards.services import choose_secret, word_list
from accounts.models import ClaimCard, User
from core import clock
from core.paper import REGULAR
from custody.models import CustodyEvent, Person
from groups.continuity import services as continuity
from groups.continuity.paper import FOLD, HEIGHT, LEFT, TOP, WIDTH, Card, claim_card
from groups.continuity.views import new_card
from groups.models import Membership
from tests.accounts.helpers import at_door
from tests.browsing import browser

BEFORE, WORDS, SECRET, DONE = "/claim/before/", "/claim/", "/claim/secret/", "/claim/done/"
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


def test_before_anything_is_typed_one_is_told_who_reads_and_what_happens_in_danger(db):
    page = at_door("online")
    assert page.get(WORDS)["Location"] == BEFORE
    told = page.get(BEFORE).text
    for words in ("Who reads what", "They can read what you write, too.", "Help now", "988", "not to a jail or prison"):
        assert words in told
    assert page.post(BEFORE)["Location"] == WORDS
    assert 'name="word10"' in page.get(WORDS).text


def test_on_a_shared_computer_the_next_person_is_told_too(db):
    page = at_door("online")
    page.post(BEFORE)
    with time_machine.travel(clock.now() + timedelta(hours=1, minutes=1), tick=False):
        assert page.get(WORDS)["Location"] == BEFORE


def test_who_has_claimed_without_a_name_only_picks_one(cast, words, released):
    """They were told before the ten words: at most six screens altogether."""
    page = at_door("online")
    page.post(WORDS, boxes(words))
    page.post(SECRET, {"secret": "northern star"})
    Person.objects.filter(pk=cast.persons.ana.pk).update(alias="")
    page.post(DONE, WAY_IN)
    assert page.get("/welcome/name/").status_code == 200


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


CARD = {
    "en": [
        "Your seat is kept",
        "Scan with a phone",
        "You need this card and your own word.",
        "You need no e-mail.",
        "Lost this card? Your mentor or staff can give you a new one.",
        "Hard night? Call or text 988.",
        "It works once, and only after you are out.",
        "El día que salga",  # in short, for whoever helps and reads the other language
    ],
    "es": [
        "Hay un lugar para usted",
        "Escanee con un teléfono",
        "Necesita esta tarjeta y su propia palabra.",
        "No le hace falta un correo.",
        "¿Perdió la tarjeta? Su mentor o el personal le dan otra.",
        "¿Noche difícil? Llame o escriba al 988.",
        "Sirve una vez, y solo después de salir.",
        "The day you are out",
    ],
}


def print_card(cast, **asked):
    answer = browser(cast, "ada").post(reverse("groups:print_card", args=[cast.persons.ana.pk]), asked)
    assert answer["Content-Type"] == "application/pdf"
    paper = PdfReader(BytesIO(answer.content))
    (page,) = paper.pages
    return paper, page.extract_text()


@pytest.mark.parametrize("language", CARD)
def test_the_card_says_what_to_do_and_where_help_is_in_the_persons_language(cast, language):
    User.objects.filter(person=cast.persons.ana).update(language=language)
    paper, text = print_card(cast)
    assert paper.root_object["/Lang"] == language
    for words in CARD[language]:
        assert words in " ".join(text.split())
    assert settings.DOOR_HOSTS["online"] in text


@pytest.mark.parametrize("language", CARD)
def test_its_ten_words_are_numbered_and_open_the_seat(cast, language):
    choose_secret(user=cast.users.ana, secret="northern star")
    _, text = print_card(cast, language=language)
    numbered = dict(re.findall(r"^(\d+)\s*\n?\s*([a-z]{4,8})$", text, re.MULTILINE))
    found = [numbered[str(place)] for place in range(1, 11)]
    assert set(found) <= set(word_list())
    continuity.record_custody_event(
        person=cast.persons.ana,
        kind=CustodyEvent.Kind.RELEASED,
        occurred_at=clock.now(),
        source="staff",
        source_id="1",
        by=cast.ada,
    )
    assert at_door("online").post(WORDS, boxes(found))["Location"] == SECRET


@pytest.mark.parametrize("language", CARD)
def test_nothing_on_the_card_names_a_place_or_a_person(cast, language):
    person = cast.persons.ana
    paper, text = print_card(cast, language=language)
    said = f"{text}\n{paper.metadata}"
    numbers = [row.number for row in person.numbers.all()]
    places = [cast.alder.name, cast.alder.code, cast.programme.name, cast.group.name]
    assert numbers
    for name in (*places, *numbers, person.legal_name, person.alias, cast.ada.name):
        assert not re.search(rf"\b{re.escape(name)}\b", said, re.IGNORECASE)


def test_staff_may_choose_the_other_language_and_nothing_else(cast):
    User.objects.filter(person=cast.persons.ana).update(language="es")
    assert print_card(cast, language="en")[0].root_object["/Lang"] == "en"
    assert print_card(cast, language="fr")[0].root_object["/Lang"] == "es"


@pytest.mark.parametrize("language", CARD)
def test_the_longest_words_and_lines_stay_within_the_card(language):
    """Each side is as large as A6: what is drawn lies within the line to cut."""
    card = Card(99_999, ["mountain"] * 10, "https://online.samecircle.example/claim/", "online.samecircle.example")
    found = []
    (page,) = PdfReader(BytesIO(claim_card(card, language=language))).pages
    page.extract_text(
        visitor_text=lambda text, cm, tm, _font, size: found.append((cm[4] + tm[4], cm[5] + tm[5], text, size))
    )
    lines = [(x, y, text.strip(), size) for x, y, text, size in found if text.strip() and y < TOP]
    assert all(x + stringWidth(text, REGULAR, size) <= LEFT + WIDTH for x, _y, text, size in lines)
    assert min(y for _x, y, _text, _size in lines) > FOLD - HEIGHT
    front = [y for _x, y, text, _size in lines if text in CARD[language][:3]]
    assert len(front) == 3
    assert min(front) > FOLD


def test_a_card_is_printed_by_post_only_and_on_the_record(cast):
    from audit.models import AuditEvent

    page = browser(cast, "ada")
    address = reverse("groups:print_card", args=[cast.persons.ana.pk])
    assert page.get(address).status_code == 405
    page.post(address)
    assert AuditEvent.objects.filter(kind="groups.claim_card_printed", actor=f"user:{cast.ada.pk}").count() == 1
