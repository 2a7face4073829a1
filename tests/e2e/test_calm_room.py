"""Nobody is hurried: words that can be held back, an end that is told in time, a page that reads itself, a question
that signs nobody out, and texts that no time-out takes."""

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.people import Online, ShakyLine, Tablet
from tests.e2e.played import PlayedRoom

pytestmark = pytest.mark.looks
MEMBER = ["post", "withdraw", "report", "help", "react", "hand", "typing"]
READER = ["report", "help"]
#: A device with two voices. What is spoken stands in `window.spoken`; with `window.holds` a sentence never ends.
VOICES = """
window.spoken = [];
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
Object.defineProperty(window, 'speechSynthesis', { value: {
  getVoices: () => ['en-US', 'es-US'].map((lang) => ({ localService: true, lang })),
  speak(line) { spoken.push([line.lang, line.text]); if (!window.holds) setTimeout(() => line.onend(), 0); },
  cancel() { spoken.push('stop'); },
  addEventListener() {},
} });
"""


@pytest.fixture
def river(site, come):
    river = come(Tablet, site, "Quiet River")
    river.becomes_tablet_of("alder")
    river.sign_in()
    return river


def said(one) -> object:
    """What screen readers were told last."""
    return one.page.locator("#said")


def test_new_words_can_be_paused_and_wait_below_a_line(river):
    room = PlayedRoom(river, can=MEMBER)
    pause = river.page.get_by_role("button", name="Pause new words")
    pause.focus()
    river.page.keyboard.press("Enter")
    room.speaks("Cedar", "I was first.")
    bad = room.speaks("Juniper", "Staff will take this down.")
    room.speaks("Cedar", "And I was third.")
    river.sees("New words are waiting.")
    expect(river.page.get_by_text("I was first.")).to_be_hidden()
    expect(river.log).to_have_attribute("aria-live", "off")
    room.event("message_removed", message_id=bad, by="staff")
    river.says("I write all the same.")
    expect(river.message("I write all the same.")).to_be_visible()
    room.passes(6_000)
    assert room.applied == room.seq, "what waits on the page has come all the same"

    river.press("Go on", within=river.page.locator("[data-fold]"))
    expect(river.page.get_by_text("I was first.")).to_be_visible()
    expect(said(river)).to_have_text("New words from Cedar, Juniper.")
    expect(river.message("I was first.")).to_be_focused()
    expect(river.page.locator("[data-fold]")).to_be_hidden()
    expect(river.page.get_by_text("Staff will take this down.")).to_have_count(0)
    room.passes(1_000)
    expect(river.log).to_have_attribute("aria-live", "polite")


def test_a_line_that_comes_back_does_not_let_paused_words_in(river):
    room = PlayedRoom(river, can=MEMBER)
    river.press("Pause new words")
    known = {"shown_until": "2099-01-01T00:00:00Z", "state": "delivered", "reactions": [], "lang": "en"}
    words = [
        {**known, "id": str(n), "client_id": str(n), "author": {"id": room.id_of("Cedar")}, "body": f"Word {n}",
         "said_at": room.at, "seq": room.seq + n}
        for n in (1, 2)
    ]  # fmt: skip
    room.says(type="reset", epoch=room.epoch, seq=room.seq + 2, messages=words, session=room.session)
    river.sees("New words are waiting.")
    expect(river.page.get_by_text("Word 2")).to_be_hidden()
    river.press("Go on", within=river.page.locator("[data-fold]"))
    expect(river.page.get_by_text("Word 2")).to_be_visible()


def test_the_end_is_seen_and_heard_while_one_writes_and_new_words_are_paused(river):
    river.page.add_init_script(VOICES)
    room = PlayedRoom(river, can=MEMBER)
    told, bar = river.page.locator("[data-told]"), river.page.locator("[data-ending]")
    expect(told).to_have_attribute("role", "alert")
    river.press("Read aloud")
    river.press("Pause new words")
    river.words.fill("I am still writing")
    room.ends_in(10.5)
    expect(bar).to_be_hidden()
    room.jumps(1)
    expect(bar).to_contain_text("10 minutes are left")
    expect(told).to_contain_text("10 minutes are left")
    expect(river.words).to_be_focused()
    river.press("Close", within=bar)
    room.jumps(3)
    expect(bar).to_be_hidden()
    room.jumps(2)
    expect(bar).to_contain_text("5 minutes are left")
    room.jumps(1)
    expect(bar).to_contain_text("4 minutes are left")
    expect(told).to_contain_text("5 minutes are left")
    river.page.wait_for_function("() => spoken.some(([, text]) => text.includes('5 minutes are left'))")
    room.jumps(3)
    expect(told).to_contain_text("1 minute is left")
    room.moves("session_closed", change={"state": "closed"}, why="ended")
    room.lets(*READER)
    expect(told).to_contain_text("It is over. Words that you have not sent stay in the box.")
    expect(bar).to_be_hidden()
    expect(river.words).to_have_value("I am still writing")


def test_reading_aloud_goes_on_with_new_words_in_their_language_and_stops_at_once(river):
    river.page.add_init_script(VOICES)
    room = PlayedRoom(river, can=MEMBER)
    river.press("Read aloud")
    river.page.wait_for_function("() => spoken.some(([, text]) => text.includes('That is a good start'))")
    assert "Take it back" not in str(river.page.evaluate("() => spoken"))
    room.speaks("Cedar", "Buenas noches a todos.", lang="es")
    river.page.wait_for_function("() => spoken.some((it) => String(it) === 'es,Buenas noches a todos.')")
    river.page.evaluate("() => { window.holds = true; }")
    room.speaks("Juniper", "One. Two. Three.")
    river.page.wait_for_function("() => spoken.some(([, text]) => text.includes('Juniper'))")
    river.press("Stop")
    room.speaks("Juniper", "Nobody hears this.")
    river.sees("Nobody hears this.")
    assert river.page.evaluate("() => spoken[spoken.length - 1]") == "stop"


def test_a_device_without_a_voice_offers_no_reading(river):
    river.page.add_init_script(VOICES.replace("localService: true", "localService: false"))
    PlayedRoom(river, can=MEMBER)
    expect(river.page.get_by_role("button", name="Read aloud")).to_have_count(0)


def test_words_in_another_language_say_so_and_any_script_runs_its_own_way(river):
    room = PlayedRoom(river, can=MEMBER)
    room.speaks("Cedar", "Buenas noches.", lang="es")
    room.speaks("Juniper", "Good evening.")
    text = river.message("Buenas noches.").locator(".msg-text")
    expect(text).to_have_attribute("lang", "es")
    expect(text).to_have_attribute("dir", "auto")
    expect(river.message("Good evening.").locator(".msg-text")).not_to_have_attribute("lang", re.compile("."))


def test_a_starter_is_pressed_by_keyboard_and_wipes_nothing(river):
    room = PlayedRoom(river, can=MEMBER)
    first = river.page.get_by_role("button", name="Today I feel")
    first.focus()
    river.page.keyboard.press("Enter")
    expect(river.words).to_have_value("Today I feel ")
    expect(river.words).to_be_focused()
    expect(first).to_be_hidden()
    river.page.keyboard.type("calm.")
    river.page.locator("[data-starter='Today I feel']").dispatch_event("click")
    expect(river.words).to_have_value("Today I feel calm.Today I feel ")
    river.words.fill("")
    room.moves("phase", change={"phase": "check_out"})
    expect(river.page.get_by_role("button", name="I take with me")).to_be_visible()
    expect(first).to_be_hidden()


def test_a_listener_is_asked_and_never_signed_out_while_the_session_is_open(river):
    room = PlayedRoom(river, can=MEMBER)
    river.page.set_viewport_size({"width": 360, "height": 740})
    asks = river.page.get_by_role("alertdialog")
    room.jumps(8)
    river.log.evaluate("(log) => { log.scrollTop = 0; }")
    expect(river.message("That is a good start")).not_to_be_in_viewport()
    room.jumps(0.1)
    river.log.evaluate("(log) => { log.scrollTop = 40; }")
    room.jumps(5)
    expect(asks).to_be_hidden()
    room.jumps(60)
    expect(asks).to_contain_text("You can answer later.")
    expect(asks.locator("[data-idle-words]")).to_be_hidden()
    river.press("I am here", within=asks)
    expect(asks).to_be_hidden()
    expect(river.words).to_be_visible()


def test_when_the_session_is_over_the_question_locks_a_shared_tablet_and_the_draft_is_kept(river):
    room = PlayedRoom(river, can=MEMBER)
    river.types_without_sending("I had not finished")
    room.jumps(30)
    asks = river.page.get_by_role("alertdialog")
    expect(asks.get_by_text("You can answer later.")).to_be_visible()
    room.moves("session_closed", change={"state": "closed"}, why="ended")
    expect(asks.get_by_text("This page locks in")).to_be_visible()
    room.jumps(0.5)
    expect(asks).to_be_visible()
    room.jumps(1)
    river.is_at("/sign-in/")
    river.sign_in()
    river.enter_room()
    expect(river.words).to_have_value("I had not finished")


def test_a_text_outlives_a_sign_in_that_ends_under_it_to_the_last_letter(river):
    room = PlayedRoom(river, can=MEMBER)
    river.words.fill("Typed in the last moment")
    room.closes(4401)
    river.page.wait_for_url(re.compile("/sign-in/|/home/"))
    river.enter_room()
    expect(river.words).to_have_value("Typed in the last moment")


def test_without_a_network_one_is_told_what_is_kept_and_goes_on_writing(site, come, river):
    harbor = come(Online, site, "Harbor")
    harbor.sign_in()
    harbor.enter_room()
    line = ShakyLine(river)
    river.enter_room()
    river.may_write()
    bar = river.page.locator("[data-line]")
    line.cut()
    river.context.set_offline(True)
    expect(bar).to_contain_text("There is no network here now.")
    expect(bar).to_contain_text("You can go on writing. Your words are kept here")
    expect(said(river)).to_contain_text("There is no network here now.")
    river.says("Written without a network.")
    river.is_told("Written without a network.", "It waits for the line.")
    assert "Written without a network." not in river.kept_in_browser()
    line.mend()
    river.context.set_offline(False)
    river.is_told("Written without a network.", "Sent. Your circle has it.")
    expect(bar).to_be_hidden()
    expect(said(river)).to_have_text("The line is back.")


#: The focus is where one can see it: in the window, and nothing lies over it. Answers what is covered.
COVERED = """() => {
  const it = document.activeElement;
  const { left, right, top, bottom } = it.getBoundingClientRect();
  const x = (Math.max(left, 0) + Math.min(right, innerWidth)) / 2;
  const y = (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2;
  const there = document.elementFromPoint(x, y);
  return there && (it.contains(there) || there.contains(it)) ? '' : it.outerHTML.slice(0, 120);
}"""


@pytest.mark.parametrize(("width", "height"), [(320, 256), (360, 740)])
def test_a_small_window_cuts_nothing_off_and_covers_no_focus(river, width, height):
    river.page.set_viewport_size({"width": width, "height": height})
    room = PlayedRoom(river, can=MEMBER)
    room.ends_in(4)
    river.sees("4 minutes are left")
    assert river.page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    river.page.evaluate("() => { document.activeElement.blur(); window.scrollTo(0, 0); }")
    for _ in range(45):
        river.page.keyboard.press("Tab")
        if not river.page.evaluate("() => document.activeElement === document.body"):
            assert not river.page.evaluate(COVERED)


def test_a_phone_leaves_half_of_its_height_to_the_words(river):
    river.page.set_viewport_size({"width": 360, "height": 740})
    PlayedRoom(river, can=MEMBER).gives_turn("Cedar")
    river.log.evaluate("log => log.scrollTo(0, log.scrollHeight)")  # at the newest, where nothing leads down to it
    expect(river.page.locator("[data-jump]")).to_be_hidden()
    assert river.log.bounding_box()["height"] >= 740 / 2
