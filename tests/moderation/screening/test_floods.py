"""Repetition, in a text and over an author's last messages."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moderation.screening.floods import floods
from moderation.screening.rules.floods import FLOOD
from moderation.screening.views import Views

from .texts import draft

OFFER = "Come and see my drawings in cell nine"


def _floods(body, *recent):
    return list(floods(Views(body), replace(draft(body), recent=recent)))


@pytest.mark.parametrize("body", FLOOD.must_match)
def test_a_flood_in_one_text_is_seen(body):
    assert _floods(body)


@pytest.mark.parametrize("body", FLOOD.must_not_match)
def test_what_is_said_often_for_good_reasons_passes(body):
    assert not _floods(body)


def test_the_same_text_for_the_third_time_is_a_flood():
    assert not _floods(OFFER, OFFER)
    assert _floods(OFFER, OFFER, OFFER)


def test_other_messages_between_do_not_hide_it():
    assert _floods(OFFER, OFFER, "hello", OFFER, "what is for chow")


def test_other_signs_and_capitals_are_still_the_same_text():
    assert _floods(OFFER.upper() + "!!!", OFFER, "  " + OFFER + "…")


def test_a_text_that_grows_is_not_the_same_text():
    assert not _floods(OFFER, OFFER + " and nine more", OFFER + " or ten")


@pytest.mark.parametrize(
    "body", ["yes", "ok brother", "amen", "Thank you so much, brother", "👍", "🙏🙏🙏", "¡Ánimo, compañeros!"]
)
def test_short_answers_and_support_may_come_again(body):
    assert not _floods(body, *[body] * 7)


def test_what_is_marked_is_the_run():
    body = "so " + "spades " * 20 + "ok"
    (found,) = _floods(body)
    assert body[found.span.start : found.span.end] == ("spades " * 20).strip()


@given(st.text(st.sampled_from("ab .!\né"), max_size=300), st.lists(st.sampled_from(["ab", OFFER]), max_size=8))
def test_spans_are_inside_the_text(body, recent):
    assert all(0 <= found.span.start < found.span.end <= len(body) for found in _floods(body, *recent))
