"""A wrong setting stops the start; the card and the page's small parts."""

from typing import Any

import pytest
from django.core.checks import run_checks
from django.utils import translation

from chat import helper, reasons
from chat.ports import Outcome, Verdict
from custody.models import Facility


@pytest.mark.parametrize(("name", "id_"), [("CHAT_SCREENER", "chat.E001"), ("CHAT_DESK", "chat.E002")])
def test_a_port_that_leads_nowhere_stops_the_start(settings: Any, name: str, id_: str):
    assert not [error for error in run_checks() if error.id == id_]
    setattr(settings, name, "moderation.nowhere")
    assert [error.id for error in run_checks() if error.id == id_] == [id_]


def test_the_helper_card_is_the_facilitys_own_text_in_the_readers_language():
    facility = Facility(helper_en="Tell an officer.\nOr press the red button.", helper_es="Diga a un oficial.")
    assert helper.card_of(facility, "en").lines == ["Tell an officer.", "Or press the red button."]
    assert helper.card_of(facility, "es").lines == ["Diga a un oficial."]
    assert (helper.card_of(None, "en").phone, helper.card_of(facility, "en").phone) == ("988", "")


def test_a_facility_without_a_text_has_a_card_all_the_same():
    assert len(helper.card_of(Facility(), "es").lines) == 1


def test_a_reason_that_nobody_knows_gets_words_that_are_true_of_any():
    assert reasons.text("of.tomorrow") == str(reasons.ANY)
    with translation.override("es"):
        spanish = reasons.text("of.tomorrow")
    assert spanish != reasons.text("of.tomorrow")


def test_what_was_not_screened_is_never_called_anything_else():
    assert reasons.of_verdict(Verdict.not_screened("late")) == ("not_screened", [])
    assert reasons.of_verdict(Verdict(Outcome.HOLD)) == ("hold_all", [])
