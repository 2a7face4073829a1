"""Rotating secrets: a lost answer harms nobody, and a copy gives itself away."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accounts import services, tablets, tasks
from accounts.doors import DEVICE_COOKIE, still_valid
from accounts.errors import TabletCantDoThat
from accounts.models import SignIn
from accounts.tablets.credentials import GRACE, REMEMBERED, cookie_of, present, propose
from audit.models import AuditEvent
from core import clock
from core.models import Change
from custody.models import Tablet, TabletCredential
from tests.accounts.helpers import at_door, enrolled, number_of
from tests.factories import PIN
from tests.racing import threads

LATER = GRACE + timedelta(seconds=1)
State = TabletCredential.State


@pytest.fixture
def device(cast):
    """Tablet and cookie, in a stopped clock."""
    with time_machine.travel("2026-11-23T12:00Z", tick=False) as moment:
        tablet, cookie = enrolled(cast.alder)
        yield Device(tablet, cookie, moment)


class Device:
    def __init__(self, tablet, cookie, moment):
        self.tablet, self.cookie, self.moment = tablet, cookie, moment

    def proposed(self, shown=None):
        secret = propose(tablet=self.tablet, shown=shown or self.cookie, at=clock.now())
        return cookie_of(self.tablet, secret)

    def shows(self, cookie):
        """The state of the tablet after this was shown; None: nobody's."""
        found = present(cookie, at=clock.now(), engine="Chromium 92")
        return found and found.state

    def later(self, by=LATER):
        self.moment.shift(by)


def test_the_old_secret_is_good_until_the_new_one_is_shown(device):
    new = device.proposed()
    device.later()
    assert device.shows(device.cookie) == "active"
    assert device.shows(new) == "active"
    assert sorted(device.tablet.credentials.values_list("state", flat=True)) == ["current", "spent"]


def test_answers_that_never_arrive_harm_nobody(device):
    for _ in range(5):
        device.proposed()
        device.later()
    assert device.shows(device.cookie) == "active"
    assert device.shows(device.proposed()) == "active"
    assert device.tablet.credentials.filter(state=State.SPENT).count() == 6


def test_a_spent_secret_is_a_copy_and_both_are_out(cast, device):
    new = device.proposed()
    sign_in = services.sign_in_tablet(tablet=device.tablet, number=number_of(cast.users.ana), pin=PIN)
    device.shows(new)
    device.later()
    assert device.shows(device.cookie) == "suspended"
    assert device.shows(new) == "suspended"
    tablet = Tablet.objects.get(pk=device.tablet.pk)
    assert (tablet.state, tablet.why_suspended) == ("suspended", "clone")
    assert not still_valid(sign_in.pk)
    assert SignIn.objects.get(pk=sign_in.pk).ended_because == "tablet_clone"
    assert Change.objects.filter(kind="sign_in.ended", subject=str(sign_in.pk)).exists()
    assert Change.objects.filter(kind="tablet.changed", subject=str(tablet.pk)).exists()
    event = AuditEvent.objects.get(kind="accounts.tablet_copied")
    copy = tablet.credentials.get(copied_at=clock.now(), copied_by="Chromium 92")
    assert (event.subject, event.detail) == (f"tablet:{tablet.pk}", {"credential": str(copy.pk)})


def test_it_is_told_once_however_often_the_copy_comes(device):
    device.shows(device.proposed())
    device.later()
    for _ in range(3):
        device.shows(device.cookie)
    assert AuditEvent.objects.filter(kind="accounts.tablet_copied").count() == 1


def test_whoever_of_the_two_goes_on_first_the_other_is_found_out(device):
    """The copy signs in, and uses what it was given: the tablet itself comes with a spent one then."""
    copied = device.cookie
    device.shows(device.proposed(copied))
    device.later()
    assert device.shows(device.cookie) == "suspended"


def test_what_was_proposed_to_a_copy_and_never_used_gives_it_away_too(device):
    to_the_copy, to_the_tablet = device.proposed(), device.proposed()
    device.shows(to_the_tablet)
    device.later()
    assert device.shows(to_the_copy) == "suspended"


@pytest.mark.parametrize(("late", "state"), [(timedelta(seconds=-1), "active"), (timedelta(0), "suspended")])
def test_what_was_on_its_way_may_still_come_in_for_a_minute(device, late, state):
    device.shows(device.proposed())
    device.later(GRACE + late)
    assert device.shows(device.cookie) == state


def test_an_unknown_secret_is_nobodys(device):
    assert device.shows(cookie_of(device.tablet, "made-up")) is None
    assert device.shows("nonsense") is None
    assert Tablet.objects.get(pk=device.tablet.pk).state == "active"


def test_a_tablet_that_is_out_already_is_not_suspended_for_a_copy(device):
    device.shows(device.proposed())
    tablets.lose(tablet=device.tablet, by=None)
    device.later()
    assert device.shows(device.cookie) == "lost"
    assert not AuditEvent.objects.filter(kind="accounts.tablet_copied").exists()


def test_after_a_copy_only_a_new_code_makes_it_a_tablet_again(cast, device):
    new = device.proposed()
    device.shows(new)
    device.later()
    device.shows(device.cookie)
    with pytest.raises(TabletCantDoThat):
        tablets.resume(tablet=device.tablet, by=cast.ada)
    code = tablets.issue_code(tablet=device.tablet, by=cast.ada)
    tablet, secret = tablets.enrol(code=code, at=clock.now())
    assert (tablet.state, tablet.why_suspended) == ("active", "")
    assert [device.shows(cookie) for cookie in (device.cookie, new, cookie_of(tablet, secret))] == [
        None,
        None,
        "active",
    ]


def test_or_it_is_lost_for_good(cast, device):
    device.shows(device.proposed())
    device.later()
    device.shows(device.cookie)
    tablets.lose(tablet=device.tablet, by=cast.ada)
    with pytest.raises(TabletCantDoThat):
        tablets.issue_code(tablet=device.tablet, by=cast.ada)


def test_a_device_that_is_not_the_tablet_any_more_is_proposed_nothing(device):
    tablets.enrol(code=tablets.issue_code(tablet=device.tablet, by=None), at=clock.now())
    assert propose(tablet=device.tablet, shown=device.cookie, at=clock.now()) is None
    assert device.tablet.credentials.count() == 1


def test_a_tablet_in_use_has_a_secret_by_which_it_is_known(device):
    assert device.tablet.credentials.filter(state=State.CURRENT).count() == 1
    for _ in range(3):
        device.shows(device.proposed())
        assert device.tablet.credentials.filter(state=State.CURRENT).count() == 1


def test_secrets_are_kept_nowhere(device):
    new = device.proposed()
    written = str(list(TabletCredential.objects.values())) + str(list(AuditEvent.objects.values()))
    assert new.partition(".")[2] not in written


def test_what_was_spent_long_ago_is_forgotten_and_its_owner_nobody(device):
    new = device.proposed()
    device.shows(new)
    device.later(REMEMBERED + LATER)
    tasks.sweep()
    assert (device.shows(device.cookie), device.shows(new)) == (None, "active")


def test_two_requests_at_once_with_the_new_secret_are_both_let_in(live_cast):
    tablet, cookie = enrolled(live_cast.alder)
    new = cookie_of(tablet, propose(tablet=tablet, shown=cookie, at=clock.now()))

    def shows(_):
        try:
            return present(new, at=clock.now()).state
        finally:
            connection.close()

    with threads(4) as pool:
        assert list(pool.map(shows, range(4))) == ["active"] * 4
    assert sorted(tablet.credentials.values_list("state", flat=True)) == ["current", "spent"]


# The honest device alone, and with a copy


class Jar:
    """A browser: what it shows, what it has sent, and which answers it still takes (none that a later one overtook)."""

    def __init__(self, cookie):
        self.cookie, self.sent, self.taken = cookie, 0, 0


class Lab:
    """A tablet, a slow line, and a plain model of which secret is spent since when."""

    def __init__(self, facility):
        self.tablet, cookie = enrolled(facility)
        self.now = clock.now()
        self.jars = [Jar(cookie)]
        self.requests, self.answers = [], []
        self.known = {cookie: "current"}  # cookie -> "proposed", "current", or since when it is spent
        self.should_be_out = False

    @property
    def is_out(self):
        return Tablet.objects.get(pk=self.tablet.pk).state != "active"

    def is_copied(self):
        if len(self.jars) == 1:
            self.jars.append(Jar(self.jars[0].cookie))

    def sends(self, jar, signs_in):
        jar = self.jars[jar % len(self.jars)]
        jar.sent += 1
        self.requests.append((self.now, jar, jar.sent, jar.cookie, signs_in))

    def arrives(self, which):
        """A request arrives, in any order, as long as its browser has not given it up."""
        if not self.requests:
            return
        _, jar, number, cookie, signs_in = self.requests.pop(which % len(self.requests))
        self._expect(cookie)
        shown = present(cookie, at=self.now)
        assert self.is_out == self.should_be_out
        if signs_in and shown.state == "active":
            new = cookie_of(self.tablet, propose(tablet=self.tablet, shown=cookie, at=self.now))
            self.known[new] = "proposed"
            self.answers.append((jar, number, new))

    def _expect(self, cookie):
        state = self.known[cookie]
        if state == "proposed":
            for other, its in self.known.items():
                self.known[other] = self.now if its in ("proposed", "current") else its
            self.known[cookie] = "current"
        elif state != "current" and self.now - state >= GRACE:
            self.should_be_out = True

    def goes_on(self, jar):
        """A whole visit without trouble: a sign-in, its answer, and the next page."""
        jar = jar % len(self.jars)
        for signs_in in (True, False):
            self.sends(jar, signs_in)
            self.arrives(len(self.requests) - 1)
            if signs_in and self.answers:
                self.answers_one(len(self.answers) - 1, True)

    def answers_one(self, which, arrives):
        if not self.answers:
            return
        jar, number, cookie = self.answers.pop(which % len(self.answers))
        if arrives and number > jar.taken:
            jar.taken, jar.cookie = number, cookie

    def waits(self, seconds):
        self.now += timedelta(seconds=seconds)
        self.requests = [one for one in self.requests if self.now - one[0] < GRACE]


SMALL = st.integers(0, 3)
STEPS = st.one_of(
    st.tuples(st.just("goes_on"), SMALL),
    st.tuples(st.just("sends"), SMALL, st.booleans()),
    st.tuples(st.just("arrives"), SMALL),
    st.tuples(st.just("arrives"), SMALL),
    st.tuples(st.just("answers_one"), SMALL, st.booleans()),
    st.tuples(st.just("waits"), st.integers(1, 90)),
)
MANY = settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def played(facility, steps):
    with transaction.atomic():
        lab = Lab(facility)
        for name, *values in steps:
            getattr(lab, name)(*values)
        out = lab.is_out
        transaction.set_rollback(True)
    return lab, out


@MANY
@given(steps=st.lists(STEPS, min_size=10, max_size=50))
def test_the_tablet_alone_is_never_suspended_whatever_its_line_does(cast, steps):
    assert not played(cast.alder, steps)[1]


@MANY
@given(
    before=st.lists(STEPS, max_size=10),
    steps=st.lists(st.one_of(STEPS, STEPS, st.just(("is_copied",))), min_size=10, max_size=50),
)
def test_whoever_shows_what_was_spent_a_while_ago_puts_both_out_and_nobody_else_does(cast, before, steps):
    lab, out = played(cast.alder, [*before, ("is_copied",), *steps])
    assert out == lab.should_be_out


@MANY
@given(turns=st.lists(st.integers(0, 1), min_size=4, max_size=12).filter(lambda turns: len(set(turns)) == 2))
def test_two_that_both_go_on_are_found_out_by_the_turn_after_a_change(cast, turns):
    """Each turn: a sign-in, its answer, the next page, and more than the grace goes by."""
    steps = [("is_copied",)]
    for jar in [*turns, 1 - turns[-1]]:
        for signs_in in (True, False):
            steps += [("sends", jar, signs_in), ("arrives", 0), ("answers_one", 0, True)]
        steps.append(("waits", 61))
    assert played(cast.alder, steps)[1]


# Through the doors


def sign_in_page(cookie, **posted):
    client = at_door("tablet", HTTP_USER_AGENT="Mozilla/5.0 (Linux; Android 8.1) Chrome/92.0.4515.159 Safari/537.36")
    client.cookies[DEVICE_COOKIE] = cookie
    return client, client.post("/sign-in/", posted) if posted else client.get("/sign-in/")


def test_a_sign_in_answers_a_new_secret_and_the_next_page_takes_it_into_use(cast, device):
    client, answer = sign_in_page(device.cookie, number=number_of(cast.users.ana), pin=PIN)
    new = answer.cookies[DEVICE_COOKIE]
    assert (answer.status_code, new["httponly"], new["samesite"]) == (303, True, "Strict")
    assert new.value != device.cookie
    device.later()
    client.get("/home/")
    assert TabletCredential.objects.get(state=State.CURRENT).used_at == clock.now()
    tablet = Tablet.objects.get(pk=device.tablet.pk)
    assert (tablet.engine, tablet.last_seen_at) == ("Chromium 92", clock.now())


def test_a_wrong_pin_proposes_nothing(cast, device):
    _, answer = sign_in_page(device.cookie, number=number_of(cast.users.ana), pin="000000")
    assert DEVICE_COOKIE not in answer.cookies
    assert device.tablet.credentials.count() == 1


def test_a_copy_that_comes_in_the_middle_of_a_visit_is_out_before_the_page(cast, device):
    """It has the session too: the page that it opens is the sign-in page."""
    client, _ = sign_in_page(device.cookie, number=number_of(cast.users.ana), pin=PIN)
    thief = at_door("tablet")
    thief.cookies.load({name: client.cookies[name].value for name in ("sc_tablet",)})
    thief.cookies[DEVICE_COOKIE] = device.cookie
    device.later()
    client.get("/home/")
    device.later()
    client.get("/home/")
    device.later()
    assert thief.get("/home/")["Location"].startswith("/sign-in/")
    assert client.get("/home/").status_code == 303
    assert "switched off" in client.get("/sign-in/").content.decode()
    assert "switched off" in thief.get("/sign-in/").content.decode()


def test_help_is_shown_on_a_tablet_that_is_out(cast, device):
    device.shows(device.proposed())
    device.later()
    device.shows(device.cookie)
    client = at_door("tablet")
    client.cookies[DEVICE_COOKIE] = device.cookie
    assert cast.alder.helper_en in client.get("/help/").content.decode().replace("&#x27;", "'")
