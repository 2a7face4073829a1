"""Those who go through a scene and say what is wrong with it. Each answers one line for each thing."""

from collections.abc import Callable, Iterator
from pathlib import Path

import axe_playwright_python

from tests.e2e.tour.guest import Guest

Visitor = Callable[[Guest], Iterator[str]]

PHONE, DESK = (360, 740), (1440, 900)
#: 1280 × 1024 at 400 % (WCAG 1.4.10).
ZOOMED = (320, 256)
FINGER, POINTER = 44, 24
#: Presses of Tab, at most: long lists go on as they began.
LONGEST_WAY = 40
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()
PROBES = (Path(__file__).parent / "probes.js").read_text()
RUN_AXE = """(options) => axe.run(document, options).then((found) => found.violations.map((one) =>
  `${one.id}: ${one.help}: ${one.nodes.map((node) => node.target.join(' ')).slice(0, 4).join(', ')}`))"""
RULES = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}


def axe(guest: Guest) -> Iterator[str]:
    """On a phone in the light, and at a desk in the dark."""
    guest.page.evaluate(f"() => {{ if (!window.axe) {{ {AXE} }} }}")
    for size, scheme in ((PHONE, "light"), (DESK, "dark")):
        _sized(guest, size)
        guest.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        for line in guest.page.evaluate(RUN_AXE, RULES):
            yield f"axe, {size[0]}, {scheme}: {line}"
    guest.page.emulate_media(color_scheme="light", reduced_motion="reduce")


def reflow(guest: Guest) -> Iterator[str]:
    _sized(guest, ZOOMED)
    for line in [*_probe(guest, "sideways()"), *_probe(guest, "covering()")]:
        yield f"400 %: {line}"


def targets(guest: Guest) -> Iterator[str]:
    """Big enough for a finger; at a staff's desk, for a pointer."""
    for size in (PHONE, DESK):
        _sized(guest, size)
        least = POINTER if guest.door in ("staff", "") and size == DESK else FINGER
        for line in _probe(guest, f"targets({least})"):
            yield f"target, {size[0]}: {line}"


def spacing(guest: Guest) -> Iterator[str]:
    """Nothing is cut off when text has the spacing of WCAG 1.4.12."""
    for size in (PHONE, DESK):
        _sized(guest, size)
        guest.page.evaluate("() => probe.widen(true)")
        for line in [*_probe(guest, "cut()"), *_probe(guest, "sideways()")]:
            yield f"text spacing, {size[0]}: {line}"
        guest.page.evaluate("() => probe.widen(false)")


def motion(guest: Guest) -> Iterator[str]:
    for line in _probe(guest, "moving()"):
        yield f"reduced motion: {line}"


def focus(guest: Guest) -> Iterator[str]:
    """By Tab from the top: seen, not covered, in the order of the page, and out again."""
    _sized(guest, DESK if guest.door == "staff" else PHONE)
    guest.page.evaluate("() => probe.top()")
    steps = 0
    for _ in range(LONGEST_WAY):
        guest.page.keyboard.press("Tab")
        found = guest.page.evaluate("() => probe.focused()")
        yield from (f"keyboard: {line}" for line in found["wrong"])
        if found["end"]:
            break
        steps += 1
    there = min(guest.page.evaluate("() => probe.tabbed()"), LONGEST_WAY)
    if steps < there // 2:
        yield f"keyboard: Tab comes to {steps} places of {there}"


def sees(guest: Guest, *visitors: Visitor) -> list[str]:
    """What these visitors say."""
    guest.page.evaluate(PROBES)
    return [line for visitor in visitors for line in visitor(guest)]


def _sized(guest: Guest, size: tuple[int, int]) -> None:
    guest.page.set_viewport_size({"width": size[0], "height": size[1]})


def _probe(guest: Guest, ask: str) -> list[str]:
    return list(guest.page.evaluate(f"() => probe.{ask}"))
