"""What scenarios share: how long to measure, systems side by side with their loads, and windows in turn."""

import gc
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field

from tests.bench.dialling import NotConnected
from tests.bench.figures import median
from tests.bench.load import Load
from tests.bench.measure import LOAD_CORE, cpu_s, on_cores
from tests.bench.sides.base import Failed, Side, Unavailable
from tests.bench.windows import Drive, Window

#: Seconds for which a system runs warm before it is measured.
WARM_S = 1.0
#: Seconds that lines which have nothing to do are listened to between windows.
ASIDE_S = 0.2
WINDOW_S = 5.0


@dataclass(frozen=True)
class Plan:
    """`seconds` of measuring for each system and figure, in windows of five; `rows` of history."""

    seconds: float = 15.0
    rows: int = 300_000
    connect_within_s: float = 100.0

    @property
    def repetitions(self) -> int:
        return max(3, round(self.seconds / WINDOW_S))

    @property
    def window_s(self) -> float:
        return self.seconds / self.repetitions


@dataclass
class Measured:
    """One window, and what it cost the server's side."""

    window: Window
    cpu_s: float

    @property
    def per_cpu_s(self) -> float:
        return self.window.deliveries / self.cpu_s if self.cpu_s else 0.0


@dataclass
class Contender:
    """A system with its members connected, or why it is not there."""

    name: str
    side: Side | None = None
    load: Load | None = None
    why_not: str = ""
    measured: list[Measured] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def window(self, seconds: float, drive: Drive) -> None:
        if self.side is None or self.load is None:
            return
        self.load.run(WARM_S, drive)
        before = cpu_s(self.side.roots())
        window = self.load.watch(seconds)
        self.measured.append(Measured(window, cpu_s(self.side.roots()) - before))
        self._note(self.load.settle())
        say(f"  {self.name}: {self.measured[-1].per_cpu_s:,.0f} deliveries per CPU-second")

    def _note(self, wrong: str) -> None:
        if wrong and wrong not in self.faults:
            self.faults.append(wrong)

    def per_cpu_s(self) -> float | None:
        return median([one.per_cpu_s for one in self.measured])

    def load_share(self) -> float | None:
        return median([one.window.load for one in self.measured])

    def forget(self) -> None:
        self.measured, self.faults = [], []

    @property
    def broken(self) -> str:
        return "; ".join(self.faults)


Factory = Callable[[], Side]


@contextmanager
def contenders(factories: dict[str, Factory], *, rooms: int, members: int, plan: Plan) -> Iterator[list[Contender]]:
    """Those that can be had, connected; the others say why they can't."""
    with ExitStack() as stack:
        found = [_started(stack, name, factory, rooms, members) for name, factory in factories.items()]
        for contender in found:
            _connect(contender, found, plan)
        yield found


def _started(stack: ExitStack, name: str, factory: Factory, rooms: int, members: int) -> Contender:
    say(f"  {name}: starting")
    try:
        side = stack.enter_context(closing(factory()))
        return Contender(name, side, stack.enter_context(closing(Load(side.dialect, side.seats(rooms, members)))))
    except (Failed, Unavailable, OSError) as error:
        say(f"  {name}: not here: {error}")
        return Contender(name, why_not=last_line(error))


def _connect(contender: Contender, all_of_them: Sequence[Contender], plan: Plan) -> None:
    if contender.load is None:
        return
    others = [other.load for other in all_of_them if other.load and other is not contender]
    try:
        with on_cores(LOAD_CORE):
            contender.load.connect(plan.connect_within_s, beside=others)
    except NotConnected as error:
        say(f"  {contender.name}: {error}")
        contender.load.close()
        contender.side, contender.load, contender.why_not = None, None, last_line(error)


def in_turn(found: Sequence[Contender], drive: Callable[[], Drive], plan: Plan) -> None:
    """A window of each, again and again, so that what else the machine does hits all alike."""
    with on_cores(LOAD_CORE), quiet():
        for _ in range(plan.repetitions):
            for contender in found:
                contender.window(plan.window_s, drive())
                listen_to(found)


def listen_to(found: Sequence[Contender]) -> None:
    """Servers ask now and then whether their clients are still there."""
    for contender in found:
        if contender.load:
            contender.load.go_on(ASIDE_S)


@contextmanager
def quiet() -> Iterator[None]:
    """Without a garbage collection in the middle of a window."""
    gc.collect()
    gc.freeze()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        gc.unfreeze()


def last_line(error: Exception) -> str:
    lines = [line for line in str(error).splitlines() if line.strip()] or [type(error).__name__]
    return lines[-1][:200]


def say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def seconds_until(holds: Callable[[], bool], load: Load, *, within: float) -> float | None:
    """How long it took, with the lines served meanwhile; None: it never came to hold."""
    began = time.monotonic()
    while not holds():
        if time.monotonic() - began > within:
            return None
        load.go_on(0.05)
    return time.monotonic() - began
