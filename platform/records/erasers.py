"""Erasers: each app knows how to erase what is its own; this registry knows only that it must be done.

An eraser is asked for what is due, in small numbers, and erases it in a transaction that is the purge's. It looks at
policy, pins and open cases again inside that transaction: what it was told is due may be due no more.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

#: What an eraser names its things by.
Id = UUID | int | str


@dataclass(frozen=True, slots=True)
class Counts:
    """What became of one batch: erased; kept after a second look (pinned, moved, not due any more, locked by
    somebody at work); could not be erased."""

    removed: int = 0
    kept: int = 0
    failed: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(self.removed + other.removed, self.kept + other.kept, self.failed + other.failed)


class Eraser(Protocol):
    """How one kind of content is erased. `kind` is a line of the certificate (`chat.messages`)."""

    kind: str

    def due(self, *, at: datetime, limit: int) -> Sequence[Id]:
        """Up to `limit` ids whose time to be kept is over at `at` and that nothing visible keeps, oldest first."""
        ...

    def erase(self, ids: Sequence[Id], *, at: datetime, certificate: UUID) -> Counts:
        """Erase those of `ids` that are still due, within the present transaction.

        No pin can be placed until that ends (`pins.hold_still`), and rows that somebody has locked are passed over.
        Rows of append-only tables go under `core.triggers.permit(str(certificate))`.
        """
        ...


_erasers: dict[str, Eraser] = {}


def register(eraser: Eraser) -> None:
    """Called once by each app that keeps content, when it is ready."""
    _erasers[eraser.kind] = eraser


def registered() -> list[Eraser]:
    """All erasers, in the order of their kinds."""
    return [eraser for _, eraser in sorted(_erasers.items())]
