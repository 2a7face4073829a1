"""Accounts that are stopped and that come back: by whom, how, and what ends with them."""

from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.db import IntegrityError, transaction

from accounts import services as accounts
from accounts import tasks
from accounts.colleagues import selectors, services
from accounts.models import RoleGrant, SignIn, User
from audit.models import AuditEvent
from core import clock
from core.errors import NotThere, RuleError
from core.models import Change
from tests import factories as make
from tests.accounts.helpers import at_door, code_now, new_staff
from tests.browsing import browser, browser_of
from tests.racing import together

ACTS = {
    "kill": services.kill,
    "disable": services.disable,
    "enable": services.enable,
    "reset": services.reset_factors,
    "unlock": accounts.unlock_staff,
}


def now_of(user):
    found = User.objects.get(pk=user.pk)
    return found.state, found.disabled_because


@pytest.fixture
def root(cast):
    """An administrator of the whole installation."""
    return make.staff("Root", "programme_administrator")


# Whose


#: Who may stop whom (Mo moderates at Alder, Mia at Birch, Pat runs their programme, Rue has no place of her own).
MAY_STOP = {
    ("ada", "mo"): True,
    ("ada", "mia"): False,
    ("ada", "ada"): False,
    ("ada", "pat"): False,
    ("ada", "rue"): False,
    ("pat", "mo"): True,
    ("pat", "mia"): True,
    ("pat", "ada"): True,
    ("pat", "pat"): False,
    ("pat", "rue"): False,
    ("mo", "dov"): False,
    ("rue", "mo"): False,
    ("root", "rue"): True,
    ("root", "pat"): True,
    ("root", "root"): False,
}


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize(("by", "whom"), MAY_STOP)
def test_who_may_stop_whom_and_give_back(cast, root, by, whom, act):
    people = {"root": root}
    actor, user = (people.get(name) or getattr(cast, name) for name in (by, whom))
    if MAY_STOP[by, whom]:
        ACTS[act](user=user, by=actor)
    else:
        with pytest.raises(RuleError):
            ACTS[act](user=user, by=actor)
        assert now_of(user) == ("active", "")


def test_nobody_gives_back_more_than_they_look_after(cast, root):
    """Who also works elsewhere can be stopped here, and comes back from there."""
    make.grant(cast.mo, "moderator", scope=cast.birch)
    assert services.kill(user=cast.mo, by=cast.ada)
    with pytest.raises(NotThere):
        services.enable(user=cast.mo, by=cast.ada)
    with pytest.raises(NotThere):
        services.reset_factors(user=cast.mo, by=cast.ada)
    assert services.enable(user=cast.mo, by=cast.pat)


def test_a_role_of_a_unit_is_within_its_facility(cast):
    una = make.staff("Una")
    RoleGrant.objects.create(
        user=una, role="unit_staff", scope="unit", scope_id=str(cast.unit.pk), given_by="system", given_at=clock.now()
    )
    assert services.may_stop(cast.ada, una)
    assert selectors.visible_staff(cast.ada).filter(pk=una.pk).exists()


def test_participants_are_stopped_where_they_are(cast):
    for by, who, may in (
        ("ada", "ana", True),
        ("ada", "tam", False),
        ("ada", "ben", False),
        ("pat", "ben", True),
        ("pat", "tam", True),
        ("mo", "ana", False),
    ):
        assert services.may_stop(getattr(cast, by), getattr(cast.users, who)) == may, (by, who)


# Stopping


def test_a_kill_ends_every_sign_in_and_tells_what_is_open(cast):
    open_ones = [cast.caller("mo").sign_in for _ in range(2)]
    assert services.kill(user=cast.mo, by=cast.ada)
    assert now_of(cast.mo) == ("disabled", "killed")
    assert {SignIn.objects.get(pk=each.pk).ended_because for each in open_ones} == {"killed"}
    told = set(Change.objects.values_list("kind", "subject"))
    assert {("user.changed", str(cast.mo.pk)), *(("sign_in.ended", str(each.pk)) for each in open_ones)} <= told
    event = AuditEvent.objects.get(kind="accounts.disabled")
    assert (event.actor, event.detail["because"]) == (f"user:{cast.ada.pk}", "killed")


def test_a_kill_that_is_sent_again_changes_nothing(cast):
    assert services.kill(user=cast.mo, by=cast.ada)
    assert not services.kill(user=cast.mo, by=cast.ada)
    assert AuditEvent.objects.filter(kind="accounts.disabled").count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_who_kill_at_the_same_moment_write_one_record(live_cast):
    kills = [lambda by=by: services.kill(user=live_cast.mo, by=by) for by in (live_cast.ada, live_cast.pat)]
    assert sorted(together(*kills)) == [False, True]


def test_who_was_killed_does_not_come_in_with_everything_right(cast):
    nell = new_staff("Nell", ("moderator", cast.alder))
    services.kill(user=nell, by=cast.ada)
    client = at_door("staff")
    assert client.post("/sign-in/", {"name": nell.sign_in, "password": make.PASSWORD}).status_code == 400
    with pytest.raises(RuleError):
        accounts.sign_in_staff(user=nell, code=code_now())


def test_a_locked_account_can_be_killed_too(cast):
    User.objects.filter(pk=cast.mo.pk).update(state="locked")
    assert services.kill(user=cast.mo, by=cast.ada)
    assert not accounts.unlock_staff(user=cast.mo, by=cast.ada)
    assert now_of(cast.mo) == ("disabled", "killed")


def test_without_its_record_nothing_is_stopped(cast, monkeypatch):
    def refuse(*args, **kwargs):
        raise IntegrityError

    monkeypatch.setattr(AuditEvent.objects, "create", refuse)
    with pytest.raises(IntegrityError), transaction.atomic():
        services.kill(user=cast.mo, by=cast.ada)
    assert now_of(cast.mo) == ("active", "")


def test_the_last_administrator_is_not_switched_off(cast, root):
    other = make.staff("Other", "programme_administrator")
    assert services.disable(user=other, by=root)
    with pytest.raises(RuleError) as refused:
        services.disable(user=root, by="system")
    assert refused.value.code == "account.last_administrator"


# Giving back


def test_who_is_let_in_again_starts_with_no_wrong_tries_and_ninety_new_days(cast):
    services.disable(user=cast.mo, by=cast.ada)
    User.objects.filter(pk=cast.mo.pk).update(last_login=clock.now() - timedelta(days=200))
    assert services.enable(user=cast.mo, by=cast.ada)
    assert not services.enable(user=cast.mo, by=cast.ada)
    assert now_of(cast.mo) == ("active", "")
    tasks.disable_unused()
    assert now_of(cast.mo) == ("active", "")


def test_a_reset_leaves_one_code_that_opens_nothing_but_the_set_up(cast):
    nell = new_staff("Nell", ("moderator", cast.alder))
    before = make.caller(nell).sign_in
    code = services.reset_factors(user=nell, by=cast.ada)
    assert SignIn.objects.get(pk=before.pk).ended_because == "factors_reset"
    client = at_door("staff")
    client.post("/sign-in/", {"name": nell.sign_in, "password": make.PASSWORD})
    assert client.post("/sign-in/", {"code": code_now()}).status_code == 400
    assert client.post("/sign-in/", {"code": code}).status_code == 303
    assert client.get("/desk/", follow=True).redirect_chain[-1][0] == "/set-up/"
    page = client.get("/set-up/").text
    secret = page.split('class="num secret">')[1].split("<")[0].replace(" ", "")
    assert client.post("/set-up/", {"code": "000000"}).status_code == 400
    assert client.post("/set-up/", {"code": code_now(secret)})["Location"] == "/me/sign-in/"
    assert client.get("/desk/").status_code == 200
    assert [factor.type for factor in Authenticator.objects.filter(user=nell)] == ["totp"]


def test_a_set_up_code_works_once_and_for_a_day(cast):
    nell = new_staff("Nell", ("moderator", cast.alder))
    code = services.reset_factors(user=nell, by=cast.ada)
    assert accounts.sign_in_staff(user=nell, code=code).locked_at is not None
    with pytest.raises(RuleError):
        accounts.sign_in_staff(user=nell, code=code)
    code = services.reset_factors(user=nell, by=cast.ada)
    factor = Authenticator.objects.get(user=nell)
    factor.data["until"] = clock.now().isoformat()
    factor.save()
    with pytest.raises(RuleError):
        accounts.sign_in_staff(user=nell, code=code)


def test_only_one_of_the_codes_of_a_reset_works(cast):
    nell = new_staff("Nell", ("moderator", cast.alder))
    services.reset_factors(user=nell, by=cast.ada)
    made = Authenticator.objects.get(user=nell).wrap()
    assert len(made.get_unused_codes()) == 1


def test_a_locked_account_is_unlocked_before_its_factors_are_reset(cast):
    User.objects.filter(pk=cast.mo.pk).update(state="locked")
    with pytest.raises(RuleError) as refused:
        services.reset_factors(user=cast.mo, by=cast.ada)
    assert refused.value.code == "account.wrong_state"


# Ninety days


def unused(user, **ago):
    User.objects.filter(pk=user.pk).update(last_login=clock.now() - timedelta(**ago))


@pytest.mark.parametrize(("days", "state"), [(89, "active"), (90, "disabled")])
def test_staff_who_never_come_are_switched_off_after_ninety_days(cast, days, state):
    unused(cast.mo, days=days)
    tasks.disable_unused()
    assert now_of(cast.mo)[0] == state


def test_an_account_that_was_never_used_counts_from_its_making(cast):
    User.objects.filter(pk=cast.mo.pk).update(created_at=clock.now() - timedelta(days=90))
    assert not services.disable_unused(at=clock.now() - timedelta(days=1))
    assert services.disable_unused(at=clock.now()) == 1
    assert now_of(cast.mo) == ("disabled", "unused")


def test_participants_are_never_switched_off_for_staying_away(cast):
    unused(cast.users.ben, days=400)
    tasks.disable_unused()
    assert now_of(cast.users.ben) == ("active", "")


def test_of_administrators_who_never_come_the_last_one_stays(cast, root):
    second = make.staff("Second", "programme_administrator")
    for user in (root, second):
        unused(user, days=200)
    tasks.disable_unused()
    tasks.disable_unused()
    assert sorted(now_of(user)[0] for user in (root, second)) == ["active", "disabled"]


def test_without_one_for_everything_the_last_of_all_administrators_stays(cast):
    for user in (cast.ada, cast.pat):
        unused(user, days=200)
    tasks.disable_unused()
    assert sorted(now_of(user)[0] for user in (cast.ada, cast.pat)) == ["active", "disabled"]


def test_administrators_are_told_two_weeks_before(cast):
    unused(cast.mo, days=75)
    assert "Accounts that nobody uses" not in browser(cast, "ada").get("/now/").text
    unused(cast.mo, days=77)
    page = browser(cast, "ada").get("/now/").text
    assert "Accounts that nobody uses" in page
    assert "off in 13 days" in page or "off in 12 days" in page
    assert "Accounts that nobody uses" not in browser(cast, "mo").get("/now/").text


def test_the_last_administrator_is_reported_instead(cast, root):
    unused(root, days=200)
    tasks.disable_unused()
    assert "The last administrator: stays on" in browser_of(make.caller(root)).get("/now/").text


# Pages


def test_the_list_shows_the_colleagues_of_ones_own_places(cast):
    page = browser(cast, "ada").get("/staff/accounts/").text
    assert "Mo</a>" in page
    assert "Mia</a>" not in page
    assert browser(cast, "ada").get(f"/staff/accounts/{cast.mia.pk}/").status_code == 404


def test_a_kill_asks_for_no_proof_and_giving_back_does(cast):
    ada = cast.caller("ada")
    SignIn.objects.filter(pk=ada.sign_in.pk).update(proved_at=clock.now() - timedelta(minutes=16))
    client, page = browser_of(ada), f"/staff/accounts/{cast.mo.pk}"
    assert client.post(f"{page}/stop/kill/")["Location"] == f"{page}/"
    assert now_of(cast.mo) == ("disabled", "killed")
    for act in ("restore/enable/", "factors/"):
        assert client.post(f"{page}/{act}")["Location"].startswith("/me/prove/")
    assert now_of(cast.mo) == ("disabled", "killed")
    SignIn.objects.filter(pk=ada.sign_in.pk).update(proved_at=clock.now())
    client.post(f"{page}/restore/enable/")
    assert now_of(cast.mo) == ("active", "")


def test_the_set_up_code_is_shown_once(cast):
    client = browser(cast, "ada")
    answer = client.post(f"/staff/accounts/{cast.mo.pk}/factors/")
    code = answer.text.split("data-set-up-code>")[1].split("<")[0]
    assert len(code) == 9
    assert client.get(f"/staff/accounts/{cast.mo.pk}/factors/").status_code == 405
    assert code not in str(list(AuditEvent.objects.values_list("detail", flat=True)))


def test_one_sign_in_of_a_colleague_is_ended(cast):
    mo, client = cast.caller("mo").sign_in, browser(cast, "ada")
    assert client.post(f"/staff/accounts/{cast.mo.pk}/sign-ins/{mo.pk}/").status_code == 303
    assert SignIn.objects.get(pk=mo.pk).ended_because == "ended_by_staff"
    other = cast.caller("mia").sign_in
    assert client.post(f"/staff/accounts/{cast.mo.pk}/sign-ins/{other.pk}/").status_code == 404


def test_ones_own_account_has_no_switches(cast):
    page = browser(cast, "ada").get(f"/staff/accounts/{cast.ada.pk}/").text
    assert "Shut them out now" not in page
    assert browser(cast, "ada").post(f"/staff/accounts/{cast.ada.pk}/stop/kill/").status_code == 404
    assert now_of(cast.ada) == ("active", "")


@pytest.mark.parametrize("act", ["stop/enable/", "restore/kill/", "stop/nonsense/"])
def test_there_are_no_other_switches(cast, act):
    assert browser(cast, "ada").post(f"/staff/accounts/{cast.mo.pk}/{act}").status_code == 404
    assert now_of(cast.mo) == ("active", "")


def test_a_participant_is_shut_out_from_their_page_and_let_in_again(cast):
    ana, client = cast.caller("ana"), browser(cast, "ada")
    user, page = cast.users.ana, f"/staff/accounts/{cast.users.ana.pk}"
    assert client.post(f"{page}/stop/kill/").status_code == 303
    assert SignIn.objects.get(pk=ana.sign_in.pk).ended_because == "killed"
    with pytest.raises(RuleError):
        accounts.sign_in_tablet(tablet=ana.tablet, number=cast.persons.ana.numbers.get().number, pin=make.PIN)
    assert "Nobody comes in with this account" in client.get(f"/people/{cast.persons.ana.pk}/").text
    assert client.post(f"{page}/restore/enable/").status_code == 303
    assert now_of(user) == ("active", "")


def test_a_participant_elsewhere_and_other_switches_are_not_there(cast):
    client = browser(cast, "ada")
    assert client.post(f"/staff/accounts/{cast.users.ben.pk}/stop/kill/").status_code == 404
    for act in ("stop/disable/", "restore/unlock/", "factors/"):
        assert client.post(f"/staff/accounts/{cast.users.ana.pk}/{act}").status_code == 404
    assert client.get(f"/staff/accounts/{cast.users.ana.pk}/").status_code == 404
