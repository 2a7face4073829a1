"""How long a first visit takes on a slow line and a slow tablet: until the words can be read and the form sent, and
until the live line is up. The browser itself is slowed down (Chromium's DevTools); the baseline is the same page with
nothing compressed."""

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.bench.figures import median
from tests.bench.lab import Plan
from tests.bench.sides.base import Unavailable
from tests.bench.table import Row
from tests.e2e import chromium
from tests.e2e.engines import cdp
from tests.e2e.engines.loads import as_released, load_of, settled
from tests.e2e.engines.person import Person
from tests.e2e.people import MONDAY
from tests.e2e.site import Home, Site, make_world

#: 1 Mbit/s each way in bytes per second, milliseconds to the server and back, and how much slower the processor is.
SPEED, ROUND_TRIP_MS, SLOWER = 125_000, 300, 4
#: Milliseconds since the visit began. A plain form can be sent once all of the page is there and shown.
READ_AND_SENT = """(() => {
  const shown = performance.getEntriesByName('first-contentful-paint')[0];
  return shown && Math.max(shown.startTime, performance.getEntriesByType('navigation')[0].domInteractive);
})()"""
#: As it stands in an event, quoted.
IS_LIVE = r"\"type\":\"ready\""


@dataclass(frozen=True)
class Visit:
    """Seconds until the words can be read and the form sent, until the line is up (None: the page has none); bytes."""

    read: float
    live: float | None
    bytes: int


def rows(plan: Plan) -> Iterator[Row]:
    binary = chromium.binary()
    if binary is None:
        raise Unavailable("no Chromium here: sudo apt-get install chromium")
    with tempfile.TemporaryDirectory(prefix="same-circle-bench-") as folder:
        home = Home(Path(folder) / "world")
        home.folder.mkdir()
        make_world(home)
        with as_released(home) as site, cdp.browser(binary) as tab:
            yield from _rows(Browsing(Person(tab, site, "tablet"), plan.repetitions), site)


def _rows(browsing: "Browsing", site: Site) -> Iterator[Row]:
    browsing.slow_down()
    browsing.person.open("/start/tablet/alder/")
    yield from browsing.page("sign-in", "/sign-in/")
    browsing.person.signs_in("Quiet River", number="ID number", pin="PIN", button="Sign in")
    yield from browsing.page("home", "/home/")
    yield from browsing.page("room", site.room_of(MONDAY), has_line=True)


@dataclass
class Browsing:
    """One person at a slow tablet, who opens each page several times: the figure is the median."""

    person: Person
    times: int

    def slow_down(self) -> None:
        slow = {"latency": ROUND_TRIP_MS, "downloadThroughput": SPEED, "uploadThroughput": SPEED}
        self.person.tab.call("Network.emulateNetworkConditions", offline=False, **slow)
        self.person.tab.call("Emulation.setCPUThrottlingRate", rate=SLOWER)

    def page(self, name: str, path: str, *, has_line: bool = False) -> Iterator[Row]:
        self._accept("gzip")
        cold = self._visits(lambda: self._cold(path, has_line))
        warm = self._visits(lambda: self._visit(path, has_line))
        self._accept()
        plain = self._visits(lambda: self._cold(path, has_line))
        read = "until it can be read and the form sent"
        yield Row(f"{name}, first visit: {read}", *_both(cold, plain, lambda it: it.read), reach="≤ 2.5")
        yield Row(f"{name}, later visit: {read}", _of(warm, lambda it: it.read), "s", reach="≤ 2.5")
        if has_line:
            yield Row(f"{name}, first visit: until the live line is up", *_both(cold, plain, lambda it: it.live))
            yield Row(f"{name}, later visit: until the live line is up", _of(warm, lambda it: it.live), "s")
        kilobytes = [_of(visits, lambda it: it.bytes / 1000) for visits in (cold, plain)]
        yield Row(f"{name}, first visit: over the wire", kilobytes[0], "kB", kilobytes[1], "≤ 80")
        yield Row(f"{name}, later visit: over the wire", _of(warm, lambda it: it.bytes / 1000), "kB")

    def _accept(self, *encodings: str) -> None:
        self.person.tab.call("Network.setAcceptedEncodings", encodings=list(encodings))

    def _visits(self, visit: Callable[[], Visit]) -> list[Visit]:
        return [visit() for _ in range(self.times)]

    def _cold(self, path: str, has_line: bool) -> Visit:
        self.person.tab.call("Network.clearBrowserCache")
        return self._visit(path, has_line)

    def _visit(self, path: str, has_line: bool) -> Visit:
        tab = self.person.tab
        tab.events.clear()
        self.person.open(path)
        read: float = tab.until(READ_AND_SENT)
        live = self._live() if has_line else None
        settled(tab)
        return Visit(read / 1000, live, load_of(list(tab.events)).bytes)

    def _live(self) -> float:
        """The server's `ready` is the first thing that a page hears once it is let in."""
        begun = next(event for event in self.person.tab.events if event["method"] == "Network.requestWillBeSent")
        ready = self.person.tab.until_heard("Network.webSocketFrameReceived", IS_LIVE)
        return float(ready["params"]["timestamp"] - begun["params"]["timestamp"])


def _both(
    ours: list[Visit], plain: list[Visit], figure: Callable[[Visit], float | None]
) -> tuple[float | None, str, float | None]:
    return _of(ours, figure), "s", _of(plain, figure)


def _of(visits: list[Visit], figure: Callable[[Visit], float | None]) -> float | None:
    return median([found for found in map(figure, visits) if found is not None])
