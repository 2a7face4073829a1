"""Whose people a group takes in: those of facilities that have agreed, and the released where they are welcome."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from core.clock import ENDLESS
from core.errors import RuleError
from groups.errors import RoomUnavailable
from groups.gates import Asked
from groups.models import Membership, SupportGroup


@dataclass(frozen=True, slots=True)
class ApprovalGate:
    """Inside: the approval of the facility that holds them. Outside: whether the group welcomes released people."""

    asked: Asked
    away = Membership.Away.CUSTODY

    def answer(self, group: SupportGroup, person_id: UUID) -> datetime | RuleError:
        status = self.asked.custody[person_id]
        if not status.held:
            return ENDLESS if status.is_released and group.released_welcome else RoomUnavailable()
        until = self.asked.approvals[group.pk].get(status.facility.pk) if status.facility else None
        return until if until is not None and self.asked.at < until else RoomUnavailable()
