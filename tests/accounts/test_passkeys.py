"""Passkeys: what a device shows counts at its own host, for its own challenge, once."""

import json
from datetime import timedelta

import pytest
import time_machine
from allauth.mfa.models import Authenticator

from accounts import services
from accounts.browsers import Browser
from accounts.models import SignIn
from core import clock
from core.errors import RuleError
from custody.models import CustodyEvent
from tests import factories as make
from tests.accounts.authenticator import UV, Device, Flag, add_passkey, options_for
from tests.accounts.helpers import HOSTS, at_door, new_staff
from tests.browsing import browser, browser_of
from tests.racing import together

PAGE = "/sign-in/"


@pytest.fixture
def phone(cast):
    """Ben's phone, with a passkey of his account."""
    device = Device(HOSTS["online"])
    assert add_passkey(browser(cast, "ben"), device).status_code == 303
    return device


@pytest.fixture
def key(cast):
    """Mo's passkey, at the door of staff."""
    device = Device(HOSTS["staff"])
    assert add_passkey(browser(cast, "mo"), device).status_code == 303
    return device


def comes_in(device, client=None, **lies):
    client = client or at_door("online")
    return client.post(PAGE, {"credential": device.show(options_for(client, "sign_in"), **lies)})


def standing(user):
    return SignIn.objects.filter(user=user, ended_at=None)


def test_with_a_passkey_alone_somebody_comes_in_online(cast, phone):
    standing(cast.users.ben).delete()
    answer = comes_in(phone)
    assert (answer.status_code, answer["Location"]) == (303, "/")
    assert standing(cast.users.ben).get().proved_at is not None
    assert Authenticator.objects.get().last_used_at is not None


@pytest.mark.parametrize(
    "lies",
    [
        {"origin": "https://online.localhost:8000"},
        {"origin": "http://online.localhost:8000.evil.example"},
        {"origin": f"http://{HOSTS['staff']}"},
        {"party": "localhost"},
        {"party": "staff.localhost"},
        {"challenge": b"0" * 32},
        {"cross_origin": True},
        {"flags": Flag.UP},
        {"flags": Flag.UV},
    ],
)
def test_what_was_shown_elsewhere_or_without_the_person_opens_nothing(cast, phone, lies):
    standing(cast.users.ben).delete()
    answer = comes_in(phone, **lies)
    assert answer.status_code == 400
    assert 'data-code="factor.passkey_refused"' in answer.text
    assert not standing(cast.users.ben).exists()


def test_another_key_with_the_same_name_opens_nothing(cast, phone):
    forged = Device(HOSTS["online"])
    forged.id, forged.handle = phone.id, phone.handle
    assert comes_in(forged).status_code == 400


def test_the_key_of_one_person_does_not_open_the_account_of_another(cast, phone):
    phone.handle = cast.users.xan.pk.bytes
    assert comes_in(phone).status_code == 400


def test_a_challenge_works_once(cast, phone):
    client = at_door("online")
    shown = phone.show(options_for(client, "sign_in"))
    assert client.post(PAGE, {"credential": shown}).status_code == 303
    client.post("/sign-out/")
    assert client.post(PAGE, {"credential": shown}).status_code == 400


def test_a_wrong_answer_uses_the_challenge_up(cast, phone):
    client = at_door("online")
    options = options_for(client, "sign_in")
    assert client.post(PAGE, {"credential": phone.show(options, flags=Flag.UP)}).status_code == 400
    assert client.post(PAGE, {"credential": phone.show(options)}).status_code == 400


def test_a_challenge_lives_for_five_minutes(cast, phone):
    with time_machine.travel(clock.now(), tick=False) as moment:
        for minutes, status in ((5, 303), (6, 400)):
            client = at_door("online")
            options = options_for(client, "sign_in")
            moment.shift(timedelta(minutes=minutes))
            assert client.post(PAGE, {"credential": phone.show(options)}).status_code == status


def test_a_challenge_of_another_session_or_for_another_purpose_is_none(cast, phone):
    mine, anothers = at_door("online"), at_door("online")
    shown = phone.show(options_for(mine, "sign_in"))
    assert anothers.post(PAGE, {"credential": shown}).status_code == 400
    ben = browser(cast, "ben")
    shown = phone.show(options_for(ben, "prove"))
    assert ben.post(PAGE, {"credential": shown}).status_code == 400


@pytest.mark.parametrize("said", ["", "nonsense", "[]", "{}", '{"id": 5}', "null", "x" * 30_000, '{"response": {}}'])
def test_what_is_no_answer_of_a_device_is_refused_in_words(cast, said):
    client = at_door("online")
    options_for(client, "sign_in")
    assert client.post(PAGE, {"credential": said}).status_code == 400


def test_a_device_that_counts_and_falls_back_is_a_copy(cast):
    device = Device(HOSTS["online"], counts=True)
    add_passkey(browser(cast, "ben"), device)
    assert comes_in(device).status_code == 303
    device.counter = 0
    assert comes_in(device).status_code == 400


def test_a_passkey_that_was_taken_off_the_list_opens_nothing(cast, phone):
    ben = browser(cast, "ben")
    passkey = Authenticator.objects.get()
    assert ben.post(f"/me/sign-in/{passkey.pk}/remove/").status_code == 303
    assert comes_in(phone).status_code == 400


def test_custody_decides_over_a_passkey_as_over_a_password(cast, phone):
    make.custody_event(cast.persons.ben, CustodyEvent.Kind.RETURNED, at=cast.alder, occurred_at=clock.now())
    assert comes_in(phone).status_code == 403


def test_wrong_passwords_elsewhere_do_not_close_the_door_to_a_passkey(cast, phone):
    stranger = at_door("online")
    for _ in range(6):
        stranger.post(PAGE, {"name": cast.users.ben.sign_in, "password": "wrong-password"})
    assert comes_in(phone).status_code == 303


def test_each_step_has_a_session_of_its_own(cast, phone):
    client = at_door("online")
    options = options_for(client, "sign_in")
    before = client.cookies["sc_online"].value
    client.post(PAGE, {"credential": phone.show(options)})
    assert client.cookies["sc_online"].value != before
    assert comes_in(phone, client).status_code == 303


def test_the_same_passkey_is_listed_once_and_no_list_has_more_than_ten(cast, phone):
    ben = browser(cast, "ben")
    assert "on your list already" in add_passkey(ben, phone).text
    for _ in range(9):
        assert add_passkey(ben, Device(HOSTS["online"])).status_code == 303
    answer = add_passkey(ben, Device(HOSTS["online"]), name="The eleventh")
    assert answer.status_code == 400
    assert 'value="The eleventh"' in answer.text
    assert Authenticator.objects.count() == 10


def test_a_passkey_is_made_with_the_persons_own_finger_face_or_code(cast):
    assert add_passkey(browser(cast, "ben"), Device(HOSTS["online"]), flags=Flag.UP).status_code == 400
    options = options_for(browser(cast, "ben"), "add")["publicKey"]
    assert options["authenticatorSelection"]["userVerification"] == "required"
    assert options["authenticatorSelection"]["residentKey"] == "required"
    assert options["rp"]["id"] == "online.localhost"


def test_a_passkey_made_at_one_door_is_nothing_at_another(cast, key):
    client = at_door("online")
    key.host = HOSTS["online"]
    assert comes_in(key, client).status_code == 400


def test_staff_show_the_password_before_the_passkey(cast, key):
    client = at_door("staff")
    assert client.post("/passkey/second/").status_code == 404
    assert client.post("/passkey/sign_in/").status_code == 404
    client.post(PAGE, {"name": cast.mo.sign_in, "password": make.PASSWORD})
    half = client.cookies["sc_staff"].value
    shown = key.show(options_for(client, "second"))
    assert client.post(PAGE, {"credential": shown}).status_code == 303
    assert client.cookies["sc_staff"].value != half


def test_a_colleagues_passkey_is_no_second_factor(cast, key):
    client = at_door("staff")
    nell = new_staff()
    client.post(PAGE, {"name": nell.sign_in, "password": make.PASSWORD})
    options = options_for(client, "second")
    assert options["publicKey"].get("allowCredentials", []) == []
    assert client.post(PAGE, {"credential": key.show(options)}).status_code == 400


@pytest.mark.parametrize("purpose", ["sign_in", "second", "prove", "unlock", "add", "nonsense"])
def test_nobody_is_asked_for_a_passkey_at_a_tablet(cast, purpose):
    assert browser(cast, "ana").post(f"/passkey/{purpose}/").status_code == 404


def test_no_challenge_is_handed_out_twice(cast):
    client = at_door("online")
    assert options_for(client, "sign_in") != options_for(client, "sign_in")


@pytest.mark.django_db(transaction=True)
def test_two_answers_to_one_challenge_at_the_same_moment_are_one_sign_in(live_cast):
    ben = live_cast.users.ben
    device = Device(HOSTS["online"])
    add_passkey(browser_of(live_cast.caller("ben")), device)
    SignIn.objects.all().delete()
    client = at_door("online")
    shown = device.show(options_for(client, "sign_in"))
    cookie = client.cookies["sc_online"].value

    def come():
        other = at_door("online")
        other.cookies["sc_online"] = cookie
        return other.post(PAGE, {"credential": shown}).status_code

    assert sorted(together(come, come)) == [303, 400]
    assert SignIn.objects.filter(user=ben).count() == 1


def test_a_checked_passkey_of_an_account_that_is_off_lets_nobody_in(cast, phone):
    user = cast.users.ben
    type(user).objects.filter(pk=user.pk).update(state="disabled", disabled_because="killed")
    passkey = Authenticator.objects.get()
    with pytest.raises(RuleError) as refused:
        services.finish_online(user=user, passkey=passkey, browser=Browser("x"))
    assert refused.value.code == "sign_in.failed"


def test_options_say_what_they_are_in_json(cast):
    answer = at_door("online").post("/passkey/sign_in/")
    assert (answer["Content-Type"], json.loads(answer.content)["publicKey"]["userVerification"]) == (
        "application/json",
        "required",
    )
    assert UV & Flag.UV
