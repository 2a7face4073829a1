"""A room in which people talk, with the ports of chat filled by `fakes`."""

from collections.abc import Iterator
from datetime import datetime
from types import SimpleNamespace
from typing import Any
from uuid import UUID

import pytest

from chat import selectors, services, wire
from chat.models import Message, Room
from chat.selectors import Piece
from core import clock
from core.ids import new_id
from groups.seats import Seat
from tests import factories as make
from tests.chat import fakes
from tests.settings import ON_REAL_SERVERS

#: Statements that PostgreSQL alone understands.
collect_ignore = [] if ON_REAL_SERVERS else ["test_postgres.py"]


@pytest.fixture
def ports(settings: Any) -> Iterator[fakes.FakeDesk]:
    settings.CHAT_SCREENER = "tests.chat.fakes.screen"
    settings.CHAT_DESK = "tests.chat.fakes.desk"
    fakes.desk.calls.clear()
    fakes.drafts.clear()
    fakes.desk.breaks = False
    fakes.let_go.clear()
    yield fakes.desk
    fakes.let_go.set()


class Talk:
    """An open session that Fay watches, and short ways to say and read in it."""

    def __init__(self, cast: SimpleNamespace) -> None:
        self.cast = cast
        self.group = cast.group
        self.seats: dict[str, Seat] = {name: cast.seat(name) for name in ("ana", "ben", "fay", "mo")}
        self.session = make.open_session(cast.group, watched_by=self.seats["fay"])

    @property
    def room(self) -> Room:
        return Room.objects.select_related("group").get(group=self.group)

    def say(self, who: str, body: str, *, at: datetime | None = None, **more: Any) -> wire.Posted:
        return services.say(seat=self.seats[who], post=post(body, **more), at=at)

    def message(self, posted: wire.Posted) -> Message:
        return Message.objects.get(pk=posted.message)

    def release(self, posted: wire.Posted) -> None:
        message = self.message(posted)
        services.release(message_id=message.pk, by=self.cast.mo, revision=message.revision)

    def give_back(self, posted: wire.Posted) -> None:
        message = self.message(posted)
        services.return_to_writer(
            message_id=message.pk, by=self.cast.mo, revision=message.revision, code="contact_info", spans=[(0, 4)]
        )

    def remove(self, posted: wire.Posted) -> None:
        message = self.message(posted)
        services.remove(message_id=message.pk, by=self.cast.mo, revision=message.revision, code="contact_info")

    def log(
        self, *, after: int = 0, leaders: bool = False, at: datetime | None = None, limit: int = 1000
    ) -> list[Piece]:
        return selectors.serve_events(self.room, after=after, limit=limit, leaders=leaders, at=at or clock.now())

    def read(self, who: str = "ben", *, at: datetime | None = None) -> list[str]:
        room = self.room
        page, _ = selectors.window(room, self.seats[who], head=room.head, at=at or clock.now())
        return [message.body for message in page]

    def own(self, who: str = "ana") -> list[wire.Posted]:
        person_id = self.seats[who].person_id
        assert person_id is not None
        return selectors.own_states(self.room, person_id, at=clock.now())


def post(body: str, *, client_id: UUID | None = None, lang: Any = "en", **more: Any) -> wire.Post:
    return wire.Post(client_id=client_id or new_id(), body=body, lang=lang, **more)


@pytest.fixture
def talk(cast: SimpleNamespace, ports: fakes.FakeDesk) -> Talk:
    return Talk(cast)


@pytest.fixture
def live_talk(live_cast: SimpleNamespace, ports: fakes.FakeDesk) -> Talk:
    """The same in committed rows, for threads."""
    return Talk(live_cast)
