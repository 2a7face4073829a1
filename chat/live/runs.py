"""A gapless run of a room's log, encoded once per audience."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from uuid import UUID

import msgspec

from chat import wire
from chat.live.frames import Frame


@dataclass(frozen=True, slots=True)
class Served:
    """One entry as it is served: `seq` up to `through` (several where a run of entries is hidden)."""

    seq: int
    through: int
    raw: bytes


@dataclass(frozen=True, slots=True)
class Cut:
    """The part of a run that one connection gets."""

    last: int
    size: int
    frame: Frame

    @property
    def mark(self) -> tuple[int, int]:
        """What a window remembers of it."""
        return self.last, self.size


@dataclass
class Run:
    """What follows `after` in this epoch. `head` is the log's end when this was read; a run may end before it."""

    epoch: str
    after: int
    head: int
    authority: int
    entries: dict[str, Sequence[Served]] = field(default_factory=dict)  # by audience
    #: Memberships whose right to read ended, and with which seq.
    ends: Sequence[tuple[UUID, int]] = ()
    #: Persons whose own messages have moved.
    own: frozenset[UUID] = frozenset()
    _whole: dict[str, Cut] = field(init=False, default_factory=dict)

    @cached_property
    def last(self) -> int:
        """The same for each audience: what one may not see is hidden, not missing."""
        return max((served[-1].through for served in self.entries.values() if served), default=self.after)

    def end_of(self, membership_id: UUID | None, *, after: int) -> int | None:
        """The seq with which this membership's right to read ends, if it does within this run and after `after`."""
        return next((seq for whose, seq in self.ends if whose == membership_id and seq > after), None)

    def whole(self, audience: str) -> Cut:
        """All of it: encoded by the first who asks, the same bytes for the others."""
        if audience not in self._whole:
            self._whole[audience] = self._encode(self.entries[audience])
        return self._whole[audience]

    def cut(self, audience: str, *, events: int, size: int, until: int | None) -> Cut | None:
        """As much as fits: entries up to seq `until`, at most so many, of so many bytes. At least one entry if any
        room is left, so that a window smaller than one message is no wall."""
        fitting: list[Served] = []
        for entry in self.entries[audience]:
            size -= len(entry.raw)
            beyond = until is not None and entry.seq > until
            if beyond or entry.through - self.after > events or (size < 0 and fitting):
                break
            fitting.append(entry)
        return self._encode(fitting) if fitting else None

    def frame(self, audience: str) -> wire.Events:
        return self._events(self.entries[audience])

    def _events(self, entries: Sequence[Served]) -> wire.Events:
        return wire.Events(epoch=self.epoch, events=[msgspec.Raw(entry.raw) for entry in entries])

    def _encode(self, entries: Sequence[Served]) -> Cut:
        frame = Frame.of(self._events(entries))
        return Cut(entries[-1].through, len(frame.text), frame)
