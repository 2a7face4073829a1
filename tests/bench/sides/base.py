"""What every measured system has in common: processes on the server's core, a port that we open, seats to dial."""

import os
import signal
import socket
import subprocess
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Protocol

from tests.bench.lines import Dialect, Seat
from tests.bench.measure import SERVER_CORE, on_cores
from tests.coming_up import came_up
from tests.servers_web import die_with_us

ROOT = Path(__file__).resolve().parents[3]
BUILD = ROOT / "build" / "bench"
STOP_WITHIN_S = 40.0


class Unavailable(Exception):
    """This system can't be had here. The text says why, in one line."""


class Failed(Exception):
    """It ended at its start, or stayed deaf. The text is the end of its log."""


class Side(Protocol):
    """One system that does the work."""

    name: str
    dialect: Dialect

    def seats(self, rooms: int, members: int) -> list[Seat]: ...
    def roots(self) -> list[int]:
        """The processes whose CPU counts: with all that they start."""
        ...

    def close(self) -> None: ...


class Program:
    """A process with a log of its own. It ends when we do."""

    def __init__(self, command: Sequence[str], *, name: str, env: Mapping[str, str], fds: Sequence[int] = ()) -> None:
        self.command, self.env, self.fds = list(command), dict(env), tuple(fds)
        BUILD.mkdir(parents=True, exist_ok=True)
        self.log = BUILD / f"{name}.log"
        self.log.write_bytes(b"")
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def pid(self) -> int:
        assert self.process is not None
        return self.process.pid

    def start(self, cores: Sequence[int] = (SERVER_CORE,)) -> None:
        with on_cores(*cores), self.log.open("ab") as out:
            self.process = subprocess.Popen(
                self.command,
                cwd=ROOT,
                env={**os.environ, **self.env},
                pass_fds=self.fds,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=out,
                preexec_fn=die_with_us,
            )

    def wait_for(self, answers: Callable[[], bool]) -> None:
        if not came_up(self.process, answers):
            raise Failed(self.said())

    def end(self, by: signal.Signals = signal.SIGTERM) -> None:
        self.signal(by)
        self.wait()

    def signal(self, by: signal.Signals) -> None:
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(by)

    def wait(self) -> None:
        if self.process is None:
            return
        try:
            self.process.wait(STOP_WITHIN_S)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process = None

    def has_ended(self) -> bool:
        return self.process is None or self.process.poll() is not None

    def said(self) -> str:
        return self.log.read_text(errors="replace")[-2000:]


def listen() -> socket.socket:
    """A port that is never anybody else's, and stays the same over a restart."""
    return socket.create_server(("127.0.0.1", 0), backlog=4096)


def answers_http(address: Any, path: bytes = b"/healthz", wanted: bytes = b"HTTP/1.") -> bool:
    """One question by hand; a socket that listens before its process does lets us wait, so this gives up soon."""
    try:
        with socket.create_connection(address, timeout=2) as line:
            line.sendall(b"GET " + path + b" HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
            return line.recv(4096).startswith(wanted)
    except OSError:
        return False


def run(command: Sequence[str], *, within: float = 600, **options: Any) -> str:
    """Run to its end; its output. Raises `Failed` with the end of what it said."""
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=within, **options)
    if done.returncode:
        raise Failed((done.stdout + done.stderr)[-2000:])
    return done.stdout


class Closing:
    """What was opened, closed in the opposite order."""

    def __init__(self) -> None:
        self.stack = ExitStack()

    def close(self) -> None:
        self.stack.close()
