"""A view: a text as rules read it, with the way back to what the writer wrote."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from chat.ports import Span

from .groups import Lettered, lettered


@dataclass(frozen=True, slots=True)
class Maps:
    """For every code point of a view, where the stretch of the body that it stands for begins and ends.

    Neither goes backwards, so a stretch of a view is always one stretch of the body.
    """

    starts: Sequence[int]
    ends: Sequence[int]


@dataclass(frozen=True)
class View:
    """A text and its maps, which are drawn only when something was found in it."""

    name: str
    text: str
    drawn: Callable[[], Maps]

    @cached_property
    def maps(self) -> Maps:
        return self.drawn()

    @property
    def starts(self) -> Sequence[int]:
        return self.maps.starts

    @property
    def ends(self) -> Sequence[int]:
        return self.maps.ends

    def span(self, start: int, end: int) -> Span:
        """The stretch of the body behind `text[start:end]`, which must not be empty."""
        return Span(self.starts[start], self.ends[end - 1])

    def seen_in(self, start: int, end: int) -> str:
        """What made this stretch readable; empty when a plainer view says the same there."""
        return self.name

    @cached_property
    def data(self) -> bytes:
        """The text as RE2 wants it; encoded once for all patterns."""
        return self.text.encode("utf-8", "replace")

    @cached_property
    def _is_ascii(self) -> bool:
        return len(self.data) == len(self.text)

    @cached_property
    def lettered(self) -> Lettered:
        """The same with a letter for each name of a group."""
        return lettered(self.data)

    def code_points(self, octets: int) -> int:
        """An offset into `data` as an offset into `text`."""
        return octets if self._is_ascii else len(self.data[:octets].decode())
