"""The silent PIN: it opens what the PIN opens, shows nothing, and somebody knows."""

import pytest
from django.contrib.auth.hashers import Argon2PasswordHasher, check_password

from accounts import proofs, services
from accounts.errors import PinRun, PinsAlike, PinUsed, SignInFailed
from accounts.models import Attempts, SignIn, SilentCall, User
from accounts.pins import services as pins
from accounts.tasks import raise_silent_calls
from audit.models import AuditEvent
from core.models import Change
from custody.models import Tablet
from moderation.alerts import rota
from moderation.alerts.selectors import duty_alerts, standing_for
from moderation.alerts.services import acknowledge, resolve
from moderation.models import Alert
from tests import factories as make
from tests.accounts.helpers import at_tablet, number_of

SILENT = "902817"
WRONG = "735264"


@pytest.fixture
def tablet(cast):
    return make.tablet(cast.alder, unit=cast.unit)


@pytest.fixture
def ana(cast, tablet):
    """Ana, who has a silent PIN."""
    sign_in = come_in(tablet, cast)
    pins.set_silent_pin(sign_in=sign_in, pin=make.PIN, silent=SILENT)
    services.end_sign_in(sign_in=sign_in, because="signed_out", by=sign_in.user)
    return User.objects.get(pk=cast.users.ana.pk)


def come_in(tablet, cast, pin=make.PIN):
    return services.sign_in_tablet(tablet=tablet, number=number_of(cast.users.ana), pin=pin)


def broken(*, sign_in):
    raise RuntimeError("nobody is there")


def test_the_silent_pin_comes_in_and_those_on_duty_are_told_in_the_same_moment(cast, tablet, ana):
    rota.add(place=cast.alder, user=cast.dov, by=cast.ada)
    sign_in = come_in(tablet, cast, SILENT)
    alert = Alert.objects.get()
    assert (alert.cause, alert.person, alert.client_id) == ("duress", cast.persons.ana, sign_in.pk)
    assert (alert.facility, alert.unit) == (cast.alder, cast.unit)
    assert [notice.user for notice in alert.notices.all()] == [cast.dov]
    shown = duty_alerts(cast.dov)[0]
    assert shown.tablet == f"Tablet {tablet.label}, East 2"
    assert "Do not show them" in shown.care
    assert not duty_alerts(cast.mo)


def test_the_ordinary_pin_tells_nobody(cast, tablet, ana):
    come_in(tablet, cast)
    assert not Alert.objects.exists()


def test_the_sign_in_is_as_always_in_every_row_that_others_can_see(cast, tablet, ana):
    """The same sign-in, the same audit kinds about it, the same wake-ups."""

    def leaves(pin):
        seen, woken = AuditEvent.objects.count(), Change.objects.count()
        sign_in = come_in(tablet, cast, pin)
        rows = list(AuditEvent.objects.order_by("seq")[seen:].values_list("kind", "actor", "subject"))
        about_her = [row for row in rows if not row[0].startswith("moderation.alert_")]
        plain = SignIn.objects.filter(pk=sign_in.pk).values(
            "door", "tablet", "ended_because", "device", "found_open_at"
        )
        services.end_sign_in(sign_in=sign_in, because="signed_out", by=sign_in.user)
        return about_her, list(plain), Change.objects.count() - woken

    assert leaves(make.PIN) == leaves(SILENT)


def test_the_page_is_the_same_and_her_room_is_not_woken(cast, tablet, ana):
    def pages(pin):
        client = at_tablet(cast.alder)
        first = client.post("/sign-in/", {"number": number_of(cast.users.ana), "pin": pin})
        home = client.get("/").content.decode()
        texts = [line.strip() for line in home.splitlines() if "csrf" not in line and "nonce" not in line]
        return first.status_code, first["Location"], texts

    assert pages(make.PIN) == pages(SILENT)
    assert standing_for(cast.persons.ana) is None
    assert not Change.objects.filter(kind="help.changed").exists()


def test_whoever_answers_and_closes_a_silent_call_wakes_nothing_of_hers(cast, tablet, ana):
    rota.add(place=cast.alder, user=cast.dov, by=cast.ada)
    come_in(tablet, cast, SILENT)
    alert = acknowledge(alert=Alert.objects.get(), by=cast.dov)
    resolve(alert=alert, by=cast.dov)
    assert not Change.objects.filter(kind="help.changed").exists()
    assert standing_for(cast.persons.ana) is None


def test_every_try_costs_the_same_number_of_hash_checks(cast, tablet, ana, monkeypatch):
    """Right, wrong, silent, unknown, and somebody without a silent PIN; the order of the work included."""
    work = []
    verify = Argon2PasswordHasher.verify
    monkeypatch.setattr(Argon2PasswordHasher, "verify", lambda *args: work.append(1) or verify(*args))
    proofs.nobodys()

    def tries(number, pin):
        work.clear()
        Attempts.objects.all().delete()
        try:
            services.sign_in_tablet(tablet=tablet, number=number, pin=pin)
        except SignInFailed:
            pass
        return len(work)

    numbers = (number_of(ana), number_of(cast.users.oz), "404")
    assert {tries(number, pin) for number in numbers for pin in (make.PIN, SILENT, WRONG)} == {2}
    type(cast.alder).objects.update(asks_printed_secret=True)
    tablet.refresh_from_db()
    tablet = Tablet.objects.select_related("facility").get(pk=tablet.pk)
    assert {tries(number, pin) for number in numbers for pin in (make.PIN, SILENT, WRONG)} == {3}


def test_when_the_alarm_fails_the_sign_in_goes_on_and_the_alarm_is_tried_until_it_is_heard(cast, tablet, ana, settings):
    settings.ACCOUNTS_ALARM = f"{__name__}.broken"
    sign_in = come_in(tablet, cast, SILENT)
    assert SignIn.objects.get(pk=sign_in.pk).ended_at is None
    assert SilentCall.objects.get().sign_in == sign_in
    assert AuditEvent.objects.filter(kind="accounts.silent_call_waits").count() == 1
    raise_silent_calls()
    assert SilentCall.objects.exists()
    settings.ACCOUNTS_ALARM = "moderation.alerts.silent.call"
    raise_silent_calls()
    raise_silent_calls()
    assert Alert.objects.get().client_id == sign_in.pk
    assert not SilentCall.objects.exists()


def test_an_alarm_that_fails_half_way_leaves_nothing_half_done(cast, tablet, ana, settings, monkeypatch):
    """What it had written is undone, and the sign-in beside it is not."""
    monkeypatch.setattr("moderation.alerts.services._tell_next", broken_after_writing)
    come_in(tablet, cast, SILENT)
    assert not Alert.objects.exists()
    assert SilentCall.objects.count() == 1
    assert SignIn.objects.filter(ended_at=None).count() == 1


def broken_after_writing(*args, **kwargs):
    raise RuntimeError("the list can't be read")


def test_one_call_that_fails_again_does_not_hold_up_the_others(cast, tablet, ana, settings):
    settings.ACCOUNTS_ALARM = f"{__name__}.broken"
    first, second = come_in(tablet, cast, SILENT), come_in(tablet, cast, SILENT)
    settings.ACCOUNTS_ALARM = f"{__name__}.broken_for_the_first"
    broken_for_the_first.pk = first.pk
    raise_silent_calls()
    assert SilentCall.objects.get().sign_in == first
    assert second != first


def broken_for_the_first(*, sign_in):
    if sign_in.pk == broken_for_the_first.pk:
        raise RuntimeError("still nobody")


def test_the_kind_of_the_call_is_on_the_record_for_records_officers_and_nothing_of_it_elsewhere(cast, tablet, ana):
    come_in(tablet, cast, SILENT)
    raised = AuditEvent.objects.get(kind="moderation.alert_raised")
    assert raised.detail == {"cause": "duress"}
    kinds = AuditEvent.objects.filter(subject=f"user:{ana.pk}").values_list("kind", flat=True)
    assert set(kinds) <= {"accounts.signed_in", "accounts.pin_set"}


# Chosen


def test_whether_there_is_a_silent_pin_is_on_no_page(cast, tablet, ana):
    def page():
        client = at_tablet(cast.alder)
        client.post("/sign-in/", {"number": number_of(cast.users.ana), "pin": make.PIN})
        lines = client.get("/my-pin/").content.decode().splitlines()
        return [line for line in lines if "csrf" not in line and "nonce" not in line]

    with_one = page()
    User.objects.filter(pk=ana.pk).update(duress_pin="")
    assert page() == with_one


def test_a_silent_pin_like_the_pin_is_refused(cast, tablet):
    sign_in = come_in(tablet, cast)
    for silent in (make.PIN, "481517", f"{make.PIN}0", "841516"):
        with pytest.raises(PinsAlike):
            pins.set_silent_pin(sign_in=sign_in, pin=make.PIN, silent=silent)


def test_with_the_wrong_pin_nobody_sets_a_silent_one(cast, tablet, ana):
    sign_in = come_in(tablet, cast)
    with pytest.raises(SignInFailed):
        pins.set_silent_pin(sign_in=sign_in, pin=WRONG, silent="")
    assert come_in(tablet, cast, SILENT)


def test_an_empty_one_ends_it(cast, tablet, ana):
    pins.set_silent_pin(sign_in=come_in(tablet, cast), pin=make.PIN, silent="")
    with pytest.raises(SignInFailed):
        come_in(tablet, cast, SILENT)


def test_the_silent_pin_is_no_new_pin_and_the_words_tell_nobody_that_it_is_one(cast, tablet, ana):
    sign_in = come_in(tablet, cast)
    with pytest.raises(PinUsed) as taken:
        pins.change_pin(sign_in=sign_in, old=make.PIN, new=SILENT)
    with pytest.raises(PinUsed) as same:
        pins.change_pin(sign_in=sign_in, old=make.PIN, new=make.PIN)
    assert str(taken.value.text) == str(same.value.text)


def test_whoever_makes_her_change_her_pin_is_shown_that_it_is_changed_and_somebody_is_told(cast, tablet, ana):
    """She types the silent one as her PIN: what the other then knows is the silent one, and her own PIN stays hers."""
    sign_in = come_in(tablet, cast)
    pins.change_pin(sign_in=sign_in, old=SILENT, new="615243")
    user = User.objects.get(pk=ana.pk)
    assert check_password(make.PIN, user.pin)
    assert check_password("615243", user.duress_pin)
    assert Alert.objects.get().client_id == sign_in.pk


def test_a_refused_new_pin_does_not_take_the_call_back(cast, tablet, ana):
    with pytest.raises(PinRun):
        pins.change_pin(sign_in=come_in(tablet, cast), old=SILENT, new="123456")
    assert Alert.objects.exists()


def test_whoever_makes_her_take_the_silent_pin_away_is_told_yes_and_it_stays(cast, tablet, ana):
    pins.set_silent_pin(sign_in=come_in(tablet, cast), pin=SILENT, silent="")
    assert Alert.objects.exists()
    assert check_password(SILENT, User.objects.get(pk=ana.pk).duress_pin)


def test_a_new_pin_of_staff_leaves_the_silent_one(cast, tablet, ana):
    pins.reset_pin(person=cast.persons.ana, reason="forgot", by=cast.uma)
    come_in(tablet, cast, SILENT)
    assert Alert.objects.exists()
