"""ejabberd: rooms (MUC) over WebSocket, with their archive (mod_mam) on PostgreSQL. Its Debian package, run as an
instance of our own: nothing of the system's is read or changed."""

import re
import shutil
import tempfile
from base64 import b64encode
from contextlib import closing
from pathlib import Path
from signal import SIGKILL

from tests.bench import frames, words
from tests.bench.lines import Kind, Line, Seat, Told
from tests.bench.sides.base import Closing, Program, Unavailable, answers_http, listen, run
from tests.bench.sides.stores import Stores
from tests.servers import OWNER, PostgresServer

SCHEMA = Path("/usr/share/ejabberd/sql/pg.sql")
#: Its driver speaks TCP only. An address of this machine that nobody else is likely to have.
DATABASE_ADDRESS = "127.0.0.77"
SECRET = "secret"

_FRAMING = "urn:ietf:params:xml:ns:xmpp-framing"
_OPEN = f'<open xmlns="{_FRAMING}" to="localhost" version="1.0"/>'
_BIND = '<iq type="set" id="b"><bind xmlns="urn:ietf:params:xml:ns:xmpp-bind"/></iq>'
_ROOMS = "conference.localhost"
_FAILURE = re.compile(rb"<failure|type=['\"]error['\"]")

_SETTINGS = """
hosts: [localhost]
loglevel: error
default_db: sql
auth_method: sql
auth_password_format: plain
sql_type: pgsql
sql_server: "{address}"
sql_database: samecircle
sql_username: {user}
sql_password: ""
listen:
  - port: {port}
    ip: "127.0.0.1"
    module: ejabberd_http
    request_handlers:
      /ws: ejabberd_http_ws
modules:
  mod_muc:
    access: all
    db_type: sql
    max_users: 1000
    history_size: 0
    min_message_interval: 0
    default_room_options: {{mam: true, persistent: true, public: false}}
  mod_mam: {{db_type: sql, default: always}}
"""


class Xmpp:
    """Signing in is a conversation; `line.data` is how far it has come."""

    dense = acknowledges = False

    def greet(self, line: Line) -> bytes:
        line.data = "greeted"
        return _OPEN.encode()

    def read(self, line: Line, payload: bytes) -> Told:
        if line.data == "here":
            numbers = words.numbers(payload)
            return Told(Kind.EVENTS, numbers=tuple(numbers)) if numbers else Told(Kind.OTHER)
        if _FAILURE.search(payload):
            return Told(Kind.REFUSED, data=payload.decode())
        return self._next(line, payload)

    def _next(self, line: Line, payload: bytes) -> Told:
        if b"urn:ietf:params:xml:ns:xmpp-sasl" in payload and b"mechanism" in payload:
            secret = b64encode(f"\0{line.seat.who}\0{SECRET}".encode()).decode()
            auth = f'<auth xmlns="urn:ietf:params:xml:ns:xmpp-sasl" mechanism="PLAIN">{secret}</auth>'
            return Told(Kind.ANSWER, data=auth)
        if payload.startswith(b"<success"):
            return Told(Kind.ANSWER, data=_OPEN)
        if b"urn:ietf:params:xml:ns:xmpp-bind" in payload and b"<jid>" not in payload:
            return Told(Kind.ANSWER, data=_BIND)
        if b"<jid>" in payload:
            return Told(Kind.ANSWER, data=_presence(line))
        if b"<subject" in payload:
            line.data = "here"
            return Told(Kind.READY)
        return Told(Kind.OTHER)

    def post(self, line: Line, number: int) -> bytes:
        to = f"{line.room.id}@{_ROOMS}"
        return f'<message to="{to}" type="groupchat"><body>{words.body(number)}</body></message>'.encode()

    def applied(self, line: Line) -> None:
        return None

    def ping(self) -> None:
        return None


def _presence(line: Line) -> str:
    place = f"{line.room.id}@{_ROOMS}/m{line.place}"
    return f'<presence to="{place}"><x xmlns="http://jabber.org/protocol/muc"/></presence>'


class TcpPostgres(PostgresServer):
    def command(self) -> list[str | Path]:
        return [*super().command(), "-h", DATABASE_ADDRESS]


class Ejabberd(Closing):
    name = "ejabberd"

    def __init__(self) -> None:
        super().__init__()
        code = installed()
        self.dialect = Xmpp()
        self.stores = self.stack.enter_context(closing(Stores(postgres=TcpPostgres)))
        with self.stores.postgres.connect(OWNER) as session:
            session.execute(SCHEMA.read_bytes())
        self.folder = Path(tempfile.mkdtemp(prefix="same-circle-bench-"))
        self.stack.callback(shutil.rmtree, self.folder, ignore_errors=True)
        self.address = _free_address()
        settings = self.folder / "ejabberd.yml"
        settings.write_text(_SETTINGS.format(address=DATABASE_ADDRESS, user=OWNER, port=self.address[1]))
        self.program = self._program(code, settings)
        self.program.start()
        self.stack.callback(self.program.end, SIGKILL)
        self.program.wait_for(lambda: answers_http(self.address))

    def _program(self, code: Path, settings: Path) -> Program:
        where = ["-pa", str(code), "-mnesia", "dir", f'"{self.folder}"']
        limits = ["+P", "250000", "+Q", "65536"]
        env = {
            "EJABBERD_CONFIG_PATH": str(settings),
            "EJABBERD_LOG_PATH": str(self.folder / "ejabberd.log"),
            "HOME": str(self.folder),
        }
        return Program(["erl", "-noinput", *limits, *where, "-s", "ejabberd"], name="ejabberd", env=env)

    def seats(self, rooms: int, members: int) -> list[Seat]:
        found = [
            (f"{rooms}x{members}-{room}-{place}", f"r{rooms}x{members}-{room}")
            for room in range(rooms)
            for place in range(members)
        ]
        with self.stores.postgres.connect(OWNER) as session, session.cursor() as cursor:
            cursor.executemany(
                "INSERT INTO users (username, password) VALUES (%s, %s)", [(who, SECRET) for who, _ in found]
            )
        headers = {"Host": "localhost", "Origin": "http://localhost", "Sec-WebSocket-Protocol": "xmpp"}
        return [Seat(room, self.address, frames.upgrade("/ws", headers), who) for who, room in found]

    def roots(self) -> list[int]:
        return [self.program.pid, *self.stores.pids()]


def installed() -> Path:
    """Where its code is."""
    found = sorted(Path("/usr/lib").glob("*/ejabberd-*/ebin"))
    if not found or not SCHEMA.exists() or not shutil.which("erl"):
        raise Unavailable("ejabberd is not installed (Debian: apt-get install ejabberd erlang-p1-pgsql)")
    if "non_existing" in run(["erl", "-noinput", "-eval", 'io:format("~p", [code:which(pgsql)]), halt().']):
        raise Unavailable("ejabberd is here without its driver (Debian: apt-get install erlang-p1-pgsql)")
    return found[-1]


def _free_address() -> tuple[str, int]:
    with listen() as taken:
        host, port = taken.getsockname()
        return host, port
