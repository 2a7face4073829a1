"""The wire between a browser and a site, in our hands: cut, and nothing gets through, by socket or by poll."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

PIECE = 65536


class Wire:
    """Carries what comes in at `port` to another port of this machine, and back."""

    def __init__(self, to: int) -> None:
        self.to = to
        self.is_cut = False
        self.ends: set[socket.socket] = set()
        self.lock = threading.Lock()
        self.listening = socket.create_server(("127.0.0.1", 0))
        self.port: int = self.listening.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def cut(self) -> None:
        with self.lock:
            self.is_cut = True
            for end in self.ends:
                _hang_up(end)
            self.ends.clear()

    def mend(self) -> None:
        with self.lock:
            self.is_cut = False

    def close(self) -> None:
        _hang_up(self.listening)
        self.cut()

    def _accept(self) -> None:
        while True:
            try:
                near, _ = self.listening.accept()
            except OSError:
                return
            self._join(near)

    def _join(self, near: socket.socket) -> None:
        with self.lock:
            if self.is_cut:
                _hang_up(near)
                return
            far = socket.create_connection(("127.0.0.1", self.to))
            self.ends |= {near, far}
        for one, other in ((near, far), (far, near)):
            threading.Thread(target=self._carry, args=(one, other), daemon=True).start()

    def _carry(self, one: socket.socket, other: socket.socket) -> None:
        with suppress(OSError):
            while piece := one.recv(PIECE):
                other.sendall(piece)
        with self.lock:
            self.ends -= {one, other}
        _hang_up(one)
        _hang_up(other)


def _hang_up(end: socket.socket) -> None:
    with suppress(OSError):
        end.shutdown(socket.SHUT_RDWR)
    end.close()


@contextmanager
def wire(to: int) -> Iterator[Wire]:
    made = Wire(to)
    try:
        yield made
    finally:
        made.close()
