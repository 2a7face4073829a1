"""The staff shell in a browser: the palette by keyboard alone, counts that change by themselves, crumbs, the menu."""

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.people import MONDAY, Admin, Desk, Online, Staff, Tablet

pytestmark = pytest.mark.e2e


def ready(one: Staff):
    """The keys work once the page's script has started: then the link tells that it opens a dialog."""
    expect(one.page.locator("[data-find][aria-haspopup=dialog]")).to_be_visible()


def palette(one: Staff):
    return one.page.get_by_role("dialog", name="Search or go to")


def chosen(one: Staff):
    return palette(one).locator("[role=option][aria-selected=true]")


def test_the_palette_leads_to_a_person_by_keyboard_alone(site, come):
    lark = come(Admin, site, "Lark")
    lark.sign_in()
    lark.is_at("/now/")
    ready(lark)
    page, keys = lark.page, lark.page.keyboard
    keys.press("Control+k")
    box = page.get_by_role("combobox")
    expect(box).to_be_focused()
    expect(chosen(lark)).to_have_text("Home")
    keys.press("ArrowDown")
    expect(chosen(lark)).to_have_text("Duty")
    keys.press("ArrowUp")
    keys.press("ArrowUp")
    expect(chosen(lark)).to_have_text("Dark or light screen")
    keys.type("quiet river")
    expect(chosen(lark)).to_contain_text("Quiet River")
    expect(box).to_have_attribute("aria-activedescendant", str(chosen(lark).get_attribute("id")))
    expect(page.locator("#said")).to_have_text("1 found")
    keys.press("Enter")
    expect(page.get_by_role("heading", name="Quiet River")).to_be_visible()
    crumbs = page.get_by_role("navigation", name="You are here")
    expect(crumbs.get_by_role("listitem")).to_have_text(["Home", "People", "Quiet River"])
    expect(crumbs.locator("[aria-current=page]")).to_have_text("Quiet River")
    assert "uiet" not in page.url


def test_the_palette_closes_where_it_was_opened_and_forgets(site, come):
    lark = come(Admin, site, "Lark")
    lark.sign_in()
    ready(lark)
    page = lark.page
    button = page.get_by_role("link", name="Search or go to…")
    button.focus()
    page.keyboard.press("Enter")
    expect(palette(lark)).to_be_visible()
    page.keyboard.type("nobody at all")
    expect(palette(lark)).to_contain_text("Nothing of yours has that name.")
    page.keyboard.press("Escape")
    expect(palette(lark)).to_be_hidden()
    expect(button).to_be_focused()
    page.keyboard.press("Control+k")
    expect(page.get_by_role("combobox")).to_have_value("")
    expect(chosen(lark)).to_have_text("Home")


def test_the_palette_turns_the_screen_dark_and_signs_out(site, come):
    ember = come(Staff, site, "Ember")
    ember.sign_in()
    ready(ember)
    page = ember.page
    page.keyboard.press("Control+k")
    page.keyboard.type("dark")
    expect(chosen(ember)).to_have_text("Dark or light screen")
    page.keyboard.press("Enter")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    page.keyboard.press("Control+k")
    page.keyboard.type("sign out")
    expect(chosen(ember)).to_have_text("Sign out")
    page.keyboard.press("Enter")
    ember.is_at("/sign-in/")


def test_without_script_the_button_leads_to_a_plain_search(site, come):
    brook = come(Admin, site, "Brook", java_script_enabled=False)
    brook.sign_in()
    brook.page.get_by_role("link", name="Search or go to…").click()
    brook.is_at("/now/find/")
    brook.fill("Name or number", "saltmarsh")
    brook.press("Search")
    brook.follow("Saltmarsh")
    expect(brook.page.get_by_role("heading", name="Saltmarsh")).to_be_visible()


def test_counts_change_by_themselves_and_reach_the_title(site, come):
    wren = come(Desk, site, "Wren")
    wren.sign_in()
    wren.open("/groups/")
    live = wren.page.get_by_role("group", name="Live counts")
    expect(live).to_contain_text("to claim")
    before = int(str(live.locator("[data-kind=free]").text_content()).split()[0])
    harbor = come(Online, site, "Harbor")
    harbor.sign_in()
    harbor.enter_room()
    river = come(Tablet, site, "Quiet River")
    river.becomes_tablet_of("alder")
    river.sign_in()
    river.enter_room(MONDAY)
    river.may_write()
    river.says("Call me at 312 555 0142 on Friday")
    expect(live.locator("[data-kind=free]")).to_have_text(f"{before + 1} to claim")
    expect(wren.page).to_have_title(re.compile(r"^\(.+\) Groups"))
    expect(wren.page.locator("#said")).to_contain_text(f"{before + 1} to claim")


def test_on_a_phone_all_places_are_behind_one_button(site, come):
    lark = come(Admin, site, "Lark")
    lark.sign_in()
    page = lark.page
    page.set_viewport_size({"width": 360, "height": 740})
    expect(page.get_by_role("navigation", name="Main")).to_be_hidden()
    page.locator(".bar-menu > summary").click()
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Tablets").click()
    lark.is_at("/staff/tablets/")
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 360
