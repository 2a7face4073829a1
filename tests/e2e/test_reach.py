"""Everybody can use it: every page in every state, by keyboard alone, with large text, and with what assistive
technology needs, light and dark (WCAG 2.2 AA). `tests/e2e/tour/` has the pages, `test_reach_staff.py` those of staff.
"""

import pytest
from playwright.sync_api import Locator, expect

from tests.e2e.people import MONDAY, Online, Someone, Tablet
from tests.e2e.tour import scenes
from tests.e2e.tour.going import browser, findings, language, world

__all__ = ["browser", "language", "world"]
#: More tabs than any page has places.
LONGEST_WAY = 80


def by_tab(one: Someone, to: Locator) -> None:
    """Go there by Tab alone, and be seen to be there."""
    expect(to).to_be_visible()
    for _ in range(LONGEST_WAY):
        one.page.keyboard.press("Tab")
        if to.evaluate("(it) => it === document.activeElement"):
            assert to.evaluate("(it) => getComputedStyle(it).outlineStyle") != "none"
            return
    raise AssertionError(f"Tab never comes to {to}")


@pytest.mark.looks
@pytest.mark.parametrize("language", ["en", "es"], indirect=True)
@pytest.mark.parametrize("scene", scenes.OF_PARTICIPANTS, ids=lambda scene: scene.name)
def test_whoever_comes_here_can_use_it(browser, world, scene, language):
    found = findings(browser, world, scene, language)
    assert not found, found


@pytest.mark.e2e
def test_signing_in_and_posting_need_no_pointer(site, come):
    harbor = come(Online, site, "Harbor")
    harbor.sign_in()
    harbor.enter_room()
    heron = come(Tablet, site, "Blue Heron")
    heron.becomes_tablet_of("alder")
    page, keys = heron.page, heron.page.keyboard
    by_tab(heron, page.get_by_label("ID number"))
    keys.type(heron.its_sign_in["number"])
    by_tab(heron, page.get_by_label("PIN", exact=True))
    keys.type(heron.its_sign_in["pin"])
    by_tab(heron, page.get_by_role("button", name="Sign in", exact=True))
    keys.press("Enter")
    heron.is_at("/home/")
    by_tab(heron, page.get_by_role("link", name="Go to the room").first)
    keys.press("Enter")
    expect(heron.log).to_be_visible()
    heron.enter_room(MONDAY)
    heron.may_write()
    by_tab(heron, heron.words)
    keys.type("No mouse on my side.")
    keys.press("Control+Enter")
    harbor.hears("No mouse on my side.", of="Blue Heron")
    keys.type("And this one by the button.")
    by_tab(heron, page.get_by_role("button", name="Send", exact=True))
    keys.press("Space")
    harbor.hears("And this one by the button.", of="Blue Heron")
    by_tab(heron, page.get_by_role("link", name="Help now"))
    keys.press("Enter")
    expect(page.get_by_role("heading", name="You are not alone.")).to_be_focused()
