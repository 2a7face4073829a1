"""Reading frames and writing them."""

from typing import Any, get_args
from uuid import UUID

import msgspec
from msgspec import UNSET

from chat.errors import FrameMalformed, FrameTooBig, FrameUnknown
from chat.wire.inbound import AnyInbound
from chat.wire.outbound import Error, Outbound
from chat.wire.terms import LARGEST_FRAME
from core.errors import RuleError

#: What reading JSON raises: bad JSON, what is not text, and nesting too deep for the stack.
_UNREADABLE = (msgspec.MsgspecError, UnicodeError, RecursionError)
_decoder = msgspec.json.Decoder(AnyInbound)
_encoder = msgspec.json.Encoder()


class _Tag(msgspec.Struct):
    type: str


class _ClientId(msgspec.Struct):
    client_id: UUID


#: Tags of all inbound frames.
KNOWN = frozenset(frame.__struct_config__.tag for frame in get_args(AnyInbound))


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
