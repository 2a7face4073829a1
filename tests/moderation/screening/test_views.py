"""Views: what is left of a text, and where it stood."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moderation.screening.views import Views, figures_at_most

SAID = ["five", "oh", "o", "double", "triple", "eight", "hundred", "fifty", "y", "cinco", "treinta", "once", "5", "12"]
ANY_TEXT = st.text(st.characters(), max_size=300)


@pytest.mark.parametrize(
    ("body", "normal"),
    [
        ("Hello", "hello"),
        ("AÑO y Número", "ano y numero"),
        ("I\u2019m don't", "im dont"),
        ("ab\u200bc\u202ed\U000e0041e", "abcde"),
        ("one \t\n two", "one two"),
        ("３１２ ①②", "312 12"),
        ("5\ufe0f\u20e35\ufe0f\u20e3", "55"),
        ("\u0663\u0661\u0662", "312"),
        ("soft\u00adhyphen", "softhyphen"),
        ("e\u0301l", "el"),
        ("\ud800x", "x"),
    ],
)
def test_the_normal_form_keeps_what_is_read(body, normal):
    assert Views(body).normal.text == normal


@pytest.mark.parametrize(
    ("body", "digits"),
    [
        ("five five five", "5 5 5"),
        ("treinta y cinco, veintidós", "35, 22"),
        ("fifty five", "55"),
        ("double five, triple two", "55, 222"),
        ("eight hundred", "800"),
        ("five oh five", "5 0 5"),
        ("oh five days", "oh 5 days"),
        ("uno o dos", "1 0 2"),
        ("someone", "someone"),
    ],
)
def test_number_words_become_digits(body, digits):
    assert Views(body).digits.text == digits


@pytest.mark.parametrize(
    ("body", "figures"),
    [
        ("call SSS-OI4Z-TBGP", "call 555-0142-7869"),
        ("call 3l2-555-Ol42", "call 312-555-0142"),
        ("call 3x1x2x5x5x5x0x1x4x2", "call 3 1 2 5 5 5 0 1 4 2"),
        ("GET IT AT SEA, GOD IS GOOD", "GET IT AT SEA, GOD IS GOOD"),
        ("eat a big steak", "eat a big steak"),
    ],
)
def test_letters_that_look_like_figures_are_figures_in_a_number(body, figures):
    assert Views(body).figures.text == figures


@pytest.mark.parametrize(
    ("body", "signs"),
    [
        ("ana [at] example dot com", "ana@example.com"),
        ("ana (arroba) ejemplo (punto) es", "ana@ejemplo.es"),
        ("ana at example punto com", "ana@example.com"),
        ("ana @ example . com", "ana@example.com"),
        ("look at it, on the dot", "look at it, on the dot"),
    ],
)
def test_signs_of_an_address_may_be_said_as_words(body, signs):
    assert Views(body).signs.text == signs


@given(st.text(st.sampled_from("aB' `\t\n\x01\x1c\x0b\x7f."), max_size=30))
def test_maps_of_plain_ascii_are_those_of_any_text(body):
    """An accent at the end takes the slower way."""
    quick, slow = Views(body).normal, Views(body + "\u00e9").normal
    assert quick.text == slow.text[:-1]
    assert [*quick.starts] == [*slow.starts][:-1]
    assert [*quick.ends] == [*slow.ends][:-1]


def test_a_span_leads_back_to_the_writers_own_letters():
    body = "¡Llámeme! tres\u200b uno  dos"
    view = Views(body).digits
    span = view.span(view.text.index("3"), view.text.index("2") + 1)
    assert body[span.start : span.end] == "tres\u200b uno  dos"


@given(ANY_TEXT, st.sampled_from(["raw", "normal", "digits", "figures", "signs", "undone"]))
def test_maps_go_forward_and_stay_inside(body, name):
    view = Views(body).named(name)
    assert len(view.text) == len(view.starts) == len(view.ends)
    assert list(view.starts) == sorted(view.starts)
    assert list(view.ends) == sorted(view.ends)
    assert all(0 <= start < end <= len(body) for start, end in zip(view.starts, view.ends, strict=True))


@given(st.text(st.sampled_from("five uno dos y oh double 5-é\u200b  "), max_size=80))
def test_maps_hold_where_number_words_meet_other_things(body):
    view = Views(body).digits
    assert len(view.text) == len(view.starts) == len(view.ends)
    assert list(view.starts) == sorted(view.starts)
    assert list(view.ends) == sorted(view.ends)


@given(ANY_TEXT)
def test_octets_lead_back_to_code_points(body):
    view = Views(body).normal
    for at in range(0, len(view.text) + 1, 7):
        assert view.code_points(len(view.text[:at].encode())) == at


@given(st.lists(st.sampled_from(SAID)))
def test_the_cheap_count_of_figures_is_never_too_low(words):
    views = Views(" ".join(words))
    assert sum(map(str.isdigit, views.digits.text)) <= figures_at_most(views.normal.text)
