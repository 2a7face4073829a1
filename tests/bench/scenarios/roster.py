"""A facility's list of 20 000 rows: everybody new, nobody changed, one in a hundred moved; on both databases, beside a
row at a time in the same run."""

import json
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Any

from tests.bench.lab import Plan
from tests.bench.sides.base import ROOT, run
from tests.bench.table import Row
from tests.servers import PostgresServer

ROWS = 20_000
INSIDE = "from tests.bench.rosters import main; main({})"


def rows(plan: Plan) -> Iterator[Row]:
    with tempfile.TemporaryDirectory(prefix="same-circle-bench-") as folder:
        yield from _rows("SQLite", {"DATA_DIR": folder})
    with tempfile.TemporaryDirectory(prefix="same-circle-bench-") as folder, postgres() as place:
        yield from _rows("PostgreSQL", {"DATA_DIR": folder, **place})


@contextmanager
def postgres() -> Iterator[dict[str, str]]:
    with closing(PostgresServer(fsync=True)) as server:
        yield {"DATABASE_URL": server.url, "OWNER": server.owner_url}


def _rows(store: str, place: dict[str, str]) -> Iterator[Row]:
    _manage(place, "prepare")
    _manage({**place, "DATABASE_URL": place["OWNER"]} if "OWNER" in place else place, "migrate", "--verbosity", "0")
    found = json.loads(_manage(place, "shell", "-v", "0", "-c", INSIDE.format(ROWS)).splitlines()[-1])
    for name, outcome, expected in (("new", "new", ROWS), ("unchanged", "same", ROWS), ("changed", "changed", 200)):
        yield _row(f"list of {ROWS:,} rows, {name}, {store}: applied", found, name, outcome, expected)
    checks = max(found[name]["check"] for name in ("new", "unchanged", "changed"))
    yield Row(f"list of {ROWS:,} rows, {store}: checked (the slowest)", checks, "s", reach="≤ 30")


def _row(label: str, found: dict[str, Any], name: str, outcome: str, expected: int) -> Row:
    baseline = found.get(f"{name}, a row at a time")
    broken = "" if found[name].get(outcome) == expected else f"{found[name].get(outcome)} of {expected} rows"
    note = f"{found[name]['cpu']:.1f} s of CPU in our process"
    return Row(label, found[name]["apply"], "s", baseline, "≤ 30", note=note, broken=broken)


def _manage(place: dict[str, str], *words: str) -> str:
    around = {**os.environ, "SAMECIRCLE_MODE": "benchmark", "REDIS_URL": "", **place}
    around.pop("DJANGO_SETTINGS_MODULE", None)
    return run([sys.executable, "manage.py", *words], cwd=ROOT, env=around)
