"""What frames and events are made of: measures, and the words that both sides choose from."""

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
At = str
#: Code point offsets into a body; the end is exclusive.
Span = tuple[int, int]
ReactionKind = Literal["hear_you", "same_here", "stay_strong", "thank_you"]
Phase = Literal["opening", "agreement", "check_in", "topic", "check_out"]
