"""Saying something: the whole way of one post, from its frame to its commit."""

from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.utils import translation

from chat import answers, authority, bodies, screening, wire
from chat.errors import MessageMoved, MessageNotThere, MonitorsDoNotPost, TooFast, prevented
from chat.models import Message, Room
from chat.ports import Draft, Outcome, Verdict
from chat.services import retries
from chat.services.committing import commit_posts
from chat.services.prepared import Prepared, facility_of
from chat.services.taking import take_alone
from core import clock
from groups.models import SupportGroup
from groups.seats import Seat

State = Message.State

#: A writer's last messages that the screener reads along with the new one …
RECENT = 5
#: … if they are not older than this.
RECENT_FOR = timedelta(minutes=10)
#: More messages than this in `PACE_OVER` are not taken (they may be sent again a little later).
PACE = 15
PACE_OVER = timedelta(minutes=1)


def say(*, seat: Seat, post: wire.Post, at: datetime | None = None) -> wire.Posted:
    """One post from its frame to its commit; answers its state in the seat's language.

    Raises the refusal of a post that is not taken (it may be sent again with the same `client_id`). The screener is
    asked before the transaction. Not to be called inside a unit: its answer speaks of what is committed.
    """
    with translation.override(seat.language):
        prepared = prepare(seat=seat, post=post, at=at or clock.now())
        return prepared if isinstance(prepared, wire.Posted) else _take(prepared)


def prepare(*, seat: Seat, post: wire.Post, at: datetime) -> Prepared | wire.Posted:
    """Everything before the commit: authority, retry, pace, screening. A `Posted` is the answer already."""
    if seat.person_id is None:
        raise MonitorsDoNotPost
    room = Room.objects.select_related("group").get(group=seat.group_id)
    read = authority.read(seat, room.pk, at=at)
    body = bodies.tidy(post.body)
    known = retries.present_state(author_id=seat.person_id, room_id=room.pk, client_id=post.client_id, body=body)
    if known is not None:
        return known
    if not read.may_post:
        raise prevented(read.why_not)
    facility_id = facility_of(seat.person_id)
    replaced = _returned(post.replaces, seat.person_id, room) if post.replaces else None
    verdict = _judge(post, body, seat.person_id, room, facility_id, at=at)
    if verdict.outcome in (Outcome.NUDGE, Outcome.REFUSE):
        return answers.not_kept(post, "nudged" if verdict.outcome == Outcome.NUDGE else "refused", verdict)
    return Prepared(
        seat=seat,
        room=room,
        authority=read,
        post=post,
        body=body,
        message=_message(post, seat.person_id, room, replaced, at=at),
        key=bodies.data_key(room.pk, at=at),
        verdict=verdict,
        facility_id=facility_id,
        at=at,
        replaced_rev=replaced.rev if replaced else None,
    )


def settle(verdict: Verdict, *, hold_all: bool, anyway: bool) -> Verdict:
    """The verdict as it counts in this room. A cry for help is never sent back or refused: a person must see it."""
    outcome = verdict.outcome
    if outcome == Outcome.REFUSE and verdict.crisis:
        outcome = Outcome.HOLD
    if outcome == Outcome.NUDGE and (anyway or verdict.crisis):
        outcome = Outcome.FLAG
    if hold_all and outcome in (Outcome.DELIVER, Outcome.FLAG):
        outcome = Outcome.HOLD
    return replace(verdict, outcome=outcome)


def _take(post: Prepared) -> wire.Posted:
    """A plain delivery shares its commit; whatever the desk must know of has one of its own."""
    if post.verdict.outcome != Outcome.DELIVER or post.verdict.crisis or post.replaced_rev is not None:
        return take_alone(post)
    (outcome,) = commit_posts([post])
    if isinstance(outcome, Exception):
        raise outcome
    assert outcome is not None, "a batch of one waits for its room"
    return outcome


def _judge(
    post: wire.Post, body: str, author_id: UUID, room: Room, facility_id: str | None, *, at: datetime
) -> Verdict:
    draft = Draft(
        body=body,
        lang=post.lang,
        author_id=author_id,
        room_id=room.pk,
        facility_id=facility_id,
        recent=_recent(author_id, room, at=at),
    )
    hold_all = room.group.mode == SupportGroup.Mode.HOLD_ALL
    return settle(screening.screen(draft), hold_all=hold_all, anyway=post.anyway)


def _recent(author_id: UUID, room: Room, *, at: datetime) -> tuple[str, ...]:
    """The author's last words in this room, oldest first. Raises `TooFast` when there are too many of them."""
    said = Message.objects.filter(author=author_id, said_at__gt=at - RECENT_FOR).order_by("-said_at")
    latest = list(said.values_list("pk", "room_id", "said_at")[:PACE])
    is_paced = room.group.paced and not settings.RATES_LIFTED
    if is_paced and len(latest) == PACE and latest[-1][2] > at - PACE_OVER:
        raise TooFast(retry_after=int((latest[-1][2] + PACE_OVER - at).total_seconds()) + 1)
    here = [pk for pk, room_id, _ in latest if room_id == room.pk][:RECENT]
    words = bodies.texts(here)
    return tuple(words[pk] for pk in reversed(here) if pk in words)


def _returned(message_id: UUID, author_id: UUID, room: Room) -> Message:
    """One's own message that was sent back, to be said again in other words."""
    message = Message.objects.filter(pk=message_id, author=author_id, room=room).first()
    if message is None:
        raise MessageNotThere
    if message.state != State.RETURNED:
        raise MessageMoved
    return message


def _message(post: wire.Post, author_id: UUID, room: Room, replaced: Message | None, *, at: datetime) -> Message:
    again = {"pk": replaced.pk, "revision": replaced.revision + 1, "rev": replaced.rev + 1} if replaced else {}
    return Message(
        room=room,
        author_id=author_id,
        client_id=post.client_id,
        lang=post.lang,
        state=State.HELD,
        said_at=at,
        moved_at=at,
        **again,
    )
