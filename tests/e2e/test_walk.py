"""The main job, end to end: one circle, on both sides of the wall, with a desk that decides and a door that opens."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import expect

from tests.e2e.people import Admin, Desk, Duty, Online, Tablet
from tests.e2e.site import EmbeddedWorlds, RealWorlds, Site
from tests.settings import ON_REAL_SERVERS

pytestmark = pytest.mark.e2e
OWN_WORD = "copper kettle song"
PHONE = "312 555 0187"
PAST_THEIR_END = 4500
#: Said 52 minutes before the world was made, and that is a year but two hours ago.
OLDEST = "Welcome back, everyone. One word for today, and why."
#: Over the polling line only once: what differs is the line, not the database.
LINES = ["sockets"] if ON_REAL_SERVERS else ["sockets", "sockets blocked"]


@pytest.fixture(params=LINES)
def no_sockets(request: pytest.FixtureRequest) -> bool:
    return request.param == "sockets blocked"


@pytest.fixture
def site(worlds: EmbeddedWorlds | RealWorlds, no_sockets: bool) -> Iterator[Site]:
    """A world for one walk: it is not the same afterwards."""
    with worlds.site("walk_polling" if no_sockets else "walk") as running:
        yield running


def test_a_circle_runs_on_both_sides_of_the_wall(site: Site, come: Callable[..., object], no_sockets: bool):
    lark = come(Admin, site, "Lark")
    river = come(Tablet, site, "Quiet River", no_sockets=no_sockets)
    harbor = come(Online, site, "Harbor", no_sockets=no_sockets)
    juniper = come(Online, site, "Juniper", no_sockets=no_sockets)
    wren = come(Desk, site, "Wren")
    heath = come(Duty, site, "Heath")

    # A tablet is enrolled, and somebody signs in on it.
    lark.sign_in()
    river.is_enrolled_with(lark.issues_code("Tablet 090", facility="Alder Ridge"))
    river.sign_in()
    river.chooses_own_word(OWN_WORD)

    # The card is printed before release, and opens nothing yet.
    card = lark.prints_card("Quiet River")
    home = come(Online, site, "Quiet River", no_sockets=no_sockets)
    home.types_card(card)
    expect(home.page.get_by_role("alert")).to_be_visible()
    expect(home.page.get_by_label("Word 1", exact=True)).to_be_visible()

    # Without anybody who leads or watches one may read, not write; with one, both sides talk.
    river.enter_room()
    river.may_not_write_because("A leader must be here")
    harbor.sign_in()
    harbor.enter_room()
    river.may_write()
    juniper.sign_in()
    juniper.enter_room()
    river.says("I slept all night. First time this month.")
    river.is_told("I slept all night.", "Sent. Your circle has it.")
    harbor.hears("I slept all night. First time this month.", of="Quiet River")
    harbor.says("That is worth a lot, Quiet River.")
    river.hears("That is worth a lot, Quiet River.", of="Harbor")
    juniper.hears("That is worth a lot, Quiet River.", of="Harbor")

    # A phone number is held: the writer sees which words and until when, nobody else sees anything.
    wren.sign_in()
    known = wren.watches_queue()
    river.says(f"My sister is at {PHONE} if you want to write her.")
    river.is_told(PHONE, "Held. A person will read it by ")
    expect(river.marked(PHONE)).to_have_text(PHONE)

    # A moderator, who never loaded the page anew, reads it and lets it through.
    wren.opens(wren.waits_for_new_case("Contact details", known))
    expect(wren.quoted()).to_contain_text(PHONE)
    harbor.hears_nothing_of(PHONE)
    wren.releases()
    harbor.hears(f"My sister is at {PHONE} if you want to write her.", of="Quiet River")
    juniper.hears(f"My sister is at {PHONE} if you want to write her.", of="Quiet River")
    river.is_told(PHONE, "A person read it. Your circle has it.")

    # Another one comes back with a reason; its writer changes it and sends it again.
    known = wren.watches_queue()
    river.says("Write me at quiet.river@example.org when you can.")
    river.is_told("quiet.river@example.org", "Held. A person will read it by ")
    wren.opens(wren.waits_for_new_case("Contact details", known))
    wren.returns(note="An address stays out of the room. The rest is fine.")
    river.is_told("quiet.river@example.org", "Sent back to you. No one in the circle saw it.")
    river.is_told("quiet.river@example.org", "An address stays out of the room. The rest is fine.")
    river.press("Change it and send", within=river.message("quiet.river@example.org"))
    expect(river.words).to_have_value("Write me at quiet.river@example.org when you can.")
    river.says("Write me here when you can.")
    harbor.hears("Write me here when you can.", of="Quiet River")
    river.hears_nothing_of("quiet.river@example.org")
    harbor.hears_nothing_of("quiet.river@example.org")

    # A member reports a message: a case for the desk.
    known = wren.watches_queue()
    juniper.reports("That is worth a lot, Quiet River.", because="Something private", note="I saw this name outside.")
    wren.opens(wren.waits_for_new_case("Member report", known))
    expect(wren.page.get_by_text("I saw this name outside.")).to_be_visible()
    expect(wren.page.locator("#main")).not_to_contain_text("Juniper reported")

    # Help now: whoever is on duty sees who and where; the one who called sees that somebody comes.
    heath.sign_in()
    heath.watches_board()
    river.calls_for_help()
    expect(heath.alert_of("Dana Kessler")).to_contain_text("Alder Ridge, East 2")
    river.open("/help/")
    river.sees("No answer yet.")
    heath.answers("Dana Kessler")
    river.sees("Heath answered at")
    river.enter_room()

    # Release: the tablet is out at once, the others see a seat that is kept, and no more.
    lark.records_release("Quiet River")
    river.is_at("/sign-in/")
    harbor.sees_in_circle("Quiet River", "Taking a break. The seat is kept.")

    # The card, with the word that only its owner knows: same seat, same name, same history.
    home.claims(card, own_word=OWN_WORD, name="dana.at.home", password="a window over the yard")
    home.enter_room()
    expect(home.message("I slept all night.").locator(".msg-head b")).to_have_text("You")
    home.hears("That is worth a lot, Quiet River.", of="Harbor")
    home.hears("Nervous. My hearing is on Thursday.", of="Saltmarsh")
    home.may_write()
    home.says("I am on my own couch. Same circle.")
    harbor.hears("I am on my own couch. Same circle.", of="Quiet River")

    # The oldest words reach their end, and are gone from every open page.
    harbor.hears(OLDEST, of="You")
    home.hears(OLDEST, of="Harbor")
    site.home.turn_clock(PAST_THEIR_END)
    harbor.hears_nothing_of(OLDEST)
    home.hears_nothing_of(OLDEST)
    home.hears("I am on my own couch. Same circle.", of="You")
    certificate = site.home.manage("purge")
    assert re.search(r"^chat\.messages: \w+: removed [1-9]", certificate, re.MULTILINE)
    assert "The chain is whole" in site.home.manage("verify_audit")
