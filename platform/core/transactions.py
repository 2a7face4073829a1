"""One unit of work: one transaction, with the tail of the lock order built in.

Every writing service is a `unit`. Nested units are one. Work handed to `before_commit` runs when the outermost
unit ends, still inside its transaction, ordered by rank and key: events of rooms in id order, then the audit
head. So no caller can take those locks in another order, whatever calls whatever.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import IntEnum

from django.db import connection, transaction


class Rank(IntEnum):
    """Lock order of what runs at the end of a unit."""

    ROOM = 1
    AUDIT = 2


class OutsideUnit(RuntimeError):
    """Something that belongs into a transaction was asked for outside of one."""


@dataclass
class _Unit:
    depth: int = 0
    work: list[tuple[Rank, str, int, Callable[[], None]]] = field(default_factory=list)


@contextmanager
def unit() -> Iterator[None]:
    """A transaction in which rules hold together. Use as `with unit():` or as `@unit()` on a service."""
    state = _state()
    if state.depth:
        handed_in = list(state.work)
        try:
            with transaction.atomic():
                yield
        except BaseException:
            state.work[:] = handed_in  # what was undone has nothing to tell
            raise
        return
    state.depth = 1
    try:
        with transaction.atomic():
            yield
            _finish(state)
    finally:
        state.depth = 0
        state.work.clear()


def before_commit(rank: Rank, key: str, work: Callable[[], None]) -> None:
    """Run `work` at the end of the present unit, inside its transaction."""
    state = _state()
    if not state.depth:
        raise OutsideUnit(f"{rank.name} work for {key!r} outside a unit")
    state.work.append((rank, key, len(state.work), work))


def in_unit() -> bool:
    return bool(_state().depth)


def _finish(state: _Unit) -> None:
    """Work may hand in more work of a later place (an event that is audited)."""
    while state.work:
        state.work.sort(key=lambda item: item[:3])
        state.work.pop(0)[3]()


def _state() -> _Unit:
    """Kept on the connection, which belongs to one thread."""
    state = getattr(connection, "_same_circle_unit", None)
    if state is None:
        state = _Unit()
        connection._same_circle_unit = state  # type: ignore[attr-defined]
    return state
