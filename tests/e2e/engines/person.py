"""Somebody at an old engine, who sees, presses and writes as a person does: what is covered can't be pressed."""

import json
from collections.abc import Iterator
from contextlib import contextmanager

from tests.e2e.engines.cdp import Tab
from tests.e2e.site import Site

#: What can be pressed or written in, by the words that a person reads on it or beside it. A number may stand before.
HELPERS = """
window.their = {
  words: (it) => (it.getAttribute('aria-label') || it.textContent).replace(/\\s+/g, ' ').trim(),
  isThere: (it) => it.getClientRects().length > 0 && !it.disabled && getComputedStyle(it).visibility === 'visible',
  called: (kind, words) => Array.from(document.querySelectorAll(kind))
    .find((it) => their.words(it).endsWith(words) && their.isThere(it)),
  labelled: (words) => {
    const label = Array.from(document.querySelectorAll('label')).find((it) => their.words(it) === words);
    return (label && label.control) || document.querySelector(`[aria-label="${words}"]`);
  },
  middle: (it) => {
    if (!it || !their.isThere(it)) return null;
    it.scrollIntoView({ block: 'center' });
    const box = it.getBoundingClientRect();
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    return it.contains(document.elementFromPoint(x, y)) ? { x, y } : null;
  },
  row: (words) => Array.from(document.querySelectorAll('[role=log] li')).filter((it) => it.textContent.includes(words)),
};
"""
#: A network that cuts WebSockets: the browser cannot even make one.
NO_SOCKETS = "window.WebSocket = class { constructor() { throw new DOMException('blocked'); } };"


class Person:
    """One person in one tab. They come by `door`."""

    def __init__(self, tab: Tab, site: Site, door: str) -> None:
        self.tab = tab
        self.site = site
        self.door = door
        tab.before_each_page(HELPERS)

    def open(self, path: str) -> None:
        self.tab.open(self.site.url(self.door, path))

    def is_at(self, path: str) -> None:
        whole = f"location.pathname === {_js(path)} && document.readyState === 'complete'"
        self.tab.until(whole, f"not at {path}")

    def sees(self, words: str) -> None:
        self.tab.until(f"document.body.innerText.includes({_js(words)})", f"does not see: {words}")

    def press(self, words: str, kind: str = "button, a") -> None:
        self._press(f"their.called({_js(kind)}, {_js(words)})", words)

    def _press(self, found: str, name: str) -> None:
        at = self.tab.until(f"their.middle({found})", f"cannot press: {name}")
        self.tab.press_at(at["x"], at["y"])

    def fill(self, label: str, text: str) -> None:
        field = f"their.labelled({_js(label)})"
        self._press(field, label)
        self.tab.until(f"document.activeElement === {field}", f"cannot write into: {label}")
        self.tab.types(text)
        assert self.tab.evaluate(f"{field}.value") == text

    def signs_in(self, alias: str, *, number: str, pin: str, button: str) -> None:
        """On the tablet, in whatever language its page speaks."""
        theirs = self.site.sign_in_of(alias)
        self.fill(number, theirs["number"])
        self.fill(pin, theirs["pin"])
        self.press(button)
        self.is_at("/home/")

    def chooses_spanish(self) -> None:
        self.press("Español")
        self.tab.until("document.documentElement.lang === 'es'", "the page is not in Spanish")

    @contextmanager
    def is_refused(self) -> Iterator[None]:
        """What the browser says of answers that did not come, or said no, is no complaint in here."""
        before = len(self.tab.complaints)
        yield
        said = self.tab.complaints[before:]
        self.tab.complaints[before:] = [
            one for one in said if not one.startswith(("network:", "javascript: WebSocket"))
        ]

    # The room

    def says(self, words: str) -> None:
        self.fill("Escriba al círculo", words)
        self.press("Enviar")
        self.tab.until("their.labelled('Escriba al círculo').value === ''", f"did not go: {words}")

    def hears(self, words: str, of: str) -> None:
        """These words stand in the log, once, under this name."""
        name = f"their.row({_js(words)})[0].querySelector('.msg-head b').textContent"
        once = f"their.row({_js(words)}).length === 1 && {name} === {_js(of)}"
        self.tab.until(once, f"does not hear: {words}")

    def is_told(self, words: str, state: str) -> None:
        """What became of one's own message."""
        told = f"their.row({_js(words)}).some((it) => it.innerText.includes({_js(state)}))"
        self.tab.until(told, f"is not told of “{words}”: {state}")

    def is_offline(self, yes: bool) -> None:
        none = {"latency": 0, "downloadThroughput": -1, "uploadThroughput": -1}
        self.tab.call("Network.emulateNetworkConditions", offline=yes, **none)


def _js(text: str) -> str:
    return json.dumps(text)
