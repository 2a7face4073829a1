"""What frames and events are made of: measures, and the words that both sides choose from."""

from collections.abc import Mapping
from typing import Annotated, Literal

import msgspec

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
#: A moment: RFC 3339, UTC, milliseconds (`core.clock.wire`).
At = Annotated[str, msgspec.Meta(extra_json_schema={"format": "date-time"})]
#: Code point offsets into a body; the end is exclusive.
Span = tuple[int, int]
ReactionKind = Literal["hear_you", "same_here", "stay_strong", "thank_you"]
Phase = Literal["opening", "agreement", "check_in", "topic", "check_out"]


def one_of(*codes: str) -> msgspec.Meta:
    """For the schema: the codes that this text has. (What we write ourselves is not read through it.)"""
    return msgspec.Meta(extra_json_schema={"enum": list(codes)})


Role = Annotated[str, one_of("member", "facilitator")]
SessionState = Annotated[str, one_of("open", "paused", "closed")]
ShownState = Annotated[str, one_of("delivered", "masked")]
PostedState = Annotated[
    str, one_of("delivered", "held", "nudged", "returned", "masked", "removed", "withdrawn", "refused")
]
DoneFor = Annotated[str, one_of("help", "report")]
LanguageCode = Annotated[str, one_of("en", "es")]
Mode = Annotated[str, one_of("hold_flagged", "hold_all")]

#: With which code a connection ends, and what its client does then.
CLOSE_CODES: Mapping[int, str] = {
    4400: "protocol error, repeated: stop, load the page again",
    4401: "signed out, session expired, screen locked: to the sign-in",
    4403: "no longer allowed here (the reason is in the last notice): stop, to home",
    4404: "no such room, or none that you may know of: stop, to home",
    4408: "too slow, nothing applied for 30 s with a full window: reconnect with the cursor",
    4409: "opened elsewhere, another tab took the lease: stop, offer to use it here",
    4429: "too many frames or connections: wait for retry_after of the last notice, then reconnect",
    1001: "going away: reconnect with the cursor",
    1006: "lost: reconnect with the cursor",
    1011: "failed: reconnect with the cursor",
    1012: "restart: reconnect with the cursor",
    1013: "try later: reconnect with the cursor",
}
