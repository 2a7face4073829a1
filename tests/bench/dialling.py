"""Opening sockets without waiting, from more addresses than one: a port is used once per pair of addresses."""

import errno
import socket
from typing import Any

#: Clients come from 127.0.0.2 and the 31 addresses after it.
SOURCES = 32
IP_BIND_ADDRESS_NO_PORT = 24


class NotConnected(Exception):
    """Some lines did not come up in time. The text says how many, and what was seen."""


def dial(address: Any, number: int) -> socket.socket:
    """A socket that is on its way to `address`: a TCP pair, or the path of a unix socket."""
    family = socket.AF_UNIX if isinstance(address, str) else socket.AF_INET
    sock = socket.socket(family, socket.SOCK_STREAM)
    sock.setblocking(False)
    if family == socket.AF_INET:
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        sock.setsockopt(socket.IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, 1)
        sock.bind((f"127.0.0.{2 + number % SOURCES}", 0))
    failure = sock.connect_ex(address)
    if failure not in (0, errno.EINPROGRESS, errno.EAGAIN):
        raise OSError(failure, f"cannot dial {address}")
    return sock


def check_dialled(sock: socket.socket | None) -> bool:
    return sock is not None and sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR) == 0
