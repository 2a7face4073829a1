"""The component page in a browser: what the room's script draws there, and that everybody can use it."""

from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.design.sheets import classes, sheets
from tests.design.test_components import ADDRESSES, ELSEWHERE
from tests.e2e.site import Site

pytestmark = pytest.mark.looks
WIDTHS = [360, 1440]
#: Rules of axe that cannot hold on a page that shows the same part many times.
NOT_HERE = {"landmark-unique": "the same composer stands there in each of its states"}
ALL_CLASSES = "() => Array.from(document.querySelectorAll('[class]'), (one) => Array.from(one.classList)).flat()"

Opened = Callable[[str, int, str], Page]


@pytest.fixture
def opened(browser: Browser, site: Site) -> Iterator[Opened]:
    """`opened("/design/", 360, "dark")`: that page, drawn. No page may complain."""
    complaints: list[str] = []
    contexts = []

    def page_of(address: str, width: int, scheme: str) -> Page:
        contexts.append(browser.new_context(viewport={"width": width, "height": 900}))
        page = contexts[-1].new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda line: complaints.append(line.text) if line.type == "error" else None)
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
        page.goto(f"http://localhost:{site.doors['staff'].port}{address}", wait_until="networkidle")
        return page

    yield page_of
    for context in contexts:
        context.close()
    assert not complaints


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("address", ADDRESSES)
def test_components_have_no_barrier_in_light_and_dark(opened, address, width):
    found = []
    for scheme in ("light", "dark"):
        for told in Axe().run(opened(address, width, scheme)).response["violations"]:
            nodes = ", ".join(str(node["target"]) for node in told["nodes"])
            found += [f"{scheme}: {told['id']}: {nodes}"] if told["id"] not in NOT_HERE else []
    assert not found, "\n".join(found)


@pytest.mark.parametrize("width", [320, *WIDTHS])
@pytest.mark.parametrize("address", ADDRESSES)
def test_components_fit_into_every_width(opened, address, width):
    page = opened(address, width, "light")
    assert page.evaluate("() => document.documentElement.scrollWidth") <= width


def test_script_draws_every_state_that_has_a_look(opened):
    drawn = {name for address in ADDRESSES for name in opened(address, 1440, "light").evaluate(ALL_CLASSES)}
    styled = set().union(
        *(classes(sheets()[name]) for name in ("base.css", "participant.css", "staff.css", "room.css"))
    )
    assert " ".join(sorted(styled - drawn - set(ELSEWHERE))) == ""
