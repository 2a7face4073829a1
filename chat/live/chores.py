"""Work beside the event loop's callers: it is never waited for, and what fails is looked at again by the next tick."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

import structlog

logger = structlog.get_logger(__name__)

Work = Coroutine[Any, Any, None]


class Chores:
    """Tasks that live no longer than their owner."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[None]] = set()

    def begin(self, work: Work) -> "asyncio.Task[None]":
        task = asyncio.create_task(_logged(work))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        task.add_done_callback(lambda _: work.close())  # of what was stopped before it began
        return task

    def every(self, seconds: float, work: Callable[[], Work]) -> None:
        self.begin(_again_and_again(seconds, work))

    async def stop(self) -> None:
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _again_and_again(seconds: float, work: Callable[[], Work]) -> None:
    while True:
        await asyncio.sleep(seconds)
        await _logged(work())


async def _logged(work: Work) -> None:
    try:
        await work
    except Exception as error:
        logger.warning(
            "not done; the next tick tries again", work=getattr(work, "__name__", ""), error=type(error).__name__
        )
