"""A process that goes: everybody is told to come back, not all at once, and what was begun is finished first."""

from math import ceil

from chat.live import hub as hubs
from chat.live.connections import Connection
from chat.live.errors import LineRestarts

#: Lines that come back in each second of the window: what the processes that stay can take in beside their work.
BACK_PER_S = 400
#: Seconds of the longest window: nobody is to miss more of a session than that.
LONGEST_S = 30


def window(lines: int) -> int:
    """Seconds over which so many lines are to come back."""
    return max(1, min(LONGEST_S, ceil(lines / BACK_PER_S)))


def drain() -> None:
    """From now on nobody is let in, and whoever is here is told to come back; whose frame is being answered, after
    that. Without a hub there is nobody to tell."""
    hub = hubs.running()
    if hub is None:
        return
    hub.draining = window(sum(1 for _ in hub.rooms.lines()))
    for connection in hub.rooms.connections():
        if not connection.busy:
            send_away(connection, hub.draining)
    for waiting in hub.rooms.waiting():
        waiting.signal.set()


def send_away(connection: Connection, seconds: int) -> None:
    connection.end(1012, connection.guest.notice(LineRestarts(retry_after=seconds)))
