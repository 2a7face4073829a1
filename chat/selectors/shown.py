"""Messages as members see them: joined with their words now, and only while their time in the room lasts."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import cast
from uuid import UUID

from django.db.models import QuerySet

from chat import bodies, wire
from chat.models import Message, Reaction, Room
from chat.selectors.room import days_shown
from core import clock
from groups import selectors as groups
from groups.seats import Seat

#: Messages of one page of history, and of a room that is opened.
PAGE = 50


@dataclass(frozen=True, slots=True)
class Shelf:
    """What one room may show at one moment: its rule, and who its authors are."""

    room: Room
    at: datetime
    days: int
    authors: Mapping[UUID, wire.Author]

    @property
    def cutoff(self) -> datetime:
        return self.at - timedelta(days=self.days)

    def messages(self) -> QuerySet[Message]:
        """Expired messages are not among these from that second on, whether or not they were swept."""
        return Message.objects.filter(room=self.room, state__in=Message.SHOWN, said_at__gt=self.cutoff)

    def shown_until(self, message: Message) -> datetime:
        return message.said_at + timedelta(days=self.days)

    def views(self, messages: Sequence[Message]) -> dict[UUID, wire.Message]:
        """The wire's messages by id; one whose words are gone is left out."""
        words = bodies.texts(message.pk for message in messages)
        given = self._reactions(words)
        return {m.pk: self._view(m, words[m.pk], given.get(m.pk, ())) for m in messages if m.pk in words}

    def _reactions(self, message_ids: Iterable[UUID]) -> dict[UUID, list[wire.Reaction]]:
        """Reactions by message and kind; kinds and people in the order in which they came."""
        found: dict[UUID, dict[str, list[UUID]]] = {}
        for row in Reaction.objects.filter(message__in=list(message_ids)).order_by("pk"):
            kinds = found.setdefault(row.message_id, {})
            kinds.setdefault(row.kind, []).append(self.authors[row.person_id].id)
        return {pk: [_reaction(kind, ids) for kind, ids in kinds.items()] for pk, kinds in found.items()}

    def _view(self, message: Message, body: str, reactions: Sequence[wire.Reaction]) -> wire.Message:
        assert message.seq is not None
        is_masked = message.state == Message.State.MASKED
        return wire.Message(
            id=message.pk,
            client_id=message.client_id,
            author=self.authors[message.author_id],
            body=bodies.masked(body, message.spans) if is_masked else body,
            lang=message.lang,
            said_at=clock.wire(message.said_at),
            shown_until=clock.wire(self.shown_until(message)),
            state=message.state,
            seq=message.seq,
            reactions=reactions,
        )


def shelf(room: Room, *, at: datetime) -> Shelf:
    return Shelf(room, at, days_shown(room.group, at=at), authors(room))


def authors(room: Room) -> dict[UUID, wire.Author]:
    """Everybody who ever had a seat, by person. Of several seats in turn the latest stands for the person."""
    everybody = groups.everybody_ever(room.group_id)
    return {view.person_id: wire.Author(id=view.id, alias=view.alias, role=view.role) for view in everybody}


@dataclass(frozen=True, slots=True)
class Window:
    """The latest messages of a room, newest first, one more than fits a page; each seat sees its part of them."""

    newest: Sequence[Message]
    views: Mapping[UUID, wire.Message]

    def of(self, seat: Seat) -> tuple[list[wire.Message], bool]:
        """What this seat may read of them, oldest first, and whether there are older ones."""
        readable = [message for message in self.newest if _seq(message) > seat.from_seq]
        page = reversed(readable[:PAGE])
        return [self.views[m.pk] for m in page if m.pk in self.views], len(readable) > PAGE


def window(room: Room, seat: Seat, *, head: int, at: datetime) -> tuple[list[wire.Message], bool]:
    """The latest messages up to `head`, oldest first, and whether there are older ones."""
    return latest(room, head=head, at=at).of(seat)


def latest(room: Room, *, head: int, at: datetime) -> Window:
    """The latest messages up to `head`, for every seat."""
    on = shelf(room, at=at)
    newest = list(on.messages().filter(seq__lte=head).order_by("-seq")[: PAGE + 1])
    return Window(newest, on.views(newest))


def older(room: Room, seat: Seat, *, before: int, limit: int = PAGE, at: datetime) -> tuple[list[wire.Message], bool]:
    """Messages before this seq that the seat may read, oldest first, and whether there are more before those."""
    on = shelf(room, at=at)
    readable = on.messages().filter(seq__lt=before, seq__gt=seat.from_seq).order_by("-seq")
    found = list(readable[: limit + 1])
    page = sorted(found[:limit], key=_seq)
    return list(on.views(page).values()), len(found) > limit


def one(room: Room, seat: Seat, message_id: UUID, *, at: datetime) -> Message | None:
    """This message, if the seat may read it now."""
    return shelf(room, at=at).messages().filter(pk=message_id, seq__gt=seat.from_seq).first()


def by_id(on: Shelf, ids: Iterable[UUID]) -> dict[UUID, wire.Message]:
    return on.views(list(on.messages().filter(pk__in=list(ids))))


def _reaction(kind: str, members: Sequence[UUID]) -> wire.Reaction:
    return wire.Reaction(kind=cast(wire.ReactionKind, kind), members=members)


def _seq(message: Message) -> int:
    return message.seq or 0
