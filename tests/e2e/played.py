"""A room's server in the hands of a test: the page is real, its line is ours. For what one server cannot be brought to
do at will, and for frames in any order."""

import html
import json
import re
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from playwright.sync_api import WebSocketRoute, expect

from tests.e2e.people import MONDAY, Member

BLOCK = '<script id="{}" type="application/json">(.*?)</script>'
READERS = {
    "en": "The people in this circle and 3 staff can read this.",
    "es": "Lo pueden leer las personas de este círculo y 3 del personal.",
}
LIMITS = {"body": 2000, "window": 256}
RETENTION = {"days": 365, "text": "Words stay here for 365 days."}


class PlayedRoom:
    """What the page of one member hears. `sent`: what the page has said, but for `ping`, `applied` and `read`; how far
    the last `applied` says it is: `applied`. What it asks of the session is done at once. The page's clock is ours:
    `passes`."""

    def __init__(self, member: Member, *, can: list[str]) -> None:
        self.member = member
        self.readers = READERS[getattr(member, "language", "en")]
        self.can = can
        self.sent: list[dict[str, Any]] = []
        self.session: dict[str, Any] = {"id": "s", "state": "open", "phase": "check_in", "turn": None, "hands": []}
        self.applied = 0
        self.line: WebSocketRoute | None = None
        self.is_known = self.is_greeted = False
        member.page.clock.install()
        member.page.route_web_socket(re.compile("/ws/rooms/"), self._connect)
        self._open()

    def _open(self) -> None:
        came = self.member.page.goto(self.member.site.url(self.member.door, self.member.site.room_of(MONDAY)))
        page = came.text() if came else ""
        self.members = _block(page, "room-members")
        self.session |= {"ends_at": _block(page, "room-session")["ends_at"], "listen_only": False}
        self.epoch, self.at = _attribute(page, "epoch"), _attribute(page, "now")
        self.seq = int(_attribute(page, "head"))
        self.me = next(one for one in self.members if one["id"] == _attribute(page, "me"))
        self.messages = re.findall(r'data-message="([^"]+)"[^>]*data-author="([^"]+)"', page)
        self.opened = self.member.page.evaluate("() => Date.now()")
        self.is_known = True
        if self.is_greeted:
            self._ready()
        expect(self.member.page.locator("[data-readers]")).to_have_text(self.readers)

    def id_of(self, alias: str) -> str:
        return str(next(one["id"] for one in self.members if one["alias"] == alias))

    def last_of(self, alias: str) -> str:
        """The last message of this member."""
        return str(next(message for message, author in reversed(self.messages) if author == self.id_of(alias)))

    def says(self, **frame: Any) -> None:
        assert self.line
        self.line.send(json.dumps(frame))

    def event(self, kind: str, **fields: Any) -> None:
        self.seq += 1
        self.says(type="events", epoch=self.epoch, events=[{"seq": self.seq, "kind": kind, "at": self.at, **fields}])

    def moves(self, kind: str, *, change: dict[str, Any], **fields: Any) -> None:
        """The session is another one now, and an event says so."""
        self.session |= change
        self.event(kind, session=self.session, **fields)

    def lets(self, *can: str) -> None:
        """From now on this person may send these frames."""
        self.can = list(can)
        self._ready()

    def passes(self, ms: int) -> None:
        self.member.page.clock.run_for(ms)

    def jumps(self, minutes: float) -> None:
        """As when the device slept: each timer that was due goes off once."""
        self.member.page.clock.fast_forward(int(minutes * 60_000))

    def gives_turn(self, alias: str | None, *, hands: Sequence[str] = (), passed: str | None = None) -> None:
        turn = self.id_of(alias) if alias else None
        change = {"turn": turn, "hands": [self.id_of(one) for one in hands]}
        self.moves("turn", change=change, member_id=turn, passed=passed)

    def speaks(self, alias: str, body: str, *, lang: str = "en") -> str:
        """Somebody says something; answers the id of it."""
        told = {"id": str(uuid4()), "client_id": str(uuid4()), "author": {"id": self.id_of(alias), "alias": alias}}
        shown = {"said_at": self.at, "shown_until": "2099-01-01T00:00:00Z", "state": "delivered", "reactions": []}
        self.event("message", message={**told, **shown, "body": body, "lang": lang, "seq": self.seq + 1})
        return told["id"]

    def ends_in(self, minutes: float) -> None:
        """From the server's clock as it is now."""
        now = self.member.page.evaluate("([at, gone]) => Date.parse(at) + Date.now() - gone", [self.at, self.opened])
        ends = datetime.fromtimestamp(now / 1000 + minutes * 60, tz=UTC).isoformat()
        self.moves("phase", change={"ends_at": ends})

    def supports(self, alias: str, whose: str, reaction: str, *, on: bool = True) -> None:
        message = self.last_of(whose)
        self.event("reaction", message_id=message, member_id=self.id_of(alias), reaction=reaction, on=on)

    def closes(self, code: int) -> None:
        assert self.line
        self.line.close(code=code)

    def heard(self, kind: str) -> list[dict[str, Any]]:
        return [frame for frame in self.sent if frame["type"] == kind]

    def _connect(self, line: WebSocketRoute) -> None:
        self.line = line
        line.on_message(self._hear)

    def _hear(self, text: str | bytes) -> None:
        frame = json.loads(text)
        if frame["type"] == "hello":
            self.is_greeted = True
            if self.is_known:
                self._ready()
        elif frame["type"] == "applied":
            self.applied = frame["seq"]
        elif frame["type"] not in ("ping", "read"):
            self.sent.append(frame)
            self._does(frame)

    def _does(self, frame: dict[str, Any]) -> None:
        me, kind = self.me["id"], frame["type"]
        if kind == "react":
            given = {"message_id": frame["message"], "reaction": frame["kind"], "on": frame["on"]}
            self.event("reaction", member_id=me, **given)
        elif kind == "phase":
            self.moves("phase", change={"phase": frame["phase"]})
        elif kind == "listen_only":
            event = "posting_paused" if frame["on"] else "posting_resumed"
            self.moves(event, change={"listen_only": frame["on"]}, why="listen_only")
        elif kind in ("hand", "lower_hand"):
            self._lifts(frame.get("member", me), frame.get("up", False))
        elif kind in ("turn", "pass"):
            self._turns(frame.get("member"), passed=me if kind == "pass" else None)

    def _lifts(self, member: str, up: bool) -> None:
        others = [one for one in self.session["hands"] if one != member]
        self.moves("hand", change={"hands": [*others, member] if up else others}, member_id=member, up=up)

    def _turns(self, member: str | None, *, passed: str | None) -> None:
        hands = [one for one in self.session["hands"] if one != member]
        self.moves("turn", change={"turn": member, "hands": hands}, member_id=member, passed=passed)

    def _ready(self) -> None:
        room = {"members": self.members, "session": self.session, "retention": RETENTION, "name": MONDAY, "lang": "en"}
        who = self.readers
        self.says(type="ready", room=room, me=self.me, can=self.can, readers=who, epoch=self.epoch, head=self.seq,
                  limits=LIMITS)  # fmt: skip


def _block(page: str, name: str) -> Any:
    found = re.search(BLOCK.format(name), page, re.DOTALL)
    assert found, name
    return json.loads(html.unescape(found[1]))


def _attribute(page: str, name: str) -> str:
    found = re.search(rf' data-{name}="([^"]*)"', page)
    assert found, name
    return html.unescape(found[1])
