"""A tablet has many users: what one of them wrote and did not send is not there for the next."""

import pytest
from playwright.sync_api import expect

from tests.e2e.people import MONDAY, Online, ShakyLine, Tablet

pytestmark = pytest.mark.e2e
UNSENT = "my brother will not write back"
ON_ITS_WAY = "the judge moved it to the ninth"


def test_words_of_the_last_person_are_nowhere_in_the_browser_of_the_next(site, come):
    harbor = come(Online, site, "Harbor")
    harbor.sign_in()
    harbor.enter_room()
    tablet = come(Tablet, site, "Quiet River")
    line = ShakyLine(tablet)
    tablet.becomes_tablet_of("alder")
    tablet.sign_in("Quiet River")
    tablet.enter_room()
    tablet.may_write()
    line.cut()
    tablet.says(ON_ITS_WAY)
    tablet.is_told(ON_ITS_WAY, "It is safe on this device.")
    tablet.types_without_sending(UNSENT)

    tablet.leaves_it("Not me")
    tablet.sees("That page is closed.")
    tablet.page.go_back()
    tablet.is_at("/sign-in/")
    line.mend()
    tablet.sign_in("Tall Oak")
    for path in ("/home/", "/mine/", "/path/", site.room_of(MONDAY)):
        tablet.open(path)
        found = tablet.kept_in_browser() + tablet.page.content()
        assert "sc.outbox." in found, "what is sealed for the other one should still be there, or this shows nothing"
        assert UNSENT not in found
        assert ON_ITS_WAY not in found
    tablet.may_write()
    expect(tablet.words).to_have_value("")

    tablet.leaves_it("Not me")
    tablet.sign_in("Quiet River")
    tablet.enter_room()
    expect(tablet.words).to_have_value(UNSENT)
    tablet.is_told(ON_ITS_WAY, "Sent. Your circle has it.")
    harbor.hears(ON_ITS_WAY, of="Quiet River")


def test_signing_out_leaves_no_page_to_go_back_to(site, come):
    tablet = come(Tablet, site, "Blue Heron")
    tablet.becomes_tablet_of("alder")
    tablet.sign_in()
    tablet.enter_room()
    tablet.leaves_it("Sign out")
    tablet.sees("You are signed out.")
    for _ in range(3):
        tablet.page.go_back()
        expect(tablet.page.get_by_label("ID number")).to_be_visible()
