"""Entries of the room's log as they are served, one type per kind. (What serves them is `chat.selectors.log`.)"""

from collections.abc import Sequence
from typing import Literal
from uuid import UUID

import msgspec
from msgspec import UNSET, UnsetType

from chat.wire.outbound import Message, Session
from chat.wire.terms import At, ReactionKind, Seq, Span


class Event(msgspec.Struct, frozen=True, tag_field="kind", omit_defaults=True, kw_only=True):
    """One entry of the log: `seq` is dense per room, `at` the time of the server."""

    seq: Seq
    at: At


class Concerned(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """Whom an event is about: a member, or of somebody who has left what is still known."""

    id: UUID
    alias: str | UnsetType = UNSET
    role: str | UnsetType = UNSET
    seat: int | UnsetType = UNSET
    sign: str | UnsetType = UNSET
    colour: int | UnsetType = UNSET
    is_lead: bool | UnsetType = UNSET
    is_away: bool | UnsetType = UNSET


class MessageSaid(Event, frozen=True, tag="message"):
    """Something was said; the message as it is now."""

    message: Message


class MessageRemoved(Event, frozen=True, tag="message_removed"):
    """Nobody reads this message any more."""

    message_id: UUID
    by: Literal["staff", "writer"]


class MessageMasked(Event, frozen=True, tag="message_masked"):
    """Parts of a message are blacked out for everybody."""

    message_id: UUID
    spans: Sequence[Span]
    by: Literal["staff"]


class MessageRestored(Event, frozen=True, tag="message_restored"):
    """A message that was masked or removed is whole again, in its old place (`message.seq`)."""

    message: Message


class MessageExpired(Event, frozen=True, tag="message_expired"):
    """The time of these messages is over."""

    message_ids: Sequence[UUID]


class Reacted(Event, frozen=True, tag="reaction"):
    """A member gave a reaction to a message, or took it back. (`kind` is the event's; the reaction's is here.)"""

    message_id: UUID
    member_id: UUID
    reaction: ReactionKind
    on: bool


class MemberJoined(Event, frozen=True, tag="member_joined"):
    """Somebody has a seat now, or is back in theirs."""

    member: Concerned


class MemberLeft(Event, frozen=True, tag="member_left"):
    """Somebody has no seat any more."""

    member: Concerned


class MemberAway(Event, frozen=True, tag="member_away"):
    """Somebody takes a break; the seat is kept."""

    member: Concerned


class SessionOpened(Event, frozen=True, tag="session_opened"):
    """A session is open, in its first phase."""

    session: Session


class PostingPaused(Event, frozen=True, tag="posting_paused"):
    """Members can't write: nobody watches, a leader paused, or it is a time to listen."""

    why: Literal["monitor", "leader", "listen_only"]
    session: Session | UnsetType = UNSET


class PostingResumed(Event, frozen=True, tag="posting_resumed"):
    """What stopped members from writing is over."""

    why: Literal["monitor", "leader", "listen_only"]
    session: Session | UnsetType = UNSET


class SessionClosed(Event, frozen=True, tag="session_closed"):
    """The session is over, and with it phase, turn, hands and *listen only*."""

    session: Session


class PhaseSet(Event, frozen=True, tag="phase"):
    """The session is in this phase now."""

    session: Session


class TurnGiven(Event, frozen=True, tag="turn"):
    """This membership has the turn now, or nobody; `passed`: who gave it back of their own will."""

    session: Session
    member_id: UUID | None
    passed: UUID | None


class HandMoved(Event, frozen=True, tag="hand"):
    """A hand is up, or down."""

    session: Session
    member_id: UUID
    up: bool


class Told(Event, frozen=True, tag="notice"):
    """Something that the whole room is told: `session.ends_soon`, with the minutes that are left."""

    code: str
    minutes: int | UnsetType = UNSET


class Hidden(Event, frozen=True, tag="hidden"):
    """One or a run of events that this viewer may not see, or that have nothing to show any more."""

    through: Seq


Said = MessageSaid | MessageRemoved | MessageMasked | MessageRestored | MessageExpired | Reacted
Seated = MemberJoined | MemberLeft | MemberAway
Meeting = SessionOpened | PostingPaused | PostingResumed | SessionClosed | PhaseSet | TurnGiven | HandMoved | Told
AnyEvent = Said | Seated | Meeting | Hidden
