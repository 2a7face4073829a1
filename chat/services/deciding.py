"""What becomes of a message after it was said: the desk's moves and the writer's own. Each is a compare-and-set."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db.models import F, Q, QuerySet
from django.utils import translation

from audit.services import actor
from chat import answers, authority, bodies, log, wire
from chat.errors import MessageExpired, MessageMoved, MessageNotThere, OwnMessage, SpansUnfit, WriterGone
from chat.models import Event, Message, MessageBody
from chat.ports import desk
from chat.selectors.room import days_shown
from chat.services.prepared import stored_ref
from core import clock
from core.errors import NotAllowed
from core.transactions import Rank, before_commit, unit
from custody.merging import root_id
from groups.models import Membership
from groups.seats import Seat

State = Message.State
#: What a release is for. (What was taken down comes back by a reversal, which is another act.)
WAITING = (State.HELD, State.RETURNED)
NO_REASON: dict[str, Any] = {"reason_code": "", "reason_note": "", "spans": []}
SEATED = (Membership.State.ACTIVE, Membership.State.AWAY)


@unit()
def mask(
    *, message_id: UUID, by: object, revision: int, spans: Sequence[Sequence[int]], code: str, note: str = ""
) -> None:
    """These spans are blacked out for everybody; the words stay, in their one copy. What was held is shown now, with
    the rest of its words, on the terms of a release. `SpansUnfit`: they hide nothing, or what is not in the text."""
    fitting = _fitting(message_id, revision, spans)
    values: dict[str, Any] = {"reason_code": code, "reason_note": note, "spans": fitting}
    message = _move(message_id, revision, State.MASKED, by=by, sources=(State.HELD, State.DELIVERED), **values)
    before_commit(Rank.ROOM, str(message.room_id), lambda: _mask(message))


@unit()
def restore(*, message_id: UUID, by: object, revision: int) -> None:
    """What was masked or removed is for everybody again, whole, in its old place; what nobody had seen before it was
    removed gets its place now, on the terms of a release. `MessageExpired` when its time is over."""
    message = _move(message_id, revision, State.DELIVERED, by=by, sources=(State.MASKED, State.REMOVED), **NO_REASON)
    before_commit(Rank.ROOM, str(message.room_id), lambda: _restore(message))


@unit()
def release(*, message_id: UUID, by: object, revision: int) -> None:
    """The words that wait, as this revision has them, are for everybody: the message gets its seq now.

    At the end of the unit, with the room's row held, it is asked whether the writer still has a seat (away counts)
    and whether the message's time is not over: `WriterGone`, `MessageExpired`. The session is not asked: somebody has
    just read it. `MessageMoved`: somebody was first, or the words are others by now.
    """
    message = _move(message_id, revision, State.DELIVERED, by=by, sources=WAITING, **NO_REASON)
    before_commit(Rank.ROOM, str(message.room_id), lambda: _say(message, State.DELIVERED))


@unit()
def return_to_writer(
    *, message_id: UUID, by: object, revision: int, code: str, note: str = "", spans: Sequence[Sequence[int]] = ()
) -> None:
    """Back to the writer, who may change the words and send them again. Nobody else saw them."""
    values: dict[str, Any] = {"reason_code": code, "reason_note": note, "spans": _pairs(spans), "decide_by": None}
    message = _move(message_id, revision, State.RETURNED, by=by, **values)
    _tell_writer(message)


@unit()
def remove(*, message_id: UUID, by: object, revision: int, code: str, note: str = "") -> None:
    """Nobody reads it any more. Its writer is told why."""
    message = _move(message_id, revision, State.REMOVED, by=by, reason_code=code, reason_note=note, decide_by=None)
    if message.seq is None:
        _tell_writer(message)
    else:
        log.append_later(message.room_id, _taken_down(message, by="staff"))


def withdraw(*, seat: Seat, message_id: UUID) -> wire.Posted:
    """One's own message, held, returned or delivered. Again: the same answer."""
    now = clock.now()
    message = _own(seat.person_id).filter(pk=message_id, room__group=seat.group_id).first()
    if message is None or seat.person_id is None:
        raise MessageNotThere
    if "withdraw" not in authority.read(seat, message.room_id, at=now).can:
        raise NotAllowed
    with translation.override(seat.language):
        return withdraw_own(person_id=seat.person_id, message_id=message_id)


@unit()
def withdraw_own(*, person_id: UUID, message_id: UUID) -> wire.Posted:
    """The same from the page of one's own messages: also for whoever can't be in the room just now."""
    message = _own(person_id).select_related("room").filter(pk=message_id).first()
    if message is None:
        raise MessageNotThere
    if message.state != State.WITHDRAWN:
        desk().withdrawn(stored_ref(message))
        was_shown = message.state in Message.SHOWN
        message = _move(message.pk, message.revision, State.WITHDRAWN, decide_by=None)
        event = _taken_down(message, by="writer") if was_shown else _unseen(message)
        log.append_later(message.room_id, event)
    return answers.posted(message)


@unit()
def dismiss(*, person_id: UUID, message_id: UUID, rev: int) -> None:
    """The writer has read what became of this message, as of `rev`, and puts it aside."""
    theirs = _own(person_id).filter(pk=message_id).values("pk")
    Message.objects.filter(pk__in=theirs, rev__gte=rev, seen_rev__lt=rev).update(seen_rev=rev)


def _own(person_id: UUID | None) -> QuerySet[Message]:
    """What this person wrote, also by a record that was merged into theirs."""
    return Message.objects.filter(Q(author=person_id) | Q(author__merged_into=person_id))


def _move(
    message_id: UUID,
    revision: int,
    to: State,
    *,
    by: object = None,
    sources: Sequence[State] = tuple(State),
    **values: Any,
) -> Message:
    """Compare-and-set on state and revision, from those of `sources` that the table has. What everybody will see gets
    its state when the room's row is held: it needs a seq."""
    sources = [state for state, targets in Message.MOVES.items() if to in targets and state in sources]
    if to not in Message.SHOWN:
        values["state"] = to
    if by is not None:
        _refuse_own(message_id, by)
    candidates = Message.objects.filter(pk=message_id, revision=revision, state__in=sources)
    if not candidates.update(rev=F("rev") + 1, moved_at=clock.now(), **values):
        raise MessageMoved
    return Message.objects.select_related("room__group", "author").get(pk=message_id)


def _refuse_own(message_id: UUID, by: object) -> None:
    """Nobody decides on their own words."""
    row = Message.objects.filter(pk=message_id).values_list("author_id", "author__merged_into").first()
    if actor(by) in {f"person:{pk}" for pk in row or () if pk}:
        raise OwnMessage


def _say(message: Message, state: State) -> None:
    """It gets its seq, if its writer still has a seat and its time is not over."""
    room = log.lock(message.room_id)
    seated = Membership.objects.filter(group=room.group_id, person=root_id(message.author), state__in=SEATED)
    if not seated.exists():
        raise WriterGone
    _refuse_expired(message)
    event = _event("message", message)
    log.append(room, [event])
    Message.objects.filter(pk=message.pk).update(state=state, seq=event.seq, decide_by=None)


def _mask(message: Message) -> None:
    if message.seq is None:
        _say(message, State.MASKED)
    else:
        _show(message, State.MASKED, _event("message_masked", message, spans=message.spans, by="staff"))


def _restore(message: Message) -> None:
    if message.seq is None:
        _say(message, State.DELIVERED)
    else:
        _refuse_expired(message)
        _show(message, State.DELIVERED, _event("message_restored", message))


def _show(message: Message, state: State, event: Event) -> None:
    """It has its place in the log already."""
    log.append(log.lock(message.room_id), [event])
    Message.objects.filter(pk=message.pk).update(state=state)


def _refuse_expired(message: Message) -> None:
    at = message.moved_at
    if message.said_at + timedelta(days=days_shown(message.room.group, at=at)) <= at:
        raise MessageExpired


def _event(kind: str, message: Message, **data: Any) -> Event:
    own = {log.OWN: str(root_id(message.author))}
    return Event(kind=kind, at=message.moved_at, message_id=message.pk, data=data | own)


def _taken_down(message: Message, *, by: str) -> Event:
    return _event("message_removed", message, by=by)


def _unseen(message: Message) -> Event:
    return log.event(log.UNSEEN, at=message.moved_at, own=root_id(message.author))


def _tell_writer(message: Message) -> None:
    """Nobody else sees this move, but the head moves: so every process looks, whatever becomes of the wake-up."""
    log.append_later(message.room_id, _unseen(message))


def _fitting(message_id: UUID, revision: int, spans: Sequence[Sequence[int]]) -> list[list[int]]:
    row = MessageBody.objects.filter(message=message_id, revision=revision).select_related("key").first()
    if row is None:
        raise MessageMoved
    length = len(bodies.unseal(row))
    if not spans or not all(0 <= start < end <= length for start, end in spans):
        raise SpansUnfit
    return _pairs(spans)


def _pairs(spans: Sequence[Sequence[int]]) -> list[list[int]]:
    return [[start, end] for start, end in spans]
