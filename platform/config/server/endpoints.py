"""Where to listen, as Twisted writes it."""

#: Connections that the kernel holds for us while we answer others: a whole facility may come back at once.
BACKLOG = 4096


def tcp(host: str, port: int) -> str:
    return f"tcp:port={port}:interface={host.replace(':', chr(92) + ':')}:backlog={BACKLOG}"


def unix(path: str) -> str:
    return f"unix:address={path.replace(':', chr(92) + ':')}:backlog={BACKLOG}:lockfile=0"


def inherited(descriptor: int) -> str:
    """A TCP socket that a supervisor has opened for us and listens on."""
    return f"fd:fileno={descriptor}"
