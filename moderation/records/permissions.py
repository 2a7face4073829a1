"""Who may look after records, and where.

A records officer's scope covers people, rooms and messages of a place; the audit chain, certificates and the purge
belong to the whole installation, and so to officers whose scope that is.
"""

from uuid import UUID

from django.db.models import QuerySet

from accounts.models import RoleGrant, User
from accounts.permissions import facilities_in_scope, has_role
from core.errors import NotThere
from custody.models import Facility

OFFICER = (RoleGrant.Role.RECORDS_OFFICER,)
SCHEDULING = (RoleGrant.Role.RECORDS_OFFICER, RoleGrant.Role.PROGRAMME_ADMIN)
#: Auditors look at all of it, and change nothing.
READING = (*SCHEDULING, RoleGrant.Role.AUDITOR)
AUDITING = (*OFFICER, RoleGrant.Role.AUDITOR)
EVERYWHERE = "everywhere"


def keeps_everything(user: User) -> bool:
    """A records officer of the whole installation."""
    return has_role(user, *OFFICER)


def reads_everything(user: User) -> bool:
    """A records officer, or an auditor, of the whole installation."""
    return has_role(user, *AUDITING)


def require_everything(user: User) -> None:
    if not keeps_everything(user):
        raise NotThere


def require_reading(user: User) -> None:
    if not reads_everything(user):
        raise NotThere


def places(user: User, *roles: str) -> QuerySet[Facility]:
    """The facilities whose schedule this user may set; or may look at, by these roles."""
    return facilities_in_scope(user, *(roles or SCHEDULING)).order_by("name")


def place_for(user: User, name: str, *roles: str) -> Facility | None:
    """The facility of this id, or None for `everywhere`. `NotThere` where its schedule is not this user's."""
    if name == EVERYWHERE:
        if not has_role(user, *(roles or SCHEDULING)):
            raise NotThere
        return None
    try:
        return places(user, *roles).get(pk=UUID(name))
    except (ValueError, Facility.DoesNotExist):
        raise NotThere from None
