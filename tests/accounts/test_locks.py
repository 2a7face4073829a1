"""The lock of staff's screens: by hand, or by half an hour of quiet by the server's clock; and what counts as being
there."""

from datetime import timedelta

import pytest
import time_machine
from django.urls import URLPattern, get_resolver, reverse

from accounts import services
from accounts.doors import IDLE, LOCKS, Door, identify, still_valid
from accounts.factors import services as factors
from accounts.models import SignIn, User
from accounts.sessions import cookie_for
from core import clock
from core.errors import RuleError
from core.models import Change
from tests import factories as make
from tests.accounts.authenticator import Device, add_passkey, options_for
from tests.accounts.helpers import HOSTS, at_door, code_now, new_staff, wrong_code
from tests.browsing import browser, browser_of
from tests.racing import together

LOCKED = "/locked/"


@pytest.fixture
def nell(cast):
    """A moderator with a code app."""
    return new_staff("Nell", ("moderator", cast.alder))


@pytest.fixture
def here(nell):
    return make.caller(nell)


@pytest.fixture
def client(here):
    return browser_of(here)


def quiet_for(sign_in, **ago):
    SignIn.objects.filter(pk=sign_in.pk).update(active_at=clock.now() - timedelta(**ago))


def standing(here):
    return SignIn.objects.get(pk=here.sign_in.pk)


def test_the_figures_are_those_of_the_security_rules():
    assert (LOCKS[Door.STAFF], IDLE[Door.STAFF]) == (timedelta(minutes=30), timedelta(hours=1))


@pytest.mark.parametrize("page", ["/desk/", "/now/", "/me/sign-in/", "/", "/sign-in/"])
def test_every_page_leads_to_the_lock_and_shows_nothing(cast, client, page):
    desk = client.get("/desk/").text
    client.post("/lock/")
    answer = client.get(page, follow=True)
    assert answer.redirect_chain[-1][0].startswith(LOCKED)
    assert "This screen is locked" in answer.text
    assert "bar-places" in desk
    assert "bar-places" not in answer.text


def test_half_an_hour_of_quiet_locks_whether_or_not_a_script_says_so(client, here):
    quiet_for(here.sign_in, minutes=29)
    assert client.get("/now/").status_code == 200
    quiet_for(here.sign_in, minutes=30)
    answer = client.get("/now/?a=b")
    assert (answer.status_code, answer["Location"]) == (303, f"{LOCKED}?next=%2Fnow%2F%3Fa%3Db")
    assert standing(here).ended_at is None


def test_an_hour_of_quiet_ends_the_sign_in_locked_or_not(client, here):
    client.post("/lock/")
    quiet_for(here.sign_in, hours=1)
    assert client.get("/now/")["Location"] == "/sign-in/?next=%2Fnow%2F"
    client.post(LOCKED, {"code": code_now()})
    assert client.get("/now/").status_code == 303


def test_scripts_are_told_by_a_code_and_htmx_takes_the_page_away(client):
    client.post("/lock/")
    answer = client.get(reverse("moderation:live"), headers={"HX-Request": "true"})
    assert (answer.status_code, answer["HX-Redirect"]) == (401, f"{LOCKED}?next=%2F")
    answer = client.get(reverse("moderation:live"), headers={"Accept": "application/json"})
    assert (answer.status_code, answer.json()["code"]) == (401, "sign_in.locked")


def test_a_code_opens_the_screen_and_leads_back_to_the_page(client, here):
    client.post("/lock/", headers={"Referer": f"http://{HOSTS['staff']}/now/?q=1"})
    way = client.get("/now/?q=1")["Location"]
    assert client.post(way, {"code": wrong_code()}).status_code == 400
    answer = client.post(way, {"code": code_now()})
    assert (answer.status_code, answer["Location"]) == (303, "/now/?q=1")
    assert client.get("/now/").status_code == 200
    assert standing(here).locked_at is None
    assert standing(here).proved_at > here.sign_in.proved_at


def test_locking_by_hand_leads_back_to_where_it_was_done(client):
    answer = client.post("/lock/", headers={"Referer": f"http://{HOSTS['staff']}/now/?q=1"})
    assert answer["Location"] == f"{LOCKED}?next=%2Fnow%2F%3Fq%3D1"


def test_the_password_opens_no_screen(client):
    client.post("/lock/")
    assert client.post(LOCKED, {"password": make.PASSWORD}).status_code == 400
    assert client.post(LOCKED, {"code": make.PASSWORD}).status_code == 400
    assert client.get("/now/").status_code == 303


def test_a_passkey_opens_the_screen_and_only_for_this(cast, client, here):
    device = Device(HOSTS["staff"])
    add_passkey(client, device)
    for_proof = device.show(options_for(client, "prove"))
    client.post("/lock/")
    assert client.post(LOCKED, {"credential": for_proof}).status_code == 400
    assert client.post("/passkey/prove/").status_code == 404
    assert client.post(LOCKED, {"credential": device.show(options_for(client, "unlock"))}).status_code == 303
    assert standing(here).locked_at is None


def test_five_wrong_codes_at_the_lock_end_it_all(client, nell, here):
    client.post("/lock/")
    for _ in range(5):
        client.post(LOCKED, {"code": wrong_code()})
    nell.refresh_from_db()
    assert (nell.state, standing(here).ended_because) == ("locked", "locked")


def test_another_gets_out_of_a_locked_screen_and_the_sign_in_ends(client, here):
    client.post("/lock/")
    assert client.post("/sign-out/")["Location"].startswith("/sign-in/")
    assert standing(here).ended_because == "signed_out"


def test_who_comes_in_over_a_locked_screen_ends_that_sign_in(cast, client, here):
    client.post("/lock/")
    other = new_staff("Olga")
    client.post("/sign-in/", {"name": other.sign_in, "password": make.PASSWORD})
    assert SignIn.objects.filter(user=other).count() == 0
    client.post("/sign-in/", {"code": code_now()})
    assert SignIn.objects.get(user=other).locked_at is None


def test_the_lock_of_a_tablet_signs_out_as_before(cast):
    ana = cast.caller("ana")
    assert browser_of(ana).post("/lock/")["Location"] == "/sign-in/?because=locked"
    assert SignIn.objects.get(pk=ana.sign_in.pk).ended_because == "locked"


def test_nothing_is_locked_for_whoever_is_not(cast, client):
    assert client.get(LOCKED)["Location"] == "/"
    assert at_door("staff").get(LOCKED)["Location"] == "/sign-in/"
    assert browser(cast, "ben").get(LOCKED).status_code == 404


def test_a_locked_sign_in_is_nobody_for_everything_that_asks_host_and_cookies(here):
    name, key = cookie_for(here.sign_in)
    assert identify(host=HOSTS["staff"], cookies={name: key}).signed_in
    assert still_valid(here.sign_in.pk)
    factors.lock(sign_in=here.sign_in)
    caller = identify(host=HOSTS["staff"], cookies={name: key})
    assert (caller.signed_in, caller.user, caller.is_staff, caller.locked) == (False, None, False, here.sign_in)
    assert not still_valid(here.sign_in.pk)
    assert Change.objects.get(kind="sign_in.locked").subject == str(here.sign_in.pk)


def test_locking_twice_is_locking_once(here):
    assert factors.lock(sign_in=here.sign_in)
    assert not factors.lock(sign_in=here.sign_in)
    services.end_sign_in(sign_in=here.sign_in, because="signed_out", by=here.user)
    assert not factors.lock(sign_in=here.sign_in)


@pytest.mark.django_db(transaction=True)
def test_two_who_lock_at_the_same_moment_write_one_record(live_cast):
    here = live_cast.caller("mo")
    assert sorted(together(*[lambda: factors.lock(sign_in=here.sign_in)] * 2)) == [False, True]


def test_a_step_does_not_lock_whoever_came_back_meanwhile(here):
    seen = standing(here).active_at
    SignIn.objects.filter(pk=here.sign_in.pk).update(active_at=clock.now() + timedelta(seconds=1))
    assert not factors.lock(sign_in=here.sign_in, idle_since=seen)
    assert standing(here).locked_at is None


def test_the_screen_of_a_participant_has_no_such_lock(cast):
    ben = cast.caller("ben")
    assert not factors.lock(sign_in=ben.sign_in)
    quiet_for(ben.sign_in, minutes=45)
    assert browser_of(ben).get("/me/sign-in/").status_code == 200


# Being there


def views(resolver, space=""):
    for entry in resolver.url_patterns:
        if isinstance(entry, URLPattern):
            yield f"{space}{entry.name}", entry
        else:
            yield from views(entry, f"{space}{entry.namespace}:" if entry.namespace else space)


ALL = dict(views(get_resolver()))
#: What pages call by themselves; each of them is marked, and a new one that is not is seen below.
QUIET = {
    "accounts:passkey_options",
    "chat:frames",
    "chat:messages",
    "chat:read",
    "groups:roster_progress",
    "moderation:board",
    "moderation:live",
    "moderation:queue",
    "moderation:renew",
    "moderation:standing",
    "rules:back_test_progress",
}


def test_what_pages_call_by_themselves_is_marked_as_that():
    assert {name for name, entry in ALL.items() if getattr(entry.callback, "quiet", False)} == QUIET


@pytest.mark.parametrize("name", sorted(QUIET))
@pytest.mark.parametrize("method", ["get", "post"])
def test_no_quiet_view_counts_as_being_there(cast, name, method):
    for who in ("mo", "ben"):
        caller = cast.caller(who)
        long_ago = clock.now() - timedelta(minutes=20)
        SignIn.objects.filter(pk=caller.sign_in.pk).update(active_at=long_ago)
        getattr(browser_of(caller), method)(reverse(name, kwargs=_anything(ALL[name], cast)))
        assert SignIn.objects.get(pk=caller.sign_in.pk).active_at == long_ago


def _anything(entry, cast):
    samples = {"UUIDConverter": cast.room.pk, "IntConverter": 1, "SlugConverter": "prove", "StringConverter": "x"}
    return {place: samples[type(kind).__name__] for place, kind in entry.pattern.converters.items()}


@pytest.mark.parametrize("headers", [{"HX-Request": "true"}, {"Accept": "application/json"}])
def test_what_a_page_fetches_by_itself_does_not_count(cast, headers):
    caller = cast.caller("mo")
    quiet_for(caller.sign_in, minutes=20)
    before = SignIn.objects.get(pk=caller.sign_in.pk).active_at
    browser_of(caller).get("/desk/", headers=headers)
    assert SignIn.objects.get(pk=caller.sign_in.pk).active_at == before


def test_what_somebody_opens_or_sends_counts(cast):
    for ask in (lambda client: client.get("/now/"), lambda client: client.post("/here/")):
        caller = cast.caller("mo")
        quiet_for(caller.sign_in, minutes=20)
        ask(browser_of(caller))
        assert clock.now() - SignIn.objects.get(pk=caller.sign_in.pk).active_at < timedelta(minutes=1)


def test_a_pulse_keeps_no_locked_screen_from_ending(client, here):
    client.post("/lock/")
    quiet_for(here.sign_in, minutes=40)
    before = standing(here).active_at
    for page in ("/here/", LOCKED, "/lock/"):
        client.post(page)
    assert standing(here).active_at == before


def test_whoever_was_there_a_moment_ago_is_not_written_again(cast):
    caller = cast.caller("mo")
    with time_machine.travel(clock.now() + timedelta(seconds=50)):
        browser_of(caller).get("/now/")
    assert SignIn.objects.get(pk=caller.sign_in.pk).active_at == caller.sign_in.active_at


def test_a_user_without_a_way_in_is_no_way_in(cast):
    mo = User.objects.get(pk=cast.mo.pk)
    with pytest.raises(RuleError):
        services.sign_in_staff(user=mo, code="123456")
