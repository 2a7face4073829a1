"""`make bench`: every scenario, the table, and build/bench.json.

ONLY=headline,memory runs a part; SECONDS=60 measures longer (per system and figure); ROWS=3000000 is the promised
depth of history.
"""

import os
import time
from collections.abc import Callable, Iterator

from tests.bench.lab import Plan, last_line, say
from tests.bench.scenarios import (
    evening,
    first_load,
    headline,
    history,
    latency,
    memory,
    plain_sends,
    posts,
    roster,
    screening,
    slow_readers,
    small_rooms,
    storms,
)
from tests.bench.sides.base import ROOT
from tests.bench.table import Row, render, save

Scenario = Callable[[Plan], Iterator[Row]]

SCENARIOS: dict[str, Scenario] = {
    "headline": headline.rows,
    "plain_sends": plain_sends.rows,
    "small_rooms": small_rooms.rows,
    "latency": latency.rows,
    "posts": posts.rows,
    "memory": memory.rows,
    "storms": storms.rows,
    "slow_readers": slow_readers.rows,
    "history": history.rows,
    "evening": evening.rows,
    "screening": screening.rows,
    "first_load": first_load.rows,
    "roster": roster.rows,
}
PLACE = ROOT / "build" / "bench.json"


def main() -> int:
    plan = Plan(seconds=float(os.environ.get("SECONDS") or 15), rows=int(os.environ.get("ROWS") or 300_000))
    rows: list[Row] = []
    for name in chosen(os.environ.get("ONLY", "")):
        rows += measured(name, plan)
        save(rows, PLACE)
    say("\n" + render(rows))
    return 0


def chosen(only: str) -> list[str]:
    """In the order of the table. An unknown name ends the run, in words."""
    wanted = [name for name in only.split(",") if name] or list(SCENARIOS)
    unknown = [name for name in wanted if name not in SCENARIOS]
    if unknown:
        raise SystemExit(f"ONLY={only}: no {', '.join(unknown)}; there are {', '.join(SCENARIOS)}")
    return [name for name in SCENARIOS if name in wanted]


def measured(name: str, plan: Plan) -> list[Row]:
    """The scenario's rows. One that fails leaves a row that says so, and the others go on."""
    began = time.monotonic()
    say(f"{name} …")
    rows: list[Row] = []
    try:
        for row in SCENARIOS[name](plan):
            rows.append(row)
    except Exception as error:
        rows.append(Row(name, None, "", note=f"{type(error).__name__}: {last_line(error)}", broken="did not run"))
    say(f"{name}: {time.monotonic() - began:.0f} s\n{render(rows)}\n")
    return rows


if __name__ == "__main__":
    raise SystemExit(main())
