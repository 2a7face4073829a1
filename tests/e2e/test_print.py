"""On paper: every page without what can only be pressed, and the notice of a decision from its writer's own list."""

from io import BytesIO

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from tests.e2e.people import MONDAY, Admin, Desk, Online, Someone, Staff, Tablet

pytestmark = pytest.mark.looks

#: What is on the page as it is printed, and can be pressed or typed into, or is a bar. Links among the words are text.
LEFT_OVER = """() => Array.from(document.querySelectorAll(
    'button, input, select, textarea, .btn, nav, .top, .bar-s, .nav, .foot, .skip, dialog, [contenteditable]'
  )).filter((it) => it.getClientRects().length && getComputedStyle(it).visibility !== 'hidden')
    .map((it) => it.outerHTML.slice(0, 90))"""
#: Words in another colour than black, or on another ground than white.
COLOURED = """() => Array.from(document.querySelectorAll('main *'))
  .filter((it) => it instanceof HTMLElement && it.getClientRects().length)
  .filter((it) => Array.from(it.childNodes).some((node) => node.nodeType === 3 && node.data.trim()))
  .map((it) => [getComputedStyle(it), it]).filter(([style]) => style.color !== 'rgb(0, 0, 0)')
  .map(([style, it]) => `${style.color}: ${it.textContent.trim().slice(0, 60)}`)"""
FETCHED = "async (address) => Array.from(new Uint8Array(await (await fetch(address)).arrayBuffer()))"

OF_STAFF = {
    "Wren": (Desk, ["/desk/", "/groups/"]),
    "Lark": (Admin, ["/people/", "/staff/tablets/", "/staff/sign-ins/", "/duty/lists/"]),
    "Vale": (Staff, ["/rules/", "/rules/built-in/contact.phone/", "/rules/outcomes/"]),
    "Quill": (Staff, ["/records/", "/records/holds/", "/records/purges/", "/records/audit/"]),
}


def prints_clean(one: Someone, path: str) -> None:
    one.opens_whole(path)
    prints_clean_here(one)


def prints_clean_here(one: Someone) -> None:
    """This page, in the dark theme too: paper is white."""
    for theme in ("light", "dark"):
        one.page.emulate_media(media="print", color_scheme=theme)
        assert one.page.evaluate(LEFT_OVER) == []
        assert one.page.evaluate(COLOURED) == []
    assert one.page.locator("main").inner_text().strip()
    one.page.emulate_media(media="screen", color_scheme="light")


def test_a_writer_has_the_notice_on_paper_from_the_tablet_and_as_a_file_from_a_phone(site, come):
    harbor, wren = come(Online, site, "Harbor"), come(Desk, site, "Wren")
    juniper, river = come(Online, site, "Juniper"), come(Tablet, site, "Quiet River")
    for one in (harbor, wren, juniper):
        one.sign_in()
    river.becomes_tablet_of("alder")
    river.sign_in()
    harbor.enter_room()
    for one, number in ((river, "312 555 0142"), (juniper, "312 555 0143")):
        known = wren.watches_queue()
        one.enter_room()
        one.may_write()
        one.says(f"My line is {number} now.")
        wren.opens(wren.waits_for_new_case("Contact details", known))
        case = wren.page.url.rstrip("/").rpartition("/")[2]
        wren.returns(note="A number stays out of the room.")
        one.opens_whole("/mine/")
        one.follow("Get this on paper")
        expect(one.page.locator("article mark").last).to_have_text(number)
        one.sees("A number stays out of the room.")
        one.sees(f"Case {case}")
        expect(one.page.get_by_role("button", name="Print", exact=True)).to_be_visible()
        prints_clean_here(one)
    expect(river.page.get_by_role("link", name="Keep it as a file")).to_have_count(0)
    wren.opens_whole(f"/desk/{case}/")
    for one, link in ((juniper, "Keep it as a file"), (wren, "Print the notice for the writer")):
        address = one.page.get_by_role("link", name=link, exact=True).get_attribute("href") or ""
        file = bytes(one.page.evaluate(FETCHED, address))
        text = PdfReader(BytesIO(file)).pages[0].extract_text()
        assert "My line is 312 555 0143 now." in text
    prints_clean(wren, f"/desk/{case}/")


def test_pages_of_participants_print_without_anything_to_press(site, come):
    juniper = come(Online, site, "Juniper")
    juniper.sign_in()
    for path in ("/home/", "/mine/", "/path/", "/help/", site.room_of(MONDAY)):
        prints_clean(juniper, path)


@pytest.mark.parametrize("who", OF_STAFF)
def test_pages_of_staff_print_without_anything_to_press(site, come, who):
    kind, paths = OF_STAFF[who]
    one = come(kind, site, who)
    one.sign_in()
    for path in paths:
        prints_clean(one, path)


def test_a_table_on_paper_is_a_table_with_its_heads(site, come):
    lark = come(Admin, site, "Lark")
    lark.sign_in()
    lark.opens_person("Quiet River")
    prints_clean_here(lark)
    lark.page.set_viewport_size({"width": 500, "height": 700})  # as narrow as small paper
    lark.page.emulate_media(media="print")
    heads = lark.page.locator(".table thead").first
    assert heads.evaluate("(it) => getComputedStyle(it).display") == "table-header-group"
    expect(heads).to_be_visible()
