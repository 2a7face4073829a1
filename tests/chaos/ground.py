"""What a run stands on: servers of its own, an environment that points at them, the tables."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from psycopg import sql

from tests.servers import OWNER, PostgresServer, RedisServer, postgres, redis

ROOT = Path(__file__).resolve().parent.parent.parent


@dataclass(frozen=True)
class Ground:
    postgres: PostgresServer
    redis: RedisServer


@contextmanager
def ground(drop: Sequence[str] = ()) -> Iterator[Ground]:
    """PostgreSQL (fsync on) and Redis with the tables made, and Django set up on them. `drop`: `table:constraint`."""
    with postgres(fsync=True) as rows, redis() as wakeups, tempfile.TemporaryDirectory() as folder:
        _environment(rows, wakeups, Path(folder))
        _manage("prepare")
        _manage("migrate", "--verbosity", "0", DATABASE_URL=rows.owner_url)
        _drop(rows, drop)
        _set_up()
        yield Ground(rows, wakeups)


def _environment(rows: PostgresServer, wakeups: RedisServer, folder: Path) -> None:
    os.environ.update(
        DATABASE_URL=rows.url,
        REDIS_URL=wakeups.url,
        DATA_DIR=str(folder),
        KEY_FILE=str(folder / "keys.json"),
        WORKER_INSIDE="False",
        LOG_LEVEL="WARNING",
        DJANGO_SETTINGS_MODULE="config.settings",
    )


def _manage(*command: str, **environment: str) -> None:
    subprocess.run([sys.executable, "manage.py", *command], cwd=ROOT, env={**os.environ, **environment}, check=True)


def _drop(rows: PostgresServer, wanted: Sequence[str]) -> None:
    """Guards that a broken product is run without, so that the checker has to see what they would have stopped."""
    with rows.connect(OWNER) as owner:
        for table, constraint in (name.split(":") for name in wanted):
            statement = sql.SQL("ALTER TABLE {} DROP CONSTRAINT {}")
            owner.execute(statement.format(sql.Identifier(table), sql.Identifier(constraint)))


def _set_up() -> None:
    sys.path[:0] = [str(ROOT / "platform")]
    import django

    django.setup()
