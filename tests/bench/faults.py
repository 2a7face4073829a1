"""Whether everybody got everything once: what a fast server may never be wrong about."""

from collections import Counter
from collections.abc import Iterable

from tests.bench.lines import Room


def missing(rooms: Iterable[Room], *, dense: bool) -> int:
    """Receipts that never came. By seq where there is one (a resume may serve what a count has seen), else by count
    and sum of the numbers posted."""
    return sum(_behind(room) if dense else _uncounted(room) for room in rooms)


def _behind(room: Room) -> int:
    head = max([room.head, *(line.seq for line in room.lines)])
    return sum(head - line.seq for line in room.lines) + room.posted - room.acked


def _uncounted(room: Room) -> int:
    total = sum(range(1, room.posted + 1))
    return sum(max(abs(room.posted - line.got), int(line.total != total)) for line in room.lines)


def in_words(missing: int, seen: Counter[str]) -> str:
    """Empty: nothing was wrong."""
    bad = {"missing": missing, **{name: seen[name] for name in ("gap", "double", "refused", "lost")}}
    return ", ".join(f"{count} {name}" for name, count in bad.items() if count)
