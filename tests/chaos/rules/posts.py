"""What writers were told: acknowledged is stored, under the number that was told; nothing else is shown as sent."""

from collections.abc import Iterator

from tests.chaos.history import History, Log, Message, Record
from tests.chaos.violations import Violation

SHOWN = ("delivered", "masked")
#: States of which nothing is stored.
UNSTORED = ("nudged", "refused")
#: States that are told again after each `ready`, until the writer has put them aside.
TOLD = ("held", "returned", "masked", "removed")
#: Answers that a client which never uses an id twice must not get.
NEVER = ("client_id.reused", "frame.malformed", "frame.unknown", "frame.too_early")


def acknowledged_is_stored(history: History) -> Iterator[Violation]:
    for log in history.logs:
        stored = _stored(history, log)
        for record in log.of("posted"):
            if what := _differs(record, stored.get(record["client_id"])):
                yield _on(log, record, "acknowledged_is_stored", what)


def _differs(told: Record, stored: Message | None) -> str:
    named = f"client_id {told['client_id']} was acknowledged as {told['state']}"
    if told["state"] in UNSTORED:
        return f"{named}, and is stored" if stored else ""
    if stored is None:
        return f"{named}, and is not in the database"
    if told["message"] != stored.id:
        return f"{named} with message {told['message']}, the database has {stored.id}"
    if told["state"] in SHOWN and told["seq"] != stored.seq:
        return f"{named} with seq {told['seq']}, the database has {stored.seq}"
    return ""


def shown_as_sent_is_acknowledged(history: History) -> Iterator[Violation]:
    """Shown as sent only after `posted: delivered`, or after the message came back in the log; and then it is there."""
    for log in history.logs:
        stored, told = _stored(history, log), set[str]()
        for record in log.of("posted", "run", "reset", "shown"):
            if record["what"] != "shown":
                told |= _tells(record)
                continue
            found = stored.get(record["client_id"])
            if record["client_id"] not in told or found is None or found.seq is None:
                what = f"client_id {record['client_id']} is shown as sent, and nobody has acknowledged it"
                yield _on(log, record, "shown_as_sent_is_acknowledged", what)


def _tells(record: Record) -> set[str]:
    if record["what"] == "posted":
        return {record["client_id"]} if record["state"] in SHOWN else set()
    if record["what"] == "reset":
        return {client_id for _, client_id, *_ in record["messages"]}
    return {event[4] for event in record["events"]}


def every_post_is_answered(history: History) -> Iterator[Violation]:
    for log in history.logs:
        for record in log.of("error"):
            if record["code"] in NEVER:
                yield _on(log, record, "every_post_is_answered", f"was answered {record['code']}")
        for record in log.of("end"):
            if record["outbox"] and not any(log.of("left")):
                what = f"{len(record['outbox'])} posts were never answered, the first {record['outbox'][0]}"
                yield _on(log, record, "every_post_is_answered", what)


def writers_know_the_present_state(history: History) -> Iterator[Violation]:
    """What waits or was decided is told to its writer, with its latest `rev`. (Of two tabs only the one that sent a
    message hears at once that it is held; the other when it comes in, or when it is decided.)"""
    for log in history.logs:
        ends = list(log.of("end"))
        if any(log.of("left")) or not ends:
            continue
        told: dict[str, int] = {}
        sent = {record["client_id"] for record in log.of("sent")}
        for record in log.of("posted"):
            told[record["client_id"]] = max(record["rev"], told.get(record["client_id"], 0))
        for message in _stored(history, log).values():
            is_due = message.state in TOLD and (message.rev > 1 or message.client_id in sent)
            if is_due and told.get(message.client_id, 0) != message.rev:
                known = told.get(message.client_id, 0)
                what = f"client_id {message.client_id} is {message.state} (rev {message.rev}), told was rev {known}"
                yield _on(log, ends[-1], "writers_know_the_present_state", what)


def _stored(history: History, log: Log) -> dict[str, Message]:
    """This person's messages, by client_id."""
    return {m.client_id: m for m in history.rooms[log.room].messages if m.person == log.person}


def _on(log: Log, record: Record, rule: str, what: str) -> Violation:
    return Violation(rule, log.name, f"room {log.room}, line {record['line']}, {record['t']:.3f} s", what)
