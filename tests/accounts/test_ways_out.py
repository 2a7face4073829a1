"""Going out, and what every request leaves behind."""

from datetime import timedelta

import pytest
import time_machine

from accounts import services
from accounts.models import SignIn, User
from core import clock
from core.models import Change
from custody.models import CustodyEvent, Tablet
from tests import factories as make
from tests.accounts.helpers import at_door, at_tablet, code_now, new_staff, number_of

NOON = "2026-11-23T12:00Z"


@pytest.fixture
def ana(cast):
    """Ana, signed in at a tablet."""
    client = at_tablet(cast.alder)
    client.post("/sign-in/", {"number": number_of(cast.users.ana), "pin": make.PIN})
    return client


@pytest.fixture
def ben(cast):
    client = at_door("online")
    client.post("/sign-in/", {"name": cast.users.ben.sign_in, "password": make.PASSWORD})
    return client


def staff_client(*grants):
    nell = new_staff("Nell", *grants)
    client = at_door("staff")
    client.post("/sign-in/", {"name": nell.sign_in, "password": make.PASSWORD})
    client.post("/sign-in/", {"code": code_now()})
    return client


@pytest.mark.parametrize(("way", "because"), [("sign-out", "signed_out"), ("not-me", "not_me"), ("lock", "locked")])
def test_each_way_out_ends_the_sign_in_at_once_and_says_so(ana, way, because):
    old = ana.cookies["sc_tablet"].value
    answer = ana.post(f"/{way}/")
    assert (answer.status_code, answer["Location"]) == (303, f"/sign-in/?because={because}")
    sign_in = SignIn.objects.get()
    assert sign_in.ended_because == because
    assert Change.objects.filter(kind="sign_in.ended", subject=str(sign_in.pk)).exists()
    assert ana.cookies["sc_tablet"].value != old
    ana.cookies["sc_tablet"] = old
    assert ana.post("/here/").status_code == 303
    assert 'role="status"' in ana.get(answer["Location"]).content.decode()


@pytest.mark.parametrize("way", ["sign-out", "not-me", "lock"])
def test_going_out_twice_or_without_having_come_in_is_no_error(db, ana, way):
    assert [ana.post(f"/{way}/").status_code for _ in range(2)] == [303, 303]
    assert SignIn.objects.exclude(ended_at=None).count() == 1


@pytest.mark.parametrize("way", ["sign-out", "not-me", "lock", "here", "language"])
def test_ways_out_are_no_links(ana, way):
    assert ana.get(f"/{way}/").status_code == 405


def test_a_language_is_kept_with_the_person(cast, ben):
    answer = ben.post("/language/", {"language": "es", "next": "/sign-in/?because=locked"})
    assert (answer.status_code, answer["Location"]) == (303, "/sign-in/?because=locked")
    assert User.objects.get(pk=cast.users.ben.pk).language == "es"


def test_before_sign_in_a_language_is_kept_on_the_device(db):
    client = at_door("tablet")
    client.post("/language/", {"language": "es", "next": "https://evil.example/"})
    page = client.get("/sign-in/")
    assert page["Content-Language"] == "es"
    assert "Esta tableta no está lista todavía" in page.content.decode()


def test_a_language_that_we_do_not_speak_changes_nothing(ben, cast):
    ben.post("/language/", {"language": "xx"})
    assert User.objects.get(pk=cast.users.ben.pk).language == "en"
    assert "language" not in ben.cookies


def test_being_there_is_noted_once_a_minute(cast):
    with time_machine.travel(NOON, tick=False) as moment:
        client = at_tablet(cast.alder)
        client.post("/sign-in/", {"number": number_of(cast.users.ana), "pin": make.PIN})
        came = clock.now()
        for seconds, noted in ((59, came), (1, came + timedelta(seconds=60)), (30, came + timedelta(seconds=60))):
            moment.shift(seconds)
            client.post("/here/")
            assert SignIn.objects.get().active_at == noted
        assert Tablet.objects.get().last_seen_at == came + timedelta(seconds=60)


@pytest.mark.parametrize("headers", [{"HX-Request": "true"}, {"Accept": "application/json"}])
def test_what_a_page_fetches_by_itself_is_not_being_there(cast, headers):
    with time_machine.travel(NOON, tick=False) as moment:
        client = staff_client(("facility_administrator", cast.alder))
        before = SignIn.objects.get().active_at
        moment.shift(timedelta(minutes=5))
        assert client.get("/staff/tablets/", headers=headers).status_code == 200
        assert SignIn.objects.get().active_at == before
        client.get("/staff/tablets/")
        assert SignIn.objects.get().active_at > before


def test_a_page_of_somebody_whose_door_has_closed_asks_to_sign_in(cast, ana):
    make.custody_event(cast.persons.ana, CustodyEvent.Kind.RELEASED, occurred_at=clock.now())
    assert ana.post("/here/").status_code == 303


def test_a_session_that_was_ended_elsewhere_while_a_request_ran_stays_ended(cast, ben):
    services.end_all_sign_ins(user=cast.users.ben, because="custody", by=None)
    assert ben.post("/here/").status_code == 303


def test_the_bare_site_sets_no_session_cookie(db):
    client = at_door("localhost:8000")
    client.get("/sign-in/")
    assert not [name for name in client.cookies if name.startswith("sc_")]


def test_in_production_cookies_are_secure(cast, settings):
    settings.SESSION_COOKIE_SECURE = True
    client = at_door("online")
    answer = client.post("/sign-in/", {"name": cast.users.ben.sign_in, "password": make.PASSWORD})
    assert answer.cookies["sc_online"]["secure"]
    assert answer.cookies["sc_browser"]["secure"]
