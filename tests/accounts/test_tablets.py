"""Tablets: from the list to the hand and out of use."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection

from accounts import services, tablets
from accounts.errors import CodeExpired, CodeUnknown, SignInPaused, TabletCantDoThat, TabletLabelTaken
from accounts.models import RoleGrant, SignIn
from audit.models import AuditEvent
from core import clock
from core.errors import NotThere, RuleError
from core.models import Change
from custody.models import Tablet
from tests import factories as make
from tests.accounts.helpers import number_of
from tests.racing import threads

State = Tablet.State


@pytest.fixture
def new(cast):
    return tablets.add_tablet(facility=cast.alder, label="014", in_unit=cast.unit, by=cast.ada)


@pytest.fixture
def enrolled(new):
    return tablets.enrol(code=tablets.issue_code(tablet=new, by=None), at=clock.now())[0]


@pytest.fixture
def admin_at_birch(cast):
    return make.staff("Bo", RoleGrant.Role.FACILITY_ADMIN, scope=cast.birch)


def enrol(code):
    return tablets.enrol(code=code, at=clock.now())


def test_a_code_makes_an_active_tablet_and_is_kept_nowhere(new):
    code = tablets.issue_code(tablet=new, by=None)
    tablet, secret = enrol(code)
    assert (tablet.pk, tablet.state, tablet.code, tablet.code_until) == (new.pk, State.ACTIVE, "", None)
    written = str(list(Tablet.objects.values())) + str(list(AuditEvent.objects.values()))
    assert not [word for word in (code, code.replace("-", ""), secret) if word in written]


@pytest.mark.parametrize("how", [str.lower, lambda code: code.replace("-", " "), lambda code: f" {code} "])
def test_how_a_code_is_written_does_not_matter(new, how):
    assert enrol(how(tablets.issue_code(tablet=new, by=None)))


def test_a_code_works_once(new):
    code = tablets.issue_code(tablet=new, by=None)
    enrol(code)
    with pytest.raises(CodeUnknown):
        enrol(code)


def test_a_code_works_for_ten_minutes(new):
    with time_machine.travel("2026-11-23T12:00Z", tick=False) as moment:
        code = tablets.issue_code(tablet=new, by=None)
        moment.shift(timedelta(minutes=10))
        with pytest.raises(CodeExpired):
            enrol(code)
        code = tablets.issue_code(tablet=new, by=None)
        moment.shift(timedelta(minutes=9, seconds=59))
        assert enrol(code)


def test_a_new_code_replaces_the_one_before(new):
    first = tablets.issue_code(tablet=new, by=None)
    second = tablets.issue_code(tablet=new, by=None)
    with pytest.raises(CodeUnknown):
        enrol(first)
    assert enrol(second)


def test_of_two_devices_with_the_same_code_at_once_one_becomes_the_tablet(live_cast):
    tablet = tablets.add_tablet(facility=live_cast.alder, label="014", by=None)
    code = tablets.issue_code(tablet=tablet, by=None)

    def take(place):
        try:
            return tablets.enrol(code=code, at=clock.now(), place=place) and ""
        except RuleError as error:
            return error.code
        finally:
            connection.close()

    with threads(2) as pool:
        assert sorted(pool.map(take, ["browser:1", "browser:2"])) == ["", "tablet.code_unknown"]


def test_guessing_codes_pauses_the_place_that_guesses(new):
    code = tablets.issue_code(tablet=new, by=None)
    for _ in range(5):
        with pytest.raises(CodeUnknown):
            tablets.enrol(code="AAAAA-AAAAA", at=clock.now(), place="browser:1")
    with pytest.raises(SignInPaused):
        tablets.enrol(code=code, at=clock.now(), place="browser:1")
    assert tablets.enrol(code=code, at=clock.now(), place="browser:2")


def test_a_tablet_that_lost_its_cookie_takes_a_new_code_and_the_old_secret_stops_working(cast, new):
    tablet, old = enrol(tablets.issue_code(tablet=new, by=None))
    sign_in = services.sign_in_tablet(tablet=tablet, number=number_of(cast.users.ana), pin=make.PIN)
    tablet, fresh = enrol(tablets.issue_code(tablet=tablet, by=cast.ada))
    assert tablets.tablet_of(tablets.cookie_of(tablet, old)) is None
    assert tablets.tablet_of(tablets.cookie_of(tablet, fresh)) == tablet
    sign_in.refresh_from_db()
    assert sign_in.ended_because == "tablet_enrolled"


MOVES = {"suspend": tablets.suspend, "resume": tablets.resume, "lose": tablets.lose, "retire": tablets.retire}
MAY = {
    State.ENROLLING: {"lose": State.LOST, "retire": State.RETIRED},
    State.ACTIVE: {"suspend": State.SUSPENDED, "lose": State.LOST, "retire": State.RETIRED},
    State.SUSPENDED: {"resume": State.ACTIVE, "lose": State.LOST, "retire": State.RETIRED},
    State.LOST: {},
    State.RETIRED: {},
}


@pytest.mark.parametrize("move", MOVES)
@pytest.mark.parametrize("state", MAY)
def test_a_tablet_moves_only_as_its_state_allows(cast, state, move):
    tablet = make.tablet(cast.alder, state=state)
    target = MAY[state].get(move)
    if target is None:
        with pytest.raises(TabletCantDoThat):
            MOVES[move](tablet=tablet, by=cast.ada)
        assert not AuditEvent.objects.filter(kind="accounts.tablet_moved").exists()
        return
    MOVES[move](tablet=tablet, by=cast.ada)
    assert tablet.state == target
    event = AuditEvent.objects.get(kind="accounts.tablet_moved")
    assert (event.actor, event.subject, event.detail) == (f"user:{cast.ada.pk}", f"tablet:{tablet.pk}", {"to": target})
    assert Change.objects.filter(kind="tablet.changed", subject=str(tablet.pk)).exists()


@pytest.mark.parametrize("state", [State.SUSPENDED, State.LOST, State.RETIRED])
def test_a_tablet_out_of_use_takes_no_code(cast, state):
    with pytest.raises(TabletCantDoThat):
        tablets.issue_code(tablet=make.tablet(cast.alder, state=state), by=cast.ada)


def test_a_code_dies_with_its_tablet(new):
    code = tablets.issue_code(tablet=new, by=None)
    tablets.lose(tablet=new, by=None)
    with pytest.raises(CodeUnknown):
        enrol(code)


@pytest.mark.parametrize("move", ["suspend", "lose", "retire"])
def test_who_sits_at_a_tablet_that_goes_out_of_use_is_signed_out(cast, enrolled, move):
    sign_in = services.sign_in_tablet(tablet=enrolled, number=number_of(cast.users.ana), pin=make.PIN)
    MOVES[move](tablet=enrolled, by=cast.ada)
    assert SignIn.objects.get(pk=sign_in.pk).ended_at
    assert Change.objects.filter(kind="sign_in.ended", subject=str(sign_in.pk)).exists()


def test_only_administrators_of_the_facility_touch_its_tablets(cast, new, admin_at_birch):
    for who in (admin_at_birch, cast.mo, cast.dov):
        acts = (
            lambda who=who: tablets.add_tablet(facility=cast.alder, label="015", by=who),
            lambda who=who: tablets.issue_code(tablet=new, by=who),
            *[lambda who=who, move=move: move(tablet=new, by=who) for move in MOVES.values()],
        )
        for act in acts:
            with pytest.raises(NotThere):
                act()
    assert tablets.issue_code(tablet=new, by=cast.pat)


def test_a_label_is_once_in_a_facility_and_a_unit_is_of_it(cast, new):
    with pytest.raises(TabletLabelTaken):
        tablets.add_tablet(facility=cast.alder, label=" 014 ", by=cast.ada)
    assert tablets.add_tablet(facility=cast.birch, label="014", by=None)
    with pytest.raises(NotThere):
        tablets.add_tablet(facility=cast.birch, label="015", in_unit=cast.unit, by=None)
