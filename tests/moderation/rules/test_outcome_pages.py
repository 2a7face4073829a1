"""The page of what follows: the table for all who work with rules, changes for whoever may publish there."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from chat.ports import Outcome
from moderation.models import OutcomeRow
from moderation.rules import words
from moderation.rules.outcomes import end_outcome, set_outcome
from moderation.screening.policy import TIERS
from moderation.screening.rules import EVERYWHERE
from tests.moderation.helpers import client_of
from tests.moderation.rules.browsing import browser, text
from tests.moderation.rules.helpers import at

PAGE = reverse("rules:outcomes")
SEES = {"mo": 200, "mia": 200, "ada": 200, "pat": 200, "dov": 404, "rue": 404, "ana": 404}
WHY = "Numbers on this wing go through the office anyway."
FORM = "Change what follows"


def shows(user):
    return text(browser(user).get(PAGE))


def asks(user, **changes):
    said = {"about": "contact_info.phone", "outcome": "flag", "scope": "everywhere", "days": "all", "why": WHY}
    return browser(user).post(PAGE, {**said, **changes})


def ends(user, row):
    return browser(user).post(reverse("rules:end_outcome", args=[row.pk]))


def there(by, **changes):
    values = {"category": "contact_info", "tier": "phone", "outcome": "flag", "why": WHY, **changes}
    return set_outcome(by=by, **values)


def rows():
    return [(row.outcome, row.scope_kind, row.days, row.ended_at is None) for row in OutcomeRow.objects.order_by("at")]


@pytest.mark.parametrize(("who", "status"), SEES.items())
def test_who_reads_what_follows(cast, who, status):
    assert client_of(cast.caller(who)).get(PAGE).status_code == status


def test_every_tier_stands_in_the_table_in_words(staff):
    page = shows(staff.moe)
    assert all(words.tier(category, tier) in page for category, tiers in TIERS.items() for tier in tiers)
    assert "Delivered, and help is called" in page
    assert "Flagged, and help is called" in page
    assert "first 14 days in custody, 48 hours before and after a day in court" in page
    assert "first 14 days after release" in page


def test_every_outcome_has_its_words():
    assert set(words.FOLLOWS) == set(Outcome)
    assert set(words.DAYS) == set(OutcomeRow.Days.values)


def test_the_list_of_rules_leads_to_it(staff):
    assert f'href="{PAGE}"' in text(browser(staff.moe).get(reverse("rules:list")))


def test_whoever_does_not_publish_anywhere_only_reads(cast):
    page = shows(cast.mo)
    assert "Nothing that you can see: the table holds as it is." in page
    assert FORM not in page
    assert asks(cast.mo, scope=f"facility:{cast.alder.pk}").status_code == 404
    assert rows() == []


def test_a_row_is_set_and_ended(staff):
    assert asks(staff.pia, days="risk").status_code == 303
    assert rows() == [("flag", "everywhere", "risk", True)]
    page = shows(staff.pol)
    assert "Flagged</span> Everywhere, days of risk" in page
    assert WHY in page
    assert "Pia" in page
    assert ends(staff.pol, OutcomeRow.objects.get()).status_code == 303
    assert rows() == [("flag", "everywhere", "risk", False)]
    after = shows(staff.moe)
    assert "Ended: Pol" in after
    assert "End it" not in after


def test_a_facility_changes_what_follows_for_itself_alone(cast):
    page = shows(cast.ada)
    assert FORM in page
    assert 'value="everywhere"' not in page
    assert 'value="unit:' not in page
    assert "Birch" not in page
    assert asks(cast.ada, scope=f"facility:{cast.alder.pk}").status_code == 303
    assert asks(cast.ada, scope=f"facility:{cast.birch.pk}").status_code == 400
    assert asks(cast.ada).status_code == 400
    assert rows() == [("flag", "facility", "all", True)]


def test_a_programme_changes_what_follows_in_its_room(cast):
    assert asks(cast.pat, scope=f"room:{cast.room.pk}").status_code == 303
    assert "Room of Monday Evening Circle" in shows(cast.mo)


def test_a_cry_for_help_is_not_held_and_the_page_says_why(staff):
    answer = asks(staff.pia, about="self_harm.distress", outcome="hold", days="risk")
    assert answer.status_code == 400
    page = text(answer)
    assert "Who asks for help or tells of abuse is never held up." in page
    assert '<option value="self_harm.distress" selected>' in page
    assert '<option value="hold" selected>' in page
    assert '<option value="risk" selected>' in page
    assert WHY in page
    assert rows() == []


@pytest.mark.parametrize(
    "bad",
    [
        {"about": ""},
        {"about": "contact_info.pigeon"},
        {"outcome": ""},
        {"outcome": "burn"},
        {"scope": ""},
        {"scope": "facility:x"},
        {"days": "monday"},
        {"why": " "},
        {"why": "x" * 301},
    ],
    ids=str,
)
def test_a_form_that_makes_no_sense_does_nothing(staff, bad):
    assert asks(staff.pia, **bad).status_code == 400
    assert rows() == []


def test_a_row_out_of_reach_is_not_shown_and_not_ended(cast, staff):
    birchs = there(staff.pia, scope=at("facility", cast.birch), why="Only for that house.")
    assert "Only for that house." not in shows(cast.ada)
    assert ends(cast.ada, birchs).status_code == 404
    everywhere = there(staff.pia)
    assert "End it" not in shows(cast.ada)
    assert ends(cast.ada, everywhere).status_code == 403
    assert all(stands for *_, stands in rows())


def test_the_page_costs_the_same_for_one_row_and_for_many(cast, staff):
    def cost(user):
        client = browser(user)
        client.get(PAGE)
        with CaptureQueriesContext(connection) as queries:
            client.get(PAGE)
        return len(queries)

    def fill(tiers):
        for tier in tiers:
            end_outcome(row=there(staff.pia, tier=tier), by=staff.pia)
            for place in (EVERYWHERE, at("facility", cast.alder), at("room", cast.room)):
                there(staff.pia, tier=tier, scope=place)

    fill(["phone"])
    few = [cost(user) for user in (cast.mo, cast.ada, staff.pia)]
    fill(TIERS["contact_info"])
    assert [cost(user) for user in (cast.mo, cast.ada, staff.pia)] == few


def test_a_row_counts_for_a_text_on_trial(cast, staff):
    there(cast.ada, scope=at("facility", cast.alder))
    said = {"text": "call me at 312 555 0142", "lang": "en"}
    trying = browser(staff.moe)
    assert "Held" in text(trying.post(reverse("rules:try"), said))
    assert "Flagged" in text(trying.post(reverse("rules:try"), {**said, "place": f"facility:{cast.alder.pk}"}))
