"""The log itself: dense, one place per message, one message per `client_id`, nothing that nobody said."""

from collections import Counter
from collections.abc import Iterator

from tests.chaos.history import History, Room
from tests.chaos.violations import Violation


def seq_is_dense(history: History) -> Iterator[Violation]:
    for room in history.rooms.values():
        found = [event.seq for event in room.events]
        for seq, times in Counter(found).items():
            if times > 1:
                yield _in(room, "seq_is_dense", f"seq {seq} was given {times} times")
        for seq in sorted(set(range(1, room.head + 1)) - set(found)):
            yield _in(room, "seq_is_dense", f"seq {seq} is missing, the head is {room.head}")


def messages_have_their_place(history: History) -> Iterator[Violation]:
    """A message that has a seq has it from its event."""
    for room in history.rooms.values():
        places = {event.message: event.seq for event in room.events if event.kind == "message"}
        for message in room.messages:
            if message.seq != places.get(message.id):
                said = f"message {message.id} has seq {message.seq}, its event {places.get(message.id)}"
                yield _in(room, "messages_have_their_place", said)


def one_message_per_client_id(history: History) -> Iterator[Violation]:
    for room in history.rooms.values():
        said = Counter((message.person, message.client_id) for message in room.messages)
        for (person, client_id), times in said.items():
            if times > 1:
                what = f"{times} messages of {person} for client_id {client_id}"
                yield _in(room, "one_message_per_client_id", what)


def nothing_is_invented(history: History) -> Iterator[Violation]:
    """Whatever is stored was sent, and sent whole: half a frame is no post."""
    sends = [record for log in history.logs for record in log.of("sent")]
    whole = {record["client_id"] for record in sends if record["whole"]}
    half = {record["client_id"] for record in sends} - whole
    for room in history.rooms.values():
        for message in room.messages:
            if message.client_id not in whole:
                how = "was cut in the middle" if message.client_id in half else "was never sent"
                yield _in(room, "nothing_is_invented", f"client_id {message.client_id} {how}, and is stored")


def _in(room: Room, rule: str, what: str) -> Violation:
    return Violation(rule, "the database", f"room {room.id}", what)
