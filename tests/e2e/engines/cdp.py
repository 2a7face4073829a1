"""A Chromium of any age, driven by its DevTools protocol: Playwright speaks to none of the old ones."""

import base64
import json
import re
import subprocess
import tempfile
import time
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.request import urlopen

from websockets.sync.client import ClientConnection, connect

from tests.servers_web import die_with_us

#: Seconds that a test which is going to fail waits before it says so.
PATIENCE_S = 20.0
#: Seconds between two looks at a page that is not yet as it should be.
LOOK_EVERY_S = 0.05
ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--no-zygote",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--mute-audio",
    "--hide-scrollbars",
    "--remote-debugging-port=0",
]
#: What the protocol says of a script whose page went away under it.
BETWEEN_PAGES = re.compile("context|navigated|Promise was collected|Cannot find|closed", re.IGNORECASE)


class CallFailed(Exception):
    """The browser refused a call, or a script of ours threw."""


class NotSo(AssertionError):
    """What was waited for did not come."""


class Tab:
    """One page of a browser. What its scripts complain about is kept in `complaints`; `heard` hears each event."""

    def __init__(self, line: ClientConnection) -> None:
        self.line = line
        self.last_call = 0
        self.complaints: list[str] = []
        self.events: deque[dict[str, Any]] = deque()
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.call(f"{domain}.enable")

    def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Ask the browser, and hear what else it says until it answers."""
        self.last_call += 1
        self.line.send(json.dumps({"id": self.last_call, "method": method, "params": parameters}))
        while True:
            said = json.loads(self.line.recv(timeout=PATIENCE_S))
            if said.get("id") == self.last_call:
                if "error" in said:
                    raise CallFailed(f"{method}: {said['error']['message']}")
                answer: dict[str, Any] = said["result"]
                return answer
            self._hear(said)

    def listen(self, seconds: float) -> None:
        """Hear what the browser says for so long."""
        ends = time.monotonic() + seconds
        while (left := ends - time.monotonic()) > 0:
            try:
                self._hear(json.loads(self.line.recv(timeout=left)))
            except TimeoutError:
                return

    def _hear(self, event: dict[str, Any]) -> None:
        self.events.append(event)
        about = event.get("params", {})
        if event.get("method") == "Runtime.exceptionThrown":
            self.complaints.append(_words_of(about["exceptionDetails"]))
        elif event.get("method") == "Log.entryAdded" and about["entry"]["level"] == "error":
            entry = about["entry"]
            self.complaints.append(f"{entry['source']}: {entry['text']} {entry.get('url', '')}")

    def evaluate(self, script: str) -> Any:
        """The value of this expression in the page, awaited."""
        options = {"returnByValue": True, "awaitPromise": True, "userGesture": True}
        answer = self.call("Runtime.evaluate", expression=script, **options)
        if "exceptionDetails" in answer:
            raise CallFailed(_words_of(answer["exceptionDetails"]))
        return answer["result"].get("value")

    def until(self, script: str, why: str = "") -> Any:
        """Wait until this expression is true in whatever page is there; answers its value."""
        ends = time.monotonic() + PATIENCE_S
        while True:
            found = self._value_between_pages(script)
            if found:
                return found
            if time.monotonic() > ends:
                raise NotSo(why or script)
            self.listen(LOOK_EVERY_S)

    def until_heard(self, method: str, words: str) -> dict[str, Any]:
        """Wait for an event that holds these words, unless it has come already."""
        ends = time.monotonic() + PATIENCE_S
        while time.monotonic() < ends:
            for event in self.events:
                if event.get("method") == method and words in json.dumps(event["params"], ensure_ascii=False):
                    return event
            self.listen(LOOK_EVERY_S)
        raise NotSo(f"no {method} with {words}")

    def _value_between_pages(self, script: str) -> Any:
        try:
            return self.evaluate(f"document.body && ({script})")
        except CallFailed as refused:
            if BETWEEN_PAGES.search(str(refused)):
                return None
            raise

    def open(self, url: str) -> None:
        """Go there, and wait until the page is whole."""
        self._value_between_pages("window.isOfBefore = true")
        gone = self.call("Page.navigate", url=url)
        assert "errorText" not in gone, f"{url}: {gone['errorText']}"
        self.until("!window.isOfBefore && document.readyState === 'complete'", f"{url} did not come")

    def before_each_page(self, script: str) -> None:
        self.call("Page.addScriptToEvaluateOnNewDocument", source=script)

    def resize(self, width: int, height: int) -> None:
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self.call("Emulation.setDeviceMetricsOverride", **size)

    def press_at(self, x: float, y: float) -> None:
        for kind in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def types(self, text: str) -> None:
        self.call("Input.insertText", text=text)

    def picture(self, file: Path) -> None:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(base64.b64decode(self.call("Page.captureScreenshot", format="png")["data"]))


def _words_of(details: dict[str, Any]) -> str:
    thrown = details.get("exception", {}).get("description", "")
    return f"{details['text']} {thrown} {details.get('url', '')}".strip()


@contextmanager
def browser(binary: Path | str, *more: str) -> Iterator[Tab]:
    """A browser of its own with an empty profile, and its one page."""
    with tempfile.TemporaryDirectory(prefix="same-circle-engine-", ignore_cleanup_errors=True) as profile:
        process = _started([str(binary), *ARGUMENTS, *more, f"--user-data-dir={profile}", "about:blank"])
        try:
            address = _address_of_page(_port(process))
            with connect(address, max_size=None, compression=None, ping_interval=None) as line:
                yield Tab(line)
        finally:
            process.kill()
            process.communicate()


def _started(command: Sequence[str]) -> subprocess.Popen[str]:
    return subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
        preexec_fn=die_with_us,
    )  # fmt: skip


def _port(process: subprocess.Popen[str]) -> int:
    """The browser says it once it listens; if it ends before that, its words say why."""
    assert process.stderr
    said = []
    for line in process.stderr:
        said.append(line)
        if found := re.search(r"DevTools listening on ws://[^:]+:(\d+)/", line):
            return int(found[1])
    raise CallFailed(f"the browser did not start:\n{''.join(said[-5:])}")


def _address_of_page(port: int) -> str:
    """A browser that has only just started may not have its page yet."""
    ends = time.monotonic() + PATIENCE_S
    while time.monotonic() < ends:
        with urlopen(f"http://127.0.0.1:{port}/json/list", timeout=PATIENCE_S) as answer:
            pages = [one for one in json.load(answer) if one["type"] == "page"]
        if pages:
            return str(pages[0]["webSocketDebuggerUrl"])
    raise CallFailed("the browser has no page")
