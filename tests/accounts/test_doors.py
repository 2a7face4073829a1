"""Who is recognised: from host and cookies alone, at one door only, and only as long as custody and time allow."""

from datetime import timedelta

import pytest
import time_machine

from accounts import sessions, tablets
from accounts.doors import IDLE, LOCKS, LONGEST, Door, door_of, identify, still_valid
from accounts.models import SignIn, User
from core import clock
from custody.models import CustodyEvent, Tablet
from tests import factories as make
from tests.accounts.helpers import BARE, HOSTS, at_door, new_staff


def signed_in(user, door, *, tablet=None, ago=timedelta(0)):
    at = clock.now() - ago
    return SignIn.objects.create(user=user, door=door, tablet=tablet, started_at=at, active_at=at)


def call(sign_in, *, at=None):
    """The caller that this sign-in's cookie makes at the host of a door (its own, unless said)."""
    name, key = sessions.cookie_for(sign_in)
    door = at or sign_in.door
    return identify(host=HOSTS[door], cookies={name: key, f"sc_{door}": key})


@pytest.fixture
def ana(cast):
    return signed_in(cast.users.ana, "tablet", tablet=make.tablet(cast.alder))


@pytest.fixture
def ben(cast):
    return signed_in(cast.users.ben, "online")


@pytest.fixture
def ada(cast):
    return signed_in(cast.ada, "staff")


@pytest.mark.parametrize("who", ["ana", "ben", "ada"])
def test_a_cookie_stands_for_its_user_at_its_own_door(request, who):
    sign_in = request.getfixturevalue(who)
    caller = call(sign_in)
    assert (caller.sign_in, caller.user, caller.door) == (sign_in, sign_in.user, sign_in.door)
    assert still_valid(sign_in.pk)


@pytest.mark.parametrize("who", ["ana", "ben", "ada"])
@pytest.mark.parametrize("door", HOSTS)
def test_a_session_of_one_door_is_worthless_at_another(request, who, door):
    sign_in = request.getfixturevalue(who)
    assert call(sign_in, at=door).signed_in == (door == sign_in.door)


def test_participants_bring_their_person_and_custody_and_staff_do_not(cast, ana, ada):
    caller = call(ana)
    assert (caller.person, caller.tablet, caller.custody.facility) == (cast.persons.ana, ana.tablet, cast.alder)
    assert (call(ada).person, call(ada).is_staff) == (None, True)


def test_on_the_bare_site_nobody_is_anybody(ana):
    name, key = sessions.cookie_for(ana)
    caller = identify(host=BARE, cookies={name: key})
    assert (caller.door, caller.signed_in) == (None, False)


def test_a_cookie_lasts_as_long_as_its_sign_in_by_our_clock(ben, settings, tmp_path):
    """Django dates its sessions by a clock of its own, which nothing turns."""
    settings.CLOCK_OFFSET_FILE = str(tmp_path / "clock")
    (tmp_path / "clock").write_text(str(timedelta(days=5).total_seconds()))
    assert not call(ben).signed_in
    assert call(signed_in(ben.user, Door.ONLINE)).signed_in


def test_a_made_up_cookie_is_nobody(db):
    assert not identify(host=HOSTS["online"], cookies={"sc_online": "x" * 32}).signed_in


def test_who_calls_costs_at_most_three_queries_and_one_for_the_hours_of_a_tablets_door(
    ana, ada, django_assert_max_num_queries
):
    for sign_in, most in ((ana, 4), (ada, 2)):
        name, key = sessions.cookie_for(sign_in)
        with django_assert_max_num_queries(most):
            identify(host=HOSTS[sign_in.door], cookies={name: key})


def test_release_closes_the_tablet_door(cast, ana):
    make.custody_event(cast.persons.ana, CustodyEvent.Kind.RELEASED, occurred_at=clock.now())
    assert not call(ana).signed_in
    assert not still_valid(ana.pk)


def test_return_to_custody_closes_the_online_door(cast, ben):
    make.custody_event(cast.persons.ben, CustodyEvent.Kind.RETURNED, at=cast.alder, occurred_at=clock.now())
    assert not call(ben).signed_in


def test_transfer_closes_the_tablets_of_the_facility_that_was_left(cast, ana):
    make.custody_event(cast.persons.ana, CustodyEvent.Kind.TRANSFERRED, at=cast.birch, occurred_at=clock.now())
    assert not call(ana).signed_in
    assert call(signed_in(cast.users.ana, "tablet", tablet=make.tablet(cast.birch))).signed_in


@pytest.mark.parametrize("state", ["suspended", "lost", "retired"])
def test_a_tablet_out_of_use_stands_for_nobody(ana, state):
    Tablet.objects.filter(pk=ana.tablet_id).update(state=state, why_suspended="staff" if state == "suspended" else "")
    assert not call(ana).signed_in


@pytest.mark.parametrize("state", [User.State.LOCKED, User.State.DISABLED])
def test_a_user_who_may_not_come_in_is_nobody_at_once(ada, state):
    User.objects.filter(pk=ada.user_id).update(
        state=state, disabled_because="left" if state == User.State.DISABLED else ""
    )
    assert not call(ada).signed_in


def test_a_sign_in_that_has_ended_stays_ended(ben):
    SignIn.objects.filter(pk=ben.pk).update(ended_at=clock.now(), ended_because="signed_out")
    assert not call(ben).signed_in
    assert not still_valid(ben.pk)


def test_nobody_stays_longer_than_twelve_hours(cast):
    sign_in = signed_in(cast.users.ben, "online", ago=LONGEST)
    SignIn.objects.filter(pk=sign_in.pk).update(active_at=clock.now())
    assert not call(sign_in).signed_in


@pytest.mark.parametrize("who", ["ana", "ben", "ada"])
def test_what_an_idle_sign_in_opened_closes_at_its_doors_own_time(request, who):
    sign_in = request.getfixturevalue(who)
    limit = LOCKS.get(Door(sign_in.door), IDLE[Door(sign_in.door)])
    SignIn.objects.filter(pk=sign_in.pk).update(active_at=clock.now() - limit + timedelta(minutes=1))
    assert still_valid(sign_in.pk)
    SignIn.objects.filter(pk=sign_in.pk).update(active_at=clock.now() - limit)
    assert not still_valid(sign_in.pk)


def test_the_door_is_the_host_whatever_its_port_or_case():
    assert door_of(host="TABLET.localhost:9999", cookies={}) == Door.TABLET
    assert door_of(host="evil.example", cookies={}) is None


@pytest.mark.parametrize(
    ("path", "cookies", "door"),
    [
        ("/tablet/", {}, "tablet"),
        ("/online/", {"sc_staff": "x"}, "online"),
        ("/staff/", {}, "staff"),
        ("/home/", {"sc_online": "x"}, "online"),
        ("/home/", {"sc_device": "x"}, "tablet"),
        ("/home/", {}, None),
        ("/claim/secret/", {}, "online"),
        ("/staff/tablets/", {"sc_online": "x"}, "online"),
    ],
)
def test_on_a_single_host_page_or_cookie_say_the_door(settings, path, cookies, door):
    settings.SINGLE_HOST = True
    assert door_of(host=BARE, cookies=cookies, path=path) == door


def test_on_a_single_host_one_is_asked_for_the_door_and_signs_in_there(cast, settings):
    settings.SINGLE_HOST = True
    client = at_door(BARE)
    assert "/online/" in client.get("/sign-in/").content.decode()
    client.post("/online/", {"name": cast.users.ben.sign_in, "password": make.PASSWORD})
    assert "sc_online" in client.cookies
    assert client.get("/online/").status_code == 303


@pytest.mark.parametrize(
    ("cookie", "accept", "language"),
    [("", "", "en"), ("", "es-MX,es;q=0.9,en;q=0.5", "es"), ("es", "en-US", "es"), ("xx", "fr,es;q=0.4", "es")],
)
def test_strangers_are_spoken_to_as_chosen_or_as_their_browser_asks(db, cookie, accept, language):
    cookies = {"language": cookie}
    assert identify(host=HOSTS["tablet"], cookies=cookies, accept_language=accept).language == language
    client = at_door("online")
    client.cookies["language"] = cookie
    page = client.get("/sign-in/", HTTP_ACCEPT_LANGUAGE=accept)
    assert f'<html lang="{language}"' in page.content.decode()


def test_once_signed_in_the_persons_own_language_counts(cast, ben):
    User.objects.filter(pk=cast.users.ben.pk).update(language="es")
    name, key = sessions.cookie_for(ben)
    assert identify(host=HOSTS["online"], cookies={name: key, "language": "en"}).language == "es"


def test_a_tablet_is_recognised_by_its_secret_and_nothing_else(cast):
    tablet = tablets.add_tablet(facility=cast.alder, label="014", by=None)
    tablet, secret = tablets.enrol(code=tablets.issue_code(tablet=tablet, by=None), at=clock.now())
    other = make.tablet(cast.alder)
    assert tablets.tablet_of(tablets.cookie_of(tablet, secret)) == tablet
    assert tablets.tablet_of(tablets.cookie_of(other, secret)) is None
    assert tablets.tablet_of(tablets.cookie_of(tablet, "")) is None
    assert tablets.tablet_of(None) is None
    assert secret not in str(Tablet.objects.filter(pk=tablet.pk).values())


def test_pages_lock_after_ten_minutes_on_shared_tablets_and_thirty_for_staff(ana, ben, ada):
    assert [call(who).idle_seconds for who in (ana, ben, ada)] == [600, None, 1800]


def test_staff_of_no_role_have_a_session_and_no_page(db):
    nell = new_staff()
    name, key = sessions.cookie_for(signed_in(nell, "staff"))
    client = at_door("staff")
    client.cookies[name] = key
    assert client.get("/staff/tablets/").status_code == 404


def test_time_moves_for_pages_too(cast):
    with time_machine.travel("2026-11-23T12:00Z", tick=False) as moment:
        sign_in = signed_in(cast.ada, "staff")
        client = at_door("staff")
        name, key = sessions.cookie_for(sign_in)
        client.cookies[name] = key
        assert client.get("/staff/tablets/").status_code == 200
        moment.shift(timedelta(minutes=29))
        assert client.get("/staff/tablets/").status_code == 200
        moment.shift(timedelta(minutes=29))
        assert client.get("/staff/tablets/").status_code == 200
        moment.shift(timedelta(minutes=31))
        assert client.get("/staff/tablets/").status_code == 303
