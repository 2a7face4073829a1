"""What a writer is told of a message: the `posted` frame."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from chat import reasons, wire
from chat.models import Message
from chat.ports import Verdict
from core import clock

State = Message.State


def posted(message: Message, *, client_id: UUID | None = None) -> wire.Posted:
    """The present state of a stored message, in the language that is active now. `client_id`: the one that was
    asked with (a message that was sent back and said again has had several)."""
    more: dict[str, Any] = {}
    if message.state in Message.SHOWN and message.seq is not None:
        more["seq"] = message.seq
    if message.state == State.HELD and message.decide_by is not None:
        more["decide_by"] = clock.wire(message.decide_by)
    if message.reason_code:
        more["reason"] = _reason(message.reason_code, message.spans, message.reason_note)
    return wire.Posted(
        client_id=client_id or message.client_id,
        rev=message.rev,
        state=message.expired_from or message.state,
        message=message.pk,
        **more,
    )


def not_kept(post: wire.Post, state: str, verdict: Verdict) -> wire.Posted:
    """`nudged` or `refused`: judged and not stored, so that nothing of it is left here."""
    code, spans = reasons.of_verdict(verdict)
    return wire.Posted(client_id=post.client_id, rev=0, state=state, reason=_reason(code, spans))


def _reason(code: str, spans: Sequence[Sequence[int]], note: str = "") -> wire.Reason:
    return wire.Reason(code=code, text=reasons.text(code, note), spans=[(start, end) for start, end in spans])
