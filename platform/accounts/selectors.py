"""What staff see about sign-ins."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from accounts.models import Attempts, SignIn, User
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


def paused_at(facility_ids: Collection[UUID]) -> dict[UUID, int]:
    """How many accounts can't be tried just now on a tablet of each of these facilities: two queries."""
    rows = Attempts.objects.filter(paused_until__gt=clock.now(), subject__startswith="user:")
    on_tablets = [_id(place) for place in rows.filter(place__startswith="tablet:").values_list("place", flat=True)]
    theirs = Tablet.objects.filter(pk__in=set(on_tablets), facility__in=facility_ids)
    facility_of = {str(pk): facility for pk, facility in theirs.values_list("pk", "facility")}
    return dict(Counter(facility_of[pk] for pk in on_tablets if pk in facility_of))


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


def unended(sign_in_ids: Iterable[UUID]) -> set[UUID]:
    """Those of these sign-ins that nobody has ended, whose account is active, and whose tablet (if any) is too: what
    can end one without any other change. Whether one has lapsed by time, `doors.lapsed` says."""
    standing = SignIn.objects.filter(pk__in=set(sign_in_ids), ended_at=None, user__state=User.State.ACTIVE)
    on_a_tablet = Q(tablet=None) | Q(tablet__state=Tablet.State.ACTIVE)
    return set(standing.filter(on_a_tablet).values_list("pk", flat=True))
