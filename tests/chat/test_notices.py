"""The notice of a decision: for its writer alone, in their language, saying the four things; no file on a tablet."""

import re
from datetime import timedelta
from io import BytesIO

import pytest
from django.urls import reverse
from django.utils import translation
from pypdf import PdfReader

from chat import selectors, services
from chat.models import Message, MessageBody
from chat.notices import drawn, notice_of
from core import clock
from tests.chat.conftest import Talk
from tests.chat.test_views import browser

ZONE = "America/Chicago"


@pytest.fixture(params=["returned", "masked", "removed"])
def decided(request, talk: Talk):
    """A message of Ben's, who is outside, in each state that staff can leave it in."""
    held = talk.say("ben", "hold my number 312 555 0142 😀")
    if request.param == "returned":
        talk.give_back(held)
    elif request.param == "removed":
        talk.remove(held)
    else:
        services.mask(message_id=held.message, by=talk.cast.mo, revision=1, spans=[(5, 14)], code="contact_info")
    return talk.message(held)


def of(message, language="en"):
    with translation.override(language):
        told = selectors.with_words(message)
        assert told
        return notice_of(told, zone=ZONE)


def text_of(message, language):
    with translation.override(language):
        pages = PdfReader(BytesIO(drawn(of(message, language)))).pages
        return " ".join(" ".join(page.extract_text() for page in pages).split())


SAYS = {
    "en": {
        "returned": [
            "Sent back to you. No one in the circle saw it.",
            "You are not in trouble.",
            "“Change it and send”",
        ],
        "masked": ["Staff hid the marked words.", "Your circle can read it until"],
        "removed": ["This message was taken down.", "Your circle can't read it any more."],
    },
    "es": {
        "returned": ["Se lo devolvimos.", "Usted no está en problemas.", "«Cambiarlo y enviar»"],
        "masked": ["El personal ocultó las palabras marcadas.", "Su círculo lo puede leer hasta el"],
        "removed": ["Este mensaje fue retirado.", "Su círculo ya no lo puede leer."],
    },
}
FRAME = {
    "en": ["What became of your message", "Case 7", "Circle:", "Who decided: a person on the staff", "Why",
           "Your words", "What happens next", "What you can do", "You can ask staff", "“Help now”"],
    "es": ["Qué pasó con su mensaje", "Caso 7", "Círculo:", "Quién decidió: una persona del personal", "Por qué",
           "Sus palabras", "Qué pasa después", "Qué puede hacer", "Puede preguntar al personal", "«Ayuda ya»"],
}  # fmt: skip


@pytest.mark.parametrize("language", ["en", "es"])
def test_it_says_what_happened_why_what_follows_and_what_to_do(talk: Talk, decided, language):
    text = text_of(decided, language)
    for words in [
        *FRAME[language],
        *SAYS[language][decided.state],
        talk.cast.group.name,
        str(of(decided, language).reason),
    ]:
        assert words in text
    assert "312 555 0142 ◊" in text


def test_it_names_nobody_and_no_place(talk: Talk, decided):
    text = text_of(decided, "en")
    people = talk.cast.persons
    for name in (talk.cast.alder.name, talk.cast.mo.name, people.ben.legal_name, people.ben.alias):
        assert not re.search(rf"\b{name}\b", text)


def test_the_marked_words_are_the_ones_that_it_is_about(talk: Talk):
    talk.give_back(held := talk.say("ben", "hold this"))
    Message.objects.filter(pk=held.message).update(spans=[[5, 9]])
    notice = of(talk.message(held))
    assert list(notice.parts) == [("hold ", False), ("this", True)]
    assert "with a line under them" in text_of(talk.message(held), "en")


def test_the_page_and_the_file_are_its_writers_alone(talk: Talk, decided):
    for name in ("notice", "notice_pdf"):
        address = reverse(f"chat:{name}", args=[decided.pk])
        answers = {
            who: browser(talk.cast.caller(who)).get(address).status_code for who in ("ben", "ana", "fay", "oz", "mo")
        }
        assert answers == {"ben": 200, "ana": 404, "fay": 404, "oz": 404, "mo": 404}


def test_the_page_says_what_the_file_says(talk: Talk, decided):
    page = browser(talk.cast.caller("ben")).get(reverse("chat:notice", args=[decided.pk])).text
    notice = of(decided)
    for words in (notice.happened, notice.reason, notice.number, *notice.after):
        assert words.replace("'", "&#x27;") in page


def test_nothing_of_the_words_is_in_address_or_file_name_and_nobody_keeps_it(talk: Talk, decided):
    answer = browser(talk.cast.caller("ben")).get(reverse("chat:notice_pdf", args=[decided.pk]))
    assert answer["Content-Disposition"] == 'inline; filename="same-circle-notice.pdf"'
    assert answer["Cache-Control"] == "no-store"
    assert answer["Content-Type"] == "application/pdf"


def test_a_tablet_shows_the_page_and_makes_no_file(talk: Talk):
    talk.give_back(held := talk.say("ana", "hold this"))
    ana = browser(talk.cast.caller("ana"))
    page = ana.get(reverse("chat:notice", args=[held.message]))
    address = reverse("chat:notice_pdf", args=[held.message])
    assert page.status_code == 200
    assert address not in page.text
    assert ana.get(address).status_code == 403
    talk.give_back(his := talk.say("ben", "hold that"))
    page = browser(talk.cast.caller("ben")).get(reverse("chat:notice", args=[his.message]))
    assert reverse("chat:notice_pdf", args=[his.message]) in page.text


@pytest.mark.parametrize("undecided", ["hold this", "Hello"])
def test_what_is_not_decided_has_no_notice(talk: Talk, undecided):
    said = talk.say("ben", undecided)
    assert browser(talk.cast.caller("ben")).get(reverse("chat:notice", args=[said.message])).status_code == 404


def test_it_is_gone_with_the_words(talk: Talk, decided):
    MessageBody.objects.filter(message=decided).delete()
    assert browser(talk.cast.caller("ben")).get(reverse("chat:notice", args=[decided.pk])).status_code == 404


def test_it_ends_with_the_time_of_the_message(talk: Talk, decided):
    Message.objects.filter(pk=decided.pk).update(said_at=clock.now() - timedelta(days=366))
    assert browser(talk.cast.caller("ben")).get(reverse("chat:notice", args=[decided.pk])).status_code == 404


def test_my_messages_lead_to_it_once_it_is_decided(talk: Talk, decided):
    waiting = talk.say("ben", "hold that too")
    page = browser(talk.cast.caller("ben")).get(reverse("chat:mine")).text
    assert reverse("chat:notice", args=[decided.pk]) in page
    assert reverse("chat:notice", args=[waiting.message]) not in page
