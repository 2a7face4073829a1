"""The visitors of the tour see what is wrong: each on a page that has this one fault, and on the same page without."""

from types import SimpleNamespace

import pytest
from playwright.sync_api import sync_playwright

from tests.e2e import chromium
from tests.e2e.tour import visitors

pytestmark = pytest.mark.looks
FINE = """<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>Fine</title>
<style>body {{ margin: 0; color: #222; background: #fff }} h1 {{ overflow-wrap: anywhere }}
.btn {{ min-height: 48px; min-width: 48px }} :focus {{ outline: 3px solid #00f }} {style}</style>
<body><main><h1>Fine</h1><p>Some words.</p><button class="btn">First</button> <button class="btn">Second</button>{body}
</main></body></html>"""

FAULTS = {
    "a picture without words": (visitors.axe, "", '<img src="data:,">'),
    "words that the dark swallows": (visitors.axe, "@media (prefers-color-scheme: dark) { p { color: #ddd } }", ""),
    "a box wider than the page": (visitors.reflow, "", '<div style="width: 400px">wide</div>'),
    "a bar that covers the page": (
        visitors.reflow,
        "",
        '<div style="position: fixed; bottom: 0; left: 0; width: 100%; height: 150px">bar</div>',
    ),
    "a button for a needle": (visitors.targets, "", "<button>x</button>"),
    "a focus that nobody sees": (visitors.focus, ":focus { outline: none }", ""),
    "a focus under a bar": (
        visitors.focus,
        "",
        '<div style="position: fixed; top: 0; left: 0; width: 100%; height: 300px">bar</div>',
    ),
    "a trap": (
        visitors.focus,
        "",
        "<input class='btn' aria-label='Trap' onkeydown='if (event.key === \"Tab\") event.preventDefault()'>",
    ),
    "a line that is cut off": (visitors.spacing, "", '<p style="height: 20px; overflow: hidden">Words<br>and more</p>'),
    "a button that its words leave": (
        visitors.spacing,
        "",
        '<button class="btn" style="width: 80px; white-space: nowrap">Very many words</button>',
    ),
    "a thing that turns": (
        visitors.motion,
        "@keyframes turn { to { rotate: 1turn } }",
        '<p style="animation: turn 1s infinite">x</p>',
    ),
}


@pytest.fixture(scope="module")
def page():
    if chromium.binary() is None:
        pytest.skip("No Chromium here: sudo apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.binary(), args=chromium.ARGUMENTS)
        yield browser.new_page(reduced_motion="reduce")
        browser.close()


def seen(page, visitor, *, style="", body=""):
    page.set_content(FINE.format(style=style, body=body))
    return visitors.sees(SimpleNamespace(page=page, door="tablet"), visitor)


@pytest.mark.parametrize(("visitor", "style", "body"), FAULTS.values(), ids=FAULTS)
def test_a_visitor_sees(page, visitor, style, body):
    assert seen(page, visitor) == []
    assert seen(page, visitor, style=style, body=body)
