"""Asking the screener, outside any transaction, and never waiting long for it.

What fails or is late was not screened: the message is held and says so. It is never taken for forbidden.
"""

import threading
import time
import traceback
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
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
#: Rows of texts screened at the same time in one process; a screener that hangs keeps its thread.
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
    return screen_all([draft])[0]


def screen_all(drafts: Sequence[Draft]) -> list[Verdict]:
    """What the screener says of each of these, one after the other in a thread of its own. A text at which it hangs is
    late, and those behind it go on in another thread; where no thread is free, all of them are late."""
    verdicts: list[Verdict] = []
    while len(verdicts) < len(drafts):
        row = _Row(drafts[len(verdicts) :])
        _threads().submit(row.run)
        verdicts += row.verdicts_in_time()
    return verdicts


class _Row:
    """Texts in one thread. Whoever waits gives up on the one that has been in work for `WALL_LIMIT`."""

    def __init__(self, drafts: Sequence[Draft]) -> None:
        self._drafts = drafts
        self._verdicts: list[Verdict] = []
        self._began = time.perf_counter()  # the text in work now; until then, the wait for a thread
        self._started = False
        self._given_up = False
        self._done = threading.Event()

    def run(self) -> None:
        self._started = True
        for draft in self._drafts:
            if self._given_up:
                return
            self._began = time.perf_counter()
            self._verdicts.append(_judged(draft))
        self._done.set()

    def verdicts_in_time(self) -> list[Verdict]:
        """Of all; or of those before the one that hangs, and that it is late."""
        while not self._done.wait(self._left()) and self._left() > 0:
            pass
        self._given_up = True
        verdicts = list(self._verdicts)
        late = len(verdicts) + 1 if self._started else len(self._drafts)
        return verdicts + [_late(draft) for draft in self._drafts[len(verdicts) : late]]

    def _left(self) -> float:
        return max(0.0, self._began + WALL_LIMIT - time.perf_counter())


def _judged(draft: Draft) -> Verdict:
    began = time.perf_counter()
    try:
        verdict = screener()(draft, deadline=CpuDeadline(CPU_LIMIT))
    except TooLate:
        return _late(draft)
    except Exception as error:  # its text may quote the words: only where it was raised is told
        where = traceback.format_tb(error.__traceback__)[-1].strip()
        logger.error("screener failed", room=str(draft.room_id), error=type(error).__name__, where=where)
        verdict = Verdict.not_screened("failed")
    return replace(verdict, took_ms=round((time.perf_counter() - began) * 1000, 2))


def _late(draft: Draft) -> Verdict:
    logger.warning("screener was late; the message is held", room=str(draft.room_id))
    return Verdict.not_screened("late")


def warm_up() -> None:
    """Load rules and threads before the port opens, so that the first writer does not wait for them."""
    from core.ids import new_id

    draft = Draft(body="warm up", lang="en", author_id=new_id(), room_id=new_id())
    screener()(draft, deadline=CpuDeadline(60.0))
    screen(draft)


def screener() -> Screener:
    found: Screener = import_string(settings.CHAT_SCREENER)
    return found


@lru_cache(maxsize=1)
def _threads() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(THREADS, thread_name_prefix="screener")
