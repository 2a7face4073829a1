"""Who may stay: authority read anew where something has changed, and leases renewed while their lines are open."""

from collections.abc import Iterable
from uuid import UUID

from chat.live import leases, standing
from chat.live.chores import Chores
from chat.live.connections import Connection
from chat.live.lane import visit
from chat.live.leases import Fate
from chat.live.rooms import LiveRoom, Rooms, Waiting
from chat.live.standing import Standing
from core import changes
from core.errors import RuleError
from groups.errors import SignedOut

#: Seats whose authority is read in one visit to the database's lane.
SEATS_AT_ONCE = 64


class Keeper:
    """Closes the lines of those who lost their right, and tells those for whom it changed."""

    def __init__(self, rooms: Rooms, chores: Chores) -> None:
        self._rooms = rooms
        self._chores = chores
        self._reader = changes.Reader()
        self._changes_wanted = False

    async def begin(self) -> None:
        """Take our place in the change table: nothing that ends a right after this moment is missed."""
        await visit(self._reader.read)

    # Authority

    async def check(self, connections: Iterable[Connection]) -> None:
        waiting = list(connections)
        for start in range(0, len(waiting), SEATS_AT_ONCE):
            some = [c for c in waiting[start : start + SEATS_AT_ONCE] if c.over is None]
            asked = [(connection.guest, connection.standing) for connection in some]
            answers = await visit(standing.check, asked)
            for connection, answer in zip(some, answers, strict=True):
                _tell_standing(connection, answer)

    async def check_room(self, room: LiveRoom) -> None:
        await self.check(room.joined())

    def check_soon(self, connections: list[Connection]) -> None:
        if connections:
            self._chores.begin(self.check(connections))

    def want_changes(self) -> None:
        if not self._changes_wanted:
            self._changes_wanted = True
            self._chores.begin(self.read_changes())

    async def read_changes(self) -> None:
        """What ended or narrowed rights, from the change table in one query: whoever hangs on it is looked at anew."""
        self._changes_wanted = False
        found = await visit(self._reader.read)
        if found:
            await self.check(self._affected(found))

    def _affected(self, found: Iterable[tuple[str, str]]) -> list[Connection]:
        affected: dict[Connection, None] = {}
        for kind, subject in found:
            for line in self._rooms.lines():
                if not line.guest.depends_on(kind, subject):
                    continue
                if isinstance(line, Waiting):
                    line.signal.set()
                else:
                    affected[line] = None
        return list(affected)

    # Leases

    async def renew_leases(self) -> None:
        """All leases held here, in one statement."""
        await self.check_leases(self._rooms.connections())
        polled = [waiting.lease for waiting in self._rooms.waiting() if waiting.lease]
        if polled:
            await visit(leases.renew_polled, polled)

    async def check_leases(self, connections: Iterable[Connection]) -> None:
        held = {c.lease: c for c in connections if c.lease is not None and c.over is None}
        if not held:
            return
        asked = {lease: (connection.guest, connection.tab) for lease, connection in held.items()}
        fates = await visit(leases.renew, asked)
        for lease, fate in fates.items():
            _suffer(held[lease], fate)

    def check_leases_soon(self, connections: list[Connection]) -> None:
        if connections:
            self._chores.begin(self.check_leases(connections))


def _tell_standing(connection: Connection, answer: Standing | RuleError) -> None:
    if isinstance(answer, SignedOut):
        connection.end(4401)
    elif isinstance(answer, RuleError):
        connection.end(4403, connection.guest.notice(answer))
    else:
        connection.standing, connection.believed, connection.check_at = answer.key, answer.authority, answer.check_at
        for frame in answer.frames:
            connection.tell(frame)


def _suffer(connection: Connection, fate: Fate | UUID) -> None:
    if fate == Fate.ELSEWHERE:
        connection.lease = None
        connection.end(4409)
    elif fate == Fate.REPLACED:
        connection.lease = None
        connection.end(1000)
    elif not isinstance(fate, Fate):
        connection.lease = fate  # it had lapsed, nobody took it, and it was taken anew
