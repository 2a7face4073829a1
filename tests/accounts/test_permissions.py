"""Roles hold for places: the installation, a programme, a facility."""

from datetime import timedelta

import pytest

from accounts.grants import services as grants
from accounts.grants.errors import RoleUnknown
from accounts.models import RoleGrant, User
from accounts.permissions import (
    facilities_in_scope,
    has_role,
    holds,
    programmes_in_scope,
    require_role,
    staff_covering,
)
from audit.models import AuditEvent
from core import clock
from core.errors import NotAllowed, NotThere
from tests import factories as make

Role = RoleGrant.Role
EVERY = (Role.MODERATOR, Role.DUTY_OFFICER, Role.FACILITY_ADMIN, Role.PROGRAMME_ADMIN, Role.RECORDS_OFFICER)


@pytest.mark.parametrize(
    ("who", "programme", "facilities", "covers"),
    [
        ("mo", True, ["alder"], True),
        ("mo", True, ["birch"], False),
        ("mo", True, [], False),
        ("mia", False, ["alder", "birch"], True),
        ("pat", True, [], True),
        ("pat", False, ["alder"], True),
        ("rue", True, [], True),
        ("rue", False, [], True),
        ("ada", False, [], False),
    ],
)
def test_a_grant_covers_its_place_and_no_other(cast, who, programme, facilities, covers):
    place = {
        "programme_id": cast.programme.pk if programme else None,
        "facility_ids": [getattr(cast, name).pk for name in facilities],
    }
    user = getattr(cast, who)
    assert has_role(user, *EVERY, **place) is covers
    if covers:
        require_role(user, *EVERY, **place)
    else:
        with pytest.raises(NotThere):
            require_role(user, *EVERY, **place)


def test_another_programmes_administrator_has_no_say_though_they_share_a_facility(cast):
    other = make.programme()
    cast.alder.programmes.add(other)
    rival = make.staff("Rival", Role.PROGRAMME_ADMIN, scope=other)
    assert has_role(rival, *EVERY, facility_ids=[cast.alder.pk])
    assert not has_role(rival, *EVERY, programme_id=cast.programme.pk, facility_ids=[cast.alder.pk])


def test_another_role_at_the_same_place_is_not_enough(cast):
    assert not has_role(cast.mo, Role.FACILITY_ADMIN, facility_ids=[cast.alder.pk])
    assert not holds(cast.mo, Role.FACILITY_ADMIN)
    assert holds(cast.mo)
    assert not holds(None)


def test_a_grant_ends_by_its_day_or_by_hand_and_with_its_user(cast):
    grant = cast.mo.grants.get()
    RoleGrant.objects.filter(pk=grant.pk).update(until=clock.now() - timedelta(seconds=1))
    assert not holds(cast.mo)
    RoleGrant.objects.filter(pk=grant.pk).update(until=clock.now() + timedelta(days=1))
    assert holds(cast.mo)
    grants.end_role(grant=grant, by=cast.pat)
    assert not holds(cast.mo)
    User.objects.filter(pk=cast.ada.pk).update(state=User.State.DISABLED, disabled_because="left")
    assert not holds(cast.ada)


def test_staff_covering_a_place_come_in_the_order_in_which_they_were_given_it(cast):
    covering = staff_covering(Role.DUTY_OFFICER, programme_id=cast.programme.pk, facility_ids=[cast.alder.pk])
    assert covering == [cast.dov, cast.del_]


def test_the_facilities_and_programmes_of_a_scope(cast):
    elsewhere = make.facility()
    assert set(facilities_in_scope(cast.ada, *EVERY)) == {cast.alder}
    assert set(facilities_in_scope(cast.pat, *EVERY)) == {cast.alder, cast.birch}
    assert set(facilities_in_scope(cast.rue, *EVERY)) == {cast.alder, cast.birch, elsewhere}
    assert not facilities_in_scope(None, *EVERY).exists()
    assert programmes_in_scope(cast.pat, *EVERY) == {str(cast.programme.pk)}
    assert programmes_in_scope(cast.rue, *EVERY) is None
    assert programmes_in_scope(cast.ada, *EVERY) == set()


def test_a_role_given_twice_is_given_once(cast):
    def give():
        return grants.grant_role(
            user=cast.mia, role=Role.MODERATOR, scope="facility", scope_id=cast.alder.pk, by=cast.pat
        )

    assert give() == give()
    assert AuditEvent.objects.filter(kind="accounts.role_granted", actor=f"user:{cast.pat.pk}").count() == 1


def test_a_role_that_lapsed_can_be_given_again(cast):
    place = {"user": cast.mia, "role": Role.MODERATOR, "scope": "facility", "scope_id": cast.alder.pk}
    lapsed = grants.grant_role(**place, until=clock.now() - timedelta(days=1), by=None)
    assert grants.grant_role(**place, by=None) != lapsed
    assert has_role(cast.mia, Role.MODERATOR, facility_ids=[cast.alder.pk])


@pytest.mark.parametrize(
    "wrong", [{"role": "king"}, {"scope": "world"}, {"scope_id": ""}, {"scope": "installation", "scope_id": "x"}]
)
def test_a_role_needs_its_name_and_its_place(cast, wrong):
    said = {"role": Role.MODERATOR, "scope": "facility", "scope_id": cast.alder.pk, **wrong}
    with pytest.raises(RoleUnknown):
        grants.grant_role(user=cast.mia, by=cast.pat, **said)


def test_nobody_gives_themselves_a_role(cast):
    with pytest.raises(NotAllowed):
        grants.grant_role(user=cast.pat, role=Role.RECORDS_OFFICER, scope="installation", by=cast.pat)


def test_a_role_ends_once(cast):
    grant = cast.mo.grants.get()
    assert grants.end_role(grant=grant, by=cast.pat)
    assert not grants.end_role(grant=grant, by=cast.pat)
