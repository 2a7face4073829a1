"""Writing a rule: what is typed is saved or stays on the page, and can be tried before; the text of a try-out is kept
nowhere."""

import pytest
from django.urls import reverse

from audit.models import AuditEvent
from custody.models import FacilityNumber
from moderation.models import RuleTraffic, RuleVersion, StaffRule
from moderation.rules import services, traffic
from tests.moderation.helpers import client_of
from tests.moderation.rules.browsing import browser, filled, says, text, url_of
from tests.moderation.rules.helpers import CONTENT, at, drafted, numbers, published, saying

NEW = "/rules/new/"
SEES = {"mo": 200, "mia": 200, "ada": 200, "pat": 200, "dov": 404, "rue": 404, "ana": 404}
PHRASE = saying(
    kind="phrase", literals=(), steps=(("anyone", "who"), ("got", "sells"), ("moons",)), gap=2, not_before=("song",)
)
PATTERN = saying(kind="pattern", literals=(), pattern=r"\bblue ?moons?\b", not_after=("cafe",))
DETECTOR = saying(kind="detector", category="contact_info", tier="phone", literals=(), detector="contact.phone")


def drafts(user, content=CONTENT, **changes):
    return browser(user).post(NEW, filled(content, code="blue_moon", **changes))


def tries(user, content=CONTENT, *, page=NEW, **changes):
    """What the try-out answers to a page with script."""
    data = filled(content, **{"code": "blue_moon", "do": "try", **changes})
    return text(browser(user).post(page, data, HTTP_HX_REQUEST="true"))


@pytest.mark.parametrize(("who", "status"), SEES.items())
def test_who_may_write_a_rule(cast, who, status):
    client = client_of(cast.caller(who))
    assert client.get(NEW).status_code == status
    if status == 404:
        assert client.post(NEW, filled(code="blue_moon")).status_code == 404
        assert not StaffRule.objects.exists()


@pytest.mark.parametrize("content", [CONTENT, PHRASE, PATTERN, DETECTOR], ids=lambda content: content.kind)
def test_each_way_to_look_is_saved_as_it_was_typed(staff, content):
    answer = drafts(staff.moe, content)
    rule = StaffRule.objects.get()
    assert (answer.status_code, answer["Location"]) == (303, url_of(rule))
    assert says(rule) == content
    assert rule.code == "staff.blue_moon"


def test_only_the_fields_of_the_chosen_way_count(staff):
    drafts(staff.moe, pattern="left over", steps="left, over\nhere", gap="3", detector="contact.phone")
    assert says(StaffRule.objects.get()) == CONTENT


def test_lines_are_one_thing_each_and_empty_ones_nothing(staff):
    drafts(staff.moe, literals="  blue moons \r\n\r\nbluemoon\n ")
    assert says(StaffRule.objects.get()).literals == ("blue moons", "bluemoon")


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("code", "Blue Moon!"),
        ("code", ""),
        ("about", "weather.rain"),
        ("kind", "magic"),
        ("purpose", "   "),
        ("purpose", "x" * 301),
        ("scope", "facility:nowhere"),
        ("score", "0"),
        ("score", "2"),
        ("score", "much"),
        ("literals", ""),
        ("literals", "x" * 101),
        ("must_match", "x" * 2001),
    ],
)
def test_a_field_that_is_not_right_is_marked_and_everything_typed_stays(staff, field, typed):
    answer = browser(staff.moe).post(NEW, {**filled(code="blue_moon", purpose="My own words."), field: typed})
    page = text(answer)
    assert answer.status_code == 400
    assert 'class="field is-wrong"' in page
    assert "I feel blue tonight" in page
    assert field == "purpose" or "My own words." in page
    assert not StaffRule.objects.exists()


def test_everything_that_is_not_right_is_marked_at_once(staff):
    page = text(browser(staff.moe).post(NEW, filled(code="No code!", purpose="", about="")))
    assert page.count('class="field is-wrong"') == 2
    page = text(browser(staff.moe).post(NEW, filled(code="No code!", purpose="")))
    assert "Small letters, figures" in page
    assert "Say in one sentence what it is for" in page


def test_a_new_rule_has_no_category_before_somebody_chose_one(staff):
    assert '<option value="" selected>Choose</option>' in text(browser(staff.moe).get(NEW))


def test_a_gap_that_is_too_wide_is_marked(staff):
    answer = drafts(staff.moe, PHRASE, gap="6")
    assert answer.status_code == 400
    assert "is-wrong" in text(answer)


def test_a_taken_code_is_said_beside_it(staff):
    drafted(staff.pia)
    answer = drafts(staff.moe, purpose="Something else.")
    assert answer.status_code == 400
    assert "There is a rule with this code already." in text(answer)
    assert "Something else." in text(answer)


# Where


def test_places_to_choose_from_are_those_within_reach(cast, staff):
    page = text(browser(cast.mo).get(NEW))
    assert "Alder" in page
    assert "East 2, Alder" in page
    assert "Monday Evening Circle" in page
    assert "Birch" not in page
    assert '<option value="everywhere"' not in page
    assert '<option value="person"' not in page
    everything = text(browser(staff.moe).get(NEW))
    assert all(words in everything for words in ("Birch", '<option value="everywhere"', '<option value="person"'))


@pytest.mark.parametrize("where", ["everywhere", "birch", "person"])
def test_a_place_out_of_reach_is_refused_whatever_the_page_showed(cast, where):
    value = f"facility:{cast.birch.pk}" if where == "birch" else where
    assert drafts(cast.mo, scope=value, person="Stillwater").status_code == 400
    assert not StaffRule.objects.exists()


@pytest.mark.parametrize("kind", ["facility", "unit", "room"])
def test_a_rule_is_written_for_a_place(cast, kind):
    place = {"facility": cast.alder, "unit": cast.unit, "room": cast.room}[kind]
    drafts(cast.mo, saying(scope=at(kind, place)))
    assert says(StaffRule.objects.get()).scope == at(kind, place)


def test_a_person_is_found_by_alias_or_number(cast, staff):
    ana = cast.persons.ana
    FacilityNumber.objects.create(facility=cast.alder, person=ana, number="A40117")
    for number, typed in enumerate(("quiet river", "a40117", "quiet")):
        browser(staff.moe).post(NEW, filled(code=f"about_{number}", scope="person", person=typed))
        assert says(StaffRule.objects.get(code=f"staff.about_{number}")).scope == at("person", ana)


@pytest.mark.parametrize(
    ("typed", "words"), [("nobody", "Nobody is found by that."), ("", "Nobody is found"), ("e", "That could be")]
)
def test_a_person_who_is_not_found_is_asked_for_again(cast, staff, typed, words):
    answer = drafts(staff.moe, scope="person", person=typed)
    assert answer.status_code == 400
    assert words in text(answer)


def test_who_is_meant_stands_in_the_form_again(cast, staff):
    rule = drafted(staff.moe, saying(scope=at("person", cast.persons.ana)))
    page = text(browser(staff.moe).get(url_of(rule, "edit")))
    assert 'value="Quiet River"' in page
    assert '<option value="person" selected>' in page


# A new version


def test_the_next_version_begins_as_the_newest_one(staff):
    rule = drafted(staff.moe, PHRASE)
    page = text(browser(staff.moe).get(url_of(rule, "edit")))
    assert "anyone, who got, sells moons" in page
    data = filled(PHRASE, based_on="1", purpose="Said better.")
    answer = browser(staff.moe).post(url_of(rule, "edit"), data)
    assert (answer.status_code, answer["Location"]) == (303, url_of(rule))
    assert numbers(rule) == ("draft", 2, None, None)
    assert says(rule).purpose == "Said better."


def test_a_colleague_who_was_first_is_named_and_nothing_typed_is_lost(staff):
    rule = drafted(staff.moe)
    services.change_draft(rule=rule, based_on=1, content=saying(literals=("x moon",)), by=staff.pia)
    data = filled(saying(purpose="Mine is better."), based_on="1")
    answer = browser(staff.moe).post(url_of(rule, "edit"), data)
    page = text(answer)
    assert answer.status_code == 409
    assert "Not done. A colleague changed this rule while you read it." in page
    assert "Pia wrote version 2 (words)." in page
    assert "Mine is better." in page
    assert url_of(rule, "version", 2) in page
    assert 'name="based_on" value="2"' in page
    assert numbers(rule) == ("draft", 2, None, None)
    browser(staff.moe).post(url_of(rule, "edit"), {**data, "based_on": "2"})
    assert says(rule).purpose == "Mine is better."


@pytest.mark.parametrize("based_on", ["", "x", "9" * 5000])
def test_a_version_that_nobody_saw_is_none(staff, based_on):
    rule = drafted(staff.moe)
    assert browser(staff.moe).post(url_of(rule, "edit"), filled(based_on=based_on)).status_code == 409
    assert numbers(rule) == ("draft", 1, None, None)


def test_a_retired_rule_is_brought_back_first(staff):
    rule = drafted(staff.moe)
    services.retire_rule(rule=rule, version=1, by=staff.moe)
    assert browser(staff.moe).get(url_of(rule, "edit"))["Location"] == url_of(rule)


def test_who_may_only_look_can_not_write(cast, staff):
    rule = published(staff)
    assert browser(cast.mo).get(url_of(rule, "edit")).status_code == 403
    assert browser(cast.mo).post(url_of(rule, "edit"), filled(based_on="1")).status_code == 403


# Trying it as it is typed


def test_the_try_out_marks_where_it_hits_and_says_what_follows(staff):
    page = tries(staff.moe, text="has anyone got Blue Moons for me")
    assert "<mark>Blue Moons</mark>" in page
    assert "The rule hits." in page
    assert 'As it is now</th><td><span class="tag tag--pine">Delivered' in page
    assert 'With this rule live</th><td><span class="tag tag--dusk">Held' in page
    assert "All 4 examples hold." in page
    assert "<html" not in page


def test_the_try_out_names_the_examples_that_fail(staff):
    page = tries(staff.moe, must_match="a red moon", must_not_match="blue moons rise", text="")
    assert "It does not find these, and must" in page
    assert "<li>a red moon</li>" in page
    assert "<li>blue moons rise</li>" in page


def test_the_try_out_says_so_when_nothing_is_hit(staff):
    assert "The rule does not hit this text." in tries(staff.moe, text="good evening")


@pytest.mark.parametrize(
    ("content", "changes", "words"),
    [
        (CONTENT, {"literals": ""}, "At least one word or phrase"),
        (PATTERN, {"pattern": "(unclosed"}, "It can&#x27;t run as it is written"),
        (CONTENT, {"score": "lots"}, "A number above 0"),
        (CONTENT, {"kind": ""}, "Choose how the rule looks for it."),
    ],
)
def test_the_try_out_of_an_unfinished_rule_says_what_is_missing(staff, content, changes, words):
    assert words in tries(staff.moe, content, text="blue moons", **changes).replace("can't", "can&#x27;t")


def test_the_try_out_needs_neither_code_nor_purpose_nor_a_person(staff):
    page = tries(staff.moe, code="", purpose="", scope="person", person="nobody", text="blue moons")
    assert "The rule hits." in page


def test_without_script_the_whole_page_comes_back_with_the_try_out(staff):
    answer = browser(staff.moe).post(NEW, filled(code="", purpose="", do="try", text="any blue moons"))
    page = text(answer)
    assert answer.status_code == 200
    assert "<mark>blue moons</mark>" in page
    assert "is-wrong" not in page
    assert "need a bluemoon" in page
    assert not StaffRule.objects.exists()


def test_a_new_version_is_tried_in_place_of_the_one_that_is_live(staff):
    rule = published(staff)
    page = tries(staff.moe, saying(literals=("red suns",)), page=url_of(rule, "edit"), based_on="1", text="blue moons")
    assert 'As it is now</th><td><span class="tag tag--dusk">Held' in page
    assert 'With this rule live</th><td><span class="tag tag--pine">Delivered' in page


def test_a_rule_for_a_place_is_tried_as_said_there(cast):
    page = tries(cast.mo, saying(scope=at("unit", cast.unit)), text="blue moons")
    assert 'With this rule live</th><td><span class="tag tag--dusk">Held' in page


def test_what_is_typed_to_try_is_kept_nowhere(staff, caplog, capsys):
    client = browser(staff.moe)
    before = AuditEvent.objects.count()
    client.post(NEW, filled(code="blue_moon", do="try", text="a secret blue moons thing"), HTTP_HX_REQUEST="true")
    traffic.flush()
    assert (AuditEvent.objects.count(), RuleVersion.objects.count(), RuleTraffic.objects.count()) == (before, 0, 0)
    captured = capsys.readouterr()
    assert "secret" not in caplog.text + captured.out + captured.err


def test_markup_in_a_tried_text_is_shown_as_text(staff):
    page = tries(staff.moe, text="<script>alert(1)</script> blue moons")
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page


def test_the_try_out_leads_only_to_rules_in_sight(cast, staff):
    hidden = drafted(staff.moe, saying(scope=at("room", cast.next_door.room)), code="hidden")
    services.start_shadow(rule=hidden, version=1, by=staff.moe)
    page = tries(cast.mia, saying(scope=at("facility", cast.birch)), text="blue moons, call 312 555 0142")
    assert str(hidden.pk) not in page
    assert reverse("rules:built_in", args=["contact.phone"]) in page
