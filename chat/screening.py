"""Asking the screener, outside any transaction, and never waiting long for it.

What fails or is late was not screened: the message is held and says so. It is never taken for forbidden.
"""

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as NotInTime
from dataclasses import replace
from functools import lru_cache

import structlog
from django.conf import settings
from django.utils.module_loading import import_string

from chat.ports import Draft, Screener, TooLate, Verdict

logger = structlog.get_logger(__name__)

#: Seconds of the screener's own CPU for one text, checked between detectors.
CPU_LIMIT = 0.020
#: Seconds on the wall that a writer waits for it.
WALL_LIMIT = 0.250
#: Texts screened at the same time in one process; a screener that hangs keeps its thread.
THREADS = 4


class CpuDeadline:
    """How much CPU this thread may still use. Waiting for other threads does not count."""

    def __init__(self, seconds: float, used: Callable[[], float] = time.thread_time) -> None:
        self._used = used
        self._end = used() + seconds

    def check(self) -> None:
        if self._used() > self._end:
            raise TooLate


def screen(draft: Draft) -> Verdict:
    """What the screener says of this text, or that it said nothing in time."""
    began = time.perf_counter()
    try:
        verdict = _threads().submit(_ask, draft).result(timeout=WALL_LIMIT)
    except (TooLate, NotInTime):
        logger.warning("screener was late; the message is held", room=str(draft.room_id))
        verdict = Verdict.not_screened("late")
    except Exception:
        logger.exception("screener failed; the message is held", room=str(draft.room_id))
        verdict = Verdict.not_screened("failed")
    return replace(verdict, took_ms=round((time.perf_counter() - began) * 1000, 2))


def warm_up() -> None:
    """Load rules and threads before the port opens, so that the first writer does not wait for them."""
    from core.ids import new_id

    draft = Draft(body="warm up", lang="en", author_id=new_id(), room_id=new_id())
    screener()(draft, deadline=CpuDeadline(60.0))
    screen(draft)


def screener() -> Screener:
    found: Screener = import_string(settings.CHAT_SCREENER)
    return found


def _ask(draft: Draft) -> Verdict:
    return screener()(draft, deadline=CpuDeadline(CPU_LIMIT))


@lru_cache(maxsize=1)
def _threads() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(THREADS, thread_name_prefix="screener")
