"""What a first visit costs on a slow line: how much has to come, and how often it has to be asked for."""

from collections.abc import Iterator

import pytest

from tests.e2e import chromium
from tests.e2e.engines import cdp
from tests.e2e.engines.loads import IS_TEXT, Load, as_released, visit
from tests.e2e.engines.person import Person
from tests.e2e.people import MONDAY
from tests.e2e.site import EmbeddedWorlds, Site, copy_of

pytestmark = pytest.mark.engines
ALIAS = "Tall Oak"
KIB = 1024
#: Bytes on the wire, headers included.
MOST = {"sign-in": 40 * KIB, "home": 44 * KIB, "room": 80 * KIB}
#: What comes on every later visit to the room: its words.
MOST_AGAIN = 16 * KIB


@pytest.fixture(scope="module")
def site(worlds: EmbeddedWorlds, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with as_released(copy_of(worlds.first, tmp_path_factory.mktemp("released") / "world")) as running:
        yield running


@pytest.fixture(scope="module")
def loads(site: Site) -> Iterator[dict[str, Load]]:
    """Each page once by a browser that has nothing of it yet, and the room once more."""
    binary = chromium.binary()
    assert binary
    with cdp.browser(binary) as tab:
        one = Person(tab, site, "tablet")
        one.open("/start/tablet/alder/")
        found = {"sign-in": _cold(one, "/sign-in/")}
        one.signs_in(ALIAS, number="ID number", pin="PIN", button="Sign in")
        found |= {"home": _cold(one, "/home/"), "room": _cold(one, site.room_of(MONDAY))}
        found["room again"] = visit(tab, site.url("tablet", site.room_of(MONDAY)))
        assert not tab.complaints
        yield found


def _cold(one: Person, path: str) -> Load:
    one.tab.call("Network.clearBrowserCache")
    return visit(one.tab, one.site.url(one.door, path))


@pytest.mark.parametrize("page", MOST)
def test_a_first_visit_is_small(loads: dict[str, Load], page: str):
    assert loads[page].bytes <= MOST[page], f"\n{loads[page]}"


def test_a_later_visit_brings_only_the_page_itself(loads: dict[str, Load]):
    again = loads["room again"]
    assert [one.name for one in again if one.bytes] == ["the page"], f"\n{again}"
    assert again.bytes <= MOST_AGAIN, f"\n{again}"


@pytest.mark.parametrize("page", MOST)
def test_all_text_comes_compressed(loads: dict[str, Load], page: str):
    plain = [one.name for one in loads[page] if one.kind.startswith(IS_TEXT) and not one.encoding]
    assert not [name for name in plain if name != "config/mark.svg"], f"\n{loads[page]}"


@pytest.mark.parametrize("page", MOST)
def test_the_page_itself_names_all_that_it_needs(loads: dict[str, Load], page: str):
    """Else a module is asked for only when the one that imports it is there: a round trip more each time."""
    late = [one.name for one in loads[page] if one.asked_by == "script"]
    assert not late, f"\n{loads[page]}"


@pytest.mark.parametrize("page", MOST)
def test_nothing_is_asked_for_twice(loads: dict[str, Load], page: str):
    names = [one.name for one in loads[page]]
    assert sorted(set(names)) == sorted(names)
