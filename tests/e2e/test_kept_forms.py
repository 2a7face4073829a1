"""No time-out loses text: what was typed into a form is there again after a lock, for its writer alone."""

import pytest
from playwright.sync_api import Locator, expect

from tests.e2e.people import MONDAY, Tablet

pytestmark = pytest.mark.looks
NOTE = "He wrote that he will not be here next week."
KEPT = "() => Object.keys(localStorage).some((name) => name.endsWith('.fields'))"


def note_of(one: Tablet) -> Locator:
    return one.page.get_by_label("Do you want to add something?")


def worry(one: Tablet) -> Locator:
    return one.page.get_by_label("I am worried about this person")


def report_page(one: Tablet) -> str:
    """The page on which the first message of the room is reported where the room's script does not run."""
    room = one.site.room_of(MONDAY)
    said = one.page.evaluate("(url) => fetch(url).then((answer) => answer.json())", f"{room}messages")["messages"]
    return f"{room}report/{said[0]['id']}/"


def leaves(one: Tablet) -> None:
    one.press("Not me")
    one.is_at("/sign-in/")


def test_a_note_outlives_the_lock_and_nobody_else_can_read_it(site, come):
    tablet = come(Tablet, site, "Quiet River")
    tablet.becomes_tablet_of("alder")
    tablet.sign_in()
    page = report_page(tablet)

    tablet.open(page)
    note_of(tablet).fill(NOTE)
    worry(tablet).check()
    tablet.page.wait_for_function(KEPT)
    leaves(tablet)
    assert NOTE not in tablet.kept_in_browser()

    tablet.sign_in("Tall Oak")
    tablet.open(page)
    expect(note_of(tablet)).to_have_value("")
    leaves(tablet)

    tablet.sign_in("Quiet River")
    tablet.open(page)
    expect(note_of(tablet)).to_have_value(NOTE)
    expect(worry(tablet)).to_be_checked()
    tablet.sees("Your words are still here.")

    # Once it was taken it is kept no longer.
    tablet.press("Tell staff")
    tablet.sees("Thank you")
    tablet.open(page)
    expect(note_of(tablet)).to_have_value("")
