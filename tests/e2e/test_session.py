"""A session in full swing, on the real server: support, hands, turns, parts, listening, a mask, a restart, its end."""

from contextlib import suppress

import pytest
from playwright.sync_api import Locator, expect

from tests.e2e.people import Member, Online, Tablet

pytestmark = pytest.mark.e2e
#: How often somebody presses who sees nothing come of it, and how long they wait (ms).
TRIES, WAITS_MS = 3, 10_000
#: ms: within that it is the same finger.
A_SECOND_PRESS = 700
ARRIVED = "I slept all night. First time this month."
#: In the list of hands no name is squeezed by the buttons beside it.
NAMES_IN_ONE_LINE = """() => {
  const names = Array.from(document.querySelectorAll('[data-hand-list] .grow'));
  return names.length && names.every((name) => name.offsetWidth > 2 * name.offsetHeight);
}"""
MASK_LAST = """
from chat.models import Message
from chat.services import mask
last = Message.objects.latest("said_at")
mask(message_id=last.pk, revision=last.revision, spans=[[19, 30]], code="place", by="system")
"""


@pytest.fixture
def harbor(site, come):
    harbor = come(Online, site, "Harbor")
    harbor.sign_in()
    harbor.page.clock.install()
    harbor.enter_room()
    return harbor


@pytest.fixture
def juniper(site, come):
    juniper = come(Online, site, "Juniper")
    juniper.sign_in()
    juniper.enter_room()
    return juniper


@pytest.fixture
def river(site, come):
    river = come(Tablet, site, "Quiet River")
    river.becomes_tablet_of("alder")
    river.sign_in()
    river.enter_room()
    return river


def test_a_session_is_led_from_its_parts_to_its_end(site, harbor, juniper, river):
    for one in (harbor, juniper, river):
        one.may_write()
    river.says(ARRIVED)

    # Support is seen by everybody, also by whoever comes later, and taken back.
    juniper.hears(ARRIVED, of="Quiet River")
    _supports(juniper, ARRIVED, "I hear you")
    for one in (harbor, river):
        expect(_support(one, "I hear you, from Juniper")).to_be_visible()
    harbor.enter_room()
    expect(_support(harbor, "I hear you, from Juniper")).to_be_visible()
    _support(juniper, "I hear you, from you").click()
    juniper.press("I hear you", within=juniper.page.get_by_role("group", name="Support"))
    for one in (harbor, river):
        expect(_support(one, "I hear you, from Juniper")).to_have_count(0)

    # Two hands go up, in their order; one gets the turn and passes it, the other is taken down.
    _presses(river, "Raise hand", until=juniper.page.locator("[data-hands]"), says="Quiet River")
    _presses(juniper, "Raise hand", until=river.page.locator("[data-hands]"), says="You, Juniper")
    harbor.page.wait_for_function(NAMES_IN_ONE_LINE)
    _leads(harbor, "Next: Quiet River")
    expect(river.page.locator("[data-turn]")).to_have_text("It is your turn.")
    expect(juniper.page.locator("[data-turn]")).to_have_text("Quiet River")
    expect(juniper.page.get_by_role("button", name="Pass my turn")).to_be_hidden()
    _presses(river, "Pass my turn", until=juniper.page.locator("[data-log]"), says="Quiet River passed")
    _leads(harbor, "Lower the hand of Juniper")
    expect(juniper.page.get_by_role("button", name="Raise hand")).to_be_visible()

    # The parts go on; while members listen they keep their words, and may still give support.
    part = river.page.locator("[data-phases] [aria-current=step]")
    before = part.inner_text()
    _leads(harbor, "Go to: ", exact=False)
    expect(part).not_to_have_text(before)
    juniper.words.fill("Half a thought")
    expect(harbor.page.locator("[data-writing]")).to_have_text("Juniper is writing …")
    _leads(harbor, "Listen only")
    juniper.may_not_write_because("This is a time to listen.")
    harbor.says("Thank you for that.")
    river.hears("Thank you for that.", of="Harbor")
    _supports(river, "Thank you for that.", "Thank you")
    expect(_support(harbor, "Thank you, from Quiet River")).to_be_visible()
    _leads(harbor, "Listen only")
    juniper.may_write()
    expect(juniper.words).to_have_value("Half a thought")

    # A mask reaches every open page.
    river.says("My sister waits in Springfield.")
    harbor.hears("My sister waits in Springfield.", of="Quiet River")
    site.home.manage("shell", "--command", MASK_LAST)
    for one in (harbor, juniper, river):
        expect(one.message("My sister waits in").locator(".hid")).to_have_count(1)
        expect(one.message("My sister waits in")).not_to_contain_text("Springfield")

    # The servers go and come back: nobody is alarmed, and what was written meanwhile is said once.
    webs = set(site.doors.values())
    for web in webs:
        web.stop()
    river.says("Said while it was away.")
    river.is_told("Said while it was away.", "Sending. It is safe on this device.")
    for one in (harbor, juniper, river):
        _is_not_alarmed(one)
    for web in webs:
        web.start()
    for one in (harbor, juniper):
        one.hears("Said while it was away.", of="Quiet River")
        _is_not_alarmed(one)
    river.hears("Said while it was away.", of="You")
    river.is_told("Said while it was away.", "Sent. Your circle has it.")

    # The end: everybody reads on, nobody writes, no part and no hand is left.
    _leads(harbor, "Close the session")
    harbor.press("Close it", within=harbor.page.get_by_role("dialog"))
    for one in (juniper, river):
        expect(one.page.locator("[data-session]")).to_have_text("It is over")
        one.may_not_write_because("Writing opens when the next meeting starts.")
        expect(one.page.locator("[data-phases]")).to_be_hidden()
        expect(one.page.get_by_role("button", name="Raise hand")).to_be_hidden()


def _supports(one: Member, words: str, how: str) -> None:
    one.message(words).get_by_role("button", name="Support", exact=True).click()
    one.press(how, within=one.page.get_by_role("group", name="Support"))


def _support(one: Member, what: str) -> Locator:
    return one.log.get_by_role("button", name=what, exact=True)


def _presses(one: Member, name: str, *, until: Locator, says: str) -> None:
    """As somebody does who presses again when nothing has come of it: their line may have been down for a moment."""
    for _ in range(TRIES):
        button = one.page.get_by_role("button", name=name, exact=True)
        if button.is_visible():
            button.click()
        with suppress(AssertionError):
            expect(until).to_contain_text(says, timeout=WAITS_MS)
            return
    expect(until).to_contain_text(says)


def _leads(harbor: Member, name: str, *, exact: bool = True) -> None:
    """Press one of the leader's tools, as somebody who is not in a hurry."""
    harbor.page.clock.fast_forward(A_SECOND_PRESS)
    harbor.page.get_by_role("button", name=name, exact=exact).first.click()


def _is_not_alarmed(one: Member) -> None:
    expect(one.page.locator("[data-line]")).to_be_hidden()
    expect(one.page.locator("[data-notices] .bar")).to_have_count(0)
