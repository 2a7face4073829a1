"""A text on trial: what follows, why, and what the writer would read. The text is kept nowhere."""

import pytest

from audit.models import AuditEvent
from moderation.models import RuleTraffic
from moderation.rules import services, traffic
from moderation.rules.overrides import override_built_in
from moderation.screening import policy
from moderation.screening.policy import Policy, Row
from tests.moderation.helpers import client_of
from tests.moderation.rules.browsing import browser, text, url_of
from tests.moderation.rules.helpers import at, drafted, published, saying

TRY = "/rules/try/"
PHONE = "call me at 312 555 0142"
SEES = {"mo": 200, "mia": 200, "ada": 200, "pat": 200, "dov": 404, "rue": 404, "ana": 404}


def tried(user, body=PHONE, **more):
    return text(browser(user).post(TRY, {"text": body, "lang": "en", **more}))


@pytest.mark.parametrize(("who", "status"), SEES.items())
def test_who_tries_texts(cast, who, status):
    client = client_of(cast.caller(who))
    assert client.get(TRY).status_code == status
    assert client.post(TRY, {"text": PHONE}).status_code == status


def test_it_says_what_follows_and_why(staff):
    page = tried(staff.moe)
    assert '<span class="tag tag--dusk">Held</span>' in page
    assert "because of: Phone number" in page
    assert "<mark>312 555 0142</mark><sup>1</sup>" in page
    assert '<a href="/rules/built-in/contact.phone/">contact.phone</a>' in page
    assert "1 of 1 needed: contact.phone 1" in page


def test_it_shows_what_the_writer_reads_in_both_languages_with_their_marks(staff):
    page = tried(staff.moe)
    assert "Phone numbers stay out of the room" in page
    assert '<dd lang="es">' in page
    assert "<mark>312 555 0142</mark></p></div>" in page


def test_a_text_in_which_nothing_is_seen_is_delivered(staff):
    page = tried(staff.moe, "good evening")
    assert "Delivered" in page
    assert "No rule sees anything in it." in page
    assert "Nothing. Their message is in the room." in page


def test_a_cry_for_help_is_delivered_and_calls_help(staff):
    page = tried(staff.moe, "I want to kill myself tonight")
    assert "Delivered, and help is called" in page
    assert "where help is stands on their screen" in page


def test_days_of_risk_change_what_follows(staff):
    wish = "I wish I was dead"
    assert "help is called" not in tried(staff.moe, wish)
    for days in ("first", "court", "released"):
        assert "help is called" in tried(staff.moe, wish, days=days)


def test_a_rule_of_a_place_is_tried_as_said_there(cast, staff):
    unit = published(staff, saying(scope=at("unit", cast.unit)))
    room = published(
        staff, saying(scope=at("room", cast.room), literals=("red suns",), must_match=("red suns",)), "suns"
    )
    both = "blue moons and red suns"
    assert unit.code not in tried(staff.moe, both)
    assert unit.code in tried(staff.moe, both, place=f"unit:{cast.unit.pk}")
    assert unit.code not in tried(staff.moe, both, place=f"facility:{cast.alder.pk}")
    assert room.code in tried(staff.moe, both, room=f"room:{cast.room.pk}")


def test_places_out_of_reach_are_no_choice(cast):
    page = text(browser(cast.mia).get(TRY))
    assert "Alder" not in page
    assert "Monday Evening Circle" not in page
    answer = browser(cast.mia).post(TRY, {"text": PHONE, "place": f"facility:{cast.alder.pk}"})
    assert answer.status_code == 400


def test_a_row_of_the_table_for_a_room_counts(cast, staff, monkeypatch):
    row = Row("contact_info", "phone", "flag", "room", str(cast.room.pk))
    monkeypatch.setattr(policy, "_current", Policy((row,)))
    assert "Held" in tried(staff.moe)
    assert "Flagged" in tried(staff.moe, room=f"room:{cast.room.pk}")


def test_an_override_and_a_shadow_are_seen_as_that(cast, staff):
    rule = drafted(staff.moe)
    services.start_shadow(rule=rule, version=1, by=staff.moe)
    page = tried(staff.moe, "blue moons")
    assert "Only in shadow" in page
    assert url_of(rule) in page
    assert "Delivered" in page
    override_built_in(code="contact.phone", to="retired", by=staff.pia, scope=at("facility", cast.alder))
    assert "Held" in tried(staff.moe)
    assert "Held" not in tried(staff.moe, place=f"facility:{cast.alder.pk}")


@pytest.mark.parametrize("is_live", [True, False])
def test_a_rule_out_of_sight_counts_and_is_not_named(cast, staff, is_live):
    rooms = saying(scope=at("room", cast.room))
    if is_live:
        rule = published(staff, rooms)
    else:
        rule = drafted(staff.moe, rooms)
        services.start_shadow(rule=rule, version=1, by=staff.moe)
    here = {"room": f"room:{cast.room.pk}"}
    page = tried(cast.ada, "blue moons", **here)
    assert ("Held" in page) == is_live
    assert "A rule of another place" in page
    assert rule.code not in page
    assert str(rule.pk) not in page
    assert url_of(rule) in tried(cast.mo, "blue moons", **here)


def test_by_script_only_the_part_comes_and_by_address_no_text(staff):
    client = browser(staff.moe)
    part = text(client.post(TRY, {"text": PHONE}, HTTP_HX_REQUEST="true"))
    assert part.startswith('<section class="card stack" id="verdict"')
    assert "312 555 0142" not in text(client.get(TRY, {"text": PHONE}))


def test_a_text_that_is_too_long_is_refused_in_words(staff):
    answer = browser(staff.moe).post(TRY, {"text": "x" * 5001})
    assert answer.status_code == 400
    assert "is-wrong" in text(answer)


def test_what_is_tried_is_counted_and_kept_nowhere(staff, caplog, capsys):
    client = browser(staff.moe)
    before = AuditEvent.objects.count()
    client.post(TRY, {"text": f"a secret, {PHONE}"})
    traffic.flush()
    assert (AuditEvent.objects.count(), RuleTraffic.objects.count()) == (before, 0)
    captured = capsys.readouterr()
    assert "secret" not in caplog.text + captured.out + captured.err


def test_markup_is_shown_as_text(staff):
    assert "<script>alert" not in tried(staff.moe, "<script>alert(1)</script> 312 555 0142")
