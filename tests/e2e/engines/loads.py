"""What a page needs over the wire, as the browser itself counts it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from tests.e2e.engines.cdp import Tab
from tests.e2e.site import Home, Site, embedded

#: What text is sent as. Below a packet's size nothing is won.
IS_TEXT = ("text/", "application/json", "image/svg")
#: Seconds without a word of the browser after which a page is whole.
QUIET_S = 0.5


@dataclass
class Answer:
    """One answer: its bytes on the wire, with its headers, and who made the browser ask for it."""

    url: str
    asked_by: str
    kind: str = ""
    encoding: str = ""
    bytes: int = 0
    kept: bool = False

    @property
    def name(self) -> str:
        return self.url.partition("/static/")[2] or "the page"


@dataclass
class Load:
    """All answers of one visit, in the order in which they were asked for."""

    answers: dict[str, Answer] = field(default_factory=dict)

    @property
    def bytes(self) -> int:
        return sum(answer.bytes for answer in self.answers.values())

    def __str__(self) -> str:
        lines = [f"{one.bytes:>7,}  {one.encoding or '-':5} {one.asked_by:7} {one.name}" for one in self]
        return "\n".join([*lines, f"{self.bytes:>7,}  bytes in {len(self.answers)} answers"])

    def __iter__(self) -> Iterator[Answer]:
        return iter(self.answers.values())


def visit(tab: Tab, url: str) -> Load:
    """Open this page, and hear it out until nothing more comes."""
    tab.events.clear()
    tab.open(url)
    settled(tab)
    return load_of(list(tab.events))


def settled(tab: Tab) -> None:
    """Listen until the browser has nothing more to say."""
    heard = -1
    while heard != len(tab.events):
        heard = len(tab.events)
        tab.listen(QUIET_S)


def load_of(events: list[dict[str, Any]]) -> Load:
    load = Load()
    for event in events:
        about = event.get("params", {})
        _take(load.answers, event.get("method", ""), about.get("requestId", ""), about)
    return load


def _take(answers: dict[str, Answer], method: str, request: str, about: dict[str, Any]) -> None:
    if method == "Network.requestWillBeSent" and about["request"]["url"].startswith("http"):
        answers[request] = Answer(about["request"]["url"], about["initiator"]["type"])
    if request not in answers:
        return
    answer = answers[request]
    if method == "Network.responseReceived":
        headers = {name.lower(): value for name, value in about["response"]["headers"].items()}
        answer.kind, answer.encoding = about["response"]["mimeType"], headers.get("content-encoding", "")
        answer.kept = answer.kept or about["response"].get("fromDiskCache", False)
    elif method == "Network.requestServedFromCache":
        answer.kept = True
    elif method == "Network.loadingFinished":
        answer.bytes = 0 if answer.kept else round(about["encodedDataLength"])


@contextmanager
def as_released(home: Home) -> Iterator[Site]:
    """A site whose static files are packed, as production serves them."""
    home.manage("collectstatic", "--noinput", "--verbosity", "0", STATIC_PACKED="True")
    with embedded(home, STATIC_PACKED="True") as site:
        yield site
