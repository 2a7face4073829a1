"""The way in: those who arrive while others are let in go in together.

One visit to the database's lane admits, or lets in, all who wait. What one of them breaks is that one's alone.
"""

import asyncio
from collections.abc import Callable, Sequence
from typing import TypeVar
from weakref import WeakKeyDictionary

from django.db import OperationalError

from chat.live.batches import Batch
from chat.live.entering import Entering, Entry, enter_many
from chat.live.guests import Guest, Knock, admit_many

#: So many in one visit: enough to share what it costs, few enough that others get the lane soon.
MOST = 128

Asked = TypeVar("Asked")
Answer = TypeVar("Answer")
Work = Callable[[Sequence[Asked]], Sequence[Answer | Exception]]


class Entrance:
    def __init__(self) -> None:
        #: First come, first served: when a whole facility comes back at once, each is served quickly in its turn,
        #: instead of all of them slowly.
        self.gate = asyncio.Semaphore(MOST)
        self.admitting: Batch[Knock, Guest] = Batch(each_for_itself(admit_many), most=MOST)
        self.entering: Batch[Entering, Entry] = Batch(each_for_itself(enter_many), most=MOST)


def each_for_itself(work: Work[Asked, Answer]) -> Work[Asked, Answer]:
    """This work, where a batch that fails is tried again one by one."""

    def answers(asked: Sequence[Asked]) -> Sequence[Answer | Exception]:
        try:
            return work(asked)
        except Exception as error:
            return [error] if len(asked) == 1 else _one_by_one(work, asked)

    return answers


def _one_by_one(work: Work[Asked, Answer], asked: Sequence[Asked]) -> list[Answer | Exception]:
    """Where the database itself is away, nobody waits for it in turn."""
    found: list[Answer | Exception] = []
    away: OperationalError | None = None
    for one in asked:
        try:
            found.append(away or work([one])[0])
        except Exception as error:
            found.append(error)
            away = error if isinstance(error, OperationalError) else None
    return found


_entrances: WeakKeyDictionary[asyncio.AbstractEventLoop, Entrance] = WeakKeyDictionary()


def current() -> Entrance:
    """The entrance of this event loop."""
    loop = asyncio.get_running_loop()
    found = _entrances.get(loop)
    if found is None:
        found = _entrances[loop] = Entrance()
    return found
