"""What a gate is: one thing that must be so before a group takes somebody in. `groups.admission` asks them all."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, runtime_checkable
from uuid import UUID

from core.errors import RuleError
from custody.timeline import Status
from groups.approvals import Approvals
from groups.models import SupportGroup


@dataclass(frozen=True, slots=True)
class Asked:
    """Who wants in where: what every gate is given."""

    groups: Mapping[UUID, SupportGroup]
    approvals: Mapping[UUID, Approvals]
    custody: Mapping[UUID, Status]  # of each person who asks
    at: datetime


class Gate(Protocol):
    """One thing that must be so before a group takes somebody in."""

    @property
    def away(self) -> str | None: ...

    def answer(self, group: SupportGroup, person_id: UUID) -> datetime | RuleError:
        """Until when this lets the person in, or the refusal."""


@runtime_checkable
class Limit(Protocol):
    """A gate that may let somebody in for reading alone."""

    def why_not(self, group: SupportGroup, person_id: UUID) -> str:
        """The code of what keeps this person from posting; empty: nothing that this gate knows of."""
