"""Frames to a client, and the things inside them."""

from collections.abc import Sequence
from typing import Literal
from uuid import UUID

import msgspec
from msgspec import UNSET, UnsetType

from chat.wire.terms import (
    LONGEST_BODY,
    WINDOW,
    At,
    DoneFor,
    LanguageCode,
    Mode,
    Phase,
    PostedState,
    ReactionKind,
    Role,
    SessionState,
    ShownState,
    Span,
)


class Outbound(msgspec.Struct, frozen=True, tag_field="type", omit_defaults=True, kw_only=True):
    """A frame to a client. Fields with a default are left out when they have nothing to say."""


class View(msgspec.Struct, frozen=True, kw_only=True):
    """A thing inside a frame: every field is always there."""


class Member(View, frozen=True):
    """A member of this group as peers know them; `id` is the membership's."""

    id: UUID
    alias: str
    role: Role
    seat: int
    sign: str
    colour: int
    is_lead: bool
    is_away: bool


class Monitor(View, frozen=True):
    """Staff who watch are not members."""

    role: Literal["monitor"] = "monitor"


class Author(View, frozen=True):
    """Who said something. Also when they have left: their words may still be here."""

    id: UUID
    alias: str
    role: Role


class Reaction(View, frozen=True):
    """One kind of reaction to a message, and the memberships of those who gave it."""

    kind: ReactionKind
    members: Sequence[UUID]


class Message(View, frozen=True):
    """Something that was said, in its present state. `body` has `█` for each code point that staff have masked."""

    id: UUID
    client_id: UUID
    author: Author
    body: str
    lang: LanguageCode
    said_at: At
    shown_until: At
    state: ShownState
    seq: int
    reactions: Sequence[Reaction]


class Session(View, frozen=True):
    """The meeting that is on. `turn` and `hands` are memberships; hands are in the order they were raised."""

    id: UUID
    state: SessionState
    phase: Phase | None
    ends_at: At
    turn: UUID | None
    hands: Sequence[UUID]
    listen_only: bool


class Retention(View, frozen=True):
    """How long words stay in this room."""

    days: int
    text: str


class Room(View, frozen=True):
    """The room: who has a seat, its rules, the session that is on."""

    id: UUID
    name: str
    lang: LanguageCode
    mode: Mode
    members: Sequence[Member]
    session: Session | None
    retention: Retention


class Limits(View, frozen=True):
    """Code points of a body; events that may be unapplied."""

    body: int = LONGEST_BODY
    window: int = WINDOW


class Reason(msgspec.Struct, frozen=True, kw_only=True):
    """Why, for the writer alone. `spans` are pairs of code point offsets into the body."""

    code: str
    text: str
    spans: Sequence[Span] = ()


class Ready(Outbound, frozen=True, tag="ready"):
    """The answer to `hello`; sent again when what this person may send has changed."""

    room: Room
    me: View  # `Member`, or `Monitor` for staff who watch: structs without a tag can't be a union
    can: Sequence[str]
    readers: str
    epoch: str
    head: int
    limits: Limits = msgspec.field(default_factory=Limits)


class Events(Outbound, frozen=True, tag="events"):
    """A gapless run of the log; its first seq is the client's cursor + 1."""

    epoch: str
    events: Sequence[msgspec.Raw]


class Reset(Outbound, frozen=True, tag="reset"):
    """Forget what you hold of the log: this is the room as of `seq`."""

    epoch: str
    seq: int
    messages: Sequence[Message]
    session: Session | None
    more: bool


class Posted(Outbound, frozen=True, tag="posted"):
    """The present state of one message, for its writer. The highest `rev` wins."""

    client_id: UUID
    rev: int
    state: PostedState
    message: UUID | UnsetType = UNSET
    seq: int | UnsetType = UNSET
    reason: Reason | UnsetType = UNSET
    decide_by: At | UnsetType = UNSET


class Done(Outbound, frozen=True, tag="done"):
    """A report or a call for help is recorded; what happens next."""

    client_id: UUID
    for_: DoneFor = msgspec.field(name="for")
    text: str


class Present(Outbound, frozen=True, tag="present"):
    """Who is here: replaces the list."""

    members: Sequence[Member]
    monitor: bool
    seq: int


class Typed(Outbound, frozen=True, tag="typing"):
    """Somebody writes, or has stopped: shown for 15 s at most, not in the log."""

    member: UUID
    on: bool


class Head(Outbound, frozen=True, tag="head"):
    """Where the log ends now: whoever is behind it asks again."""

    epoch: str
    seq: int


class Notice(Outbound, frozen=True, tag="notice"):
    """Why one can't write now, why a line ends, where a call for help stands."""

    code: str
    text: str
    until: At | UnsetType = UNSET
    retry_after: int | UnsetType = UNSET


class Error(Outbound, frozen=True, tag="error"):
    """The frame was not taken, and may be sent again with the same `client_id`."""

    code: str
    text: str
    client_id: UUID | UnsetType = UNSET
    retry_after: int | UnsetType = UNSET


class Pong(Outbound, frozen=True, tag="pong"):
    """Yes."""
