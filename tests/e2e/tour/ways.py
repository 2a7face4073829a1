"""How guests come to states that an address alone does not show."""

import re
from collections.abc import Callable
from urllib.parse import urlsplit

from playwright.sync_api import expect

from tests import factories as make
from tests.e2e.tour.guest import Guest

Way = Callable[[Guest], None]


def sending(*, by: str = "main form[method=post] [type=submit]", **typed: str) -> Way:
    """The page as it is after this was typed and sent, and was wrong."""

    def way(guest: Guest) -> None:
        guest.opens()
        guest.page.evaluate("() => document.querySelectorAll('form').forEach((form) => { form.noValidate = true; })")
        guest.sends(by=by, **typed)
        guest.is_told()

    return way


def asking(by: str, **typed: str) -> Way:
    """The page that this button leads to."""

    def way(guest: Guest) -> None:
        guest.opens()
        guest.sends(by=by, **typed)

    return way


def trying(text: str) -> Way:
    """A text is tried: what is said of it comes into the page as it stands."""

    def way(guest: Guest) -> None:
        guest.opens()
        guest.page.locator("main [name=text]").fill(text)
        expect(guest.page.locator("#verdict mark").first).to_be_visible()

    return way


def shown(name: str) -> Way:
    """A page that only trouble brings: as the seed has rendered it."""

    def way(guest: Guest) -> None:
        html = guest.toured.things["troubles"][name][guest.language]
        guest.page.route(
            re.compile("/trouble/"),
            lambda route: route.fulfill(status=200, content_type="text/html; charset=utf-8", body=html),
        )
        guest.open("/trouble/")

    return way


def with_an_old_form(guest: Guest) -> None:
    guest.opens()
    guest.page.evaluate(
        "() => document.querySelectorAll('[name=csrfmiddlewaretoken]').forEach((one) => { one.value = 'old'; })"
    )
    guest.sends()


def _types_card(guest: Guest, card: str) -> None:
    guest.open("/claim/")
    guest.sends()  # the page before the words
    guest.sends(**{f"word{place}": word for place, word in enumerate(guest.toured.things[card], start=1)})


def reading_on(guest: Guest) -> None:
    """Past the pages before this one that only want to be read."""
    guest.open(guest.path)
    while urlsplit(guest.page.url).path != guest.path:
        guest.sends()


def with_a_refused_name(guest: Guest) -> None:
    reading_on(guest)
    guest.sends(by="main [form=pick]", alias="x7")
    guest.is_told()


def with_no_words(guest: Guest) -> None:
    reading_on(guest)
    guest.sends()
    guest.is_told()


def looking_for(text: str) -> Way:
    """The palette is open, and has found something."""

    def way(guest: Guest) -> None:
        guest.opens()
        guest.page.keyboard.press("Control+k")
        guest.page.locator("[data-palette] [name=q]").fill(text)
        expect(guest.page.locator("#found .palette-row").first).to_be_visible()

    return way


def naming_two(guest: Guest) -> None:
    """Both are found, and shown before anything is recorded."""
    guest.opens()
    guest.page.locator("[name=other_facility]").select_option(label="Birch Valley")
    guest.sends(one="A40388", other="B7155", authorised_by="Captain Reyes")
    expect(guest.page.locator("#these")).to_be_visible()


def with_words(guest: Guest) -> None:
    _types_card(guest, "claim")


def with_wrong_secret(guest: Guest) -> None:
    _types_card(guest, "claim_wrong")
    guest.sends(secret="not my word")
    guest.is_told()


def with_secret(guest: Guest) -> None:
    _types_card(guest, "claim")
    guest.sends(secret="northern star")


def with_bad_way_in(guest: Guest) -> None:
    with_secret(guest)
    guest.sends(sign_in="x", password="short")
    guest.is_told()


def with_password(guest: Guest) -> None:
    """The second step of staff."""
    guest.opens()
    guest.sends(name="wren", password="evening light on water")


def with_wrong_code(guest: Guest) -> None:
    with_password(guest)
    guest.sends(code="000000")
    guest.is_told()


def claiming(guest: Guest) -> None:
    """The case is theirs, as it may be already."""
    guest.opens()
    free = guest.page.locator("form[data-claim] [type=submit]")
    if free.count():
        with guest.page.expect_navigation():
            free.click()
    expect(guest.page.locator("[data-lease]")).to_be_visible()


def with_a_case_that_moved_on(guest: Guest) -> None:
    """It has changed while it was read."""
    guest.opens()
    guest.page.evaluate("() => { document.querySelector('form.decide [name=version]').value = '0'; }")
    guest.sends(by='form.decide [value="release"]')


def with_wrong_letters(guest: Guest) -> None:
    guest.opens()
    guest.sends(number="C10001", pin="000000", printed="ABCD2345")
    guest.is_told()


def without_a_reason(guest: Guest) -> None:
    guest.opens()
    guest.page.locator("main details summary").first.click()
    guest.sends(by="main form[action$='/pin/'] [type=submit]")
    guest.is_told()


def with_a_new_pin(guest: Guest) -> None:
    guest.opens()
    guest.page.locator("main details summary").first.click()
    guest.page.locator("main [name=reason]").first.select_option("forgot")
    guest.sends(by="main form[action$='/pin/'] [type=submit]")


def with_own_password(guest: Guest) -> None:
    guest.opens()
    guest.sends(name=guest.toured.things["holder_name"], password=make.PASSWORD)


def with_new_codes(guest: Guest) -> None:
    guest.open("/me/sign-in/")
    guest.sends(by="form[action$='/codes/'] [type=submit]")
