"""What the desk reads: a message with what was said around it. The caller puts each reading on the record."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Min, Q

from chat import bodies
from chat.errors import MessageNotThere
from chat.models import Message, MessageBody
from chat.selectors.shown import authors

State = Message.State


@dataclass(frozen=True, slots=True)
class ContextLine:
    """One message as the desk reads it. `body` is None when the words are erased."""

    message_id: UUID
    author_id: UUID
    alias: str
    role: str
    body: str | None
    at: datetime
    state: str
    revision: int
    spans: list[list[int]]
    is_it: bool


@dataclass(frozen=True, slots=True)
class Written:
    """What somebody has written in one room so far, in figures."""

    messages: int
    held: int
    returned: int
    removed: int
    first_at: datetime | None


def body_of(message: Message, *, revision: int | None = None) -> str | None:
    """The words of a message's present (or that) revision; None when they are erased."""
    row = MessageBody.objects.filter(message=message, revision=revision or message.revision)
    found = row.select_related("key").first()
    return bodies.unseal(found) if found else None


def context_of(message_id: UUID, *, before: int = 6, after: int = 4) -> list[ContextLine]:
    """The message, whatever its state, and what members could read around it, in the order it was said."""
    it = Message.objects.select_related("room__group").filter(pk=message_id).first()
    if it is None:
        raise MessageNotThere
    said = Message.objects.filter(room=it.room_id, state__in=Message.SHOWN).exclude(pk=it.pk)
    earlier = said.filter(said_at__lte=it.said_at).order_by("-said_at", "-seq")[:before]
    later = said.filter(said_at__gt=it.said_at).order_by("said_at", "seq")[:after]
    return _lines([*reversed(earlier), it, *later], it)


def written_by(person_id: UUID, room_id: UUID) -> Written:
    mine = Message.objects.filter(author=person_id, room=room_id)
    figures = mine.aggregate(
        messages=Count("pk"),
        held=_count(State.HELD),
        returned=_count(State.RETURNED),
        removed=_count(State.REMOVED),
        first_at=Min("said_at"),
    )
    return Written(**figures)


def _count(state: str) -> Count:
    return Count("pk", filter=Q(state=state) | Q(expired_from=state))


def _lines(messages: list[Message], it: Message) -> list[ContextLine]:
    words = bodies.texts(message.pk for message in messages)
    people = authors(it.room)
    return [
        ContextLine(
            message_id=message.pk,
            author_id=message.author_id,
            alias=people[message.author_id].alias,
            role=people[message.author_id].role,
            body=words.get(message.pk),
            at=message.said_at,
            state=message.state,
            revision=message.revision,
            spans=message.spans,
            is_it=message.pk == it.pk,
        )
        for message in messages
    ]
