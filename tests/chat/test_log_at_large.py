"""Whatever happens in a room, in whatever order: every reader gets the log without a gap or a double, and no words
after their time."""

from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from accounts.models import SignIn
from chat import selectors, services, tasks, wire
from chat.errors import MessageExpired, MessageMoved
from chat.models import Message, Room
from core import clock
from groups.models import SupportGroup
from records.models import RetentionRule
from tests.chat.conftest import Talk

DAYS = 2
WRITERS = ("ana", "ben", "fay")


@dataclass
class Reader:
    """What a client holds: a cursor, and the words it has put on its page."""

    seat: str
    cursor: wire.Cursor | None = None
    seen: list[int] = field(default_factory=list)
    words: dict[str, dict[str, Any]] = field(default_factory=dict)

    def take(self, event: dict[str, Any]) -> None:
        through = event.get("through", event["seq"])
        self.seen += range(event["seq"], through + 1)
        if event["kind"] in ("message", "message_restored"):
            self.words[event["message"]["id"]] = event["message"]
        if event["kind"] == "message_removed":
            self.words.pop(event["message_id"], None)
        for message_id in event.get("message_ids", ()):
            self.words.pop(message_id, None)


class RoomAtLarge(RuleBasedStateMachine):
    def __init__(self, talk: Talk, offset: Path) -> None:
        super().__init__()
        self.talk, self.offset, self.days = talk, offset, 0.0
        self.offset.write_text("0")
        self.savepoint = transaction.savepoint()
        self.said: list[wire.Posted] = []
        self.readers = [Reader("ana"), Reader("ben")]

    def teardown(self) -> None:
        transaction.savepoint_rollback(self.savepoint)

    # What people and time do

    @rule(who=st.sampled_from(WRITERS), how=st.sampled_from(["", "hold ", "flag ", "crisis "]))
    def say(self, who: str, how: str) -> None:
        self.said.append(self.talk.say(who, f"{how}words {len(self.said)}"))

    @precondition(lambda self: self.said)
    @rule(data=st.data(), move=st.sampled_from(["release", "give_back", "remove", "withdraw", "again", "retry"]))
    def move(self, data: st.DataObject, move: str) -> None:
        posted = data.draw(st.sampled_from(self.said))
        try:
            (getattr(self, f"_{move}", None) or getattr(self.talk, move))(posted)
        except (MessageMoved, MessageExpired):
            pass

    def _withdraw(self, posted: wire.Posted) -> None:
        message = self.talk.message(posted)
        services.withdraw_own(person_id=message.author_id, message_id=message.pk)

    def _again(self, posted: wire.Posted) -> None:
        message = self.talk.message(posted)
        who = next(name for name in WRITERS if self.talk.seats[name].person_id == message.author_id)
        self.talk.say(who, f"other words for {message.pk}", replaces=message.pk)

    def _retry(self, posted: wire.Posted) -> None:
        before = (Message.objects.count(), self.talk.room.head)
        message = self.talk.message(posted)
        who = next(name for name in WRITERS if self.talk.seats[name].person_id == message.author_id)
        index = self.said.index(posted)
        how = next(how for how in ("", "hold ", "flag ", "crisis ") if self._said_with(posted, f"{how}words {index}"))
        self.talk.say(who, f"{how}words {index}", client_id=posted.client_id)
        assert (Message.objects.count(), self.talk.room.head) == before

    def _said_with(self, posted: wire.Posted, body: str) -> bool:
        return selectors.body_of(self.talk.message(posted), revision=1) == body

    @rule(days=st.sampled_from([0.1, 1.0, DAYS]))
    def time_passes(self, days: float) -> None:
        self.days += days
        self.offset.write_text(str(self.days * 86400))
        SignIn.objects.update(started_at=clock.now(), active_at=clock.now())

    @rule()
    def worker_runs(self) -> None:
        tasks.expire_messages()

    # What readers do

    @rule(which=st.integers(0, 1), limit=st.sampled_from([1, 3, 100]))
    def read_on(self, which: int, limit: int) -> None:
        reader, room, at = self.readers[which], self.talk.room, clock.now()
        if selectors.needs_reset(room, self.talk.seats[reader.seat], reader.cursor):
            self._start_again(reader, room, at)
            return
        assert reader.cursor is not None
        after = reader.cursor.seq
        pieces = selectors.serve_events(room, after=after, limit=limit, leaders=False, at=at)
        for piece in pieces:
            reader.take(msgspec.json.decode(piece.json))
            self._is_not_over(piece, at)
        through = pieces[-1].through if pieces else after
        assert through == min(after + limit, room.head)
        reader.cursor = wire.Cursor(epoch=room.epoch, seq=through)

    @rule(which=st.integers(0, 1), data=st.data())
    def resume_from_an_older_cursor(self, which: int, data: st.DataObject) -> None:
        """A client that lost what it held: whatever it asks for from there on is the same run again."""
        reader = self.readers[which]
        if reader.cursor is None or not reader.seen:
            return
        seq = data.draw(st.integers(reader.seen[0] - 1, reader.cursor.seq))
        reader.seen = [number for number in reader.seen if number <= seq]
        reader.cursor = wire.Cursor(epoch=reader.cursor.epoch, seq=seq)
        reader.words = {key: message for key, message in reader.words.items() if message["seq"] <= seq}

    @rule(which=st.integers(0, 1))
    def forget_everything(self, which: int) -> None:
        self.readers[which] = Reader(self.readers[which].seat)

    def _start_again(self, reader: Reader, room: Room, at: Any) -> None:
        reset = selectors.reset(room, self.talk.seats[reader.seat], at=at)
        reader.cursor = wire.Cursor(epoch=reset.epoch, seq=reset.seq)
        reader.seen = []
        reader.words = {str(message.id): msgspec.to_builtins(message) for message in reset.messages}
        assert all(message.shown_until > clock.wire(at) for message in reset.messages)

    def _is_not_over(self, piece: selectors.Piece, at: Any) -> None:
        assert piece.until is None or piece.until > at - timedelta(milliseconds=1)

    # What is always so

    @invariant()
    def seqs_are_dense(self) -> None:
        for reader in self.readers:
            if reader.seen:
                assert reader.seen == list(range(reader.seen[0], reader.seen[0] + len(reader.seen)))

    @invariant()
    def whoever_has_everything_holds_what_is_shown_and_nothing_else(self) -> None:
        room, at = self.talk.room, clock.now()
        for reader in self.readers:
            if reader.cursor is None or reader.cursor.seq < room.head:
                continue
            now = clock.wire(at)
            held = {message["body"] for message in reader.words.values() if message["shown_until"] > now}
            page, _ = selectors.window(room, self.talk.seats[reader.seat], head=room.head, at=at)
            assert held == {message.body for message in page}


@pytest.fixture
def offset(tmp_path: Path, settings: Any) -> Path:
    settings.CLOCK_OFFSET_FILE = str(tmp_path / "clock")
    settings.RATES_LIFTED = True
    return tmp_path / "clock"


def test_every_reader_has_the_whole_log_once_and_no_words_after_their_time(talk: Talk, offset: Path):
    SupportGroup.objects.update(monitor_rule=SupportGroup.MonitorRule.NOT_NEEDED, paced=False)
    RetentionRule.objects.create(kind="ordinary", days=DAYS, set_at=clock.now(), set_by="system")
    run_state_machine_as_test(
        lambda: RoomAtLarge(talk, offset),
        settings=settings(
            max_examples=15,
            stateful_step_count=25,
            deadline=None,
            derandomize=True,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        ),
    )
