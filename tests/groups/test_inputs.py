"""Being an adult, and facilities' approvals: what a seat and a session rest on."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from audit.models import AuditEvent
from core import clock
from core.errors import RuleError
from custody.models import CustodyEvent, Person
from groups import services
from groups.continuity.adults import CHECKED_BY, confirm_adult
from groups.models import FacilityApproval, Membership, SupportGroup
from groups.sessions.services import open_session
from tests import factories as make
from tests.browsing import browser

DAY = timedelta(days=1)
ADMITTED = {
    "legal_name": "Ramona Feldspar",
    "number": "A55501",
    "language": "en",
    "pin": "481516",
    "adult": "identity_card",
}


def refusal(act):
    with pytest.raises(RuleError) as refused:
        act()
    return refused.value.code


def give(cast, person):
    return services.give_seat(group=cast.group, person=person, by=cast.pat)


# Adults


def test_nobody_gets_a_seat_who_is_not_known_to_be_an_adult(cast):
    young = make.person(at=cast.alder, adult=False)
    assert refusal(lambda: give(cast, young)) == "adult.not_confirmed"
    assert not young.memberships.exists()
    confirm_adult(person=young, checked_by="identity_card", by=cast.ada)
    assert give(cast, young)


def test_it_is_confirmed_once_and_how_is_on_the_record(cast):
    young = make.person(adult=False)
    confirm_adult(person=young, checked_by="identity_card", by=cast.ada)
    confirm_adult(person=young, checked_by="court_paper", by=cast.pat)
    young.refresh_from_db()
    assert young.adult_confirmed_by == f"user:{cast.ada.pk}"
    (row,) = AuditEvent.objects.filter(kind="groups.adult_confirmed")
    assert row.detail["checked_by"] == "identity_card"


@pytest.mark.parametrize("how", ["", "I just know"])
def test_a_way_that_is_not_named_is_refused(cast, how):
    young = make.person(adult=False)
    assert refusal(lambda: confirm_adult(person=young, checked_by=how, by=cast.ada)) == "adult.unclear"
    assert Person.objects.get(pk=young.pk).adult_confirmed_at is None


def test_whoever_admits_says_how_they_know(cast):
    ada, said = browser(cast, "ada"), {**ADMITTED, "facility": cast.alder.pk}
    unchecked = ada.post(reverse("groups:admit"), said)
    assert unchecked.status_code == 400
    assert "Only adults can be admitted." in unchecked.text
    assert 'value="Ramona Feldspar"' in unchecked.text
    assert ada.post(reverse("groups:admit"), {**said, "is_adult": "on"}).status_code == 303
    assert Person.objects.get(legal_name="Ramona Feldspar").adult_confirmed_by == f"user:{cast.ada.pk}"


def test_the_persons_page_says_it_and_confirms_it(cast):
    Person.objects.filter(pk=cast.persons.ana.pk).update(adult_confirmed_at=None, adult_confirmed_by="")
    ada, page = browser(cast, "ada"), reverse("groups:person", args=[cast.persons.ana.pk])
    assert "Not confirmed" in ada.get(page).text
    confirm = reverse("groups:confirm_adult", args=[cast.persons.ana.pk])
    assert ada.post(confirm, {"adult": next(iter(CHECKED_BY))}).status_code == 400
    assert ada.post(confirm, {"adult": next(iter(CHECKED_BY)), "is_adult": "on"}).status_code == 303
    assert "Not confirmed" not in ada.get(page).text


def test_home_says_whom_to_ask(cast):
    Person.objects.filter(pk=cast.persons.ana.pk).update(adult_confirmed_at=None, adult_confirmed_by="")
    assert "Staff must first note that you are 18 or older." in browser(cast, "ana").get(reverse("groups:home")).text


def test_the_database_wants_when_and_who(cast):
    with pytest.raises(IntegrityError), transaction.atomic():
        Person.objects.filter(pk=cast.persons.ana.pk).update(adult_confirmed_by="")


# Facilities


def test_somebody_of_a_facility_that_did_not_agree_gets_no_seat(cast):
    assert refusal(lambda: give(cast, make.person(at=cast.birch))) == "room.unavailable"
    make.approve(cast.group, cast.birch)
    assert give(cast, make.person(at=cast.birch))


def test_nor_one_whose_facilitys_approval_has_lapsed(cast):
    cast.group.approvals.update(until=clock.now())
    assert refusal(lambda: give(cast, make.person(at=cast.alder))) == "room.unavailable"


def test_nor_somebody_outside_where_released_people_are_not_taken_in(cast):
    SupportGroup.objects.update(released_welcome=False)
    cast.group.refresh_from_db()
    assert refusal(lambda: give(cast, make.person())) == "room.unavailable"


def _lapsed(cast):
    cast.group.approvals.update(until=clock.now())


def _revoked(cast):
    services.revoke_approval(approval=cast.group.approvals.get(revoked_at=None), by=cast.ada)


@pytest.mark.parametrize("end", [_lapsed, _revoked])
def test_a_session_does_not_open_while_a_facility_whose_people_sit_there_has_no_approval(cast, end):
    fay = cast.seat("fay")
    end(cast)
    assert refusal(lambda: open_session(seat=fay)) == "session.facility_not_agreed"
    make.approve(cast.group, cast.alder)
    assert open_session(seat=fay).state == "open"


def test_a_facility_that_nobody_sits_for_any_more_does_not_keep_it_shut(cast):
    fay = cast.seat("fay")
    _revoked(cast)
    services.end_membership(membership=cast.seats.ana, to="left", by=cast.pat)
    assert open_session(seat=fay).state == "open"


def test_a_seat_that_is_kept_for_somebody_of_that_facility_counts(cast):
    fay = cast.seat("fay")
    _revoked(cast)
    services.turn_away(membership=cast.seats.ana, why=Membership.Away.CUSTODY, by="system")
    assert refusal(lambda: open_session(seat=fay)) == "session.facility_not_agreed"


def test_who_was_moved_to_a_place_that_never_took_part_does_not_keep_the_others_out(cast):
    """Tam is at Birch, and his seat is there still."""
    assert open_session(seat=cast.seat("fay")).state == "open"


def test_who_was_released_is_not_the_facilitys_any_more(cast):
    fay = cast.seat("fay")
    _revoked(cast)
    make.custody_event(cast.persons.ana, CustodyEvent.Kind.RELEASED, occurred_at=clock.now())
    assert open_session(seat=fay).state == "open"


def test_who_said_yes_for_the_facility_in_which_role_and_on_which_paper_is_kept_and_shown(cast):
    ada, page = browser(cast, "ada"), reverse("groups:group", args=[cast.group.pk])
    said = {"facility": cast.alder.pk, "days": 30, "granted_role": "", "document": "MOU 12"}
    without = ada.post(reverse("groups:approve", args=[cast.group.pk]), said)
    assert without.status_code == 400
    assert 'value="MOU 12"' in without.text
    assert (
        ada.post(reverse("groups:approve", args=[cast.group.pk]), {**said, "granted_role": "Warden"}).status_code == 303
    )
    kept = FacilityApproval.objects.get(group=cast.group, revoked_at=None)
    assert (kept.granted_role, kept.document) == ("Warden", "MOU 12")
    assert "Warden, MOU 12" in ada.get(page).text
