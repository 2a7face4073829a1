"""First use: who reads what, what happens in danger, then the name. Nothing is typed before both were shown."""

import re

import pytest
from django.urls import reverse

from core import clock
from custody.models import AliasForm, Person
from groups.continuity.aliases import clean, is_real_name, look_alike, speaks_for_staff
from groups.continuity.example_names import ENGLISH, OFFERED, SPANISH, free_examples
from groups.ports import may_be_shown
from records.models import RetentionRule
from tests import factories as make
from tests.browsing import browser, browser_of

READS, DANGER, NAME = "/welcome/", "/welcome/danger/", "/welcome/name/"


def nameless(cast, *, at=None, **values):
    """Somebody who has not chosen a name."""
    person = make.person(at=at, legal_name="Ramona Feldspar", **values)
    Person.objects.filter(pk=person.pk).update(alias="")
    person.refresh_from_db()
    return person, browser_of(make.caller(make.user(person)))


def at_the_name(cast, **values):
    person, page = nameless(cast, at=cast.alder, **values)
    page.post(READS)
    page.post(DANGER)
    return person, page


# The order


def test_the_way_is_two_screens_to_read_and_one_to_type(cast):
    person, page = nameless(cast, at=cast.alder)
    assert page.get(reverse("groups:home"))["Location"] == READS
    for here, there in ((READS, DANGER), (DANGER, NAME)):
        shown = page.get(here).text
        assert not re.search(r'<input(?! type="hidden")|<textarea', shown)
        assert page.post(here)["Location"] == there
    assert page.post(NAME, {"alias": "Silver Birch"})["Location"] == "/"
    person.refresh_from_db()
    assert person.alias == "Silver Birch"
    assert page.get(reverse("groups:home")).status_code == 200


@pytest.mark.parametrize(("passed", "asked", "sent_to"), [(0, DANGER, READS), (0, NAME, READS), (1, NAME, DANGER)])
@pytest.mark.parametrize("method", ["get", "post"])
def test_no_screen_is_skipped_by_its_address(cast, passed, asked, sent_to, method):
    person, page = nameless(cast, at=cast.alder)
    for screen in (READS, DANGER)[:passed]:
        page.post(screen)
    assert getattr(page, method)(asked, {"alias": "Silver Birch"})["Location"] == sent_to
    person.refresh_from_db()
    assert person.alias == ""


def test_going_back_loses_nothing(cast):
    _, page = at_the_name(cast)
    for screen in (NAME, DANGER, READS, NAME):
        assert page.get(screen).status_code == 200
    page.post(READS)
    assert page.get(NAME).status_code == 200


@pytest.mark.parametrize("screen", [READS, DANGER, NAME])
def test_who_has_a_name_is_past_all_of_it(cast, screen):
    page = browser(cast, "ana")
    assert page.get(screen)["Location"] == "/"
    assert page.post(screen, {"alias": "Silver Birch"})["Location"] == "/"


@pytest.mark.parametrize("screen", [READS, DANGER, NAME])
def test_each_screen_has_the_step_reading_aloud_the_language_and_help(cast, screen):
    _, page = at_the_name(cast)
    shown = page.get(screen).text
    for part in ("Step ", "data-read-aloud", 'value="es"', reverse("moderation:help")):
        assert part in shown
    assert shown.count("data-read-aloud") == 1


# What is told is so


def test_inside_one_is_told_of_the_person_on_duty_and_outside_of_the_help_line(cast):
    inside, outside = nameless(cast, at=cast.alder)[1], nameless(cast)[1]
    for page in (inside, outside):
        page.post(READS)
    assert "where you live here" in inside.get(DANGER).text
    assert "988" not in inside.get(DANGER).text
    assert "988" in outside.get(DANGER).text
    assert "not to a jail or prison" in outside.get(DANGER).text
    assert "where you live here" not in outside.get(DANGER).text


def test_an_alert_carries_the_place_and_no_words(cast):
    """What the second screen says of it."""
    from moderation.models import Alert

    assert {field.name for field in Alert._meta.fields if field.get_internal_type() == "TextField"} == {
        "cause",
        "state",
    }
    assert {"facility", "unit"} <= {field.name for field in Alert._meta.fields}


def test_how_long_words_stay_is_what_the_rules_of_ones_circles_say(cast):
    person, page = nameless(cast, at=cast.alder)
    assert "The room tells you how long." in page.get(READS).text
    make.member(cast.group, person)
    rule = {"kind": "ordinary", "facility": str(cast.alder.pk), "days": 90, "set_at": clock.now(), "set_by": "system"}
    RetentionRule.objects.create(**rule)
    assert "90 days" in page.get(READS).text


# The name


@pytest.mark.parametrize(
    ("alias", "why"),
    [
        ("Ramona", "looks like a real name"),
        ("River 7", "Use letters only"),
        ("Quiet Stream", "That name is taken"),
        ("x", "3 to 24 letters"),
    ],
)
def test_a_refused_name_says_why_and_keeps_what_was_typed(cast, alias, why):
    AliasForm.objects.create(form=look_alike("Quiet Stream"), given_at=clock.now())
    person, page = at_the_name(cast)
    answer = page.post(NAME, {"alias": alias})
    assert answer.status_code == 400
    assert why in answer.text
    assert f'value="{alias}"' in answer.text
    assert 'aria-invalid="true"' in answer.text
    person.refresh_from_db()
    assert person.alias == ""


def test_an_example_fills_the_field_and_names_nobody(cast):
    person, page = at_the_name(cast)
    example = page.get(NAME).context["examples"][0]
    answer = page.post(NAME, {"example": example})
    assert answer.status_code == 200
    assert f'name="alias" value="{example}"' in answer.text
    person.refresh_from_db()
    assert person.alias == ""
    assert page.post(NAME, {"alias": example}).status_code == 303


@pytest.mark.parametrize("language", ["en", "es"])
def test_examples_are_in_the_readers_language_and_nobody_has_them(cast, language):
    person = make.person(legal_name="Ramona Feldspar")
    first = free_examples(person, language=language)
    assert len(first) == OFFERED
    assert set(first) <= set(SPANISH if language == "es" else ENGLISH)
    assert free_examples(person, language=language) == first
    AliasForm.objects.bulk_create(AliasForm(form=look_alike(name), given_at=clock.now()) for name in first)
    assert not set(first) & set(free_examples(person, language=language))


def test_no_example_would_be_refused(cast):
    person = make.person(legal_name="Ramona Feldspar")
    for name in (*ENGLISH, *SPANISH):
        assert clean(name) == name
        assert not is_real_name(name, person=person), name
        assert not speaks_for_staff(name), name


@pytest.mark.parametrize(("names", "language"), [(ENGLISH, "en"), (SPANISH, "es")])
def test_no_example_alarms_the_screener(cast, names, language):
    person = make.person()
    assert not [n for n in names if not may_be_shown(n, kind="alias", lang=language, author_id=person.pk)]


# Later


def test_it_stays_readable_circle_by_circle(cast):
    shown = browser(cast, "ana").get(reverse("groups:who_reads")).text
    assert cast.group.name in shown
    assert "Who can read this: 3 people in this circle and 1 staff member." in shown
    assert "Words stay there for 365 days." in shown
    for page in ("groups:home", "groups:path"):
        assert reverse("groups:who_reads") in browser(cast, "ana").get(reverse(page)).text


def test_it_costs_the_same_for_one_circle_and_for_five(cast, django_assert_num_queries, django_assert_max_num_queries):
    ana = browser(cast, "ana")
    ana.get(reverse("groups:who_reads"))
    with django_assert_max_num_queries(25) as few:
        ana.get(reverse("groups:who_reads"))
    for _ in range(4):
        make.member(make.group(cast.programme, cast.alder), cast.persons.ana)
    with django_assert_num_queries(len(few)):
        ana.get(reverse("groups:who_reads"))
