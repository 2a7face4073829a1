"""What people try at doors: planted sessions, made-up hosts, codes used twice, many hands at once."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.core.handlers.asgi import ASGIRequest
from django.core.handlers.base import BaseHandler
from django.test import Client

from accounts import attempts, services, sessions, tablets
from accounts.doors import DEVICE_COOKIE, identify
from accounts.errors import CodeExpired, CodeUnknown, OtherDoor, SignInFailed
from accounts.models import Attempts, SignIn, User
from accounts.pins import services as pins
from accounts.sessions import cookie_for
from accounts.views import ways_in
from core import clock
from custody.models import CustodyEvent
from tests import factories as make
from tests.accounts.helpers import HOSTS, at_door, at_tablet, code_now, enrolled, new_staff, number_of
from tests.racing import together

PAGE = "/sign-in/"
WRONG = "735264"
ROOT = Path(__file__).resolve().parents[2]


def from_tablet(client, user, pin=make.PIN, **more):
    return client.post(PAGE, {"number": number_of(user), "pin": pin}, **more)


def from_outside(client, user, **more):
    return client.post(PAGE, {"name": user.sign_in, "password": make.PASSWORD}, **more)


def from_staff(client, user):
    client.post(PAGE, {"name": user.sign_in, "password": make.PASSWORD})
    return client.post(PAGE, {"code": code_now()})


# Sessions


@pytest.fixture(params=["tablet", "online", "staff"])
def way_in(request, cast):
    """A browser at a door, what signs in there, and the page that it opens."""
    if request.param == "tablet":
        return "tablet", at_tablet(cast.alder), lambda client: from_tablet(client, cast.users.ana)
    if request.param == "online":
        return "online", at_door("online"), lambda client: from_outside(client, cast.users.ben)
    nell = new_staff("Nell", ("facility_administrator", cast.alder))
    return "staff", at_door("staff"), lambda client: from_staff(client, nell)


def planted(**kept):
    """A session that somebody made, and whose key they have put into another's browser."""
    session = SessionStore()
    session.update(kept or {"something": "theirs"})
    session.save()
    return session.session_key


def test_a_planted_cookie_is_worthless_after_the_sign_in(way_in):
    door, client, come_in = way_in
    key = planted()
    client.cookies[f"sc_{door}"] = key
    assert come_in(client).status_code == 303
    assert client.cookies[f"sc_{door}"].value != key
    assert not SessionStore().exists(key)
    assert not identify(host=HOSTS[door], cookies={f"sc_{door}": key}).signed_in


def test_the_key_changes_at_every_sign_in(way_in):
    door, client, come_in = way_in
    come_in(client)
    first = client.cookies[f"sc_{door}"].value
    if door == "staff":  # a code works once
        client.post("/sign-out/")
        assert not SessionStore().exists(first)
        return
    come_in(client)
    assert client.cookies[f"sc_{door}"].value != first
    assert not SessionStore().exists(first)


def test_a_made_up_key_is_never_taken_over(way_in):
    door, client, come_in = way_in
    client.cookies[f"sc_{door}"] = "a" * 32
    come_in(client)
    assert client.cookies[f"sc_{door}"].value != "a" * 32


def test_nothing_that_was_in_the_session_before_comes_along(way_in):
    door, client, come_in = way_in
    client.cookies[f"sc_{door}"] = planted(first_use={"passed": 3}, left_open="x")
    come_in(client)
    kept = SessionStore(client.cookies[f"sc_{door}"].value).load()
    assert {"first_use", "left_open"}.isdisjoint(kept)


def test_the_half_way_session_of_staff_opens_nothing(cast):
    nell = new_staff("Nell", ("facility_administrator", cast.alder))
    client = at_door("staff")
    client.post(PAGE, {"name": nell.sign_in, "password": make.PASSWORD})
    assert client.get("/staff/sign-ins/").status_code == 303
    assert not identify(host=HOSTS["staff"], cookies={"sc_staff": client.cookies["sc_staff"].value}).signed_in


@pytest.mark.parametrize("door", ["tablet", "online", "staff"])
@pytest.mark.parametrize("single", [False, True])
def test_a_session_of_one_door_opens_no_other_however_the_cookie_is_named(cast, settings, door, single):
    settings.SINGLE_HOST = single
    if single:
        settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, "localhost"]
    for who in ("ana", "ben", "ada"):
        sign_in = cast.caller(who).sign_in
        _, value = cookie_for(sign_in)
        host = "localhost:8000" if single else HOSTS[door]
        caller = identify(host=host, cookies={f"sc_{door}": value})
        assert caller.signed_in == (sign_in.door == door), (who, door)


def test_on_a_single_host_a_page_of_another_door_does_not_take_the_session(cast, settings):
    settings.SINGLE_HOST = True
    name, value = cookie_for(cast.caller("ben").sign_in)
    for path in ("/tablet/", "/staff/", "/enrol/"):
        assert not identify(host="localhost:8000", cookies={name: value}, path=path).signed_in
    assert identify(host="localhost:8000", cookies={name: value}, path="/online/").signed_in
    assert not identify(host="evil.example", cookies={name: value}, path="/online/").signed_in


# Hosts


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("staff.localhost:9999", 303),
        ("STAFF.LocalHost:8000", 303),
        ("staff.localhost.:8000", 404),
        ("tablet.localhost:8000", 404),
        ("localhost:8000", 404),
        ("staff.localhost.evil.example", 400),
        ("staff.localhost@evil.example", 400),
        ("xstaff.localhost", 400),
        ("staff.localhost:80:80", 400),
        ("[::1]:8000", 400),
    ],
)
def test_only_the_doors_own_name_is_the_door(db, host, status):
    assert Client(HTTP_HOST=host).get("/staff/sign-ins/").status_code == status


@pytest.mark.parametrize("header", ["X-Forwarded-Host", "X-Host", "X-Original-Host", "Forwarded", "X-Forwarded-Server"])
def test_no_other_header_says_the_host(cast, header):
    client = at_tablet(cast.alder)
    value = "host=staff.localhost" if header == "Forwarded" else "staff.localhost:8000"
    assert client.get("/staff/sign-ins/", headers={header: value}).status_code == 404
    assert client.get(PAGE, headers={header: value}).status_code == 200


def asked(path, *hosts):
    """The status of a request as our server hands it on, with as many Host headers as these."""
    scope = {
        "type": "http",
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": path,
        "query_string": b"",
        "headers": [(b"host", host.encode()) for host in hosts],
        "client": ["127.0.0.1", 1],
        "server": ["127.0.0.1", 8000],
    }
    handler = BaseHandler()
    handler.load_middleware()
    return handler.get_response(ASGIRequest(scope, BytesIO())).status_code


@pytest.mark.parametrize(
    ("path", "hosts", "status"),
    [
        ("/staff/sign-ins/", ["staff.localhost"], 303),
        ("/staff/sign-ins/", ["staff.localhost", "tablet.localhost"], 400),
        ("/staff/sign-ins/", ["tablet.localhost", "staff.localhost"], 400),
        ("/staff/sign-ins/", ["staff.localhost", "staff.localhost"], 400),
        ("http://staff.localhost/staff/sign-ins/", ["tablet.localhost"], 404),
        ("//staff.localhost/staff/sign-ins/", ["tablet.localhost"], 404),
    ],
)
def test_two_hosts_are_none_and_a_whole_address_in_the_request_line_says_nothing(db, path, hosts, status):
    assert asked(path, *hosts) == status


# Many at once


def test_many_people_of_one_address_come_in_while_strangers_fail(cast):
    """A facility has one address: whoever fails there fails for one account on one tablet."""
    address = {"REMOTE_ADDR": "203.0.113.7"}
    people = [make.user(make.person(at=cast.alder)) for _ in range(40)]
    own, strangers = at_tablet(cast.alder), at_tablet(cast.alder)
    outside = at_door("online")
    for number, user in enumerate(people):
        assert strangers.post(PAGE, {"number": f"404{number}", "pin": WRONG}, **address).status_code == 400
        assert (
            outside.post(PAGE, {"name": f"nobody{number}", "password": "wrong-password"}, **address).status_code == 400
        )
        assert from_tablet(own, user, **address).status_code == 303
    assert SignIn.objects.count() == len(people)
    assert from_outside(at_door("online"), cast.users.ben, **address).status_code == 303


def test_no_code_of_ours_asks_for_an_address():
    """So that no limit can hang on it, in this door or in any other."""
    asks = re.compile(
        r"REMOTE_ADDR|X_FORWARDED_FOR|X-Forwarded-For|X_REAL_IP|get_client_ip|\bclient_ip\b", re.IGNORECASE
    )
    places = [ROOT / name for name in ("platform", "groups", "chat", "moderation")]
    found = [path for place in places for path in place.rglob("*.py") if asks.search(path.read_text())]
    assert not found


def test_fifty_wrong_pins_of_fifty_people_on_one_tablet_pause_nobody(cast):
    client, elsewhere = at_tablet(cast.alder), at_tablet(cast.alder)
    people = [make.user(make.person(at=cast.alder)) for _ in range(50)]
    assert {from_tablet(client, user, WRONG).status_code for user in people} == {400}
    assert not Attempts.objects.exclude(paused_until=None).exists()
    for _ in range(attempts.LIMIT - 1):
        paused = from_tablet(client, people[0], WRONG)
    assert paused.status_code == 429
    assert Attempts.objects.exclude(paused_until=None).count() == 1
    assert from_tablet(client, people[1]).status_code == 303
    assert from_tablet(elsewhere, people[0]).status_code == 303


# Between the proof and the session


def test_who_is_released_between_the_proof_and_the_session_is_in_nowhere(cast, monkeypatch):
    begin = sessions.begin

    def released_meanwhile(request, sign_in):
        make.custody_event(cast.persons.ana, CustodyEvent.Kind.RELEASED, occurred_at=clock.now())
        begin(request, sign_in)

    client = at_tablet(cast.alder)
    monkeypatch.setattr(ways_in.sessions, "begin", released_meanwhile)
    assert from_tablet(client, cast.users.ana).status_code == 303
    assert client.get("/").status_code == 303
    assert "/sign-in/" in client.get("/my-pin/")["Location"]
    key = client.cookies["sc_tablet"].value
    assert not identify(host=HOSTS["tablet"], cookies={"sc_tablet": key}).signed_in


def test_who_is_released_between_the_hash_and_the_transaction_does_not_come_in(cast, monkeypatch):
    at_the_tablet = services.proofs.at_tablet

    def released_meanwhile(*args, **kwargs):
        proof = at_the_tablet(*args, **kwargs)
        make.custody_event(cast.persons.ana, CustodyEvent.Kind.RELEASED, occurred_at=clock.now())
        return proof

    monkeypatch.setattr(services.proofs, "at_tablet", released_meanwhile)
    tablet = make.tablet(cast.alder)
    with pytest.raises(OtherDoor):
        services.sign_in_tablet(tablet=tablet, number=number_of(cast.users.ana), pin=make.PIN)
    assert not SignIn.objects.exists()


def test_of_a_new_pin_and_a_sign_in_with_the_old_one_at_the_same_moment_nothing_old_stays_open(live_cast):
    """Whichever comes first: the old PIN's sign-in is refused, or it is ended."""
    tablet, number = make.tablet(live_cast.alder), number_of(live_cast.users.ana)
    together(
        lambda: services.sign_in_tablet(tablet=tablet, number=number, pin=make.PIN),
        lambda: pins.reset_pin(person=live_cast.persons.ana, reason="seen", by=live_cast.uma),
    )
    assert not SignIn.objects.filter(user=live_cast.users.ana, ended_at=None).exists()


# Codes and PINs used twice, late, elsewhere


def test_an_enrolment_code_works_once_and_not_late(cast):
    tablet = tablets.add_tablet(facility=cast.alder, label="T900", by=cast.ada)
    code = tablets.issue_code(tablet=tablet, by=cast.ada)
    tablets.enrol(code=code, at=clock.now())
    with pytest.raises(CodeUnknown):
        tablets.enrol(code=code, at=clock.now())
    again = tablets.issue_code(tablet=tablet, by=cast.ada)
    with pytest.raises(CodeExpired):
        tablets.enrol(code=again, at=clock.now() + tablets.CODE_LIVES)


def test_a_pin_of_staff_works_at_its_own_facility_alone_and_not_after_the_own_one(cast):
    pin = pins.reset_pin(person=cast.persons.ana, reason="forgot", by=cast.uma)
    number = number_of(cast.users.ana)
    with pytest.raises(SignInFailed):
        services.sign_in_tablet(tablet=make.tablet(cast.birch), number=number, pin=pin)
    here = make.tablet(cast.alder)
    sign_in = services.sign_in_tablet(tablet=here, number=number, pin=pin)
    pins.choose_own_pin(sign_in=sign_in, pin="902817")
    with pytest.raises(SignInFailed):
        services.sign_in_tablet(tablet=here, number=number, pin=pin)


def test_a_pin_proved_at_the_facility_that_was_left_says_only_that_this_way_is_closed(cast):
    make.custody_event(cast.persons.ana, CustodyEvent.Kind.TRANSFERRED, at=cast.birch, occurred_at=clock.now())
    with pytest.raises(OtherDoor):
        services.sign_in_tablet(tablet=make.tablet(cast.alder), number=number_of(cast.users.ana), pin=make.PIN)


def test_a_device_cookie_of_one_facility_lets_nobody_of_another_in(cast):
    client = at_door("tablet")
    client.cookies[DEVICE_COOKIE] = enrolled(cast.birch)[1]
    assert from_tablet(client, cast.users.ana).status_code == 400
    assert User.objects.get(pk=cast.users.ana.pk).last_login is None
