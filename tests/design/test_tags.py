"""The tags draw what they say, in any language, and refuse nothing that a page may pass."""

from datetime import UTC, datetime, timedelta
from math import dist
from types import SimpleNamespace

import pytest
import time_machine
from django import forms
from django.template import engines
from django.test import RequestFactory
from django.utils import timezone, translation

from core import navigation, seats

CIRCLE = seats.circle(
    {1: "Harbor", 2: "Juniper", 3: "Quiet River"}, total=5, me=3, leads={1}, away={2}, here={1}, speaking=1
)


def render(source, request=None, **context):
    return engines["django"].from_string("{% load samecircle %}" + source).render(context, request)


def request_of(door=None, path="/", **cookies):
    request = RequestFactory().get(path)
    request.COOKIES.update(cookies)
    request.caller = SimpleNamespace(door=door, user="Wren" if door else None, person=None, language="en")
    return request


class SignIn(forms.Form):
    number = forms.CharField(label="Number", help_text="On your card.")
    pin = forms.CharField(label="PIN", widget=forms.PasswordInput(attrs={"class": "pin"}))
    ok = forms.BooleanField(label="I have read this")
    language = forms.ChoiceField(choices=[("en", "English"), ("es", "Español")], widget=forms.RadioSelect)
    next = forms.CharField(widget=forms.HiddenInput, required=False)


def test_an_icon_is_never_read_out():
    assert 'aria-hidden="true"' in render('{% icon "help" %}')


@pytest.mark.parametrize("total", range(seats.SMALLEST, seats.LARGEST + 1))
def test_seats_of_a_ring_never_touch_and_stay_in_the_picture(total):
    from core.templatetags.samecircle import _place

    places = [_place(seat) for seat in seats.circle({}, total=total)]
    scale = float(places[0]["scale"] or 1)
    spots = [(float(place["x"]), float(place["y"])) for place in places]
    nearest = min(dist(one, two) for one, two in zip(spots, spots[1:] + spots[:1], strict=True))
    assert nearest > 2 * 23 * scale
    assert all(dist((0, 0), spot) + 36 * scale <= 156 for spot in spots)


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_ring_has_points_and_no_commas_in_its_numbers(language):
    with translation.override(language):
        drawn = render("{% ring seats time=0.255 %}", seats=CIRCLE)
    assert 'transform="rotate(72)"' in drawn
    assert 'translate(112.22 -36.46)"' in drawn
    assert 'stroke-dasharray="131 515"' in drawn


def test_a_ring_shows_each_state_by_a_class():
    drawn = render("{% ring seats %}", seats=CIRCLE)
    assert '<g class="is-speaking" data-seat="1"' in drawn
    assert '<g class="is-away" data-seat="2"' in drawn
    assert '<g class="is-me is-out" data-seat="3"' in drawn
    assert '<g class="is-empty" data-seat="4"' in drawn
    assert drawn.count("seat-lead") == 1


def test_a_ring_says_in_words_what_it_shows():
    drawn = render("{% ring seats %}", seats=CIRCLE)
    assert (
        'aria-label="5 seats. Your seat is number 3. Harbor is speaking. Taking a break: Juniper. Free seats: 2."'
    ) in drawn


def test_a_name_cannot_break_out_of_the_ring():
    named = seats.circle({1: '"><script>'}, total=3, speaking=1)
    assert "<script>" not in render("{% ring seats %}{% face seats.0 %}", seats=named)


def test_the_ring_before_sign_in_names_nobody():
    drawn = render("{% ring_kept 12 3 %}")
    assert drawn.count("is-anon") == 11
    assert "<text" not in drawn


def test_a_wrong_field_says_so_to_everybody():
    drawn = render("{% field form.number %}", form=SignIn({}))
    assert 'aria-invalid="true"' in drawn
    assert 'aria-describedby="id_number_helptext id_number_error"' in drawn
    assert 'id="id_number_error"' in drawn
    assert 'class="input"' in drawn


def test_a_pin_can_be_shown_only_where_script_runs():
    drawn = render("{% field form.pin show=True %}", form=SignIn())
    assert 'data-shows="id_pin"' in drawn
    assert " hidden>" in drawn
    assert 'class="input pin"' in drawn


def test_boxes_and_choices_have_their_label_beside_them():
    drawn = render("{% field form.ok %}{% field form.language %}", form=SignIn())
    assert '<label class="check" for="id_ok">' in drawn
    assert "<legend" in drawn
    assert drawn.count('class="check"') == 3


def test_a_hidden_field_is_only_a_field():
    assert "label" not in render("{% field form.next %}", form=SignIn())


def test_a_notice_carries_its_words_and_its_kind():
    drawn = render('{% notice "wait" title=name role="status" %}<p>{{ name }}</p>{% endnotice %}', name="<b>")
    assert '<div class="notice notice--wait" role="status">' in drawn
    assert '<p class="notice-title">&lt;b&gt;</p>' in drawn
    assert "<p>&lt;b&gt;</p>" in drawn


@pytest.mark.parametrize(("cookie", "attribute"), [("dark", ' data-theme="dark"'), ('"><script>', ""), ("", "")])
def test_only_a_known_theme_is_taken_from_the_cookie(cookie, attribute):
    assert render("{% theme %}", request_of(theme=cookie)) == attribute


def test_the_nonce_is_there_only_where_the_policy_gives_one():
    request = request_of()
    assert "nonce" not in render('{% module_script "config/js/page.js" %}', request)
    request.csp_nonce = "abc"
    assert ' nonce="abc"' in render('{% module_script "config/js/page.js" %}', request)


@pytest.mark.parametrize("seconds", [120, None])
def test_after_how_long_a_page_locks_is_said_by_the_caller(seconds):
    request = request_of("tablet")
    request.caller.idle_seconds = seconds
    assert render("{% idle_seconds %}", request) == str(seconds)


def test_nobody_is_locked_out_of_a_page_without_a_caller():
    assert render("{% idle_seconds %}") == "None"


@pytest.fixture
def entries(monkeypatch):
    monkeypatch.setattr(navigation, "_entries", {})
    return navigation.register


@pytest.mark.urls("tests.design.urls")
def test_the_staff_bar_shows_only_what_opens_for_the_caller(entries):
    entries("moderation:live", "Later", rank=2, may=lambda caller: True)
    entries("moderation:desk", "Desk", rank=1, may=lambda caller: caller.door == "staff")
    entries("moderation:help", "Help", rank=3, may=lambda caller: False)
    entries("moderation:not_written_yet", "Soon", rank=4, may=lambda caller: True)
    source = "{% staff_links as links %}{% for link in links %}{{ link.label }}{{ link.is_here }} {% endfor %}"
    assert render(source, request_of("staff", "/moderation/desk/41/")) == "DeskTrue LaterFalse "
    assert render(source, request_of("online")) == ""
    signed_out = request_of("staff")
    signed_out.caller.user = None
    assert render(source, signed_out) == ""


@pytest.mark.parametrize(
    ("language", "hour", "said"),
    [("en", 18, "6:40 pm"), ("en", 0, "12:40 am"), ("es", 18, "6:40 p. m."), ("es", 11, "11:40 a. m.")],
)
def test_the_time_of_day_is_written_as_people_write_it(language, hour, said):
    at = datetime(2026, 11, 23, hour, 40, tzinfo=UTC)
    with translation.override(language), timezone.override(UTC):
        assert render("{{ at|clock }}", at=at).replace("\N{NO-BREAK SPACE}", " ") == said


@pytest.mark.parametrize(
    ("language", "days", "said"),
    [
        ("en", 0, "6:40 pm"),
        ("en", 2, "Saturday, 6:40 pm"),
        ("en", 14, "November 9, 6:40 pm"),
        ("es", 2, "sábado, 6:40 p. m."),
        ("es", 14, "9 de noviembre, 6:40 p. m."),
    ],
)
def test_a_time_of_another_day_says_which(language, days, said):
    now = datetime(2026, 11, 23, 18, 40, tzinfo=UTC)
    with translation.override(language), timezone.override(UTC), time_machine.travel(now, tick=False):
        drawn = render("{{ at|day_and_clock }}", at=now - timedelta(days=days))
    assert drawn.lower().replace("\N{NO-BREAK SPACE}", " ") == said.lower()


def test_no_time_is_no_words():
    assert render("{{ at|clock }}", at=None) == ""
