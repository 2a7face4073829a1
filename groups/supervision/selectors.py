"""What supervision means for a person in a group just now, and when that changes by itself."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Q

from core.clock import ENDLESS
from groups.supervision.models import Supervision, SupervisionApproval

State = SupervisionApproval.State
#: From this long before its end somebody is told that an approval ends.
WARNED = timedelta(days=14)
#: After its end they may still read for so long; then the seat waits.
READ_ONLY = timedelta(days=7)

#: Nobody watches over this person; all is well; it ends soon; they may read (nobody has said yes yet, or the yes has
#: ended a few days ago); the seat waits.
FREE, APPROVED, ENDING, PENDING, LAPSED, SUSPENDED = "free", "approved", "ending", "pending", "lapsed", "suspended"


@dataclass(frozen=True, slots=True)
class Standing:
    """How somebody stands in a group; `until`: when that changes if nobody does anything."""

    state: str
    until: datetime = ENDLESS
    ends: datetime | None = None  # of the approval that there was, or is

    @property
    def reads_only(self) -> bool:
        return self.state in (PENDING, LAPSED)


UNSUPERVISED = Standing(FREE)


def standing_of(approvals: Sequence[SupervisionApproval], *, at: datetime) -> Standing:
    """What these approvals of one person for one group come to, for who is under supervision.

    The end of the last yes counts, and so does a no: that staff ask once more gives nothing back.
    """
    decided = [_end(approval) for approval in approvals if approval.state != State.PENDING]
    if not decided:
        return Standing(PENDING)
    end = max(decided)
    moments = {ENDING: end - WARNED, LAPSED: end, SUSPENDED: end + READ_ONLY}
    begun = [state for state, moment in moments.items() if moment <= at]
    to_come = min((moment for moment in moments.values() if moment > at), default=ENDLESS)
    return Standing(begun[-1] if begun else APPROVED, to_come, end)


def _end(approval: SupervisionApproval) -> datetime:
    end = approval.revoked_at if approval.state == State.REVOKED else approval.until
    assert end is not None
    return end


@dataclass(frozen=True, slots=True)
class Supervised:
    """The supervisions of some persons, and their approvals by person and group."""

    at: datetime
    supervisions: Mapping[UUID, Supervision]
    approvals: Mapping[tuple[UUID, UUID], Sequence[SupervisionApproval]]

    def standing(self, group_id: UUID, person_id: UUID) -> Standing:
        supervision = self.supervisions.get(person_id)
        if supervision is None:
            return Standing(FREE)
        if self.at < supervision.from_at:
            return Standing(FREE, supervision.from_at)
        found = standing_of(self.approvals.get((person_id, group_id), ()), at=self.at)
        return Standing(found.state, min(found.until, supervision.until or ENDLESS), found.ends)


def supervised(persons: Iterable[UUID], group_ids: Iterable[UUID], *, at: datetime) -> Supervised:
    """Who of these is under supervision, or will be, and what was approved: one query where nobody is, else two."""
    rows = Supervision.objects.filter(Q(until=None) | Q(until__gt=at), person__in=list(persons), ended_at=None)
    supervisions = {row.person_id: row for row in rows}
    found: dict[tuple[UUID, UUID], list[SupervisionApproval]] = defaultdict(list)
    if supervisions:
        for row in SupervisionApproval.objects.filter(person__in=supervisions, group__in=list(group_ids)):
            found[row.person_id, row.group_id].append(row)
    return Supervised(at, supervisions, found)
