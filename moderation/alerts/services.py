"""What can happen to an alert. It is never lost and never closed by time: unanswered, it only gets louder."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import IntegrityError
from django.db.models import F

from accounts.models import User
from audit.services import actor, record
from core import changes, clock
from core.transactions import unit
from custody.models import Person, Programme
from custody.timeline import status_of
from groups.models import Membership, SupportGroup
from moderation import kinds
from moderation.alerts.rota import next_to_tell
from moderation.errors import AlertAnswered, AlertNotAnswered, NotOnDuty
from moderation.models import Alert, AlertNotice, Case
from moderation.permissions import may_answer, on_duty_for

#: How long somebody who was told has, before the next one is told (a safety floor).
ANSWER_WITHIN = timedelta(minutes=5)
#: Nobody could be told: how soon that is tried again. An alert reaches a named person within this (a safety floor).
TRY_AGAIN = timedelta(seconds=60)

WAITING = (Alert.State.RAISED, Alert.State.NOTIFIED)


@unit()
def raise_alert(
    *,
    cause: str,
    person: Person,
    client_id: UUID,
    group: SupportGroup | None = None,
    case: Case | None = None,
    at: datetime | None = None,
) -> Alert:
    """Somebody must come: the first of the duty list is told in this very transaction. The same person, cause and
    `client_id` again is the same alert, as it is now."""
    known = Alert.objects.filter(person=person, cause=cause, client_id=client_id)
    try:
        return known.first() or _raise(cause, person, client_id, group, case, at or clock.now())
    except IntegrityError:  # the same cry came in twice at once, and the other one is there now
        found = known.first()
        if found is None:
            raise
        return found


@unit()
def acknowledge(*, alert: Alert, by: User) -> Alert:
    """`by` comes. Once: a colleague who was second is told so (`AlertAnswered`); oneself again changes nothing."""
    now = clock.now()
    if not may_answer(by, alert):
        raise NotOnDuty
    moved = Alert.objects.filter(pk=alert.pk, state__in=WAITING).update(
        state=Alert.State.ACKNOWLEDGED, acknowledged_at=now, acknowledged_by=by, next_at=None
    )
    alert.refresh_from_db()
    if moved:
        _tell_the_caller(alert)
        record(kinds.ALERT_ACKNOWLEDGED, by=by, subject=f"alert:{alert.pk}", at=now)
    elif alert.acknowledged_by_id != by.pk:
        raise AlertAnswered
    return alert


@unit()
def resolve(*, alert: Alert, by: User) -> Alert:
    """The person is safe, or in good hands. Only a duty role may say so, and only after somebody answered."""
    now = clock.now()
    if not on_duty_for(by, alert):
        raise NotOnDuty
    moved = Alert.objects.filter(pk=alert.pk, state=Alert.State.ACKNOWLEDGED).update(
        state=Alert.State.RESOLVED, resolved_at=now, resolved_by=by
    )
    if not moved:
        raise AlertNotAnswered
    alert.refresh_from_db()
    _tell_the_caller(alert)
    record(kinds.ALERT_RESOLVED, by=by, subject=f"alert:{alert.pk}", at=now)
    return alert


@unit()
def escalate_one() -> bool:
    """Tell the next for the one alert that has waited longest. True: there may be more; False: nothing is due."""
    now = clock.now()
    due = Alert.objects.filter(state__in=WAITING, next_at__lte=now).order_by("next_at")
    alert = due.select_for_update(skip_locked=True, of=("self",)).first()
    if alert is not None:
        _tell_next(alert, at=now)
    return alert is not None


@unit()
def _raise(
    cause: str, person: Person, client_id: UUID, group: SupportGroup | None, case: Case | None, at: datetime
) -> Alert:
    status = status_of(person)
    alert = Alert.objects.create(
        cause=cause,
        person=person,
        client_id=client_id,
        case=case,
        group=group,
        facility=status.facility,
        unit=status.unit,
        programme=None if status.held else _programme(person, group),
        raised_at=at,
    )
    record(kinds.ALERT_RAISED, by=actor(person), subject=f"alert:{alert.pk}", at=at, cause=cause)
    _tell_next(alert, at=at)
    return alert


def _programme(person: Person, group: SupportGroup | None) -> Programme | None:
    """Outside: the programme of the room, else of the person's latest seat."""
    if group is not None:
        return group.programme
    seats = Membership.objects.filter(person=person).select_related("group__programme")
    latest = seats.order_by("-joined_at").first()
    return latest.group.programme if latest else None


def _tell_the_caller(alert: Alert) -> None:
    """Where the call stands has changed: the caller's room says so at once. A silent call wakes nothing of theirs."""
    if alert.cause == Alert.Cause.DURESS:
        return
    changes.note("help.changed", alert.person_id)


def _tell_next(alert: Alert, *, at: datetime) -> None:
    users = next_to_tell(alert)
    again = at + (ANSWER_WITHIN if users else TRY_AGAIN)
    values = {"told": F("told") + 1, "state": Alert.State.NOTIFIED} if users else {}
    moved = Alert.objects.filter(pk=alert.pk, state__in=WAITING, told=alert.told).update(next_at=again, **values)
    if not moved:  # answered, or told by another worker, in the meantime
        return
    alert.refresh_from_db()
    _tell_the_caller(alert)
    AlertNotice.objects.bulk_create(AlertNotice(alert=alert, user=user, round=alert.told, at=at) for user in users)
    if users:
        told = [str(user.pk) for user in users]
        record(kinds.ALERT_TOLD, by=None, subject=f"alert:{alert.pk}", at=at, round=alert.told, users=told)
