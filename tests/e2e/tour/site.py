"""The site that the tour goes through: the demo world on a Monday evening, and what `seed` adds to it."""

import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from tests.e2e.site import Home, Site, embedded, make_world

#: 31 minutes before this the demo's people began to talk.
EVENING = (18, 42)
SEED = "from tests.e2e.tour.seed import main; main()"
#: Of all who have a person: staff read English.
SPEAK = "from accounts.models import User; User.objects.exclude(person=None).update(language='{}')"


def a_monday_evening() -> timedelta:
    """How far away the next one is."""
    here = datetime.now(ZoneInfo("America/Chicago"))
    monday = here + timedelta(days=(0 - here.weekday()) % 7)
    return monday.replace(hour=EVENING[0], minute=EVENING[1]).astimezone(UTC) - datetime.now(UTC)


@dataclass(frozen=True)
class Toured:
    """The running site, as other processes may know it too. `guests` and `things` are what `seed` wrote down."""

    home: Home
    port: int
    rooms: dict[str, str]
    guests: dict[str, dict[str, Any]]
    things: dict[str, Any]

    def url(self, door: str, path: str = "/") -> str:
        """Without a door: the bare site."""
        return f"http://{door and f'{door}.'}localhost:{self.port}{path}"

    def room_of(self, group: str) -> str:
        return f"/rooms/{self.rooms[group]}/"

    def speaks(self, language: str) -> None:
        """From now on every participant reads this."""
        self.home.manage("shell", "-v", "0", "-c", SPEAK.format(language))


def make_toured_world(home: Home) -> None:
    make_world(home, ahead=a_monday_evening())
    home.manage("shell", "-v", "0", "-c", SEED)


def toured(site: Site) -> Toured:
    seeded = json.loads((site.home.folder / "tour.json").read_text())
    rooms = {group["name"]: group["room"] for group in site.world["groups"]}
    return Toured(site.home, site.doors["staff"].port, rooms, seeded["guests"], seeded["things"])


@contextmanager
def toured_site() -> Iterator[Toured]:
    """For as long as the `with` lasts."""
    with tempfile.TemporaryDirectory(prefix="same-circle-tour-") as folder:
        home = Home(Path(folder) / "world")
        home.folder.mkdir()
        make_toured_world(home)
        with embedded(home) as site:
            yield toured(site)
