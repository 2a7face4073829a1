"""The hours at which a facility lets its people sit in one group."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from core.clock import ENDLESS
from core.errors import RuleError
from custody.windows.hours import Hours, hours_of
from groups.gates import Asked
from groups.models import SupportGroup
from groups.windows.errors import RoomClosedNow
from groups.windows.models import GroupWindow


class WindowGate:
    """Nobody's seat turns away for the hour of the day: the door is shut, and opens again by itself."""

    away = None

    def __init__(self, asked: Asked) -> None:
        self._asked = asked
        self._hours = _hours(asked)

    def answer(self, group: SupportGroup, person_id: UUID) -> datetime | RuleError:
        facility = self._asked.custody[person_id].facility
        hours = self._hours.get((group.pk, facility.pk)) if facility else None
        if hours is None:
            return ENDLESS
        until, opens = hours.open_until(self._asked.at), hours.opens_at(self._asked.at)
        return until or RoomClosedNow(opens.astimezone(hours.zone) if opens else None)


def _hours(asked: Asked) -> Mapping[tuple[UUID, UUID], Hours]:
    """By group and facility, where there are any: one query, and none where nobody is inside."""
    facilities = {status.facility.pk: status.facility for status in asked.custody.values() if status.facility}
    if not facilities:
        return {}
    found: dict[tuple[UUID, UUID], list[GroupWindow]] = defaultdict(list)
    for window in GroupWindow.objects.filter(group__in=asked.groups, facility__in=facilities):
        found[window.group_id, window.facility_id].append(window)
    return {place: hours_of(windows, facilities[place[1]].time_zone) for place, windows in found.items()}
