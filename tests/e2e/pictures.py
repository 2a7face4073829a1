"""A picture of each page: `python -m tests.e2e.pictures` writes them to build/pictures/, and a few to docs/pictures/.

They are named <page>-<width>-<light|dark>-<en|es>.png. It is a Monday evening in all of them.
"""

import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from PIL import Image
from playwright.sync_api import Browser, expect

from tests.e2e import chromium
from tests.e2e.people import MONDAY, Admin, Desk, Duty, Member, Online, Someone, Staff, Tablet
from tests.e2e.site import Home, Site, embedded, make_world
from tests.servers_web import ROOT

PICTURES = ROOT / "build" / "pictures"
FOR_READERS = ROOT / "docs" / "pictures"
SIZES = {360: 740, 800: 1280, 1440: 900}
#: (width, scheme) of staff's pages; participants' have all.
OF_STAFF = [(1440, "light"), (1440, "dark"), (360, "light")]
OF_PARTICIPANTS = [(width, scheme) for width in SIZES for scheme in ("light", "dark")]
#: Those that the documentation shows, and under which name.
SHOWN = {
    "room-1440": "room-lead-1440-light-en",
    "room-360": "room-360-light-en",
    "desk-1440": "case-1440-light-en",
    "home-800": "home-800-light-en",
    "sign-in-360": "sign-in-360-light-en",
}
#: 31 minutes before this the demo's people began to talk.
EVENING = (18, 42)


def a_monday_evening() -> timedelta:
    """How far away the next one is."""
    here = datetime.now(ZoneInfo("America/Chicago"))
    monday = here + timedelta(days=(0 - here.weekday()) % 7)
    return monday.replace(hour=EVENING[0], minute=EVENING[1]).astimezone(UTC) - datetime.now(UTC)


@contextmanager
def monday_site() -> Iterator[Site]:
    with tempfile.TemporaryDirectory(prefix="same-circle-pictures-") as folder:
        home = Home(Path(folder) / "world")
        home.folder.mkdir()
        make_world(home, ahead=a_monday_evening())
        with embedded(home) as site:
            try:
                yield site
            except Exception:
                sys.stderr.write(site.said())
                raise


def picture(one: Someone, name: str, kinds: list[tuple[int, str]] = OF_PARTICIPANTS, *, language: str = "en") -> None:
    """This page as it stands, once in each kind; as long as the page is."""
    for width, scheme in kinds:
        one.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        one.page.set_viewport_size({"width": width, "height": SIZES[width]})
        long = one.page.evaluate("() => document.documentElement.scrollHeight")
        one.page.set_viewport_size({"width": width, "height": max(long, SIZES[width])})
        file = PICTURES / f"{name}-{width}-{scheme}-{language}.png"
        one.page.screenshot(path=file, animations="disabled", caret="hide")


def both_languages(one: Member, name: str, path: str) -> None:
    """English light and dark, Spanish light."""
    one.opens_whole(path)
    picture(one, name)
    _speak(one, "es")
    one.opens_whole(path)
    picture(one, name, [(width, "light") for width in SIZES], language="es")
    _speak(one, "en")


def _speak(one: Member, language: str) -> None:
    """By the switch of some page that has it."""
    one.page.set_viewport_size({"width": 1440, "height": 900})
    one.opens_whole("/help/")
    switch = one.page.locator(f"form.langs button[value={language}]").first
    switch.click()
    expect(one.page.locator("html")).to_have_attribute("lang", language)


def doors(browser: Browser, site: Site) -> None:
    """Before anybody is signed in."""
    tablet, online = Tablet(browser, site, "Quiet River"), Online(browser, site, "Juniper")
    both_languages(tablet, "tablet-not-set-up", "/sign-in/")
    both_languages(tablet, "enrol", "/enrol/")
    tablet.becomes_tablet_of("alder")
    both_languages(tablet, "sign-in", "/sign-in/")
    both_languages(tablet, "help-signed-out", "/help/")
    both_languages(online, "sign-in-online", "/sign-in/")
    staff = Staff(browser, site, "Wren")
    staff.open("/sign-in/")
    picture(staff, "sign-in-staff", OF_STAFF)
    for one in (tablet, online, staff):
        one.close()


class Evening:
    """The circle meets, and something of everything happens."""

    def __init__(self, browser: Browser, site: Site) -> None:
        self.site = site
        self.wren, self.heath = Desk(browser, site, "Wren"), Duty(browser, site, "Heath")
        self.lark, self.vale = Admin(browser, site, "Lark"), Staff(browser, site, "Vale")
        self.quill = Staff(browser, site, "Quill")
        self.harbor, self.juniper = Online(browser, site, "Harbor"), Online(browser, site, "Juniper")
        self.river, self.heron = Tablet(browser, site, "Quiet River"), Tablet(browser, site, "Blue Heron")
        self.case = ""
        self.newcomer = Tablet(browser, site, "Quiet River")
        self.outside = Online(browser, site, "Blue Heron")
        for one in (self.wren, self.heath, self.lark, self.vale, self.quill, self.harbor, self.juniper):
            one.sign_in()

    def begins(self) -> None:
        for tablet in (self.river, self.heron):
            tablet.becomes_tablet_of("alder")
            tablet.sign_in()
        for one in (self.harbor, self.juniper, self.river, self.heron):
            one.enter_room()
        for one in (self.harbor, self.juniper, self.river, self.heron):
            one.may_write()

    def people_talk(self) -> None:
        """One message comes back, one is held, one is reported, and somebody calls for help."""
        known = self.wren.watches_queue()
        self.river.says("Write me at quiet.river@example.org when you can.")
        self.river.is_told("quiet.river@example.org", "Held.")
        self.wren.opens(self.wren.waits_for_new_case("Contact details", known))
        self.wren.returns(note="An address stays out of the room. The rest is fine.")
        self.river.is_told("quiet.river@example.org", "Sent back to you.")
        known = self.wren.watches_queue()
        self.harbor.says("Thank you all. Who has not had a turn yet?")
        self.river.hears("Thank you all. Who has not had a turn yet?", of="Harbor")
        self.heron.says("Me. I just want to listen today.")
        self.river.hears("Me. I just want to listen today.", of="Blue Heron")
        self.river.says("Juniper, you can reach my sister at 312 555 0187.")
        self.river.is_told("312 555 0187", "Held.")
        self.case = self.wren.waits_for_new_case("Contact details", known).get_attribute("href") or ""
        self.juniper.reports("Me. I just want to listen today.", because="I am worried", note="He sounds very low.")
        self.heron.calls_for_help()
        expect(self.heron.page.locator("[data-helper-send]")).to_be_hidden()

    def of_members(self) -> None:
        picture(self.river, "room")
        picture(self.harbor, "room-lead")
        picture(self.heron, "room-helper-card")
        for name, path in {"home": "/home/", "mine": "/mine/", "path": "/path/", "help": "/help/"}.items():
            both_languages(self.river, name, path)
        _speak(self.river, "es")
        self.river.open(self.site.room_of(MONDAY))
        self.river.page.wait_for_function("() => document.querySelector('.say .starters:not([hidden])')")
        picture(self.river, "room", [(width, "light") for width in SIZES], language="es")
        _speak(self.river, "en")
        self.heron.open("/help/")
        picture(self.heron, "help-called")
        self.juniper.page.get_by_role("button", name="Names", exact=True).click()
        picture(self.juniper, "room-names")

    def of_staff(self) -> None:
        shots = {
            self.wren: {"desk": "/desk/", "case": self.case, "groups": "/groups/"},
            self.vale: {
                "rules": "/rules/",
                "rule-new": "/rules/new/",
                "rule-built-in": "/rules/built-in/contact.phone/",
                "rules-try": "/rules/try/",
            },
            self.heath: {"duty": "/duty/"},
            self.lark: {
                "people": "/people/",
                "admit": "/people/admit/",
                "tablets": "/staff/tablets/",
                "pauses": "/staff/sign-ins/",
                "duty-lists": "/duty/lists/",
            },
            self.quill: {
                "records": "/records/",
                "records-holds": "/records/holds/",
                "records-purges": "/records/purges/",
                "records-audit": "/records/audit/",
            },
        }
        for one, pages in shots.items():
            for name, path in pages.items():
                one.opens_whole(path)
                picture(one, name, OF_STAFF)
        self.lark.opens_person("Quiet River")
        picture(self.lark, "person", OF_STAFF)
        self.vale.open("/groups/")
        self.vale.follow(MONDAY)
        self.vale.page.get_by_role("heading", name="Seats").wait_for()
        picture(self.vale, "group", OF_STAFF)

    def somebody_is_new(self) -> None:
        self.lark.open("/people/admit/")
        for label, text in {"Legal name": "Sam Hollis", "Facility number": "A40999", "First PIN": "582047"}.items():
            self.lark.fill(label, text)
        self.lark.page.get_by_label("Facility", exact=True).select_option(label="Alder Ridge")
        self.lark.press("Admit")
        expect(self.lark.page.get_by_role("heading", name="Custody timeline")).to_be_visible()
        self.newcomer.becomes_tablet_of("alder")
        self.newcomer.fill("ID number", "A40999")
        self.newcomer.fill("PIN", "582047")
        self.newcomer.press("Sign in")
        self.newcomer.is_at("/welcome/")
        both_languages(self.newcomer, "welcome", "/welcome/")

    def somebody_is_released(self, own_word: str) -> None:
        card = self.lark.prints_card("Blue Heron")
        self.lark.records_release("Blue Heron")
        both_languages(self.outside, "claim-words", "/claim/")
        self.outside.types_card(card)
        self.outside.page.get_by_label("The word you chose inside").wait_for()
        both_languages(self.outside, "claim-secret", "/claim/secret/")
        self.outside.open("/claim/secret/")
        self.outside.fill("The word you chose inside", own_word)
        self.outside.press("Next")
        self.outside.sees("Welcome back, Blue Heron")
        both_languages(self.outside, "claim-way-in", "/claim/done/")


def for_readers() -> None:
    """The few that the documentation shows, with as few colours as they need."""
    FOR_READERS.mkdir(parents=True, exist_ok=True)
    for name, source in SHOWN.items():
        with Image.open(PICTURES / f"{source}.png") as full:
            full.convert("RGB").quantize(96, dither=Image.Dither.NONE).save(FOR_READERS / f"{name}.png", optimize=True)


def main() -> int:
    if chromium.binary() is None:
        sys.stderr.write("No Chromium here, so no pictures. To take them: sudo apt-get install chromium\n")
        return 1
    shutil.rmtree(PICTURES, ignore_errors=True)
    PICTURES.mkdir(parents=True)
    with monday_site() as site, chromium.browser() as browser:
        doors(browser, site)
        evening = Evening(browser, site)
        evening.begins()
        evening.people_talk()
        evening.of_members()
        evening.of_staff()
        evening.somebody_is_new()
        evening.somebody_is_released("northern star")
    for_readers()
    sys.stdout.write(f"{len(list(PICTURES.glob('*.png')))} pictures in {PICTURES.relative_to(ROOT)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
