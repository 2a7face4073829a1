"""Events that were told in error."""

from datetime import timedelta

import pytest
import time_machine

from accounts.cards import services as cards
from accounts.cards.errors import CardTooEarly
from accounts.models import SignIn
from audit.models import AuditEvent
from core import clock
from custody.models import CustodyEvent
from custody.timeline import status_of
from groups.continuity import errors
from groups.continuity.taking_back import take_back, undo_release
from groups.models import Membership
from tests.groups.continuity.helpers import Kind, seat_state, tell
from tests.racing import together

HOUR = timedelta(hours=1)
ACTIVE, AWAY = Membership.State.ACTIVE, Membership.State.AWAY


def later(event, **by):
    return time_machine.travel(event.recorded_at + timedelta(**by), tick=False)


def test_a_release_in_error_is_undone_within_the_hour(cast):
    release = tell(cast.persons.ana, Kind.RELEASED)
    assert seat_state(cast.seats.ana) == (AWAY, "custody")
    with later(release, hours=1):
        undo_release(event=release, by=cast.ada)
    assert status_of(cast.persons.ana).facility == cast.alder
    assert seat_state(cast.seats.ana) == (ACTIVE, "")
    assert AuditEvent.objects.get(kind="groups.release_undone").actor == f"user:{cast.ada.pk}"


def test_a_second_after_the_hour_a_release_stands(cast):
    release = tell(cast.persons.ana, Kind.RELEASED)
    with later(release, hours=1, seconds=1), pytest.raises(errors.ReleaseStands):
        undo_release(event=release, by=cast.ada)
    assert not status_of(cast.persons.ana).held


def test_the_hour_runs_from_when_it_was_recorded_not_from_when_it_occurred(cast):
    release = tell(cast.persons.ana, Kind.RELEASED, minutes_ago=60 * 24)
    undo_release(event=release, by=cast.ada)
    assert status_of(cast.persons.ana).held


def test_what_the_release_ended_stays_ended(cast):
    caller = cast.caller("ana")
    release = tell(cast.persons.ana, Kind.RELEASED)
    undo_release(event=release, by=cast.ada)
    assert SignIn.objects.get(pk=caller.sign_in.pk).ended_because == "custody"


def test_the_claim_card_follows_from_the_status(cast):
    card = cards.print_card(user=cast.users.ana, by="system").card
    release = tell(cast.persons.ana, Kind.RELEASED)
    undo_release(event=release, by=cast.ada)
    with pytest.raises(CardTooEarly):
        cards.use(card=card)


def test_online_sign_ins_of_a_release_that_is_undone_end_at_once(cast):
    release = tell(cast.persons.ana, Kind.RELEASED)
    caller = cast.caller("ana")
    assert caller.door == "online"
    undo_release(event=release, by=cast.ada)
    assert SignIn.objects.get(pk=caller.sign_in.pk).ended_because == "custody"


def test_undone_twice_it_is_undone_once_also_after_the_hour(cast):
    release = tell(cast.persons.ana, Kind.RELEASED)
    undo_release(event=release, by=cast.ada)
    with later(release, hours=3):
        assert undo_release(event=release, by=cast.pat).taken_back_by == f"user:{cast.ada.pk}"
    assert AuditEvent.objects.filter(kind="groups.release_undone").count() == 1


def test_told_again_by_its_source_it_stays_taken_back(cast):
    release = tell(cast.persons.ana, Kind.RELEASED, source="jail")
    undo_release(event=release, by=cast.ada)
    again = tell(cast.persons.ana, Kind.RELEASED, source="jail", occurred_at=release.occurred_at)
    assert again.pk == release.pk
    assert status_of(cast.persons.ana).held


def test_nothing_but_a_release_is_undone(cast):
    event = tell(cast.persons.ana, Kind.TRANSFERRED, cast.birch)
    with pytest.raises(errors.NotARelease):
        undo_release(event=event, by=cast.ada)


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind != Kind.RELEASED])
def test_any_other_event_is_taken_back_at_any_time(cast, kind):
    before = status_of(cast.persons.ana)
    event = tell(cast.persons.ana, kind, None if kind == Kind.DIED else cast.birch)
    assert status_of(cast.persons.ana) != before
    with later(event, days=40):
        take_back(event=event, reason="wrong_person", by=cast.ada)
        take_back(event=event, reason="wrong_person", by=cast.ada)
    assert status_of(cast.persons.ana) == before
    assert seat_state(cast.seats.ana) == (ACTIVE, "")
    row = AuditEvent.objects.get(kind="groups.custody_event_taken_back")
    assert (row.detail["reason"], row.detail["what"]) == ("wrong_person", kind)


def test_a_release_is_not_taken_back_beside_its_hour(cast):
    release = tell(cast.persons.ana, Kind.RELEASED)
    with pytest.raises(errors.ReleaseStands):
        take_back(event=release, reason="wrong_person", by=cast.ada)


def test_an_event_is_not_taken_back_without_a_reason(cast):
    event = tell(cast.persons.ana, Kind.TO_COURT, cast.alder)
    with pytest.raises(errors.ReasonMissing):
        take_back(event=event, reason="because", by=cast.ada)


def test_two_who_undo_one_release_at_once_undo_it_once(live_cast):
    release = tell(live_cast.persons.ana, Kind.RELEASED)

    def undo():
        return undo_release(event=CustodyEvent.objects.get(pk=release.pk), by=live_cast.ada).pk

    assert together(undo, undo) == [release.pk, release.pk]
    assert AuditEvent.objects.filter(kind="groups.release_undone").count() == 1
    assert clock.now() > release.recorded_at
