"""Ends of rights: after the event that ended somebody's right, nothing is handed to them, and nothing taken."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import inf

from tests.chaos.history import BEGINS, ENDS, SIGN_OUTS, Act, History, Log, Record, Room, allowance
from tests.chaos.violations import Violation

#: The page says 1 or 2 seconds.
SIGN_OUT_BOUND_S = 10.0
LEFT, JOINED = ("member_left", "member_away"), "member_joined"


@dataclass(frozen=True)
class Gap:
    """A time without a right: from the event `end_seq`, which one act wrote, to the next act that gave it back.
    `from_seq`: after which the seat that was given back reads."""

    end_seq: int
    end: Act
    begin_seq: float = inf
    from_seq: float = inf
    begin_began: float = inf
    begin_ended: float = inf

    def covers(self, seq: int) -> bool:
        return self.end_seq < seq < self.begin_seq


def gaps(history: History, room: Room, person: str) -> list[Gap]:
    """In order. Acts and events of one person come in the same order: staff have one desk."""
    ends = [act for act in history.acts if (act.room, act.person) == (room.id, person) and act.act in ENDS]
    begins = [act for act in history.acts if (act.room, act.person) == (room.id, person) and act.act in BEGINS]
    mine = {member for member, (who, _) in room.members.items() if who == person}
    lost = [event.seq for event in room.events if event.member in mine and event.kind in LEFT]
    joined = [event for event in room.events if event.member in mine and event.kind == JOINED]
    found = []
    for number, (seq, act) in enumerate(zip(lost, ends, strict=False)):
        given = next((event for event in joined if event.seq > seq), None)
        if given is None or number >= len(begins):
            found.append(Gap(seq, act))
        else:
            from_seq, back = room.members[given.member or ""][1], begins[number]
            found.append(Gap(seq, act, given.seq, from_seq, back.began, back.ended))
    return found


def each_end_is_in_the_log(history: History) -> Iterator[Violation]:
    for room in history.rooms.values():
        for person in {act.person for act in history.acts if act.room == room.id and act.act in ENDS}:
            acts = [act for act in history.acts if (act.room, act.person) == (room.id, person) and act.act in ENDS]
            found = len(gaps(history, room, person))
            if found != len(acts):
                what = f"{len(acts)} ends of a right, {found} events of them"
                yield Violation("each_end_is_in_the_log", person, f"room {room.id}", what)


def nothing_after_the_end_of_a_right(history: History) -> Iterator[Violation]:
    for log in history.logs:
        over = gaps(history, history.rooms[log.room], log.person)
        head: float = inf
        for record in log.of("line", "ready", "run", "reset"):
            if record["what"] == "line":
                head = inf if record["how"] == "poll" else -1
            elif record["what"] == "ready":
                head = record["head"] if head == -1 else head
            elif what := _too_late(record, over, head):
                yield _on(log, record, "nothing_after_the_end_of_a_right", what)


def _too_late(record: Record, over: list[Gap], head: float) -> str:
    """`head`: of the socket's first `ready`. A line that was there before the event gets nothing that follows it."""
    last = record["seq"] if record["what"] == "reset" else record["events"][-1][1]
    for gap in over:
        was_there = head < gap.end_seq < last
        if gap.end_seq < last and (record["t"] < gap.begin_began or was_there):
            return f"was handed seq {last}, the right ended with seq {gap.end_seq} ({gap.end.act})"
    return ""


def nothing_from_between_two_seats(history: History) -> Iterator[Violation]:
    """Who left and got a seat again never reads what was said in between. (Who was away does.)"""
    for log in history.logs:
        all_of_them = gaps(history, history.rooms[log.room], log.person)
        over = [gap for gap in all_of_them if gap.end.act == "end" and gap.from_seq < inf]
        for record in log.of("run", "reset"):
            for seq in _seqs(record):
                if any(gap.end_seq < seq <= gap.from_seq for gap in over):
                    what = f"was handed seq {seq}, from a time without a seat"
                    yield _on(log, record, "nothing_from_between_two_seats", what)


def _seqs(record: Record) -> list[int]:
    if record["what"] == "reset":
        return [seq for _, _, seq, _ in record["messages"]]
    return [seq for event in record["events"] for seq in range(event[0], event[1] + 1)]


def nothing_after_the_end_of_a_sign_in(history: History) -> Iterator[Violation]:
    for log in history.logs:
        ended = _sign_outs(history, log)
        act: Act | None = None
        opened = 0.0
        for record in log.of("line", "ready", "run", "reset"):
            if record["what"] == "line":
                act, opened = ended.get(record["sign_in"]), record["t"]
            elif act is not None and (opened > act.ended or record["t"] > act.ended + _bound(history, act.ended)):
                what = f"was handed {record['what']}, the sign-in ended at {act.ended:.3f} s ({act.act})"
                yield _on(log, record, "nothing_after_the_end_of_a_sign_in", what)


def _sign_outs(history: History, log: Log) -> dict[str, Act]:
    return {act.sign_in: act for act in history.acts if act.act in SIGN_OUTS and act.person == log.person}


def _bound(history: History, at: float) -> float:
    return SIGN_OUT_BOUND_S + allowance(history, at, at + SIGN_OUT_BOUND_S)


def nothing_is_taken_without_a_right(history: History) -> Iterator[Violation]:
    """A post that was only ever sent after the end of the right to post is not taken."""
    for person in {log.person for log in history.logs}:
        logs = [log for log in history.logs if log.person == person]
        sends = [(log, record) for log in logs for record in log.of("sent") if record["whole"]]
        for log in logs:
            over, ended = gaps(history, history.rooms[log.room], person), _sign_outs(history, log)
            for record in log.of("posted"):
                mine = [
                    send for _, send in sends if send["client_id"] == record["client_id"] and send["t"] <= record["t"]
                ]
                if mine and all(_had_no_right(send, record["t"], over, ended) for send in mine):
                    what = f"client_id {record['client_id']} was taken, and sent only after the end of a right"
                    yield _on(log, record, "nothing_is_taken_without_a_right", what)


def _had_no_right(send: Record, answered: float, over: list[Gap], ended: dict[str, Act]) -> bool:
    act = ended.get(send["sign_in"])
    if act is not None and send["t"] > act.ended:
        return True
    return any(gap.end.ended < send["t"] and answered < gap.begin_began for gap in over)


def nothing_is_logged_without_a_right(history: History) -> Iterator[Violation]:
    """Between the end of a right and its return the log has nothing new of that person, but what staff release."""
    for room in history.rooms.values():
        for person in {act.person for act in history.acts if act.room == room.id}:
            over = gaps(history, room, person)
            mine = {message.id for message in room.messages if message.person == person}
            for event in room.events:
                said = event.kind == "message" and event.message in mine and not event.released
                if said and (gap := next((gap for gap in over if gap.covers(event.seq)), None)):
                    what = f"seq {event.seq} is theirs, the right ended with seq {gap.end_seq} ({gap.end.act})"
                    yield Violation("nothing_is_logged_without_a_right", person, f"room {room.id}", what)


def _on(log: Log, record: Record, rule: str, what: str) -> Violation:
    return Violation(rule, log.name, f"room {log.room}, line {record['line']}, {record['t']:.3f} s", what)
