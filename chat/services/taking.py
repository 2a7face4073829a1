"""Posts that the desk must know of: each has a unit of its own, in which the desk writes its rows."""

from django.db import IntegrityError

from chat import answers, authority, log, reasons, wire
from chat.errors import MessageMoved
from chat.models import Event, Message
from chat.ports import Outcome, desk
from chat.services.prepared import Prepared
from core import clock
from core.transactions import Rank, before_commit, unit

State = Message.State


def take_alone(post: Prepared) -> wire.Posted:
    """Store it held, or deliver it, and tell the desk in the same transaction."""
    try:
        _take(post)
    except IntegrityError:
        known = post.present_state()
        if known is None:
            raise
        return known
    return answers.posted(Message.objects.get(pk=post.message.pk))


@unit()
def _take(post: Prepared) -> None:
    """Stored as held first: what is delivered gets its seq last of all, with the room's row held.

    A new message is stored before the desk is told. One that was sent back and is said again is told of first: cases
    are locked before messages.
    """
    if post.replaced_rev is None:
        post.message.save(force_insert=True)
        _tell_desk(post)
        Message.objects.filter(pk=post.message.pk).update(**_waiting(post))
    else:
        _tell_desk(post)
        _replace(post)
    post.sealed().save(force_insert=True)
    post.record().save(force_insert=True)
    before_commit(Rank.ROOM, str(post.room.pk), lambda: _place(post))


def _tell_desk(post: Prepared) -> None:
    """Crisis rides beside whatever else is so."""
    if post.verdict.outcome == Outcome.HOLD:
        post.message.decide_by = desk().held(post.ref, post.verdict)
    elif post.verdict.outcome == Outcome.FLAG:
        desk().flagged(post.ref, post.verdict)
    if post.verdict.crisis:
        desk().crisis(post.ref, post.verdict)


def _waiting(post: Prepared) -> dict[str, object]:
    """What the writer is told while a message is held; nothing of it for one that is delivered."""
    if post.verdict.outcome != Outcome.HOLD:
        return {"reason_code": "", "reason_note": "", "spans": [], "decide_by": None}
    code, spans = reasons.of_verdict(post.verdict)
    return {"reason_code": code, "reason_note": "", "spans": spans, "decide_by": post.message.decide_by}


def _replace(post: Prepared) -> None:
    """The returned message has new words from here on, unless something else became of it meanwhile."""
    assert post.replaced_rev is not None
    returned = Message.objects.filter(pk=post.message.pk, state=State.RETURNED, rev=post.replaced_rev)
    moved = returned.update(
        state=State.HELD,
        revision=post.message.revision,
        rev=post.message.rev,
        client_id=post.message.client_id,
        lang=post.message.lang,
        said_at=post.at,
        moved_at=post.at,
        **_waiting(post),
    )
    if not moved:
        raise MessageMoved


def _place(post: Prepared) -> None:
    """With the room's row held: may this still be said? Then a delivered message gets its seq."""
    room = log.lock(post.room.pk)
    now = clock.now()
    versions = authority.member_versions([post.seat])
    version = versions.get(post.seat.membership_id) if post.seat.membership_id else None
    authority.confirm(post.authority, post.seat, room, member_version=version, at=now)
    if post.verdict.outcome != Outcome.HOLD:
        event = Event(kind="message", at=post.at, message_id=post.message.pk)
        log.append(room, [event])
        Message.objects.filter(pk=post.message.pk).update(state=State.DELIVERED, seq=event.seq)
