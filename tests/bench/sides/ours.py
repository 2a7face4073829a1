"""Same Circle, the whole real path: members are signed in, words are screened and sealed, commits are synced."""

import json
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from signal import SIGKILL, SIGTERM
from typing import Any
from uuid import UUID, uuid4

from tests.bench import frames, words
from tests.bench.lines import Kind, Line, Seat, Told
from tests.bench.measure import SERVER_CORE
from tests.bench.sides.base import ROOT, Closing, Program, answers_http, listen, run
from tests.bench.sides.stores import Stores

PROTOCOL = "samecircle.v1"
_CLIENT_ID = re.compile(rb'"client_id":"([0-9a-f-]{36})"')
_SEQ = re.compile(rb'"seq":(\d+)')
_EPOCH = re.compile(rb'"epoch":"([^"]+)"')
_LAST_64 = (1 << 64) - 1


class Room:
    """docs/protocol.md, as far as a load generator speaks it."""

    dense = acknowledges = True

    def __init__(self) -> None:
        self.run = uuid4().int >> 64 << 64

    def greet(self, line: Line) -> bytes:
        cursor = {"epoch": line.epoch, "seq": line.seq} if line.epoch else None
        return json.dumps({"type": "hello", "tab": f"tab-{line.place}", "cursor": cursor}).encode()

    def read(self, line: Line, payload: bytes) -> Told:
        kind = payload[9 : payload.index(b'"', 9)]
        if kind == b"events":
            return _events(payload)
        if kind == b"posted":
            return self._posted(payload)
        if kind == b"reset":
            return self._reset(line, payload)
        if kind == b"ready":
            return Told(Kind.READY if line.epoch else Kind.OTHER)
        if kind == b"notice":
            return self._notice(line, payload)
        return Told(Kind.REFUSED, data=payload.decode()) if kind == b"error" else Told(Kind.OTHER)

    def _posted(self, payload: bytes) -> Told:
        found = _CLIENT_ID.search(payload)
        own = UUID(found[1].decode()).int if found else 0
        if own & ~_LAST_64 != self.run:
            return Told(Kind.OTHER)  # of another run of ours
        seq = _SEQ.search(payload)
        if seq is None or b'"state":"delivered"' not in payload:
            return Told(Kind.REFUSED, data=payload.decode())
        return Told(Kind.ACKED, last=int(seq[1]), numbers=(own & _LAST_64,))

    def _reset(self, line: Line, payload: bytes) -> Told:
        frame = json.loads(payload)
        again = bool(line.epoch)
        line.epoch, line.seq = frame["epoch"], frame["seq"]
        line.applied = line.seq
        return Told(Kind.RESET if again else Kind.READY, data="reset")

    def _notice(self, line: Line, payload: bytes) -> Told:
        frame = json.loads(payload)
        if frame["code"] == "line.restart":
            line.pause = float(frame.get("retry_after", 0))
        return Told(Kind.OTHER)

    def post(self, line: Line, number: int) -> bytes:
        client_id = UUID(int=self.run | number)
        return b'{"type":"post","client_id":"%s","body":"%s","lang":"en"}' % (
            str(client_id).encode(),
            words.body(number).encode(),
        )

    def applied(self, line: Line) -> bytes:
        return b'{"type":"applied","seq":%d}' % line.seq

    def ping(self) -> bytes:
        return b'{"type":"ping"}'


def _events(payload: bytes) -> Told:
    events = json.loads(payload)["events"]
    return Told(
        Kind.EVENTS,
        first=events[0]["seq"],
        last=events[-1].get("through", events[-1]["seq"]),
        numbers=tuple(words.numbers(payload)),
    )


@dataclass(frozen=True)
class Member:
    room: str
    member: str
    cookie: str


class Ours(Closing):
    """`command`: which server. `cores`: where it and its stores run. `processes` share one port."""

    def __init__(
        self,
        *,
        name: str = "Same Circle",
        command: Sequence[str] = ("manage.py", "serve"),
        env: dict[str, str] | None = None,
        cores: tuple[int, ...] = (SERVER_CORE,),
        processes: int = 1,
        embedded: bool = False,
    ) -> None:
        super().__init__()
        self.name, self.cores, self.dialect = name, cores, Room()
        self.folder = Path(tempfile.mkdtemp(prefix="same-circle-bench-"))
        self.stack.callback(shutil.rmtree, self.folder, ignore_errors=True)
        self.stores = None if embedded else self.stack.enter_context(closing(Stores(cores)))
        self.listening = self.stack.enter_context(listen())
        self.env = {**self._environment(), **(env or {})}
        self._prepare()
        self.programs = [self._program(command, place) for place in range(processes)]
        self.start()
        self.stack.callback(self.stop, SIGTERM)

    @property
    def address(self) -> Any:
        return self.listening.getsockname()

    @property
    def host(self) -> str:
        return f"online.localhost:{self.address[1]}"

    def _environment(self) -> dict[str, str]:
        where = {
            "DATABASE_URL": f"sqlite:///{self.folder / 'same-circle.sqlite3'}",
            "REDIS_URL": "",
        }
        if self.stores:
            where = {"DATABASE_URL": self.stores.postgres.url, "REDIS_URL": self.stores.redis.url}
        return {
            **where,
            "SAMECIRCLE_MODE": "benchmark",
            "SITE": f"localhost:{self.address[1]}",
            "DATA_DIR": str(self.folder),
            "KEY_FILE": str(self.folder / "keys.json"),
            "WORKER_INSIDE": "False",
            "LOG_LEVEL": "WARNING",
        }

    def _prepare(self) -> None:
        self.manage("prepare")
        owner = self.stores.postgres.owner_url if self.stores else self.env["DATABASE_URL"]
        self.manage("migrate", "--verbosity", "0", DATABASE_URL=owner)

    def manage(self, *words: str, **env: str) -> str:
        """One command of ours, to its end."""
        return run([sys.executable, "manage.py", *words], cwd=ROOT, env={**os.environ, **self.env, **env})

    def _program(self, command: Sequence[str], place: int) -> Program:
        descriptor = self.listening.fileno()
        name = f"{self.name.replace(' ', '-').lower()}-{place}"
        words = [sys.executable, *command, *(["--fd", str(descriptor)] if "-m" not in command else [])]
        words = [word.format(fd=descriptor) for word in words]
        return Program(words, name=name, env=self.env, fds=[descriptor])

    def start(self) -> None:
        for program in self.programs:
            program.start(self.cores)
        for program in self.programs:
            program.wait_for(lambda: answers_http(self.address))

    def stop(self, by: Any = SIGTERM) -> None:
        for program in self.programs:
            program.signal(by)
        for program in self.programs:
            program.wait()

    def kill(self) -> None:
        self.stop(SIGKILL)

    def seats(self, rooms: int, members: int) -> list[Seat]:
        return [self.seat(member) for member in self.members(rooms, members)]

    def members(self, rooms: int, members: int) -> list[Member]:
        out = self.manage("bench_world", "--rooms", str(rooms), "--members", str(members), "--json")
        found = [json.loads(line) for line in out.splitlines()]
        return [Member(one["room"], one["member"], one["cookie"]) for one in found]

    def seat(self, member: Member) -> Seat:
        headers = {
            "Host": self.host,
            "Origin": f"http://{self.host}",
            "Cookie": member.cookie,
            "Sec-WebSocket-Protocol": PROTOCOL,
        }
        return Seat(member.room, self.address, frames.upgrade(f"/ws/rooms/{member.room}/", headers), member.cookie)

    def roots(self) -> list[int]:
        return [*self.servers(), *(self.stores.pids() if self.stores else [])]

    def servers(self) -> list[int]:
        """The server processes alone."""
        return [program.pid for program in self.programs]


def plain() -> Ours:
    """The default server, with each frame sent through ASGI."""
    return Ours(name="Same Circle, plain sends", env={"FRAMES_MADE_ONCE": "False"})


def under_daphne() -> Ours:
    """What anybody's ASGI server gives."""
    command = ["-m", "daphne", "--fd", "{fd}", "-v", "0", "config.asgi:application"]
    return Ours(name="Same Circle, daphne", command=command, env={"PYTHONPATH": f"{ROOT / 'platform'}:{ROOT}"})
