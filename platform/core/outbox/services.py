"""Sending what waits in the outbox: at least once, with patience, and never inside a transaction."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

import structlog
from django.db.models import F

from core import clock
from core.models import OutboxMessage
from core.outbox.senders import NotTaken, senders
from core.transactions import in_unit, unit

logger = structlog.get_logger(__name__)
State = OutboxMessage.State

#: Between one try and the next. Eight tries in about a day: a receiver that is down over night is reached again.
WAITS = (
    timedelta(seconds=10),
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=6),
    timedelta(hours=12),
)
#: Whoever takes a message has this long to send it; after that another worker may.
LEASE = timedelta(seconds=60)
#: What was taken is kept so long, for whoever asks whether it was.
KEEP = timedelta(days=7)


def enqueue(*, channel: str, target: object, kind: str, payload: Mapping[str, Any]) -> OutboxMessage:
    """To be sent once the present unit is committed; never, if it is not. Ids and codes only."""
    assert in_unit(), "what is told outside belongs to the transaction of the act"
    now = clock.now()
    return OutboxMessage.objects.create(
        channel=channel, target=str(target), kind=kind, payload=dict(payload), made_at=now, due_at=now
    )


def send_one() -> bool:
    """Take the message that is due first and send it. False: none is due."""
    now = clock.now()
    due = OutboxMessage.objects.filter(state=State.WAITING, due_at__lte=now, channel__in=senders).order_by("due_at")
    message = due.first()
    if message is None:
        return False
    mine = OutboxMessage.objects.filter(pk=message.pk, state=State.WAITING, due_at=message.due_at)
    if mine.update(due_at=now + LEASE, attempts=F("attempts") + 1):  # otherwise another worker got there first
        message.refresh_from_db()
        _send(message)
    return True


def _send(message: OutboxMessage) -> None:
    try:
        senders[message.channel](message)
    except NotTaken as refused:
        _try_later(message, refused.code, is_final=refused.is_final)
    except Exception:
        logger.exception("outbox sender failed", channel=message.channel, message=str(message.pk))
        _try_later(message, "failed")
    else:
        _end(message, State.SENT, at=clock.now(), last_error="")


def _try_later(message: OutboxMessage, code: str, *, is_final: bool = False) -> None:
    now = clock.now()
    if is_final or message.attempts > len(WAITS):
        _end(message, State.DEAD, at=now, last_error=code)
        logger.warning("outbox message is dead", channel=message.channel, message=str(message.pk), code=code)
        return
    _mine(message).update(due_at=now + WAITS[message.attempts - 1], last_error=code)


def _end(message: OutboxMessage, state: State, *, at: datetime, last_error: str) -> None:
    _mine(message).update(state=state, ended_at=at, last_error=last_error)


def _mine(message: OutboxMessage) -> Any:
    """The row, unless the lease ran out and another worker has tried meanwhile."""
    return OutboxMessage.objects.filter(pk=message.pk, state=State.WAITING, attempts=message.attempts)


@unit()
def revive(*, message: OutboxMessage) -> bool:
    """Try a dead one again, from the beginning. False: it is not dead (any more)."""
    dead = OutboxMessage.objects.filter(pk=message.pk, state=State.DEAD)
    return bool(dead.update(state=State.WAITING, ended_at=None, attempts=0, due_at=clock.now()))


def sweep() -> int:
    """Forget what was taken long ago. What is dead stays until somebody has looked."""
    gone, _ = OutboxMessage.objects.filter(state=State.SENT, ended_at__lt=clock.now() - KEEP).delete()
    return gone
