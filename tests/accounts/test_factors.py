"""Codes, proofs and the pages on which somebody says how they sign in."""

import re
from datetime import timedelta

import pytest
import time_machine
from allauth.mfa.models import Authenticator

from accounts import services
from accounts.agents import device_of
from accounts.browsers import Browser
from accounts.factors import codes
from accounts.factors import services as factors
from accounts.models import Attempts, SignIn, User
from audit.models import AuditEvent
from core import clock
from core.errors import RuleError
from tests import factories as make
from tests.accounts.authenticator import Device, add_passkey
from tests.accounts.helpers import HOSTS, at_door, code_now, new_staff, wrong_code
from tests.browsing import browser, browser_of
from tests.racing import together

PAGE = "/sign-in/"
HERE = Browser("here")


def with_code_app(user):
    """A code app that has not been used yet."""
    return factors.TOTP.activate(user, make.TOTP_SECRET).instance


def password_first(user, door="online", **more):
    client = at_door(door)
    answer = client.post(PAGE, {"name": user.sign_in, "password": make.PASSWORD}, **more)
    return client, answer


def old(caller, **ago):
    SignIn.objects.filter(pk=caller.sign_in.pk).update(proved_at=clock.now() - timedelta(**ago))
    return browser_of(caller)


# A code after the password, online


def test_who_has_set_up_a_code_app_is_asked_for_its_code(cast):
    with_code_app(cast.users.ben)
    client, answer = password_first(cast.users.ben)
    assert (answer.status_code, answer["Location"]) == (303, PAGE)
    assert not SignIn.objects.filter(user=cast.users.ben).exists()
    assert client.post(PAGE, {"code": wrong_code()}).status_code == 400
    assert client.post(PAGE, {"code": code_now()}).status_code == 303
    assert SignIn.objects.filter(user=cast.users.ben).count() == 1


def test_a_code_works_once(cast):
    with_code_app(cast.users.ben)
    with time_machine.travel(clock.now(), tick=False):
        client, _ = password_first(cast.users.ben)
        assert client.post(PAGE, {"code": code_now()}).status_code == 303
        again, _ = password_first(cast.users.ben)
        assert again.post(PAGE, {"code": code_now()}).status_code == 400


def test_a_recovery_code_stands_in_for_the_app_and_works_once(cast):
    with_code_app(cast.users.ben)
    first, second, *_ = factors.make_recovery_codes(user=cast.users.ben, by=cast.users.ben)
    for code, status in ((first, 303), (first, 400), (second.replace(" ", ""), 303)):
        client, _ = password_first(cast.users.ben)
        assert client.post(PAGE, {"code": code}).status_code == status
    assert factors.recovery_codes_left(cast.users.ben) == 8


def test_new_recovery_codes_stop_the_old_ones(cast):
    with_code_app(cast.users.ben)
    old_one, *_ = factors.make_recovery_codes(user=cast.users.ben, by=cast.users.ben)
    factors.make_recovery_codes(user=cast.users.ben, by=cast.users.ben)
    client, _ = password_first(cast.users.ben)
    assert client.post(PAGE, {"code": old_one}).status_code == 400


def test_wrong_codes_are_counted_like_wrong_passwords(cast):
    with_code_app(cast.users.ben)
    client, _ = password_first(cast.users.ben)
    answers = [client.post(PAGE, {"code": wrong_code()}).status_code for _ in range(5)]
    assert answers == [400, 400, 400, 400, 429]
    assert client.post(PAGE, {"code": code_now()}).status_code == 429


def test_the_right_password_forgives_no_wrong_codes(cast):
    with_code_app(cast.users.ben)
    for _ in range(4):
        client, _ = password_first(cast.users.ben)
        client.post(PAGE, {"code": wrong_code()})
    assert Attempts.objects.get(subject=f"user:{cast.users.ben.pk}").failures == 4


def test_half_of_one_door_is_nothing_at_another(cast):
    """The key of a session that waits for a participant's code, shown at the door of staff."""
    with_code_app(cast.users.ben)
    client, _ = password_first(cast.users.ben)
    staff = at_door("staff")
    staff.cookies["sc_staff"] = client.cookies["sc_online"].value
    assert staff.post(PAGE, {"code": code_now()}).status_code == 400
    assert not Attempts.objects.filter(place="any").exists()  # else five of these would lock it
    with pytest.raises(RuleError):
        services.sign_in_staff(user=cast.users.ben, code=code_now())
    assert not SignIn.objects.filter(user=cast.users.ben).exists()


def test_after_the_password_the_session_is_another_and_after_the_code_again(cast):
    with_code_app(cast.users.ben)
    client = at_door("online")
    client.cookies["sc_online"] = "a" * 32
    client.post(PAGE, {"name": cast.users.ben.sign_in, "password": make.PASSWORD})
    half = client.cookies["sc_online"].value
    client.post(PAGE, {"code": code_now()})
    assert len({"a" * 32, half, client.cookies["sc_online"].value}) == 3


def test_half_way_lasts_for_five_minutes_and_can_start_again(cast):
    with_code_app(cast.users.ben)
    client, _ = password_first(cast.users.ben)
    assert "Code" in client.get(PAGE).text
    assert 'name="password"' in client.get(f"{PAGE}?again").text
    with time_machine.travel(clock.now() + timedelta(minutes=6)):
        assert 'name="password"' in client.get(PAGE).text


@pytest.mark.django_db(transaction=True)
def test_one_recovery_code_shown_twice_at_the_same_moment_lets_one_in(live_cast):
    nell = new_staff()
    code, *_ = factors.make_recovery_codes(user=nell, by=nell)

    def come():
        services.sign_in_staff(user=nell, code=code)
        return "in"

    assert sorted(together(come, come)) == ["in", "sign_in.failed"]


# How I sign in


def shown_secret(client):
    page = client.get("/me/sign-in/code-app/").text
    return re.search(r'class="num secret">([A-Z2-7 ]+)<', page)[1].replace(" ", "")


@pytest.mark.parametrize("who", ["ben", "mo"])
def test_a_code_app_is_set_up_by_showing_a_code_of_it(cast, who):
    client = browser(cast, who)
    secret = shown_secret(client)
    assert shown_secret(client) == secret
    assert client.post("/me/sign-in/code-app/", {"code": "000000"}).status_code == 400
    assert not codes.has(cast.caller(who).user)
    assert client.post("/me/sign-in/code-app/", {"code": code_now(secret)}).status_code == 303
    factor = Authenticator.objects.get()
    assert secret not in str(factor.data)
    assert shown_secret(client) != secret


def test_the_code_that_set_the_app_up_is_used(cast):
    client = browser(cast, "ben")
    with time_machine.travel(clock.now(), tick=False):
        secret = shown_secret(client)
        client.post("/me/sign-in/code-app/", {"code": code_now(secret)})
        half, _ = password_first(cast.users.ben)
        assert half.post(PAGE, {"code": code_now(secret)}).status_code == 400


def test_recovery_codes_are_shown_once_and_only_beside_a_code_app(cast):
    client = browser(cast, "ben")
    assert client.post("/me/sign-in/codes/").status_code == 303
    assert factors.recovery_codes_left(cast.users.ben) is None
    with_code_app(cast.users.ben)
    page = client.post("/me/sign-in/codes/").text
    assert len(re.findall(r">\d{4} \d{4}<", page)) == 10
    assert client.get("/me/sign-in/codes/").status_code == 405
    assert not re.findall(r">\d{4} \d{4}<", client.get("/me/sign-in/").text)


def test_with_the_code_app_its_paper_codes_go(cast):
    app = with_code_app(cast.users.ben)
    factors.make_recovery_codes(user=cast.users.ben, by=cast.users.ben)
    factors.remove_factor(factor=app, by=cast.users.ben)
    assert not Authenticator.objects.exists()


def test_taking_a_factor_away_again_changes_nothing(cast):
    app = with_code_app(cast.users.ben)
    assert factors.remove_factor(factor=app, by=cast.users.ben)
    assert not factors.remove_factor(factor=Authenticator(pk=app.pk, user=app.user, type="totp"), by=cast.users.ben)


def test_staff_keep_a_second_factor_always(cast):
    nell = new_staff()
    client = browser_of(make.caller(nell))
    app = Authenticator.objects.get(user=nell)
    client.post(f"/me/sign-in/{app.pk}/remove/")
    assert "Staff always have a second way" in client.get("/me/sign-in/").text
    add_passkey(client, Device(HOSTS["staff"]))
    client.post(f"/me/sign-in/{app.pk}/remove/")
    assert [factor.type for factor in codes.of(nell)] == ["webauthn"]


@pytest.mark.django_db(transaction=True)
def test_two_factors_taken_away_at_once_leave_one(live_cast):
    nell = new_staff()
    add_passkey(browser_of(make.caller(nell)), Device(HOSTS["staff"]))
    both = [lambda factor=factor: factors.remove_factor(factor=factor, by=nell) for factor in codes.of(nell)]
    assert sorted(map(str, together(*both))) == ["True", "factor.last"]
    assert len(codes.of(nell)) == 1


def test_a_passkey_that_is_the_only_way_in_stays(cast):
    add_passkey(browser(cast, "ben"), Device(HOSTS["online"]))
    User.objects.filter(pk=cast.users.ben.pk).update(password="")
    passkey = Authenticator.objects.get()
    with pytest.raises(RuleError) as refused:
        factors.remove_factor(factor=passkey, by=cast.users.ben)
    assert refused.value.code == "factor.last"


def test_nobody_takes_away_what_is_anothers(cast):
    app = with_code_app(cast.users.xan)
    assert browser(cast, "ben").post(f"/me/sign-in/{app.pk}/remove/").status_code == 404
    assert Authenticator.objects.filter(pk=app.pk).exists()


def test_a_new_password_ends_every_other_sign_in_and_keeps_this_one(cast):
    here, elsewhere = cast.caller("ben"), cast.caller("ben")
    client = browser_of(here)
    assert client.post("/me/sign-in/password/", {"password": "short"}).status_code == 400
    assert client.post("/me/sign-in/password/", {"password": "seven green rivers"}).status_code == 303
    assert client.get("/me/sign-in/").status_code == 200
    assert SignIn.objects.get(pk=elsewhere.sign_in.pk).ended_because == "secret_changed"
    cast.users.ben.refresh_from_db()
    assert services.proves("seven green rivers", cast.users.ben.password)


def test_a_new_sign_in_name_is_nobody_elses_and_not_the_alias(cast):
    client = browser(cast, "ben")
    for name, status in ((cast.users.fay.sign_in, 400), (cast.persons.ben.alias, 400), ("river.bend", 303)):
        answer = client.post("/me/sign-in/name/", {"name": name})
        assert answer.status_code == status
    cast.users.ben.refresh_from_db()
    assert cast.users.ben.sign_in == "river.bend"


@pytest.mark.parametrize(
    "page", ["sign-in/", "sign-in/code-app/", "sign-in/password/", "sign-in/name/", "devices/", "prove/"]
)
def test_a_shared_tablet_has_none_of_these_pages(cast, page):
    assert browser(cast, "ana").get(f"/me/{page}").status_code == 404


# Where I am signed in


def test_the_list_says_which_device_and_one_can_be_ended(cast):
    phone, _ = password_first(
        cast.users.ben, headers={"User-Agent": "Mozilla/5.0 (Android 13; Mobile; rv:1) Firefox/1"}
    )
    assert phone.get("/me/devices/").text.count("Firefox on Android") == 1
    other = cast.caller("ben")
    page = browser_of(other).get("/me/devices/").text
    assert page.count("This one") == 1
    assert "A browser" in page
    row = SignIn.objects.get(device="Firefox on Android")
    assert browser_of(other).post(f"/me/devices/{row.pk}/end/").status_code == 303
    assert phone.get("/me/devices/").status_code == 303


def test_signing_out_everywhere_leaves_this_one_and_then_offers_it(cast):
    here, *others = (cast.caller("ben") for _ in range(3))
    client = browser_of(here)
    client.post("/me/devices/end/")
    assert set(SignIn.objects.filter(user=cast.users.ben, ended_at=None)) == {here.sign_in}
    page = client.get("/me/devices/").text
    assert "Sign out here" in page
    assert "Sign out all others" not in page.split("<ul")[1]
    assert all(SignIn.objects.get(pk=each.sign_in.pk).ended_because == "ended_from_list" for each in others)
    answer = client.post(f"/me/devices/{here.sign_in.pk}/end/")
    assert answer["Location"] == "/sign-in/?because=signed_out"


def test_nobody_ends_the_sign_in_of_another_from_their_list(cast):
    other = cast.caller("xan").sign_in
    assert browser(cast, "ben").post(f"/me/devices/{other.pk}/end/").status_code == 404
    assert SignIn.objects.get(pk=other.pk).ended_at is None


def test_the_list_shows_nothing_that_is_over(cast):
    caller = cast.caller("ben")
    idle = cast.caller("ben")
    SignIn.objects.filter(pk=idle.sign_in.pk).update(active_at=clock.now() - timedelta(hours=3))
    assert browser_of(caller).get("/me/devices/").text.count("<b>A browser</b>") == 1


# Proofs


CHANGES = [
    "/me/sign-in/code-app/",
    "/me/sign-in/codes/",
    "/me/sign-in/password/",
    "/me/sign-in/name/",
    "/me/sign-in/passkeys/",
]


@pytest.mark.parametrize("page", CHANGES)
@pytest.mark.parametrize("who", ["ben", "mo"])
def test_changes_ask_for_a_proof_of_the_last_quarter_of_an_hour(cast, page, who):
    fresh, stale = old(cast.caller(who), minutes=14), old(cast.caller(who), minutes=15)
    assert "/me/prove/" not in fresh.post(page, {"x": "y"}).get("Location", "")
    answer = stale.post(
        page, {"x": "y"}, headers={"Referer": f"http://{HOSTS['online' if who == 'ben' else 'staff']}/me/sign-in/?a=b"}
    )
    assert (answer.status_code, answer["Location"]) == (303, "/me/prove/?next=%2Fme%2Fsign-in%2F%3Fa%3Db")


def test_the_way_back_from_a_proof_is_on_this_host(cast):
    client = old(cast.caller("ben"), hours=1)
    answer = client.post("/me/sign-in/codes/", headers={"Referer": "http://evil.example/here"})
    assert answer["Location"] == "/me/prove/?next=%2F"
    answer = client.post("/me/prove/?next=//evil.example", {"password": make.PASSWORD})
    assert answer["Location"] == "/"


def test_at_the_online_door_the_password_proves_it(cast):
    client = old(cast.caller("ben"), hours=1)
    assert client.post("/me/prove/?next=/me/devices/", {"password": "wrong-password"}).status_code == 400
    answer = client.post("/me/prove/?next=/me/devices/", {"password": make.PASSWORD})
    assert (answer.status_code, answer["Location"]) == (303, "/me/devices/")
    assert client.get("/me/sign-in/name/").status_code == 200


def test_staff_prove_it_with_a_second_factor_and_never_with_the_password(cast):
    nell = new_staff()
    caller = make.caller(nell)
    client = old(caller, hours=1)
    with pytest.raises(RuleError):
        factors.prove(sign_in=caller.sign_in, browser=HERE, password=make.PASSWORD)
    assert client.post("/me/prove/", {"password": make.PASSWORD}).status_code == 400
    assert client.post("/me/prove/?next=/me/sign-in/name/", {"code": code_now()}).status_code == 303
    assert client.get("/me/sign-in/name/").status_code == 200


def test_five_wrong_proofs_lock_a_member_of_staff_like_five_wrong_sign_ins(cast):
    nell = new_staff()
    client = old(make.caller(nell), hours=1)
    for _ in range(5):
        client.post("/me/prove/", {"code": wrong_code()})
    nell.refresh_from_db()
    assert nell.state == "locked"
    assert client.get("/me/sign-in/").status_code == 303


def test_scripts_are_told_by_a_code_that_a_proof_is_needed(cast):
    client = old(cast.caller("mo"), hours=1)
    answer = client.post("/me/sign-in/codes/", headers={"Accept": "application/json"})
    assert (answer.status_code, answer.json()["code"]) == (401, "sign_in.proof_needed")
    answer = client.post("/me/sign-in/codes/", headers={"HX-Request": "true"})
    assert (answer.status_code, answer["HX-Redirect"]) == (401, "/me/prove/?next=%2F")


def test_a_proof_of_a_sign_in_that_has_ended_proves_nothing(cast):
    nell = new_staff()
    caller = make.caller(nell)
    services.end_sign_in(sign_in=caller.sign_in, because="signed_out", by=nell)
    with pytest.raises(RuleError):
        factors.prove(sign_in=caller.sign_in, browser=HERE, code=code_now())


def test_what_is_changed_is_on_the_record_without_a_secret(cast):
    client = browser(cast, "ben")
    secret = shown_secret(client)
    client.post("/me/sign-in/code-app/", {"code": code_now(secret)})
    client.post("/me/sign-in/codes/")
    kinds = set(AuditEvent.objects.values_list("kind", flat=True))
    assert {"accounts.factor_added", "accounts.recovery_codes_made"} <= kinds
    assert secret not in str(list(AuditEvent.objects.values_list("detail", flat=True)))


@pytest.mark.parametrize(
    ("said", "device"),
    [
        ("Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/72.0 Mobile Safari/537.36", "Chrome on Android"),
        (
            "Mozilla/5.0 (Linux; Android 9; T5; wv) AppleWebKit/537.36 Version/4.0 Chrome/72.0 Safari/537.36",
            "An app on Android",
        ),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17.0 Mobile/15E148 Safari/604.1",
            "Safari on iPhone",
        ),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) CriOS/120.0 Mobile Safari/604.1", "Chrome on iPhone"),
        ("Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/120.0 Safari/537.36 Edg/120.0", "Edge on Windows"),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:120.0) Gecko/20100101 Firefox/120.0", "Firefox on Linux"),
        ("Mozilla/5.0 (X11; CrOS x86_64 1) Chrome/120.0 Safari/537.36", "Chrome on Chromebook"),
        ("curl/8", ""),
        ("", ""),
    ],
)
def test_a_device_is_named_by_what_its_browser_says(said, device):

    assert device_of(said) == device
