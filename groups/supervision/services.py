"""Supervision after release, and what an officer approves: recorded by staff, each move once."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import F

from audit.services import actor, record
from core import changes, clock
from core.errors import RuleError
from core.transactions import unit
from custody.models import Person
from custody.timeline import statuses
from groups import kinds
from groups import services as seats
from groups.continuity.services import settle
from groups.gates import Asked
from groups.models import Membership, Supervision, SupervisionApproval, SupportGroup
from groups.supervision.errors import (
    AlreadyAsked,
    AlreadyUnderSupervision,
    ApprovalMoved,
    ApprovalUnclear,
    NotUnderSupervision,
)
from groups.supervision.gate import SupervisionGate

State = SupervisionApproval.State


@unit()
def record_supervision(
    *,
    person: Person,
    officer: str,
    no_association: bool,
    from_at: datetime,
    until: datetime | None,
    by: object,
) -> Supervision:
    """From then on this person needs an officer's yes in each group, as long as they are outside."""
    _hold(person)
    now = clock.now()
    if not officer.strip() or (until is not None and until <= max(from_at, now)):
        raise ApprovalUnclear("Name the officer. If an end is known, it is after the beginning and still to come.")
    standing = Supervision.objects.filter(person=person, ended_at=None)
    standing.filter(until__lte=now).update(ended_at=F("until"), ended_by="system")
    if standing.exists():
        raise AlreadyUnderSupervision
    row = Supervision.objects.create(
        person=person,
        officer=officer.strip(),
        no_association=no_association,
        from_at=from_at,
        until=until,
        recorded_by=actor(by),
    )
    record(kinds.SUPERVISION_RECORDED, by=by, subject=f"person:{person.pk}", supervision=row.pk)
    _follow(person, by=by)
    return row


@unit()
def end_supervision(*, supervision: Supervision, by: object) -> None:
    """Nobody's yes is needed any more; the seats are back."""
    _hold(supervision.person)
    standing = Supervision.objects.filter(pk=supervision.pk, ended_at=None)
    if not standing.update(ended_at=clock.now(), ended_by=actor(by)):
        raise NotUnderSupervision
    record(kinds.SUPERVISION_ENDED, by=by, subject=f"person:{supervision.person_id}", supervision=supervision.pk)
    _follow(supervision.person, by=by)


@unit()
def ask_approval(*, person: Person, group: SupportGroup, officer: str, by: object) -> SupervisionApproval:
    """The officer was asked about this group. Until they answer the person may read, if nothing was said before."""
    _hold(person)
    if not officer.strip():
        raise ApprovalUnclear
    if not Supervision.objects.filter(person=person, ended_at=None).exists():
        raise NotUnderSupervision
    if SupervisionApproval.objects.filter(person=person, group=group).exclude(state=State.REVOKED).exists():
        raise AlreadyAsked
    row = SupervisionApproval.objects.create(
        person=person, group=group, officer=officer.strip(), asked_at=clock.now(), asked_by=actor(by)
    )
    _put_down(kinds.OFFICER_ASKED, row, by=by)
    _follow(person, by=by)
    return row


@unit()
def grant_approval(
    *, approval: SupervisionApproval, until: datetime, document: str, by: object, officer: str = ""
) -> SupervisionApproval:
    """The officer said yes until that day. One that was granted before is replaced: a new row tells of the new yes."""
    _hold(approval.person)
    now = clock.now()
    if until <= now:
        raise ApprovalUnclear
    row = _renewed(approval, by=by, at=now) if approval.state == State.GRANTED else approval
    said = {"until": until, "document": document.strip(), "officer": officer.strip() or row.officer}
    _move(row, to=State.GRANTED, granted_at=now, recorded_by=actor(by), **said)
    _put_down(kinds.OFFICER_APPROVED, row, by=by, until=until)
    _follow(approval.person, by=by)
    return row


@unit()
def revoke_approval(*, approval: SupervisionApproval, by: object) -> None:
    """The officer said no, or takes the yes back: reading is left for a week, then the seat waits."""
    _hold(approval.person)
    _move(approval, to=State.REVOKED, revoked_at=clock.now(), revoked_by=actor(by))
    _put_down(kinds.OFFICER_REVOKED, approval, by=by)
    _follow(approval.person, by=by)


@unit()
def settle_due(*, at: datetime) -> int:
    """Seats whose day has come: those that wait from now on, and those that are back. Answers how many persons were
    looked at."""
    due = _due(at=at)
    for person in Person.objects.filter(pk__in=due).order_by("pk"):
        settle(person=person, by="system")
    return len(due)


def _due(*, at: datetime) -> set[UUID]:
    """Persons with a seat that says something else than their supervision does now."""
    waits = Membership.objects.filter(state=Membership.State.AWAY, why_away=Membership.Away.SUPERVISION)
    sits = Membership.objects.filter(
        state=Membership.State.ACTIVE, person__in=Supervision.objects.filter(ended_at=None).values("person")
    )
    rows = list((waits | sits).select_related("group"))
    custody = statuses({seat.person_id for seat in rows})
    groups = {seat.group_id: seat.group for seat in rows}
    gate = SupervisionGate(Asked(groups, {}, custody, at))
    return {
        seat.person_id
        for seat in rows
        if isinstance(gate.answer(seat.group, seat.person_id), RuleError) == (seat.state == Membership.State.ACTIVE)
    }


def _renewed(before: SupervisionApproval, *, by: object, at: datetime) -> SupervisionApproval:
    _move(before, to=State.REVOKED, revoked_at=at, revoked_by=actor(by))
    return SupervisionApproval.objects.create(
        person=before.person, group=before.group, officer=before.officer, asked_at=at, asked_by=actor(by)
    )


def _move(approval: SupervisionApproval, *, to: str, **values: object) -> None:
    """Compare-and-set: of two who decide at once the second is told so."""
    may = approval.state in SupervisionApproval.MOVES and to in SupervisionApproval.MOVES[State(approval.state)]
    here = SupervisionApproval.objects.filter(pk=approval.pk, state=approval.state)
    if not may or not here.update(state=to, **values):
        raise ApprovalMoved
    approval.refresh_from_db()


def _put_down(kind: str, approval: SupervisionApproval, *, by: object, **detail: Any) -> None:
    record(
        kind,
        by=by,
        subject=f"supervision_approval:{approval.pk}",
        person=approval.person_id,
        group=approval.group_id,
        **detail,
    )


def _hold(person: Person) -> None:
    Person.objects.select_for_update(no_key=True).get(pk=person.pk)


def _follow(person: Person, *, by: object) -> None:
    """Readings are stale, what is open is looked at again, and each seat takes the state that follows."""
    seats.authority_changed(person_id=person.pk)
    changes.note("person.changed", person.pk)
    settle(person=person, by=by)
