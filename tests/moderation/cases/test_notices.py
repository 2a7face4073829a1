"""Staff print what the writer is told: in the writer's language, within their scope, on the record."""

import re
from io import BytesIO

import pytest
from django.urls import reverse
from pypdf import PdfReader

from accounts.services import set_language
from audit.models import AuditEvent
from chat import services as chat
from chat.models import Message, MessageBody
from moderation.cases.services import Decision, decide
from moderation.intake import desk
from moderation.models import Case
from tests.moderation.helpers import client_of, flagged, held_case


@pytest.fixture
def case(cast, monkeypatch):
    return held_case(cast, monkeypatch)


def do(case, decision, cast, code="contact"):
    return decide(case=case, version=case.version, decision=decision, by=cast.mo, code=code)


def ask(cast, case, who="mo"):
    return client_of(cast.caller(who)).get(reverse("moderation:case_notice", args=[case.number]))


def text_of(answer):
    assert answer.status_code == 200
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(answer.content)).pages).split())


TOLD = {
    Decision.RELEASE: ("Una persona lo leyó. Su círculo lo tiene.", "No tiene que hacer nada."),
    Decision.RETURN: ("Se lo devolvimos. Nadie del círculo lo vio.", "Lo espera hasta el"),
    Decision.REMOVE: ("Este mensaje fue retirado.", "Su lugar sigue ahí."),
}


@pytest.mark.parametrize("decision", TOLD)
def test_the_notice_is_in_the_writers_language_with_their_words_and_the_number(cast, case, decision):
    set_language(user=cast.users.ana, language="es")
    do(case, decision, cast)
    answer = ask(cast, case)
    text = text_of(answer)
    for words in (*TOLD[decision], "call me at 312 555 0142 on friday", f"Caso {case.number}", cast.group.name):
        assert words in text
    for name in (cast.alder.name, cast.mo.name, cast.persons.ana.legal_name, cast.persons.ana.alias):
        assert not re.search(rf"\b{name}\b", text)
    assert answer["Content-Disposition"] == f'inline; filename="notice-{case.number}.pdf"'
    assert answer["Cache-Control"] == "no-store"


def test_printing_is_on_the_record_without_a_word_of_it(cast, case):
    do(case, Decision.RETURN, cast)
    ask(cast, case)
    row = AuditEvent.objects.get(kind="moderation.notice_printed")
    assert (row.actor, row.subject) == (f"user:{cast.mo.pk}", f"case:{case.pk}")
    assert row.detail == {"message": str(case.message_id), "language": "en"}


@pytest.mark.parametrize("who", ["mia", "dov", "ada", "pat", "rue", "ana", "ben"])
def test_whoever_may_not_open_the_case_may_not_print_it(cast, case, who):
    do(case, Decision.RETURN, cast)
    assert ask(cast, case, who).status_code == 404
    assert not AuditEvent.objects.filter(kind="moderation.notice_printed").exists()


def test_what_is_not_decided_has_none(cast, case):
    assert ask(cast, case).status_code == 409
    assert reverse("moderation:case_notice", args=[case.number]) not in _page(cast, case)


def test_what_the_writer_was_told_nothing_of_has_none(cast, monkeypatch):
    """A case that left a message as it is may be a report that its writer knows nothing about."""
    case = held_case(cast, monkeypatch, verdict=flagged())
    do(case, Decision.NO_ACTION, cast)
    assert ask(cast, case).status_code == 409
    assert desk.decided_case(case.message_id) is None


def test_a_message_that_has_moved_on_has_no_notice_of_what_was_true_once(cast, case):
    do(case, Decision.RELEASE, cast)
    assert reverse("moderation:case_notice", args=[case.number]) in _page(cast, case)
    chat.remove(message_id=case.message_id, by=cast.mo, revision=1, code="other")
    assert ask(cast, case).status_code == 409
    assert reverse("moderation:case_notice", args=[case.number]) not in _page(cast, case)


def test_erased_words_make_no_paper(cast, case):
    do(case, Decision.RETURN, cast)
    MessageBody.objects.filter(message=case.message_id).delete()
    assert ask(cast, case).status_code == 409


def test_the_number_on_the_writers_paper_is_that_of_the_case(cast, case):
    do(case, Decision.RETURN, cast)
    assert desk.decided_case(case.message_id) == case.number == Case.objects.get().number
    assert Message.objects.get(pk=case.message_id).state == "returned"
    page = client_of(cast.caller("ana")).get(reverse("chat:notice", args=[case.message_id])).text
    assert f"Case {case.number}" in page


def _page(cast, case):
    return client_of(cast.caller("mo")).get(reverse("moderation:case", args=[case.number])).text
