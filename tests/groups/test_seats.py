"""Seats: given once, kept through absence, ended with an interval."""

from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction

from audit.models import AuditEvent
from chat import wire
from chat.models import Event
from chat.services import say
from core.models import Change
from core.transactions import unit
from groups import services
from groups.errors import AlreadySeated, MembershipMoved, RoomUnavailable
from groups.models import Membership
from tests import factories as make
from tests.racing import threads

State = Membership.State


def test_a_new_seat_reads_from_the_present_end_of_the_log(cast):
    cast.room.refresh_from_db()
    head = cast.room.head
    seat = make.member(cast.group, make.person("Willow"))
    assert (seat.from_seq, seat.seat) == (head, 5)
    assert Event.objects.filter(room=cast.room, kind="member_joined", data__member=str(seat.pk)).exists()


def test_what_is_said_while_a_seat_is_being_given_is_not_for_who_gets_it(cast):
    ben = cast.seat("ben")
    make.open_session(cast.group, watched_by=cast.seat("fay"))
    with unit():
        seat = make.member(cast.group, make.person("Willow"))
        said = say(seat=ben, post=wire.Post(client_id=uuid4(), body="Before they came.", lang="en"))
    joined = Event.objects.get(room=cast.room, kind="member_joined", data__member=str(seat.pk))
    assert (seat.from_seq, seat.from_seq) == (joined.seq - 1, said.seq)


def test_a_second_seat_for_the_same_person_is_refused(cast):
    with pytest.raises(AlreadySeated):
        make.member(cast.group, cast.persons.ana)


def test_a_full_group_takes_nobody_in(cast):
    group = make.group(cast.programme, capacity=3)
    for _ in range(3):
        make.member(group, make.person())
    with pytest.raises(RoomUnavailable):
        make.member(group, make.person())


def test_a_seat_that_is_away_is_kept(cast):
    services.turn_away(membership=cast.seats.ana, why="custody", by=cast.ada)
    with pytest.raises(IntegrityError), transaction.atomic():
        Membership.objects.create(
            group=cast.group, person=make.person(), seat=cast.seats.ana.seat, joined_at=cast.seats.ana.joined_at
        )
    services.come_back(membership=cast.seats.ana, by=cast.ada)
    assert cast.seats.ana.state == State.ACTIVE


def test_an_ended_membership_is_an_interval_and_frees_its_seat(cast):
    services.end_membership(membership=cast.seats.ana, to="removed", by=cast.pat)
    assert cast.seats.ana.until_seq is not None
    assert cast.seats.ana.ended_at is not None
    assert make.member(cast.group, make.person("Willow")).seat == cast.seats.ana.seat


def test_a_move_from_a_seat_that_has_moved_is_refused(cast):
    services.end_membership(membership=cast.seats.ana, to="left", by=cast.pat)
    for move in (
        lambda: services.turn_away(membership=cast.seats.ana, why="custody", by=cast.pat),
        lambda: services.come_back(membership=cast.seats.ana, by=cast.pat),
        lambda: services.end_membership(membership=cast.seats.ana, to="left", by=cast.pat),
    ):
        with pytest.raises(MembershipMoved):
            move()


def test_each_move_is_on_the_record_and_in_the_change_table(cast):
    Change.objects.all().delete()
    services.turn_away(membership=cast.seats.ana, why="own_wish", by=cast.pat)
    subject = f"membership:{cast.seats.ana.pk}"
    assert AuditEvent.objects.filter(kind="groups.seat_away", subject=subject, actor=f"user:{cast.pat.pk}").exists()
    assert list(Change.objects.values_list("kind", "subject")) == [("person.changed", str(cast.persons.ana.pk))]


def test_a_seat_without_its_audit_row_does_not_happen(cast, monkeypatch):
    def refuse(*args, **kwargs):
        raise IntegrityError

    monkeypatch.setattr(AuditEvent.objects, "create", refuse)
    with pytest.raises(IntegrityError):
        services.turn_away(membership=cast.seats.ana, why="own_wish", by=cast.pat)
    cast.seats.ana.refresh_from_db()
    assert cast.seats.ana.state == State.ACTIVE


@pytest.mark.parametrize("half", [{"state": "away"}, {"why_away": "custody"}, {"state": "left"}])
def test_a_half_moved_seat_is_refused_by_the_database(cast, half):
    with pytest.raises(IntegrityError), transaction.atomic():
        Membership.objects.filter(pk=cast.seats.ana.pk).update(**half)


def test_two_for_the_last_seat_and_one_gets_it(live_cast):
    group = make.group(live_cast.programme, capacity=3)
    make.member(group, make.person())
    make.member(group, make.person())
    waiting = [make.person(), make.person()]

    def sit(person):
        try:
            make.member(group, person)
        except RoomUnavailable as error:
            return error.code
        finally:
            connection.close()

    with threads(2) as pool:
        outcomes = list(pool.map(sit, waiting))
    assert sorted(map(str, outcomes)) == ["None", "room.unavailable"]
