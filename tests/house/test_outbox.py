"""The outbox: what is told outside is told once the act is committed, with patience, and never silently dropped."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from core import clock
from core.models import OutboxMessage
from core.outbox import services as outbox
from core.outbox.senders import NotTaken, senders
from core.transactions import unit
from tests.racing import together

pytestmark = pytest.mark.django_db


@pytest.fixture
def receiver(monkeypatch):
    """A sender that answers as it was told to; `taken` says what arrived."""

    class Receiver:
        taken: list[OutboxMessage] = []
        refuses: NotTaken | Exception | None = None

        def __call__(self, message: OutboxMessage) -> None:
            self.taken.append(message)
            if self.refuses is not None:
                raise self.refuses

    one = Receiver()
    one.taken = []
    monkeypatch.setitem(senders, "test", one)
    return one


def told(**payload) -> OutboxMessage:
    with unit():
        return outbox.enqueue(channel="test", target="there", kind="thing.happened", payload=payload)


def send_all(time) -> int:
    """Send whatever is due, moving time on to each next try; answers how often it was tried."""
    tries = 0
    while (message := OutboxMessage.objects.filter(state="waiting").order_by("due_at").first()) is not None:
        time.move_to(max(message.due_at, clock.now()))
        assert outbox.send_one()
        tries += 1
    return tries


def test_what_was_rolled_back_is_told_to_nobody(receiver):
    def fail() -> None:
        with unit():
            outbox.enqueue(channel="test", target="there", kind="thing.happened", payload={})
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert not outbox.send_one()
    assert not receiver.taken


def test_it_belongs_to_the_transaction_of_an_act(receiver):
    with pytest.raises(AssertionError):
        outbox.enqueue(channel="test", target="there", kind="thing.happened", payload={})


def test_what_is_taken_is_sent_once(receiver):
    message = told(id="1")
    assert outbox.send_one()
    assert not outbox.send_one()
    message.refresh_from_db()
    assert message.state == "sent"
    assert [each.pk for each in receiver.taken] == [message.pk]
    assert receiver.taken[0].payload == {"id": "1"}


def test_who_does_not_take_it_is_tried_for_a_day_and_then_somebody_has_to_look(receiver, time_machine):
    time_machine.move_to(clock.now(), tick=False)
    message, begun = told(), clock.now()
    receiver.refuses = NotTaken("status_503")
    assert send_all(time_machine) == len(outbox.WAITS) + 1
    message.refresh_from_db()
    assert (message.state, message.last_error) == ("dead", "status_503")
    assert timedelta(hours=20) < message.ended_at - begun < timedelta(hours=24)


def test_who_will_never_take_it_is_not_tried_again(receiver):
    message = told()
    receiver.refuses = NotTaken("status_410", is_final=True)
    outbox.send_one()
    message.refresh_from_db()
    assert (message.state, message.attempts) == ("dead", 1)


def test_a_sender_that_breaks_loses_nothing(receiver):
    message = told()
    receiver.refuses = RuntimeError("a mistake of ours")
    outbox.send_one()
    message.refresh_from_db()
    assert (message.state, message.last_error) == ("waiting", "failed")


def test_a_worker_that_was_killed_while_sending_is_followed_by_another(receiver, time_machine):
    time_machine.move_to(clock.now(), tick=False)
    message = told()
    OutboxMessage.objects.filter(pk=message.pk).update(due_at=clock.now() + outbox.LEASE, attempts=1)
    assert not outbox.send_one()
    time_machine.shift(outbox.LEASE)
    assert outbox.send_one()
    message.refresh_from_db()
    assert message.state == "sent"


def test_who_comes_late_changes_nothing_that_another_has_done(receiver):
    """Its lease ran out, another sent it; then the first learns that it failed."""
    message = told()
    stale = OutboxMessage.objects.get(pk=message.pk)
    outbox.send_one()
    outbox._try_later(stale, "timeout")
    message.refresh_from_db()
    assert message.state == "sent"


def test_a_dead_one_is_tried_again_from_the_beginning(receiver):
    message = told()
    receiver.refuses = NotTaken("status_410", is_final=True)
    outbox.send_one()
    receiver.refuses = None
    assert outbox.revive(message=message)
    assert not outbox.revive(message=message)
    assert outbox.send_one()
    message.refresh_from_db()
    assert (message.state, message.attempts) == ("sent", 1)


def test_what_nobody_here_sends_waits_and_holds_up_nothing(receiver):
    with unit():
        outbox.enqueue(channel="pigeon", target="there", kind="thing.happened", payload={})
    told()
    assert outbox.send_one()
    assert not outbox.send_one()
    assert len(receiver.taken) == 1


def test_only_what_was_taken_is_forgotten(receiver, time_machine):
    time_machine.move_to(clock.now(), tick=False)
    told()
    outbox.send_one()
    told()
    receiver.refuses = NotTaken("status_410", is_final=True)
    outbox.send_one()
    time_machine.shift(outbox.KEEP + timedelta(seconds=1))
    assert outbox.sweep() == 1
    assert OutboxMessage.objects.get().state == "dead"


@pytest.mark.parametrize("state", ["sent", "dead"])
def test_an_end_has_a_time(state):
    with pytest.raises(IntegrityError), transaction.atomic():
        OutboxMessage.objects.create(
            channel="test",
            target="t",
            kind="k",
            payload={},
            state=state,
            last_error="x",
            made_at=clock.now(),
            due_at=clock.now(),
        )


def test_what_is_dead_has_a_reason():
    now = clock.now()
    with pytest.raises(IntegrityError), transaction.atomic():
        OutboxMessage.objects.create(
            channel="test", target="t", kind="k", payload={}, state="dead", made_at=now, due_at=now, ended_at=now
        )


@pytest.mark.db_real
@pytest.mark.django_db(transaction=True)
def test_two_workers_send_one_message_once(rows, receiver):
    told()
    together(outbox.send_one, outbox.send_one)
    assert len(receiver.taken) == 1
