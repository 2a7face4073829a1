"""Outside, under supervision: in each group an officer has to say yes. Inside, no officer is asked."""

from datetime import datetime
from uuid import UUID

from core.clock import ENDLESS
from core.errors import RuleError
from groups.errors import SupervisionLapsed, SupervisionPending
from groups.gates import Asked
from groups.models import Membership, SupportGroup
from groups.supervision.selectors import FREE, SUSPENDED, Standing, supervised


class SupervisionGate:
    """Without a yes they may read; a week after the end of one the seat turns away, and waits."""

    away = Membership.Away.SUPERVISION

    def __init__(self, asked: Asked) -> None:
        self._outside = {pk for pk, status in asked.custody.items() if not status.in_custody}
        self._supervised = supervised(self._outside, asked.groups, at=asked.at)

    def standing(self, group: SupportGroup, person_id: UUID) -> Standing:
        if person_id not in self._outside:
            return Standing(FREE, ENDLESS)
        return self._supervised.standing(group.pk, person_id)

    def answer(self, group: SupportGroup, person_id: UUID) -> datetime | RuleError:
        standing = self.standing(group, person_id)
        return SupervisionLapsed() if standing.state == SUSPENDED else standing.until

    def why_not(self, group: SupportGroup, person_id: UUID) -> str:
        return SupervisionPending.code if self.standing(group, person_id).reads_only else ""
