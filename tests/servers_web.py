"""Real web processes for tests: `manage.py serve`, on a port of its own, on the rows of the test that starts it.

The port is opened by us and handed down: it is never anybody else's, and it stays the same over a restart.
"""

import ctypes
import os
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

from django.db import connection

from tests.coming_up import came_up

ROOT = Path(__file__).resolve().parent.parent
START_WITHIN_S = 60.0
STOP_WITHIN_S = 30.0
PR_SET_PDEATHSIG = 1

_libc = ctypes.CDLL(None)


class WebFailed(Exception):
    """The process ended, or stayed deaf. The text is the end of its log."""


def database_url() -> str:
    """The database that this test's rows are in."""
    at = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{at['NAME']}"
    return f"postgres:///{at['NAME']}?host={at['HOST']}&user={at['USER']}"


class WebProcess:
    """One process of the server. `environment` adds to ours: REDIS_URL, CLOCK_OFFSET_FILE, WORKER_INSIDE, …"""

    program: Sequence[str] = ("manage.py", "serve")

    def __init__(self, **environment: str) -> None:
        self.listening = socket.create_server(("127.0.0.1", 0), backlog=4096)
        self.port: int = self.listening.getsockname()[1]
        rows = environment.get("DATABASE_URL") or database_url()
        ours = {"DATABASE_URL": rows, "SITE": f"localhost:{self.port}", "WORKER_INSIDE": "False"}
        self.environment = {**os.environ, **ours, **environment}
        self.environment.pop("DJANGO_SETTINGS_MODULE", None)
        descriptor, name = tempfile.mkstemp(prefix="same-circle-web-", suffix=".log")
        os.close(descriptor)
        self.log = Path(name)
        self.process: subprocess.Popen[bytes] | None = None
        self.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def host(self, door: str) -> str:
        """As the browser writes it. `*.localhost` does not resolve in libc: dial 127.0.0.1 and send this as Host."""
        return f"{door}.localhost:{self.port}"

    def start(self) -> None:
        fd = self.listening.fileno()
        command = [sys.executable, *self.program, "--fd", str(fd)]
        with self.log.open("ab") as out:
            self.process = subprocess.Popen(
                command,
                cwd=ROOT,
                env=self.environment,
                pass_fds=[fd],
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=out,
                preexec_fn=die_with_us,
            )
        self._wait()

    def stop(self) -> int:
        """End it as an administrator would; answers its exit status."""
        return self._end(signal.SIGTERM)

    def kill(self) -> None:
        """End it as a crash would."""
        self._end(signal.SIGKILL)

    def restart(self) -> None:
        self.stop()
        self.start()

    def close(self) -> None:
        if self.process is not None:
            self.kill()
        self.listening.close()
        self.log.unlink(missing_ok=True)

    def get(self, path: str, **headers: str) -> tuple[int, bytes]:
        """One request, by hand."""
        line = HTTPConnection("127.0.0.1", self.port, timeout=START_WITHIN_S)
        try:
            line.request("GET", path, headers=headers)
            answer = line.getresponse()
            return answer.status, answer.read()
        finally:
            line.close()

    def said(self) -> str:
        """What it has logged."""
        return self.log.read_text(errors="replace")

    def _wait(self) -> None:
        if not came_up(self.process, self._answers):
            raise WebFailed(self.said()[-4000:])

    def _answers(self) -> bool:
        """The socket listens before the process does: a question that waits is asked again."""
        line = HTTPConnection("127.0.0.1", self.port, timeout=1)
        try:
            line.request("GET", "/healthz")
            return line.getresponse().status == 200
        except OSError:
            return False
        finally:
            line.close()

    def _end(self, by: signal.Signals) -> int:
        assert self.process is not None
        self.process.send_signal(by)
        status = self.process.wait(STOP_WITHIN_S)
        self.process = None
        return status


def die_with_us() -> None:
    _libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


@contextmanager
def web(**environment: Any) -> Iterator[WebProcess]:
    server = WebProcess(**environment)
    try:
        yield server
    finally:
        server.close()
