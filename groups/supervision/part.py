"""Supervision as a person's page shows it to staff: who watches over them, and what was said for each group."""

from collections.abc import Sequence
from dataclasses import dataclass

from accounts.models import User
from core import clock
from custody.models import Person
from groups.models import Membership, Supervision, SupervisionApproval, SupportGroup
from groups.selectors import groups_of
from groups.supervision.forms import AskForm, GrantForm, SupervisionForm
from groups.supervision.selectors import Standing, standing_of


@dataclass(frozen=True)
class Row:
    """One group of this person, with the approval that counts there, if somebody was asked."""

    group: SupportGroup
    standing: Standing
    approval: SupervisionApproval | None
    form: GrantForm

    @property
    def is_open(self) -> bool:
        """An answer of the officer can be recorded."""
        return self.approval is not None and self.approval.state != SupervisionApproval.State.REVOKED


@dataclass(frozen=True)
class Part:
    supervision: Supervision | None
    rows: Sequence[Row]
    record_form: SupervisionForm
    ask_form: AskForm


def part_of(person: Person, user: User | None) -> Part:
    supervision = Supervision.objects.filter(person=person, ended_at=None).first()
    seats = groups_of(person) if supervision else []
    asked = SupervisionApproval.objects.filter(person=person).order_by("asked_at")
    approvals = list(asked) if supervision else []
    rows = [_row(seat, [each for each in approvals if each.group_id == seat.group_id]) for seat in seats]
    groups = [row.group for row in rows if not row.is_open]
    return Part(supervision, rows, SupervisionForm(), AskForm(groups=groups, officer=_officer(supervision)))


def _row(seat: Membership, approvals: Sequence[SupervisionApproval]) -> Row:
    standing = standing_of(approvals, at=clock.now())
    last = approvals[-1] if approvals else None
    return Row(seat.group, standing, last, GrantForm(auto_id=f"id_{seat.group_id.hex[:8]}_%s"))


def _officer(supervision: Supervision | None) -> str:
    return supervision.officer if supervision else ""
