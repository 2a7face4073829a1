"""Pages of facilities: whose they are, and what they say."""

from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse

from core import clock
from custody.models import CustodyEvent
from groups.facilities.selectors import units_of, views_of
from groups.models import FacilityApproval, GroupSession
from tests import factories as make
from tests.browsing import browser

LIST = reverse("groups:facilities")

pytestmark = pytest.mark.django_db


def page_of(facility):
    return reverse("groups:facility", args=[facility.pk])


@pytest.mark.parametrize(("who", "status"), [("ada", 200), ("pat", 200), ("mo", 404), ("dov", 404), ("rue", 404)])
def test_who_opens_them(cast, who, status):
    ask = browser(cast, who)
    assert ask.get(LIST).status_code == status
    assert ask.get(page_of(cast.alder)).status_code == status


def test_a_facility_of_somebody_else_is_not_there(cast):
    ask = browser(cast, "ada")
    assert "Birch" not in ask.get(LIST).content.decode()
    assert ask.get(page_of(cast.birch)).status_code == 404
    assert browser(cast, "pat").get(page_of(cast.birch)).status_code == 200


@pytest.mark.parametrize("page", [reverse("groups:people"), reverse("accounts:tablets")])
def test_lists_are_cut_to_one_facility_within_scope_only(cast, page):
    make.tablet(cast.alder, label="A-1")
    make.tablet(cast.birch, label="B-1")
    make.person("Birch Tree", at=cast.birch)
    ask = browser(cast, "pat")
    shown = ask.get(page, {"facility": cast.birch.pk}).content.decode()
    assert ("Birch Tree" in shown) or ("B-1" in shown)
    assert "Quiet River" not in shown
    assert "A-1<" not in shown
    assert browser(cast, "ada").get(page, {"facility": cast.birch.pk}).status_code == 404
    assert ask.get(page, {"facility": "nowhere"}).status_code == 404


def test_people_inside_are_those_whom_it_holds_now(cast):
    make.custody_event(cast.persons.oz, CustodyEvent.Kind.RELEASED, occurred_at=clock.now())
    ask = browser(cast, "ada")
    assert "Cedar" in ask.get(reverse("groups:people")).content.decode()
    assert "Cedar" not in ask.get(reverse("groups:people"), {"facility": cast.alder.pk}).content.decode()


def test_a_unit_has_its_people_and_tablets_and_who_is_in_none_is_not_lost(cast):
    make.tablet(cast.alder, unit=cast.unit)
    make.tablet(cast.alder, unit=cast.unit, state="suspended")
    make.unit(cast.alder, "West 1")
    rows = [(row.unit and row.unit.name, row.inside, row.tablets) for row in units_of(cast.alder)]
    assert rows == [("East 2", 1, 1), ("West 1", 0, 0), (None, 1, 0)]


def test_an_approval_says_whether_it_stands_ends_soon_or_has_lapsed(cast):
    now = clock.now()
    ends = {"Monday Evening Circle": now + timedelta(days=30), "Next Door": now - timedelta(seconds=1)}
    for name, until in ends.items():
        FacilityApproval.objects.filter(group__name=name).update(until=until)
    make.group(cast.programme, cast.alder, name="Night Owls")
    [view] = views_of([cast.alder])
    assert [(one.approval.group.name, one.state) for one in view.approvals] == [
        ("Monday Evening Circle", "soon"),
        ("Next Door", "lapsed"),
        ("Night Owls", "stands"),
    ]
    shown = browser(cast, "ada").get(page_of(cast.alder)).content.decode()
    assert "Lapsed" in shown
    assert "Within 30 days" in shown


def test_today_is_the_day_of_the_facilitys_own_clock(cast):
    with time_machine.travel("2026-11-24T03:00:00Z", tick=False):  # 9 pm of the 23rd in Chicago
        for hours in (-22, -20, 2, 4):
            starts = clock.now() + timedelta(hours=hours)
            GroupSession.objects.create(group=cast.group, starts_at=starts, ends_at=starts + timedelta(hours=1))
        [view] = views_of([cast.alder])
        assert [session.starts_at.hour for session in view.today] == [7, 5]


def test_a_cancelled_session_is_not_of_today(cast):
    now = clock.now()
    GroupSession.objects.create(group=cast.group, state="cancelled", starts_at=now, ends_at=now + timedelta(hours=1))
    assert views_of([cast.alder])[0].today == []


def test_the_page_leads_to_the_duty_list_tablets_and_people_of_the_place(cast):
    shown = browser(cast, "ada").get(page_of(cast.alder)).content.decode()
    for way in (
        f"/duty/lists/facility/{cast.alder.pk}/",
        f"/staff/tablets/?facility={cast.alder.pk}",
        f"/people/?facility={cast.alder.pk}",
        f"/groups/{cast.group.pk}/",
    ):
        assert f'href="{way}"' in shown


def test_many_facilities_take_no_more_queries_than_one(cast, django_assert_max_num_queries):
    places = [make.facility(cast.programme) for _ in range(5)]
    for place in places:
        make.group(cast.programme, place)
        make.tablet(place)
        make.person(at=place)
    with django_assert_max_num_queries(6):
        assert len(views_of([cast.alder, *places])) == 6
