"""What is sent in pieces is read together."""

from dataclasses import replace

import pytest

from moderation.screening.recent import recent
from moderation.screening.views import Views

from .texts import draft


def marked(*messages: str) -> list[tuple[str, str]]:
    """The tiers and the marked words of the last message, when the others came shortly before."""
    *before, body = messages
    found = recent(Views(body), replace(draft(body), recent=tuple(before)))
    return [(finding.tier, body[finding.span.start : finding.span.end]) for finding in found]


@pytest.mark.parametrize(
    "messages",
    [
        ("my number is", "312", "555", "0142"),
        ("312", "555", "0142"),
        ("312", "lol", "555", "hold on", "0142"),
        ("call me", "three one two", "five five five", "zero one four two"),
        ("mi número es", "55 12", "34 56", "78 90"),
        ("312555", "0142"),
        ("area code 312", "then 555", "and 0142"),
        ("312", "5", "5", "5", "01", "4", "2"),
        ("31", "25", "55", "01", "42"),
        ("612", "34 56", "78"),
    ],
)
def test_a_number_in_several_posts_is_seen(messages):
    assert [tier for tier, _ in marked(*messages)] == ["phone"]


def test_only_what_the_present_post_adds_is_marked():
    assert marked("my number is", "312", "555", "and 0142!") == [("phone", "0142")]


def test_each_post_is_judged_when_it_comes():
    assert not marked("my number is", "312")
    assert not marked("my number is", "312", "lol")


@pytest.mark.parametrize(
    "messages",
    [
        ("my email is", "ana.r22", "at gmail", "dot com"),
        ("ana_r", "@", "example.org"),
        ("ana arroba", "ejemplo", "punto com"),
        ("ana22 at", "gmail.com"),
    ],
)
def test_an_e_mail_address_in_several_posts_is_seen(messages):
    assert "email" in [tier for tier, _ in marked(*messages)]


@pytest.mark.parametrize(
    "messages", [("my ig is", "ana_r22"), ("mi insta es", "ana.romero"), ("hey", "my snap:", "bob2022")]
)
def test_a_name_on_a_network_in_two_posts_is_seen(messages):
    assert {tier for tier, _ in marked(*messages)} == {"handle"}


@pytest.mark.parametrize(
    "messages",
    [
        ("I have 312 days", "555 for my brother", "0142 is the time"),
        ("room 214", "bed 12", "count at 4"),
        ("2019", "2021", "2024"),
        ("1", "2", "3", "4", "5", "6", "7"),
        ("100", "200", "350"),
        ("my number is up", "ok", "30 days"),
        ("9:30", "10:15"),
        ("Psalm 23", "John 3:16", "Romans 8:28"),
        ("988", "or 911"),
        ("1 800", "273", "8255"),
        ("my snap is", "dead"),
        ("we talked at home", "dot dot dot"),
        ("my day is", "good"),
        ("45", "lol", "no 46"),
    ],
)
def test_chatter_with_numbers_stays_chatter(messages):
    assert not marked(*messages)


def test_what_was_said_before_is_not_found_again():
    assert not marked("312", "555", "0142", "12")
    assert not marked("312", "555", "0142", "lol", "12", "7")


def test_without_earlier_posts_there_is_nothing_to_join():
    assert not marked("0142")


def test_more_than_eight_posts_ago_is_forgotten():
    assert not marked("312", *["hey"] * 8, "5550142")


def test_the_scores_of_a_game_are_no_number():
    assert not marked("3 4", "2 5", "1 6", "0 3")
