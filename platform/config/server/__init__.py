"""The default server: Daphne, with a deeper backlog, patience for slow handshakes, frames that are made once, and an
orderly way to go.

`daphne config.asgi:application` serves the same application on the same paths; it only goes less politely, and writes
frames one by one.
"""

from config.server.endpoints import inherited, tcp, unix
from config.server.serving import Server

__all__ = ["Server", "inherited", "tcp", "unix"]
