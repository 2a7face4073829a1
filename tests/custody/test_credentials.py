"""What the rows of a tablet's secrets can never say."""

import pytest
from django.db import IntegrityError, transaction

from core import clock
from custody.models import Tablet, TabletCredential
from tests import factories as make

State = TabletCredential.State


def credential(tablet, **values):
    return TabletCredential.objects.create(
        **{"tablet": tablet, "digest": f"d-{make.n()}", "made_at": clock.now(), **values}
    )


@pytest.mark.parametrize(
    "half",
    [
        {"state": State.CURRENT},
        {"state": State.SPENT},
        {"state": State.PROPOSED, "spent_at": clock.now()},
        {"state": State.PROPOSED, "copied_at": clock.now()},
    ],
)
def test_a_secret_that_is_half_spent_is_refused_by_the_database(db, half):
    tablet = make.tablet(make.facility())
    TabletCredential.objects.all().delete()
    with pytest.raises(IntegrityError), transaction.atomic():
        credential(tablet, **half)


def test_a_tablet_has_one_current_secret_and_any_number_of_proposed_ones(db):
    tablet = make.tablet(make.facility())
    credential(tablet)
    credential(tablet)
    with pytest.raises(IntegrityError), transaction.atomic():
        credential(tablet, state=State.CURRENT, used_at=clock.now())


def test_two_tablets_have_no_secret_in_common(db):
    facility = make.facility()
    credential(make.tablet(facility), digest="same")
    with pytest.raises(IntegrityError), transaction.atomic():
        credential(make.tablet(facility), digest="same")


@pytest.mark.parametrize(
    "half",
    [
        {"kind": "tablet", "managed": "digest"},
        {"state": "suspended", "why_suspended": ""},
        {"state": "active", "why_suspended": "clone"},
    ],
)
def test_a_tablet_that_is_half_something_is_refused_by_the_database(db, half):
    with pytest.raises(IntegrityError), transaction.atomic():
        make.tablet(make.facility(), **half)


def test_two_kiosks_have_no_secret_in_common(db):
    facility = make.facility()
    make.tablet(facility, kind=Tablet.Kind.KIOSK, managed="same")
    with pytest.raises(IntegrityError), transaction.atomic():
        make.tablet(facility, kind=Tablet.Kind.KIOSK, managed="same")
