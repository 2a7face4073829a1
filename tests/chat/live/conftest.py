"""One hub per test, without timers; its clock is a file."""

from collections.abc import AsyncIterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import pytest_asyncio
from channels.db import database_sync_to_async
from channels.layers import channel_layers
from django.db import connections

from chat.live import delivery, hub
from core import wakeups
from tests import factories as make
from tests import live_helpers
from tests.live_helpers import Clock


@pytest.fixture
def rows(transactional_db: None) -> None:
    """Committed rows. Here each test says by its own mark whether it also runs on the real servers."""


@pytest_asyncio.fixture(autouse=True)
async def _one_hub(rows: None, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[None]:
    """Its connections to the database are closed before the rows go."""
    monkeypatch.setattr(hub, "ticking", False)
    monkeypatch.setattr(delivery, "PRESENT_EVERY_S", 0.0)
    channel_layers.backends.clear()
    yield
    if hub._hub is not None:
        await hub._hub.stop()
    hub._hub = None
    wakeups.postman.queue.clear()
    await database_sync_to_async(connections.close_all)()


@pytest.fixture
def clock(tmp_path: Path, settings: Any) -> Clock:
    settings.CLOCK_OFFSET_FILE = str(tmp_path / "clock")
    return Clock(tmp_path / "clock")


@pytest.fixture
def open_room(live_cast: SimpleNamespace) -> SimpleNamespace:
    """The cast in an open session which Fay watches."""
    live_cast.session = make.open_session(live_cast.group, watched_by=live_cast.seat("fay"))
    live_cast.callers = SimpleNamespace(
        **{n: live_cast.caller(n) for n in ("ana", "ben", "fay", "oz", "tam", "xan", "mo", "mia")}
    )
    assert live_cast.next_door.room  # read now: tests of sockets can't
    return live_cast


@pytest.fixture(params=["plain", "preframed"])
def each_way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Frames go out by ASGI's `send`, then by the server's pre-framed writing. Whatever is true of one is of both."""
    monkeypatch.setattr(live_helpers, "is_preframed", request.param == "preframed")
