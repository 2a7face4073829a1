"""Periodic work: dull loops around small idempotent steps.

A step returns True when it did something and should be called again at once, False when nothing was due.
"""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

import structlog
from django.db import close_old_connections

from core.scoping import whole

logger = structlog.get_logger(__name__)

Step = Callable[[], bool]
#: Calls of one step in one round, so that one busy step can't starve the others.
BURST = 100


@dataclass(frozen=True)
class Job:
    name: str
    every: timedelta
    step: Step


jobs: dict[str, Job] = {}


def step(*, every: timedelta, name: str) -> Callable[[Step], Step]:
    """Register a periodic step under a name that says what it does."""

    def register(function: Step) -> Step:
        jobs[name] = Job(name, every, function)
        return function

    return register


def run_once(job: Job) -> None:
    """One round of one job. A failing step is logged and tried again in its next round."""
    try:
        with whole("periodic work looks after all places"):
            _burst(job)
    except Exception:
        logger.exception("step failed", step=job.name)
    finally:
        close_old_connections()


def _burst(job: Job) -> None:
    for _ in range(BURST):
        if not job.step():
            return


def run_all() -> None:
    """Every job once: what a test or `manage.py worker --once` does."""
    for job in list(jobs.values()):
        run_once(job)


def run_forever(stop: threading.Event) -> None:
    """The loop of the worker: each job when it is due, until `stop` is set."""
    due = dict.fromkeys(jobs, 0.0)
    while not stop.is_set():
        for job in list(jobs.values()):
            if time.monotonic() >= due.get(job.name, 0.0):
                run_once(job)
                due[job.name] = time.monotonic() + job.every.total_seconds()
        stop.wait(0.2)
