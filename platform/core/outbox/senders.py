"""Who sends what waits in the outbox: higher floors register theirs."""

from collections.abc import Callable

from core.outbox.models import OutboxMessage

Sender = Callable[[OutboxMessage], None]
senders: dict[str, Sender] = {}


class NotTaken(Exception):
    """The receiver did not take it. `code` says why, in a word, never in the receiver's own; `is_final`: and never
    will."""

    def __init__(self, code: str, *, is_final: bool = False) -> None:
        super().__init__(code)
        self.code, self.is_final = code, is_final


def register(channel: str, send: Sender) -> None:
    """`send` raises `NotTaken` when the receiver did not take the message."""
    senders[channel] = send
