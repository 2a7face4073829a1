"""What the room's page shows and lets people do, whatever its line brings."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.e2e.people import Online, ShakyLine, Tablet
from tests.e2e.played import PlayedRoom

pytestmark = pytest.mark.e2e
MEMBER = ["post", "withdraw", "report", "help", "react", "hand", "typing"]
LEADER = ["post", "report", "help", "react", "typing", "phase", "turn", "lower_hand", "listen_only", "pause"]
#: ms: within that it is the same finger.
A_SECOND_PRESS = 700
JUNIPERS = "Hopeful. I called my daughter"


@pytest.fixture
def river(site, come):
    river = come(Tablet, site, "Quiet River")
    river.becomes_tablet_of("alder")
    river.sign_in()
    return river


@pytest.fixture
def harbor(site, come):
    harbor = come(Online, site, "Harbor")
    harbor.sign_in()
    return harbor


def test_support_is_given_by_keyboard_and_says_by_whom(river):
    room = PlayedRoom(river, can=MEMBER)
    row = river.message(JUNIPERS)
    ask, panel = row.get_by_role("button", name="Support", exact=True), row.get_by_role("group", name="Support")
    room.supports("Cedar", "Juniper", "hear_you")
    expect(row.get_by_role("button", name="I hear you, from Cedar")).to_be_visible()
    ask.focus()
    river.page.keyboard.press("Enter")
    expect(panel.get_by_role("button", name="I hear you")).to_be_focused()
    river.page.keyboard.press("Enter")
    expect(row.get_by_role("button", name="I hear you, from Cedar, you")).to_be_visible()
    expect(panel).to_have_count(0)
    expect(ask).to_be_focused()


def test_support_is_taken_back_by_the_same_button(river):
    room = PlayedRoom(river, can=MEMBER)
    row = river.message(JUNIPERS)
    room.supports("Quiet River", "Juniper", "stay_strong")
    row.get_by_role("button", name="Stay strong, from you").click()
    expect(row.get_by_role("group").get_by_role("button", name="Stay strong")).to_have_attribute("aria-pressed", "true")
    row.get_by_role("group").get_by_role("button", name="Stay strong").click()
    expect(row.get_by_role("button", name="Stay strong, from you")).to_have_count(0)
    assert room.sent == [{"type": "react", "message": room.last_of("Juniper"), "kind": "stay_strong", "on": False}]


def test_support_never_says_how_many(river):
    room = PlayedRoom(river, can=MEMBER)
    for alias in ("Cedar", "Tall Oak", "Saltmarsh"):
        room.supports(alias, "Juniper", "same_here")
    pill = river.message(JUNIPERS).get_by_role("button", name="Same here, from Cedar, Tall Oak, Saltmarsh")
    expect(pill).to_have_text("Same here")


def test_whoever_may_not_give_support_still_sees_who_did(river):
    room = PlayedRoom(river, can=["help", "report"])
    room.supports("Cedar", "Juniper", "thank_you")
    row = river.message(JUNIPERS)
    row.get_by_role("button", name="Thank you, from Cedar").click()
    expect(row.get_by_role("group", name="Support")).to_contain_text("Cedar")
    expect(row.get_by_role("group", name="Support").get_by_role("button")).to_have_count(0)
    expect(row.get_by_role("button", name="Support", exact=True)).to_have_count(0)


def test_a_hand_goes_up_and_the_turn_is_passed(river):
    room = PlayedRoom(river, can=MEMBER)
    room.gives_turn(None, hands=["Cedar"])
    river.press("Raise hand")
    expect(river.page.locator("[data-hands]")).to_have_text("Cedar, You")
    expect(river.page.locator("[data-my-turn]")).to_have_text("Your hand is up.")
    expect(river.page.get_by_role("button", name="Lower hand")).to_be_visible()
    expect(river.page.get_by_role("button", name="Pass my turn")).to_be_hidden()
    room.gives_turn("Quiet River", hands=["Cedar"])
    room.lets(*MEMBER, "pass")
    expect(river.page.locator("[data-turn]")).to_have_text("It is your turn.")
    expect(river.page.get_by_role("button", name="Lower hand")).to_be_hidden()
    room.passes(A_SECOND_PRESS)
    river.press("Pass my turn")
    river.sees("You passed")
    assert [frame["type"] for frame in room.sent] == ["hand", "pass"]


def test_listen_only_says_why_one_cannot_write_and_keeps_the_words(river):
    room = PlayedRoom(river, can=MEMBER)
    river.words.fill("I wanted to say")
    room.moves("posting_paused", change={"listen_only": True}, why="listen_only")
    room.lets("help", "report", "react", "hand")
    river.may_not_write_because("Listen only for now.")
    expect(river.words).to_have_value("I wanted to say")
    expect(river.page.get_by_role("button", name="Raise hand")).to_be_visible()
    room.moves("posting_resumed", change={"listen_only": False}, why="listen_only")
    room.lets(*MEMBER)
    river.may_write()


def test_nothing_of_a_turn_can_be_pressed_that_one_may_not_send(river, harbor):
    PlayedRoom(river, can=["help", "report"]).gives_turn("Cedar")
    expect(river.page.locator("[data-turn]")).to_have_text("Cedar")
    expect(river.page.locator(".say-acts")).to_be_hidden()
    PlayedRoom(harbor, can=["help", "report", "open_session"])
    buttons = harbor.page.get_by_role("complementary", name="Your tools").get_by_role("button")
    expect(buttons).to_have_text(["Open the session", "Who is here"])


def test_a_leader_gives_the_turn_from_the_queue_and_leads_through_the_parts(harbor):
    room = PlayedRoom(harbor, can=LEADER)
    room.gives_turn(None, hands=["Cedar", "Tall Oak", "Juniper"])
    for button in ("Next: Cedar", "Give Tall Oak the turn", "Lower the hand of Juniper", "Go to: Topic", "Listen only"):
        harbor.page.get_by_role("button", name=button).first.click()
        room.passes(A_SECOND_PRESS)
    expect(harbor.page.get_by_role("button", name="Listen only")).to_have_attribute("aria-pressed", "true")
    expect(harbor.page.locator("[data-turn-now]")).to_have_text("Turn: Tall Oak")
    assert room.sent == [
        {"type": "turn", "member": room.id_of("Cedar")},
        {"type": "turn", "member": room.id_of("Tall Oak")},
        {"type": "lower_hand", "member": room.id_of("Juniper")},
        {"type": "phase", "phase": "topic"},
        {"type": "listen_only", "on": True},
    ]


def test_a_finger_that_is_too_quick_does_not_skip_a_part(harbor):
    room = PlayedRoom(harbor, can=LEADER)
    harbor.page.locator("[data-phase-next]").click()
    expect(harbor.page.locator("[data-phase-next]")).to_have_text("Go to: Check-out")
    harbor.page.locator("[data-phase-next]").click()
    room.passes(A_SECOND_PRESS)
    harbor.page.get_by_role("button", name="Listen only").click()
    expect(harbor.page.get_by_role("button", name="Listen only")).to_have_attribute("aria-pressed", "true")
    assert [frame["type"] for frame in room.sent] == ["phase", "listen_only"]


def test_those_who_write_are_named_and_many_are_many(river):
    room = PlayedRoom(river, can=MEMBER)
    room.says(type="typing", member=room.id_of("Cedar"), on=True)
    expect(river.page.locator("[data-writing]")).to_have_text("Cedar is writing …")
    room.says(type="typing", member=room.id_of("Juniper"), on=True)
    expect(river.page.locator("[data-writing]")).to_have_text("Several people are writing …")
    room.passes(15_000)
    expect(river.page.locator("[data-writing]")).to_be_hidden()


def test_a_restart_of_the_server_alarms_nobody(river):
    room = PlayedRoom(river, can=MEMBER)
    room.says(type="notice", code="line.restart", text="", retry_after=3600)
    room.closes(1012)
    river.says("Is it only me?")
    river.is_told("Is it only me?", "It is safe on this device.")
    room.passes(5_000)
    expect(river.page.locator("[data-line]")).to_be_hidden()
    expect(river.page.locator("[data-notices] .bar")).to_have_count(0)


def _in_full_swing(room: PlayedRoom) -> None:
    room.supports("Cedar", "Juniper", "thank_you")
    room.gives_turn("Cedar", hands=["Tall Oak", "Quiet River"])
    room.says(type="typing", member=room.id_of("Cedar"), on=True)
    room.member.message(JUNIPERS).get_by_role("button", name="Support", exact=True).click()
    expect(room.member.page.get_by_role("group", name="Support")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_session_in_full_swing_has_no_barrier(river, harbor, scheme):
    for one, can in ((river, MEMBER), (harbor, LEADER)):
        one.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        _in_full_swing(PlayedRoom(one, can=can))
        found = [f"{each['id']}: {each['help']}" for each in Axe().run(one.page).response["violations"]]
        assert not found, one.alias


@pytest.mark.parametrize("width", [360, 800])
def test_what_can_be_pressed_is_large_enough_for_a_finger(river, width):
    river.page.set_viewport_size({"width": width, "height": 740})
    _in_full_swing(PlayedRoom(river, can=MEMBER))
    for button in river.page.locator(".msg-under button, .say-acts button").all():
        box = button.bounding_box()
        assert box is None or (box["width"] >= 44 and box["height"] >= 44), button.inner_text()


@pytest.mark.parametrize(("width", "height"), [(360, 740), (800, 1280)])
def test_a_room_opens_at_its_last_words(river, harbor, width, height):
    harbor.enter_room()
    river.page.set_viewport_size({"width": width, "height": height})
    river.enter_room()
    river.may_write()
    new = river.page.locator("[data-jump]")
    if new.is_visible():  # what is new is more than this screen holds: it opens there
        new.click()
    expect(river.page.get_by_role("button", name="Raise hand")).to_be_visible()
    expect(river.log.get_by_role("listitem").last).to_be_in_viewport(ratio=1)


def test_two_presses_on_send_say_it_once(river, harbor):
    harbor.enter_room()
    river.enter_room()
    river.may_write()
    river.words.fill("Twice is once.")
    river.page.get_by_role("button", name="Send", exact=True).dblclick()
    river.is_told("Twice is once.", "Sent. Your circle has it.")
    harbor.hears("Twice is once.", of="Quiet River")


def test_words_that_one_tab_kept_are_said_once_by_the_next(river, harbor):
    harbor.enter_room()
    line = ShakyLine(river)
    river.enter_room()
    river.may_write()
    line.cut()
    river.says("From the tab that lost its line.")
    river.is_told("From the tab that lost its line.", "It is safe on this device.")
    first, second = river.page, river.context.new_page()
    river.page = second
    river.enter_room()
    river.is_told("From the tab that lost its line.", "Sent. Your circle has it.")
    harbor.hears("From the tab that lost its line.", of="Quiet River")
    river.page = first
    line.mend()
    first.bring_to_front()
    first.reload()
    river.hears("From the tab that lost its line.", of="You")
    harbor.hears("From the tab that lost its line.", of="Quiet River")


def test_a_text_that_two_tabs_hold_is_said_once(river, harbor):
    harbor.enter_room()
    river.enter_room()
    river.may_write()
    river.types_without_sending("Held by two tabs.")
    first, second = river.page, river.context.new_page()
    river.page = second
    river.enter_room()
    expect(river.words).to_have_value("Held by two tabs.")
    river.press("Send")
    river.is_told("Held by two tabs.", "Sent. Your circle has it.")
    river.page = first
    river.press("Use it here")
    river.press("Send")
    river.hears("Held by two tabs.", of="You")
    harbor.hears("Held by two tabs.", of="Quiet River")
