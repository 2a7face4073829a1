"""PINs that staff make, PINs that people choose, and what happens to the old ones."""

from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth.hashers import check_password, make_password
from django.db import IntegrityError, transaction
from django.urls import reverse

from accounts import attempts, services
from accounts.errors import AccountOff, PinTooOld, PinUsed, ReasonMissing, SignInFailed, SignInNeeded, SignInPaused
from accounts.models import Attempts, SignIn, User
from accounts.pins import services as pins
from accounts.pins.selectors import people_here
from accounts.rules import TEMPORARY_PIN
from audit.models import AuditEvent
from chat.live.guests import Knock, admit
from core import clock
from core.errors import NotAllowed, NotThere, RuleError
from custody.models import CustodyEvent
from tests import factories as make
from tests.accounts.helpers import HOSTS, number_of
from tests.accounts.helpers import at_tablet as browser_at
from tests.racing import together

NEW = "902817"
WRONG = "735264"


@pytest.fixture
def tablet(cast):
    return make.tablet(cast.alder)


@pytest.fixture
def ana(cast, tablet):
    """Ana's sign-in at a tablet."""
    return come_in(tablet, cast.users.ana)


def come_in(tablet, user, pin=make.PIN):
    return services.sign_in_tablet(tablet=tablet, number=number_of(user), pin=pin)


def reset(cast, by="uma", reason="forgot"):
    return pins.reset_pin(person=cast.persons.ana, reason=reason, by=getattr(cast, by))


# Made by staff


def test_a_new_pin_comes_in_and_the_old_one_does_not(cast, tablet):
    pin = reset(cast)
    with pytest.raises(SignInFailed):
        come_in(tablet, cast.users.ana)
    assert come_in(tablet, cast.users.ana, pin).user == cast.users.ana


def test_a_new_pin_ends_what_the_old_one_opened_and_lifts_the_pauses_of_this_account_alone(cast, tablet, ana):
    for user in (cast.users.ana, cast.users.oz):
        row = attempts.locked(subject=f"user:{user.pk}", place=f"tablet:{tablet.pk}", at=clock.now())
        row.failures = attempts.LIMIT
        attempts.pause_if_too_many(row, at=clock.now())
    pin = reset(cast, reason="locked_out")
    ana.refresh_from_db()
    assert ana.ended_because == "secret_changed"
    assert come_in(tablet, cast.users.ana, pin)
    assert Attempts.objects.get(subject=f"user:{cast.users.oz.pk}").paused_until


@pytest.mark.parametrize("reason", pins.REASONS)
def test_why_staff_made_a_new_pin_is_on_the_record_and_the_pin_is_not(cast, reason):
    pin = reset(cast, reason=reason)
    link = AuditEvent.objects.get(kind="accounts.pin_reset")
    assert (link.actor, link.subject) == (f"user:{cast.uma.pk}", f"user:{cast.users.ana.pk}")
    assert link.detail["reason"] == reason
    assert pin not in str(list(AuditEvent.objects.values()))


@pytest.mark.parametrize("reason", ["", "because", "FORGOT"])
def test_without_a_reason_of_the_list_nothing_happens(cast, tablet, reason):
    with pytest.raises(ReasonMissing):
        reset(cast, reason=reason)
    assert come_in(tablet, cast.users.ana)


@pytest.mark.parametrize(("by", "may"), [("uma", True), ("ada", True), ("mo", False), ("mia", False), ("dov", False)])
def test_staff_of_the_unit_and_of_the_facility_make_new_pins_and_nobody_else(cast, by, may):
    if may:
        assert reset(cast, by)
    else:
        with pytest.raises(NotThere):
            reset(cast, by)


def test_staff_of_a_unit_reach_no_other_unit_of_the_same_facility(cast):
    with pytest.raises(NotThere):
        pins.reset_pin(person=cast.persons.oz, reason="forgot", by=cast.uma)
    assert [row.person for row in people_here(cast.uma)] == [cast.persons.ana]


def test_who_moves_to_another_unit_is_helped_there_and_no_longer_here(cast):
    west = make.unit(cast.alder, "West 1")
    make.custody_event(
        cast.persons.ana, CustodyEvent.Kind.TRANSFERRED, at=cast.alder, in_unit=west, occurred_at=clock.now()
    )
    with pytest.raises(NotThere):
        reset(cast)
    assert not people_here(cast.uma)


def test_who_was_released_has_no_use_for_a_pin(cast):
    make.custody_event(cast.persons.ana, CustodyEvent.Kind.RELEASED, occurred_at=clock.now())
    for by in ("uma", "ada"):
        with pytest.raises(NotThere):
            reset(cast, by)


def test_an_account_that_is_switched_off_gets_no_pin(cast):
    User.objects.filter(pk=cast.users.ana.pk).update(state=User.State.DISABLED, disabled_because="left")
    with pytest.raises(AccountOff):
        reset(cast)


def test_somebody_who_never_had_a_sign_in_gets_one_with_their_first_pin(cast, tablet):
    newcomer = make.person(at=cast.alder, in_unit=cast.unit, language="es")
    pin = pins.reset_pin(person=newcomer, reason="staff_error", by=cast.uma)
    assert User.objects.get(person=newcomer).language == "es"
    assert services.sign_in_tablet(tablet=tablet, number=newcomer.numbers.get().number, pin=pin)


def test_a_pin_of_staff_works_for_a_day_and_says_so_only_to_who_proved_it(cast, tablet):
    with time_machine.travel("2026-11-23T12:00Z", tick=False) as moment:
        pin = reset(cast)
        moment.shift(TEMPORARY_PIN - timedelta(seconds=1))
        assert come_in(tablet, cast.users.ana, pin)
        moment.shift(timedelta(seconds=1))
        with pytest.raises(PinTooOld):
            come_in(tablet, cast.users.ana, pin)
        with pytest.raises(SignInFailed):
            come_in(tablet, cast.users.ana, WRONG)
    assert SignIn.objects.count() == 1


def test_a_pin_that_staff_typed_when_somebody_came_is_one_to_begin_with(cast):
    user = services.create_participant_user(person=make.person(at=cast.alder), language="en", pin=NEW, by=cast.ada)
    assert user.pin_is_temporary
    assert user.pin_until


def test_of_two_new_pins_at_the_same_moment_one_works(live_cast):
    tablet = make.tablet(live_cast.alder)
    made = together(lambda: reset(live_cast), lambda: reset(live_cast, "ada"))
    user = User.objects.get(pk=live_cast.users.ana.pk)
    assert sorted(check_password(pin, user.pin) for pin in made) == [False, True]
    assert tablet


# One's own, first


@pytest.fixture
def newly_in(cast):
    """Ana's browser, which came in with a PIN that staff made."""
    pin = reset(cast)
    client = browser_at(cast.alder)
    client.post("/sign-in/", {"number": number_of(cast.users.ana), "pin": pin})
    return client


PAGES = ("groups:home", "groups:path", "groups:welcome", "accounts:my_pin", "chat:mine")


def test_whoever_came_in_with_a_pin_of_staff_sees_nothing_before_they_have_chosen_their_own(cast, newly_in):
    pages = [*map(reverse, PAGES), reverse("chat:room", args=[cast.room.pk])]
    assert {newly_in.get(page)["Location"] for page in pages} == {"/own-pin/"}
    assert newly_in.get(reverse("moderation:help")).status_code == 200
    wrong = newly_in.post("/own-pin/", {"new": "123456", "again": "123456"})
    assert (wrong.status_code, "count up or down" in wrong.content.decode()) == (400, True)
    assert newly_in.post("/own-pin/", {"new": NEW, "again": NEW}).status_code == 303
    assert newly_in.get(reverse("groups:home")).status_code == 200
    assert check_password(NEW, User.objects.get(pk=cast.users.ana.pk).pin)


def test_no_socket_and_no_poll_opens_before_the_own_pin(cast, newly_in):
    frames = reverse("chat:frames", args=[cast.room.pk])

    def said():
        script = {"content_type": "application/json", "HTTP_ACCEPT": "application/json"}
        return newly_in.post(frames, '{"type":"ping"}', **script).status_code

    def at_the_socket():
        cookies = {name: morsel.value for name, morsel in newly_in.cookies.items()}
        try:
            admit(Knock(host=HOSTS["tablet"], cookies=cookies, room_id=cast.room.pk))
        except RuleError as refusal:
            return refusal.code
        return ""

    assert (said(), at_the_socket()) == (401, "signed_out")
    newly_in.post("/own-pin/", {"new": NEW, "again": NEW})
    assert (said(), at_the_socket()) == (200, "")


def test_the_pin_of_staff_is_not_ones_own(cast, tablet):
    pin = reset(cast)
    sign_in = come_in(tablet, cast.users.ana, pin)
    with pytest.raises(PinUsed):
        pins.choose_own_pin(sign_in=sign_in, pin=pin)
    pins.choose_own_pin(sign_in=sign_in, pin=NEW)
    with pytest.raises(NotAllowed):
        pins.choose_own_pin(sign_in=sign_in, pin="736451")


# Changed by the person


def test_with_the_old_pin_a_person_changes_it_and_stays_signed_in_here_alone(cast, tablet, ana):
    elsewhere = come_in(make.tablet(cast.alder), cast.users.ana)
    pins.change_pin(sign_in=ana, old=make.PIN, new=NEW)
    assert SignIn.objects.get(pk=elsewhere.pk).ended_because == "secret_changed"
    assert SignIn.objects.get(pk=ana.pk).ended_at is None
    assert come_in(make.tablet(cast.alder), cast.users.ana, NEW)


def test_a_wrong_old_pin_is_counted_as_at_the_door(cast, tablet, ana):
    for _ in range(attempts.LIMIT - 1):
        with pytest.raises(SignInFailed):
            pins.change_pin(sign_in=ana, old=WRONG, new=NEW)
    with pytest.raises(SignInPaused):
        pins.change_pin(sign_in=ana, old=WRONG, new=NEW)
    with pytest.raises(SignInPaused):
        pins.change_pin(sign_in=ana, old=make.PIN, new=NEW)
    with pytest.raises(SignInPaused):
        come_in(tablet, cast.users.ana)


def test_the_old_pin_again_is_no_new_one(cast, ana):
    with pytest.raises(PinUsed):
        pins.change_pin(sign_in=ana, old=make.PIN, new=make.PIN)


def test_the_page_says_what_was_wrong_and_goes_on_under_a_new_key(cast):
    client = browser_at(cast.alder)
    client.post("/sign-in/", {"number": number_of(cast.users.ana), "pin": make.PIN})
    key = client.cookies["sc_tablet"].value
    page = "/my-pin/"
    wrong = client.post(page, {"what": "pin", "old": make.PIN, "new": "123456", "again": "123456"})
    assert (wrong.status_code, 'data-code="pin.run"' in wrong.content.decode()) == (400, True)
    differs = client.post(page, {"what": "pin", "old": make.PIN, "new": NEW, "again": "902818"})
    assert "The two new PINs are not the same" in differs.content.decode()
    assert NEW not in differs.content.decode()
    assert client.post(page, {"what": "pin", "old": make.PIN, "new": NEW, "again": NEW}).status_code == 303
    assert client.cookies["sc_tablet"].value != key
    assert client.get("/here/").status_code == 405
    client.cookies["sc_tablet"] = key
    assert client.get(page).status_code == 303


@pytest.mark.parametrize(
    "half",
    [
        {"pin_until": clock.now()},
        {"pin": "", "duress_pin": "x"},
        {"pin": "", "pin_is_temporary": True},
    ],
)
def test_half_a_pin_is_refused_by_the_database(cast, half):
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.filter(pk=cast.users.ana.pk).update(**half)


def test_an_own_pin_has_no_end(cast, tablet):
    pin = reset(cast)
    pins.choose_own_pin(sign_in=come_in(tablet, cast.users.ana, pin), pin=NEW)
    with time_machine.travel(clock.now() + TEMPORARY_PIN * 2, tick=False):
        assert come_in(tablet, cast.users.ana, NEW)


def test_a_card_of_letters_is_not_looked_at_where_nobody_asks_for_it(cast, tablet):
    User.objects.filter(pk=cast.users.ana.pk).update(printed_secret=make_password("ABCD2345"))
    assert come_in(tablet, cast.users.ana)


def test_a_page_that_staff_have_ended_by_a_new_pin_changes_nothing_any_more(cast, tablet, ana):
    """Its own old PIN would else put staff's new one out of use again."""
    pin = reset(cast, reason="seen")
    with pytest.raises(SignInFailed):
        pins.change_pin(sign_in=ana, old=make.PIN, new=NEW)
    with pytest.raises(SignInNeeded):
        pins.choose_own_pin(sign_in=ana, pin=NEW)
    assert come_in(tablet, cast.users.ana, pin)
