"""Legal holds: one person places, two people release, and what is held is pinned exactly as long."""

from datetime import UTC, datetime
from threading import Barrier
from uuid import UUID

import pytest
from django.db import IntegrityError, connection, transaction

from audit.models import AuditEvent
from core.ids import new_id
from records import holds, pins
from records.errors import HoldMoved, ReasonMissing, SecondPersonNeeded, TargetUnclear
from records.models import LegalHold
from tests.racing import threads

ROOM = f"room:{UUID(int=1)}"
NINE = datetime(2026, 11, 23, 9, tzinfo=UTC)
RUE, REX = "user:rue", "user:rex"
State = LegalHold.State


def placed(**values):
    return holds.place_hold(**{"target": ROOM, "reason": "Court order", "reference": "26-CV-1", "by": RUE, **values})


def kinds():
    return list(AuditEvent.objects.order_by("seq").values_list("kind", flat=True))


@pytest.mark.parametrize("kind", holds.TARGETS)
def test_a_hold_pins_its_target_and_is_on_the_record_without_its_reason(db, kind):
    target = f"{kind}:{UUID(int=2)}"
    hold = placed(target=target)
    assert pins.standing([target]) == {target}
    link = AuditEvent.objects.get()
    assert (link.kind, link.subject, link.detail) == ("records.hold_placed", f"hold:{hold.pk}", {"target": target})


@pytest.mark.parametrize(
    "target",
    ["", "message", "message:", "message:7", f"case:{UUID(int=1)}", f"room:{UUID(int=1).hex}", UUID(int=1).hex],
)
def test_a_hold_on_nothing_that_can_be_held_is_refused(db, target):
    with pytest.raises(TargetUnclear):
        placed(target=target)
    assert not LegalHold.objects.exists()


def test_a_hold_without_a_reason_is_refused(db):
    with pytest.raises(ReasonMissing):
        placed(reason="  ")


def test_a_hold_that_is_sent_twice_is_placed_once(db):
    own_id = new_id()
    assert placed(hold_id=own_id) == placed(hold_id=own_id)
    assert (LegalHold.objects.count(), kinds()) == (1, ["records.hold_placed"])
    with pytest.raises(HoldMoved):
        placed(hold_id=own_id, target=f"room:{UUID(int=2)}")


def test_two_people_release_a_hold(db):
    hold = placed()
    holds.ask_release(hold=hold, by=RUE)
    assert pins.standing([ROOM]), "asking alone lifts nothing"
    holds.release(hold=hold, by=REX)
    assert (hold.state, hold.release_asked_by, hold.released_by) == (State.RELEASED, RUE, REX)
    assert not pins.standing([ROOM])
    assert kinds() == ["records.hold_placed", "records.release_asked", "records.hold_released"]


def test_nobody_releases_what_they_asked_for_themselves(db):
    hold = placed()
    holds.ask_release(hold=hold, by=RUE)
    with pytest.raises(SecondPersonNeeded):
        holds.release(hold=hold, by=RUE)
    assert pins.standing([ROOM])


def test_one_hold_that_is_released_leaves_another_on_the_same_target(db):
    one, _ = placed(), placed(reference="26-CV-2")
    holds.ask_release(hold=one, by=RUE)
    holds.release(hold=one, by=REX)
    assert pins.standing([ROOM]) == {ROOM}


@pytest.mark.parametrize("by", [RUE, REX])
def test_a_refused_release_leaves_the_hold_and_can_be_asked_again(db, by):
    hold = placed()
    holds.ask_release(hold=hold, by=RUE)
    holds.refuse_release(hold=hold, by=by)
    assert (hold.state, hold.release_asked_by) == (State.ACTIVE, "")
    assert pins.standing([ROOM])
    holds.ask_release(hold=hold, by=REX)
    holds.release(hold=hold, by=RUE)
    assert not pins.standing([ROOM])


MOVES = {"ask": holds.ask_release, "refuse": holds.refuse_release, "release": holds.release}
BEFORE = {State.ACTIVE: [], State.RELEASE_REQUESTED: ["ask"], State.RELEASED: ["ask", "release"]}


@pytest.mark.parametrize(
    ("state", "move"),
    [
        (State.ACTIVE, "refuse"),
        (State.ACTIVE, "release"),
        (State.RELEASE_REQUESTED, "ask"),
        (State.RELEASED, "ask"),
        (State.RELEASED, "refuse"),
        (State.RELEASED, "release"),
    ],
)
def test_moves_that_the_table_does_not_know_are_refused(db, state, move):
    hold = placed()
    for step, by in zip(BEFORE[state], [RUE, REX], strict=False):
        MOVES[step](hold=hold, by=by)
    before = kinds()
    with pytest.raises(HoldMoved):
        MOVES[move](hold=hold, by="user:ray")
    hold.refresh_from_db()
    assert (hold.state, kinds()) == (state, before)


@pytest.mark.parametrize(
    "half",
    [
        {"state": "released"},
        {"released_at": NINE},
        {"released_by": REX},
        {"state": "released", "released_at": NINE},
        {"state": "released", "released_at": NINE, "released_by": RUE, "release_asked_by": RUE},
    ],
)
def test_the_database_refuses_a_hold_that_is_half_released_or_by_one_person(db, half):
    with pytest.raises(IntegrityError), transaction.atomic():
        LegalHold.objects.create(**{"target": ROOM, "reason": "x", "placed_at": NINE, "placed_by": RUE, **half})


def test_two_people_release_at_once_and_it_is_released_once(rows):
    hold = placed()
    holds.ask_release(hold=hold, by=RUE)
    together = Barrier(2)

    def release(by: str) -> str:
        try:
            together.wait()
            holds.release(hold=LegalHold.objects.get(pk=hold.pk), by=by)
            return "released"
        except HoldMoved as error:
            return error.code
        finally:
            connection.close()

    with threads(2) as pool:
        outcomes = sorted(pool.map(release, [REX, "user:ray"]))
    assert outcomes == ["records.hold_moved", "released"]
    assert kinds().count("records.hold_released") == 1


def test_a_hold_whose_link_cannot_be_written_pins_nothing(db, monkeypatch):
    def refuse(*args: object, **kwargs: object) -> None:
        raise IntegrityError

    monkeypatch.setattr(AuditEvent.objects, "create", refuse)
    with pytest.raises(IntegrityError):
        placed()
    assert not LegalHold.objects.exists()
    assert not pins.standing([ROOM])
