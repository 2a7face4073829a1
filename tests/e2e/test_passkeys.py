"""A passkey in a browser, by a key that Chromium plays; and the lock of a staff's screen that it opens."""

import pytest
from playwright.sync_api import expect

from tests.e2e.people import Desk, Online, Someone

pytestmark = pytest.mark.e2e
NOTE = "Ask East 2 who was there."
KEPT = "() => Object.keys(localStorage).some((name) => name.endsWith('.fields'))"


def has_key(one: Someone) -> None:
    """A device with passkeys that always says yes."""
    line = one.context.new_cdp_session(one.page)
    line.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    line.send("WebAuthn.addVirtualAuthenticator", {"options": options})


def adds_passkey(one: Someone, name: str) -> None:
    one.open("/me/sign-in/passkeys/")
    one.fill("A name for this key", name)
    one.press("Make the passkey")
    one.is_at("/me/sign-in/")
    one.sees(name)


def test_after_adding_a_passkey_one_comes_in_without_a_password(site, come):
    juniper = come(Online, site, "Juniper")
    has_key(juniper)
    juniper.sign_in()
    adds_passkey(juniper, "My phone")
    juniper.press("Sign out")
    juniper.is_at("/sign-in/")
    juniper.press("Use a passkey")
    juniper.is_at("/home/")
    juniper.open("/me/sign-in/")
    juniper.sees("Last used")
    assert juniper.complaints == []


def test_a_locked_screen_shows_nothing_and_a_passkey_leads_back_to_what_was_typed(site, come):
    wren = come(Desk, site, "Wren")
    has_key(wren)
    wren.sign_in()
    adds_passkey(wren, "The blue key")
    wren.open("/rules/new/")
    name = wren.page.locator("main input[type=text]").first
    name.fill(NOTE)
    wren.page.wait_for_function(KEPT)
    wren.page.keyboard.press("Control+l")
    wren.is_at("/locked/")
    wren.sees("This screen is locked")
    expect(wren.page.get_by_text("Desk", exact=True)).to_have_count(0)
    wren.open("/desk/")
    wren.is_at("/locked/")
    wren.page.go_back()
    wren.is_at("/locked/")
    wren.open("/rules/new/")
    wren.press("Open with a passkey")
    wren.is_at("/rules/new/")
    expect(name).to_have_value(NOTE)
    assert wren.complaints == []
