"""Frames from a client. Strict: a tag or a field that is not declared here is refused."""

from uuid import UUID

import msgspec

from chat.wire.terms import Epoch, Language, Note, Phase, ReactionKind, Seq, Tab


class Inbound(msgspec.Struct, frozen=True, tag_field="type", forbid_unknown_fields=True, kw_only=True):
    """A frame from a client."""


class Cursor(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Everything up to `seq` of this epoch is applied."""

    epoch: Epoch
    seq: Seq


class Hello(Inbound, frozen=True, tag="hello"):
    """The first frame of a connection; `tab` lives as long as the tab."""

    tab: Tab
    cursor: Cursor | None


class Post(Inbound, frozen=True, tag="post"):
    """Say something. The same `client_id` again gets the present state, and says nothing twice."""

    client_id: UUID
    body: str
    lang: Language
    replaces: UUID | None = None
    anyway: bool = False


class Withdraw(Inbound, frozen=True, tag="withdraw"):
    """Take back one's own message."""

    message: UUID


class React(Inbound, frozen=True, tag="react"):
    """Give a reaction to a message that one may read, or take it back."""

    message: UUID
    kind: ReactionKind
    on: bool


class Hand(Inbound, frozen=True, tag="hand"):
    """A member asks for the turn, or does not ask any more."""

    up: bool


class Pass(Inbound, frozen=True, tag="pass"):
    """Whoever has the turn gives it back, without saying why."""


class Typing(Inbound, frozen=True, tag="typing"):
    """Somebody writes, or has stopped. Never answered, never stored."""

    on: bool


class Read(Inbound, frozen=True, tag="read"):
    """Everything up to `seq` has been on this member's screen. Never answered, and nobody else learns of it."""

    seq: Seq


class Applied(Inbound, frozen=True, tag="applied"):
    """Everything up to `seq` is applied: opens the window."""

    seq: Seq


class Report(Inbound, frozen=True, tag="report"):
    """Report a message to moderation. Nobody in the room learns of it."""

    client_id: UUID
    message: UUID
    reason: str
    note: Note = ""


class Help(Inbound, frozen=True, tag="help"):
    """Call for help now: the crisis lane."""

    client_id: UUID


class Ping(Inbound, frozen=True, tag="ping"):
    """Is anybody there?"""


class OpenSession(Inbound, frozen=True, tag="open_session"):
    """A leader opens the session."""


class Pause(Inbound, frozen=True, tag="pause"):
    """A leader stops all writing for now."""


class Resume(Inbound, frozen=True, tag="resume"):
    """A leader lets writing go on."""


class CloseSession(Inbound, frozen=True, tag="close_session"):
    """A leader ends the session."""


class SetPhase(Inbound, frozen=True, tag="phase"):
    """A leader says in which part of the session the circle is now."""

    phase: Phase


class GiveTurn(Inbound, frozen=True, tag="turn"):
    """A leader gives the turn to this membership, or (null) to nobody."""

    member: UUID | None


class LowerHand(Inbound, frozen=True, tag="lower_hand"):
    """A leader takes a hand down."""

    member: UUID


class ListenOnly(Inbound, frozen=True, tag="listen_only"):
    """A leader asks members to listen and not to write, or ends that."""

    on: bool


Leading = OpenSession | Pause | Resume | CloseSession | SetPhase | GiveTurn | LowerHand | ListenOnly
#: What a service answers.
Asking = Post | Withdraw | React | Hand | Pass | Read | Report | Help | Leading
AnyInbound = Hello | Applied | Ping | Typing | Asking


def is_by_hand(frame: AnyInbound) -> bool:
    """Whether somebody did this, rather than their page by itself: only that keeps a sign-in alive."""
    return not isinstance(frame, Hello | Applied | Ping | Typing | Read)
