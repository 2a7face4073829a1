"""Every staff page stands in the one shell: it says where one is, and how to get back."""

import re

import pytest
from django.urls import reverse

from tests.architecture.access.everybody import STAFF
from tests.architecture.access.pages import PAGES
from tests.architecture.access.world import ALL, World, world  # noqa: F401  (a fixture)

pytestmark = pytest.mark.django_db

CRUMBS = re.compile(r'<nav class="crumbs-nav" aria-label="You are here"><ol class="crumbs">(.*?)</ol></nav>', re.S)
ITEM = re.compile(r"<li([^>]*)>(.*?)</li>", re.S)
#: Parts of pages, and files.
NO_PAGES = {
    "moderation:live",
    "moderation:queue",
    "moderation:board",
    "rules:back_test_progress",
    "groups:print_card",
    "accounts:print_letters",
    "groups:notice_paper",
    "groups:roster_progress",
    "groups:roster_report",
}


def _asked() -> list[tuple[str, str]]:
    """Every staff page with the way to ask for it; forms that answer with a page are pages too."""
    staffs = [name for name, page in ALL.items() if page.callback.gate.startswith("staff") and name not in NO_PAGES]
    return [(name, method) for name in staffs for method in ("GET", "POST") if 200 in (PAGES[name][method] or {})]


def _drawn(world: World, name: str, method: str) -> str:  # noqa: F811
    who = (PAGES[name][method] or {})[200].split()[0]
    answer = world.ask(who, method, world.address(name, tuple(ALL[name].pattern.converters)))
    return str(answer.content.decode())


@pytest.mark.parametrize(("name", "method"), _asked())
def test_every_staff_page_says_where_it_is_and_leads_home(world, name, method):  # noqa: F811
    found = CRUMBS.search(_drawn(world, name, method))
    assert found
    items = ITEM.findall(found[1])
    assert [attributes for attributes, _ in items[:-1]] == [""] * (len(items) - 1)
    assert items[-1][0].strip() == 'aria-current="page"'
    assert "<a" not in items[-1][1]
    if name != "work":
        assert items[0][1] == '<a href="/now/">Home</a>'
        assert len(items) > 1


def test_all_staff_pages_are_walked():
    assert len(_asked()) > 30


@pytest.mark.parametrize(
    ("who", "bar"),
    [
        ("mo", ["Home", "Desk", "Groups", "Rules"]),
        ("dov", ["Home", "Duty"]),
        ("ada", ["Home", "Duty", "Groups", "People", "Facilities", "Rules"]),
        ("pat", ["Home", "Duty", "Groups", "People", "Facilities", "Rules", "Records"]),
        ("rue", ["Home", "Records"]),
    ],
)
def test_the_bar_leads_where_the_caller_may_go(world, who, bar):  # noqa: F811
    page = world.ask(who, "GET", reverse("work")).content.decode()
    places = page.split('class="bar-places"')[1].split("</nav>")[0]
    assert re.findall(r">([^<>]+)</a>", places) == bar


def test_what_belongs_to_a_section_is_marked_in_the_bar_and_stands_in_its_tabs(world):  # noqa: F811
    page = world.ask("ada", "GET", reverse("accounts:tablets")).content.decode()
    assert '<a href="/facilities/" aria-current="true">Facilities</a>' in page
    assert '<a class="tab" href="/staff/tablets/" aria-current="page">Tablets</a>' in page
    assert '<a class="tab" href="/staff/sign-ins/">Sign-ins</a>' in page


def test_the_front_door_leads_staff_home(world):  # noqa: F811
    for who in STAFF.split():
        assert world.ask(who, "GET", "/")["Location"] == "/now/"
