"""A pytest plugin (`-p tests.tally`): counts what happened for whoever started it, and refuses skips."""

import json
import os
from pathlib import Path

import pytest


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Only the controller has a terminal reporter, so xdist's workers stay silent."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter is None or hasattr(session.config, "workerinput"):
        return
    counts = {name: len(reporter.stats.get(name, [])) for name in ("passed", "failed", "error", "skipped")}
    if os.environ.get("SKIPS_FORBIDDEN") == "1" and counts["skipped"]:
        reporter.write_line("Skips are forbidden here:", red=True)
        for report in reporter.stats["skipped"]:
            reporter.write_line(f"  {report.nodeid}", red=True)
        counts["failed"] += counts.pop("skipped")
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
    counts["failed"] += counts.pop("error")
    if file := os.environ.get("TALLY_FILE"):
        Path(file).write_text(json.dumps(counts))
