"""Doing things at the same moment, each in a thread and on a connection of its own."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

from django.db import connection
from django_scopes.state import state

from core.errors import RuleError


def threads(count: int) -> ThreadPoolExecutor:
    """Threads that look everywhere, as the test itself does."""
    return ThreadPoolExecutor(count, initializer=state.set, initargs=({"_enabled": False},))


def together(*acts: Callable[[], Any]) -> list[Any]:
    """What each answers, in the order given; for a refusal its code."""
    start = Barrier(len(acts))

    def one(act: Callable[[], Any]) -> Any:
        try:
            start.wait(timeout=10)
            return act()
        except RuleError as refusal:
            return refusal.code
        finally:
            connection.close()

    with threads(len(acts)) as pool:
        return list(pool.map(one, acts))
