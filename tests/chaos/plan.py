"""What is going to happen, from one seed: who the clients are, what is broken when, what staff do when.

The same seed gives the same plan. What follows from it depends on the machine as well: a replay does the same things
at the same moments, not in the same microsecond.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

ROOMS, MEMBERS, PROCESSES = 3, 9, 2
#: A room of two in which little happens, so that nothing but the beat makes up for a lost wake-up.
QUIET = "quiet"
#: Seconds at the beginning in which nothing is broken, and at the end in which nothing new begins.
CALM_S, LAST_S = 3.0, 3.0
#: What each place of a room is for; the rest are ordinary. Two tabs are one person.
PLACES = ("leader", "ordinary", "slow", "doubler", "cutter", "resumer", "poller", "tab_a", "turned")
#: A longer stop of Redis than the bound on a delivery without it.
REDIS_GONE_S = (4.0, 14.0)

FAULTS = ("web_kill", "web_term", "redis_kill", "redis_flush", "redis_pause", "postgres_fast", "postgres_crash", "cut")
ACTS = ("turn", "turn", "turn", "end", "sign_out", "move", "release", "remove", "give_back")


@dataclass(frozen=True)
class Part:
    """One client. `place` is the number of its member in the room."""

    name: str
    room: int
    place: int
    kind: str
    says_every: float
    tab: str = "a"


@dataclass(frozen=True)
class Step:
    """Something that happens `at` so many seconds after the start, on a `target`, for `lasts` seconds."""

    at: float
    what: str
    target: int = 0
    lasts: float = 0.0

    def __str__(self) -> str:
        return f"{self.at:6.1f} s  {self.what} {self.target}" + (f" for {self.lasts:.1f} s" if self.lasts else "")


@dataclass(frozen=True)
class Plan:
    seed: int
    seconds: float
    parts: tuple[Part, ...] = ()
    faults: tuple[Step, ...] = ()
    acts: tuple[Step, ...] = field(default=())


def make(seed: int, seconds: float, *, rooms: int = ROOMS) -> Plan:
    dice = Random(seed)
    parts = tuple(_parts(dice, rooms))
    return Plan(seed, seconds, parts, tuple(_faults(dice, seconds)), tuple(_acts(dice, seconds, rooms)))


def _parts(dice: Random, rooms: int) -> Iterator[Part]:
    for room in range(rooms):
        for place in range(MEMBERS):
            kind = PLACES[place] if place < len(PLACES) else "ordinary"
            name = f"room{room}-{place}-{kind.replace('_', '-')}"
            yield Part(name, room, place, kind, says_every=round(dice.uniform(1.0, 4.0), 2))
            if kind == "tab_a":
                yield Part(f"room{room}-{place}-tab-b", room, place, "tab_b", says_every=4.0, tab="b")
    for place, kind in enumerate(("quiet", "quiet", "quiet_poll")):
        yield Part(f"quiet-{place}", rooms, place, kind, says_every=round(dice.uniform(12.0, 15.0), 2))


def _faults(dice: Random, seconds: float) -> Iterator[Step]:
    """Each kind once in an order of its own, then again, until the time is over."""
    at, kinds = CALM_S, list[str]()
    while at < seconds - LAST_S:
        kinds = kinds or dice.sample(FAULTS, len(FAULTS))
        what = kinds.pop()
        yield Step(round(at, 1), what, dice.randrange(PROCESSES), min(_lasts(dice, what), round(seconds - at, 1)))
        at += dice.uniform(1.5, 5.0)


def _lasts(dice: Random, what: str) -> float:
    spans = {"redis_kill": REDIS_GONE_S, "redis_pause": REDIS_GONE_S, "web_kill": (0.0, 2.0), "web_term": (0.0, 1.0)}
    return round(dice.uniform(*spans.get(what, (0.0, 0.0))), 1)


def _acts(dice: Random, seconds: float, rooms: int) -> Iterator[Step]:
    at = CALM_S
    while at < seconds - LAST_S:
        yield Step(round(at, 1), dice.choice(ACTS), dice.randrange(rooms), round(dice.uniform(0.2, 3.0), 1))
        at += dice.uniform(0.4, 1.6)
