"""Giving ordinary posts their place in the log, several in one commit."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from django.db import DatabaseError

from chat import answers, authority, log, wire
from chat import postgres as statements
from chat.models import Event, Message, MessageBody, Room, ScreeningRecord
from chat.services.prepared import Prepared
from core import clock, postgres
from core.errors import RuleError
from core.transactions import unit

#: What became of one post: its state, why it was not taken, or None: its room was busy, so let it go again.
Outcome = wire.Posted | Exception | None


def commit_posts(batch: Sequence[Prepared]) -> list[Outcome]:
    """Commit these posts together, in their order: message, words, screening record, event with the next seq.

    Rooms are locked in the order of their ids; a batch of several rooms leaves out those whose row is held by
    somebody else (PostgreSQL), and answers None for their posts. A batch that fails is tried again post by post, so
    that one bad post never takes others along.
    """
    if not batch:
        return []
    try:
        return list(_commit(batch))
    except DatabaseError as error:
        if len(batch) == 1:
            return [_after_failure(batch[0], error)]
        return [outcome for post in batch for outcome in commit_posts([post])]


@unit()
def _commit(batch: Sequence[Prepared]) -> list[Outcome]:
    return _in_few_statements(batch) if postgres.is_here() else _plainly(batch)


def _in_few_statements(batch: Sequence[Prepared]) -> list[Outcome]:
    """The same as `_plainly`, in two statements. For whom something has moved since they were allowed, that is read
    anew, plainly, while we hold their room."""
    rooms = statements.hold({post.room.pk for post in batch})
    ready = [post for post in batch if post.room.pk in rooms]
    seqs = statements.store([post.row(place) for place, post in enumerate(ready)], now=clock.now())
    taken, moved = _parted(ready, seqs)
    for room_id, head in _heads(taken).items():
        log.wake_up(room_id, epoch=rooms[room_id].epoch, head=head, authority=rooms[room_id].authority)
    outcomes = {post.message.pk: answers.posted(post.message) for post in taken}
    again = dict(zip((post.message.pk for post in moved), _plainly(moved) if moved else (), strict=True))
    return [outcomes.get(post.message.pk) or again.get(post.message.pk) for post in batch]


def _parted(ready: Sequence[Prepared], seqs: Mapping[int, int]) -> tuple[list[Prepared], list[Prepared]]:
    """Those that were taken, with their seqs by place; and those that were not."""
    taken, moved = [], []
    for place, post in enumerate(ready):
        if place in seqs:
            post.message.state, post.message.seq = Message.State.DELIVERED, seqs[place]
            taken.append(post)
        else:
            moved.append(post)
    return taken, moved


def _heads(taken: Sequence[Prepared]) -> dict[UUID, int]:
    heads: dict[UUID, int] = {}
    for post in taken:
        heads[post.room.pk] = max(heads.get(post.room.pk, 0), post.message.seq or 0)
    return heads


def _plainly(batch: Sequence[Prepared]) -> list[Outcome]:
    rooms = log.lock_free(post.room.pk for post in batch)
    now = clock.now()
    ready = [post for post in batch if post.room.pk in rooms]
    versions = authority.member_versions([post.seat for post in ready])
    refusals = {post.message.pk: _refusal(post, rooms[post.room.pk], versions, at=now) for post in ready}
    taken = [post for post in ready if refusals[post.message.pk] is None]
    _number(rooms, taken)
    Message.objects.bulk_create([post.message for post in taken])
    MessageBody.objects.bulk_create([post.sealed() for post in taken])
    ScreeningRecord.objects.bulk_create([post.record() for post in taken])
    posted = {post.message.pk: answers.posted(post.message) for post in taken}
    return [posted.get(post.message.pk) or refusals.get(post.message.pk) for post in batch]


def _refusal(post: Prepared, room: Room, versions: Mapping[UUID, int], *, at: datetime) -> RuleError | None:
    """Why this post may no longer be taken, with its room held: what has moved since is read anew, one by one."""
    version = versions.get(post.seat.membership_id) if post.seat.membership_id else None
    try:
        authority.confirm(post.authority, post.seat, room, member_version=version, at=at)
    except RuleError as refusal:
        return refusal
    return None


def _number(rooms: Mapping[UUID, Room], taken: Sequence[Prepared]) -> None:
    """One event for each message, in this order; the message has its event's seq."""
    events: dict[UUID, list[Event]] = {}
    for post in taken:
        event = Event(kind="message", at=post.message.said_at, message_id=post.message.pk)
        events.setdefault(post.room.pk, []).append(event)
    if events:
        log.append_all([(rooms[room_id], its) for room_id, its in events.items()])
    seqs = {event.message_id: event.seq for its in events.values() for event in its}
    for post in taken:
        post.message.state, post.message.seq = Message.State.DELIVERED, seqs[post.message.pk]


def _after_failure(post: Prepared, error: DatabaseError) -> Outcome:
    """A retry that crossed this one may have been first: then its state is the answer."""
    try:
        return post.present_state() or error
    except RuleError as refusal:
        return refusal
