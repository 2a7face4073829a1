"""Asking what a version would have done to messages that are stored: its asking, its batches, its reading.

Words are opened in memory only. What is kept is counts, ids and spans; whoever reads words needs the right to read
that room, and is on the record.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from django.db.models import F, Q, QuerySet

from accounts.models import User
from audit.services import record
from chat import bodies
from chat.models import Message
from core import clock
from core.errors import NotThere
from core.transactions import unit
from moderation import kinds
from moderation.errors import BackTestEnded, RuleIncomplete, RuleIsBroken
from moderation.rules import permissions
from moderation.rules.backtests.running import Batch, look
from moderation.rules.compiling import Alone, scope_of
from moderation.rules.models import BackTest, BackTestHit, RuleVersion
from moderation.screening.rules import EVERYWHERE, Scope

State = BackTest.State

#: How far back, how many messages in all, how many in one batch.
LONGEST: Final = timedelta(days=30)
MOST: Final = 20_000
BATCH: Final = 200
#: How long ids and spans are kept.
KEPT: Final = timedelta(days=7)
#: Messages that are read at once.
PAGE: Final = 20

#: What is not looked at: words that are gone, and words that their writer took back.
LEFT_OUT = (Message.State.EXPIRED, Message.State.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class HitView:
    """A message that was hit, as somebody reads it who may. `spans` in code points of the body."""

    message_id: UUID
    room_id: UUID
    group: str
    at: datetime
    state: str
    change: str
    body: str
    spans: list[list[int]]


@unit()
def ask_back_test(
    *, version: RuleVersion, by: User, scope: Scope = EVERYWHERE, since: datetime | None = None
) -> BackTest:
    """Run this version over the stored messages within the asker's reach, beside the version that is live. Asked again
    while it runs, it is the same. `scope`: only messages from there. Refused: `RuleIsBroken`, `RuleIncomplete`."""
    now = clock.now()
    permissions.require_draft(by, scope_of(version))
    if not permissions.there_is(scope):
        raise RuleIncomplete("scope")
    Alone(version)
    running = BackTest.objects.filter(version=version, asked_by=by, state__in=BackTest.OPEN).first()
    return running or _ask(version, scope, max(since or now - LONGEST, now - LONGEST), by=by, at=now)


@unit()
def cancel_back_test(*, test: BackTest, by: User) -> None:
    """What was counted so far stays. `BackTestEnded` when it was over before."""
    known = back_test_for(by, test.pk)
    going = BackTest.objects.filter(pk=known.pk, state__in=BackTest.OPEN)
    if going.update(state=State.CANCELLED, ended_at=clock.now()):
        record(kinds.BACK_TEST_CANCELLED, by=by, subject=f"backtest:{known.pk}")
    elif known.state != State.CANCELLED:
        raise BackTestEnded


@unit()
def read_hits(*, test: BackTest, by: User, change: str, page: int = 1) -> list[HitView]:
    """A page of the messages of one kind of change, newest first: those in rooms that this user may read, never
    their own words. Put on the record with their ids."""
    known = back_test_for(by, test.pk)
    views = _views(list(_readable(known, by, change)[(page - 1) * PAGE : page * PAGE]))
    if views:
        read = [view.message_id for view in views]
        record(kinds.BACK_TEST_READ, by=by, subject=f"backtest:{known.pk}", messages=read)
    return views


def back_tests_of(user: User) -> QuerySet[BackTest]:
    """Only one's own: its counts are of one's own reach."""
    return BackTest.objects.filter(asked_by=user).select_related("version__rule", "compared").order_by("-asked_at")


def back_test_for(user: User, test_id: UUID) -> BackTest:
    found = back_tests_of(user).filter(pk=test_id).first()
    if found is None:
        raise NotThere
    return found


def run_batch() -> bool:
    """The next batch of the back-test that has waited longest. True: there may be more; False: none is waiting.

    The words are judged outside any transaction. Two workers at the same batch keep it once: by compare-and-set.
    """
    test = BackTest.objects.filter(state__in=BackTest.OPEN).select_related("version__rule", "compared__rule")
    going = test.order_by("asked_at", "pk").first()
    if going is None:
        return False
    try:
        _keep(going, look(going, _next(going)))
    except RuleIsBroken:
        _end(going, State.FAILED)
    return True


def sweep(*, at: datetime) -> int:
    """Ids and spans go after a week, and with their message; what was counted stays."""
    gone = Q(message=None) | Q(message__state__in=LEFT_OUT) | ~Q(message__revision=F("revision"))
    old = BackTestHit.objects.filter(Q(test__asked_at__lte=at - KEPT) | gone)
    return BackTestHit.objects.filter(pk__in=list(old.values_list("pk", flat=True)[:1000])).delete()[0]


def _ask(version: RuleVersion, scope: Scope, since: datetime, *, by: User, at: datetime) -> BackTest:
    live = version.rule.live
    test = BackTest.objects.create(
        version=version,
        compared=live if live != version else None,
        asked_by=by,
        asked_at=at,
        scope_kind=scope.kind,
        scope_id=scope.id,
        since=since,
    )
    subject = f"backtest:{test.pk}"
    record(kinds.BACK_TEST_ASKED, by=by, subject=subject, at=at, rule=version.rule.code, version=version.number)
    return test


def _next(test: BackTest) -> list[Message]:
    """The messages after the cursor, newest first: those that the asker's roles cover at this moment."""
    rooms = permissions.rooms_of(test.asked_by, *permissions.DRAFTING)
    messages = Message.objects.filter(room__in=rooms.values("pk"), said_at__gte=test.since, said_at__lte=test.asked_at)
    if test.cursor_at is not None:
        messages = messages.filter(Q(said_at__lt=test.cursor_at) | Q(said_at=test.cursor_at, pk__lt=test.cursor_id))
    rows = messages.exclude(state__in=LEFT_OUT).order_by("-said_at", "-pk")
    return list(rows[: min(BATCH, MOST - test.seen)])


@unit()
def _keep(test: BackTest, batch: Batch) -> None:
    """Counts, ids and the cursor together; nothing where somebody else kept it first, or it was cancelled."""
    seen = test.seen + len(batch.messages)
    is_over = len(batch.messages) < BATCH or seen >= MOST
    values = {"state": State.DONE, "ended_at": clock.now()} if is_over else {"state": State.RUNNING}
    if batch.messages:
        values |= {"cursor_at": batch.messages[-1].said_at, "cursor_id": batch.messages[-1].pk}
    same = BackTest.objects.filter(pk=test.pk, state__in=BackTest.OPEN, seen=test.seen)
    if same.update(seen=seen, counts=batch.added_to(test.counts), **values):
        there = set(Message.objects.filter(pk__in=[hit.message_id for hit in batch.hits]).values_list("pk", flat=True))
        BackTestHit.objects.bulk_create(hit for hit in batch.hits if hit.message_id in there)


def _end(test: BackTest, state: State) -> None:
    BackTest.objects.filter(pk=test.pk, state__in=BackTest.OPEN).update(state=state, ended_at=clock.now())


def _readable(test: BackTest, by: User, change: str) -> QuerySet[BackTestHit]:
    rooms = permissions.readable_rooms(by).values("pk")
    hits = test.hits.filter(change=change, message__room__in=rooms, message__revision=F("revision"))
    if by.person_id:
        hits = hits.exclude(message__author=by.person_id)
    hits = hits.exclude(message__state__in=LEFT_OUT)
    return hits.select_related("message__room__group").order_by("-message__said_at", "-message")


def _views(hits: Sequence[BackTestHit]) -> list[HitView]:
    said = [(hit, hit.message) for hit in hits if hit.message is not None]
    words = bodies.texts(message.pk for _, message in said)
    return [
        HitView(
            message_id=message.pk,
            room_id=message.room_id,
            group=message.room.group.name,
            at=message.said_at,
            state=message.state,
            change=hit.change,
            body=words[message.pk],
            spans=hit.spans,
        )
        for hit, message in said
        if message.pk in words
    ]
