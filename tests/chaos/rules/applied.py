"""What clients were handed: gapless, in order, once, the same for all, and all of it in the end."""

from collections.abc import Iterator
from typing import Any

from tests.chaos.history import Event, History, Log, Record, Room
from tests.chaos.violations import Violation

SHOWN = ("delivered", "masked")
TAKEN_DOWN = "message_removed"
#: Messages of one page of the room.
PAGE = 50

Position = tuple[str, int]


def runs_follow_one_another(history: History) -> Iterator[Violation]:
    """Each event follows the one before, from the cursor of the line or from a reset."""
    for log in history.logs:
        position: Position | None = None
        known: set[int] = set()
        for record in log.of("line", "reset", "run"):
            if record["what"] != "run":
                position, known = _start(record), set()
                continue
            for seq, through, *_ in record["events"]:
                if position != (record["epoch"], seq - 1):
                    yield _on(log, record, "runs_follow_one_another", _misplaced(position, record["epoch"], seq, known))
                position = (record["epoch"], through)
                known.update(range(seq, through + 1))


def _start(record: Record) -> Position | None:
    """Where a line begins, or a reset leaves off."""
    if record["what"] == "reset":
        return record["epoch"], record["seq"]
    return tuple(record["cursor"]) if record["cursor"] else None


def _misplaced(position: Position | None, epoch: str, seq: int, known: set[int]) -> str:
    if position is None:
        return f"seq {seq} came before any reset"
    if epoch != position[0]:
        return f"seq {seq} is of epoch {epoch}, the client's is {position[0]}"
    if seq in known:
        return f"seq {seq} came twice"
    if seq <= position[1]:
        return f"seq {seq} came after {position[1]}: out of order"
    return f"a hole: seq {seq} came after {position[1]}"


def events_are_those_of_the_log(history: History) -> Iterator[Violation]:
    for log in history.logs:
        room = history.rooms[log.room]
        by_seq, shown = room.by_seq, {m.id for m in room.messages if m.state in SHOWN}
        for record in log.of("run"):
            for event in record["events"]:
                if what := _differs(event, by_seq, shown):
                    yield _on(log, record, "events_are_those_of_the_log", what)


def _differs(handed: list[Any], by_seq: dict[int, Event], shown: set[str]) -> str:
    seq, through, kind, message, _client_id, fits, member = handed
    if kind == "hidden":
        return _wrongly_hidden([by_seq[n] for n in range(seq, through + 1) if n in by_seq], through, by_seq, shown)
    stored = by_seq.get(seq)
    if stored is None:
        return f"seq {seq} ({kind}) is not in the database"
    if kind != stored.kind or (kind.startswith("message") and message != stored.message):
        return f"seq {seq} is {kind} {message} here, and {stored.kind} {stored.message} in the database"
    if kind.startswith("member_") and member != stored.member:
        return f"seq {seq} is about member {member} here, and {stored.member} in the database"
    return f"seq {seq}: the words are not those of message {message}" if fits is False else ""


def _wrongly_hidden(stored: list[Event], through: int, by_seq: dict[int, Event], shown: set[str]) -> str:
    if through not in by_seq:
        return f"hidden through seq {through}, which is not in the database"
    lost = [event.seq for event in stored if event.kind == "message" and event.message in shown]
    return f"seq {lost[0]} was hidden, though its message is shown to everybody" if lost else ""


def resets_show_the_room(history: History) -> Iterator[Violation]:
    """A reset is the latest window of what is shown, up to its seq."""
    for log in history.logs:
        room = history.rooms[log.room]
        for record in log.of("reset"):
            if what := _window(record, room, log.person):
                yield _on(log, record, "resets_show_the_room", what)


def _window(reset: Record, room: Room, person: str) -> str:
    seqs = {message_id: seq for message_id, _, seq, _ in reset["messages"]}
    if list(seqs.values()) != sorted(seqs.values()) or len(seqs) > PAGE:
        return "its messages are not one page in the order of the log"
    for message_id, seq in seqs.items():
        stored = room.by_id.get(message_id)
        if stored is None or stored.seq != seq or seq > reset["seq"]:
            return f"message {message_id} with seq {seq} is not in the log up to {reset['seq']}"
    begins = max((from_seq for who, from_seq in room.members.values() if who == person), default=0)
    low = min(seqs.values(), default=0) if reset["more"] else begins + 1
    for stored in room.messages:
        due = stored.state in SHOWN and low <= (stored.seq or 0) <= reset["seq"]
        if due and stored.id not in seqs:
            return f"message {stored.id} (seq {stored.seq}) is missing up to {reset['seq']}"
    return ""


def what_was_taken_down_is_not_shown(history: History) -> Iterator[Violation]:
    """A resume shows the present state: words that this client knows to be gone don't come again."""
    for log in history.logs:
        room = history.rooms[log.room]
        gone = {event.message: event.seq for event in room.events if event.kind == TAKEN_DOWN}
        known = before = 0
        for record in log.of("line", "reset", "run"):
            if record["what"] == "line":
                before = known
                continue
            for message, seq in _with_words(record):
                if gone.get(message, before + 1) <= before:
                    what = f"message {message} (seq {seq}) has its words, {gone[message]} took it down"
                    yield _on(log, record, "what_was_taken_down_is_not_shown", what)
            known = max(known, _last(record))


def _with_words(record: Record) -> list[tuple[str, int]]:
    if record["what"] == "reset":
        return [(message_id, seq) for message_id, _, seq, _ in record["messages"]]
    return [(message, seq) for seq, _, kind, message, *_ in record["events"] if kind == "message"]


def _last(record: Record) -> int:
    return record["seq"] if record["what"] == "reset" else max(event[1] for event in record["events"])


def everybody_is_at_the_end(history: History) -> Iterator[Violation]:
    """Whoever stayed has all of the log when things have been calm for a while."""
    for log in history.logs:
        room = history.rooms[log.room]
        if any(log.of("left")):
            continue
        for record in log.of("end"):
            if tuple(record["cursor"] or ()) != (room.epoch, room.head):
                what = f"has applied {record['cursor']}, the log ends with {(room.epoch, room.head)}"
                yield _on(log, record, "everybody_is_at_the_end", what)


def _on(log: Log, record: Record, rule: str, what: str) -> Violation:
    return Violation(rule, log.name, f"room {log.room}, line {record['line']}, {record['t']:.3f} s", what)
