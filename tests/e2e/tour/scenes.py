"""All scenes. A new one is a line in `participants`, `room` or `staff`."""

from tests.e2e.tour import participants, room, staff
from tests.e2e.tour.scene import Scene

OF_PARTICIPANTS: list[Scene] = [*participants.SCENES, *room.SCENES]
OF_STAFF: list[Scene] = staff.SCENES
ALL = [*OF_PARTICIPANTS, *OF_STAFF]
