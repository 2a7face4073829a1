"""The page of staff of a unit: who lives there, a new PIN, a card, and a page that was found open."""

import pytest

from accounts import permissions, services
from accounts.models import RoleGrant, SignIn, User
from accounts.pins import services as pins
from accounts.pins.selectors import people_here
from accounts.sessions import cookie_for
from core import clock
from tests import factories as make
from tests.accounts.helpers import at_door, at_tablet, number_of

PAGE = "/staff/people-here/"


def browser(cast, who):
    client = at_door("staff")
    name, value = cookie_for(cast.caller(who).sign_in)
    client.cookies[name] = value
    return client


def shown(client, **more):
    return client.get(PAGE, more).content.decode()


def test_a_unit_is_shown_by_legal_name_and_number_and_never_by_alias(cast):
    page = shown(browser(cast, "uma"))
    assert cast.persons.ana.legal_name in page
    assert number_of(cast.users.ana) in page
    assert "Quiet River" not in page
    assert cast.persons.oz.legal_name not in page


def test_an_administrator_sees_everybody_inside_and_those_of_one_unit_when_asked(cast):
    client = browser(cast, "ada")
    assert cast.persons.oz.legal_name in shown(client)
    assert cast.persons.oz.legal_name not in shown(client, unit=str(cast.unit.pk))


@pytest.mark.parametrize("unit", ["nonsense", "0190aaaa-0000-7000-8000-000000000000"])
def test_a_unit_that_is_not_mine_is_not_there(cast, unit):
    elsewhere = make.unit(cast.birch)
    assert browser(cast, "uma").get(PAGE, {"unit": unit}).status_code == 404
    assert browser(cast, "uma").get(PAGE, {"unit": str(elsewhere.pk)}).status_code == 404


def test_a_search_finds_by_name_or_whole_number_within_my_units(cast):
    client = browser(cast, "uma")
    for words, found in ((cast.persons.ana.legal_name[-5:], True), (number_of(cast.users.ana), True), ("zz", False)):
        page = client.post(PAGE, {"q": words}).content.decode()
        assert (cast.persons.ana.legal_name in page) == found
    assert cast.persons.oz.legal_name not in client.post(PAGE, {"q": number_of(cast.users.oz)}).content.decode()


def test_the_new_pin_is_shown_once_with_a_slip_in_the_persons_language(cast):
    User.objects.filter(pk=cast.users.ana.pk).update(language="es")
    answer = browser(cast, "uma").post(f"{PAGE}{cast.persons.ana.pk}/pin/", {"reason": "forgot"})
    page = answer.content.decode()
    pin = page.partition("data-new-pin>")[2][:7].replace(" ", "")
    assert answer.status_code == 200
    assert "Su PIN para empezar" in page
    assert services.sign_in_tablet(tablet=make.tablet(cast.alder), number=number_of(cast.users.ana), pin=pin)


def test_without_a_reason_the_page_says_so_and_nothing_is_changed(cast):
    answer = browser(cast, "uma").post(f"{PAGE}{cast.persons.ana.pk}/pin/", {"reason": ""})
    assert answer.status_code == 400
    assert "Say why they need a new PIN." in answer.content.decode()
    assert not User.objects.get(pk=cast.users.ana.pk).pin_is_temporary


def test_nobody_of_another_unit_can_be_helped_by_address(cast):
    client = browser(cast, "uma")
    for way in ("pin", "card"):
        assert client.post(f"{PAGE}{cast.persons.oz.pk}/{way}/", {"reason": "forgot"}).status_code == 404


def test_the_state_of_each_pin_is_told_and_not_whether_there_is_a_silent_one(cast):
    rows = {row.person: row.pin for row in people_here(cast.ada)}
    assert rows == {cast.persons.ana: "own", cast.persons.oz: "own"}
    User.objects.filter(pk=cast.users.oz.pk).update(pin="")
    pins.reset_pin(person=cast.persons.ana, reason="seen", by=cast.uma)
    User.objects.filter(pk=cast.users.ana.pk).update(duress_pin="x")
    rows = {row.person: row.pin for row in people_here(cast.ada)}
    assert rows == {cast.persons.ana: "temporary", cast.persons.oz: "none"}
    User.objects.filter(pk=cast.users.ana.pk).update(pin_until=clock.now())
    assert {row.pin for row in people_here(cast.uma)} == {"over"}
    assert "silent" not in shown(browser(cast, "uma")).lower()


def test_the_list_costs_the_same_for_one_and_for_many(cast, django_assert_num_queries):
    for number in (1, 20):
        for _ in range(number):
            make.user(make.person(at=cast.alder, in_unit=cast.unit))
        with django_assert_num_queries(10):
            people_here(cast.uma)


# Not me


@pytest.fixture
def left_open(cast):
    """A tablet on which somebody else has just pressed 'Not me' on Ana's page."""
    client = at_tablet(cast.alder)
    client.post("/sign-in/", {"number": number_of(cast.users.ana), "pin": make.PIN})
    answer = client.post("/not-me/")
    assert "Tell staff that it was open" in client.get(answer["Location"]).content.decode()
    return client


def test_whoever_says_so_tells_staff_of_the_unit_that_a_page_was_found_open(cast, left_open):
    answer = left_open.post("/not-me/tell/")
    assert answer["Location"] == "/sign-in/?because=told"
    assert SignIn.objects.get().found_open_at
    page = shown(browser(cast, "uma"))
    assert "Somebody else&#x27;s page was found open" in page or "Somebody else's page was found open" in page
    assert cast.persons.ana.legal_name in page


def test_who_says_nothing_leaves_no_line(cast, left_open):
    assert SignIn.objects.get().ended_because == "not_me"
    assert "was found open" not in shown(browser(cast, "uma"))


def test_it_is_told_once_and_only_after_not_me(cast, left_open):
    left_open.post("/not-me/tell/")
    again = left_open.post("/not-me/tell/")
    assert again["Location"] == "/sign-in/"
    stranger = at_tablet(cast.alder)
    assert stranger.post("/not-me/tell/")["Location"] == "/sign-in/"
    assert "Tell staff" not in stranger.get("/sign-in/?because=not_me").content.decode()


def test_a_line_about_somebody_of_another_unit_is_not_shown(cast):
    client = at_tablet(cast.alder)
    client.post("/sign-in/", {"number": number_of(cast.users.oz), "pin": make.PIN})
    client.post("/not-me/")
    client.post("/not-me/tell/")
    assert "was found open" not in shown(browser(cast, "uma"))
    assert "was found open" in shown(browser(cast, "ada"))


def test_what_nobody_can_read_any_more_is_not_read_by_whoever_signs_in_next(cast, left_open):
    left_open.post("/sign-in/", {"number": number_of(cast.users.oz), "pin": make.PIN})
    assert left_open.post("/not-me/tell/")["Location"] == "/sign-in/"
    assert SignIn.objects.get(user=cast.users.ana).found_open_at is None


@pytest.mark.parametrize("page", ["/", "/my-pin/", "/nowhere/", "room", "/help/"])
def test_not_me_is_one_press_away_on_every_page_at_a_shared_tablet(cast, page):
    client = at_tablet(cast.alder)
    client.post("/sign-in/", {"number": number_of(cast.users.ana), "pin": make.PIN})
    path = f"/rooms/{cast.room.pk}/" if page == "room" else page
    assert 'action="/not-me/"' in client.get(path, follow=True).content.decode()


def test_not_me_is_there_before_somebody_has_a_name(cast):
    newcomer = make.user(make.person(at=cast.alder))
    type(newcomer.person).objects.filter(pk=newcomer.person_id).update(alias="")
    client = at_tablet(cast.alder)
    client.post("/sign-in/", {"number": number_of(newcomer), "pin": make.PIN})
    assert 'action="/not-me/"' in client.get("/", follow=True).content.decode()


# A role in a unit


def test_a_grant_for_a_unit_covers_what_names_that_unit_and_nothing_else(cast):
    role = RoleGrant.Role.UNIT_STAFF
    west = make.unit(cast.alder, "West 1")
    has = permissions.has_role
    assert has(cast.uma, role, facility_ids=[cast.alder.pk], unit_ids=[cast.unit.pk])
    assert not has(cast.uma, role, facility_ids=[cast.alder.pk], unit_ids=[west.pk])
    assert not has(cast.uma, role, facility_ids=[cast.alder.pk])
    assert not permissions.facilities_in_scope(cast.uma, role).exists()
    assert list(permissions.units_in_scope(cast.uma, role)) == [cast.unit]
    assert set(permissions.units_in_scope(cast.ada, RoleGrant.Role.FACILITY_ADMIN)) == {cast.unit, west}
    assert permissions.staff_covering(role, facility_ids=[cast.alder.pk], unit_ids=[cast.unit.pk]) == [cast.uma]


def test_an_administrator_of_the_facility_releases_staff_of_its_units(cast):
    User.objects.filter(pk=cast.uma.pk).update(state=User.State.LOCKED)
    assert services.may_unlock(cast.uma, cast.ada)
