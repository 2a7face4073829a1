"""What a set of processes costs: CPU time and memory, read from /proc. And where processes may run."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

PROC = Path("/proc")
TICK_S = 1 / os.sysconf("SC_CLK_TCK")

#: The server side's core, and the generator's. A machine with one core has them share it.
CORES = sorted(os.sched_getaffinity(0))
SERVER_CORE, LOAD_CORE = CORES[0], CORES[-1]


@dataclass(frozen=True)
class Stat:
    """What /proc/<pid>/stat says that we need. Seconds of CPU with those of children that have ended."""

    parent: int
    cpu_s: float


def parse_stat(line: str) -> Stat:
    """The name in brackets may hold anything, so fields are counted from the last bracket on."""
    fields = line.rpartition(")")[2].split()
    return Stat(parent=int(fields[1]), cpu_s=sum(int(ticks) for ticks in fields[11:15]) * TICK_S)


def read_stats(proc: Path = PROC) -> dict[int, Stat]:
    """All processes of this moment."""
    found = {}
    for folder in proc.iterdir():
        if folder.name.isdecimal():
            try:
                found[int(folder.name)] = parse_stat((folder / "stat").read_text())
            except (FileNotFoundError, ProcessLookupError):
                continue  # ended meanwhile: its parent has its time
    return found


def tree(roots: Iterable[int], stats: dict[int, Stat]) -> set[int]:
    """These processes and all that descend from them."""
    inside = {pid for pid in roots if pid in stats}
    while True:
        more = {pid for pid, stat in stats.items() if stat.parent in inside} - inside
        if not more:
            return inside
        inside |= more


def cpu_s(roots: Iterable[int], proc: Path = PROC) -> float:
    """User and system seconds of these processes and their descendants, so far."""
    stats = read_stats(proc)
    return sum(stats[pid].cpu_s for pid in tree(roots, stats))


def parse_pss(text: str) -> int:
    """KiB of proportional memory in a `smaps_rollup`."""
    return next(int(line.split()[1]) for line in text.splitlines() if line.startswith("Pss:"))


def memory_kib(roots: Iterable[int], proc: Path = PROC) -> int:
    """Proportional memory of these processes and their descendants: pages they share count once."""
    total = 0
    for pid in tree(roots, read_stats(proc)):
        try:
            total += parse_pss((proc / str(pid) / "smaps_rollup").read_text())
        except (FileNotFoundError, ProcessLookupError):
            continue
    return total


@contextmanager
def on_cores(*cores: int) -> Iterator[None]:
    """What is started in here runs on these cores, and stays there."""
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, cores)
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)
