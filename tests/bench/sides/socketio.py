"""socket.io with its Redis adapter and an INSERT per message, from npm."""

import json
import os
import shutil
from contextlib import closing
from secrets import token_hex
from signal import SIGTERM
from subprocess import TimeoutExpired

from tests.bench import frames, words
from tests.bench.lines import Kind, Line, Seat, Told
from tests.bench.sides.base import BUILD, Closing, Failed, Program, Unavailable, answers_http, listen, run
from tests.bench.sides.stores import Stores
from tests.servers import OWNER

PACKAGES = ("socket.io@4", "@socket.io/redis-adapter@8", "redis@4", "pg@8")
TABLES = """
CREATE TABLE session (key text PRIMARY KEY, member text NOT NULL, room text NOT NULL);
CREATE TABLE said (id bigserial PRIMARY KEY, room text NOT NULL, member text NOT NULL, text text NOT NULL,
    at timestamptz NOT NULL DEFAULT now());
"""


class EngineIo:
    """Engine.io 4 and socket.io 5 as text frames: 0 open, 40 connect, 42 event, 2 and 3 heartbeat."""

    dense = acknowledges = False

    def greet(self, line: Line) -> bytes:
        return b"40"

    def read(self, line: Line, payload: bytes) -> Told:
        if payload == b"2":
            return Told(Kind.ANSWER, data="3")
        if payload == b'42["here"]':
            return Told(Kind.READY)
        if payload.startswith(b'42["said"'):
            return Told(Kind.EVENTS, numbers=tuple(words.numbers(payload)))
        return Told(Kind.REFUSED, data=payload.decode()) if payload.startswith(b"44") else Told(Kind.OTHER)

    def post(self, line: Line, number: int) -> bytes:
        return b"42" + json.dumps(["say", words.body(number)]).encode()

    def applied(self, line: Line) -> None:
        return None

    def ping(self) -> None:
        return None


class SocketIo(Closing):
    name = "socket.io"

    def __init__(self) -> None:
        super().__init__()
        modules = installed()
        self.dialect = EngineIo()
        self.stores = self.stack.enter_context(closing(Stores()))
        with self.stores.postgres.connect(OWNER) as session:
            session.execute(TABLES)
        self.listening = self.stack.enter_context(listen())
        self.program = self._program(modules)
        self.program.start()
        self.stack.callback(self.program.end, SIGTERM)
        self.program.wait_for(lambda: answers_http(self.listening.getsockname()))

    def _program(self, modules: str) -> Program:
        descriptor = self.listening.fileno()
        env = {
            "NODE_PATH": modules,
            "NODE_ENV": "production",
            "PORT_FD": str(descriptor),
            "REDIS_SOCKET": str(self.stores.redis.socket),
            "PG_HOST": str(self.stores.postgres.home.path),
            "PG_USER": OWNER,
            "PG_DATABASE": "samecircle",
        }
        source = os.path.join(os.path.dirname(__file__), "socketio.js")
        return Program(["node", source], name="socketio", env=env, fds=[descriptor])

    def seats(self, rooms: int, members: int) -> list[Seat]:
        found = [
            (token_hex(16), f"{room}-{place}", f"room-{room}") for room in range(rooms) for place in range(members)
        ]
        with self.stores.postgres.connect(OWNER) as session, session.cursor() as cursor:
            cursor.executemany("INSERT INTO session VALUES (%s, %s, %s)", found)
        return [self._seat(key, room) for key, _, room in found]

    def _seat(self, key: str, room: str) -> Seat:
        path = f"/socket.io/?EIO=4&transport=websocket&key={key}"
        return Seat(room, self.listening.getsockname(), frames.upgrade(path, {"Host": "localhost"}))

    def roots(self) -> list[int]:
        return [self.program.pid, *self.stores.pids()]


def installed() -> str:
    """The folder of its modules, fetched on first need."""
    home = BUILD / "node"
    if not shutil.which("node") or not shutil.which("npm"):
        raise Unavailable("no node and npm")
    if not (home / "node_modules" / "socket.io").is_dir():
        home.mkdir(parents=True, exist_ok=True)
        try:
            run(["npm", "install", "--no-audit", "--no-fund", "--prefix", str(home), *PACKAGES], within=180)
        except (Failed, TimeoutExpired) as error:
            raise Unavailable("npm could not install socket.io") from error
    return str(home / "node_modules")
