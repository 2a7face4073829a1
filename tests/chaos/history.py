"""What a run leaves behind: what each client saw and did, what staff did, what was broken, and the database's log.

Times are seconds of the machine's monotonic clock, the same for all who write here. No words of messages anywhere.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

Record = dict[str, Any]

#: Acts of staff that end somebody's right to read a room, and those that give it back.
ENDS = ("end", "away", "move")
BEGINS = ("seat", "back", "return_home")
#: Acts that end a sign-in.
SIGN_OUTS = ("sign_out", "move")


@dataclass(frozen=True)
class Act:
    """One act of staff, between `began` and `ended`. `sign_in`: the one that the person had then."""

    act: str
    began: float
    ended: float
    room: str = ""
    person: str = ""
    sign_in: str = ""
    message: str = ""


@dataclass(frozen=True)
class Fault:
    """What was broken, from when until when it worked again. `slow`: an answer that anybody had to wait for."""

    kind: str
    target: str
    began: float
    ended: float


#: While the database is away or the machine is busy, everything takes as much longer.
SLOW = ("postgres_fast", "postgres_crash", "slow")
#: What connections of before a restart take to be tried again.
AGAIN_S = 5.0


@dataclass(frozen=True)
class Event:
    """One row of a room's log. `member`: the membership that a `member_…` event is about; `released`: a message that
    was held before, and got its place by a decision of staff."""

    seq: int
    kind: str
    message: str | None = None
    member: str | None = None
    audience: str = "everybody"
    released: bool = False


@dataclass(frozen=True)
class Message:
    id: str
    client_id: str
    person: str
    state: str
    seq: int | None
    rev: int = 1


@dataclass(frozen=True)
class Room:
    """A room as the database has it at the end. `members`: membership -> (person, seq after which it reads)."""

    id: str
    epoch: str
    head: int
    events: tuple[Event, ...] = ()
    messages: tuple[Message, ...] = ()
    members: dict[str, tuple[str, int]] = field(default_factory=dict)

    @property
    def by_seq(self) -> dict[int, Event]:
        return {event.seq: event for event in self.events}

    @property
    def by_id(self) -> dict[str, Message]:
        return {message.id: message for message in self.messages}


@dataclass(frozen=True)
class Log:
    """What one client wrote down, in its order. `kind`: ordinary, slow, doubler, …"""

    name: str
    room: str
    person: str
    kind: str = "ordinary"
    tab: str = "tab"
    leads: bool = False
    records: list[Record] = field(default_factory=list)

    def of(self, *kinds: str) -> Iterator[Record]:
        return (record for record in self.records if record["what"] in kinds)


@dataclass(frozen=True)
class History:
    """All of it. `quiet`: rooms in which delays are looked at."""

    logs: list[Log]
    rooms: dict[str, Room]
    acts: list[Act] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    quiet: frozenset[str] = frozenset()


def allowance(history: History, since: float, until: float) -> float:
    """Seconds by which a bound is later, because in this time nothing could be read, or only slowly."""
    away = [fault for fault in history.faults if fault.kind in SLOW and fault.began < until and fault.ended > since]
    total, reached = AGAIN_S * sum(fault.kind != "slow" for fault in away), since
    for fault in sorted(away, key=lambda fault: fault.began):
        total += max(0.0, fault.ended - max(fault.began, reached))
        reached = max(reached, fault.ended)
    return total


def save(history: History, folder: Path) -> None:
    """One file per client, a line per record; the rest beside them."""
    folder.mkdir(parents=True, exist_ok=True)
    for log in history.logs:
        head = {"client": {**asdict(log), "records": None}}
        _lines(folder / f"{log.name}.jsonl", [head, *log.records])
    _lines(folder / "acts.jsonl", map(asdict, history.acts))
    _lines(folder / "faults.jsonl", map(asdict, history.faults))
    _lines(folder / "rooms.jsonl", map(asdict, history.rooms.values()))


def _lines(file: Path, rows: Iterable[Record]) -> None:
    file.write_text("".join(json.dumps(row) + "\n" for row in rows))
