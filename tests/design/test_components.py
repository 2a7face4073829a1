"""The component page stays whole: what pages are made of stands there, drawn by their own templates."""

import re
from pathlib import Path

import pytest
from django.test import Client

from tests.design.sheets import CLASS, CONFIG, ROOT, classes, declarations, forced_colours, sheets

TEMPLATES = ROOT / "templates"
DESIGN = TEMPLATES / "config" / "staff" / "design"
ADDRESSES = ("/design/", "/design/staff/")
STYLED = ("base.css", "participant.css", "staff.css", "room.css")
STRING = re.compile(r"'([^'\n]*)'")

#: Classes that are no component, each with the reason why the page does not show it.
ELSEWHERE = {
    **dict.fromkeys(
        ("gate", "gate-form", "gate-foot", "gate-stage", "gate-stage--slim", "gate-stage--wide"),
        "the layout of one kind of page: sign-in",
    ),
    "error-page": "the layout of one kind of page: errors",
    **dict.fromkeys(("room", "lead"), "the layout of the whole room, which fills a window"),
    "log-wrap": "the layout of the whole room, which fills a window",
    **dict.fromkeys(("desk", "split", "two"), "columns of one page"),
    "is-typing": "while the on-screen keyboard is up",
    **dict.fromkeys(("gap", "gap-s"), "space alone, there is nothing to see"),
    "is-calm": "while new words are paused, in the whole room",
    "hall-coming": "the next session, in a room that is closed",
    "is-live": "while the room's own script runs",
    "is-off": "an account that is switched off, in a list of colleagues",
    "bar-out": "only where somebody is signed in",
}


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    browser = Client(HTTP_HOST="localhost:8000")
    answers = {address: browser.get(address) for address in ADDRESSES}
    assert {address: answer.status_code for address, answer in answers.items()} == dict.fromkeys(ADDRESSES, 200)
    return {address: answer.content.decode() for address, answer in answers.items()}


def of_html(html: str) -> set[str]:
    return {name for names in re.findall(r'\bclass="([^"]*)"', html) for name in names.split()}


def of_scripts() -> set[str]:
    """Words in the strings of the room's modules: the page lets them draw. What they really draw there is looked at
    in a browser (`tests/e2e/test_components.py`)."""
    scripts = [*ROOT.glob("chat/static/chat/room/*.js"), *CONFIG.glob("js/*.js")]
    strings = [string for path in scripts for string in STRING.findall(path.read_text().replace('"', "'"))]
    return {word for string in strings for word in string.split()}


@pytest.mark.parametrize("sheet", ["base.css", "participant.css", "staff.css"])
def test_every_class_that_is_styled_is_shown(pages, sheet):
    shown = set().union(*(of_html(html) for html in pages.values())) | of_scripts()
    assert sorted(classes(sheets()[sheet]) - shown - set(ELSEWHERE)) == []


def test_every_excuse_for_a_class_is_still_needed():
    styled = set().union(
        *(classes(sheets()[name]) for name in ("base.css", "participant.css", "staff.css", "room.css"))
    )
    assert not set(ELSEWHERE) - styled


def _included(template: Path, seen: set[str]) -> set[str]:
    """Every template that this one draws, and those that they draw."""
    for name in _named(template.read_text()):
        if name not in seen and (TEMPLATES / name).exists():
            seen.add(name)
            _included(TEMPLATES / name, seen)
    return seen


def _named(source: str) -> list[str]:
    paths = re.findall(r'{% (?:include|extends|drawn|block_of) "([\w/]+\.html)"', source)
    tags = re.findall(r"{% (field|form_errors|notice|nothing|face|ring)\b", source)
    return [*paths, *(f"parts/{tag}.html" for tag in tags)]


def test_every_part_is_drawn_there():
    drawn: set[str] = set()
    for page in DESIGN.glob("*.html"):
        _included(page, drawn)
    parts = {f"parts/{path.name}" for path in (TEMPLATES / "parts").glob("*.html")}
    assert not parts - drawn


def test_every_icon_is_shown(pages):
    shown = set(re.findall(r"icons\.svg#i-([\w-]+)", pages["/design/"]))
    assert shown >= set(re.findall(r'id="i-([\w-]+)"', (CONFIG / "icons.svg").read_text()))


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_id_stands_twice(pages, address):
    ids = re.findall(r'\bid="([^"]+)"', pages[address])
    assert sorted(ids) == sorted(set(ids))


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_part_of_the_page_can_be_gone_to(pages, address):
    html = pages[address]
    for goal in re.findall(r'<nav class="ds-top".*?</nav>', html, re.S)[0].split('href="#')[1:]:
        assert f'id="{goal.partition(chr(34))[0]}"' in html


@pytest.mark.parametrize("address", ADDRESSES)
def test_nothing_on_the_page_asks_the_server_by_itself(pages, address):
    body = pages[address].partition("<main")[2]
    assert "hx-get" not in body
    assert "idle.js" not in body


@pytest.mark.parametrize("address", ADDRESSES)
def test_there_is_no_such_page_in_production(settings, address):
    settings.DEVELOPMENT = False
    assert Client(HTTP_HOST="localhost:8000").get(address).status_code == 404


#: Grounds without an edge that need none where the colours are the reader's own, each with its reason.
GROUND_ALONE = {
    "rail-foot": "only keeps what scrolls below it out of sight",
    "is-berry": "a live count has an edge as what it is",
    "is-clay": "a live count has an edge as what it is",
    "input": "a field has its edge from base.css",
}
GROUND = re.compile(r"(?<![\w-])background(?:-color)?:\s*var\(")
_BORDER = r"border(?:-(?:top|left|right|bottom))?(?:-(?:color|width|style))?"
EDGE = re.compile(rf"(?<![\w-])(?:outline|{_BORDER}):\s*(?!0|none)(?!\S* \S* transparent)")


def _of_last(selector: str) -> set[str]:
    """The class of what a rule is about, for each selector of it."""
    ends = (re.split(r"[\s>+~]+", one.strip())[-1] for one in selector.split(","))
    return {found[1] for end in ends if (found := CLASS.search(end))}


@pytest.mark.parametrize("sheet", ["base.css", "participant.css", "staff.css", "room.css", "desk.css", "duty.css"])
def test_what_is_told_by_its_ground_alone_is_told_without_our_colours_too(sheet):
    """There the browser paints every ground alike: an edge is left, or the block for forced colours gives one."""
    rules = list(declarations(sheets()[sheet]))
    grounds = set().union(*(_of_last(selector) for selector, body in rules if GROUND.search(body)))
    edges = set().union(*(_of_last(selector) for selector, body in rules if EDGE.search(body)))
    assert not grounds - edges - classes(forced_colours(sheets()[sheet])) - set(GROUND_ALONE)
