"""The hours of a tablet door."""

from uuid import UUID

from custody.models import Facility
from custody.windows.hours import Hours, hours_of


def door_hours(facility: Facility, unit_id: UUID | None) -> Hours:
    """The windows of this unit if it has any, else those of the facility. No query where `facility.windows` was
    fetched before."""
    windows = list(facility.windows.all())
    of_unit = [each for each in windows if unit_id is not None and each.unit_id == unit_id]
    return hours_of(of_unit or [each for each in windows if each.unit_id is None], facility.time_zone)
