"""What can be seen of the audit chain."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from audit import kinds
from audit.models import AuditEvent

PAGE = 50


@dataclass(frozen=True, slots=True)
class Filters:
    """What somebody looks for; empty: everything. `until` is not part of it any more."""

    kind: str = ""
    actor: str = ""
    subject: str = ""
    since: datetime | None = None
    until: datetime | None = None

    def lookups(self) -> dict[str, Any]:
        asked = {
            "kind": self.kind,
            "actor": self.actor,
            "subject": self.subject,
            "at__gte": self.since,
            "at__lt": self.until,
        }
        return {name: value for name, value in asked.items() if value}


def trail(filters: Filters, *, before: int | None = None, limit: int = PAGE) -> list[AuditEvent]:
    """Links that match, newest first; `before`: only those older than this seq. Sealed kinds are not among them."""
    links = AuditEvent.objects.filter(**filters.lookups()).exclude(kind__in=kinds.sealed())
    if before is not None:
        links = links.filter(seq__lt=before)
    return list(links.order_by("-seq")[:limit])
