"""Kiosks: a secret that staff manage, because nothing stays on them over night."""

import re
from datetime import timedelta

import pytest
import time_machine

from accounts import services, tablets
from accounts.doors import DEVICE_COOKIE, still_valid
from accounts.errors import KioskSecretUnknown, SignInPaused, TabletCantDoThat, TabletNotActive
from audit.models import AuditEvent
from core import clock
from core.errors import NotThere
from custody.models import Tablet
from tests import factories as make
from tests.accounts.helpers import at_door, number_of
from tests.accounts.test_staff_pages import client_of

State = Tablet.State


@pytest.fixture
def kiosk(cast):
    return tablets.add_tablet(facility=cast.alder, label="K1", in_unit=cast.unit, kind="kiosk", by=cast.ada)


def start(secret):
    return tablets.start_kiosk(secret=secret, at=clock.now())


def morning(secret):
    """A browser that knows nothing, at the start address."""
    client = at_door("tablet")
    return client, client.post("/kiosk/", {"secret": secret})


def test_a_kiosk_starts_every_morning_with_the_same_secret(cast, kiosk):
    secret = tablets.issue_managed(tablet=kiosk, by=cast.ada)
    for _ in range(3):
        client, answer = morning(secret)
        assert (answer.status_code, answer["Location"]) == (303, "/sign-in/")
        number = number_of(cast.users.ana)
        answer = client.post("/sign-in/", {"number": number, "pin": make.PIN})
        assert answer.status_code == 303
        assert client.get("/home/").status_code == 200
    kiosk.refresh_from_db()
    assert (kiosk.state, kiosk.credentials.count()) == (State.ACTIVE, 0)


def test_its_secret_never_rotates_and_finds_no_copies(cast, kiosk):
    with time_machine.travel("2026-11-23T12:00Z", tick=False) as moment:
        secret = tablets.issue_managed(tablet=kiosk, by=cast.ada)
        client, _ = morning(secret)
        client.post("/sign-in/", {"number": number_of(cast.users.ana), "pin": make.PIN})
        assert client.cookies[DEVICE_COOKIE].value == tablets.cookie_of(kiosk, secret)
        moment.shift(timedelta(days=2))
        assert morning(secret)[1].status_code == 303
    kiosk.refresh_from_db()
    assert kiosk.state == State.ACTIVE


def test_a_new_one_ends_the_old_and_whoever_sits_there_is_out(cast, kiosk):
    old = tablets.issue_managed(tablet=kiosk, by=cast.ada)
    sign_in = services.sign_in_tablet(tablet=start(old), number=number_of(cast.users.ana), pin=make.PIN)
    new = tablets.issue_managed(tablet=kiosk, by=cast.ada)
    assert not still_valid(sign_in.pk)
    assert tablets.present(tablets.cookie_of(kiosk, old), at=clock.now()) is None
    with pytest.raises(KioskSecretUnknown):
        start(old)
    assert start(new) == kiosk


def test_it_is_kept_nowhere(cast, kiosk):
    secret = tablets.issue_managed(tablet=kiosk, by=cast.ada)
    start(secret)
    assert secret not in str(list(Tablet.objects.values())) + str(list(AuditEvent.objects.values()))


@pytest.mark.parametrize("move", [tablets.suspend, tablets.lose, tablets.retire])
def test_a_kiosk_that_is_out_of_use_does_not_start(cast, kiosk, move):
    secret = tablets.issue_managed(tablet=kiosk, by=cast.ada)
    start(secret)
    move(tablet=kiosk, by=cast.ada)
    with pytest.raises(TabletNotActive):
        start(secret)
    with pytest.raises(TabletCantDoThat):
        tablets.issue_managed(tablet=kiosk, by=cast.ada)


def test_a_tablet_has_no_start_address_and_a_kiosk_no_code(cast, kiosk):
    with pytest.raises(TabletCantDoThat):
        tablets.issue_managed(tablet=make.tablet(cast.alder), by=cast.ada)
    with pytest.raises(TabletCantDoThat):
        tablets.issue_code(tablet=kiosk, by=cast.ada)


def test_only_administrators_of_the_facility_make_one(cast, kiosk):
    for who in (cast.mo, cast.dov, make.staff("Bo", "facility_administrator", scope=cast.birch)):
        with pytest.raises(NotThere):
            tablets.issue_managed(tablet=kiosk, by=who)


def test_guessing_pauses_the_browser_that_guesses_and_no_other(cast, kiosk):
    secret = tablets.issue_managed(tablet=kiosk, by=cast.ada)
    for _ in range(5):
        with pytest.raises(KioskSecretUnknown):
            tablets.start_kiosk(secret="x", at=clock.now(), place="browser:1")
    with pytest.raises(SignInPaused):
        tablets.start_kiosk(secret=secret, at=clock.now(), place="browser:1")
    assert tablets.start_kiosk(secret=secret, at=clock.now(), place="browser:2")


def test_the_secret_stands_after_the_sign_that_no_server_gets_and_never_in_an_address_of_ours(cast, kiosk):
    client = client_of(cast.ada)
    page = client.post(f"/staff/tablets/{kiosk.pk}/address/").content.decode()
    [address] = re.findall(r'data-start-address readonly value="([^"]+)"', page)
    where, _, secret = address.partition("#")
    assert where == "http://tablet.localhost:8000/kiosk/"
    assert "<svg" in page
    assert client.get(f"/staff/tablets/{kiosk.pk}/address/").status_code == 405
    assert secret not in client.get(f"/staff/tablets/{kiosk.pk}/").content.decode()
    assert morning(secret)[1].status_code == 303


def test_a_wrong_one_is_told_and_the_page_stays(cast):
    answer = morning("not the right one")[1]
    assert answer.status_code == 400
    assert 'data-code="kiosk.unknown"' in answer.content.decode()
    assert at_door("online").get("/kiosk/").status_code == 404
