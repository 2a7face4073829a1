"""Questions to the database that many ask at once, answered together."""

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from chat.live.lane import visit

#: Turns of the event loop from a frame on a socket to its question.
TURNS = 3

Asked = TypeVar("Asked")
Answer = TypeVar("Answer")


class Batch(Generic[Asked, Answer]):
    """What arrives while the last visit to the database's lane goes on goes along with the next. Nobody waits for
    company: who comes alone is a batch of one.

    `work` answers each question in its place, a refusal as an exception; what it raises itself is everybody's answer.
    `then` sees the answers of a visit on the event loop, before those who asked do.
    """

    def __init__(
        self,
        work: Callable[[Sequence[Asked]], Sequence[Answer | Exception]],
        *,
        most: int,
        then: Callable[[Sequence[Answer | Exception]], None] | None = None,
    ) -> None:
        self._work = work
        self._most = most
        self._then = then
        self._waiting: deque[tuple[Asked, asyncio.Future[Answer]]] = deque()
        self._visiting: asyncio.Task[None] | None = None

    async def ask(self, asked: Asked) -> Answer:
        """The answer to this question, or its refusal raised."""
        answer: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
        self._waiting.append((asked, answer))
        if self._visiting is None:
            self._visiting = asyncio.create_task(self._visit())
        return await answer

    async def _visit(self) -> None:
        try:
            while self._waiting:
                await _what_has_arrived()
                taken = [self._waiting.popleft() for _ in range(min(self._most, len(self._waiting)))]
                going = [(asked, answer) for asked, answer in taken if not answer.done()]  # who left meanwhile is done
                answers = await self._answers([asked for asked, _ in going])
                if self._then is not None:
                    self._then(answers)
                _tell(going, answers)
        finally:
            self._visiting = None

    async def _answers(self, asked: Sequence[Asked]) -> Sequence[Answer | Exception]:
        try:
            return await visit(self._work, asked) if asked else []
        except Exception as error:
            return [error] * len(asked)


async def _what_has_arrived() -> None:
    """Let the loop read what lies on its sockets already: a turn to read it, one to wake whoever reads it, one for them
    to ask. That is no waiting: a loop with nothing to do turns in no time."""
    for _ in range(TURNS):
        await asyncio.sleep(0)


def _tell(going: Sequence[tuple[Asked, "asyncio.Future[Answer]"]], answers: Sequence[Answer | Exception]) -> None:
    for (_, future), answer in zip(going, answers, strict=True):
        if future.done():
            continue
        if isinstance(answer, Exception):
            future.set_exception(answer)
        else:
            future.set_result(answer)
