"""Whether a group has a seat for somebody who has none there yet: one refusal, whatever the reason."""

from collections.abc import Iterable

from accounts.models import RoleGrant, User
from accounts.permissions import has_role
from core import clock
from core.errors import RuleError
from custody.models import Person
from custody.timeline import Status, statuses
from groups.admission import admission
from groups.apart.models import KeptApart
from groups.apart.reports import note_kept
from groups.approvals import approvals_of
from groups.errors import SEAT_REFUSED, GroupFull, RoomUnavailable
from groups.models import Membership, SupportGroup

#: Who may know of keep-apart orders where they hold this role.
KNOWING = (RoleGrant.Role.SECURITY_OFFICER, RoleGrant.Role.FACILITY_ADMIN)
#: What keeps somebody from being given a seat; what a newcomer does at their first entry keeps nobody from it.
KEEPS_OUT = (Membership.Away.CUSTODY, Membership.Away.KEEP_APART, Membership.Away.SUPERVISION)


def free_seat(*, group: SupportGroup, person: Person, wanted: int | None, by: object) -> int | RuleError:
    """The seat that is free for this person, else the refusal: the same one, by as many statements, for a full group, a
    missing approval and a keep-apart order. The group's row is locked."""
    at, status = clock.now(), statuses([person.pk])
    gates = admission([group], approvals_of([group.pk]), status, at=at)
    number = wanted or _first_free(group, group.memberships.filter(state__in=Membership.SEATED))
    why = gates.why_away(group, person.pk)
    if number is not None and why not in KEEPS_OUT:
        return number
    orders = gates.kept_by(group, person.pk)
    note_kept(orders=orders, person_id=person.pk, group_id=group.pk, where=KeptApart.Where.INVITE, at=at)
    knows = _may_know(by, status[person.pk])
    return GroupFull() if knows and number is None and why not in KEEPS_OUT else RoomUnavailable(SEAT_REFUSED)


def _first_free(group: SupportGroup, seated: Iterable[Membership]) -> int | None:
    taken = {membership.seat for membership in seated}
    return next((number for number in range(1, group.capacity + 1) if number not in taken), None)


def _may_know(by: object, status: Status) -> bool:
    """Whether the facility that holds the person lets this user know of orders."""
    facilities = [status.facility.pk] if status.facility else []
    return isinstance(by, User) and has_role(by, *KNOWING, facility_ids=facilities)
