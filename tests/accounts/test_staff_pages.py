"""Staff's pages about the doors, through the browser."""

import re

import pytest

from accounts import sessions
from accounts.models import Attempts, RoleGrant, SignIn, User
from core import clock
from custody.models import Tablet
from tests import factories as make
from tests.accounts.helpers import at_door, number_of


def client_of(user):
    now = clock.now()
    sign_in = SignIn.objects.create(user=user, door="staff", started_at=now, active_at=now, proved_at=now)
    client = at_door("staff")
    name, key = sessions.cookie_for(sign_in)
    client.cookies[name] = key
    return client


@pytest.fixture
def ada(cast):
    return client_of(cast.ada)


@pytest.mark.parametrize("page", ["/staff/tablets/", "/staff/sign-ins/"])
@pytest.mark.parametrize(
    ("who", "status"), [("ada", 200), ("pat", 200), ("mo", 404), ("dov", 404), ("rue", 404), (None, 303)]
)
def test_who_opens_the_pages(cast, page, who, status):
    client = client_of(getattr(cast, who)) if who else at_door("staff")
    assert client.get(page).status_code == status
    assert at_door("tablet").get(page).status_code == 404


def test_the_bar_leads_only_those_who_may_to_these_pages(cast, ada):
    assert 'href="/staff/tablets/"' in ada.get("/staff/tablets/").content.decode()
    assert SignIn.objects.count() == 1


def test_a_tablet_is_added_gets_a_code_and_is_enrolled(cast, ada):
    ada.post("/staff/tablets/", {"facility": cast.alder.pk, "unit": cast.unit.pk, "label": "014"})
    tablet = Tablet.objects.get()
    answer = ada.post(f"/staff/tablets/{tablet.pk}/code/")
    page = answer.content.decode()
    [code] = re.findall(r"\b[2-9A-Z]{5}-[2-9A-Z]{5}\b", page)
    assert answer["Cache-Control"] == "no-store"
    assert at_door("tablet").post("/enrol/", {"code": code}).status_code == 303
    tablet.refresh_from_db()
    assert tablet.state == "active"


def test_a_code_is_not_given_by_a_link(cast, ada):
    tablet = make.tablet(cast.alder)
    assert ada.get(f"/staff/tablets/{tablet.pk}/code/").status_code == 405


def test_a_label_that_is_taken_is_told_and_nothing_typed_is_lost(cast, ada):
    make.tablet(cast.alder, label="014")
    answer = ada.post("/staff/tablets/", {"facility": cast.alder.pk, "label": "014"})
    assert answer.status_code == 400
    assert "has a tablet with that label" in answer.content.decode()
    assert 'value="014"' in answer.content.decode()


def test_tablets_of_other_facilities_are_not_there(cast, ada):
    other = make.tablet(cast.birch)
    assert other.label not in ada.get("/staff/tablets/").content.decode()
    assert ada.post("/staff/tablets/", {"facility": cast.birch.pk, "label": "015"}).status_code == 400
    for act in ("code", "suspend", "lose", "retire"):
        assert ada.post(f"/staff/tablets/{other.pk}/{act}/").status_code == 404
    other.refresh_from_db()
    assert (other.state, other.code) == ("active", "")


@pytest.mark.parametrize(("move", "state"), [("suspend", "suspended"), ("lose", "lost"), ("retire", "retired")])
def test_a_tablet_is_moved_and_a_second_click_is_told(cast, ada, move, state):
    tablet = make.tablet(cast.alder)
    assert ada.post(f"/staff/tablets/{tablet.pk}/{move}/").status_code == 303
    assert f"{tablet.label} is {state} now." in ada.get("/staff/tablets/").content.decode()
    again = ada.post(f"/staff/tablets/{tablet.pk}/{move}/")
    assert (again.status_code, "Please look again" in again.content.decode()) == (409, True)


def test_an_unknown_move_is_not_there(cast, ada):
    assert ada.post(f"/staff/tablets/{make.tablet(cast.alder).pk}/explode/").status_code == 404


def test_a_pause_is_seen_and_lifted(cast, ada):
    tablet = make.tablet(cast.alder, label="014")
    row = Attempts.objects.create(
        subject=f"user:{cast.users.ana.pk}",
        place=f"tablet:{tablet.pk}",
        since=clock.now(),
        pauses=1,
        paused_until=clock.now() + make.timedelta(minutes=15),
    )
    page = ada.get("/staff/sign-ins/").content.decode()
    assert cast.persons.ana.legal_name in page
    assert "Tablet 014" in page
    assert number_of(cast.users.ana) not in page
    ada.post(f"/staff/sign-ins/{row.pk}/lift/")
    row.refresh_from_db()
    assert row.paused_until is None
    assert cast.persons.ana.legal_name not in ada.get("/staff/sign-ins/").content.decode()


def test_counts_of_cards_and_of_nobody_are_no_pauses(cast):
    pat = client_of(cast.pat)
    for subject in ("card:1", "nobody:1", "enrol"):
        row = Attempts.objects.create(subject=subject, place="any", since=clock.now())
        assert pat.post(f"/staff/sign-ins/{row.pk}/lift/").status_code == 404


def test_a_locked_colleague_is_seen_and_unlocked_by_who_may(cast, ada):
    User.objects.filter(pk__in=[cast.mo.pk, cast.mia.pk]).update(state=User.State.LOCKED)
    page = ada.get("/staff/sign-ins/").content.decode()
    assert (">Mo<" in page, ">Mia<" in page) == (True, False)
    assert ada.post(f"/staff/sign-ins/{cast.mo.pk}/unlock/").status_code == 303
    assert ada.post(f"/staff/sign-ins/{cast.mia.pk}/unlock/").status_code == 404
    cast.mo.refresh_from_db()
    assert cast.mo.state == User.State.ACTIVE


@pytest.mark.parametrize("many", [1, 20])
def test_the_list_of_tablets_costs_the_same_for_one_and_for_many(cast, many, django_assert_max_num_queries):
    client = client_of(cast.ada)
    for _ in range(many):
        make.tablet(cast.alder)
    with django_assert_max_num_queries(30):
        client.get("/staff/tablets/")


def test_every_address_of_this_floor_has_a_gate():
    from accounts.urls import urlpatterns

    assert all(getattr(pattern.callback, "gate", "") for pattern in urlpatterns)


def test_roles_used_by_the_pages_exist():
    assert {"facility_administrator", "programme_administrator"} <= set(RoleGrant.Role.values)
