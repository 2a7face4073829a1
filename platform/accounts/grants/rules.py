"""Who gives which role, and where."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from accounts.grants.errors import EndsBeforeItBegins
from accounts.models import RoleGrant, User
from accounts.permissions import has_role
from custody.models import Unit

Role, Scope = RoleGrant.Role, RoleGrant.Scope

#: What sees across facilities takes a second person.
BY_TWO = (Scope.PROGRAMME, Scope.INSTALLATION)
#: A role by two lasts so long unless they say otherwise: looked at once a year, or it ends.
LASTS = timedelta(days=365)
#: So long before its end a role is spoken of on the first page.
WARNED = timedelta(days=14)
#: Who administers gives roles: at a facility these; a programme's administrator all of `RoleGrant.PLACES`, in the
#: programme and at its facilities; an administrator of the installation everywhere.
GIVERS = (Role.FACILITY_ADMIN, Role.PROGRAMME_ADMIN)
LOCAL = (Role.MODERATOR, Role.DUTY_OFFICER, Role.UNIT_STAFF, Role.SECURITY_OFFICER)


def is_a_place_of(role: str, scope: str, scope_id: str) -> bool:
    """Whether there is such a role for such a place."""
    places = RoleGrant.PLACES.get(role, ())
    return scope in places and (scope == Scope.INSTALLATION) == (scope_id == "")


def may_give(by: object, role: str, scope: str, scope_id: str) -> bool:
    """Whether somebody may give this role there, or take it back. The system may (the first ones come from the command
    line)."""
    if not isinstance(by, User):
        return True
    if scope == Scope.INSTALLATION:
        return has_role(by, Role.PROGRAMME_ADMIN)
    if scope == Scope.PROGRAMME:
        return has_role(by, Role.PROGRAMME_ADMIN, programme_id=scope_id)
    givers: Sequence[str] = GIVERS if role in LOCAL else (Role.PROGRAMME_ADMIN,)
    facility = _facility_of(scope_id) if scope == Scope.UNIT else scope_id
    return facility is not None and has_role(by, *givers, facility_ids=[facility])


def until_of(until: datetime | None, scope: str, *, at: datetime) -> datetime | None:
    """When a role that is given now ends."""
    if until is not None and until <= at:
        raise EndsBeforeItBegins
    return until or (at + LASTS if scope in BY_TWO else None)


def _facility_of(unit_id: str) -> UUID | None:
    return Unit.objects.filter(pk=unit_id).values_list("facility_id", flat=True).first()
