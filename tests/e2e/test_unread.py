"""What is new to somebody: home says it until the room's page has shown it to them."""

import time
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.e2e.people import PATIENCE_MS, Online, Tablet

pytestmark = pytest.mark.e2e
#: What a page sees of itself when another stands before it; a browser without windows never hides one.
HIDE = """(hidden) => {
  Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
  const visibilityState = hidden ? 'hidden' : 'visible';
  Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => visibilityState });
  document.dispatchEvent(new Event('visibilitychange'));
}"""
PHONE = {"width": 360, "height": 640}
#: How many rows of messages stand above and below the line.
AROUND = """() => {
  const rows = Array.from(document.querySelectorAll('[data-log] > li.msg, [data-log] > li.new'));
  const at = rows.findIndex((row) => row.className === 'new');
  return at < 0 ? null : [at, rows.length - at - 1];
}"""
LINE_IS_SEEN = """() => {
  const line = document.querySelector('.new').getBoundingClientRect();
  const box = document.querySelector('.log').getBoundingClientRect();
  return line.top >= box.top - 1 && line.bottom <= box.bottom + 1;
}"""


@pytest.fixture
def site(worlds, request):
    """A world for one test: what was read in it stays read."""
    kind = next((kind for kind in ("socket", "polls") if kind in request.node.name), "plain")
    with worlds.site(f"unread_{kind}") as running:
        yield running


@pytest.fixture
def harbor(site, come):
    harbor = come(Online, site, "Harbor")
    harbor.sign_in()
    harbor.enter_room()
    harbor.may_write()
    return harbor


@pytest.fixture(params=[False, True], ids=["socket", "polls"])
def river(site, come, request):
    river = come(Tablet, site, "Quiet River", no_sockets=request.param, viewport=PHONE)
    river.becomes_tablet_of("alder")
    river.sign_in()
    return river


def home_says(someone: Any, what: str) -> None:
    """In another tab: their home, looked at until it says this."""
    tab = someone.context.new_page()
    until = time.monotonic() + PATIENCE_MS / 1000
    card = tab.locator(".next")
    tab.goto(someone.site.url(someone.door, "/home/"))
    while card.get_by_text(what, exact=True).count() == 0 and time.monotonic() < until:
        tab.reload()
    expect(card.get_by_text(what, exact=True)).to_be_visible()
    tab.close()


def around_the_line(someone: Any) -> Any:
    return someone.page.evaluate(AROUND)


def test_what_comes_while_nobody_looks_is_new_until_somebody_does(harbor, river):
    home_says(river, "2 new messages")
    river.enter_room()
    river.may_write()
    # More is new than fits this screen: the room opens where one stopped, and the end is one press away.
    assert river.page.evaluate(LINE_IS_SEEN)
    where = around_the_line(river)
    home_says(river, "2 new messages")
    river.press("2 new messages")
    home_says(river, "Nothing new")
    assert around_the_line(river) == where

    # A page that is hidden reads nothing.
    river.page.evaluate(HIDE, True)
    harbor.says("Said to a hidden page.")
    river.hears("Said to a hidden page.", of="Harbor")
    home_says(river, "1 new message")
    assert around_the_line(river)[1] == 1, "the line moved to what nobody has looked at"
    assert around_the_line(river) != where
    river.page.evaluate(HIDE, False)
    home_says(river, "Nothing new")

    # The line stays where it is while the page is open, also when its words were read.
    there = around_the_line(river)
    river.says("I am here.")
    harbor.hears("I am here.", of=river.alias)
    assert around_the_line(river) == [there[0], there[1] + 1]

    # Whoever reads further up has not read what is new below.
    river.page.locator(".log").evaluate("(box) => { box.scrollTop = 0; }")
    expect(river.message("I am here.")).not_to_be_in_viewport()
    harbor.says("Said below.")
    river.hears("Said below.", of="Harbor")
    home_says(river, "1 new message")
    river.press("1 new message")
    home_says(river, "Nothing new")


def test_without_script_the_page_that_was_shown_is_read(site, come):
    still = come(Online, site, "Stillwater", java_script_enabled=False)
    still.open("/sign-in/")
    still.fill("Sign-in name", still.its_sign_in["name"])
    still.fill("Password", still.its_sign_in["password"])
    still.press("Sign in")
    card = still.page.locator(".next")
    expect(card.get_by_text("new message")).to_be_visible()
    card.get_by_role("link", name="Go to the room").click()
    still.page.wait_for_load_state("networkidle")
    expect(still.log).to_be_visible()
    home_says(still, "Nothing new")
