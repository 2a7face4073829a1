"""How evidence becomes a case: it opens one, or attaches to the open one of the same message."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from chat.ports import MessageRef
from moderation.models import Alert, Case, CaseCounter, CaseEvent
from records import pins

Severity = Case.Severity

#: Within what time a person looks. Not screened: nothing has looked at all, and crisis: the five minutes of the duty
#: chain. Held: its writer waits in a session of 60 to 90 minutes. Reported: somebody is hurt, and can read on
#: meanwhile. Flagged: delivered, nobody waits.
DUE: Mapping[int, timedelta] = {
    Severity.NOT_SCREENED: timedelta(minutes=5),
    Severity.CRISIS: timedelta(minutes=5),
    Severity.HELD: timedelta(minutes=20),
    Severity.REPORTED: timedelta(minutes=60),
    Severity.FLAGGED: timedelta(hours=24),
}

#: Events that are evidence: a decision made without having seen them is refused.
EVIDENCE = frozenset({"held", "not_screened", "flagged", "crisis", "report", "withdrawn_by_writer"})


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason to look at a message. `data`: ids and codes, never words."""

    kind: str
    severity: int
    category: str
    by: str = "system"
    data: Mapping[str, Any] = field(default_factory=dict)


def attach(ref: MessageRef, evidence: Evidence, *, at: datetime) -> Case:
    """The message's open case with this evidence on it. The message is pinned until the case is decided."""
    case = open_case_of(ref.message_id) or _open(ref, evidence, at=at)
    urgent = evidence.severity < case.severity
    case.category = evidence.category if urgent else case.category
    case.severity = min(case.severity, evidence.severity)
    case.due_at = min(case.due_at, at + DUE[evidence.severity])
    case.revision = ref.revision
    add_event(case, evidence.kind, by=evidence.by, at=at, data={"revision": ref.revision, **evidence.data})
    case.save(update_fields=["category", "severity", "due_at", "revision", "version"])
    return case


def screened_late(case: Case, *, category: str, data: Mapping[str, Any], at: datetime) -> None:
    """What nothing had looked at has been screened: the class falls to what the rest of the evidence says."""
    if case.severity == Severity.NOT_SCREENED:
        is_crisis = case.alerts.filter(cause=Alert.Cause.SELF_HARM).exists()
        case.severity = Severity.CRISIS if is_crisis else Severity.HELD
        case.category = "self_harm" if is_crisis else category
    add_event(case, "held", by="system", at=at, data={"revision": case.revision, **data})
    case.save(update_fields=["severity", "category", "version"])


def open_case_of(message_id: UUID) -> Case | None:
    """The open case of this message, locked for the rest of the transaction."""
    return Case.objects.select_for_update().filter(message=message_id, state=Case.State.OPEN).first()


def add_event(case: Case, kind: str, *, by: str, at: datetime, data: Mapping[str, Any] | None = None) -> None:
    """Write the next event and raise the version on `case`, which the caller has locked and saves."""
    case.version += 1
    CaseEvent.objects.create(case=case, version=case.version, kind=kind, by=by, at=at, data=dict(data or {}))


def _open(ref: MessageRef, evidence: Evidence, *, at: datetime) -> Case:
    """A new case, under the counter's lock: whoever waited for it looks again first."""
    CaseCounter.objects.get_or_create(id=1)
    counter = CaseCounter.objects.select_for_update().get(id=1)
    found = open_case_of(ref.message_id)
    if found is not None:
        return found
    counter.last += 1
    counter.save(update_fields=["last"])
    case = Case.objects.create(
        number=counter.last,
        message_id=ref.message_id,
        revision=ref.revision,
        group_id=ref.group_id,
        facility_id=ref.facility_id,
        category=evidence.category,
        severity=evidence.severity,
        version=0,
        opened_at=at,
        due_at=at + DUE[evidence.severity],
    )
    pins.place(target=f"message:{ref.message_id}", because=f"case:{case.pk}", at=at)
    return case
