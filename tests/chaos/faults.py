"""Breaking things, and mending them again. Each kind of fault hits one thing at a time; several kinds overlap."""

import asyncio
import os
import signal
import subprocess
import time
from collections.abc import Awaitable, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from random import Random

from redis import Redis

from tests.chaos.clients import Client
from tests.chaos.ground import Ground
from tests.chaos.history import Fault
from tests.chaos.plan import Step
from tests.servers_web import WebFailed, WebProcess

#: A server that doesn't come up at once (its database is being restarted) is started again, as a supervisor would.
STARTS = 5


class Faults:
    """`database`: held by whoever restarts PostgreSQL, and by staff while they act."""

    def __init__(self, ground: Ground, webs: Sequence[WebProcess], clients: Sequence[Client], seed: int) -> None:
        self.ground, self.webs, self.clients = ground, webs, clients
        self.dice = Random(f"{seed}:faults")
        self.database = asyncio.Lock()
        self.done: list[Fault] = []
        # Servers end with the thread that started them, so these threads live as long as the run.
        self._hands = ThreadPoolExecutor(4)
        self._redis = asyncio.Lock()
        self._webs = [asyncio.Lock() for _ in webs]
        self._how: dict[str, Callable[[Step], Awaitable[None]]] = {
            "web_kill": self._web,
            "web_term": self._web,
            "redis_kill": self._redis_kill,
            "redis_flush": self._redis_flush,
            "redis_pause": self._redis_pause,
            "postgres_fast": self._postgres,
            "postgres_crash": self._postgres,
            "cut": self._cut,
        }

    async def do(self, step: Step) -> None:
        began = time.monotonic()
        await self._how[step.what](step)
        self.done.append(Fault(step.what, str(step.target), began, time.monotonic()))

    async def _by_hand(self, work: Callable[[], object]) -> None:
        await asyncio.get_running_loop().run_in_executor(self._hands, work)

    async def _web(self, step: Step) -> None:
        web = self.webs[step.target]
        async with self._webs[step.target]:
            await self._by_hand(web.kill if step.what == "web_kill" else lambda: self._stop(web))
            await asyncio.sleep(step.lasts)
            await self._by_hand(lambda: start(web))

    def _stop(self, web: WebProcess) -> None:
        """As a supervisor does: whoever doesn't go when told to is killed. That is written down as a fault."""
        began = time.monotonic()
        try:
            web.stop()
        except subprocess.TimeoutExpired:
            web.kill()
            self.done.append(Fault("web_stuck", str(web.port), began, time.monotonic()))

    async def _redis_kill(self, step: Step) -> None:
        async with self._redis:
            await self._by_hand(self.ground.redis.kill)
            await asyncio.sleep(step.lasts)
            await self._by_hand(self.ground.redis.start)

    async def _redis_flush(self, step: Step) -> None:
        async with self._redis:
            await self._by_hand(self._flush)

    def _flush(self) -> None:
        with Redis.from_url(self.ground.redis.url) as client:
            client.flushall()

    async def _redis_pause(self, step: Step) -> None:
        async with self._redis:
            process = self.ground.redis.process
            assert process is not None
            os.kill(process.pid, signal.SIGSTOP)
            try:
                await asyncio.sleep(step.lasts)
            finally:
                os.kill(process.pid, signal.SIGCONT)

    async def _postgres(self, step: Step) -> None:
        """`fast`: clients are cut off and a checkpoint is written; `crash`: the log is replayed at the start."""
        server = self.ground.postgres
        async with self.database:
            await self._by_hand(server.stop if step.what == "postgres_fast" else server.crash)
            await self._by_hand(server.start)

    async def _cut(self, step: Step) -> None:
        """The network goes for a part of the people."""
        for client in self.dice.sample(self.clients, len(self.clients) // 2):
            client.cut()


def start(web: WebProcess) -> None:
    for left in reversed(range(STARTS)):
        try:
            web.start()
        except WebFailed:
            if not left:
                raise
            web.kill()
        else:
            return
