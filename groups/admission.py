"""Whether a group takes somebody in now, and until when: one question, asked of several gates.

Each gate reads what it needs for many groups and persons at once, so that a page, a poll and a thousand lines cost the
same few queries. All gates are asked, also when one has refused: how long an answer takes must not tell which it was.
A gate that names `away` turns the seat away for as long as it refuses; one that does not only keeps the door shut.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from core.errors import RuleError
from custody.timeline import Status
from groups.agreements.gate import AgreementGate
from groups.apart.gate import ApartGate
from groups.approvals import Approvals
from groups.facilities.gate import ApprovalGate
from groups.gates import Asked, Gate, Limit
from groups.models import Membership, SupportGroup
from groups.supervision.gate import SupervisionGate
from groups.windows.gate import WindowGate

G = TypeVar("G")
#: In the order in which a refusal is told. What turns a seat away comes first.
GATES: tuple[Callable[[Asked], Gate], ...] = (
    ApprovalGate,
    ApartGate,
    SupervisionGate,
    AgreementGate,
    WindowGate,
)


@dataclass(frozen=True, slots=True)
class Admission:
    """The answers of all gates, for those who asked."""

    gates: tuple[Gate, ...]

    def answer(self, group: SupportGroup, person_id: UUID) -> datetime | RuleError:
        """Until when the group takes this person in (the earliest lapse of all), or the first refusal."""
        answers = [gate.answer(group, person_id) for gate in self.gates]
        refused = next((each for each in answers if isinstance(each, RuleError)), None)
        return refused or min(each for each in answers if isinstance(each, datetime))

    def until(self, group: SupportGroup, person_id: UUID) -> datetime | None:
        """The same; None: it does not take them in now."""
        answer = self.answer(group, person_id)
        return answer if isinstance(answer, datetime) else None

    def why_away(self, group: SupportGroup, person_id: UUID) -> str | None:
        """What turns this person's seat away (`Membership.Away`); None: nothing does."""
        refusing = [gate.away for gate in self.gates if isinstance(gate.answer(group, person_id), RuleError)]
        return next((why for why in refusing if why is not None), None)

    def of(self, kind: type[G]) -> G:
        """The gate of this kind, for pages that say more than yes or no."""
        return next(gate for gate in self.gates if isinstance(gate, kind))

    def kept_by(self, group: SupportGroup, person_id: UUID) -> list[UUID]:
        """The keep-apart orders that keep this person out: for what is written to the security role alone."""
        return self.of(ApartGate).kept_by(group.pk, person_id)

    def why_not(self, group: SupportGroup, person_id: UUID) -> str:
        """Why somebody whom the group takes in may only read; empty: nothing here says so."""
        limits = [gate.why_not(group, person_id) for gate in self.gates if isinstance(gate, Limit)]
        return next((why for why in limits if why), "")


def admission(
    groups: Iterable[SupportGroup],
    approvals: Mapping[UUID, Approvals],
    custody: Mapping[UUID, Status],
    *,
    at: datetime,
) -> Admission:
    """Ask all gates: so many queries, whatever the number of groups and persons."""
    asked = Asked({group.pk: group for group in groups}, approvals, custody, at)
    return Admission(tuple(gate(asked) for gate in GATES))


#: What the gates steer; who is away by their own wish stays away.
DERIVED = (Membership.Away.CUSTODY, Membership.Away.KEEP_APART, Membership.Away.SUPERVISION)
