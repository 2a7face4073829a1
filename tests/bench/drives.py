"""Who posts when: a number in flight per room, or so many a second whatever comes back."""

from itertools import cycle
from time import monotonic

from tests.bench.lines import Room
from tests.bench.load import Load
from tests.bench.windows import Drive


class InFlight(Drive):
    """Each room has `flight` posts on their way; the next follows when every member has one more."""

    def __init__(self, flight: int = 1) -> None:
        self.flight = flight

    def start(self, load: Load) -> None:
        load.acks_on_goal = False
        now = monotonic()
        for room in load.rooms.values():
            room.goal = room.delivered + len(room.lines)
            for _ in range(self.flight):
                load.post(room, now)

    def goal_reached(self, load: Load, room: Room) -> None:
        now = monotonic()
        while room.delivered >= room.goal:
            room.goal += len(room.lines)
            load.post(room, now)


class OnceTaken(Drive):
    """The next post of a room follows when the last one is acknowledged."""

    def start(self, load: Load) -> None:
        load.acks_on_goal = True
        now = monotonic()
        for room in load.rooms.values():
            room.goal = room.acked + 1
            load.post(room, now)

    def goal_reached(self, load: Load, room: Room) -> None:
        room.goal = room.acked + 1
        load.post(room, monotonic())


class Steady(Drive):
    """So many posts a second over all rooms, room by room, even if the server falls behind: latencies count from when
    a post was due."""

    def __init__(self, posts_per_s: float) -> None:
        self.every = 1 / posts_per_s

    def start(self, load: Load) -> None:
        load.acks_on_goal = False
        self.rooms = cycle(load.rooms.values())
        self.due = monotonic()
        for room in load.rooms.values():
            room.goal = float("inf")

    def turn(self, load: Load, now: float) -> float:
        while self.due <= now:
            load.post(next(self.rooms), self.due)
            self.due += self.every
        return self.due
