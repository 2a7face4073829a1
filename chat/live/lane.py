"""The database's lane: one thread of this process through which the live delivery asks and writes, one visit at a
time."""

import time
from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar

from asgiref.sync import SyncToAsync
from django.db import DatabaseError, close_old_connections

P = ParamSpec("P")
R = TypeVar("R")

#: The connection is looked at (is it too old, does it answer?) no more often than this: a look is a query, and visits
#: are many. A connection that broke meanwhile fails one visit, whose caller tries again.
LOOK_EVERY_S = 1.0


class _Visit(SyncToAsync[P, R]):
    looked_at = 0.0

    def thread_handler(self, loop: Any, *args: Any, **kwargs: Any) -> Any:
        now = time.monotonic()
        if now - _Visit.looked_at >= LOOK_EVERY_S:
            close_old_connections()
            _Visit.looked_at = now
        try:
            return super().thread_handler(loop, *args, **kwargs)  # type: ignore[no-untyped-call]  # asgiref's
        except DatabaseError:
            _Visit.looked_at = 0.0
            close_old_connections()
            raise


async def visit(work: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    """Do this in the lane, and answer what it answers."""
    answer: R = await _Visit(work, thread_sensitive=True)(*args, **kwargs)
    return answer
