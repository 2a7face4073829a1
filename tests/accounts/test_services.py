"""Coming in and going out: allowed, refused for each reason, raced and tried again."""

from datetime import timedelta

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.contrib.auth.hashers import Argon2PasswordHasher, check_password
from django.contrib.sessions.backends.db import SessionStore
from django.db import connection

from accounts import attempts, proofs, services
from accounts.browsers import Browser
from accounts.errors import NameRefused, NameTaken, OtherDoor, PinIsNumber, SignInFailed, SignInPaused, TabletNotActive
from accounts.models import Attempts, RoleGrant, SignIn, User
from accounts.selectors import locked_staff, pauses
from audit.models import AuditEvent
from core.errors import NotThere, RuleError
from core.models import Change
from custody.models import CustodyEvent, Tablet
from tests import factories as make
from tests.accounts.helpers import code_now, new_staff, number_of, wrong_code
from tests.racing import threads

NOON = "2026-11-23T12:00Z"
WRONG = "999998"


def at_tablet(tablet, user, pin=make.PIN):
    return services.sign_in_tablet(tablet=tablet, number=number_of(user), pin=pin)


def online(user, password=make.PASSWORD, browser=None):
    return services.sign_in_online(name=user.sign_in, password=password, browser=browser or Browser("b1"))


def staff(user, code=None, password=make.PASSWORD):
    services.check_staff(name=user.sign_in, password=password)
    return services.sign_in_staff(user=user, code=code or code_now())


def outcome(work):
    """The code of what was refused; empty: it was done."""
    try:
        work()
    except RuleError as error:
        return error.code
    return ""


def raced(*works):
    def run(work):
        try:
            return outcome(work)
        finally:
            connection.close()

    with threads(len(works)) as pool:
        return sorted(pool.map(run, works))


def kinds():
    return list(AuditEvent.objects.order_by("seq").values_list("kind", flat=True))


@pytest.fixture
def tablet(cast):
    return make.tablet(cast.alder)


# Coming in


def test_coming_in_is_on_the_record(cast, tablet):
    sign_in = at_tablet(tablet, cast.users.ana)
    event = AuditEvent.objects.get(kind="accounts.signed_in")
    assert (event.actor, event.subject) == (f"user:{cast.users.ana.pk}",) * 2
    assert event.detail == {"door": "tablet", "sign_in": str(sign_in.pk), "tablet": str(tablet.pk)}


def test_a_tablet_was_seen_when_somebody_came_in_on_it(cast, tablet):
    sign_in = at_tablet(tablet, cast.users.ana)
    assert Tablet.objects.get(pk=tablet.pk).last_seen_at == sign_in.started_at


@pytest.mark.parametrize("state", ["suspended", "lost", "retired"])
def test_a_tablet_out_of_use_lets_nobody_in(cast, tablet, state):
    Tablet.objects.filter(pk=tablet.pk).update(state=state, why_suspended="staff" if state == "suspended" else "")
    tablet.refresh_from_db()
    with pytest.raises(TabletNotActive):
        at_tablet(tablet, cast.users.ana)


def test_a_number_of_another_facility_is_unknown_here(cast):
    with pytest.raises(SignInFailed):
        at_tablet(make.tablet(cast.birch), cast.users.ana)


def test_who_was_moved_or_released_is_told_only_with_the_right_pin_that_this_way_is_closed(cast, tablet):
    make.custody_event(cast.persons.ana, CustodyEvent.Kind.RELEASED, occurred_at=cast.persons.ana.created_at)
    for user in (cast.users.tam, cast.users.ana):
        assert outcome(lambda user=user: at_tablet(tablet, user, WRONG)) == "sign_in.failed"
        assert outcome(lambda user=user: at_tablet(tablet, user)) == "sign_in.other_door"
    assert not SignIn.objects.exists()


def test_a_disabled_user_is_answered_like_a_wrong_secret(cast, tablet):
    User.objects.filter(pk=cast.users.ana.pk).update(state=User.State.DISABLED, disabled_because="left")
    with pytest.raises(SignInFailed):
        at_tablet(tablet, cast.users.ana)


def test_who_has_no_pin_has_no_way_in_by_an_empty_one(cast, tablet):
    User.objects.filter(pk=cast.users.ana.pk).update(pin="")
    with pytest.raises(SignInFailed):
        at_tablet(tablet, cast.users.ana, "")


def test_unknown_and_wrong_cost_the_same_work(cast, tablet, monkeypatch):
    work = []
    verify = Argon2PasswordHasher.verify

    def counted(self, password, encoded):
        work.append(password)
        return verify(self, password, encoded)

    proofs.nobodys()
    monkeypatch.setattr(Argon2PasswordHasher, "verify", counted)
    tries = (
        lambda: at_tablet(tablet, cast.users.ana, WRONG),
        lambda: services.sign_in_tablet(tablet=tablet, number="404", pin=WRONG),
        lambda: online(cast.users.ben, WRONG),
        lambda: services.sign_in_online(name="nobody", password=WRONG, browser=Browser("b1")),
        lambda: services.check_staff(name=cast.ada.sign_in, password=WRONG),
        lambda: services.check_staff(name="nobody", password=WRONG),
    )
    done = []
    for attempt in tries:
        work.clear()
        assert outcome(attempt) == "sign_in.failed"
        done.append(len(work))
    assert done == [2, 2, 1, 1, 1, 1]


# Counting


def test_a_failed_try_is_counted_and_on_the_record_although_it_was_refused(cast, tablet):
    outcome(lambda: at_tablet(tablet, cast.users.ana, WRONG))
    assert Attempts.objects.get().failures == 1
    assert kinds()[-1] == "accounts.sign_in_failed"
    assert WRONG not in str(list(AuditEvent.objects.values()))


def test_five_failures_pause_this_account_on_this_device_alone(cast, tablet):
    codes = [outcome(lambda: at_tablet(tablet, cast.users.ana, WRONG)) for _ in range(5)]
    assert codes == ["sign_in.failed"] * 4 + ["sign_in.paused"]
    assert outcome(lambda: at_tablet(tablet, cast.users.ana)) == "sign_in.paused"
    assert outcome(lambda: at_tablet(tablet, cast.users.oz)) == ""
    assert outcome(lambda: at_tablet(make.tablet(cast.alder), cast.users.ana)) == ""


def test_each_further_pause_is_twice_as_long(cast, tablet):
    waits = []
    with time_machine.travel(NOON, tick=False) as moment:
        for _ in range(3):
            for _ in range(5):
                outcome(lambda: at_tablet(tablet, cast.users.ana, WRONG))
            with pytest.raises(SignInPaused) as paused:
                at_tablet(tablet, cast.users.ana)
            waits.append(paused.value.retry_after // 60)
            moment.shift(paused.value.retry_after)
        assert at_tablet(tablet, cast.users.ana)
    assert waits == [15, 30, 60]


def test_no_pause_is_longer_than_a_day(cast, tablet):
    outcome(lambda: at_tablet(tablet, cast.users.ana, WRONG))
    Attempts.objects.update(failures=4, pauses=40)
    with pytest.raises(SignInPaused) as paused:
        at_tablet(tablet, cast.users.ana, WRONG)
    assert paused.value.retry_after <= 24 * 3600 + 1


def test_failures_count_within_fifteen_minutes_only_and_coming_in_clears_them(cast, tablet):
    with time_machine.travel(NOON, tick=False) as moment:
        for _ in range(3):
            for _ in range(4):
                assert outcome(lambda: at_tablet(tablet, cast.users.ana, WRONG)) == "sign_in.failed"
            moment.shift(timedelta(minutes=15))
        for _ in range(4):
            outcome(lambda: at_tablet(tablet, cast.users.ana, WRONG))
        at_tablet(tablet, cast.users.ana)
        assert outcome(lambda: at_tablet(tablet, cast.users.ana, WRONG)) == "sign_in.failed"


def test_a_browser_that_knows_another_account_is_unknown_to_this_one(cast):
    mine = Browser("b1").knowing(cast.users.xan)
    assert mine.place_for(cast.users.xan) == "browser:b1"
    assert mine.place_for(cast.users.ben) == mine.place_for(None) == "unknown"


def test_a_shared_pc_remembers_the_last_eight(cast):
    browser = Browser("b1", tuple(str(number) for number in range(8))).knowing(cast.users.ben)
    assert browser.users == (*map(str, range(1, 8)), str(cast.users.ben.pk))


def test_staff_let_a_paused_account_try_again(cast, tablet):
    for _ in range(5):
        outcome(lambda: at_tablet(tablet, cast.users.ana, WRONG))
    [pause] = pauses(cast.ada)
    assert (pause.name, pause.where) == (cast.persons.ana.legal_name, tablet.label)
    row = Attempts.objects.get(pk=pause.id)
    services.lift_pause(pause=row, by=cast.ada)
    services.lift_pause(pause=row, by=cast.ada)
    assert kinds().count("accounts.pause_lifted") == 1
    assert at_tablet(tablet, cast.users.ana)


def test_a_pause_is_lifted_only_by_who_administers_the_place(cast, tablet):
    admin_at_birch = make.staff("Bo", RoleGrant.Role.FACILITY_ADMIN, scope=cast.birch)
    for _ in range(5):
        outcome(lambda: at_tablet(tablet, cast.users.ana, WRONG))
        outcome(lambda: online(cast.users.ben, WRONG))
    on_tablet = Attempts.objects.get(place=f"tablet:{tablet.pk}")
    outside = Attempts.objects.get(place="unknown")
    for row, may in ((on_tablet, (cast.ada, cast.pat)), (outside, (cast.pat,))):
        for who in (cast.ada, cast.pat, admin_at_birch, cast.mo):
            assert services.may_lift(row, who) == (who in may)
    with pytest.raises(NotThere):
        services.lift_pause(pause=on_tablet, by=admin_at_birch)


@pytest.mark.parametrize("tries", [8])
def test_wrong_tries_at_once_are_each_counted(live_cast, tries):
    tablet = make.tablet(live_cast.alder)
    codes = raced(*[lambda: at_tablet(tablet, live_cast.users.ana, WRONG)] * tries)
    assert codes == ["sign_in.failed"] * 4 + ["sign_in.paused"] * (tries - 4)
    assert Attempts.objects.get().pauses == 1


# Staff


def test_staff_come_in_with_password_and_code(db):
    assert staff(new_staff()).door == "staff"


def test_a_code_works_once(db):
    nell = new_staff()
    code = code_now()
    staff(nell, code)
    assert outcome(lambda: staff(nell, code)) == "sign_in.failed"


def test_of_two_with_the_same_code_at_once_one_comes_in(rows):
    nell = new_staff()
    code = code_now()
    codes = raced(*[lambda: services.sign_in_staff(user=nell, code=code)] * 2)
    assert codes == ["", "sign_in.failed"]
    assert SignIn.objects.count() == 1


def test_staff_without_a_second_factor_have_no_way_in(db):
    nell = new_staff()
    Authenticator.objects.all().delete()
    with pytest.raises(SignInFailed):
        staff(nell)


def test_the_secret_of_the_second_factor_is_sealed_in_the_database(db):
    nell = new_staff()
    assert make.TOTP_SECRET not in str(Authenticator.objects.get().data)
    assert services.totp_secret_of(nell) == make.TOTP_SECRET


def test_five_failures_of_password_and_code_together_lock_staff_and_end_what_is_open(db):
    nell = new_staff()
    open_one = staff(nell)
    for _ in range(3):
        outcome(lambda: services.check_staff(name=nell.sign_in, password=WRONG))
    for _ in range(2):
        outcome(lambda: services.sign_in_staff(user=nell, code=wrong_code()))
    nell.refresh_from_db()
    open_one.refresh_from_db()
    assert nell.state == User.State.LOCKED
    assert open_one.ended_because == "locked"
    assert Change.objects.filter(kind="sign_in.ended", subject=str(open_one.pk)).exists()
    assert kinds().count("accounts.locked") == 1
    assert outcome(lambda: services.check_staff(name=nell.sign_in, password=make.PASSWORD)) == "sign_in.failed"


def test_the_right_password_does_not_forget_wrong_codes(db):
    nell = new_staff()
    for _ in range(5):
        outcome(lambda: staff(nell, wrong_code()))
    nell.refresh_from_db()
    assert nell.state == User.State.LOCKED


def test_staff_are_locked_once_however_many_try_at_once(rows):
    nell = new_staff()
    raced(*[lambda: services.check_staff(name=nell.sign_in, password=WRONG)] * 7)
    nell.refresh_from_db()
    assert nell.state == User.State.LOCKED
    assert kinds().count("accounts.locked") == 1


def test_a_lock_stays_until_an_administrator_of_the_place_releases_it(cast):
    nell = new_staff("Nell", (RoleGrant.Role.MODERATOR, cast.alder))
    at_birch = make.staff("Bo", RoleGrant.Role.FACILITY_ADMIN, scope=cast.birch)
    everywhere = make.staff("Ed", RoleGrant.Role.PROGRAMME_ADMIN)
    for _ in range(5):
        outcome(lambda: services.check_staff(name=nell.sign_in, password=WRONG))
    with time_machine.travel("2030-01-01T00:00Z", tick=False):
        assert outcome(lambda: staff(nell)) == "sign_in.failed"
    for who, sees in ((cast.ada, True), (cast.pat, True), (everywhere, True), (at_birch, False), (cast.mo, False)):
        assert (nell in locked_staff(who)) is sees
    with pytest.raises(NotThere):
        services.unlock_staff(user=nell, by=at_birch)
    assert services.unlock_staff(user=nell, by=cast.ada)
    assert not services.unlock_staff(user=nell, by=cast.ada)
    assert kinds().count("accounts.unlocked") == 1
    assert staff(nell)


# Going out


def test_a_sign_in_ends_once_tells_sockets_and_is_on_the_record(cast, tablet):
    sign_in = at_tablet(tablet, cast.users.ana)
    assert services.end_sign_in(sign_in=sign_in, because="signed_out", by=cast.users.ana)
    assert not services.end_sign_in(sign_in=sign_in, because="signed_out", by=cast.users.ana)
    assert Change.objects.filter(kind="sign_in.ended", subject=str(sign_in.pk)).count() == 1
    event = AuditEvent.objects.get(kind="accounts.sign_in_ended")
    assert (event.subject, event.detail["because"]) == (f"sign_in:{sign_in.pk}", "signed_out")


def test_all_sign_ins_of_somebody_end_or_those_of_one_door(cast):
    for door in ("online", "staff"):
        SignIn.objects.create(
            user=cast.users.ben, door=door, started_at=cast.users.ben.created_at, active_at=cast.users.ben.created_at
        )
    assert services.end_all_sign_ins(user=cast.users.ben, because="kill", by=None, door="online") == 1
    assert services.end_all_sign_ins(user=cast.users.ben, because="kill", by=None) == 1
    assert services.end_all_sign_ins(user=cast.users.ben, because="kill", by=None) == 0


def test_of_two_who_end_a_sign_in_at_once_one_did(live_cast):
    sign_in = online(live_cast.users.ben)
    raced(*[lambda: services.end_sign_in(sign_in=sign_in, because="signed_out", by=None)] * 2)
    assert kinds().count("accounts.sign_in_ended") == 1


# Accounts


def test_a_participant_gets_a_user_with_a_pin(cast):
    who = make.person(at=cast.alder)
    user = services.create_participant_user(person=who, language="es", pin=make.PIN, by=cast.ada)
    assert check_password(make.PIN, user.pin)
    assert user.pin.startswith("argon2")
    with pytest.raises(PinIsNumber):
        services.set_pin(user=user, pin=number_of(user), by=cast.ada)


def test_a_new_pin_signs_out_who_came_in_with_the_old_one(cast, tablet):
    sign_in = at_tablet(tablet, cast.users.ana)
    services.set_pin(user=cast.users.ana, pin="902817", by=cast.ada)
    sign_in.refresh_from_db()
    assert sign_in.ended_because == "secret_changed"
    assert outcome(lambda: at_tablet(tablet, cast.users.ana)) == "sign_in.failed"
    assert at_tablet(tablet, cast.users.ana, "902817")


def test_an_online_way_in_is_set_whole_or_not_at_all(cast):
    ana = cast.users.ana
    refused = [("river.bend", "short"), ("no", make.PASSWORD), (cast.users.ben.sign_in, make.PASSWORD)]
    for name, password in refused:
        assert outcome(
            lambda name=name, password=password: services.set_online_way_in(
                user=ana, sign_in=name, password=password, by=None
            )
        )
        ana.refresh_from_db()
        assert (ana.sign_in, ana.password) == (None, "")
    services.set_online_way_in(user=ana, sign_in="River.Bend", password=make.PASSWORD, by=None)
    ana.refresh_from_db()
    assert ana.sign_in == "river.bend"
    assert check_password(make.PASSWORD, ana.password)


def test_a_sign_in_name_is_never_the_alias_nor_one_that_is_taken(cast):
    with pytest.raises(NameRefused):
        services.set_sign_in(user=cast.users.ana, name="quiet-river", by=None)
    with pytest.raises(NameTaken):
        services.set_sign_in(user=cast.users.ana, name=cast.users.ben.sign_in.upper(), by=None)


def test_of_two_who_take_a_name_at_once_one_has_it(live_cast):
    def take(user):
        return lambda: services.set_sign_in(user=user, name="river.bend", by=None)

    assert raced(take(live_cast.users.ana), take(live_cast.users.oz)) == ["", "name.taken"]


def test_who_has_proved_themselves_otherwise_is_let_in_where_custody_allows(cast, rf):
    request = rf.get("/")
    request.session = SessionStore()
    sign_in = services.begin_sign_in(request=request, user=cast.users.ben, door="online")
    assert request.session["sign_in"] == str(sign_in.pk)
    with pytest.raises(OtherDoor):
        services.begin_sign_in(request=request, user=cast.users.ana, door="online")


def test_no_secret_is_ever_written_into_the_record(cast, tablet):
    outcome(lambda: at_tablet(tablet, cast.users.ana, WRONG))
    services.set_online_way_in(user=cast.users.ben, sign_in="river.bend", password="another-long-word", by=None)
    services.set_pin(user=cast.users.ana, pin="902817", by=None)
    written = str(list(AuditEvent.objects.values("detail", "subject", "actor")))
    assert not [secret for secret in (WRONG, "another-long-word", "902817", "river.bend") if secret in written]


def test_a_sign_in_that_cannot_be_recorded_does_not_happen(cast, tablet, monkeypatch):
    def refuse(*args, **kwargs):
        raise RuntimeError

    monkeypatch.setattr(AuditEvent.objects, "create", refuse)
    with pytest.raises(RuntimeError):
        at_tablet(tablet, cast.users.ana)
    assert not SignIn.objects.exists()


def test_old_counts_are_forgotten_but_not_those_of_cards_and_running_pauses(cast):
    with time_machine.travel(NOON, tick=False) as moment:
        now = cast.users.ana.created_at.replace(year=2026, month=11, day=20)
        for subject, until in (("user:1", None), ("user:2", now + timedelta(days=9)), ("card:1", None)):
            Attempts.objects.create(subject=subject, place="any", since=now, paused_until=until)
        moment.shift(1)
        attempts.forget_old(at=now + timedelta(days=2))
    assert set(Attempts.objects.values_list("subject", flat=True)) == {"user:2", "card:1"}
