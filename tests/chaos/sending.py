"""How posts leave a client: as they should, twice, by the other process, or half."""

import asyncio
import json
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from random import Random

from websockets.asyncio.client import ClientConnection

from tests.chaos import lines
from tests.chaos.lines import FAILURES, Holder, Port
from tests.chaos.outbox import Draft
from tests.chaos.views import View

#: Kinds of clients that send most posts twice.
TWICE = ("doubler", "turned")
REQUEST_WITHIN_S = 15.0
LOOK_EVERY_S = 0.2


class Sender:
    """For the time of one line. Without a `socket` posts go by request."""

    def __init__(self, kind: str, view: View, holder: Holder, dice: Random) -> None:
        self.kind, self.view, self.holder, self.dice = kind, view, holder, dice
        self.outbox, self.note = view.outbox, view.note
        self.something = asyncio.Event()
        self.stalled_until = 0.0
        #: Nothing new is said any more, and nothing taken back.
        self.is_calm = False

    async def run(self, socket: ClientConnection | None, port: Port, ports: Sequence[Port]) -> None:
        with suppress(*FAILURES):
            while True:
                self.something.clear()
                now = time.monotonic()
                for draft in self.outbox.due(at=now) if now >= self.stalled_until else ():
                    if self.view.may_post:
                        await self._post(draft, socket, port, ports)
                await self._take_back(socket, port)
                with suppress(TimeoutError):
                    await asyncio.wait_for(self.something.wait(), LOOK_EVERY_S)

    async def _post(self, draft: Draft, socket: ClientConnection | None, port: Port, ports: Sequence[Port]) -> None:
        draft.sent(at=time.monotonic())
        if socket is None:
            await self._by_request(port, draft)
        elif self.kind == "cutter" and self.dice.random() < 0.15:
            await self._half(socket, draft)
        elif self.kind in TWICE and self.dice.random() < 0.7:
            await self._twice(socket, draft, self.dice.choice(ports))
        else:
            await self._whole(socket, draft)

    async def _whole(self, socket: ClientConnection, draft: Draft) -> None:
        self.note("sent", client_id=draft.client_id, whole=True, sign_in=self.holder.sign_in)
        await socket.send(json.dumps(draft.frame))

    async def _twice(self, socket: ClientConnection, draft: Draft, other: Port) -> None:
        """The same post at the same moment: on this line again, or by a request to any process."""
        if self.dice.random() < 0.3:
            await self._whole(socket, draft)
            await self._whole(socket, draft)
        else:
            await asyncio.gather(self._by_request(other, draft), self._whole(socket, draft))

    async def _half(self, socket: ClientConnection, draft: Draft) -> None:
        """Cut in the middle. Half of these are never tried again: then nobody may ever see them."""
        self.note("sent", client_id=draft.client_id, whole=False, sign_in=self.holder.sign_in)
        if self.dice.random() < 0.5:
            self.outbox.answered(draft.client_id)
        await lines.half_a_frame(socket, draft.frame, share=self.dice.uniform(0.05, 0.95))

    async def _by_request(self, port: Port, draft: Draft) -> None:
        self.note("sent", client_id=draft.client_id, whole=True, sign_in=self.holder.sign_in, by="request")
        await self._ask(port, draft.frame)

    async def _take_back(self, socket: ClientConnection | None, port: Port) -> None:
        """Now and then a word is withdrawn. Whether that was heard is seen in the log."""
        if self.is_calm or not self.outbox.mine or not self.view.is_ready or self.dice.random() > 0.01:
            return
        frame = {"type": "withdraw", "message": self.outbox.mine.pop()}
        self.note("withdrawn", message=frame["message"])
        if socket is None:
            await self._ask(port, frame)
        else:
            await socket.send(json.dumps(frame))

    async def _ask(self, port: Port, frame: Mapping[str, str]) -> None:
        with suppress(*FAILURES):
            answer = await lines.ask(port, self.holder, "frames", frame, within=REQUEST_WITHIN_S)
            if answer.body.get("type"):
                self.view.take(answer.body)
