"""Writing and reading the change table."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import timedelta

from core import clock, wakeups
from core.models import Change

#: Every process listens here; the table itself is read once a second all the same.
ADDRESS = "changes"
#: How far back each reading looks: ids are given before commit, so a lower id may become readable later.
OVERLAP = timedelta(seconds=30)
KEEP = timedelta(hours=1)


def note(kind: str, subject: object) -> None:
    """Something changed that open connections depend on. Call inside the transaction that changes it."""
    Change.objects.create(kind=kind, subject=str(subject), at=clock.now())
    wakeups.publish(ADDRESS, {"change": kind})


@dataclass
class Reader:
    """One process's place in the table. `read` answers each change once."""

    seen: set[int] = field(default_factory=set)
    started: bool = False

    def read(self) -> list[tuple[str, str]]:
        rows = list(
            Change.objects.filter(at__gte=clock.now() - OVERLAP).order_by("id").values_list("id", "kind", "subject")
        )
        fresh = [row for row in rows if row[0] not in self.seen] if self.started else []
        self.seen = {row[0] for row in rows}
        self.started = True
        return [(kind, subject) for _, kind, subject in fresh]


def sweep() -> int:
    """Forget what every process has long read."""
    deleted, _ = Change.objects.filter(at__lt=clock.now() - KEEP).delete()
    return deleted


def kinds(changes: Iterable[tuple[str, str]]) -> set[str]:
    return {kind for kind, _ in changes}
