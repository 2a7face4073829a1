"""Everybody can use it: by keyboard alone, and with what assistive technology needs, light and dark."""

from collections.abc import Iterable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, expect

from tests.e2e.people import MONDAY, Admin, Desk, Duty, Member, Online, Someone, Staff, Tablet

pytestmark = pytest.mark.e2e
#: More tabs than any page has places.
LONGEST_WAY = 80
WEIGHTY = ("serious", "critical")


def by_tab(one: Someone, to: Locator) -> None:
    """Go there by Tab alone, and be seen to be there."""
    expect(to).to_be_visible()
    for _ in range(LONGEST_WAY):
        one.page.keyboard.press("Tab")
        if to.evaluate("(it) => it === document.activeElement"):
            assert to.evaluate("(it) => getComputedStyle(it).outlineStyle") != "none"
            return
    raise AssertionError(f"Tab never comes to {to}")


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


def violations(one: Someone, path: str) -> Iterable[str]:
    """What axe holds against this page, light and dark."""
    one.opens_whole(path)
    for scheme in ("light", "dark"):
        one.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        for found in Axe().run(one.page).response["violations"]:
            if found["impact"] in WEIGHTY:
                nodes = [str(node["target"]) for node in found["nodes"]]
                yield f"{path} ({scheme}): {found['id']}: {found['help']}: {', '.join(nodes)}"


def test_pages_of_participants_have_no_serious_barrier(site, come):
    tablet, juniper = come(Tablet, site, "Tall Oak"), come(Online, site, "Juniper")
    found = [*violations(tablet, "/sign-in/"), *violations(tablet, "/enrol/"), *violations(tablet, "/help/")]
    tablet.becomes_tablet_of("alder")
    found += violations(tablet, "/sign-in/")
    tablet.sign_in()
    found += _participants_pages(tablet)
    found += [*violations(juniper, "/sign-in/"), *violations(juniper, "/claim/")]
    juniper.sign_in()
    found += _participants_pages(juniper)
    assert not found, "\n".join(found)


def _participants_pages(one: Member) -> list[str]:
    paths = ("/home/", "/mine/", "/path/", "/help/", one.site.room_of(MONDAY))
    return [line for path in paths for line in violations(one, path)]


STAFF_PAGES = {
    Desk: ("Wren", ["/desk/", "/desk/1/", "/groups/"]),
    Duty: ("Heath", ["/duty/"]),
    Admin: ("Lark", ["/people/", "/people/admit/", "/groups/", "/staff/tablets/", "/staff/sign-ins/", "/duty/lists/"]),
    Staff: ("Quill", ["/records/", "/records/holds/", "/records/purges/", "/records/audit/"]),
}


@pytest.mark.parametrize("kind", STAFF_PAGES, ids=lambda kind: kind.__name__)
def test_pages_of_staff_have_no_serious_barrier(site, come, kind):
    name, paths = STAFF_PAGES[kind]
    one = come(kind, site, name)
    found = list(violations(one, "/sign-in/"))
    one.sign_in()
    for path in paths:
        found += violations(one, path)
    found += violations(one, _first_link(one, "/people/")) if kind is Admin else []
    found += violations(one, _first_link(one, "/groups/")) if kind is Admin else []
    assert not found, "\n".join(found)


def _first_link(one: Someone, path: str) -> str:
    """The first page that this list leads to."""
    one.open(path)
    return str(one.page.locator("main th a").first.get_attribute("href"))
