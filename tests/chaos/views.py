"""What a client knows of its room, frame by frame."""

import time
from collections.abc import Callable
from typing import Any, Protocol

from tests.chaos.history import Record
from tests.chaos.outbox import Outbox, words_for

#: So long somebody may be behind a head that was told.
BEHIND_S = 6.0
#: Frames that need nothing of such a small client.
PASSING = ("pong", "present", "typing", "done")


class Note(Protocol):
    def __call__(self, what: str, **values: Any) -> None: ...


class View:
    """`cursor`: everything up to there is applied. `told_applied`: what the server was told of that."""

    def __init__(self, note: Note, outbox: Outbox) -> None:
        self.note, self.outbox = note, outbox
        self.cursor: tuple[str, int] | None = None
        self.told_applied = 0
        self.can: set[str] = set()
        self.is_ready = False
        #: Seconds that a notice asked to wait before the next line.
        self.wait = 0.0
        self._head: tuple[float, str, int] | None = None
        self._takes: dict[str, Callable[[Record], bool | None]] = {
            "ready": self._ready,
            "events": self._events,
            "reset": self._reset,
            "posted": self._posted,
            "error": self._error,
            "head": self._hear_head,
            "notice": self._notice,
        }

    def new_line(self) -> None:
        self.is_ready, self._head = False, None

    @property
    def may_post(self) -> bool:
        return self.is_ready and "post" in self.can

    def take(self, frame: Record) -> bool:
        """False: this client can't go on with this line."""
        if frame["type"] in self._takes:
            return self._takes[frame["type"]](frame) is not False
        if frame["type"] not in PASSING:
            self.note("unknown", type=frame["type"])
        return True

    def is_left_behind(self) -> bool:
        """Behind a head that was told a while ago: what is missing is asked for again, by a new line."""
        if self._head is None or self.cursor is None:
            return False
        told_at, epoch, seq = self._head
        is_behind = self.cursor[0] != epoch or self.cursor[1] < seq
        return is_behind and time.monotonic() - told_at > BEHIND_S

    def _ready(self, frame: Record) -> None:
        self.can, self.is_ready = set(frame["can"]), True
        self.note("ready", epoch=frame["epoch"], head=frame["head"], can=sorted(self.can))
        if self.cursor is not None:
            self.told_applied = self.cursor[1]
        self.outbox.changed()

    def _events(self, frame: Record) -> bool:
        self.note("run", epoch=frame["epoch"], events=[_seen(event) for event in frame["events"]])
        for event in frame["events"]:
            if self.cursor != (frame["epoch"], event["seq"] - 1):
                self.note("gap", cursor=self.cursor, seq=event["seq"])
                return False
            self.cursor = (frame["epoch"], event.get("through", event["seq"]))
            self._show((event.get("message") or {}).get("client_id"), because="event")
        return True

    def _reset(self, frame: Record) -> None:
        messages = [[m["id"], m["client_id"], m["seq"], m["state"]] for m in frame["messages"]]
        self.note("reset", epoch=frame["epoch"], seq=frame["seq"], messages=messages, more=frame["more"])
        self.cursor, self.told_applied = (frame["epoch"], frame["seq"]), frame["seq"]
        for message in frame["messages"]:
            self._show(message["client_id"], because="event")

    def _posted(self, frame: Record) -> None:
        said = {name: frame.get(name) for name in ("client_id", "state", "rev", "message", "seq")}
        self.note("posted", **said)
        if frame["state"] == "delivered":
            self.outbox.mine.append(frame["message"])
            self._show(frame["client_id"], because="posted")
        self.outbox.answered(frame["client_id"])

    def _show(self, client_id: str | None, *, because: str) -> None:
        """An own message is shown as sent."""
        if self.outbox.answered(client_id):
            self.note("shown", client_id=client_id, because=because)

    def _error(self, frame: Record) -> None:
        self.note("error", code=frame["code"], client_id=frame.get("client_id"))
        self.outbox.later(frame.get("client_id"), at=time.monotonic() + float(frame.get("retry_after") or 1.0))

    def _hear_head(self, frame: Record) -> None:
        self.note("head", epoch=frame["epoch"], seq=frame["seq"])
        self._head = (time.monotonic(), frame["epoch"], frame["seq"])

    def _notice(self, frame: Record) -> None:
        self.note("notice", code=frame["code"])
        self.wait = float(frame.get("retry_after") or 0)


def _seen(event: Record) -> list[Any]:
    """seq, through, kind, message, client_id, whether its words belong to it, member."""
    message = event.get("message") or {}
    fits = None if not message or message["state"] == "masked" else _fits(message)
    about = event.get("member")
    member = about.get("id") if isinstance(about, dict) else about
    found, through = message.get("id") or event.get("message_id"), event.get("through", event["seq"])
    return [event["seq"], through, event["kind"], found, message.get("client_id"), fits, member]


def _fits(message: Record) -> bool:
    return message["body"] in (words_for(message["client_id"]), words_for(message["client_id"], held=True))
