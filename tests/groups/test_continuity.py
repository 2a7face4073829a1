"""A seat follows its person: what a custody event does to doors and seats, whatever the order it is told in."""

from datetime import timedelta

import pytest
from django.db import connection

from accounts import services as accounts
from accounts.models import SignIn, User
from audit.models import AuditEvent
from chat.models import Event
from core import clock
from custody.models import CustodyEvent, FacilityNumber, Person
from custody.timeline import status_of
from groups.continuity import services as continuity
from groups.continuity.errors import (
    EventInTheFuture,
    KindUnknown,
    NumberTaken,
    PlaceMissing,
    SourceIdReused,
    SourceMalformed,
    UnitElsewhere,
)
from groups.models import Membership
from tests import factories as make
from tests.racing import threads, together

Kind = CustodyEvent.Kind
State = Membership.State


def tell(cast, who, kind, *, at=None, minutes_ago=1, source_id="e-1", by=None):
    return continuity.record_custody_event(
        person=getattr(cast.persons, who),
        kind=kind,
        facility=at,
        occurred_at=clock.now().replace(microsecond=0) - timedelta(minutes=minutes_ago),
        source="staff",
        source_id=source_id,
        by=by or cast.ada,
    )


def state(cast, who):
    seat = Membership.objects.get(pk=getattr(cast.seats, who).pk)
    return (seat.state, seat.why_away)


def test_a_release_closes_the_tablet_and_keeps_the_seat(cast):
    caller = cast.caller("ana")
    tell(cast, "ana", Kind.RELEASED)
    sign_in = SignIn.objects.get(pk=caller.sign_in.pk)
    assert sign_in.ended_because == "custody"
    assert state(cast, "ana") == (State.AWAY, "custody")
    assert status_of(cast.persons.ana).door == "online"


def test_to_the_others_the_seat_reads_taking_a_break_and_no_more(cast):
    tell(cast, "ana", Kind.RELEASED)
    event = Event.objects.get(room=cast.room, kind="member_away")
    assert event.data == {"member": str(cast.seats.ana.pk)}


def test_who_has_a_way_in_already_keeps_sitting(cast):
    user = cast.users.ana
    accounts.set_online_way_in(user=user, sign_in="rivers.edge", password="a long evening walk", by="system")
    tell(cast, "ana", Kind.RELEASED)
    assert state(cast, "ana") == (State.ACTIVE, "")


def test_a_return_closes_the_online_door_and_the_seat_waits_for_an_approval(cast):
    caller = cast.caller("ben")
    tell(cast, "ben", Kind.RETURNED, at=cast.birch)
    assert SignIn.objects.get(pk=caller.sign_in.pk).ended_because == "custody"
    assert state(cast, "ben") == (State.AWAY, "custody")


def test_a_return_to_a_facility_that_agreed_needs_only_a_number_and_a_pin(cast):
    continuity.give_number(person=cast.persons.ben, facility=cast.alder, number="880011", by=cast.ada)
    accounts.set_pin(user=cast.users.ben, pin="730915", by=cast.ada)
    tell(cast, "ben", Kind.RETURNED, at=cast.alder)
    assert state(cast, "ben") == (State.ACTIVE, "")


def test_a_transfer_to_a_facility_that_never_agreed_turns_the_seat_away(cast):
    caller = cast.caller("ana")
    tell(cast, "ana", Kind.TRANSFERRED, at=cast.birch)
    assert SignIn.objects.get(pk=caller.sign_in.pk).ended_because == "custody"
    assert state(cast, "ana") == (State.AWAY, "custody")


def test_there_and_back_is_the_same_seat_and_alias(cast):
    before = (cast.seats.ana.pk, cast.seats.ana.seat, cast.seats.ana.from_seq, cast.persons.ana.alias)
    tell(cast, "ana", Kind.TRANSFERRED, at=cast.birch, minutes_ago=5, source_id="e-1")
    tell(cast, "ana", Kind.TRANSFERRED, at=cast.alder, minutes_ago=2, source_id="e-2")
    seat = Membership.objects.get(person=cast.persons.ana)
    assert (seat.pk, seat.seat, seat.from_seq, seat.person.alias) == before
    assert seat.state == State.ACTIVE


def test_an_event_told_twice_counts_once(cast):
    first = tell(cast, "ana", Kind.RELEASED)
    at = first.occurred_at
    again = continuity.record_custody_event(
        person=cast.persons.ana, kind=Kind.RELEASED, occurred_at=at, source="staff", source_id="e-1", by=cast.ada
    )
    assert first.pk == again.pk
    assert AuditEvent.objects.filter(kind="groups.custody_event").count() == 1


def test_the_same_id_for_another_event_is_refused(cast):
    tell(cast, "ana", Kind.RELEASED)
    with pytest.raises(SourceIdReused):
        tell(cast, "ana", Kind.TRANSFERRED, at=cast.birch)


def test_late_news_changes_the_timeline_and_not_the_status(cast):
    tell(cast, "ana", Kind.RELEASED, minutes_ago=1, source_id="e-1")
    caller_seat = state(cast, "ana")
    tell(cast, "ana", Kind.TRANSFERRED, at=cast.birch, minutes_ago=60, source_id="e-0")
    assert not status_of(cast.persons.ana).in_custody
    assert state(cast, "ana") == caller_seat


def test_an_event_that_changes_nothing_signs_nobody_out(cast):
    caller = cast.caller("ana")
    tell(cast, "ana", Kind.ADMITTED, at=cast.alder, minutes_ago=60 * 24 * 400)
    assert SignIn.objects.get(pk=caller.sign_in.pk).ended_at is None


def test_an_event_in_the_future_is_refused(cast):
    with pytest.raises(EventInTheFuture):
        tell(cast, "ana", Kind.RELEASED, minutes_ago=-10)


@pytest.mark.parametrize(("kind", "placed"), [(Kind.ADMITTED, False), (Kind.RELEASED, True)])
def test_a_place_is_named_unless_it_is_a_release(cast, kind, placed):
    with pytest.raises(PlaceMissing):
        tell(cast, "ana", kind, at=cast.alder if placed else None)


def test_an_own_wish_to_be_away_is_not_ended_by_a_custody_event(cast):
    from groups import services as seats

    seats.turn_away(membership=cast.seats.ana, why="own_wish", by=cast.pat)
    tell(cast, "ana", Kind.TRANSFERRED, at=cast.birch, minutes_ago=5, source_id="e-1")
    tell(cast, "ana", Kind.TRANSFERRED, at=cast.alder, minutes_ago=2, source_id="e-2")
    assert state(cast, "ana") == (State.AWAY, "own_wish")


def test_a_refused_event_leaves_nothing_behind(cast, monkeypatch):
    def refuse(*args, **kwargs):
        raise RuntimeError

    monkeypatch.setattr(AuditEvent.objects, "create", refuse)
    caller = cast.caller("ana")
    with pytest.raises(RuntimeError):
        tell(cast, "ana", Kind.RELEASED)
    assert SignIn.objects.get(pk=caller.sign_in.pk).ended_at is None
    assert not CustodyEvent.objects.filter(kind=Kind.RELEASED).exists()


def test_somebody_new_has_number_timeline_and_sign_in(cast):
    person = continuity.admit_person(
        legal_name="Ina Moss",
        number="551200",
        facility=cast.alder,
        unit=cast.unit,
        language="es",
        pin="730915",
        by=cast.ada,
    )
    assert (person.alias, person.language) == ("", "es")
    assert status_of(person).unit == cast.unit
    assert User.objects.get(person=person).pin.startswith("argon2")


def test_a_number_belongs_to_one_person_at_a_facility(cast):
    number = FacilityNumber.objects.get(person=cast.persons.ana)
    with pytest.raises(NumberTaken):
        continuity.give_number(person=cast.persons.oz, facility=cast.alder, number=number.number, by=cast.ada)
    assert (
        continuity.give_number(person=cast.persons.ana, facility=cast.alder, number=number.number, by=cast.ada)
        == number
    )


def test_a_person_who_is_refused_a_number_is_not_there_at_all(cast):
    taken = FacilityNumber.objects.get(person=cast.persons.ana).number
    with pytest.raises(NumberTaken):
        continuity.admit_person(
            legal_name="Ina Moss",
            number=taken,
            facility=cast.alder,
            unit=None,
            language="en",
            pin="730915",
            by=cast.ada,
        )
    assert not Person.objects.filter(legal_name="Ina Moss").exists()


def test_the_same_event_from_two_sides_at_once_is_one(live_cast):
    at = clock.now().replace(microsecond=0)

    def release(_):
        try:
            event = continuity.record_custody_event(
                person=live_cast.persons.ana,
                kind=Kind.RELEASED,
                occurred_at=at,
                source="feed",
                source_id="9",
                by="system",
            )
            return event.pk
        finally:
            connection.close()

    with threads(2) as pool:
        told = set(pool.map(release, range(2)))
    assert len(told) == 1
    assert Event.objects.filter(room=live_cast.room, kind="member_away").count() == 1


def test_a_person_without_a_sign_in_of_any_kind_has_no_way_in(cast):
    person = make.person("Willow")
    assert not continuity.has_way_in(person, status_of(person))


def test_one_id_for_two_people_at_once_is_one_event_and_one_refusal(live_cast):
    at = clock.now().replace(microsecond=0)

    def release(who):
        said = {"kind": Kind.RELEASED, "occurred_at": at, "source": "feed", "source_id": "9", "by": "system"}
        return lambda: str(continuity.record_custody_event(person=getattr(live_cast.persons, who), **said).person_id)

    told = together(release("ana"), release("oz"))
    assert "custody.source_id_reused" in told
    assert CustodyEvent.objects.filter(source="feed").count() == 1


def test_a_kind_that_is_none_and_a_source_that_is_no_code_are_refused(cast):
    with pytest.raises(KindUnknown):
        tell(cast, "ana", "escaped", at=cast.alder)
    for source_id in ("", "two words"):
        with pytest.raises(SourceMalformed):
            tell(cast, "ana", Kind.RELEASED, source_id=source_id)


def test_a_unit_is_one_of_the_facility_that_is_named(cast):
    with pytest.raises(UnitElsewhere):
        continuity.record_custody_event(
            person=cast.persons.ana,
            kind=Kind.TRANSFERRED,
            facility=cast.birch,
            unit=cast.unit,
            occurred_at=clock.now(),
            source="staff",
            source_id="e-1",
            by=cast.ada,
        )


@pytest.mark.parametrize("kind", CustodyEvent.OUT)
def test_out_for_a_while_turns_the_seat_away_and_the_return_brings_it_back(cast, kind):
    caller = cast.caller("ana")
    tell(cast, "ana", kind, at=cast.alder, minutes_ago=5, source_id="e-1")
    assert SignIn.objects.get(pk=caller.sign_in.pk).ended_because == "custody"
    assert state(cast, "ana") == (State.AWAY, "custody")
    tell(cast, "ana", Kind.RETURNED, at=cast.alder, minutes_ago=2, source_id="e-2")
    assert state(cast, "ana") == (State.ACTIVE, "")
