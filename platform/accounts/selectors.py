"""What staff see about sign-ins."""

from dataclasses import dataclass
from datetime import datetime

from accounts.models import Attempts, User
from accounts.services import may_lift, may_unlock
from core import clock
from custody.models import Tablet


@dataclass(frozen=True, slots=True)
class Pause:
    """An account that can't be tried on one device for a while."""

    id: int
    name: str
    where: str
    until: datetime


def pauses(viewer: User | None) -> list[Pause]:
    """The pauses of real accounts that `viewer` may lift, the longest first."""
    rows = Attempts.objects.filter(paused_until__gt=clock.now(), subject__startswith="user:")
    rows = rows.order_by("-paused_until")
    mine = [row for row in rows if viewer is not None and may_lift(row, viewer)]
    people = User.objects.select_related("person").in_bulk([_id(row.subject) for row in mine])
    by_id = {str(pk): user for pk, user in people.items()}
    labels = _labels(mine)
    return [
        Pause(row.pk, _name(by_id.get(_id(row.subject))), labels.get(_id(row.place), ""), row.paused_until)
        for row in mine
        if row.paused_until
    ]


def locked_staff(viewer: User | None) -> list[User]:
    """The locked accounts that `viewer` may release."""
    locked = User.objects.filter(state=User.State.LOCKED).order_by("name")
    return [user for user in locked if viewer is not None and may_unlock(user, viewer)]


def _labels(rows: list[Attempts]) -> dict[str, str]:
    tablets = Tablet.objects.filter(pk__in=[_id(row.place) for row in rows if row.place.startswith("tablet:")])
    return {str(tablet.pk): tablet.label for tablet in tablets.all()}


def _name(user: User | None) -> str:
    if user is None:
        return ""
    return user.person.legal_name if user.person else user.name


def _id(typed: str) -> str:
    return typed.partition(":")[2]
