"""The screening, from both sides: what a writer reads, why it is at the desk, and a rule from its draft to its end."""

import re
from collections.abc import Iterator
from contextlib import suppress
from itertools import count

import pytest
from playwright.sync_api import Locator, expect

from tests.e2e.people import Admin, Desk, Online, Staff, Tablet

pytestmark = pytest.mark.e2e
DISGUISED = "I will k1ll you"
SLUR = "They gave my bunk to some wetback."
SLANG = "moonbread"
PUBLISH = "Publish it: Version 1, draft"
#: On a small screen the marked words are seen first: what is said of them may be longer than the screen.
PHONE = {"width": 360, "height": 740}
#: So often, and each time so long (ms), a page is asked whether what was published runs: it does within five seconds.
TRIES, WAITS_MS = 20, 250
#: So many messages in a minute a writer may send, with some left for the rest of the story.
POSTS = 10
HELD, SENT = "Held. A person will read it by ", "Sent. Your circle has it."


@pytest.fixture
def harbor(site, come):
    harbor = come(Online, site, "Harbor")
    harbor.sign_in()
    harbor.enter_room()
    return harbor


@pytest.fixture
def river(site, come, harbor):
    river = come(Tablet, site, "Quiet River")
    river.becomes_tablet_of("alder")
    river.sign_in()
    river.enter_room()
    river.may_write()
    return river


@pytest.fixture
def fresh() -> Iterator[str]:
    """The same request, in other words each time: who repeats themselves is told so."""
    return (f"Who has {SLANG} left for row {number}?" for number in count(1))


def test_a_slur_is_the_writers_choice_and_a_disguise_hides_nothing_from_the_desk(site, come, harbor, river):
    river.page.set_viewport_size(PHONE)

    # Look again: nobody has seen it, the word is marked, and the writer decides.
    river.says(SLUR)
    river.is_told(SLUR, "Look again before you send. No one has seen it.")
    river.is_told(SLUR, "Can you say it in another way?")
    expect(river.marked(SLUR)).to_have_text("wetback")
    expect(river.marked(SLUR)).to_be_in_viewport()
    harbor.hears_nothing_of(SLUR)
    river.press("Send it as it is", within=river.message(SLUR))
    harbor.hears(SLUR, of="Quiet River")
    river.is_told(SLUR, SENT)

    # Figures for letters: held, and the desk reads why, by which rule, and how the words had to be read.
    wren = come(Desk, site, "Wren")
    wren.sign_in()
    known = wren.watches_queue()
    river.says(f"Say it again and {DISGUISED}.")
    river.is_told(DISGUISED, HELD)
    river.is_told(DISGUISED, "The marked words sound as if someone may get hurt.")
    expect(river.marked(DISGUISED)).to_have_text(DISGUISED)
    expect(river.marked(DISGUISED)).to_be_in_viewport()
    wren.opens(wren.waits_for_new_case("Threat", known))
    expect(wren.quoted().locator("mark")).to_have_text(DISGUISED)
    wren.sees("Read with: figures and signs for letters")
    wren.follow("en.threat.kill")
    wren.is_at("/rules/built-in/en.threat.kill/")
    harbor.hears_nothing_of(DISGUISED)


def test_a_rule_for_one_facility_is_written_agreed_to_published_and_retired(site, come, harbor, river, fresh):
    # It is tried while it is typed.
    lark, moss = come(Admin, site, "Lark"), come(Staff, site, "Moss")
    for one in (lark, moss):
        one.sign_in()
    _writes_rule(lark)
    lark.fill("Try a text", f"who has {SLANG} left?")
    expect(lark.page.locator("#trial mark")).to_have_text(SLANG)
    expect(_follows(lark, "As it is now")).to_contain_text("Delivered")
    expect(_follows(lark, "With this rule live")).to_contain_text("Held")
    expect(lark.page.locator("#trial")).to_contain_text("All 2 examples hold.")
    lark.press("Save the draft")
    lark.sees(f"staff.{SLANG} is a draft.")

    # It is for something new: it takes a second person.
    lark.sees("somebody who may publish here and did not write it agrees to that")
    expect(lark.page.get_by_role("button", name=PUBLISH, exact=True)).to_have_count(0)
    moss.open("/rules/")
    moss.follow(f"staff.{SLANG}")
    moss.press("Agree to what it is for: Version 1, draft")
    moss.sees("You agreed to what version 1 is for.")
    lark.page.reload()
    lark.press(PUBLISH)
    lark.sees("Version 1 is live.")

    # It holds there; the writer reads why, takes it back and says it in other words.
    said = _says_until(river, fresh, HELD, lark=lark, outcome="Held")
    held = river.message(said)
    expect(held.locator("mark")).to_have_text(SLANG)
    expect(held).to_contain_text("The marked words ask for things that may not be here.")
    harbor.hears_nothing_of(said)
    river.press("Take it back", within=held)
    river.press("Take it back", within=river.page.get_by_role("dialog"))
    river.says("Who has a craving tonight, like me?")
    harbor.hears("Who has a craving tonight, like me?", of="Quiet River")

    # Retired, it is a word like any other.
    lark.press("Retire the rule: The rule")
    lark.sees("The rule is retired.")
    said = _says_until(river, fresh, SENT, lark=lark, outcome="Delivered")
    harbor.hears(said, of="Quiet River")


def _writes_rule(lark: Staff) -> None:
    lark.open("/rules/new/")
    lark.fill("Code", SLANG)
    lark.fill("Purpose", "People in this facility call soaked paper by this name.")
    lark.page.get_by_label("What it finds").select_option("contraband.seeking")
    lark.page.get_by_label("Where", exact=True).select_option(label="Alder Ridge")
    lark.fill("Words or phrases", SLANG)
    lark.fill("It must find", f"any {SLANG} left?")
    lark.fill("It must leave alone", "the moon over the bread oven")


def _follows(lark: Staff, which: str) -> Locator:
    return lark.page.locator("#trial").get_by_role("row").filter(has_text=which)


def _says_until(river: Tablet, texts: Iterator[str], state: str, *, lark: Admin, outcome: str) -> str:
    """What is published comes into each process by itself: ask the staff's page first, which costs the writer nothing.
    The writer's page may be of another process, so the first words may still go the old way. Answers what was said."""
    _tries_until(lark, next(texts), outcome)
    for _ in range(POSTS):
        said = next(texts)
        river.says(said)
        expect(river.message(said)).to_contain_text(re.compile(f"{re.escape(HELD)}|{re.escape(SENT)}"))
        if state in river.message(said).inner_text():
            return said
    raise AssertionError(f"{POSTS} messages, and none was told: {state}")


def _tries_until(lark: Admin, text: str, outcome: str) -> None:
    """On *Try a text*, in a tab of its own: press again until the screening says this."""
    page = lark.context.new_page()
    page.goto(lark.site.url(lark.door, "/rules/try/"))
    page.get_by_label("Where the writer is").select_option(label="Alder Ridge")
    page.get_by_label("Try a text").fill(text)
    verdict = page.get_by_role("status", name="What follows").get_by_role("heading", level=2)
    for _ in range(TRIES):
        page.get_by_role("button", name="Try", exact=True).click()
        with suppress(AssertionError):
            expect(verdict).to_contain_text(outcome, timeout=WAITS_MS)
            break
    expect(verdict).to_contain_text(outcome)
    page.close()
