"""Facilities' approvals: whose people a group takes in, and until when."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from uuid import UUID

from custody.timeline import statuses
from groups.models import FacilityApproval, Membership, SupportGroup

#: Until when each facility that takes part in a group lets its people sit there.
Approvals = Mapping[UUID, datetime]


def approvals_of(group_ids: Iterable[UUID]) -> dict[UUID, Approvals]:
    """The approvals of each of these groups that nobody has revoked, lapsed ones too: one query."""
    found: dict[UUID, dict[UUID, datetime]] = {pk: {} for pk in group_ids}
    rows = FacilityApproval.objects.filter(group__in=list(found), revoked_at=None)
    for group_id, facility_id, until in rows.values_list("group_id", "facility_id", "until"):
        found[group_id][facility_id] = until
    return {**found}


def facilities_of(group: SupportGroup) -> tuple[UUID, ...]:
    """The facilities that take part in this group."""
    return tuple(approvals_of([group.pk])[group.pk])


def all_have_agreed(group: SupportGroup, *, at: datetime) -> bool:
    """Whether each facility that took part in this group, and whose people sit there still, has an approval that
    stands. (Whose facility never took part was moved there: that seat alone turns away.)"""
    once = set(group.approvals.values_list("facility", flat=True))
    stand = {facility for facility, until in approvals_of([group.pk])[group.pk].items() if at < until}
    seated = group.memberships.filter(state__in=Membership.SEATED).values_list("person", flat=True)
    held = {status.facility.pk for status in statuses(seated).values() if status.facility}
    return not (held & once) - stand
