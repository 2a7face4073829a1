"""Certificates: what a purge did, written batch by batch in the very transactions that erased."""

import hashlib
import json
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any

from audit.models import AuditEvent
from audit.services import actor, record
from core import clock
from core.transactions import unit
from records import kinds
from records.erasers import Counts
from records.models import Certificate


@dataclass(frozen=True, slots=True)
class Step:
    """One eraser's line. `errors` are names of failures, never what they say: that may quote a row."""

    kind: str
    counts: Counts = field(default_factory=Counts)
    errors: tuple[str, ...] = ()

    @classmethod
    def read(cls, line: dict[str, Any]) -> "Step":
        counts = Counts(line["removed"], line["kept"], line["failed"])
        return cls(line["kind"], counts, tuple(line["errors"]))

    @property
    def outcome(self) -> str:
        """`not_applicable`: nothing was due. `partial`: some of what was found due is still there."""
        if self.counts.failed or self.errors:
            return "partial" if self.counts.removed else "failed"
        if self.counts.kept:
            return "partial"
        return "removed" if self.counts.removed else "not_applicable"

    def plus(self, counts: Counts, *errors: str) -> "Step":
        return Step(self.kind, self.counts + counts, tuple(sorted({*self.errors, *errors})))

    def line(self) -> dict[str, Any]:
        return {
            "kind": self.kind,
            "outcome": self.outcome,
            **asdict(self.counts),
            "errors": list(self.errors),
        }


@unit()
def begin(*, by: object, as_of: datetime, at: datetime) -> Certificate:
    return Certificate.objects.create(started_at=at, as_of=as_of, by=actor(by))


@unit()
def note(*, certificate: Certificate, kind: str, counts: Counts, error: str = "") -> None:
    """Add to one line, in the transaction of what it tells of: what broke off is neither erased nor counted."""
    row = Certificate.objects.select_for_update().get(pk=certificate.pk)
    steps = {line["kind"]: Step.read(line) for line in row.steps}
    steps[kind] = steps.get(kind, Step(kind)).plus(counts, *filter(None, [error]))
    row.steps = [step.line() for _, step in sorted(steps.items())]
    row.save(update_fields=["steps"])


@unit()
def finish(*, certificate: Certificate, by: object) -> Certificate:
    """The purge has ended: its digest goes into the audit chain."""
    row = Certificate.objects.select_for_update().get(pk=certificate.pk)
    row.finished_at = clock.now()
    row.digest = digest(row)
    row.save(update_fields=["finished_at", "digest"])
    record(kinds.PURGED, by=by, subject=f"certificate:{row.pk}", at=row.finished_at, digest=row.digest)
    return row


def digest(row: Certificate) -> str:
    """SHA-256 over all that the certificate says."""
    moments = [moment and clock.wire(moment) for moment in (row.started_at, row.as_of, row.finished_at)]
    said = json.dumps([str(row.pk), *moments, row.by, row.steps], sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(said.encode()).hexdigest()


def is_proved(row: Certificate) -> bool:
    """Whether it says what its purge said: by its digest, as the audit chain has it."""
    links = AuditEvent.objects.filter(kind=kinds.PURGED, subject=f"certificate:{row.pk}")
    told = [link.detail.get("digest") for link in links]
    return row.finished_at is not None and told == [row.digest] == [digest(row)]


def totals(row: Certificate) -> Counts:
    """What became of everything, over all steps."""
    return sum((Step.read(line).counts for line in row.steps), Counts())
