"""What crosses the line between a room and its clients, both ways: docs/protocol.md as types.

Inbound frames are strict: a tag or a field that is not declared here is refused. Times are RFC 3339 text
(`core.clock.wire`), offsets are code points.
"""

from collections.abc import Sequence
from typing import Annotated, Any, Literal
from uuid import UUID

import msgspec
from msgspec import UNSET, UnsetType

from chat.errors import FrameMalformed, FrameTooBig, FrameUnknown
from core.errors import RuleError

#: Bytes of one inbound frame.
LARGEST_FRAME = 32 * 1024
#: Code points of a body, after trimming.
LONGEST_BODY = 2000
#: Events that one connection may hold unapplied.
WINDOW = 256

#: Without NUL: PostgreSQL can't take it as text.
Tab = Annotated[str, msgspec.Meta(min_length=1, max_length=64, pattern=r"^[^\x00]+$")]
Epoch = Annotated[str, msgspec.Meta(min_length=1, max_length=64)]
Seq = Annotated[int, msgspec.Meta(ge=0, le=2**53)]
Note = Annotated[str, msgspec.Meta(max_length=1000)]
Language = Literal["en", "es"]
At = str


class Inbound(msgspec.Struct, frozen=True, tag_field="type", forbid_unknown_fields=True, kw_only=True):
    """A frame from a client."""


class Cursor(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Everything up to `seq` of this epoch is applied."""

    epoch: Epoch
    seq: Seq


class Hello(Inbound, frozen=True, tag="hello"):
    tab: Tab
    cursor: Cursor | None


class Post(Inbound, frozen=True, tag="post"):
    client_id: UUID
    body: str
    lang: Language
    replaces: UUID | None = None
    anyway: bool = False


class Withdraw(Inbound, frozen=True, tag="withdraw"):
    message: UUID


class Applied(Inbound, frozen=True, tag="applied"):
    seq: Seq


class Report(Inbound, frozen=True, tag="report"):
    client_id: UUID
    message: UUID
    reason: str
    note: Note = ""


class Help(Inbound, frozen=True, tag="help"):
    client_id: UUID


class Ping(Inbound, frozen=True, tag="ping"):
    pass


class OpenSession(Inbound, frozen=True, tag="open_session"):
    pass


class Pause(Inbound, frozen=True, tag="pause"):
    pass


class Resume(Inbound, frozen=True, tag="resume"):
    pass


class CloseSession(Inbound, frozen=True, tag="close_session"):
    pass


Asking = Post | Withdraw | Report | Help | OpenSession | Pause | Resume | CloseSession
AnyInbound = Hello | Applied | Ping | Asking


class Outbound(msgspec.Struct, frozen=True, tag_field="type", omit_defaults=True, kw_only=True):
    """A frame to a client. Fields with a default are left out when they have nothing to say."""


class View(msgspec.Struct, frozen=True, kw_only=True):
    """A thing inside a frame: every field is always there."""


class Member(View, frozen=True):
    """A member of this group as peers know them; `id` is the membership's."""

    id: UUID
    alias: str
    role: str
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
    role: str


class Message(View, frozen=True):
    id: UUID
    client_id: UUID
    author: Author
    body: str
    lang: str
    said_at: At
    shown_until: At
    state: str
    seq: int


class Session(View, frozen=True):
    id: UUID
    state: str
    phase: str | None
    ends_at: At


class Retention(View, frozen=True):
    days: int
    text: str


class Room(View, frozen=True):
    id: UUID
    name: str
    lang: str
    mode: str
    members: Sequence[Member]
    session: Session | None
    retention: Retention


class Limits(View, frozen=True):
    body: int = LONGEST_BODY
    window: int = WINDOW


class Reason(msgspec.Struct, frozen=True, kw_only=True):
    """Why, for the writer alone. `spans` are pairs of code point offsets into the body."""

    code: str
    text: str
    spans: Sequence[tuple[int, int]] = ()


class Ready(Outbound, frozen=True, tag="ready"):
    room: Room
    me: Member | Monitor
    can: Sequence[str]
    readers: str
    epoch: str
    head: int
    limits: Limits = msgspec.field(default_factory=Limits)


class Events(Outbound, frozen=True, tag="events"):
    epoch: str
    events: Sequence[msgspec.Raw]


class Reset(Outbound, frozen=True, tag="reset"):
    epoch: str
    seq: int
    messages: Sequence[Message]
    session: Session | None
    more: bool


class Posted(Outbound, frozen=True, tag="posted"):
    """The present state of one message, for its writer. The highest `rev` wins."""

    client_id: UUID
    rev: int
    state: str
    message: UUID | UnsetType = UNSET
    seq: int | UnsetType = UNSET
    reason: Reason | UnsetType = UNSET
    decide_by: At | UnsetType = UNSET


class Done(Outbound, frozen=True, tag="done"):
    client_id: UUID
    for_: str = msgspec.field(name="for")
    text: str


class Present(Outbound, frozen=True, tag="present"):
    members: Sequence[Member]
    monitor: bool
    seq: int


class Head(Outbound, frozen=True, tag="head"):
    epoch: str
    seq: int


class Notice(Outbound, frozen=True, tag="notice"):
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
    pass


#: What reading JSON raises: bad JSON, what is not text, and nesting too deep for the stack.
_UNREADABLE = (msgspec.MsgspecError, UnicodeError, RecursionError)
_decoder = msgspec.json.Decoder(AnyInbound)
_encoder = msgspec.json.Encoder()


class _Tag(msgspec.Struct):
    type: str


class _ClientId(msgspec.Struct):
    client_id: UUID


KNOWN = frozenset(
    frame.__struct_config__.tag
    for frame in (Hello, Post, Withdraw, Applied, Report, Help, Ping, OpenSession, Pause, Resume, CloseSession)
)


def decode(raw: bytes | str) -> AnyInbound:
    """A frame as a client sent it. Raises `FrameTooBig`, `FrameUnknown` or `FrameMalformed`."""
    if len(raw) > LARGEST_FRAME or (isinstance(raw, str) and len(raw.encode(errors="replace")) > LARGEST_FRAME):
        raise FrameTooBig
    try:
        frame: AnyInbound = _decoder.decode(raw)
        return frame
    except _UNREADABLE as error:
        raise _why(raw) from error


def encode(frame: Outbound) -> bytes:
    return _encoder.encode(frame)


def json(thing: Any) -> bytes:
    """Any view or plain value as the wire writes it."""
    return _encoder.encode(thing)


def client_id_of(raw: bytes | str) -> UUID | None:
    """The `client_id` of a frame that could not be taken, if it has one: so that its sender knows which."""
    try:
        return msgspec.json.decode(raw, type=_ClientId).client_id
    except _UNREADABLE:
        return None


def error(refusal: RuleError, *, client_id: UUID | None = None) -> Error:
    """A refusal as a frame, in the language that is active now."""
    return Error(
        code=refusal.code,
        text=str(refusal.text),
        client_id=client_id or UNSET,
        retry_after=UNSET if refusal.retry_after is None else refusal.retry_after,
    )


def _why(raw: bytes | str) -> FrameUnknown | FrameMalformed:
    try:
        tag = msgspec.json.decode(raw, type=_Tag).type
    except _UNREADABLE:
        return FrameMalformed()
    return FrameMalformed() if tag in KNOWN else FrameUnknown()
