"""The stock Channels room: what one gets by following the tutorial, adding an INSERT per message."""

import json
import os
import sys
from contextlib import closing
from signal import SIGTERM

from tests.bench import frames, words
from tests.bench.lines import Kind, Line, Seat, Told
from tests.bench.sides.base import ROOT, Closing, Program, answers_http, listen, run
from tests.bench.sides.stores import Stores


class Tutorial:
    """`{"message": …}` both ways. Nobody is told that a post is taken."""

    dense = acknowledges = False

    def greet(self, line: Line) -> None:
        return None

    def read(self, line: Line, payload: bytes) -> Told:
        return Told(Kind.EVENTS, numbers=tuple(words.numbers(payload)))

    def post(self, line: Line, number: int) -> bytes:
        return json.dumps({"message": words.body(number)}).encode()

    def applied(self, line: Line) -> None:
        return None

    def ping(self) -> None:
        return None


class Stock(Closing):
    name = "stock Channels"

    def __init__(self) -> None:
        super().__init__()
        self.dialect = Tutorial()
        self.stores = self.stack.enter_context(closing(Stores()))
        self.listening = self.stack.enter_context(listen())
        self.env = {
            "DATABASE_URL": self.stores.postgres.owner_url,
            "REDIS_URL": self.stores.redis.url,
            "PYTHONPATH": str(ROOT),
        }
        self.env["DJANGO_SETTINGS_MODULE"] = "tests.bench.stock.settings"
        self._prepared(0, 0)
        descriptor = self.listening.fileno()
        command = [sys.executable, "-m", "daphne", "--fd", str(descriptor), "-v", "0"]
        self.program = Program(
            [*command, "tests.bench.stock.asgi:application"], name="stock", env=self.env, fds=[descriptor]
        )
        self.program.start()
        self.stack.callback(self.program.end, SIGTERM)
        self.program.wait_for(lambda: answers_http(self.listening.getsockname()))

    def _prepared(self, rooms: int, members: int) -> list[list[str]]:
        command = [sys.executable, "-m", "tests.bench.stock.prepare", str(rooms), str(members)]
        return [line.split() for line in run(command, cwd=ROOT, env={**os.environ, **self.env}).splitlines()]

    def seats(self, rooms: int, members: int) -> list[Seat]:
        return [self._seat(room, session) for room, session in self._prepared(rooms, members)]

    def _seat(self, room: str, session: str) -> Seat:
        headers = {"Host": "localhost", "Origin": "http://localhost", "Cookie": f"sessionid={session}"}
        return Seat(room, self.listening.getsockname(), frames.upgrade(f"/ws/chat/{room}/", headers))

    def roots(self) -> list[int]:
        return [self.program.pid, *self.stores.pids()]
