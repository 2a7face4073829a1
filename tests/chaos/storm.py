"""One run: servers, clients, faults and acts by the plan, then calm, until everybody has caught up or time is over."""

import asyncio
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from tests.chaos import world
from tests.chaos.acts import Acts
from tests.chaos.clients import Client
from tests.chaos.faults import Faults
from tests.chaos.ground import ROOT, Ground
from tests.chaos.history import Fault, History
from tests.chaos.lines import FAILURES, Port, health
from tests.chaos.plan import MEMBERS, PROCESSES, Plan, Step
from tests.servers_web import WebProcess, die_with_us, web

#: Only how long a run that is going to fail waits before it says so: since anything has moved, and in all.
STILL_S, SETTLE_WITHIN_S = 60.0, 300.0
LOOK_EVERY_S = 0.5
PROBE_WITHIN_S, SLOW_S = 30.0, 1.0
#: Everybody's head has to be the same for so many looks.
LOOKS = 3


class Storm:
    def __init__(self, plan: Plan, ground: Ground, webs: Sequence[WebProcess]) -> None:
        rooms = max(part.room for part in plan.parts)
        holders = world.make(rooms=rooms, members=MEMBERS)
        ports = self.ports = [Port(web.port, web.environment["SITE"]) for web in webs]
        self.plan = plan
        self.clients = [
            Client(part, holders[part.room][part.place], _for(part.kind, part.place, ports), plan.seed)
            for part in plan.parts
        ]
        by_room = [[c for c in self.clients if c.part.room == room] for room in range(rooms)]
        disturbed = [c for c in self.clients if c.part.room < rooms]
        self.faults = Faults(ground, webs, disturbed, plan.seed)
        self.acts = Acts(by_room, self.faults.database, plan.seed)
        self.quiet = holders[rooms][0].room
        self.rooms = {client.holder.room for client in self.clients}
        self._desk = ThreadPoolExecutor(1)

    async def run(self) -> History:
        tabs = [asyncio.create_task(client.run()) for client in self.clients]
        probes = [asyncio.create_task(self._probe(port)) for port in self.ports]
        began = asyncio.get_running_loop().time()
        faults = [asyncio.create_task(_at(began + step.at, self.faults.do, step)) for step in self.plan.faults]
        await self._acts(began)
        await asyncio.gather(*faults)
        await self._calm()
        for client in self.clients:
            await client.finish()
        await asyncio.gather(*tabs)
        for probe in probes:
            probe.cancel()
        return await self._history()

    async def _probe(self, port: Port) -> None:
        """How long anybody has to wait now. Bounds are as much longer: a busy machine breaks no promise."""
        while True:
            began = time.monotonic()
            with suppress(*FAILURES):
                await health(port, within=PROBE_WITHIN_S)
            if time.monotonic() - began > SLOW_S:
                self.faults.done.append(Fault("slow", str(port.number), began, time.monotonic()))
            await asyncio.sleep(LOOK_EVERY_S)

    async def _acts(self, began: float) -> None:
        for step in self.plan.acts:
            await _at(began + step.at, self.acts.do, step)
        rest = began + self.plan.seconds - asyncio.get_running_loop().time()
        await asyncio.sleep(max(0.0, rest))

    async def _calm(self) -> None:
        """Nothing is broken any more and nobody says anything new: all who may be here come to the same end."""
        await self.acts.everybody_back()
        for client in self.clients:
            client.calm_down()
            if client.part.kind == "tab_b":
                await client.finish(early=True)
        await self._settle()

    async def _settle(self) -> None:
        looks, before, moved_at = 0, None, time.monotonic()
        give_up = moved_at + SETTLE_WITHIN_S
        while looks < LOOKS and time.monotonic() < min(give_up, moved_at + STILL_S):
            for client in self.clients:
                client.hurry()
            await asyncio.sleep(LOOK_EVERY_S)
            looks = looks + 1 if await self._all_there() else 0
            now = [(client.view.cursor, len(client.outbox.drafts)) for client in self.clients]
            before, moved_at = now, moved_at if now == before else time.monotonic()

    async def _all_there(self) -> bool:
        heads = await self._ask(lambda: world.heads(self.rooms))
        if await self._ask(lambda: world.anything_to_come(self.rooms)):
            return False
        here = [client for client in self.clients if not client.finished]
        return all(client.view.cursor == heads[client.holder.room] and not client.outbox.drafts for client in here)

    async def _history(self) -> History:
        return History(
            logs=[client.log for client in self.clients],
            rooms=await self._ask(lambda: world.account_of(self.rooms)),
            acts=self.acts.done,
            faults=self.faults.done,
            quiet=frozenset({self.quiet}),
        )

    async def _ask(self, work):
        return await asyncio.get_running_loop().run_in_executor(self._desk, work)


def _for(kind: str, place: int, ports: Sequence[Port]) -> Sequence[Port]:
    """Those of the quiet room keep to a process each, so that what they say has to cross."""
    return [ports[place % len(ports)]] if kind.startswith("quiet") else ports


async def _at(moment: float, work, step: Step) -> None:
    await asyncio.sleep(max(0.0, moment - asyncio.get_running_loop().time()))
    await work(step)


@contextmanager
def servers(ground: Ground) -> Iterator[list[WebProcess]]:
    """The web processes, and a worker."""
    with ExitStack() as stack:
        first = stack.enter_context(web(DATABASE_URL=ground.postgres.url))
        site = first.environment["SITE"]
        others = [stack.enter_context(web(DATABASE_URL=ground.postgres.url)) for _ in range(PROCESSES - 1)]
        stack.enter_context(_worker(site))
        yield [first, *others]


@contextmanager
def _worker(site: str) -> Iterator[None]:
    with tempfile.TemporaryFile() as out:
        process = subprocess.Popen(
            [sys.executable, "manage.py", "worker"],
            cwd=ROOT,
            env={**os.environ, "SITE": site},
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=out,
            preexec_fn=die_with_us,
        )
        try:
            yield
        finally:
            process.kill()
            process.wait()


def logs_of(webs: Iterable[WebProcess], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for number, process in enumerate(webs):
        (folder / f"web-{number}.log").write_text(process.said())
