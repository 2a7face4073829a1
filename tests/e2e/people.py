"""People at their browsers, by role: what each can see and do, in the words of their pages."""

import base64
import hmac
import re
import time
from io import BytesIO
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Locator, Page, Route, WebSocketRoute, expect
from pypdf import PdfReader

from tests.e2e.site import Site

#: Only how long a test that is going to fail waits before it says so.
PATIENCE_MS = 30_000
MONDAY = "Monday Evening Circle"
#: A network that cuts WebSockets: the browser cannot even make one.
NO_SOCKETS = "window.WebSocket = class { constructor() { throw new DOMException('blocked'); } };"

expect.set_options(timeout=PATIENCE_MS)

#: All that the next person's page could read: storage of each kind, and the cookies that scripts may see.
READ_STORAGE = """async () => JSON.stringify({
  local: Object.assign({}, localStorage),
  session: Object.assign({}, sessionStorage),
  databases: await indexedDB.databases(),
  caches: await caches.keys(),
  cookies: document.cookie,
})"""


def totp(secret: str, at: float) -> str:
    """The six digits of this moment (RFC 6238: SHA-1, 30 s)."""
    digest = hmac.digest(base64.b32decode(secret), int(at // 30).to_bytes(8, "big"), "sha1")
    start = digest[-1] & 15
    return f"{(int.from_bytes(digest[start : start + 4], 'big') & 0x7FFFFFFF) % 1_000_000:06d}"


class Someone:
    """One person's browser. What its pages complain about is kept in `complaints`."""

    door = ""
    viewport = {"width": 1280, "height": 800}

    def __init__(self, browser: Browser, site: Site, alias: str, *, no_sockets: bool = False, **options: Any) -> None:
        self.site = site
        self.alias = alias
        self.context: BrowserContext = browser.new_context(**{"viewport": self.viewport, "locale": "en-US", **options})
        self.context.set_default_timeout(PATIENCE_MS)
        if no_sockets:
            self.context.add_init_script(NO_SOCKETS)
        self.page: Page = self.context.new_page()
        self.complaints: list[str] = []
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    @property
    def its_sign_in(self) -> dict[str, str]:
        return self.site.sign_in_of(self.alias)

    def open(self, path: str) -> int:
        """Go there; answers the status of the page that came."""
        came = self.page.goto(self.site.url(self.door, path))
        return came.status if came else 0

    def opens_whole(self, path: str) -> None:
        """Go to a page that has to be there."""
        status = self.open(path)
        assert status == 200, f"{status} for {path}, asked by {self.alias}"

    def is_at(self, path: str) -> None:
        """Wait until the page is this one, and whole."""
        expect(self.page).to_have_url(re.compile(re.escape(self.site.url(self.door, path)) + r"(\?.*)?$"))
        self.page.wait_for_load_state()

    def press(self, name: str, *, within: Locator | None = None) -> None:
        (within or self.page).get_by_role("button", name=name, exact=True).click()

    def follow(self, name: str) -> None:
        self.page.get_by_role("link", name=name, exact=True).click()

    def fill(self, label: str, text: str) -> None:
        self.page.get_by_label(label, exact=True).fill(text)

    def sees(self, text: str) -> None:
        expect(self.page.get_by_text(text).first).to_be_visible()

    def close(self) -> None:
        self.context.close()


class Member(Someone):
    """Somebody of the circle, by the tablet or the online door."""

    @property
    def log(self) -> Locator:
        return self.page.get_by_role("log")

    @property
    def words(self) -> Locator:
        """The composer."""
        return self.page.get_by_role("textbox", name="Write to the circle")

    def enter_room(self, group: str = MONDAY) -> None:
        self.open(self.site.room_of(group))
        expect(self.page.get_by_role("heading", name=group)).to_be_visible()

    def may_write(self) -> None:
        expect(self.page.locator("[data-why]")).to_be_hidden()
        expect(self.words).to_be_enabled()

    def may_not_write_because(self, why: str) -> None:
        expect(self.page.locator("[data-why]")).to_contain_text(why)
        expect(self.page.get_by_role("button", name="Send", exact=True)).to_be_disabled()

    def says(self, words: str) -> None:
        self.words.fill(words)
        self.press("Send")
        expect(self.words).to_have_value("")

    def message(self, words: str) -> Locator:
        """The row of the log in which these words stand."""
        return self.log.get_by_role("listitem").filter(has_text=words)

    def hears(self, words: str, *, of: str) -> None:
        """These words stand in the log, once, under this name."""
        expect(self.message(words)).to_have_count(1)
        expect(self.message(words).locator(".msg-head b")).to_have_text(of)
        expect(self.message(words).locator(".msg-text")).to_be_visible()

    def hears_nothing_of(self, words: str) -> None:
        expect(self.message(words)).to_have_count(0)

    def is_told(self, words: str, state: str) -> None:
        """What became of one's own message."""
        expect(self.message(words)).to_contain_text(state)

    def marked(self, words: str) -> Locator:
        return self.message(words).locator("mark")

    def reports(self, words: str, *, because: str, note: str) -> None:
        self.message(words).get_by_role("button", name=re.compile("^More about this message")).click()
        dialog = self.page.get_by_role("dialog")
        dialog.get_by_label(because).check()
        dialog.get_by_label("Do you want to add something?").fill(note)
        self.press("Tell staff", within=dialog)
        expect(dialog.get_by_role("status")).to_contain_text("Thank you")
        self.press("Close", within=dialog)

    def types_without_sending(self, words: str) -> None:
        """And waits until the draft is in the browser's storage."""
        self.words.fill(words)
        self.page.wait_for_function("() => Object.keys(localStorage).some((name) => name.endsWith('.draft'))")

    def sees_in_circle(self, alias: str, state: str) -> None:
        """How somebody stands in the list of names."""
        self.page.get_by_role("button", name="Names", exact=True).click()
        dialog = self.page.get_by_role("dialog")
        expect(dialog.get_by_role("listitem").filter(has_text=alias)).to_contain_text(state)
        self.press("Close", within=dialog)

    def kept_in_browser(self) -> str:
        """Everything that a script of this page can find in this browser's storage, as text."""
        return str(self.page.evaluate(READ_STORAGE))


class Tablet(Member):
    """A shared tablet, and whoever is signed in on it."""

    door = "tablet"
    viewport = {"width": 800, "height": 1280}

    def is_enrolled_with(self, code: str) -> None:
        self.open("/")
        self.follow("I have a code from staff")
        self.fill("Code from staff", code)
        self.press("Set up")
        expect(self.page.get_by_label("ID number")).to_be_visible()

    def becomes_tablet_of(self, facility: str) -> None:
        """The development's one click, where enrolment is not what the test is about."""
        self.open(f"/start/tablet/{facility}/")
        expect(self.page.get_by_label("ID number")).to_be_visible()

    def sign_in(self, alias: str = "") -> None:
        self.alias = alias or self.alias
        self.fill("ID number", self.its_sign_in["number"])
        self.fill("PIN", self.its_sign_in["pin"])
        self.press("Sign in")
        self.is_at("/home/")

    def chooses_own_word(self, word: str) -> None:
        self.open("/path/")
        self.fill("Your own word", word)
        self.press("Keep this word")
        self.sees("Your own word is kept.")

    def leaves_it(self, way: str) -> None:
        """From the room: *Not me*, or *Sign out*."""
        self.follow("Leave")
        self.is_at("/home/")
        self.press(way)
        self.is_at("/sign-in/")

    def reads_before_the_name(self) -> None:
        """Of somebody new: who reads what, and what happens in danger."""
        for screen, button in {"/welcome/": "I have read this", "/welcome/danger/": "Next"}.items():
            self.is_at(screen)
            self.press(button)
        self.is_at("/welcome/name/")

    def calls_for_help(self) -> None:
        """In the room: *Help now* opens the card, and the card calls."""
        self.page.get_by_role("link", name="Help now").click()
        self.press("I need someone right now")


class Online(Member):
    door = "online"

    def sign_in(self) -> None:
        self.open("/sign-in/")
        self.fill("Sign-in name", self.its_sign_in["name"])
        self.fill("Password", self.its_sign_in["password"])
        self.press("Sign in")
        self.is_at("/home/")

    def types_card(self, words: list[str]) -> None:
        self.open("/claim/")
        if self.page.url.endswith("/claim/before/"):
            self.press("Next")
            self.is_at("/claim/")
        for place, word in enumerate(words, start=1):
            self.fill(f"Word {place}", word)
        self.press("Next")

    def claims(self, words: list[str], *, own_word: str, name: str, password: str) -> None:
        self.types_card(words)
        self.fill("The word you chose inside", own_word)
        self.press("Next")
        self.sees(f"Welcome back, {self.alias}")
        self.fill("A name to sign in with", name)
        self.fill("A password", password)
        self.press("Go to my circle")
        self.is_at("/home/")


class Staff(Someone):
    """A member of staff. `alias` is their name."""

    door = "staff"
    viewport = {"width": 1440, "height": 900}

    def sign_in(self) -> None:
        """A code works once: whoever is signed in at this site already comes in by that."""
        if self._is_known():
            return
        self.open("/sign-in/")
        self.fill("Sign-in name", self.its_sign_in["name"])
        self.fill("Password", self.its_sign_in["password"])
        self.press("Next")
        self._show_code()
        expect(self.page.get_by_role("button", name="Sign out")).to_be_visible()
        self.site.signed_in[self.alias] = self.context.cookies()

    def _is_known(self) -> bool:
        if self.alias not in self.site.signed_in:
            return False
        self.context.add_cookies(self.site.signed_in[self.alias])  # type: ignore[arg-type]
        self.open("/")
        self.page.wait_for_load_state()
        return self.page.get_by_role("button", name="Sign out").first.is_visible()

    def _show_code(self) -> None:
        """A code that is typed at the end of its half minute may be over when it arrives: then the next one."""
        field = self.page.get_by_label("Code", exact=True)
        field.fill(totp(self.its_sign_in["totp_secret"], time.time()))
        self.press("Sign in")
        after = self.page.get_by_role("button", name="Sign out").or_(self.page.get_by_role("alert"))
        expect(after.first).to_be_visible()
        if field.is_visible():
            field.fill(totp(self.its_sign_in["totp_secret"], time.time()))
            self.press("Sign in")


class Desk(Staff):
    """A moderator."""

    @property
    def queue(self) -> Locator:
        return self.page.get_by_role("region", name="Queue")

    def watches_queue(self) -> set[str]:
        """The numbers of the cases that wait."""
        self.open("/desk/")
        expect(self.queue).to_be_visible()
        return self._numbers()

    def _numbers(self) -> set[str]:
        links = self.queue.locator("a.q")
        return {str(links.nth(index).get_attribute("id")) for index in range(links.count())}

    def waits_for_new_case(self, what: str, known: set[str]) -> Locator:
        """The row of a case that was not there before; nobody loads the page anew."""
        others = "".join(f":not(#{number})" for number in known)
        row = self.queue.locator(f"a.q{others}").filter(has_text=what)
        expect(row).to_have_count(1)
        return row

    def opens(self, row: Locator) -> None:
        row.click()
        self.press("Claim it M")
        expect(self.page.locator("[data-lease]")).to_contain_text("Yours for")

    def quoted(self) -> Locator:
        return self.page.locator(".is-it .quote")

    def _chooses(self, decision: str) -> None:
        self.page.get_by_role("group", name="Decisions").get_by_role("button", name=decision).click()

    def releases(self) -> None:
        self._chooses("Release")
        self.sees("released.")

    def returns(self, *, note: str) -> None:
        self._chooses("Return")
        self.page.get_by_label("The second line").fill(note)
        self.page.locator("[data-confirm]").get_by_role("button").click()
        self.sees("sent back.")


class Duty(Staff):
    """Somebody on duty."""

    def watches_board(self) -> None:
        self.open("/duty/")
        self.sees("No alerts.")

    def alert_of(self, name: str) -> Locator:
        return self.page.get_by_role("article").filter(has_text=name)

    def answers(self, name: str) -> None:
        self.press("I am going", within=self.alert_of(name))
        expect(self.alert_of(name)).to_contain_text(f"{self.alias} answered at")


class Admin(Staff):
    """A facility's administrator."""

    def issues_code(self, label: str, *, facility: str) -> str:
        """Put a tablet on the list, and make a code for it."""
        self.open("/staff/tablets/")
        self.page.get_by_label("Facility", exact=True).select_option(label=facility)
        self.fill("Label on the device", label)
        self.press("Add")
        self.press("Issue a code", within=self.page.get_by_role("row").filter(has_text=label))
        return self.page.locator("[data-enrol-code]").inner_text()

    def opens_person(self, alias: str) -> None:
        self.open("/people/")
        self.follow(alias)
        expect(self.page.get_by_role("heading", name="Custody timeline")).to_be_visible()

    def prints_card(self, alias: str) -> list[str]:
        """The ten words that are on the paper."""
        self.opens_person(alias)
        with self.page.expect_download() as printed:
            self.page.get_by_role("button", name=re.compile("^Print a ")).click()
        return words_on(Path(printed.value.path()))

    def records_release(self, alias: str) -> None:
        self.opens_person(alias)
        self.page.get_by_label("What happened").select_option("released")
        self.press("Record")
        self.sees("Recorded.")


class ShakyLine:
    """The line between a room's page and its server, in our hands. Make it before the page opens the room."""

    def __init__(self, member: Member) -> None:
        self.member = member
        self.is_cut = False
        self.is_deaf = False
        self.open: list[WebSocketRoute] = []
        member.page.route_web_socket(re.compile("/ws/rooms/"), self._connect)
        member.page.route(re.compile("/rooms/[^/]+/(events|frames)"), self._ask)

    def cut(self) -> None:
        """From now on nothing gets through."""
        self.is_cut = True
        while self.open:
            self.open.pop().close()

    def mend(self) -> None:
        self.is_cut = self.is_deaf = False

    def deafen(self) -> None:
        """What the page sends gets through; no answer does."""
        self.is_deaf = True

    def _connect(self, page_side: WebSocketRoute) -> None:
        if self.is_cut:
            page_side.close()
            return
        server_side = page_side.connect_to_server()
        server_side.on_message(lambda frame: None if self.is_deaf else page_side.send(frame))
        self.open.append(page_side)

    def _ask(self, route: Route) -> None:
        if self.is_cut:
            route.abort()
        else:
            route.continue_()


def words_on(paper: Path) -> list[str]:
    """The words of a claim card, in their order."""
    text = PdfReader(BytesIO(paper.read_bytes())).pages[0].extract_text()
    found = dict(re.findall(r"^(\d+)\s*\n?\s*([a-z]{4,8})$", text, re.MULTILINE))
    return [found[str(place)] for place in range(1, 11)]
