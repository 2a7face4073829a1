"""What a writer sees of their own messages: what waits, what came back, what was taken down."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import F, Q, QuerySet
from django.db.models.functions import Coalesce

from chat import answers, bodies, wire
from chat.errors import MessageNotThere
from chat.models import Message, Room
from chat.selectors.room import cutoff
from custody.merging import of_root
from custody.models import Person

State = Message.State
#: Whose a message is now: of a merged record the one that stands for it.
_ROOT = Coalesce("author__merged_into_id", "author_id")
#: Told again after each `ready`, until the writer has put it aside.
TOLD = (State.HELD, State.RETURNED, State.MASKED, State.REMOVED)

#: What staff have decided on, and its writer is told of.
DECIDED = (State.RETURNED, State.MASKED, State.REMOVED)


@dataclass(frozen=True, slots=True)
class OwnMessage:
    """One own message with its words, for its writer alone."""

    message: Message
    posted: wire.Posted
    body: str

    @property
    def shown_in(self) -> Sequence[tuple[str, bool]]:
        """The words in parts; True: this part is what it was about."""
        return list(_parts(self.body, self.message.spans))


def own_states(room: Room, person_id: UUID, *, at: datetime) -> list[wire.Posted]:
    """One `posted` for each own message that is held or decided and not yet put aside, oldest first, in the
    language that is active now."""
    return [answers.posted(message) for message in _told(room, person_id, at=at)]


def own_states_each(asked: Sequence[tuple[UUID, UUID | None]], cutoffs: Mapping[UUID, datetime]) -> list[list[Message]]:
    """What `own_states` tells, as messages, for each of these rooms and persons (None: a monitor, who has none), where
    every room has its cutoff: one query."""
    found: dict[tuple[UUID, UUID | None], list[Message]] = {pair: [] for pair in asked}
    rooms, authors = {room_id for room_id, _ in asked}, {person_id for _, person_id in asked if person_id}
    theirs = _waiting().filter(Q(author__in=authors) | Q(author__merged_into__in=authors), room__in=rooms)
    for message in theirs.annotate(root=_ROOT).order_by("said_at", "pk"):
        pair = (message.room_id, message.root)
        if pair in found and message.said_at > cutoffs[message.room_id]:
            found[pair].append(message)
    return [found[pair] for pair in asked]


def own_messages(person: Person, *, at: datetime, room: Room | None = None) -> list[OwnMessage]:
    """The same with the words, newest first; of one room, or of all."""
    mine = of_root(person, "messages__author")
    rooms = [room] if room else Room.objects.filter(mine).select_related("group").distinct()
    messages = [message for each in rooms for message in _told(each, person.pk, at=at)]
    words = bodies.texts(message.pk for message in messages)
    newest = sorted(messages, key=lambda message: (message.said_at, message.pk), reverse=True)
    return [OwnMessage(m, answers.posted(m), words[m.pk]) for m in newest if m.pk in words]


def own_decided(person: Person, message_id: UUID, *, at: datetime) -> OwnMessage:
    """One own message that staff have decided on, also when it was put aside, while its time lasts. Any other is not
    there."""
    own = Message.objects.filter(of_root(person, "author"), pk=message_id, state__in=DECIDED)
    message = own.select_related("room__group").first()
    if message is None or message.said_at <= cutoff(message.room.group, at=at):
        raise MessageNotThere
    found = with_words(message)
    if found is None:
        raise MessageNotThere
    return found


def with_words(message: Message) -> OwnMessage | None:
    """As its writer is told of it now, in the language that is active; None when the words are erased."""
    words = bodies.texts([message.pk])
    return OwnMessage(message, answers.posted(message), words[message.pk]) if message.pk in words else None


def waiting_count(person: Person) -> int:
    """How many of this person's messages are held, or came back to them: for the mark beside *My messages*."""
    mine = Message.objects.filter(of_root(person, "author"), state__in=(State.HELD, State.RETURNED))
    return mine.filter(rev__gt=F("seen_rev")).count()


def _told(room: Room, person_id: UUID, *, at: datetime) -> QuerySet[Message]:
    own = Q(author=person_id) | Q(author__merged_into=person_id)
    mine = _waiting().filter(own, room=room, said_at__gt=cutoff(room.group, at=at))
    return mine.select_related("room__group").order_by("said_at", "pk")


def _waiting() -> QuerySet[Message]:
    """Held or decided, and not yet put aside by their writers."""
    return Message.objects.filter(state__in=TOLD, rev__gt=F("seen_rev"))


def _parts(body: str, spans: Sequence[Sequence[int]]) -> Iterator[tuple[str, bool]]:
    done = 0
    for start, end in sorted((start, end) for start, end in spans):
        start = max(start, done)
        if start >= end:
            continue
        if start > done:
            yield body[done:start], False
        yield body[start:end], True
        done = end
    if done < len(body):
        yield body[done:], False
