"""Where a tablet stands: another unit, another facility, and what ends with the move."""

import pytest
from django.db import connection

from accounts import services, tablets
from accounts.doors import still_valid
from accounts.errors import CodeUnknown, TabletCantDoThat, TabletLabelTaken
from accounts.models import RoleGrant, SignIn
from audit.models import AuditEvent
from core import clock
from core.errors import NotThere, RuleError
from core.models import Change
from custody.models import Tablet
from tests import factories as make
from tests.accounts.helpers import enrolled, number_of
from tests.racing import threads

State = Tablet.State


@pytest.fixture
def both(cast):
    """Bo administers Alder and Birch."""
    bo = make.staff("Bo", RoleGrant.Role.FACILITY_ADMIN, scope=cast.alder)
    make.grant(bo, RoleGrant.Role.FACILITY_ADMIN, scope=cast.birch)
    return bo


def seated(cast, tablet):
    return services.sign_in_tablet(tablet=tablet, number=number_of(cast.users.ana), pin=make.PIN)


def test_a_tablet_goes_to_another_unit_and_whoever_sits_there_is_out(cast):
    tablet, cookie = enrolled(cast.alder)
    sign_in = seated(cast, tablet)
    tablets.assign_unit(tablet=tablet, to=cast.unit, by=cast.ada)
    assert (tablet.unit, tablet.state) == (cast.unit, State.ACTIVE)
    assert not still_valid(sign_in.pk)
    assert SignIn.objects.get(pk=sign_in.pk).ended_because == "tablet_assigned"
    assert Change.objects.filter(kind="tablet.changed", subject=str(tablet.pk)).exists()
    assert AuditEvent.objects.get(kind="accounts.tablet_assigned").detail == {"unit": str(cast.unit.pk)}
    assert tablets.present(cookie, at=clock.now()) == tablet
    tablets.assign_unit(tablet=tablet, to=None, by=cast.ada)
    assert tablet.unit is None


def test_a_unit_of_another_facility_is_not_there(cast):
    tablet = make.tablet(cast.alder)
    with pytest.raises(NotThere):
        tablets.assign_unit(tablet=tablet, to=make.unit(cast.birch), by=cast.pat)


def test_a_tablet_goes_to_another_facility_and_nothing_of_before_opens(cast, both):
    tablet, cookie = enrolled(cast.alder)
    tablets.assign_unit(tablet=tablet, to=cast.unit, by=None)
    sign_in = seated(cast, tablet)
    code = tablets.issue_code(tablet=tablet, by=None)
    tablets.move_to_facility(tablet=tablet, to=cast.birch, by=both)
    assert (tablet.facility, tablet.unit, tablet.state) == (cast.birch, None, State.ENROLLING)
    assert not still_valid(sign_in.pk)
    assert tablets.present(cookie, at=clock.now()) is None
    with pytest.raises(CodeUnknown):
        tablets.enrol(code=code, at=clock.now())
    assert AuditEvent.objects.get(kind="accounts.tablet_assigned", detail__has_key="facility")
    assert tablets.enrol(code=tablets.issue_code(tablet=tablet, by=both), at=clock.now())[0].state == State.ACTIVE


def test_a_kiosk_that_moved_needs_a_new_start_address(cast, both):
    kiosk = tablets.add_tablet(facility=cast.alder, label="K1", kind="kiosk", by=None)
    secret = tablets.issue_managed(tablet=kiosk, by=None)
    tablets.move_to_facility(tablet=kiosk, to=cast.birch, by=both)
    with pytest.raises(RuleError, match=r"kiosk\.unknown"):
        tablets.start_kiosk(secret=secret, at=clock.now())


def test_only_who_administers_both_facilities_moves_a_tablet(cast):
    """Neither who has only the one that it leaves, nor who has only the one that it comes to."""
    tablet = make.tablet(cast.alder)
    at_birch = make.staff("Bea", RoleGrant.Role.FACILITY_ADMIN, scope=cast.birch)
    for who in (cast.ada, at_birch, cast.mo):
        with pytest.raises(NotThere):
            tablets.move_to_facility(tablet=tablet, to=cast.birch, by=who)
    tablet.refresh_from_db()
    assert tablet.facility == cast.alder
    tablets.move_to_facility(tablet=tablet, to=cast.birch, by=cast.pat)


def test_a_label_that_is_taken_there_stops_the_move(cast, both):
    make.tablet(cast.birch, label="014")
    tablet = make.tablet(cast.alder, label="014")
    with pytest.raises(TabletLabelTaken):
        tablets.move_to_facility(tablet=tablet, to=cast.birch, by=both)
    assert tablet.credentials.exists()


@pytest.mark.parametrize("state", [State.LOST, State.RETIRED])
def test_what_is_out_of_use_for_good_stays_where_it_is(cast, both, state):
    tablet = make.tablet(cast.alder, state=state)
    with pytest.raises(TabletCantDoThat):
        tablets.assign_unit(tablet=tablet, to=cast.unit, by=both)
    with pytest.raises(TabletCantDoThat):
        tablets.move_to_facility(tablet=tablet, to=cast.birch, by=both)


def test_moved_twice_is_moved_once(cast, both):
    tablet = make.tablet(cast.alder)
    stale = Tablet.objects.get(pk=tablet.pk)
    tablets.move_to_facility(tablet=tablet, to=cast.birch, by=both)
    with pytest.raises(TabletCantDoThat):
        tablets.move_to_facility(tablet=tablet, to=cast.birch, by=both)
    with pytest.raises(TabletCantDoThat):
        tablets.assign_unit(tablet=stale, to=cast.unit, by=both)


def test_of_two_who_move_it_at_once_one_does(live_cast):
    tablet = make.tablet(live_cast.alder)
    cold = make.facility(live_cast.programme)

    def move(to):
        try:
            return tablets.move_to_facility(tablet=Tablet.objects.get(pk=tablet.pk), to=to, by=None) or ""
        except RuleError as error:
            return error.code
        finally:
            connection.close()

    with threads(2) as pool:
        outcomes = sorted(pool.map(move, [live_cast.birch, cold]))
    moved = AuditEvent.objects.filter(kind="accounts.tablet_assigned").count()
    assert outcomes in (["", "tablet.wrong_state"], ["", ""])  # the second may have begun after the first had ended
    assert moved == outcomes.count("")


def test_a_person_does_not_come_in_at_a_tablet_of_another_facility(cast):
    """Their number is nobody's there: the same answer as for a wrong one."""
    tablet, _ = enrolled(cast.birch)
    with pytest.raises(RuleError, match=r"sign_in\.failed"):
        services.sign_in_tablet(tablet=tablet, number=number_of(cast.users.ana), pin=make.PIN)


def test_fifty_wrong_pins_of_fifty_people_on_one_tablet_pause_nobody_else_and_are_shown(cast):
    from accounts.tablets.fleet import rows_of

    tablet, _ = enrolled(cast.alder)
    people = [make.user(make.person(at=cast.alder)) for _ in range(50)]
    for user in people:
        with pytest.raises(RuleError, match=r"sign_in\.failed"):
            services.sign_in_tablet(tablet=tablet, number=number_of(user), pin="000000")
    assert services.sign_in_tablet(tablet=tablet, number=number_of(cast.users.ana), pin=make.PIN)
    assert services.sign_in_tablet(tablet=tablet, number=number_of(people[0]), pin=make.PIN)
    other = make.tablet(cast.alder)
    assert [row.failures for row in rows_of([tablet, other])] == [49, 0]  # who came in has none any more
