"""The list of tablets: what staff look for in it, and what it costs."""

from datetime import timedelta

import pytest

from accounts.models import Attempts
from accounts.tablets.engines import engine_of
from core import clock
from custody.models import Facility, Tablet, TabletCredential
from tests import factories as make
from tests.accounts.test_staff_pages import client_of

LIST = "/staff/tablets/"


@pytest.fixture
def ada(cast):
    return client_of(cast.ada)


def shown(client, **query):
    page = client.get(LIST, query).content.decode()
    return {tablet.label for tablet in Tablet.objects.all() if f'id="tablet-{tablet.pk}"' in page}


def test_the_list_is_cut_to_what_is_looked_for(cast, ada):
    now = clock.now()
    make.tablet(cast.alder, label="new", last_seen_at=now)
    make.tablet(cast.alder, label="quiet", last_seen_at=now - timedelta(hours=25), unit=cast.unit)
    make.tablet(cast.alder, label="off", state="suspended")
    make.tablet(cast.alder, label="copied", state="suspended", why_suspended="clone")
    make.tablet(cast.alder, label="old", state="retired")
    assert shown(ada) == {"new", "quiet", "off", "copied"}
    assert shown(ada, unseen="on") == {"quiet"}
    assert shown(ada, unit=cast.unit.pk) == {"quiet"}
    assert shown(ada, state="suspended") == {"off", "copied"}
    assert shown(ada, state="clone") == {"copied"}
    assert shown(ada, state="retired") == {"old"}
    assert shown(ada, state="nonsense", unit="x", page="x") == {"new", "quiet", "off", "copied"}


def test_two_thousand_tablets_come_in_pages_that_cost_the_same(cast, ada, django_assert_max_num_queries):
    Tablet.objects.bulk_create(
        Tablet(facility=cast.alder, label=f"T{n:04d}", state="active", enrolled_at=clock.now()) for n in range(2000)
    )
    for page in (1, 40):
        with django_assert_max_num_queries(30):
            body = ada.get(LIST, {"page": page}).content.decode()
        assert body.count('id="tablet-') == 50
    assert "Page 40 of 40" in body


def test_a_tablet_says_how_often_something_wrong_was_typed_on_it_today(cast, ada):
    tablet = make.tablet(cast.alder, label="T1")
    now = clock.now()
    for subject, failures, pauses, since in (
        ("user:1", 2, 0, now),
        ("nobody:2", 1, 1, now),
        ("user:3", 4, 0, now - timedelta(hours=25)),
    ):
        Attempts.objects.create(
            subject=subject, place=f"tablet:{tablet.pk}", failures=failures, pauses=pauses, since=since
        )
    assert '<td class="n" data-l="Wrong tries today">8</td>' in ada.get(LIST).content.decode()


def test_a_copied_tablet_is_told_in_words_with_both_devices_and_what_to_do(cast, ada):
    now = clock.now()
    tablet = make.tablet(
        cast.alder, label="T1", state="suspended", why_suspended="clone", last_seen_at=now, engine="Chromium 92"
    )
    TabletCredential.objects.create(
        tablet=tablet, digest="x", state="spent", made_at=now, spent_at=now, copied_at=now, copied_by="Firefox 140"
    )
    page = ada.get(LIST).content.decode()
    assert "A copy was seen" in page
    assert "Make it a tablet again" in page
    assert "Resume" not in page
    page = ada.get(f"{LIST}{tablet.pk}/").content.decode()
    assert ("Chromium 92" in page, "Firefox 140" in page) == (True, True)
    home = ada.get("/now/").content.decode()
    assert ("A copy of a tablet was seen" in home, "Chromium 92" in home, "Firefox 140" in home) == (True,) * 3
    for who in (cast.mo, cast.rue, make.staff("Bo", "facility_administrator", scope=cast.birch)):
        assert "A copy of a tablet was seen" not in client_of(who).get("/now/").content.decode()


def test_where_no_copy_was_seen_the_first_page_says_nothing_of_copies(cast, ada):
    make.tablet(cast.alder, state="suspended")
    assert "A copy of a tablet" not in ada.get("/now/").content.decode()


def test_a_tablet_is_given_to_a_unit_and_to_another_facility_on_its_page(cast, ada):
    tablet = make.tablet(cast.alder, label="T1")
    page = f"{LIST}{tablet.pk}/"
    assert ada.post(f"{page}unit/", {"unit": cast.unit.pk}).status_code == 303
    assert ada.post(f"{page}unit/", {"unit": make.unit(cast.birch).pk}).status_code == 400
    assert "Move it to this facility" not in ada.get(page).content.decode()
    assert ada.post(f"{page}facility/", {"facility": cast.birch.pk}).status_code == 400
    pat = client_of(cast.pat)
    assert pat.post(f"{page}facility/", {"facility": cast.birch.pk}).status_code == 303
    tablet.refresh_from_db()
    assert (tablet.facility, tablet.state) == (cast.birch, "enrolling")
    assert ada.get(page).status_code == 404


def test_a_label_that_is_taken_elsewhere_is_told(cast):
    make.tablet(cast.birch, label="T1")
    tablet = make.tablet(cast.alder, label="T1")
    answer = client_of(cast.pat).post(f"{LIST}{tablet.pk}/facility/", {"facility": cast.birch.pk})
    assert (answer.status_code, "has a tablet with that label" in answer.content.decode()) == (400, True)
    assert Facility.objects.get(tablets=tablet) == cast.alder


@pytest.mark.parametrize(
    ("said", "engine"),
    [
        ("Mozilla/5.0 (Linux; Android 8.1) AppleWebKit/537.36 Chrome/92.0.4515.159 Safari/537.36", "Chromium 92"),
        ("Mozilla/5.0 (X11; Linux) AppleWebKit/537.36 Chrome/72.0.3626.81 HeadlessChrome Safari/537", "Chromium 72"),
        ("Mozilla/5.0 (Android 13; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0", "Firefox 140"),
        ("Mozilla/5.0 (iPad; CPU OS 15) AppleWebKit/605 Version/15.4 Mobile/15E148 Safari/604", "Safari 15"),
        ("curl/8.1", ""),
        ("", ""),
        ("Chrome/<script>", ""),
    ],
)
def test_what_a_device_says_of_its_browser_is_two_words_or_nothing(said, engine):
    assert engine_of(said) == engine
