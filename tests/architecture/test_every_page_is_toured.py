"""Every page that the site can show is a scene of the tour: seen by eye (`make pictures`) and by machine
(`tests/e2e/test_reach.py`)."""

from collections import Counter

from tests.architecture.access.pages import PAGES
from tests.e2e.tour import scenes

#: What answers to GET, and is no page to look at: why.
NO_PAGES = {
    "accounts:sign_in_tablet": "the sign-in page, by another address",
    "accounts:sign_in_online": "the sign-in page, by another address",
    "accounts:sign_in_staff": "the sign-in page, by another address",
    "api:openapi-json": "the description of the interface, as JSON",
    "groups:notice_paper": "a sheet of paper, to hang beside a tablet",
    "chat:messages": "older messages, as JSON",
    "moderation:standing": "a part of *Help now*",
    "moderation:queue": "a part of the desk",
    "moderation:board": "a part of the duty page",
    "moderation:live": "a part of every staff page",
    "rules:back_test_progress": "a part of the page of a back-test",
    "groups:roster_progress": "a part of the page of an import",
    "groups:roster_report": "a file",
    "design": "components: tests/e2e/test_components.py looks at them",
    "design_staff": "components: tests/e2e/test_components.py looks at them",
}
#: Pages that only a claim that was begun shows: a stranger is sent to its first step.
IN_STEPS = {
    "groups:welcome",
    "groups:welcome_danger",
    "groups:welcome_name",
    "groups:claim",
    "groups:claim_secret",
    "groups:claim_way_in",
}
TOURED = {scene.page for scene in scenes.ALL}


def shows_a_page(answers: dict[str, object]) -> bool:
    got = answers["GET"]
    return isinstance(got, dict) and 200 in got


def test_every_page_has_a_scene():
    pages = {name for name, answers in PAGES.items() if shows_a_page(answers)} | IN_STEPS
    assert sorted(pages - NO_PAGES.keys() - TOURED) == []


def test_what_is_called_no_page_is_an_address_without_a_scene():
    assert NO_PAGES.keys() <= PAGES.keys()
    assert not NO_PAGES.keys() & TOURED


def test_scenes_have_names_of_their_own():
    assert not [name for name, count in Counter(scene.name for scene in scenes.ALL).items() if count > 1]


def test_every_scene_is_of_a_page_that_exists():
    assert not {page for page in TOURED if not page.startswith("/")} - PAGES.keys()
