"""What a load is told to do, and what is seen of it."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.bench.lines import Room

if TYPE_CHECKING:
    from tests.bench.load import Load


class Drive:
    """Who posts when. The plain one never does."""

    def start(self, load: "Load") -> None: ...

    def turn(self, load: "Load", now: float) -> float:
        """Post what is due; answers when it wants to be called again."""
        return now + 1.0

    def goal_reached(self, load: "Load", room: Room) -> None: ...


@dataclass
class Window:
    """What happened in some seconds."""

    seconds: float
    deliveries: int
    acked: int
    latencies: list[float] = field(default_factory=list)  # post to delivered, of one member per room, in seconds
    acks: list[float] = field(default_factory=list)
    #: The generator's own CPU, as a share of one core.
    load: float = 0.0
