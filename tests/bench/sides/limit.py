"""The C broadcast server: no durability, no sign-in. How far anything can be from the machine's limit."""

import shutil
from pathlib import Path
from signal import SIGKILL

from tests.bench import frames, words
from tests.bench.lines import Kind, Line, Seat, Told
from tests.bench.sides.base import BUILD, Closing, Program, Unavailable, listen, run


class Plain:
    """A frame is the body, as it was posted."""

    dense = acknowledges = False

    def greet(self, line: Line) -> None:
        """There is no answer to wait for."""

    def read(self, line: Line, payload: bytes) -> Told:
        return Told(Kind.EVENTS, numbers=tuple(words.numbers(payload)))

    def post(self, line: Line, number: int) -> bytes:
        return words.body(number).encode()

    def applied(self, line: Line) -> bytes | None:
        return None

    def ping(self) -> bytes | None:
        return None


class Limit(Closing):
    name = "C broadcast"

    def __init__(self) -> None:
        super().__init__()
        self.dialect = Plain()
        self.listening = self.stack.enter_context(listen())
        descriptor = self.listening.fileno()
        self.program = Program([str(compiled()), str(descriptor)], name="limit", env={}, fds=[descriptor])
        self.program.start()
        self.stack.callback(self.program.end, SIGKILL)

    def seats(self, rooms: int, members: int) -> list[Seat]:
        address = self.listening.getsockname()
        numbered = [room for room in range(rooms) for _ in range(members)]
        return [Seat(str(room), address, frames.upgrade(f"/{room}", {"Host": "localhost"})) for room in numbered]

    def roots(self) -> list[int]:
        return [self.program.pid]


def compiled() -> Path:
    compiler = shutil.which("cc")
    if compiler is None:
        raise Unavailable("no C compiler")
    BUILD.mkdir(parents=True, exist_ok=True)
    source, binary = Path(__file__).with_name("broadcast.c"), BUILD / "broadcast"
    run([compiler, "-O2", "-o", str(binary), str(source)])
    return binary
