"""What happened in a run, in one table. For information: no figure here decides anything."""

from collections import Counter
from collections.abc import Iterator, Sequence

from tests.chaos.history import History, Log


def table(history: History) -> str:
    return "\n".join(f"  {name:<28}{value}" for name, value in _rows(history))


def _rows(history: History) -> Iterator[tuple[str, object]]:
    records = [record for log in history.logs for record in log.records]
    count = Counter(record["what"] for record in records)
    sent = [record for record in records if record["what"] == "sent"]
    yield "faults", _counted(fault.kind for fault in history.faults)
    yield "acts", _counted(act.act for act in history.acts if act.act != "look")
    yield "lines opened", count["line"]
    yield "ready", count["ready"]
    yield "closed with", _counted(str(record["code"]) for record in records if record["what"] == "closed")
    yield "posts sent", len({record["client_id"] for record in sent if record["whole"]})
    yield "sent again", len(sent) - len({record["client_id"] for record in sent})
    yield "cut in the middle", sum(not record["whole"] for record in sent)
    yield "answered", _counted(record["state"] for record in records if record["what"] == "posted")
    yield "not taken", _counted(record["code"] for record in records if record["what"] == "error")
    yield "events applied", sum(len(record["events"]) for record in records if record["what"] == "run")
    yield "resets", count["reset"]
    yield "left behind by a head", count["behind"]
    yield "unknown frames", _counted(record["type"] for record in records if record["what"] == "unknown")
    yield "events in the log", sum(len(room.events) for room in history.rooms.values())
    yield "post to posted, ms", _quantiles([ms for log in history.logs for ms in _answer_times(log)])


def _counted(names: Iterator[str]) -> str:
    return ", ".join(f"{name} {number}" for name, number in sorted(Counter(names).items())) or "none"


def _answer_times(log: Log) -> Iterator[float]:
    """From the first time a post was sent to its answer, whatever happened in between."""
    first: dict[str, float] = {}
    for record in log.of("sent", "posted"):
        if record["what"] == "sent":
            first.setdefault(record["client_id"], record["t"])
        elif (began := first.pop(record["client_id"], None)) is not None:
            yield (record["t"] - began) * 1000


def _quantiles(values: Sequence[float]) -> str:
    if not values:
        return "none"
    ordered = sorted(values)
    return f"p50 {ordered[len(ordered) // 2]:.0f}, p99 {ordered[len(ordered) * 99 // 100]:.0f}, of {len(ordered)}"
