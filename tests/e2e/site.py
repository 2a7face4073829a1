"""A whole site for browsers: real server processes on a database of their own, with the demo world in it.

Nothing here touches the ORM: what a test cannot do in a browser it does by `manage.py` in a process of its own.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

from tests.servers import PostgresServer, RedisServer, postgres, redis
from tests.servers_web import ROOT, WebProcess, die_with_us

#: The world that a walk finds was made so long ago: the oldest words in it are an hour from their end, so that they
#: last as long as the tests of this run do.
A_YEAR_BUT_TWO_HOURS = timedelta(days=365) - timedelta(hours=2)
NOW = timedelta(0)
DATABASE_FILE = "same-circle.sqlite3"
WORKER_LOG = "worker.log"


class CommandFailed(Exception):
    """A management command ended badly. The text is what it said."""


@dataclass(frozen=True)
class Home:
    """A data folder: key file, clock, and (embedded) the database; else `database` says where that is."""

    folder: Path
    database: str = ""
    wakeups: str = ""

    @property
    def clock(self) -> Path:
        return self.folder / "clock"

    def environment(self, **other: str) -> dict[str, str]:
        ours = {
            "SAMECIRCLE_MODE": "development",
            "DATA_DIR": str(self.folder),
            "KEY_FILE": str(self.folder / "keys.json"),
            "CLOCK_OFFSET_FILE": str(self.clock),
            "DATABASE_URL": self.database or f"sqlite:///{self.folder / DATABASE_FILE}",
            "REDIS_URL": self.wakeups,
        }
        return {**ours, **other}

    def manage(self, *command: str, **environment: str) -> str:
        """Run a management command; answers what it printed."""
        around = {**os.environ, **self.environment(**environment)}
        around.pop("DJANGO_SETTINGS_MODULE", None)
        done = subprocess.run(
            [sys.executable, "manage.py", *command], cwd=ROOT, env=around, capture_output=True, text=True, check=False
        )
        if done.returncode:
            raise CommandFailed(f"{' '.join(command)}\n{done.stdout}{done.stderr}")
        return done.stdout

    def turn_clock(self, seconds: float) -> None:
        """All processes of this site are `seconds` ahead from now on. One move: nobody reads half a number."""
        fresh = self.clock.with_suffix(".new")
        fresh.write_text(str(seconds))
        fresh.replace(self.clock)


def make_world(home: Home, *, made_before: timedelta = NOW, ahead: timedelta = NOW, owner: str = "") -> None:
    """Everything that `make run` makes, once; its people talked `made_before` ago, and their sessions are open now.
    `ahead`: how far the clock of this world is from ours."""
    home.manage("prepare")
    home.manage("migrate", "--noinput", "--verbosity", "0", **({"DATABASE_URL": owner} if owner else {}))
    if made_before:
        home.turn_clock((ahead - made_before).total_seconds())
        home.manage("demo")
    home.turn_clock(ahead.total_seconds())
    said = home.manage("demo", "--json")
    (home.folder / "demo.json").write_text(said.strip().splitlines()[-1])  # a log may stand before it


class Site:
    """Running servers. `doors` says which process serves which door."""

    def __init__(self, home: Home, doors: Mapping[str, WebProcess]) -> None:
        self.home = home
        self.doors = doors
        self.world: dict[str, Any] = json.loads((home.folder / "demo.json").read_text())
        #: The cookies of staff who are signed in here, by name.
        self.signed_in: dict[str, list[Any]] = {}

    def url(self, door: str, path: str = "/") -> str:
        return f"http://{door}.localhost:{self.doors[door].port}{path}"

    def sign_in_of(self, alias: str) -> dict[str, str]:
        """How this person of the demo world comes in."""
        found: dict[str, str] = next(one["sign_in"] for one in self.world["people"] if one["alias"] == alias)
        return found

    def room_of(self, group: str) -> str:
        room = next(one["room"] for one in self.world["groups"] if one["name"] == group)
        return f"/rooms/{room}/"

    def said(self) -> str:
        """What its processes have logged."""
        worker = self.home.folder / WORKER_LOG
        logs = [web.said() for web in dict.fromkeys(self.doors.values())]
        return "\n".join([*logs, worker.read_text(errors="replace") if worker.exists() else ""])


def copy_of(home: Home, folder: Path, **elsewhere: str) -> Home:
    """The same world once more. Nobody may be at work in it while it is copied."""
    shutil.copytree(home.folder, folder)
    return Home(folder, **elsewhere)


@contextmanager
def embedded(home: Home, **environment: str) -> Iterator[Site]:
    """One process, one file, the worker inside."""
    with _web(home, WORKER_INSIDE="True", **environment) as web:
        yield Site(home, dict.fromkeys(("tablet", "online", "staff"), web))


@contextmanager
def two_processes(home: Home) -> Iterator[Site]:
    """Tablets meet one process, everybody else the other; a worker of its own; PostgreSQL and Redis between them."""
    with ExitStack() as stack:
        inside, outside = (stack.enter_context(_web(home, WORKER_INSIDE="False")) for _ in range(2))
        stack.enter_context(_worker(home))
        yield Site(home, {"tablet": inside, "online": outside, "staff": outside})


@contextmanager
def _web(home: Home, **environment: str) -> Iterator[WebProcess]:
    server = WebProcess(**home.environment(**environment))
    try:
        yield server
    finally:
        server.close()


@contextmanager
def _worker(home: Home) -> Iterator[None]:
    around = {**os.environ, **home.environment()}
    around.pop("DJANGO_SETTINGS_MODULE", None)
    with (home.folder / WORKER_LOG).open("ab") as out:
        command = [sys.executable, "manage.py", "worker"]
        worker = subprocess.Popen(
            command, cwd=ROOT, env=around, stdin=subprocess.DEVNULL, stdout=out, stderr=out, preexec_fn=die_with_us
        )
    try:
        yield
    finally:
        worker.terminate()
        worker.wait(30)


class EmbeddedWorlds:
    """Sites on SQLite, each with a copy of one world."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.first = Home(folder / "world")
        make_world(self.first, made_before=A_YEAR_BUT_TWO_HOURS)

    @contextmanager
    def site(self, name: str) -> Iterator[Site]:
        with embedded(copy_of(self.first, self.folder / name)) as site:
            yield site

    def close(self) -> None:
        pass


class RealWorlds:
    """Sites on a private PostgreSQL and Redis, each with a copy of one world."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.stack = ExitStack()
        self.database: PostgresServer = self.stack.enter_context(postgres())
        self.wakeups: RedisServer = self.stack.enter_context(redis())
        self.first = Home(folder / "world", database=self.database.url)
        make_world(self.first, made_before=A_YEAR_BUT_TWO_HOURS, owner=self.database.owner_url)

    @contextmanager
    def site(self, name: str) -> Iterator[Site]:
        url = self.database.create_database(name, template="samecircle")
        home = copy_of(self.first, self.folder / name, database=url, wakeups=self.wakeups.url)
        with two_processes(home) as site:
            yield site

    def close(self) -> None:
        self.stack.close()
