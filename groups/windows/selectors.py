"""A facility's hours as staff see them: a week for its tablets, for each unit that has its own, and for each group."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from core.errors import NotThere
from custody.models import DoorWindow, Facility
from custody.windows.models import WeeklyWindow
from groups.models import FacilityApproval, SupportGroup
from groups.windows.models import GroupWindow
from groups.windows.services import Place

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class Week:
    """The hours of one place, day by day. `key` names the place in a form."""

    key: str
    name: str
    kind: str  # door, unit, group
    days: Sequence[Sequence[WeeklyWindow]]

    @property
    def is_empty(self) -> bool:
        return not any(self.days)


def weeks_of(facility: Facility) -> list[Week]:
    """The facility first, then its units, then the groups that its people may sit in: four queries."""
    doors = list(DoorWindow.objects.filter(facility=facility).order_by("opens"))
    rooms = list(GroupWindow.objects.filter(facility=facility).order_by("opens"))
    units, groups = facility.units.order_by("name"), groups_of(facility)
    return [
        Week("facility", "All its tablets", "door", _days(one for one in doors if one.unit_id is None)),
        *(
            Week(f"unit:{unit.pk}", unit.name, "unit", _days(one for one in doors if one.unit_id == unit.pk))
            for unit in units
        ),
        *(
            Week(f"group:{group.pk}", group.name, "group", _days(one for one in rooms if one.group_id == group.pk))
            for group in groups
        ),
    ]


def groups_of(facility: Facility) -> list[SupportGroup]:
    """The groups that the facility takes part in, and those that have hours here from when it did."""
    approved = FacilityApproval.objects.filter(facility=facility, revoked_at=None).values("group")
    timed = GroupWindow.objects.filter(facility=facility).values("group")
    return list(SupportGroup.objects.filter(pk__in=approved.union(timed)).order_by("name"))


def place_of(facility: Facility, key: str) -> Place:
    """What a form names; `NotThere` for what is not of this facility."""
    kind, _, name = key.partition(":")
    if key == "facility":
        return Place(facility)
    try:
        pk = UUID(name)
    except ValueError:
        raise NotThere from None
    if kind == "unit" and (unit := facility.units.filter(pk=pk).first()):
        return Place(facility, unit=unit)
    if kind == "group" and (group := next((one for one in groups_of(facility) if one.pk == pk), None)):
        return Place(facility, group=group)
    raise NotThere


def _days(windows: Iterable[WeeklyWindow]) -> list[list[WeeklyWindow]]:
    found: list[list[WeeklyWindow]] = [[] for _ in DAYS]
    for window in windows:
        found[window.day].append(window)
    return found
