"""A small faithful client of the room protocol, with bad habits to choose from. It writes down all that it sees."""

import asyncio
import json
import time
from collections.abc import Coroutine, Sequence
from contextlib import suppress
from dataclasses import dataclass
from random import Random
from typing import Any
from uuid import UUID

from websockets.asyncio.client import ClientConnection
from websockets.exceptions import ConnectionClosed, InvalidHandshake

from tests.chaos import lines
from tests.chaos.history import Log, Record
from tests.chaos.lines import Holder, Port
from tests.chaos.plan import Part

WINDOW = 256
APPLIED_EVERY_S, PING_EVERY_S, SILENT_S = 5.0, 25.0, 45.0
#: So long somebody may be behind a head that was told.
BEHIND_S = 6.0
#: After so long without an answer a post is sent again, with the same `client_id`; the second time twice as long, …
AGAIN_S = 4.0
FIRST_PAUSE_S, LONGEST_PAUSE_S = 0.3, 4.0
POLL_S = 20.0
#: Close codes after which there is no use in coming back before somebody has changed something.
SENT_AWAY, ELSEWHERE, TOO_MANY = (4401, 4403, 4404), 4409, 4429
LOST = 1006
FAILURES = (*lines.BROKEN, ConnectionClosed, InvalidHandshake)
#: Words that the screener stops, so that staff have something to decide on.
FOR_STAFF = "My number is 555 867 5309."


@dataclass
class Draft:
    """A post on its way. `due`: when it is sent (again)."""

    client_id: str
    body: str
    due: float = 0.0
    tries: int = 0


def words_for(client_id: str, *, held: bool = False) -> str:
    """What is said with this id: any reader can tell whether the words belong to it."""
    letters = "".join(chr(ord("a") + int(digit, 16)) for digit in client_id.replace("-", ""))
    words = " ".join(letters[start : start + 4] for start in range(0, 16, 4))
    return f"{FOR_STAFF} {words}" if held else f"I want to say {words}"


class Client:
    """One tab of one person."""

    def __init__(self, part: Part, holder: Holder, ports: Sequence[Port], seed: int) -> None:
        self.part, self.holder, self.ports = part, holder, ports
        self.dice = Random(f"{seed}:{part.name}")
        self.log = Log(part.name, holder.room, holder.person, part.kind, part.tab, holder.leads)
        self.cursor: tuple[str, int] | None = None
        self.applied = 0
        self.outbox: dict[str, Draft] = {}
        self.can: set[str] = set()
        self.line = 0
        self.port = ports[0]
        self.socket: ClientConnection | None = None
        self.is_ready = False
        self.writes = True
        self.finished = False
        self.stalled_until = self.withheld_until = 0.0
        self._failures = 0
        self._something = asyncio.Event()
        self._hurry = asyncio.Event()
        self._told_applied_at = self._pinged_at = 0.0
        self._heard_head = (0.0, "", 0)
        self._told_to_wait = 0.0
        self._mine: list[str] = []

    def note(self, what: str, **values: Any) -> None:
        record: Record = {"what": what, "t": time.monotonic(), "line": self.line, **values}
        self.log.records.append(record)

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
            self.note("end", cursor=self.cursor, outbox=list(self.outbox))

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
        if self.socket is not None:
            with suppress(*FAILURES):
                await self.socket.close(1000)

    def say(self, *, held: bool = False) -> None:
        """One more post into the outbox."""
        client_id = str(UUID(int=self.dice.getrandbits(128), version=4))
        self.outbox[client_id] = Draft(client_id, words_for(client_id, held=held))
        self._something.set()

    def cut(self) -> None:
        if self.socket is not None:
            lines.cut(self.socket)

    async def _write(self) -> None:
        while True:
            await asyncio.sleep(self.part.says_every * self.dice.uniform(0.5, 1.5))
            if self.writes and self._may_say():
                self.say(held=self.dice.random() < 0.04)
                self._be_difficult()

    def _may_say(self) -> bool:
        return self.is_ready and "post" in self.can and len(self.outbox) < 50

    def _be_difficult(self) -> None:
        now = time.monotonic()
        if self.part.kind == "slow" and self.dice.random() < 0.2:
            if self.dice.random() < 0.5:
                self.stalled_until = now + self.dice.uniform(1, 12)
            else:
                self.withheld_until = now + self.dice.uniform(5, 60)
        if self.part.kind in ("resumer", "cutter") and self.dice.random() < 0.1:
            self.cut()

    async def _recover(self, code: int, version: int) -> None:
        """What a page does after this code."""
        if code in SENT_AWAY:
            await self._or_hurry(self.holder.newer_than(version))
        elif code == ELSEWHERE:
            await self._pause(self.dice.uniform(3, 8))
        elif code == TOO_MANY or self._told_to_wait:
            await self._pause(self._told_to_wait or 10)
            self._told_to_wait = 0.0
        else:
            self._failures += 1
            await self._pause(self.dice.uniform(0, min(LONGEST_PAUSE_S, FIRST_PAUSE_S * 2**self._failures)))

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
        self.port = self.dice.choice(self.ports)
        self.is_ready, self._heard_head = False, (0.0, "", 0)
        if self.part.kind == "resumer":
            self._forget_some()
        is_poll = self.part.kind in ("poller", "quiet_poll")
        self.note(
            "line",
            how="poll" if is_poll else "socket",
            process=self.port.number,
            cursor=self.cursor,
            sign_in=self.holder.sign_in,
            tab=self.part.tab,
        )
        code = await (self._poll() if is_poll else self._sit())
        self.is_ready, self.socket = False, None
        self.note("closed", code=code)
        return code

    def _forget_some(self) -> None:
        """A page that was restored from any moment of the past, or from nowhere."""
        if self.cursor is None:
            return
        epoch, seq = self.cursor
        pick = self.dice.random()
        if pick < 0.7:
            self.cursor = (epoch, self.dice.randint(max(0, seq - 300), seq))
        elif pick < 0.8:
            self.cursor = None
        else:
            self.cursor = (epoch, seq + 10_000) if pick < 0.9 else ("another", seq)

    async def _sit(self) -> int:
        try:
            async with lines.socket(self.port, self.holder) as self.socket:
                return await self._talk(self.socket)
        except ConnectionClosed as closed:
            return closed.rcvd.code if closed.rcvd else LOST
        except FAILURES:
            return LOST

    async def _talk(self, line: ClientConnection) -> int:
        cursor = self.cursor and {"epoch": self.cursor[0], "seq": self.cursor[1]}
        await self._send("hello", tab=self.part.tab, cursor=cursor)
        helpers = [asyncio.create_task(self._send_posts()), asyncio.create_task(self._keep_alive())]
        try:
            await self._listen(line)
        finally:
            for helper in helpers:
                helper.cancel()
        return LOST

    async def _listen(self, line: ClientConnection) -> None:
        while not self.finished:
            if (rest := self.stalled_until - time.monotonic()) > 0:
                await asyncio.sleep(rest)
            async with asyncio.timeout(SILENT_S):
                text = await line.recv()
            if not self.take(json.loads(text)):
                lines.cut(line)
                return
            await self._tell_applied(enough=WINDOW // 4)

    async def _send(self, kind: str, **fields: Any) -> None:
        assert self.socket is not None
        await self.socket.send(json.dumps({"type": kind, **fields}))

    async def _keep_alive(self) -> None:
        """`applied` every 5 s and `ping` every 25 s, where there is nothing better to say."""
        with suppress(*FAILURES):
            while True:
                await asyncio.sleep(0.5)
                now = time.monotonic()
                if now < self.stalled_until or not self.is_ready:
                    continue
                if now - self._told_applied_at >= APPLIED_EVERY_S:
                    await self._tell_applied(enough=1)
                if self._is_left_behind(now):
                    self.note("behind", cursor=self.cursor)
                    return self.cut()
                if now - self._pinged_at >= PING_EVERY_S:
                    self._pinged_at = now
                    await self._send("ping")

    async def _tell_applied(self, *, enough: int) -> None:
        now = time.monotonic()
        if self.cursor is None or not self.is_ready or now < self.withheld_until:
            return
        if self.cursor[1] - self.applied >= enough:
            self.applied, self._told_applied_at = self.cursor[1], now
            self.note("applied", seq=self.applied)
            await self._send("applied", seq=self.applied)

    # Polling

    async def _poll(self) -> int:
        state, posting = "", asyncio.create_task(self._send_posts())
        try:
            while not self.finished:
                answer = await lines.ask(self.port, self.holder, self._query(state), within=POLL_S + 25)
                if answer.status != 200:
                    return await self._refused_poll(answer)
                state = answer.body["state"]
                self.note("answer")
                if not all(self.take(frame) for frame in answer.body["frames"]):
                    return LOST
        except FAILURES:
            return LOST
        finally:
            posting.cancel()
        return 1000

    def _query(self, state: str) -> str:
        epoch, seq = self.cursor or ("", 0)
        wait = 2 if not self.writes else POLL_S
        return f"events?epoch={epoch}&after={seq}&state={state}&tab={self.part.tab}&wait={wait}"

    async def _refused_poll(self, answer: lines.Answer) -> int:
        """The close code that this status mirrors."""
        if answer.status in (401, 403, 404, 409, 429):
            return 4000 + answer.status
        if answer.status < 500:
            self.note("odd", status=answer.status)
        await asyncio.sleep(min(answer.retry_after, 2.0))
        return LOST

    # Posting

    async def _send_posts(self) -> None:
        with suppress(*FAILURES):
            while True:
                self._something.clear()
                now = time.monotonic()
                for draft in [draft for draft in self.outbox.values() if draft.due <= now]:
                    if self.is_ready and "post" in self.can and now >= self.stalled_until:
                        await self._post(draft)
                await self._take_back()
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._something.wait(), 0.2)

    async def _take_back(self) -> None:
        """Now and then a word is withdrawn. Whether that was heard is seen in the log."""
        if self._mine and self.writes and self.is_ready and self.dice.random() < 0.01:
            frame = {"type": "withdraw", "message": self._mine.pop()}
            self.note("withdrawn", message=frame["message"])
            if self.socket is not None:
                await self.socket.send(json.dumps(frame))
            else:
                await lines.ask(self.port, self.holder, "frames", frame, within=15)

    async def _post(self, draft: Draft) -> None:
        draft.tries += 1
        draft.due = time.monotonic() + AGAIN_S * draft.tries
        frame = {"type": "post", "client_id": draft.client_id, "body": draft.body, "lang": "en"}
        if self.socket is None:
            await self._post_by_request(self.port, frame)
        elif self.part.kind == "cutter" and self.dice.random() < 0.15:
            await self._post_half(draft, frame)
        elif self.part.kind in ("doubler", "turned") and self.dice.random() < 0.7:
            await self._post_twice(frame)
        else:
            await self._post_here(frame)

    async def _post_here(self, frame: Record) -> None:
        self.note("sent", client_id=frame["client_id"], whole=True, sign_in=self.holder.sign_in)
        await self._send(**{"kind" if name == "type" else name: value for name, value in frame.items()})

    async def _post_twice(self, frame: Record) -> None:
        """The same post at the same moment: on this line again, or by a request to the other process."""
        if self.dice.random() < 0.3:
            await self._post_here(frame)
            await self._post_here(frame)
            return
        other = self.dice.choice(self.ports)
        await asyncio.gather(self._post_by_request(other, frame), self._post_here(frame))

    async def _post_half(self, draft: Draft, frame: Record) -> None:
        """Cut in the middle. Half of these are never tried again: then nobody may ever see them."""
        assert self.socket is not None
        self.note("sent", client_id=draft.client_id, whole=False, sign_in=self.holder.sign_in)
        if self.dice.random() < 0.5:
            self.outbox.pop(draft.client_id, None)
        await lines.half_a_frame(self.socket, frame, share=self.dice.uniform(0.05, 0.95))

    async def _post_by_request(self, port: Port, frame: Record) -> None:
        self.note("sent", client_id=frame["client_id"], whole=True, sign_in=self.holder.sign_in, by="request")
        try:
            answer = await lines.ask(port, self.holder, "frames", frame, within=15)
        except FAILURES:
            return
        if answer.body.get("type"):
            self.take(answer.body)

    # What the server says

    def take(self, frame: Record) -> bool:
        """False: this client can't go on with this line."""
        known = {
            "ready": self._ready,
            "events": self._events,
            "reset": self._reset,
            "posted": self._posted,
            "error": self._error,
            "head": self._head,
        }
        if frame["type"] in known:
            return known[frame["type"]](frame) is not False
        if frame["type"] == "notice":
            self.note("notice", code=frame["code"])
            self._told_to_wait = float(frame.get("retry_after") or 0)
        elif frame["type"] not in ("pong", "present", "typing", "done"):
            self.note("unknown", type=frame["type"])
        return True

    def _ready(self, frame: Record) -> None:
        self.can, self.is_ready, self._failures = set(frame["can"]), True, 0
        self.note("ready", epoch=frame["epoch"], head=frame["head"], can=sorted(self.can))
        if self.cursor is not None:
            self.applied = self.cursor[1]
        self._something.set()

    def _events(self, frame: Record) -> bool:
        self.note("run", epoch=frame["epoch"], events=[_seen(event) for event in frame["events"]])
        for event in frame["events"]:
            if self.cursor != (frame["epoch"], event["seq"] - 1):
                self.note("gap", cursor=self.cursor, seq=event["seq"])
                return False
            self.cursor = (frame["epoch"], event.get("through", event["seq"]))
            self._acknowledge(event.get("message", {}).get("client_id"), because="event")
        return True

    def _reset(self, frame: Record) -> None:
        messages = [[m["id"], m["client_id"], m["seq"], m["state"]] for m in frame["messages"]]
        self.note("reset", epoch=frame["epoch"], seq=frame["seq"], messages=messages, more=frame["more"])
        self.cursor, self.applied = (frame["epoch"], frame["seq"]), frame["seq"]
        for message in frame["messages"]:
            self._acknowledge(message["client_id"], because="event")

    def _posted(self, frame: Record) -> None:
        said = {name: frame.get(name) for name in ("client_id", "state", "rev", "message", "seq")}
        self.note("posted", **said)
        if frame["state"] == "delivered":
            self._mine.append(frame["message"])
            self._acknowledge(frame["client_id"], because="posted")
        self.outbox.pop(frame["client_id"], None)

    def _acknowledge(self, client_id: str | None, *, because: str) -> None:
        """An own message is shown as sent."""
        if client_id is not None and self.outbox.pop(client_id, None):
            self.note("shown", client_id=client_id, because=because)

    def _error(self, frame: Record) -> None:
        self.note("error", code=frame["code"], client_id=frame.get("client_id"))
        draft = self.outbox.get(frame.get("client_id") or "")
        if draft is not None:
            draft.due = time.monotonic() + float(frame.get("retry_after") or 1.0)

    def _head(self, frame: Record) -> None:
        self.note("head", epoch=frame["epoch"], seq=frame["seq"])
        self._heard_head = (time.monotonic(), frame["epoch"], frame["seq"])

    def _is_left_behind(self, now: float) -> bool:
        """Behind a head that was told a while ago: what is missing is asked for again, by a new line."""
        told_at, epoch, seq = self._heard_head
        is_behind = self.cursor is not None and (self.cursor[0] != epoch or self.cursor[1] < seq)
        return bool(epoch) and is_behind and now - told_at > BEHIND_S and now > self.withheld_until


def _seen(event: Record) -> list[Any]:
    """seq, through, kind, message, client_id, whether its words belong to it, member."""
    message = event.get("message") or {}
    fits = None if not message or message["state"] == "masked" else _fits(message)
    about = event.get("member")
    member = about.get("id") if isinstance(about, dict) else about
    found = message.get("id") or event.get("message_id")
    return [
        event["seq"],
        event.get("through", event["seq"]),
        event["kind"],
        found,
        message.get("client_id"),
        fits,
        member,
    ]


def _fits(message: Record) -> bool:
    return message["body"] in (words_for(message["client_id"]), words_for(message["client_id"], held=True))
