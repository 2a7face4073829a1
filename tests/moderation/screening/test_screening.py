"""The screener as chat calls it."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chat.ports import Outcome, TooLate
from moderation.screening import VERSION, screen, warm_up
from moderation.screening.detectors import DETECTORS
from moderation.screening.rules import RULES

from .texts import Patience, draft, findings, marked, verdict

ROOT = Path(__file__).resolve().parents[3]
EXAMPLES = [text for rule in RULES for text in (*rule.must_match, *rule.must_not_match)]
PIECES = st.lists(st.sampled_from(EXAMPLES) | st.text(max_size=20), max_size=6).map(" ".join)
INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u202e\U000e0061"


def test_ordinary_talk_is_delivered_without_a_finding():
    answer = verdict("I've been sober 4 years 3 months 12 days. Court is 11/23/2026 at 9:30, case 21-CR-0012345.")
    assert (answer.outcome, answer.findings, answer.crisis) == (Outcome.DELIVER, (), False)


def test_a_verdict_names_its_rules_and_its_time():
    answer = verdict("hello")
    assert answer.screened
    assert answer.screener == VERSION
    assert answer.took_ms >= 0


@pytest.mark.parametrize("body", ["call me 312-555-0142", "ana arroba ejemplo punto com", "te voy a matar"])
def test_contact_details_and_threats_are_held(body):
    assert verdict(body).outcome is Outcome.HOLD


@pytest.mark.parametrize("body", ["I want to kill myself", "esta noche me mato"])
def test_a_cry_for_help_raises_and_is_never_held(body):
    answer = verdict(body)
    assert (answer.outcome, answer.crisis) == (Outcome.DELIVER, True)


@pytest.mark.parametrize("body", ["I wish I was dead", "me quiero morir"])
def test_a_dark_wish_is_delivered_and_looked_at(body):
    answer = verdict(body)
    assert (answer.outcome, answer.crisis) == (Outcome.FLAG, False)


def test_a_crisis_with_a_phone_number_is_held_for_the_number_and_still_a_crisis():
    answer = verdict("I want to kill myself, call my sister 312-555-0142")
    assert (answer.outcome, answer.crisis) == (Outcome.HOLD, True)


@pytest.mark.parametrize("lang", ["en", "es", "fr"])
def test_rules_of_both_languages_run_whatever_the_draft_says(lang):
    assert verdict("te voy a matar", lang).outcome is Outcome.HOLD
    assert verdict("I am going to kill you", lang).outcome is Outcome.HOLD


def test_the_deadline_is_checked_before_each_detector():
    patience = Patience()
    screen(draft("hello"), deadline=patience)
    assert patience.asked >= len(set(DETECTORS.values()))


def test_too_late_is_for_the_caller():
    class Passed:
        def check(self):
            raise TooLate

    with pytest.raises(TooLate):
        screen(draft("hello"), deadline=Passed())


def test_the_marked_words_are_the_writers_own():
    assert marked("Escríbame: TRES uno\u200b dos 555 01 42, sí", "contact_info") == ["TRES uno\u200b dos 555 01 42"]


def test_a_guard_ends_with_its_sentence_and_its_line():
    assert verdict("I would never lie. I want to kill myself").crisis
    assert verdict("No\nme quiero matar").crisis
    assert not verdict("No me quiero matar").crisis


def test_a_threat_in_quotation_marks_is_looked_at_and_not_held():
    assert verdict('You can not write "I will kill you" in here').outcome is Outcome.FLAG
    assert verdict('"I will kill you"').outcome is Outcome.HOLD


def test_what_somebody_else_said_is_looked_at_and_not_held():
    answer = verdict('He told me "I will kill you"')
    assert answer.outcome is Outcome.FLAG
    assert {f.tier for f in answer.findings} == {"reported"}


def test_what_the_writer_says_that_they_said_stays_theirs():
    assert verdict("I told him I will kill him").outcome is Outcome.HOLD


@given(PIECES)
def test_findings_are_in_order_and_inside_the_text(body):
    found = findings(body)
    assert [f.span.start for f in found] == sorted(f.span.start for f in found)
    assert all(0 <= f.span.start < f.span.end <= len(body) for f in found)


@given(st.text(st.characters(), max_size=400))
def test_no_text_makes_it_fail(body):
    assert verdict(body).screened


@given(st.text(st.sampled_from("1234567890 -.,+()@:x"), max_size=200))
def test_no_heap_of_figures_makes_it_fail(body):
    assert verdict(body).screened


@given(st.lists(st.sampled_from(["", *INVISIBLE]), min_size=12, max_size=12))
def test_invisible_characters_hide_no_phone_number(between):
    number = "".join(map("".join, zip("312-555-0142", between, strict=True)))
    body = f"my number is {number}!"
    assert "phone" in {f.tier for f in findings(body)}


@given(
    st.sampled_from([t for r in RULES for t in r.must_match]), st.sampled_from(["Good evening. ", "Hola a todos.\n"])
)
def test_harmless_words_before_it_hide_nothing(text, before):
    assert {f.rule for f in findings(text)} <= {f.rule for f in findings(before + text)}


@pytest.mark.parametrize(
    "body",
    ["1 " * 1_000, "5" * 2_000, "a@" * 1_000, "I will " * 285, "kill you " * 222, "@.at dot " * 222, "te voy a " * 222],
)
def test_hostile_repetition_is_answered_with_few_findings(body):
    assert len(findings(body)) <= 40


def test_it_needs_neither_settings_nor_a_database():
    """In a process of its own, where Django was never set up."""
    code = (
        "import sys; sys.path[:0] = ['.', 'platform']; from moderation import screening; screening.warm_up();"
        "assert 'django.db' not in sys.modules and 'django.apps.registry' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, timeout=60, env={})


def test_warming_up_can_be_done_twice():
    warm_up()
    warm_up()
