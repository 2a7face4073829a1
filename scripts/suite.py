"""The whole suite: every test on SQLite, then what speaks of databases, sockets, browsers and faults on real servers.

`.venv/bin/python scripts/suite.py [pytest options]`. The last line is the sum: `N passed, N failed`. Set
SKIPS_FORBIDDEN=1 (CI does) and a skipped test counts as a failed one.
"""

import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TALLIES = ROOT / "build" / "tally"
PASSES = {"sqlite": ["-m", "not chaos"], "real": ["-m", "db_real or e2e or chaos"]}


def main(options: list[str]) -> int:
    statuses = [_pass(test_on, [*chosen, *options]) for test_on, chosen in PASSES.items()]
    counts = sum((_tally(test_on) for test_on in PASSES), Counter())
    if any(statuses) and not counts["failed"]:
        counts["failed"] = 1  # a run that broke before it could count
    skipped = f", {counts['skipped']} skipped" if counts["skipped"] else ""
    print(f"{counts['passed']} passed, {counts['failed']} failed{skipped}", flush=True)
    return int(any(statuses))


def _pass(test_on: str, options: list[str]) -> int:
    print(f"--- tests on {test_on} servers ---", flush=True)
    file = _tally_file(test_on)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.unlink(missing_ok=True)
    workers = ["-n", os.environ.get("WORKERS", "2"), "--dist", "loadfile"]
    command = [sys.executable, "-m", "pytest", "-p", "tests.tally", "-q", *workers, *options]
    environment = {**os.environ, "TEST_ON": test_on, "TALLY_FILE": str(file)}
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode


def _tally(test_on: str) -> Counter[str]:
    file = _tally_file(test_on)
    return Counter(json.loads(file.read_text())) if file.exists() else Counter()


def _tally_file(test_on: str) -> Path:
    return TALLIES / f"{test_on}.json"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
