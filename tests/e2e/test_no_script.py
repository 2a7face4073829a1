"""A browser without JavaScript: slower, and nothing is missing."""

import pytest
from playwright.sync_api import expect

from tests.e2e.people import MONDAY, Desk, Online, Tablet

pytestmark = pytest.mark.looks
ADDRESS = "Write me at quiet.river@example.org when you can."


def test_without_script_one_reads_posts_changes_calls_for_help_and_signs_out(site, come):
    harbor, wren = come(Online, site, "Harbor"), come(Desk, site, "Wren")
    harbor.sign_in()
    harbor.enter_room()
    wren.sign_in()
    known = wren.watches_queue()
    river = come(Tablet, site, "Quiet River", java_script_enabled=False)
    river.becomes_tablet_of("alder")
    river.sign_in()
    river.page.get_by_role("link", name="Go to the room").first.click()
    expect(river.page.get_by_role("heading", name=MONDAY)).to_be_visible()
    for hidden in ("Names", "Pause new words", "Read aloud", "Raise hand", "Today I feel …", "Close"):
        expect(river.page.get_by_role("button", name=hidden, exact=True)).to_have_count(0)
    river.hears("Tired. But here.", of="Cedar")

    river.words.fill("No script here.")
    river.press("Send")
    river.sees("Your message is in the circle.")
    expect(river.message("No script here.")).to_be_in_viewport()
    harbor.hears("No script here.", of="Quiet River")

    harbor.may_write()
    harbor.says("Good that you came.")
    harbor.is_told("Good that you came.", "Sent. Your circle has it.")
    river.words.fill("I am still thinking")
    river.press("Show new words")
    river.hears("Good that you came.", of="Harbor")
    expect(river.words).to_have_value("I am still thinking")

    river.words.fill(ADDRESS)
    river.press("Send")
    river.is_told(ADDRESS, "Held. A person will read it by")
    wren.opens(wren.waits_for_new_case("Contact details", known))
    wren.returns(note="An address stays out of the room.")
    river.press("Show new words")
    river.is_told(ADDRESS, "Sent back to you. No one in the circle saw it.")
    river.is_told(ADDRESS, "An address stays out of the room.")
    river.page.get_by_role("link", name="Change it and send").click()
    river.fill("Your words", "Staff know how to find me.")
    river.press("Send")
    harbor.hears("Staff know how to find me.", of="Quiet River")

    river.enter_room()
    river.follow("Help now")
    river.press("I need someone right now")
    expect(river.page.get_by_role("status").first).to_contain_text("You asked for help")
    river.open("/home/")
    river.press("Sign out")
    river.is_at("/sign-in/")
