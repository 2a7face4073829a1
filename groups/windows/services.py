"""A facility's hours change: at its tablets' doors, or in the room of one group. Whoever is outside of them is out."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import time
from typing import Any
from uuid import UUID

from accounts import doors
from accounts.models import RoleGrant, SignIn, User
from accounts.permissions import require_role
from accounts.services import end_sign_in
from audit.services import actor, record
from core import changes, clock
from core.errors import NotThere
from core.transactions import unit
from custody.models import DoorWindow, Facility, Tablet, Unit
from custody.timeline import statuses
from custody.windows.hours import MIDNIGHT
from custody.windows.models import WeeklyWindow
from groups import kinds
from groups.models import SupportGroup
from groups.ports import herald
from groups.windows.errors import WindowBackwards, WindowOverlaps, WindowWithoutDay
from groups.windows.models import GroupWindow

MANAGING = (RoleGrant.Role.FACILITY_ADMIN, RoleGrant.Role.PROGRAMME_ADMIN)


@dataclass(frozen=True, slots=True)
class Place:
    """What hours are of: a facility's tablets, those of one unit, or (with a group) the room of that group."""

    facility: Facility
    unit: Unit | None = None
    group: SupportGroup | None = None

    @property
    def windows(self) -> Any:
        if self.group is not None:
            return GroupWindow.objects.filter(facility=self.facility, group=self.group)
        return DoorWindow.objects.filter(facility=self.facility, unit=self.unit)

    @property
    def fields(self) -> dict[str, Any]:
        more = {"group": self.group} if self.group is not None else {"unit": self.unit}
        return {"facility": self.facility, **more}

    @property
    def named(self) -> dict[str, UUID]:
        return {name: thing.pk for name, thing in self.fields.items() if thing is not None}


@unit()
def add_windows(*, place: Place, days: Collection[int], opens: time, closes: time, by: object) -> list[WeeklyWindow]:
    """The same hours on each of these days (0: Monday); closing at 0:00 is the end of the day. All or none. `NotThere`
    outside the actor's scope, `WindowWithoutDay`, `WindowBackwards`, `WindowOverlaps`."""
    _require(by, place)
    closes = MIDNIGHT if closes == time.min else closes
    if not days:
        raise WindowWithoutDay
    if closes <= opens:
        raise WindowBackwards
    Facility.objects.select_for_update().get(pk=place.facility.pk)  # two at once can't both find the hours free
    if place.windows.filter(day__in=days, opens__lt=closes, closes__gt=opens).exists():
        raise WindowOverlaps
    shared = {**place.fields, "opens": opens, "closes": closes, "given_by": actor(by), "given_at": clock.now()}
    made = [place.windows.create(**shared, day=day) for day in sorted(set(days))]
    _hours_changed(place)
    hours = f"{opens:%H:%M}-{closes:%H:%M}"
    record(
        kinds.WINDOW_ADDED,
        by=by,
        subject=f"facility:{place.facility.pk}",
        days=sorted(set(days)),
        hours=hours,
        **_rest(place),
    )
    return made


@unit()
def remove_window(*, place: Place, window_id: UUID, by: object) -> None:
    """`NotThere` for one that is not (any more) of this place, or outside the actor's scope."""
    _require(by, place)
    window = place.windows.filter(pk=window_id).first()
    if window is None or not place.windows.filter(pk=window_id).delete()[0]:
        raise NotThere
    _hours_changed(place)
    hours = f"{window.opens:%H:%M}-{window.closes:%H:%M}"
    record(
        kinds.WINDOW_REMOVED,
        by=by,
        subject=f"facility:{place.facility.pk}",
        days=[window.day],
        hours=hours,
        **_rest(place),
    )


def _rest(place: Place) -> dict[str, Any]:
    return {name: pk for name, pk in place.named.items() if name != "facility"}


def _require(by: object, place: Place) -> None:
    if isinstance(by, User):
        require_role(by, *MANAGING, facility_ids=[place.facility.pk])
    if place.unit is not None and place.unit.facility_id != place.facility.pk:
        raise NotThere


def _hours_changed(place: Place) -> None:
    if place.group is not None:
        herald().tell(place.group.pk, None, {}, audience="everybody", authority=True)
        changes.note("group.changed", place.group.pk)
        return
    _end_those_outside(place.facility)
    used = SignIn.objects.filter(ended_at=None, tablet__facility=place.facility)
    for tablet_id in set(used.values_list("tablet", flat=True)):
        changes.note("tablet.changed", tablet_id)


def _end_those_outside(facility: Facility) -> None:
    """At once, not when the next step looks: a reading that was made before must not be believed any longer."""
    now = clock.now()
    here = SignIn.objects.filter(ended_at=None, tablet__in=Tablet.objects.filter(facility=facility))
    standing = list(doors.with_hours(here.select_related("user__person")))
    custody = statuses(doors.persons_of(standing))
    for sign_in in standing:
        if doors.window_says(sign_in.tablet, doors.custody_of(sign_in, custody), at=now):
            end_sign_in(sign_in=sign_in, because="window", by=None)
