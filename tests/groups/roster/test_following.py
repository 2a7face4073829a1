"""What follows from a row of a list, by what our own record says."""

from datetime import timedelta

import pytest

from accounts import services as accounts
from accounts.models import SignIn, User
from audit.models import AuditEvent
from core import clock
from custody.models import CustodyEvent, FacilityNumber, Person, Unit
from custody.timeline import status_of
from groups.continuity.services import has_way_in
from groups.models import Membership
from tests import factories as make
from tests.groups.roster.helpers import applied, as_known, checked, codes, confirm, everybody, line, number_of, worked

pytestmark = pytest.mark.django_db

Kind = CustodyEvent.Kind


def hours_ago(hours):
    return (clock.now() - timedelta(hours=hours)).strftime("%Y-%m-%dT%H:%M:%SZ")


def person_of(cast, number="X1"):
    return FacilityNumber.objects.get(facility=cast.alder, number=number).person


def test_a_new_number_is_a_new_person_held_here_without_a_way_in(cast):
    run = applied(cast, line(Unit="East 2", Bed="14", Language="es", Adult="yes", Came=hours_ago(30)))
    person = person_of(cast)
    assert (person.legal_name, person.language, person.alias) == ("Sam Hollis", "es", "")
    assert person.adult_confirmed_by == f"user:{cast.ada.pk}"
    event = CustodyEvent.objects.get(person=person)
    assert (event.kind, event.unit, event.housing) == (Kind.ADMITTED, cast.unit, "14")
    assert event.source == "roster:alder"
    status = status_of(person)
    assert status.facility == cast.alder
    assert User.objects.get(person=person).pin == ""
    assert not has_way_in(person, status)
    assert run.applied == {"new": 1}
    assert AuditEvent.objects.filter(kind="groups.roster_admitted", subject=f"person:{person.pk}").count() == 1


def test_without_a_time_somebody_new_was_admitted_when_the_list_was_uploaded(cast):
    run = applied(cast, line())
    assert CustodyEvent.objects.get(person=person_of(cast)).occurred_at == run.uploaded_at


def test_somebody_of_whom_the_list_says_minor_or_nothing_is_no_confirmed_adult(cast):
    applied(cast, line("X1", Adult="no"), line("X2"))
    assert {person_of(cast, number).adult_confirmed_at for number in ("X1", "X2")} == {None}


def test_a_unit_that_is_not_known_is_told_by_the_check_and_added(cast):
    run = checked(cast, line(Unit="West 9"), line("X2", Unit="east 2"))
    assert run.new_units == ["West 9"]
    assert not Unit.objects.filter(name="West 9").exists()
    confirm(cast, run)
    worked()
    assert CustodyEvent.objects.get(person=person_of(cast)).unit.name == "West 9"
    assert CustodyEvent.objects.get(person=person_of(cast, "X2")).unit == cast.unit


def test_another_name_and_language_are_corrected_and_on_the_record(cast):
    applied(cast, as_known(cast, "ana", name="Ana Maria Hollis", Language="Spanish"))
    cast.persons.ana.refresh_from_db()
    assert (cast.persons.ana.legal_name, cast.persons.ana.language) == ("Ana Maria Hollis", "es")
    link = AuditEvent.objects.get(kind="groups.roster_corrected")
    assert (link.subject, link.detail["what"]) == (f"person:{cast.persons.ana.pk}", ["name", "language"])


def test_another_unit_is_a_transfer_within_the_facility_and_the_seat_stays(cast):
    caller = cast.caller("ana")
    applied(cast, as_known(cast, "ana", Unit="West 1", Bed="7"))
    event = CustodyEvent.objects.filter(person=cast.persons.ana).latest("occurred_at")
    assert (event.kind, event.facility, event.unit.name, event.housing) == (
        Kind.TRANSFERRED,
        cast.alder,
        "West 1",
        "7",
    )
    assert Membership.objects.get(person=cast.persons.ana).state == Membership.State.ACTIVE
    assert SignIn.objects.get(pk=caller.sign_in.pk).ended_at is None


def test_what_the_list_leaves_empty_stays_as_it_is(cast):
    run = applied(cast, as_known(cast, "ana"))
    assert run.applied == {"same": 1}
    assert status_of(cast.persons.ana).unit == cast.unit


def test_who_is_at_court_is_not_brought_back_by_a_list(cast):
    make.custody_event(cast.persons.ana, Kind.TO_COURT, at=cast.alder, occurred_at=clock.now())
    run = applied(cast, as_known(cast, "ana", Unit="West 1"))
    assert run.applied == {"same": 1}


def test_of_what_we_heard_later_a_list_knows_nothing(cast):
    run = checked(cast, as_known(cast, "ana", Unit="West 1"))
    make.custody_event(cast.persons.ana, Kind.TRANSFERRED, at=cast.alder, occurred_at=clock.now())
    confirm(cast, run)
    assert worked(run).applied == {"same": 1}


def test_a_release_closes_the_tablet_and_keeps_the_seat(cast):
    caller = cast.caller("ana")
    applied(cast, as_known(cast, "ana", Status="released", Went=hours_ago(2)))
    assert not status_of(cast.persons.ana).in_custody
    assert SignIn.objects.get(pk=caller.sign_in.pk).ended_because == "custody"
    assert Membership.objects.get(person=cast.persons.ana).state == Membership.State.AWAY


def test_whoever_a_list_names_as_released_and_was_never_here_is_nobody_new(cast):
    before = Person.objects.count()
    run = applied(cast, line(Status="out", Went=hours_ago(2)), line("X2"))
    assert (Person.objects.count() - before, run.applied) == (1, {"passed": 1, "new": 1})


def test_who_is_missing_in_a_whole_list_is_reported_and_not_released(cast):
    run = applied(cast, as_known(cast, "ana"), line(), is_complete=True)
    assert run.checked["missing"] == 1
    assert run.lines.get(outcome="missing").person == cast.persons.oz
    assert status_of(cast.persons.oz).in_custody


def test_who_is_missing_cannot_be_said_where_a_row_could_not_be_read(cast):
    assert checked(cast, as_known(cast, "ana"), line(""), is_complete=True).checked["missing"] is None


def test_who_is_missing_in_a_part_of_a_list_is_not_told(cast):
    assert checked(cast, as_known(cast, "ana")).checked["missing"] is None


def test_whom_another_facility_holds_is_refused_unless_they_came_later(cast):
    FacilityNumber.objects.get_or_create(facility=cast.alder, person=cast.persons.tam, number="T1")
    moved = CustodyEvent.objects.filter(person=cast.persons.tam, facility=cast.birch)
    moved.update(occurred_at=clock.now() - timedelta(hours=9))
    row = {"number": "T1", "name": cast.persons.tam.legal_name}
    for said in ({}, {"Came": hours_ago(10)}):
        before = everybody()
        run = applied(cast, line(**row, **said), line(f"X{len(said)}"))
        assert codes(run)[2] == "row.elsewhere"
        assert len(everybody()[1]) - len(before[1]) == 1  # the other row's
        assert status_of(cast.persons.tam).facility == cast.birch
    assert "Birch" not in str(list(run.lines.values()))
    applied(cast, line(**row, Came=hours_ago(8)))
    assert status_of(cast.persons.tam).facility == cast.alder
    assert CustodyEvent.objects.get(person=cast.persons.tam, source="roster:alder").kind == Kind.ADMITTED


def test_somebody_released_comes_back_only_with_a_time_that_is_later(cast):
    make.custody_event(cast.persons.ana, Kind.RELEASED, occurred_at=clock.now() - timedelta(hours=9))
    assert codes(applied(cast, as_known(cast, "ana"))) == {2: "row.released"}
    assert codes(applied(cast, as_known(cast, "ana", Came=hours_ago(10)))) == {2: "row.released"}
    applied(cast, as_known(cast, "ana", Came=hours_ago(8)))
    assert status_of(cast.persons.ana).in_custody


def test_a_release_that_is_earlier_than_what_we_know_is_refused(cast):
    make.custody_event(cast.persons.ana, Kind.TRANSFERRED, at=cast.alder, occurred_at=clock.now() - timedelta(hours=1))
    assert codes(applied(cast, as_known(cast, "ana", Status="out", Went=hours_ago(5)))) == {2: "row.released_early"}
    assert status_of(cast.persons.ana).in_custody


def test_who_died_is_held_by_nobody(cast):
    make.custody_event(cast.persons.ana, Kind.DIED, occurred_at=clock.now() - timedelta(hours=1))
    assert codes(applied(cast, as_known(cast, "ana", Came=hours_ago(0)))) == {2: "row.died"}


def test_a_list_does_not_take_back_that_somebody_is_an_adult(cast):
    Person.objects.filter(pk=cast.persons.ana.pk).update(adult_confirmed_at=clock.now(), adult_confirmed_by="user:x")
    assert codes(applied(cast, as_known(cast, "ana", Adult="no"))) == {2: "row.not_adult"}
    cast.persons.ana.refresh_from_db()
    assert cast.persons.ana.adult_confirmed_at is not None


def test_a_number_of_a_merged_record_is_the_kept_persons(cast):
    Person.objects.filter(pk=cast.persons.ana.pk).update(merged_into=cast.persons.oz)
    applied(cast, line(number_of(cast, "ana"), cast.persons.oz.legal_name, Unit="West 1"))
    assert CustodyEvent.objects.get(source="roster:alder").person == cast.persons.oz


def test_nobody_gets_or_loses_a_seat(cast):
    before = list(Membership.objects.order_by("pk").values_list("pk", "state"))
    applied(cast, as_known(cast, "ana", Unit="West 1"), line(), is_complete=True)
    assert list(Membership.objects.order_by("pk").values_list("pk", "state")) == before


def test_the_seat_of_somebody_new_waits_for_a_pin(cast):
    applied(cast, line(Adult="yes"))
    person = person_of(cast)
    make.member(cast.group, person)
    accounts.set_pin(user=User.objects.get(person=person), pin="730915", by=cast.ada)
    assert has_way_in(person, status_of(person))


def test_the_same_list_again_changes_nothing(cast):
    rows = (
        line(Unit="West 1", Bed="3", Adult="yes", Came=hours_ago(30)),
        line("X2"),
        as_known(cast, "ana", name="Ana Hollis", Unit="West 1", Adult="yes"),
        as_known(cast, "oz", Status="released", Went=hours_ago(2)),
    )
    applied(cast, *rows)
    before, links = everybody(), AuditEvent.objects.exclude(kind__startswith="groups.roster_").count()
    admitted = AuditEvent.objects.filter(kind__in=("groups.roster_admitted", "groups.roster_corrected")).count()
    run = applied(cast, *rows)
    assert run.applied == {"same": 4}
    assert everybody() == before
    assert AuditEvent.objects.exclude(kind__startswith="groups.roster_").count() == links
    assert AuditEvent.objects.filter(kind__in=("groups.roster_admitted", "groups.roster_corrected")).count() == admitted


def test_a_check_changes_nothing(cast):
    before = everybody()
    links = AuditEvent.objects.exclude(kind__startswith="groups.roster_").count()
    checked(cast, line(Unit="West 1"), as_known(cast, "ana", name="Ana Hollis", Unit="West 1"), is_complete=True)
    assert everybody() == before
    assert not Unit.objects.filter(name="West 1").exists()
    assert AuditEvent.objects.exclude(kind__startswith="groups.roster_").count() == links
