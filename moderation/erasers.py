"""Erasing what the desk and the duty list keep: cases that were decided, alerts that were closed, years ago.

What hangs on a case goes with it: its events, its claim, the reports. Its message is chat's; what is left of it is a
row without a word.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.db import connection
from django.db.models import Exists, OuterRef, Q, QuerySet

from core.triggers import permit
from custody.merging import all_records
from groups.models import SupportGroup
from groups.selectors import retention_facilities
from moderation.models import Alert, AlertNotice, Case, CaseClaim, CaseEvent, MemberReport, RuleVerdict
from records import erasers, pins, schedule
from records.erasers import Counts, Id

CLASS = "sanctions_appeals"


class AlertEraser:
    """Alerts that were closed so long ago: by the rule of the facility that they went to, else the installation's."""

    kind = "moderation.alerts"

    def due(self, *, at: datetime, limit: int) -> Sequence[Id]:
        return list(_alerts(at=at).order_by("resolved_at", "pk").values_list("pk", flat=True)[:limit])

    def erase(self, ids: Sequence[Id], *, at: datetime, certificate: UUID) -> Counts:
        going = _free(_alerts(at=at).filter(pk__in=_uuids(ids)))
        AlertNotice.objects.filter(alert__in=going).delete()
        Alert.objects.filter(pk__in=going).delete()
        return Counts(removed=len(going), kept=len(ids) - len(going))


class CaseEraser:
    """Cases that were decided so long ago, by the rules of the facilities that share the group. A case waits for its
    alerts, which are older lines of the same certificate."""

    kind = "moderation.cases"

    def due(self, *, at: datetime, limit: int) -> Sequence[Id]:
        return list(_cases(at=at).order_by("decided_at", "pk").values_list("pk", flat=True)[:limit])

    def erase(self, ids: Sequence[Id], *, at: datetime, certificate: UUID) -> Counts:
        going = _free(_cases(at=at).filter(pk__in=_uuids(ids)))
        with permit(str(certificate)):
            CaseEvent.objects.filter(case__in=going).delete()
        for related in (CaseClaim, MemberReport, RuleVerdict):
            related.objects.filter(case__in=going).delete()
        Case.objects.filter(pk__in=going).delete()
        return Counts(removed=len(going), kept=len(ids) - len(going))


def _alerts(*, at: datetime) -> QuerySet[Alert]:
    """Closed alerts that neither the schedule nor a pin keeps."""
    old = Alert.objects.filter(state=Alert.State.RESOLVED, resolved_at__lte=at - _soonest(at=at))
    past = Q(facility=None, resolved_at__lte=schedule.cutoff(CLASS, at=at))
    for facility in old.exclude(facility=None).values_list("facility", flat=True).distinct():
        past |= Q(facility=facility, resolved_at__lte=schedule.cutoff(CLASS, at=at, facilities=[str(facility)]))
    return old.filter(past).exclude(person__in=_pinned("person")).exclude(case__in=_pinned("case"))


def _cases(*, at: datetime) -> QuerySet[Case]:
    """Decided cases that neither the schedule nor a pin keeps, on whatever it is about."""
    old = Case.objects.filter(state=Case.State.DECIDED, decided_at__lte=at - _soonest(at=at))
    past = Q(pk=None)
    for group in SupportGroup.objects.filter(pk__in=old.values("group")):
        cutoff = schedule.cutoff(CLASS, at=at, facilities=retention_facilities(group))
        past |= Q(group=group, decided_at__lte=cutoff)
    held = MemberReport.objects.filter(case=OuterRef("pk"), reporter__in=_pinned("person"))
    return (
        old.filter(past)
        .exclude(Exists(Alert.objects.filter(case=OuterRef("pk"))))
        .exclude(Exists(held))
        .exclude(pk__in=_pinned("case"))
        .exclude(message__in=_pinned("message"))
        .exclude(message__author__in=_pinned("person"))
        .exclude(message__room__in=_pinned("room"))
    )


def _soonest(*, at: datetime) -> timedelta:
    return timedelta(days=schedule.shortest(CLASS, at=at))


def _pinned(kind: str) -> set[UUID]:
    """Of this kind; of persons, all records of each human that is held."""
    ids = {UUID(one) for one in pins.named(kind)}
    return all_records(ids) if kind == "person" else ids


def _uuids(ids: Iterable[Id]) -> list[UUID]:
    return [UUID(str(one)) for one in ids]


def _free(rows: QuerySet[Alert] | QuerySet[Case]) -> list[UUID]:
    """Locked for us; those that somebody is at work on are passed over."""
    skip = connection.features.has_select_for_update_skip_locked
    locked = rows.select_for_update(skip_locked=skip, of=("self",) if skip else ())
    return list(locked.values_list("pk", flat=True))


erasers.register(AlertEraser())
erasers.register(CaseEraser())
