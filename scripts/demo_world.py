"""Brings the demo world up to date, and makes it whole or not at all: `python scripts/demo_world.py`.

The world is made through ordinary services, in many transactions. So that an interrupted first start leaves no half
world behind, a new SQLite file is filled under another name and takes its own only when it is complete.
"""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "platform"))

from config import env  # noqa: E402

DATABASE = env.data_dir() / "same-circle.sqlite3"
UNFINISHED = DATABASE.with_name("unfinished.sqlite3")


def main() -> None:
    if os.environ.get("DATABASE_URL") or DATABASE.exists():
        _bring_up_to_date()
        return
    for left_over in UNFINISHED.parent.glob(f"{UNFINISHED.name}*"):
        left_over.unlink()
    _bring_up_to_date(DATABASE_URL=f"sqlite:///{UNFINISHED}")
    _in_one_file(UNFINISHED)
    UNFINISHED.replace(DATABASE)


def _bring_up_to_date(**environment: str) -> None:
    for command in (["migrate", "--noinput", "--verbosity", "0"], ["demo"]):
        subprocess.run([sys.executable, ROOT / "manage.py", *command], env={**os.environ, **environment}, check=True)


def _in_one_file(database: Path) -> None:
    """What SQLite still keeps in its log beside the file goes into the file."""
    connection = sqlite3.connect(database)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


if __name__ == "__main__":
    try:
        main()
    except (subprocess.CalledProcessError, KeyboardInterrupt):
        sys.exit(1)
