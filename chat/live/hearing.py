"""Hearing wake-ups: one channel of this process, at two addresses. They may be lost; deaf, the hub goes on by its
beat."""

import asyncio
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

import structlog
from channels.layers import get_channel_layer

from chat import addresses
from core import changes, clock

logger = structlog.get_logger(__name__)

#: Seconds that subscribing may take before we go on without.
LAYER_LIMIT_S = 1.0
#: Seconds before the layer is tried again.
LAYER_PAUSE_S = 1.0
#: The in-memory layer forgets group members after a day.
SUBSCRIBE_AGAIN = timedelta(hours=1)
ADDRESSES = (changes.ADDRESS, addresses.ROOMS)


class Ear:
    """Subscribed for the whole life of the hub, so that each room is subscribed to before anything of it is read.
    `changed`: something stands in the change table. `heard`: something happened in a room."""

    def __init__(self, *, changed: Callable[[], None], heard: Callable[[Mapping[str, Any]], None]) -> None:
        self._changed = changed
        self._heard = heard
        self._channel: str | None = None
        self._since: datetime | None = None
        self._deaf = False

    async def tune_in(self) -> None:
        """A channel of our own; without one the beat goes on alone."""
        layer = get_channel_layer()
        if layer is None:
            return
        try:
            async with asyncio.timeout(LAYER_LIMIT_S):
                channel = await layer.new_channel()
                for address in ADDRESSES:
                    await layer.group_add(address, channel)
        except Exception as error:
            self._note_deaf(error)
            return
        self._channel, self._since = channel, clock.now()
        self._note_hearing()

    async def listen(self) -> None:
        """For as long as the layer lives; then, until it is back, the beat alone."""
        while True:
            layer = get_channel_layer()
            try:
                if self._channel is None:
                    await self.tune_in()
                if self._channel is None or layer is None:
                    await asyncio.sleep(LAYER_PAUSE_S)
                    continue
                self._take_in(await layer.receive(self._channel))
            except Exception as error:
                self._note_deaf(error)
                self._channel = None
                await asyncio.sleep(LAYER_PAUSE_S)

    async def stay_subscribed(self) -> None:
        """Before the layer forgets us."""
        if self._channel is not None and self._since and clock.now() - self._since >= SUBSCRIBE_AGAIN:
            await self.tune_in()

    def _take_in(self, heard: Mapping[str, Any]) -> None:
        """Whatever a wake-up lacks or has too much of, nothing worse happens than a look at the database."""
        for wake in _wakes(heard):
            try:
                if "change" in wake:
                    self._changed()
                else:
                    self._heard(wake)
            except (TypeError, ValueError):
                logger.warning("wake-up not understood")

    def _note_deaf(self, error: Exception) -> None:
        if not self._deaf:
            logger.warning("no wake-ups: the beat goes on alone", error=type(error).__name__)
        self._deaf = True

    def _note_hearing(self) -> None:
        if self._deaf:
            logger.info("wake-ups are back")
        self._deaf = False


def _wakes(heard: Mapping[str, Any]) -> Iterable[Mapping[str, Any]]:
    """Wake-ups that were sent together arrive together."""
    wakes = heard.get("wakes")
    return [wake for wake in wakes if isinstance(wake, Mapping)] if isinstance(wakes, list) else []
