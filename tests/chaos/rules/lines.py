"""Lines: the window, the close codes, two tabs, and how long a lost wake-up may delay."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from math import inf

from tests.chaos.history import BEGINS, ENDS, SIGN_OUTS, History, Log, Record, allowance
from tests.chaos.violations import Violation

WINDOW = 256
SENT_AWAY, PROTOCOL_ERROR, ELSEWHERE = (4401, 4403, 4404), 4400, 4409
#: Leases are looked at every ten seconds.
TABS_BOUND_S = 40.0
#: The page says 2 seconds. Generous: a machine may be busy, and a bound that fails by itself is worth nothing.
DELAY_BOUND_S = 10.0


@dataclass
class Line:
    """One line of one client: its records from opening to close."""

    log: Log
    opened: Record
    records: list[Record] = field(default_factory=list)

    @property
    def ready_at(self) -> float:
        return next((record["t"] for record in self.records if record["what"] == "ready"), inf)

    @property
    def closed_at(self) -> float:
        return next((record["t"] for record in self.records if record["what"] == "closed"), inf)


def lines_of(log: Log) -> list[Line]:
    found: list[Line] = []
    for record in log.records:
        if record["what"] == "line":
            found.append(Line(log, record))
        elif found:
            found[-1].records.append(record)
    return found


def window_is_kept(history: History) -> Iterator[Violation]:
    """Never more events unapplied than the window holds."""
    for line in (line for log in history.logs for line in lines_of(log) if line.opened["how"] == "socket"):
        cursor = line.opened["cursor"]
        applied = cursor[1] if cursor else 0
        for record in line.records:
            if record["what"] in ("applied", "reset"):
                applied = record["seq"]
            elif record["what"] == "run" and record["events"][-1][1] - applied > WINDOW:
                what = f"seq {record['events'][-1][1]} was handed over with {applied} applied"
                yield _on(line.log, record, "window_is_kept", what)


def nobody_is_sent_away_without_cause(history: History) -> Iterator[Violation]:
    for line in (line for log in history.logs for line in lines_of(log)):
        for record in line.records:
            code = record.get("code") if record["what"] == "closed" else None
            if code == PROTOCOL_ERROR:
                yield _on(line.log, record, "nobody_is_sent_away_without_cause", "4400 for frames that are right")
            elif code in SENT_AWAY and not _right_was_over(history, line, record["t"]):
                what = f"{code}, and no right of theirs had ended"
                yield _on(line.log, record, "nobody_is_sent_away_without_cause", what)
            elif code == ELSEWHERE and not _another_tab(history, line, record["t"]):
                yield _on(line.log, record, "nobody_is_sent_away_without_cause", "4409, and there is no other tab")


def _right_was_over(history: History, line: Line, until: float) -> bool:
    """Whether this line met a time in which some right of this person was over."""
    acts = [act for act in history.acts if act.person == line.log.person]
    for number, act in enumerate(acts):
        if act.act not in (*ENDS, *SIGN_OUTS) or act.began > until:
            continue
        back = ("sign_in",) if act.act in SIGN_OUTS else BEGINS
        if line.opened["t"] <= next((later.ended for later in acts[number:] if later.act in back), inf):
            return True
    return False


def _another_tab(history: History, line: Line, until: float) -> bool:
    others = [log for log in history.logs if log.person == line.log.person and log.tab != line.log.tab]
    return any(record["t"] <= until for log in others for record in log.of("line"))


def one_tab_at_a_time(history: History) -> Iterator[Violation]:
    """When another tab has come in, the first one goes on being served for as long as it takes to notice."""
    for log in history.logs:
        others = [other for other in history.logs if other.person == log.person and other.tab != log.tab]
        for line in lines_of(log):
            for later in (later for other in others for later in lines_of(other)):
                if line.ready_at < later.ready_at and (at := _served_beside(history, line, later)):
                    what = f"was served at {at:.3f} s; tab {later.log.tab} is here since {later.ready_at:.3f} s"
                    yield _on(log, line.opened, "one_tab_at_a_time", what)


def _served_beside(history: History, line: Line, later: Line) -> float:
    """When this line was handed something, long after the later one came in and while that was still there."""
    heard = [record["t"] for record in line.records if record["what"] in ("run", "reset")]
    until = max((record["t"] for record in later.records if record["what"] in ("run", "head")), default=0)
    noticed = later.ready_at + TABS_BOUND_S
    noticed += allowance(history, later.ready_at, noticed)
    return next((at for at in heard if noticed < at < until), 0)


def a_lost_wake_up_only_delays(history: History) -> Iterator[Violation]:
    """In rooms where little is said nothing else makes up for it. Only lines that stayed open all the while count."""
    logs = [log for log in history.logs if log.room in history.quiet]
    said = [record for log in logs for record in log.of("posted") if record["state"] == "delivered"]
    for line in (line for log in logs for line in lines_of(log)):
        for posted in said:
            if line.ready_at < posted["t"] < line.closed_at and (what := _late(history, line, posted)):
                yield _on(line.log, posted, "a_lost_wake_up_only_delays", what)


def _late(history: History, line: Line, posted: Record) -> str:
    since = posted["t"]
    heard = next((record["t"] for record in line.records if _brings(record, posted["seq"])), line.closed_at)
    if heard == inf or heard - since <= DELAY_BOUND_S + allowance(history, since, heard):
        return ""
    return f"seq {posted['seq']} took {heard - since:.1f} s"


def _brings(record: Record, seq: int) -> bool:
    if record["what"] == "run":
        return record["events"][-1][1] >= seq
    return record["what"] == "reset" and record["seq"] >= seq


def _on(log: Log, record: Record, rule: str, what: str) -> Violation:
    return Violation(rule, log.name, f"room {log.room}, line {record['line']}, {record['t']:.3f} s", what)
