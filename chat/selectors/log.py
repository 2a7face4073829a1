"""The log as it is served: gapless, in its present state, encoded once per audience."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from chat import log, wire
from chat.models import Event, Room
from chat.selectors import shown
from chat.selectors.room import members, session_view
from core import clock
from groups.seats import Seat

#: Kinds that carry a message with its words.
WITH_WORDS = ("message", "message_restored")
HIDDEN = "hidden"
#: What an event's data tell of a session, beside its id.
OF_SESSION = ("state", "ends_at", "phase", "turn", "hands", "listen_only")


@dataclass(frozen=True, slots=True)
class Piece:
    """One event, or a run of hidden ones, as the wire writes it: the same bytes for all of its audience.

    `until`: when the words inside end being shown (drop the piece then). `member`: the membership that a `member_…`
    event is about; nothing after one that ends their reading goes to them. `own`: persons whose own messages have
    changed; they are sent `own_states`.
    """

    seq: int
    through: int
    kind: str
    json: bytes
    until: datetime | None = None
    member: UUID | None = None
    own: frozenset[UUID] = frozenset()


@dataclass(frozen=True, slots=True)
class _Joined:
    """What events only point to."""

    shelf: shown.Shelf
    messages: Mapping[UUID, wire.Message]
    members: Mapping[str, wire.Member | wire.Author]


def events_after(room: Room, *, after: int, limit: int) -> list[Event]:
    return list(Event.objects.filter(room=room, seq__gt=after).order_by("seq")[:limit])


def serve_events(room: Room, *, after: int, limit: int, leaders: bool, at: datetime) -> list[Piece]:
    """What follows `after`, without a gap: what this audience may not see, or nobody any more, is `hidden`."""
    events = events_after(room, after=after, limit=limit)
    joined = _join(room, events, at=at)
    return list(_merged(_piece(event, joined, leaders=leaders) for event in events))


def events_frame(epoch: str, pieces: Iterable[Piece]) -> bytes:
    """The `events` frame of these pieces."""
    return wire.encode(wire.Events(epoch=epoch, events=[msgspec.Raw(piece.json) for piece in pieces]))


def needs_reset(room: Room, seat: Seat, cursor: wire.Cursor | None) -> bool:
    """Whether the log can't be continued from this cursor: none, of another epoch, beyond the head, or from before
    the present interval of membership. `room` as it is now."""
    if cursor is None or cursor.epoch != room.epoch:
        return True
    return cursor.seq > room.head or cursor.seq < seat.from_seq


def reset(room: Room, seat: Seat, *, at: datetime) -> wire.Reset:
    """The room as of now."""
    fresh = Room.objects.select_related("group").get(pk=room.pk)
    return Resets(at=at).of(fresh, seat)


class Resets:
    """`reset` for all who come in at one moment: each room's messages are read once. A room is read before its
    messages: nothing between them is missed."""

    def __init__(self, *, at: datetime) -> None:
        self._at = at
        self._made: dict[UUID, tuple[shown.Window, wire.Session | None]] = {}

    def of(self, room: Room, seat: Seat) -> wire.Reset:
        """`room` as it was read with its group."""
        if room.pk not in self._made:
            self._made[room.pk] = (shown.latest(room, head=room.head, at=self._at), session_view(room.group))
        window, session = self._made[room.pk]
        messages, more = window.of(seat)
        return wire.Reset(epoch=room.epoch, seq=room.head, messages=messages, session=session, more=more)


def _join(room: Room, events: Sequence[Event], *, at: datetime) -> _Joined:
    on = shown.shelf(room, at=at)
    wanted = [event.message_id for event in events if event.kind in WITH_WORDS and event.message_id]
    people: dict[str, wire.Member | wire.Author] = {}
    if any("member" in event.data for event in events):
        people = {str(author.id): author for author in shown.authors(room).values()}
        people |= {str(member.id): member for member in members(room)}
    return _Joined(on, shown.by_id(on, wanted), people)


def _piece(event: Event, joined: _Joined, *, leaders: bool) -> Piece:
    own = frozenset({UUID(event.data[log.OWN])} if log.OWN in event.data else ())
    fields = _fields(event, joined) if leaders or event.audience == Event.Audience.EVERYBODY else None
    if fields is None:
        return _hidden(event.seq, event.seq, at=event.at, own=own)
    head = {"seq": event.seq, "kind": event.kind, "at": clock.wire(event.at)}
    message = joined.messages.get(event.message_id) if event.message_id else None
    return Piece(
        seq=event.seq,
        through=event.seq,
        kind=event.kind,
        json=wire.json(head | fields),
        until=datetime.fromisoformat(message.shown_until) if message else None,
        member=UUID(event.data["member"]) if "member" in event.data else None,
        own=own,
    )


def _fields(event: Event, joined: _Joined) -> dict[str, Any] | None:
    """What the event says beside its head; None when there is nothing (any more) that may be said."""
    if event.kind == log.UNSEEN:
        return None
    if event.kind in WITH_WORDS:
        message = joined.messages.get(event.message_id) if event.message_id else None
        return {"message": message} if message else None
    fields = {name: value for name, value in event.data.items() if name != log.OWN}
    if event.message_id is not None:
        fields["message_id"] = event.message_id
    if "member" in fields:
        fields["member"] = joined.members.get(fields["member"], {"id": fields["member"]})
    if "session" in fields:
        fields["session"] = _session(fields)
    return fields


def _session(fields: dict[str, Any]) -> dict[str, Any]:
    """A session's state at the time of the event."""
    session = {"id": fields["session"], "phase": None, "turn": None, "hands": [], "listen_only": False}
    return session | {name: fields.pop(name) for name in OF_SESSION if name in fields}


def _hidden(seq: int, through: int, *, at: datetime, own: frozenset[UUID]) -> Piece:
    said = wire.json({"seq": seq, "kind": HIDDEN, "at": clock.wire(at), "through": through})
    return Piece(seq=seq, through=through, kind=HIDDEN, json=said, own=own)


def _merged(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Runs of hidden events become one."""
    run: Piece | None = None
    for piece in pieces:
        if piece.kind == HIDDEN:
            run = piece if run is None else _joined_run(run, piece)
            continue
        if run is not None:
            yield run
        run = None
        yield piece
    if run is not None:
        yield run


def _joined_run(run: Piece, piece: Piece) -> Piece:
    at = datetime.fromisoformat(msgspec.json.decode(piece.json)["at"])
    return _hidden(run.seq, piece.through, at=at, own=run.own | piece.own)
