"""What the generator knows of one connection, and of the room it is in. A dialect says how a system is spoken to."""

from dataclasses import dataclass, field
from enum import Enum, auto
from socket import socket
from typing import Any, NamedTuple, Protocol


class Seat(NamedTuple):
    """Somebody who is signed in: where to dial, and the request that opens the socket."""

    room: str
    address: Any
    upgrade: bytes
    #: What else the dialect needs: a name, a secret.
    who: str = ""


class Kind(Enum):
    EVENTS = auto()
    ACKED = auto()
    READY = auto()
    RESET = auto()
    ANSWER = auto()
    RESTART = auto()
    REFUSED = auto()
    OTHER = auto()


class Told(NamedTuple):
    """What one frame says. `first` and `last` are seqs where the system has them, else 0."""

    kind: Kind
    first: int = 0
    last: int = 0
    numbers: tuple[int, ...] = ()
    #: An answer to send at once, an epoch, or why something was refused.
    data: str = ""


NOTHING = Told(Kind.OTHER)


class Dialect(Protocol):
    """How a system is spoken to."""

    #: Its events have dense numbers, so that a hole or a double is seen at once.
    dense: bool
    #: It says when a post is taken.
    acknowledges: bool

    def greet(self, line: "Line") -> bytes | None: ...
    def read(self, line: "Line", payload: bytes) -> Told: ...
    def post(self, line: "Line", number: int) -> bytes: ...
    def applied(self, line: "Line") -> bytes | None: ...
    def ping(self) -> bytes | None: ...


class State(Enum):
    AWAY = auto()
    DIALLING = auto()
    UPGRADING = auto()
    GREETING = auto()
    READY = auto()
    GONE = auto()


class Line:
    """One member's socket."""

    __slots__ = (
        *("seat", "room", "place", "sock", "fd", "state", "tail", "out", "listens"),
        *("epoch", "seq", "applied", "got", "total", "tries", "since", "code", "pause", "data"),
    )

    def __init__(self, seat: Seat, room: "Room", place: int) -> None:
        self.seat, self.room, self.place = seat, room, place
        self.sock: socket | None = None
        self.fd = -1
        self.state = State.AWAY
        self.tail = b""  # the beginning of a frame
        self.out = b""  # what the kernel did not take
        self.listens = False  # its receipts are timed
        self.epoch = ""
        self.seq = self.applied = 0
        self.got = self.total = 0
        self.tries = 0
        self.since = 0.0  # in this state
        self.code = 0  # with which it was closed
        self.pause = 0.0  # what the server asks for before the next try, in seconds
        self.data: Any = None  # the dialect's


@dataclass(eq=False)
class Room:
    """`delivered` counts receipts of all members. `chunk` is what a member read last, `told` what that says: the others
    only compare bytes."""

    id: str
    lines: list[Line] = field(default_factory=list)
    sent: list[float] = field(default_factory=lambda: [0.0])  # by number; numbers start at 1
    posted: int = 0
    delivered: int = 0
    acked: int = 0
    #: Receipts, or acknowledgements, after which the next may be posted.
    goal: float = float("inf")
    #: The highest seq that a writer was told.
    head: int = 0
    chunk: bytes = b""
    told: Told = NOTHING
    #: Of the numbers in `told`.
    total: int = 0
