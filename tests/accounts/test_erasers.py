"""Ended sign-ins are erased when the class of their place keeps them no longer, and nothing else is."""

from datetime import timedelta

import pytest

from accounts.doors import Door
from accounts.models import SignIn
from core import clock
from records import pins, services
from records.purge import purge
from tests import factories as make

YEARS = timedelta(days=7 * 365)


@pytest.fixture
def ended(cast):
    """A sign-in of this caller that ended so long ago."""

    def make_one(name: str, ago: timedelta) -> SignIn:
        made = cast.caller(name).sign_in
        SignIn.objects.filter(pk=made.pk).update(ended_at=clock.now() - ago, ended_because="signed_out")
        return made

    return make_one


def left() -> set:
    return set(SignIn.objects.values_list("pk", flat=True))


def test_only_what_ended_before_its_class_is_over_goes(ended, cast):
    old, fresh, standing = ended("ben", YEARS), ended("ben", YEARS - timedelta(minutes=1)), cast.caller("ana").sign_in
    certificate = purge(by=None)
    assert left() == {fresh.pk, standing.pk}
    assert next(step for step in certificate.steps if step["kind"] == "accounts.sign_ins")["removed"] == 1
    assert old.pk not in left()


def test_a_tablets_sign_ins_are_kept_as_its_facility_says(ended, cast):
    services.set_days(kind="attendance", facility=str(cast.alder.pk), days=30, by=cast.pat)
    month = timedelta(days=30)
    inside, outside = ended("ana", month), ended("ben", month)
    elsewhere = ended("tam", month)
    purge(by=None)
    assert left() == {outside.pk, elsewhere.pk}
    assert inside.pk not in left()


def test_a_hold_on_a_person_keeps_their_sign_ins(ended, cast):
    held, other = ended("ben", YEARS), ended("xan", YEARS)
    pins.place(target=f"person:{cast.persons.ben.pk}", because="hold:1")
    purge(by=None)
    assert (held.pk in left(), other.pk in left()) == (True, False)


def test_staffs_sign_ins_go_too(db):
    caller = make.caller(make.staff("Una", "records_officer"), door=Door.STAFF)
    SignIn.objects.update(ended_at=clock.now() - YEARS, ended_because="signed_out")
    purge(by=None)
    assert caller.sign_in.pk not in left()
