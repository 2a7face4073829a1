"""A small faithful client of the room protocol, with bad habits to choose from. It writes down all that it sees."""

import asyncio
import json
import time
from collections.abc import Coroutine, Sequence
from contextlib import suppress
from random import Random
from typing import Any

from websockets.asyncio.client import ClientConnection
from websockets.exceptions import ConnectionClosed

from tests.chaos import lines
from tests.chaos.history import Log
from tests.chaos.lines import FAILURES, Holder, Port
from tests.chaos.outbox import Outbox
from tests.chaos.plan import Part
from tests.chaos.sending import Sender
from tests.chaos.views import View

WINDOW = 256
APPLIED_EVERY_S, PING_EVERY_S, SILENT_S = 5.0, 25.0, 45.0
FIRST_PAUSE_S, LONGEST_PAUSE_S, TOO_MANY_PAUSE_S = 0.5, 8.0, 10.0
#: Posts on their way, at which somebody stops writing.
FULL_OUTBOX = 50
#: The longest that a poll waits; in calm it comes back soon.
POLL_S, CALM_POLL_S = 20.0, 2.0
#: Close codes after which there is no use in coming back before somebody has changed something.
SENT_AWAY, ELSEWHERE, TOO_MANY = (4401, 4403, 4404), 4409, 4429
DONE, LOST = 1000, 1006
#: Statuses of a poll that mirror close codes.
MIRRORED = (401, 403, 404, 409, 429)


class Client:
    """One tab of one person."""

    def __init__(self, part: Part, holder: Holder, ports: Sequence[Port], seed: int) -> None:
        self.part, self.holder, self.ports = part, holder, ports
        self.dice = Random(f"{seed}:{part.name}")
        self.log = Log(part.name, holder.room, holder.person, part.kind, part.tab, holder.leads)
        self.outbox = Outbox(self.dice, self._something_to_send)
        self.view = View(self.note, self.outbox)
        self.sender = Sender(part.kind, self.view, holder, self.dice)
        self.line = 0
        self.finished = False
        self._socket: ClientConnection | None = None
        self._polling: asyncio.Task[lines.Answer] | None = None
        self._failures = 0
        self._hurry = asyncio.Event()
        self._withheld_until = self._told_applied_at = self._pinged_at = 0.0

    def note(self, what: str, **values: Any) -> None:
        self.log.records.append({"what": what, "t": time.monotonic(), "line": self.line, **values})

    def _something_to_send(self) -> None:
        self.sender.something.set()

    # The life of a tab

    async def run(self) -> None:
        writing = asyncio.create_task(self._write())
        try:
            while not self.finished:
                version = self.holder.version
                code = await self._visit()
                if not self.finished:
                    await self._recover(code, version)
        finally:
            writing.cancel()
            self.note("end", cursor=self.view.cursor, outbox=list(self.outbox.drafts))

    def calm_down(self) -> None:
        """Nothing new is said, and no bad habits any more."""
        self.sender.is_calm = True
        self.sender.stalled_until = self._withheld_until = 0.0

    def hurry(self) -> None:
        """The network is back, or the page is looked at again."""
        self._hurry.set()
        self._hurry = asyncio.Event()

    async def finish(self, *, early: bool = False) -> None:
        """Close the tab; `early`: before the others have settled."""
        if self.finished:
            return
        if early:
            self.note("left")
        self.finished = True
        self.hurry()
        if self._polling is not None:
            self._polling.cancel()
        if self._socket is not None:
            with suppress(*FAILURES):
                await self._socket.close(DONE)

    def cut(self) -> None:
        """The network is gone."""
        if self._socket is not None:
            lines.cut(self._socket)
        elif self._polling is not None:
            self._polling.cancel()

    async def _write(self) -> None:
        while not self.sender.is_calm:
            await asyncio.sleep(self.part.says_every * self.dice.uniform(0.5, 1.5))
            if self.view.may_post and len(self.outbox.drafts) < FULL_OUTBOX and not self.sender.is_calm:
                self.outbox.say(held=self.dice.random() < 0.04)
                self._be_difficult()

    def _be_difficult(self) -> None:
        now = time.monotonic()
        if now < self._withheld_until:
            return
        if self.part.kind == "slow" and self.dice.random() < 0.3:
            self.sender.stalled_until = now + self.dice.uniform(1, 12)
        if self.part.kind in ("resumer", "cutter", "slow") and self.dice.random() < 0.15:
            self.cut()

    async def _recover(self, code: int, version: int) -> None:
        """What a page does after this code."""
        wait, self.view.wait = self.view.wait, 0.0
        if code in SENT_AWAY:
            await self._or_hurry(self.holder.newer_than(version))
        elif code == ELSEWHERE:
            await self._pause(self.dice.uniform(3, 8))
        elif code == TOO_MANY:
            await self._pause(wait or TOO_MANY_PAUSE_S)
        else:
            self._failures += 1
            longest = min(LONGEST_PAUSE_S, FIRST_PAUSE_S * 2**self._failures)
            await self._pause(wait + self.dice.uniform(0, longest))

    async def _pause(self, seconds: float) -> None:
        await self._or_hurry(asyncio.sleep(seconds))

    async def _or_hurry(self, waiting: Coroutine[Any, Any, None]) -> None:
        tasks = {asyncio.ensure_future(waiting), asyncio.ensure_future(self._hurry.wait())}
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in tasks:
            task.cancel()

    # One line

    async def _visit(self) -> int:
        """From the opening of a line to its close code."""
        self.line += 1
        self.view.new_line()
        if self.part.kind == "resumer":
            self._forget_some()
        if self.part.kind == "slow" and not self.sender.is_calm:
            self._apply_nothing()
        port, by_poll = self.dice.choice(self.ports), self.part.kind in ("poller", "quiet_poll")
        how = "poll" if by_poll else "socket"
        sign_in, cursor = self.holder.sign_in, self.view.cursor
        self.note("line", how=how, process=port.number, cursor=cursor, sign_in=sign_in, tab=self.part.tab)
        code = await (self._poll(port) if by_poll else self._sit(port))
        self._failures = 0 if self.view.is_ready else self._failures
        self.view.is_ready, self._socket = False, None
        self.note("closed", code=code)
        return code

    def _forget_some(self) -> None:
        """A page that was restored from any moment of the past, or from nowhere."""
        if self.view.cursor is None:
            return
        epoch, seq = self.view.cursor
        pick = self.dice.random()
        if pick < 0.7:
            self.view.cursor = (epoch, self.dice.randint(max(0, seq - 300), seq))
        elif pick < 0.8:
            self.view.cursor = None
        else:
            self.view.cursor = (epoch, seq + 10_000) if pick < 0.9 else ("another", seq)

    def _apply_nothing(self) -> None:
        """From the beginning, and saying nothing of what is applied: the window ends, and after 30 s the line does."""
        if self.view.cursor is not None and self.dice.random() < 0.5:
            self.view.cursor = (self.view.cursor[0], 0)
            self._withheld_until = time.monotonic() + self.dice.uniform(10, 60)

    async def _sit(self, port: Port) -> int:
        try:
            async with lines.socket(port, self.holder) as self._socket:
                return await self._talk(self._socket, port)
        except ConnectionClosed as closed:
            return closed.rcvd.code if closed.rcvd else LOST
        except FAILURES:
            return LOST

    async def _talk(self, socket: ClientConnection, port: Port) -> int:
        cursor = self.view.cursor and {"epoch": self.view.cursor[0], "seq": self.view.cursor[1]}
        await socket.send(json.dumps({"type": "hello", "tab": self.part.tab, "cursor": cursor}))
        helpers = [
            asyncio.create_task(self.sender.run(socket, port, self.ports)),
            asyncio.create_task(self._keep_alive(socket)),
        ]
        try:
            await self._listen(socket)
        finally:
            for helper in helpers:
                helper.cancel()
        return LOST

    async def _listen(self, socket: ClientConnection) -> None:
        while True:
            if (rest := self.sender.stalled_until - time.monotonic()) > 0:
                await asyncio.sleep(rest)
            async with asyncio.timeout(SILENT_S):
                text = await socket.recv()
            if not self.view.take(json.loads(text)):
                lines.cut(socket)
                return
            await self._tell_applied(socket, enough=WINDOW // 4)

    async def _keep_alive(self, socket: ClientConnection) -> None:
        """`applied` every 5 s and `ping` every 25 s, where there is nothing better to say."""
        with suppress(*FAILURES):
            while True:
                await asyncio.sleep(0.5)
                now = time.monotonic()
                if now < self.sender.stalled_until or not self.view.is_ready:
                    continue
                if now - self._told_applied_at >= APPLIED_EVERY_S:
                    await self._tell_applied(socket, enough=1)
                if now >= self._withheld_until and self.view.is_left_behind():
                    self.note("behind", cursor=self.view.cursor)
                    lines.cut(socket)
                if now - self._pinged_at >= PING_EVERY_S:
                    self._pinged_at = now
                    await socket.send(json.dumps({"type": "ping"}))

    async def _tell_applied(self, socket: ClientConnection, *, enough: int) -> None:
        now, view = time.monotonic(), self.view
        if view.cursor is None or not view.is_ready or now < self._withheld_until:
            return
        if view.cursor[1] - view.told_applied >= enough:
            view.told_applied, self._told_applied_at = view.cursor[1], now
            self.note("applied", seq=view.told_applied)
            await socket.send(json.dumps({"type": "applied", "seq": view.told_applied}))

    # Polling

    async def _poll(self, port: Port) -> int:
        state, posting = "", asyncio.create_task(self.sender.run(None, port, self.ports))
        try:
            while not self.finished:
                answer = await self._asked(port, state)
                if answer is None:
                    return LOST
                if answer.status != 200:
                    return await self._refused(answer)
                state = answer.body["state"]
                if not all(self.view.take(frame) for frame in answer.body["frames"]):
                    return LOST
        finally:
            posting.cancel()
        return DONE

    async def _asked(self, port: Port, state: str) -> lines.Answer | None:
        """None: the line was lost, or cut by us."""
        asking = lines.ask(port, self.holder, self._query(state), within=POLL_S + 25)
        self._polling = asyncio.create_task(asking)
        await asyncio.wait({self._polling})
        asked, self._polling = self._polling, None
        if asked.cancelled() or isinstance(asked.exception(), FAILURES):
            return None
        return asked.result()

    def _query(self, state: str) -> str:
        epoch, seq = self.view.cursor or ("", 0)
        wait = CALM_POLL_S if self.sender.is_calm else POLL_S
        return f"events?epoch={epoch}&after={seq}&state={state}&tab={self.part.tab}&wait={wait}"

    async def _refused(self, answer: lines.Answer) -> int:
        """The close code that this status mirrors."""
        if answer.status in MIRRORED:
            self.view.wait = answer.retry_after
            return 4000 + answer.status
        if answer.status < 500:
            self.note("odd", status=answer.status)
        await asyncio.sleep(min(answer.retry_after, 2.0))
        return LOST
