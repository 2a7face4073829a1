"""PostgreSQL with fsync on, and Redis, on the server's core: a pair for each system, so that each has its own bill."""

from contextlib import closing

from tests.bench.measure import SERVER_CORE, on_cores
from tests.bench.sides.base import Closing
from tests.servers import PostgresServer, redis


class Stores(Closing):
    """`url` is of a database named `samecircle`, `owner_url` is its owner's."""

    def __init__(
        self, cores: tuple[int, ...] = (SERVER_CORE,), *, postgres: type[PostgresServer] = PostgresServer
    ) -> None:
        super().__init__()
        with on_cores(*cores):
            self.postgres = self.stack.enter_context(closing(postgres(fsync=True)))
            self.redis = self.stack.enter_context(redis())

    def pids(self) -> list[int]:
        return [server.process.pid for server in (self.postgres, self.redis) if server.process]
