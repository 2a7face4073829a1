"""When weekly windows are open, by a wall clock: on the days on which clocks are changed, too.

A moment is inside when the clock on the wall shows an hour that is: an hour that comes twice in a night is inside (or
outside) twice, and one that is left out is never. Hours that follow one another, also across midnight, are one.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from core.clock import ENDLESS
from custody.windows.models import WeeklyWindow

#: The end of a day, as the rows have it.
MIDNIGHT = time.max
#: After so many days every hour of a week has come round, also one that was left out the first time.
AHEAD = 17

#: Day of the week (0: Monday), opens, closes.
Windows = tuple[tuple[int, time, time], ...]


@dataclass(frozen=True, slots=True)
class Hours:
    """Some windows and the clock that they are by. None at all: always open."""

    windows: Windows
    zone: ZoneInfo

    def open_until(self, at: datetime) -> datetime | None:
        """Until when these hours go on that hold now; None: closed."""
        if not self.windows:
            return ENDLESS
        if not self._is_inside(at):
            return None
        return next((edge for edge in self._edges(at) if not self._is_inside(edge)), ENDLESS)

    def opens_at(self, at: datetime) -> datetime | None:
        """When closed hours end; None: they are open."""
        if not self.windows or self._is_inside(at):
            return None
        return next((edge for edge in self._edges(at) if self._is_inside(edge)), None)

    def _is_inside(self, at: datetime) -> bool:
        here = at.astimezone(self.zone)
        now, today = here.time(), here.weekday()
        return any(
            day == today and opens <= now and (now < closes or closes == MIDNIGHT)
            for day, opens, closes in self.windows
        )

    def _edges(self, at: datetime) -> Iterator[datetime]:
        """Every moment after `at` at which it may open or close, in order."""
        edges = _edges_from(self.windows, self.zone, at.astimezone(self.zone).date())
        return (edge for edge in edges if edge > at)


@lru_cache(maxsize=512)
def _edges_from(windows: Windows, zone: ZoneInfo, today: date) -> Sequence[datetime]:
    """From the day before on. The same all day long, and asked for every frame that somebody sends."""
    first = today - timedelta(days=1)
    days = [first + timedelta(days=ahead) for ahead in range(AHEAD)]
    start = datetime.combine(first, time.min, tzinfo=UTC)
    return sorted(
        {edge for day in days for edge in _edges_of(windows, zone, day)}
        | set(_changes(zone, start, start + timedelta(days=AHEAD + 1)))
    )


def _edges_of(windows: Windows, zone: ZoneInfo, day: date) -> Iterator[datetime]:
    """What comes twice has two; what is left out is caught by the change of the clock itself."""
    for weekday, opens, closes in windows:
        if weekday == day.weekday():
            last = datetime.combine(day, closes)
            end = datetime.combine(day + timedelta(days=1), time.min) if closes == MIDNIGHT else last
            for wall in (datetime.combine(day, opens), end):
                for fold in (0, 1):
                    yield wall.replace(tzinfo=zone, fold=fold).astimezone(UTC)


def _changes(zone: ZoneInfo, start: datetime, end: datetime) -> Iterator[datetime]:
    """When this zone's clocks are changed in between, to the minute."""
    step = timedelta(days=1)
    while start < end:
        after = min(start + step, end)
        if _offset(zone, start) != _offset(zone, after):
            yield _change(zone, start, after)
        start = after


def _change(zone: ZoneInfo, before: datetime, after: datetime) -> datetime:
    """The first minute with the new time. Clocks are changed on a whole one."""
    before, after = _minute(before), _minute(after)
    offset = _offset(zone, before)
    while after - before > timedelta(minutes=1):
        middle = _minute(before + (after - before) / 2)
        before, after = (middle, after) if _offset(zone, middle) == offset else (before, middle)
    return after


def _minute(at: datetime) -> datetime:
    return at.astimezone(UTC).replace(second=0, microsecond=0)


def _offset(zone: ZoneInfo, at: datetime) -> timedelta | None:
    return at.astimezone(zone).utcoffset()


def hours_of(windows: Iterable[WeeklyWindow], time_zone: str) -> Hours:
    return Hours(tuple((each.day, each.opens, each.closes) for each in windows), ZoneInfo(time_zone))
