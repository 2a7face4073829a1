"""The sign-in pages of the three doors, as browsers meet them."""

import pytest
import time_machine
from django.urls import reverse

from accounts import services, tablets
from accounts.doors import DEVICE_COOKIE
from accounts.models import Attempts, SignIn, User
from custody.models import Tablet
from tests import factories as make
from tests.accounts.helpers import BARE, HOSTS, at_door, at_tablet, code_now, new_staff, number_of, wrong_code

PAGE = "/sign-in/"


def _at_tablet(client, user, pin=make.PIN, **more):
    return client.post(PAGE, {"number": number_of(user), "pin": pin}, **more)


def _online(client, user, password=make.PASSWORD):
    return client.post(PAGE, {"name": user.sign_in, "password": password})


def test_with_number_and_pin_somebody_inside_comes_in_at_an_enrolled_tablet(cast):
    client = at_tablet(cast.alder)
    answer = _at_tablet(client, cast.users.ana)
    assert (answer.status_code, answer["Location"]) == (303, "/")
    cookie = answer.cookies["sc_tablet"]
    assert (cookie["httponly"], cookie["samesite"], cookie["domain"], cookie["max-age"]) == (True, "Strict", "", "")
    assert SignIn.objects.get(user=cast.users.ana).door == "tablet"


def test_a_wrong_pin_keeps_the_number_and_drops_the_pin(cast):
    answer = _at_tablet(at_tablet(cast.alder), cast.users.ana, pin="999998")
    page = answer.content.decode()
    assert answer.status_code == 400
    assert 'data-code="sign_in.failed"' in page
    assert f'value="{number_of(cast.users.ana)}"' in page
    assert "999998" not in page
    assert "You can try 4 more times." in page


def test_the_page_names_the_tablet_and_says_who_reads(cast):
    client = at_tablet(cast.alder)
    label = Tablet.objects.get().label
    page = client.get(PAGE).content.decode()
    assert f"Tablet {label}. Not working? Show this number to staff." in page
    assert "Staff can read what you write here" in page


@pytest.mark.parametrize("cookie", ["", "nonsense", "nonsense.secret", "0190aaaa-0000-7000-8000-000000000000.x"])
def test_a_device_that_nobody_enrolled_shows_no_form_and_lets_nobody_in(cast, cookie):
    client = at_door("tablet")
    client.cookies[DEVICE_COOKIE] = cookie
    assert 'name="pin"' not in client.get(PAGE).content.decode()
    answer = _at_tablet(client, cast.users.ana)
    assert answer.status_code == 403
    assert not SignIn.objects.exists()


def test_after_five_wrong_pins_the_page_says_when_to_try_again(cast):
    client = at_tablet(cast.alder)
    for _ in range(5):
        answer = _at_tablet(client, cast.users.ana, pin="999998")
    assert answer.status_code == 429
    assert 890 <= int(answer["Retry-After"]) <= 901
    assert "Please wait" in answer.content.decode()
    assert _at_tablet(client, cast.users.ana).status_code == 429


def test_who_signs_in_after_another_ends_the_others_sign_in(cast):
    client = at_tablet(cast.alder)
    _at_tablet(client, cast.users.ana)
    _at_tablet(client, cast.users.oz)
    ended = SignIn.objects.get(user=cast.users.ana)
    assert ended.ended_because == "next_person"
    assert SignIn.objects.get(ended_at=None).user == cast.users.oz


def test_with_name_and_password_somebody_outside_comes_in_online(cast):
    answer = _online(at_door("online"), cast.users.ben)
    assert (answer.status_code, answer["Location"]) == (303, "/")
    assert "sc_online" in answer.cookies
    assert answer.cookies["sc_browser"]["httponly"]


def test_who_is_inside_does_not_come_in_online_and_is_told_so_only_with_the_right_password(cast):
    services.set_online_way_in(user=cast.users.ana, sign_in="river.bend", password=make.PASSWORD, by=None)
    cast.users.ana.refresh_from_db()
    client = at_door("online")
    assert _online(client, cast.users.ana, "wrong-password").status_code == 400
    answer = _online(client, cast.users.ana)
    assert answer.status_code == 403
    assert 'data-code="sign_in.other_door"' in answer.content.decode()


def test_an_unknown_name_is_answered_like_a_wrong_password_until_the_pause_and_in_it(cast):
    def answers(name):
        client = at_door("online")
        posts = [client.post(PAGE, {"name": name, "password": "wrong-password"}) for _ in range(6)]
        return [(post.status_code, _words(post.content.decode(), name)) for post in posts]

    assert answers(cast.users.ben.sign_in) == answers("nobody.at.all")


def _words(page, name):
    """The page's text without what differs on every page: what was typed, the CSRF token and the nonce."""
    main = page[page.index("<main") : page.index("</main>")]
    lines = [line for line in main.splitlines() if "csrfmiddlewaretoken" not in line]
    return "\n".join(lines).replace(name, "NAME")


def test_a_stranger_elsewhere_cannot_pause_the_account_on_its_owners_own_phone(cast):
    own = at_door("online")
    _online(own, cast.users.ben)
    own.post("/sign-out/")
    stranger = at_door("online")
    for _ in range(6):
        _online(stranger, cast.users.ben, "wrong-password")
    assert _online(stranger, cast.users.ben).status_code == 429
    assert _online(own, cast.users.ben).status_code == 303


def test_staff_need_password_and_code(cast):
    nell = new_staff()
    client = at_door("staff")
    first = client.post(PAGE, {"name": nell.sign_in, "password": make.PASSWORD})
    assert (first.status_code, first["Location"]) == (303, PAGE)
    assert client.get("/staff/sign-ins/").status_code == 303
    assert not SignIn.objects.exists()
    second = client.post(PAGE, {"code": code_now()})
    assert (second.status_code, second["Location"]) == (303, "/")
    assert SignIn.objects.get().user == nell


def test_a_code_without_the_password_before_it_is_nothing(cast):
    new_staff()
    client = at_door("staff")
    assert client.post(PAGE, {"code": code_now()}).status_code == 400
    assert not SignIn.objects.exists()


def test_between_password_and_code_are_five_minutes_at_most(cast):
    nell = new_staff()
    client = at_door("staff")
    with time_machine.travel("2026-11-23T12:00Z", tick=False) as moment:
        client.post(PAGE, {"name": nell.sign_in, "password": make.PASSWORD})
        moment.shift(301)
        assert client.post(PAGE, {"code": code_now()}).status_code == 400
    assert not SignIn.objects.exists()


def test_staff_are_locked_after_five_wrong_codes_and_the_right_one_comes_too_late(cast):
    nell = new_staff()
    client = at_door("staff")
    client.post(PAGE, {"name": nell.sign_in, "password": make.PASSWORD})
    for _ in range(5):
        assert client.post(PAGE, {"code": wrong_code()}).status_code == 400
    nell.refresh_from_db()
    assert nell.state == User.State.LOCKED
    assert client.post(PAGE, {"code": code_now()}).status_code == 400
    assert client.post(PAGE + "?again", {"name": nell.sign_in, "password": make.PASSWORD}).status_code == 400
    assert not SignIn.objects.exists()


def test_participants_do_not_come_in_by_the_staff_door_nor_staff_online_and_nobody_is_locked(cast):
    nell = new_staff()
    for client, user in ((at_door("staff"), cast.users.ben), (at_door("online"), nell)):
        for _ in range(6):
            assert _online(client, user).status_code in (400, 429)
    cast.users.ben.refresh_from_db()
    nell.refresh_from_db()
    assert (cast.users.ben.state, nell.state) == (User.State.ACTIVE, User.State.ACTIVE)
    assert not Attempts.objects.filter(subject__startswith="user:").exists()


def test_coming_in_changes_session_key_and_csrf_token(cast):
    client = at_door("online")
    client.get(PAGE)
    token = client.cookies["csrftoken"].value
    _online(client, cast.users.ben)
    first = client.cookies["sc_online"].value
    assert client.cookies["csrftoken"].value != token
    _online(client, cast.users.ben)
    assert client.cookies["sc_online"].value != first


def test_a_form_without_its_token_is_refused(cast):
    client = at_door("online", enforce_csrf_checks=True)
    assert _online(client, cast.users.ben).status_code == 403
    assert not SignIn.objects.exists()


@pytest.mark.parametrize(
    ("wanted", "lands"),
    [("/home/?x=1", "/home/?x=1"), ("https://evil.example/", "/"), ("//evil.example/", "/"), ("/\\evil.example", "/")],
)
def test_after_sign_in_one_lands_where_one_wanted_to_go_but_never_elsewhere(cast, wanted, lands):
    answer = at_door("online").post(
        f"{PAGE}?next={wanted}", {"name": cast.users.ben.sign_in, "password": make.PASSWORD}
    )
    assert answer["Location"] == lands


def test_the_bare_site_and_unknown_hosts_have_no_sign_in(db):
    assert at_door(BARE).get(PAGE).status_code == 404
    assert at_door("evil.example").get(PAGE).status_code == 400


@pytest.mark.parametrize("door", HOSTS)
def test_every_door_page_is_kept_by_no_cache(db, door):
    assert at_door(door).get(PAGE)["Cache-Control"] == "no-store"


def test_a_code_turns_a_browser_into_a_tablet_once(cast):
    tablet = tablets.add_tablet(facility=cast.alder, label="014", by=None)
    code = tablets.issue_code(tablet=tablet, by=None)
    client = at_door("tablet")
    answer = client.post("/enrol/", {"code": code.lower()})
    assert (answer.status_code, answer["Location"]) == (303, PAGE)
    device = answer.cookies[DEVICE_COOKIE]
    assert (device["httponly"], device["samesite"], device["domain"]) == (True, "Strict", "")
    assert int(device["max-age"]) > 300 * 24 * 3600
    again = at_door("tablet").post("/enrol/", {"code": code})
    assert again.status_code == 400
    assert 'data-code="tablet.code_unknown"' in again.content.decode()
    assert _at_tablet(client, cast.users.ana).status_code == 303


def test_wrong_codes_pause_the_browser_that_sends_them_and_no_other(cast):
    code = tablets.issue_code(tablet=tablets.add_tablet(facility=cast.alder, label="014", by=None), by=None)
    guesser, honest = at_door("tablet"), at_door("tablet")
    guesser.get("/enrol/")
    honest.get("/enrol/")
    for _ in range(5):
        guesser.post("/enrol/", {"code": "AAAAA-AAAAA"})
    assert guesser.post("/enrol/", {"code": code}).status_code == 429
    assert honest.post("/enrol/", {"code": code}).status_code == 303


def test_enrolling_is_at_the_tablet_door_only(db):
    assert at_door("online").get("/enrol/").status_code == 404
    assert at_door("staff").get("/enrol/").status_code == 404


def test_names_of_addresses_that_shells_and_others_rely_on():
    names = ("sign_in", "sign_out", "not_me", "lock", "here", "enrol", "language", "tablets", "pauses")
    assert all(reverse(f"accounts:{name}") for name in names)
